// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/answers.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray toBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    // QJsonDocument writes no bare values, so the value is taken out of a list again.
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

bool appliesAt(const ErrorRule &rule, ErrorStage stage)
{
    const bool call = stage == ErrorStage::Probe || stage == ErrorStage::Api;
    // An OAuth error code is what a token endpoint says, whatever stage the rule leaves open.
    if (call && !rule.oauthError.isEmpty())
        return false;
    return rule.stage == ErrorStage::Any || rule.stage == stage
        || (call && rule.stage == ErrorStage::Api)
        || (rule.stage == ErrorStage::Token && stage == ErrorStage::Refresh);
}

QByteArray contentTypeOf(const QString &body)
{
    const QString start = body.trimmed().left(1);
    if (start == "{"_L1 || start == "["_L1)
        return "application/json";
    return start == "<"_L1 ? "text/xml; charset=utf-8" : "text/plain; charset=utf-8";
}

} // namespace

http::Response jsonAnswer(int status, const QJsonValue &value)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            toBytes(value)};
}

http::Response textAnswer(int status, const QString &text)
{
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"X-Content-Type-Options", "nosniff"}},
            text.toUtf8()};
}

http::Response oauthError(int status, const QString &error, const QString &description)
{
    return jsonAnswer(status,
                      QJsonObject {{u"error"_s, error}, {u"error_description"_s, description}});
}

http::Response bearerError(int status, const QString &error, const QString &description)
{
    QByteArray challenge = "Bearer realm=\"practice\"";
    QJsonObject body;
    if (!error.isEmpty()) {
        challenge += ", error=\"" + error.toLatin1() + "\", error_description=\""
            + description.toLatin1() + '"';
        body = {{u"error"_s, error}, {u"error_description"_s, description}};
    }
    http::Response response = jsonAnswer(status, body);
    response.headers.append(HttpHeader {"WWW-Authenticate", challenge});
    return response;
}

RuleFilter ofClass(ErrorClass errorClass)
{
    return [errorClass](const ErrorRule &rule) { return rule.errorClass == errorClass; };
}

RuleFilter alternatively(ErrorClass errorClass)
{
    return [errorClass](const ErrorRule &rule) {
        return std::any_of(
            rule.alternatives.begin(), rule.alternatives.end(),
            [errorClass](const Alternative &a) { return a.errorClass == errorClass; });
    };
}

std::optional<http::Response> packError(const ProviderPack &pack, const QList<RuleFilter> &filters,
                                        ErrorStage stage, std::optional<int> status,
                                        int defaultStatus, bool insideSuccess)
{
    for (const RuleFilter &wanted : filters) {
        for (const ErrorRule &rule : pack.errors) {
            if (rule.examples.isEmpty() || !appliesAt(rule, stage) || !wanted(rule))
                continue;
            const ErrorRule::Example &example = rule.examples.first();
            const std::optional<int> own = example.status ? example.status : rule.status;
            const int lowest = insideSuccess ? 200 : 400;
            if (own && ((status && *own != *status) || *own < lowest))
                continue;
            http::Response response;
            response.status = own.value_or(status.value_or(defaultStatus));
            response.headers
                = {{"Content-Type", contentTypeOf(example.body)}, {"Cache-Control", "no-store"}};
            for (const QString &line : example.headers) {
                response.headers.append(HttpHeader {line.section(u':', 0, 0).trimmed().toLatin1(),
                                                    line.section(u':', 1).trimmed().toLatin1()});
            }
            response.body = example.body.toUtf8();
            return response;
        }
    }
    return std::nullopt;
}

QJsonValue withValueAt(const QJsonValue &root, const QString &path, const QJsonValue &value)
{
    QString rest = path;
    if (rest.startsWith(u'$'))
        rest = rest.mid(1);
    if (rest.startsWith(u'.'))
        rest = rest.mid(1);
    if (rest.isEmpty())
        return value;
    if (rest.startsWith(u'[')) {
        const qsizetype close = rest.indexOf(u']');
        const qsizetype index = rest.mid(1, close - 1).toInt(); // "*" is the first
        QJsonArray array = root.toArray();
        while (array.size() <= index)
            array.append(QJsonObject());
        array.replace(index, withValueAt(array.at(index), rest.mid(close + 1), value));
        return array;
    }
    qsizetype end = 0;
    while (end < rest.size() && rest.at(end) != u'.' && rest.at(end) != u'[')
        ++end;
    QJsonObject object = root.toObject();
    const QString key = rest.left(end);
    object.insert(key, withValueAt(object.value(key), rest.mid(end), value));
    return object;
}

} // namespace relink::sandbox
