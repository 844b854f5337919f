// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/signing.h"

#include "core/rules/callparts.h"
#include "core/rules/inputs.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;
using callparts::missing;

namespace {

//! RFC 5849 3.6.
QByteArray encoded(const QByteArray &text)
{
    return text.toPercentEncoding();
}

QByteArray hmac(const QByteArray &message, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

Result<Done> signOAuth1(ApiCall &call, const Credential &credential, const CallMoment &moment)
{
    const auto secret = [&credential](const char *name) {
        return credential.inputs.value(QLatin1StringView(name)).reveal();
    };
    for (const char *name : {input::consumerKey, input::consumerSecret, input::oauth1Token,
                             input::oauth1TokenSecret}) {
        if (secret(name).isEmpty())
            return missing(name, u"“%1” is missing."_s.arg(QLatin1StringView(name)));
    }
    QMap<QByteArray, QByteArray> oauth {
        {"oauth_consumer_key", secret(input::consumerKey)},
        {"oauth_nonce", moment.nonce},
        {"oauth_signature_method", "HMAC-SHA256"},
        {"oauth_timestamp", QByteArray::number(moment.now.toSecsSinceEpoch())},
        {"oauth_token", secret(input::oauth1Token)},
        {"oauth_version", "1.0"},
    };
    const QByteArray key
        = encoded(secret(input::consumerSecret)) + '&' + encoded(secret(input::oauth1TokenSecret));
    oauth.insert("oauth_signature",
                 hmac(oauth1BaseString(call.method, call.url, oauth), key).toBase64());
    QByteArrayList parts;
    for (auto it = oauth.begin(); it != oauth.end(); ++it)
        parts.append(it.key() + "=\"" + encoded(it.value()) + '"');
    call.secretHeaderName = "Authorization";
    call.secretHeaderValue = SecretBytes("OAuth " + parts.join(", "));
    return Done {};
}

Result<Done> signQuery(ApiCall &call, const Credential &credential, const CallMoment &moment)
{
    const QByteArray secret
        = credential.inputs.value(QLatin1StringView(input::clientSecret)).reveal();
    if (secret.isEmpty())
        return missing(input::clientSecret, u"The client secret is missing."_s);
    QUrlQuery query(call.url);
    query.addQueryItem(u"timestamp"_s, QString::number(moment.now.toSecsSinceEpoch()));
    call.url.setQuery(query);
    query.addQueryItem(
        u"sign"_s,
        QString::fromLatin1(hmac(signedQueryBase(call.url, call.body, secret), secret).toHex()));
    call.url.setQuery(query);
    return Done {};
}

} // namespace

QByteArray oauth1BaseString(const QByteArray &method, const QUrl &url,
                            const QMap<QByteArray, QByteArray> &oauth)
{
    QList<std::pair<QByteArray, QByteArray>> parameters;
    for (auto it = oauth.begin(); it != oauth.end(); ++it)
        parameters.append({encoded(it.key()), encoded(it.value())});
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        parameters.append({encoded(name.toUtf8()), encoded(value.toUtf8())});
    std::sort(parameters.begin(), parameters.end());
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters)
        pairs.append(name + '=' + value);
    // 3.4.1.2: neither query nor default port belong to the address.
    QUrl base = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    if ((base.scheme() == "https"_L1 && base.port() == 443)
        || (base.scheme() == "http"_L1 && base.port() == 80)) {
        base.setPort(-1);
    }
    return method.toUpper() + '&' + encoded(base.toEncoded()) + '&' + encoded(pairs.join('&'));
}

QByteArray signedQueryBase(const QUrl &url, const QByteArray &body, const QByteArray &secret)
{
    auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    items.removeIf([](const auto &item) {
        return item.first == "sign"_L1 || item.first == "access_token"_L1;
    });
    std::sort(items.begin(), items.end());
    QByteArray message = secret + url.path(QUrl::FullyEncoded).toUtf8();
    for (const auto &[name, value] : items)
        message += name.toUtf8() + value.toUtf8();
    return message + body + secret;
}

Result<Done> sign(ApiCall &call, ApiScheme scheme, const Credential &credential,
                  const CallMoment &moment)
{
    switch (scheme) {
    case ApiScheme::OAuth1:
        return signOAuth1(call, credential, moment);
    case ApiScheme::SignedQuery:
        return signQuery(call, credential, moment);
    case ApiScheme::Token:
    case ApiScheme::Basic:
        return Done {};
    }
    Q_UNREACHABLE();
}

} // namespace relink
