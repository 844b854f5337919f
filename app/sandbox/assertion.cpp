// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/assertion.h"

#include "sandbox/practiceinputs.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockTolerance = 60;

std::optional<QByteArray> decoded(const QByteArray &part)
{
    const auto result = QByteArray::fromBase64Encoding(
        part,
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
            | QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

//! Could the text have been made from the template with values that the sandbox takes?
bool isMadeFrom(const Visit &visit, const AuthMethod &method, const QString &templ,
                const QString &text)
{
    const auto values = readTemplate(templ, text);
    if (!values)
        return false;
    const QMap<QString, QString> &constants = visit.place.pack->constants;
    return std::all_of(values->keyBegin(), values->keyEnd(), [&](const QString &name) {
        const QString value = values->value(name);
        return constants.contains(name) ? value == constants.value(name)
                                        : isRight(method, name, value);
    });
}

QString timesProblem(const Assertion &wanted, const QJsonObject &claims)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 expires = claims["exp"_L1].toInteger();
    const qint64 issued = claims["iat"_L1].toInteger(expires);
    if (expires <= now)
        return u"The assertion has expired."_s;
    if (issued > now + clockTolerance)
        return u"The assertion is of the future."_s;
    if (expires - issued > wanted.lifetime.count())
        return u"The assertion lives too long."_s;
    return {};
}

QString claimsProblem(const Visit &visit, const AuthMethod &method, const QJsonObject &claims)
{
    const Assertion &wanted = method.assertion;
    const auto says = [&](const QString &claim, const QString &templ) {
        return isMadeFrom(visit, method, templ, claims[claim].toString());
    };
    if (!says(u"iss"_s, wanted.issuer))
        return u"The issuer (iss) is wrong."_s;
    if (!wanted.withoutSubject
        && !says(u"sub"_s, wanted.subject.isEmpty() ? wanted.issuer : wanted.subject))
        return u"The subject (sub) is wrong."_s;
    const QString here = visit.world.origin + QString::fromLatin1(visit.request.path);
    if (wanted.audience.isEmpty() ? claims["aud"_L1].toString() != here
                                  : !says(u"aud"_s, wanted.audience)) {
        return u"The audience (aud) is wrong."_s;
    }
    for (auto it = wanted.claims.begin(); it != wanted.claims.end(); ++it) {
        if (!says(it.key(), it.value()))
            return u"The claim %1 is missing or wrong."_s.arg(it.key());
    }
    return timesProblem(wanted, claims);
}

} // namespace

QString assertionProblem(const Visit &visit, const AuthMethod &method, const QString &jwt)
{
    const Assertion &wanted = method.assertion;
    const QList<QByteArray> parts = jwt.toLatin1().split('.');
    if (!wanted.exists() || parts.size() != 3)
        return u"This is no signed JWT of three parts."_s;
    const auto header = decoded(parts[0]);
    const auto body = decoded(parts[1]);
    const auto signature = decoded(parts[2]);
    if (!header || !body || !signature)
        return u"A part of the JWT is not base64url."_s;
    const QJsonObject head = QJsonDocument::fromJson(*header).object();
    const QJsonObject claims = QJsonDocument::fromJson(*body).object();
    if (head["alg"_L1].toString() != wanted.algorithm)
        return u"The algorithm must be %1."_s.arg(wanted.algorithm);
    if (!wanted.keyId.isEmpty()
        && !isMadeFrom(visit, method, wanted.keyId, head["kid"_L1].toString())) {
        return u"The key id (kid) is wrong."_s;
    }
    const QString provider = visit.place.pack->id;
    if (!visit.world.keys.verify(provider, wanted.algorithm, parts[0] + '.' + parts[1],
                                 *signature)) {
        return u"The signature is by no key that was registered for this provider."_s;
    }
    if (const QString problem = claimsProblem(visit, method, claims); !problem.isEmpty())
        return problem;
    const QString id = claims["jti"_L1].toString();
    if (id.isEmpty() || !visit.world.ledger.useOnce(provider, u"jti "_s + id))
        return u"The assertion was used before (jti)."_s;
    return {};
}

} // namespace relink::sandbox
