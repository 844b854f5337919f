// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/signature.h"

#include "sandbox/parameters.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"

#include "core/rules/inputs.h"

#include <QMessageAuthenticationCode>
#include <QUrl>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 clockTolerance = 300;

QByteArray escaped(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray hmac(const QByteArray &message, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

//! RFC 5849 3.5.1: `OAuth name="value", …`.
QMap<QString, QString> protocolParameters(const QByteArray &header)
{
    QMap<QString, QString> values;
    for (const QByteArray &part : header.mid(6).split(',')) {
        const qsizetype equals = part.indexOf('=');
        QByteArray value = part.mid(equals + 1).trimmed();
        if (equals < 0 || value.size() < 2 || !value.startsWith('"') || !value.endsWith('"'))
            continue;
        value = value.mid(1, value.size() - 2);
        values.insert(QUrl::fromPercentEncoding(part.left(equals).trimmed()),
                      QUrl::fromPercentEncoding(value));
    }
    return values;
}

//! RFC 5849 3.4.1.
QByteArray baseString(const Visit &visit, const QMap<QString, QString> &protocol)
{
    QList<std::pair<QByteArray, QByteArray>> pairs;
    for (auto it = protocol.begin(); it != protocol.end(); ++it) {
        if (it.key() != "oauth_signature"_L1 && it.key() != "realm"_L1)
            pairs.append({escaped(it.key()), escaped(it.value())});
    }
    for (const auto &[name, value] : http::decodeForm(visit.request.query))
        pairs.append({escaped(name), escaped(value)});
    if (isForm(visit.request)) {
        for (const auto &[name, value] : http::decodeForm(visit.request.body))
            pairs.append({escaped(name), escaped(value)});
    }
    std::sort(pairs.begin(), pairs.end());
    QByteArrayList joined;
    for (const auto &[name, value] : pairs)
        joined.append(name + '=' + value);
    const QString address = visit.world.origin + QString::fromLatin1(visit.request.path);
    return visit.request.method + '&' + escaped(address) + '&'
        + escaped(QString::fromLatin1(joined.join('&')));
}

QString practiceSecretOf(const AuthMethod &method, const QString &key)
{
    return practiceText(inputOf(method, key), clientSecret);
}

bool isRecent(const QString &seconds)
{
    bool number = false;
    const qint64 then = seconds.toLongLong(&number);
    return number && std::abs(QDateTime::currentSecsSinceEpoch() - then) <= clockTolerance;
}

} // namespace

Signed readOAuth1(const Visit &visit, const AuthMethod &method)
{
    Signed call;
    const QByteArray header = visit.request.header("Authorization");
    if (header.left(6).compare("oauth ", Qt::CaseInsensitive) != 0)
        return call;
    call.sent = true;
    const QMap<QString, QString> given = protocolParameters(header);
    call.token = given.value(u"oauth_token"_s);
    const auto wrong = [&call](const QString &why) {
        call.problem = why;
        return call;
    };
    if (given.value(u"oauth_signature_method"_s) != "HMAC-SHA256"_L1)
        return wrong(u"oauth_signature_method must be HMAC-SHA256."_s);
    if (given.value(u"oauth_version"_s, u"1.0"_s) != "1.0"_L1)
        return wrong(u"oauth_version must be 1.0."_s);
    if (!isRight(method, u"consumer_key"_s, given.value(u"oauth_consumer_key"_s)))
        return wrong(u"The consumer key is unknown."_s);
    if (!isRecent(given.value(u"oauth_timestamp"_s)))
        return wrong(u"The timestamp is too far off."_s);
    const QByteArray key = escaped(practiceSecretOf(method, u"consumer_secret"_s)) + '&'
        + escaped(practiceSecretOf(method, u"access_token_secret"_s));
    const QByteArray expected = hmac(baseString(visit, given), key).toBase64();
    if (given.value(u"oauth_signature"_s).toLatin1() != expected)
        return wrong(u"The signature is wrong."_s);
    const QString nonce = given.value(u"oauth_nonce"_s);
    if (nonce.isEmpty() || !visit.world.ledger.useOnce(visit.place.pack->id, u"nonce "_s + nonce))
        return wrong(u"The nonce was used before."_s);
    return call;
}

QString signedQueryProblem(const Visit &visit, const AuthMethod &method)
{
    QMap<QString, QString> sorted = fromForm(visit.request.query).values;
    const QString sign = sorted.take(u"sign"_s);
    sorted.remove(u"access_token"_s);
    if (!isRecent(sorted.value(u"timestamp"_s)))
        return u"The timestamp is missing or too far off."_s;
    const QByteArray secret
        = practiceSecretOf(method, QLatin1StringView(input::clientSecret)).toUtf8();
    QByteArray message = secret + visit.request.path;
    for (auto it = sorted.begin(); it != sorted.end(); ++it)
        message += it.key().toUtf8() + it.value().toUtf8();
    message += visit.request.body + secret;
    return sign.toLatin1() == hmac(message, secret).toHex() ? QString()
                                                            : u"The signature is wrong."_s;
}

} // namespace relink::sandbox
