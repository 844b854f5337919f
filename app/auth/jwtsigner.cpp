// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtsigner.h"

#include "auth/libcrypto.h"
#include "auth/randomtoken.h"

#include <QJsonDocument>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compact(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<QByteArray> signedAssertion(const UnsignedAssertion &assertion, const QDateTime &now)
{
    QJsonObject header {{u"alg"_s, assertion.algorithm}, {u"typ"_s, u"JWT"_s}};
    if (!assertion.keyId.isEmpty())
        header.insert(u"kid"_s, assertion.keyId);
    QJsonObject claims = assertion.claims;
    claims.insert(u"iat"_s, now.toSecsSinceEpoch());
    claims.insert(u"exp"_s, now.toSecsSinceEpoch() + assertion.lifetime.count());
    claims.insert(u"jti"_s, QString::fromLatin1(randomToken()));
    const QByteArray message = compact(header) + '.' + compact(claims);
    const auto signature
        = LibCrypto::sign(assertion.algorithm, assertion.privateKey.reveal(), message);
    if (!signature)
        return signature.error();
    return QByteArray(message + '.' + base64Url(*signature));
}

} // namespace relink
