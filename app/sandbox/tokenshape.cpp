// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/tokenshape.h"

#include "sandbox/answers.h"
#include "sandbox/captured.h"
#include "sandbox/practice.h"
#include "sandbox/sample.h"

#include <QRegularExpression>
#include <QUrl>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! Where the answer keeps a standard value.
QString pathOf(const AuthMethod &method, const QString &standard)
{
    return method.tokenAnswer.paths.value(standard, standard);
}

//! A new text that the pattern fits. Its group is the same every time: the known value, else the
//! first of the others that fits, else what the form allows.
QString tokenOfForm(const QString &pattern, QStringList candidates)
{
    const QRegularExpression whole(QRegularExpression::anchoredPattern(pattern));
    const QString text = sampleOf(pattern, Filling::Random).value_or(QString());
    const auto match = whole.match(text);
    if (match.lastCapturedIndex() < 1)
        return text;
    candidates.append(whole.match(sampleOf(pattern).value_or(QString())).captured(1));
    for (const QString &candidate : std::as_const(candidates)) {
        QString token = text;
        token.replace(match.capturedStart(1), match.capturedLength(1), candidate);
        if (!candidate.isEmpty() && whole.match(token).captured(1) == candidate)
            return token;
    }
    return text;
}

QJsonValue scalarOf(const QString &text)
{
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    return number && QString::number(value) == text ? QJsonValue(value) : QJsonValue(text);
}

http::Response formAnswer(const QJsonObject &fields)
{
    QByteArray form;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        form += form.isEmpty() ? "" : "&";
        form += QUrl::toPercentEncoding(it.key()) + '='
            + QUrl::toPercentEncoding(it.value().toVariant().toString());
    }
    return {200,
            {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cache-Control", "no-store"}},
            form};
}

//! The standard values, before the provider's own names for them.
QMap<QString, QJsonValue> standardValues(const Visit &visit, const AuthMethod &method, Grant &grant,
                                         const Issue &issue)
{
    const TokenLifetimes lifetimes = lifetimesOf(method);
    const auto lifetime = lifetimes.accessNeverExpires ? std::nullopt : lifetimes.access;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QMap<QString, QJsonValue> values {
        {u"access_token"_s, newAccessToken(visit, method, grant)},
        {u"token_type"_s, u"Bearer"_s},
    };
    const auto lives = [&](const QString &in, const QString &at, std::chrono::seconds seconds) {
        if (method.tokenAnswer.paths.contains(at))
            values.insert(at, now + static_cast<qint64>(seconds.count()));
        else
            values.insert(in, static_cast<qint64>(seconds.count()));
    };
    if (lifetime)
        lives(u"expires_in"_s, u"expires_at"_s, *lifetime);
    // Where a pack knows that scope, the refresh token hangs on it.
    const bool offline
        = !method.scopes.contains("offline_access"_L1) || grant.scope.contains("offline_access"_L1);
    if (!issue.sameRefresh.isEmpty())
        values.insert(u"refresh_token"_s, issue.sameRefresh);
    else if (issue.refresh && offline && !lifetimes.accessNeverExpires)
        values.insert(u"refresh_token"_s, visit.world.ledger.issueRefresh(grant.id));
    if (values.contains(u"refresh_token"_s) && lifetimes.refreshHard && !lifetimes.refreshIdle) {
        lives(u"refresh_token_expires_in"_s, u"refresh_token_expires_at"_s, *lifetimes.refreshHard);
    }
    if (!grant.scope.isEmpty()) {
        values.insert(
            u"scope"_s,
            grant.scope.join(method.scopeSeparator.isEmpty() ? u" "_s : method.scopeSeparator));
    }
    return values;
}

} // namespace

TokenLifetimes lifetimesOf(const AuthMethod &method)
{
    TokenLifetimes lifetimes = method.lifetimes;
    if (method.discovers) {
        lifetimes.access = lifetimes.access.value_or(std::chrono::hours(1));
        lifetimes.rotates = lifetimes.rotates.value_or(true);
    }
    return lifetimes;
}

QString newAccessToken(const Visit &visit, const AuthMethod &method, Grant &grant)
{
    const TokenLifetimes lifetimes = lifetimesOf(method);
    const auto lifetime = lifetimes.accessNeverExpires ? std::nullopt : lifetimes.access;
    const PracticeOrganisation &company = organisation(grant.organisations.value(0));
    const QString tokenPath
        = method.kind == AuthKind::Login ? method.loginKeyPath : pathOf(method, u"access_token"_s);
    QString text;
    for (const Capture &capture : method.tokenCaptures) {
        if (capture.from == tokenPath && !capture.pattern.isEmpty()) {
            text = tokenOfForm(capture.pattern,
                               {grant.values.value(capture.as), company.number, company.uuid});
            const auto match
                = QRegularExpression(QRegularExpression::anchoredPattern(capture.pattern))
                      .match(text);
            grant.values.insert(capture.as, match.captured(match.lastCapturedIndex() > 0 ? 1 : 0));
        } else if (!grant.values.contains(capture.as)) {
            grant.values.insert(capture.as, captureValue(capture, visit.place, company));
        }
    }
    return visit.world.ledger.issueAccess(grant.id, lifetime, text);
}

http::Response tokenAnswerFor(const Visit &visit, const AuthMethod &method, Grant &grant,
                              const Issue &issue)
{
    const QMap<QString, QJsonValue> values = standardValues(visit, method, grant, issue);
    QJsonValue answer {QJsonObject()};
    for (auto it = values.begin(); it != values.end(); ++it)
        answer = withValueAt(answer, pathOf(method, it.key()), it.value());
    const TokenAnswer &shape = method.tokenAnswer;
    if (!shape.successPath.isEmpty())
        answer = withValueAt(answer, shape.successPath, scalarOf(shape.successValue));
    const QString tokenPath = pathOf(method, u"access_token"_s);
    for (const Capture &capture : method.tokenCaptures) {
        if (capture.from != tokenPath)
            answer = withValueAt(answer, capture.from,
                                 sentValue(capture, grant.values.value(capture.as)));
    }
    return shape.form ? formAnswer(answer.toObject()) : jsonAnswer(200, answer);
}

} // namespace relink::sandbox
