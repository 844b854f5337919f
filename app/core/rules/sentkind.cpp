// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/sentkind.h"

#include "core/rules/secretkey.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

SentKind sentKind(const QString &name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
    }
    static const QStringList users {u"user"_s,  u"username"_s, u"userid"_s, u"login"_s,
                                    u"email"_s, u"loginid"_s,  u"uid"_s};
    // The two halves of an API key are told apart by nobody but its provider.
    static const QStringList keys {
        u"key"_s,       u"appkey"_s,   u"consumerkey"_s, u"consumersecret"_s,
        u"apisecret"_s, u"apitoken"_s, u"appsecret"_s};
    static const QStringList logins {u"pass"_s, u"pw"_s, u"pin"_s, u"sharedsecret"_s};
    static const QStringList pages {u"next"_s, u"page"_s,   u"continuation"_s, u"cursor"_s,
                                    u"sync"_s, u"delta"_s,  u"skip"_s,         u"csrf"_s,
                                    u"xsrf"_s, u"resume"_s, u"request"_s,      u"verification"_s};
    if (users.contains(plain))
        return SentKind::UserName;
    if (keys.contains(plain))
        return SentKind::Key;
    if (logins.contains(plain))
        return SentKind::Login;
    if (plain == "token"_L1)
        return SentKind::Token;
    const SecretKey secret = secretKey(name);
    if (secret == SecretKey::Header)
        return SentKind::Token;
    if (secret != SecretKey::Strict)
        return SentKind::Plain;
    // Where a list goes on is no secret, whatever it is called.
    const auto isPage = [&plain](const QString &page) { return plain.startsWith(page); };
    if (plain.endsWith("token"_L1) && std::any_of(pages.begin(), pages.end(), isPage))
        return SentKind::Plain;
    if (plain.endsWith("key"_L1))
        return SentKind::Key;
    if (plain.contains("token"_L1) || plain.contains("session"_L1) || plain.endsWith("jwt"_L1))
        return plain.contains("refreshtoken"_L1) ? SentKind::Login : SentKind::Token;
    return SentKind::Login;
}

bool hasKind(const QList<SentValue> &values, SentKind kind)
{
    return std::any_of(values.begin(), values.end(),
                       [kind](const SentValue &value) { return sentKind(value.name) == kind; });
}

bool isSignIn(const SeenRequest &request)
{
    static const QRegularExpression path(
        u"/(?:auth|authenticate|authentication|log-?[io]n|sign-?in|tokens?|sessions?)/?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const bool isPage
        = std::any_of(request.query.begin(), request.query.end(),
                      [](const SentValue &value) { return value.name == "response_type"_L1; });
    return !isPage && path.match(request.path).hasMatch();
}

} // namespace relink
