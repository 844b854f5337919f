// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/login.h"

#include "sandbox/answers.h"
#include "sandbox/caller.h"
#include "sandbox/captured.h"
#include "sandbox/parameters.h"
#include "sandbox/practiceinputs.h"
#include "sandbox/tokenshape.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

std::optional<Parameters> fieldsOf(const AuthMethod &method, const http::Request &request)
{
    if (method.loginFields.isEmpty() && request.body.isEmpty())
        return Parameters();
    if (method.loginEncoding == BodyEncoding::Form)
        return isForm(request) ? std::optional(fromForm(request.body)) : std::nullopt;
    return isJson(request) ? fromJson(request.body) : std::nullopt;
}

//! The values typed in, by input; nothing where a field is missing or something else than asked.
std::optional<QMap<QString, QString>> typedIn(const AuthMethod &method, const Parameters &fields,
                                              const QByteArray &authorization)
{
    QMap<QString, QString> typed;
    const auto take = [&typed](const QString &templ, const QString &text) {
        const auto values = readTemplate(templ, text);
        if (values)
            typed.insert(*values);
        return values.has_value();
    };
    for (auto it = method.loginFields.begin(); it != method.loginFields.end(); ++it) {
        if (!fields.has(it.key()) && isOptional(method, it.value()))
            continue;
        if (!fields.has(it.key()) || !take(it.value(), fields.value(it.key())))
            return std::nullopt;
    }
    if (method.loginBasicUser.isEmpty())
        return typed;
    const QString pair = QString::fromUtf8(QByteArray::fromBase64(authorization.mid(6)));
    if (authorization.left(6).compare("basic ", Qt::CaseInsensitive) != 0
        || !take(method.loginBasicUser, pair.section(u':', 0, 0))
        || !take(method.loginBasicPassword, pair.section(u':', 1))) {
        return std::nullopt;
    }
    return typed;
}

bool areRight(const Visit &visit, const AuthMethod &method, const QMap<QString, QString> &typed)
{
    Ledger &ledger = visit.world.ledger;
    const ProviderPack &pack = *visit.place.pack;
    for (auto it = typed.begin(); it != typed.end(); ++it) {
        if (pack.constants.contains(it.key()))
            continue;
        if (!isRight(method, it.key(), it.value())
            || ledger.passwordEnd(pack.id, it.value()) != Grant::End::None) {
            return false;
        }
    }
    for (const InputField &field : method.inputs) {
        const bool own = field.secret && field.key != QLatin1StringView(input::clientSecret);
        if (own && typed.contains(field.key))
            ledger.usePassword(pack.id, typed.value(field.key));
    }
    return true;
}

http::Response keyAnswer(const Visit &visit, const AuthMethod &method, Grant &grant)
{
    const QString key = newAccessToken(visit, method, grant);
    if (method.loginKeyPath.isEmpty())
        return jsonAnswer(200, key);
    QJsonValue answer = withValueAt(QJsonObject(), method.loginKeyPath, key);
    for (const Capture &capture : method.tokenCaptures) {
        if (capture.from != method.loginKeyPath)
            answer = withValueAt(answer, capture.from,
                                 sentValue(capture, grant.values.value(capture.as)));
    }
    if (!method.loginLifetimePath.isEmpty()) {
        const auto lifetime = method.lifetimes.access.value_or(std::chrono::minutes(30));
        answer
            = withValueAt(answer, method.loginLifetimePath, static_cast<qint64>(lifetime.count()));
    }
    return jsonAnswer(200, answer);
}

//! One way of connecting that logs in here.
http::Response answerFor(const Visit &visit, const AuthMethod &method)
{
    const ProviderPack &pack = *visit.place.pack;
    const auto fields = fieldsOf(method, visit.request);
    if (!fields)
        return jsonAnswer(400, QJsonObject {{u"message"_s, u"The body cannot be read."_s}});
    for (auto it = method.tokenHeaders.begin(); it != method.tokenHeaders.end(); ++it) {
        const bool missing = visit.request.header(it.key().toLatin1().constData()).isNull();
        if (missing && !isOptional(method, it.value())) {
            return jsonAnswer(
                400, QJsonObject {{u"message"_s, u"The header %1 is missing."_s.arg(it.key())}});
        }
    }
    const auto typed = typedIn(method, *fields, visit.request.header("Authorization"));
    if (!typed || !areRight(visit, method, *typed)) {
        return packError(pack,
                         {ofClass(ErrorClass::InvalidUserCredentials),
                          ofClass(ErrorClass::ExpiredAccess)},
                         ErrorStage::Token, 401, 401)
            .value_or(jsonAnswer(
                401, QJsonObject {{u"message"_s, u"The user name or the password is wrong."_s}}));
    }
    Grant grant;
    grant.provider = pack.id;
    grant.method = method.id;
    grant.environment = visit.place.environment;
    grant.person = people().first().key;
    grant.organisations = {organisations().first().key};
    grant.values = visit.place.values;
    return keyAnswer(visit, method, visit.world.ledger.open(grant));
}

} // namespace

Answer loginAnswer(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    if (visit.request.method != "POST" || hasCredentialInQuery(visit)
        || visit.world.faults.use(pack.id, FaultKind::DeprecatedMethod)) {
        return deprecated(pack);
    }
    Answer first;
    for (const AuthMethod *method : visit.place.methods) {
        const http::Response answer = answerFor(visit, *method);
        if (answer.status < 300)
            return answer;
        first = first ? first : answer;
    }
    return first;
}

} // namespace relink::sandbox
