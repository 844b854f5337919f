// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packfacts.h"

#include "core/rules/errorrule.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! `a[0].b` = x becomes {"a":[{"b":x}]}.
void put(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    QString key = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    const bool list = key.endsWith("[0]"_L1);
    if (list)
        key.chop(3);
    const QJsonValue former = object[key];
    QJsonValue inner = value;
    if (!rest.isEmpty()) {
        QJsonObject deeper = list ? former.toArray().first().toObject() : former.toObject();
        put(deeper, rest, value);
        inner = deeper;
    }
    object[key] = list ? QJsonValue(QJsonArray {inner}) : inner;
}

QString bodyOf(const QJsonObject &paths)
{
    QJsonObject body;
    for (const QString &path : paths.keys())
        put(body, path, paths[path]);
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

//! The answers that one entry of the facts stands for.
QStringList bodies(const QJsonObject &match)
{
    if (match.contains("text"_L1))
        return match["text"_L1].toString().split(u'|');
    QJsonObject paths;
    for (const auto key : {"json"_L1, "json_ci"_L1, "json_ci_prefix"_L1}) {
        const QJsonObject given = match[key].toObject();
        for (const QString &path : given.keys())
            paths[path] = given[path];
    }
    if (match.contains("oauth_error"_L1))
        paths[u"error"_s] = match["oauth_error"_L1];
    if (!paths.isEmpty())
        return {bodyOf(paths)};
    if (match.contains("oauth1_problem"_L1))
        return {u"oauth_problem="_s + match["oauth1_problem"_L1].toString()};
    if (match.contains("xml"_L1)) {
        const QJsonObject xml = match["xml"_L1].toObject();
        return {u"<Ack>%1</Ack><Errors><ErrorCode>%2</ErrorCode></Errors>"_s.arg(
            xml["Ack"_L1].toString(), QString::number(xml["Errors.ErrorCode"_L1].toInt()))};
    }
    return {match["code"_L1].toVariant().toString()};
}

//! Design, section 6: the names of the facts in the closed list.
QList<ErrorClass> classesFor(const QString &name)
{
    using enum ErrorClass;
    static const QMap<QString, QList<ErrorClass>> names {
        {u"access_expired"_s, {ExpiredAccess}},
        {u"access_rejected"_s, {ExpiredAccess}},
        {u"grant_dead"_s, {ExpiredRefresh, Revoked}},
        {u"tenant_disconnected"_s, {WrongTenant}},
        {u"tenant_or_environment"_s, {WrongTenant}},
        {u"insufficient_scope"_s, {PermissionScope}},
        {u"insufficient_permission"_s, {PermissionRole}},
        {u"client_config"_s, {InvalidClient, Configuration}},
        {u"configuration"_s, {Configuration}},
        {u"client_bug"_s, {Configuration}},
        {u"flow_error"_s, {Configuration}},
        {u"app_blocked"_s, {AppRemoved}},
        {u"wrong_environment"_s, {TestModeMismatch}},
        {u"plan_restriction"_s, {PlanRestriction}},
        {u"rate_limited"_s, {RateLimited}},
        {u"not_an_error"_s, {NotAnError}},
        {u"deprecated_auth"_s, {DeprecatedMethod}},
        {u"account_closed"_s, {AccountClosed}},
        {u"account_blocked"_s, {AccountClosed}},
        // A 5xx turns no light red, so the outage comes first.
        {u"account_closed_or_maintenance"_s, {ProviderOutage}},
        {u"clock_skew"_s, {Clock}},
        {u"transient"_s, {ProviderOutage}},
        {u"ambiguous"_s, {Unknown}},
        {u"ambiguous_401"_s, {Unknown}},
    };
    return names.value(name);
}

//! What the pack takes this answer for: at each stage, the first rule that speaks of it.
QList<ErrorClass> classesOf(const ProviderPack &pack, const ErrorRule::Example &answer)
{
    QMap<ErrorStage, ErrorClass> byStage;
    for (const ErrorRule &rule : pack.errors) {
        ErrorRule::Example seen = answer;
        if (!seen.status)
            seen.status = rule.status;
        if (!byStage.contains(rule.stage) && matches(rule, exampleError(rule, seen), rule.stage))
            byStage.insert(rule.stage, rule.errorClass);
    }
    return byStage.values();
}

} // namespace

QList<FactDifference> errorDifferences(const ProviderPack &pack, const QJsonObject &facts)
{
    QList<FactDifference> found;
    const QJsonArray errors = facts["errors"_L1].toArray();
    for (qsizetype i = 0; i < errors.size(); ++i) {
        const QString field = u"errors[%1]"_s.arg(i);
        const QJsonObject entry = errors[i].toObject();
        const QJsonObject match = entry["match"_L1].toObject();
        const QString wanted = entry["class"_L1].toString();
        ErrorRule::Example answer;
        if (entry["http_status"_L1].isDouble())
            answer.status = entry["http_status"_L1].toInt();
        if (match.contains("header"_L1))
            answer.headers.append(match["header"_L1].toString() + u": 30"_s);
        for (const QString &body : bodies(match)) {
            answer.body = body;
            QList<ErrorClass> said = classesOf(pack, answer);
            answer.body = entry["verbatim"_L1].toString();
            said += classesOf(pack, answer);
            const QList<ErrorClass> allowed = classesFor(wanted);
            const auto fits = [&allowed](ErrorClass c) { return allowed.contains(c); };
            if (std::any_of(said.begin(), said.end(), fits))
                continue;
            QStringList names;
            for (const ErrorClass c : said)
                names.append(toString(c));
            found.append(
                {field,
                 u"%1 %2: the pack says %3, the facts %4"_s.arg(
                     field, body, names.isEmpty() ? u"nothing"_s : names.join(u", "_s), wanted)});
        }
    }
    return found;
}

} // namespace relink::test
