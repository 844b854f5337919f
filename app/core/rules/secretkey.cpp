// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretkey.h"

#include <QStringList>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! One spelling for access_token, accessToken, Access-Token and "access token"; without accents.
QString normalised(QStringView key)
{
    QString result;
    result.reserve(key.size());
    for (const QChar c : key) {
        if (!c.isLetterOrNumber())
            continue;
        const QString parts = c.unicode() > 0x7F ? c.decomposition() : QString();
        result += (parts.isEmpty() ? c : parts.front()).toLower();
    }
    return result;
}

bool endsWithAny(const QString &key, const QStringList &endings)
{
    return std::any_of(endings.begin(), endings.end(),
                       [&key](const QString &ending) { return key.endsWith(ending); });
}

bool startsWithAny(const QString &key, const QStringList &beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&key](const QString &beginning) { return key.startsWith(beginning); });
}

} // namespace

SecretKey secretKey(QStringView key)
{
    // Longer than any name of a key: data, and not worth looking at.
    constexpr qsizetype longest = 64;
    if (key.size() < 2 || key.size() > longest)
        return SecretKey::No;
    const QString name = normalised(key);

    static const QStringList headers {u"authorization"_s, u"cookie"_s, u"cookie2"_s};
    if (endsWithAny(name, headers))
        return SecretKey::Header;

    // Error codes end like the keys that they are about: invalid_token, expired_token.
    static const QStringList about {u"invalid"_s, u"expired"_s, u"missing"_s, u"unsupported"_s,
                                    u"bad"_s,     u"wrong"_s,   u"unknown"_s, u"unauthorized"_s};
    if (startsWithAny(name, about))
        return SecretKey::No;

    static const QStringList loose {u"code"_s,  u"state"_s, u"key"_s,       u"session"_s,
                                    u"sid"_s,   u"token"_s, u"assertion"_s, u"authcode"_s,
                                    u"nonce"_s, u"cle"_s};
    if (loose.contains(name))
        return SecretKey::Loose;

    static const QStringList strict {
        u"token"_s,
        u"secret"_s,
        u"password"_s,
        u"passwd"_s,
        u"passphrase"_s,
        u"passcode"_s,
        u"pwd"_s,
        u"apikey"_s,
        u"accesskey"_s,
        u"secretkey"_s,
        u"privatekey"_s,
        u"subscriptionkey"_s,
        u"authkey"_s,
        u"sharedkey"_s,
        u"sessionid"_s,
        u"sessionkey"_s,
        u"verifier"_s,
        u"clientassertion"_s,
        u"authorizationcode"_s,
        u"credentials"_s,
        u"jwt"_s,
        u"samlresponse"_s,
        u"passwort"_s,
        u"kennwort"_s,
        u"wachtwoord"_s,
        u"contrasena"_s,
        u"motdepasse"_s,
        u"senha"_s,
        u"schlussel"_s,
        u"schluessel"_s,
        u"sleutel"_s,
        u"clave"_s,
        u"cleapi"_s,
        u"jeton"_s,
    };
    return endsWithAny(name, strict) ? SecretKey::Strict : SecretKey::No;
}

bool isSecretKey(QStringView key)
{
    return secretKey(key) != SecretKey::No;
}

bool isCredentialNoun(QStringView key)
{
    constexpr qsizetype longest = 5;
    if (key.size() > longest)
        return false;
    const QString name = normalised(key);
    return name == "token"_L1 || name == "key"_L1 || name == "cle"_L1;
}

bool isSecretPath(const QString &path)
{
    const QString last = path.section(u'.', -1);
    if (secretKey(last) == SecretKey::Strict || secretKey(last) == SecretKey::Header)
        return true;
    static const QStringList parts {u"token"_s, u"secret"_s,  u"password"_s, u"key"_s,
                                    u"jwt"_s,   u"session"_s, u"bearer"_s};
    return std::any_of(parts.begin(), parts.end(), [&last](const QString &part) {
        return last.contains(part, Qt::CaseInsensitive);
    });
}

} // namespace relink
