// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/clientcheck.h"

#include "core/rules/inputs.h"

namespace relink {

using namespace Qt::StringLiterals;

void checkClient(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const InputField *id = fieldOf(method, QLatin1StringView(input::clientId));
    const InputField *secret = fieldOf(method, QLatin1StringView(input::clientSecret));
    if (!id || id->secret)
        problems.add(path + u".inputs"_s, u"An input “client_id” is missing."_s);
    if (secret && !secret->secret)
        problems.add(path + u".inputs"_s, u"The input “client_secret” must be secret."_s);
    if (method.clientAuthMethods.isEmpty()) {
        problems.add(path + u".token_endpoint_auth_methods_supported"_s, u"This key is missing."_s);
        return;
    }
    const auto goesWithout = [](ClientAuthMethod way) {
        return way == ClientAuthMethod::None || way == ClientAuthMethod::PrivateKeyJwt;
    };
    const QList<ClientAuthMethod> &ways = method.clientAuthMethods;
    for (qsizetype i = 0; i < ways.size(); ++i) {
        if (ways.indexOf(ways[i]) != i) {
            problems.add(path + u".token_endpoint_auth_methods_supported[%1]"_s.arg(i),
                         u"This stands here twice."_s);
        }
    }
    const bool needsSecret = std::none_of(ways.begin(), ways.end(), goesWithout);
    const bool takesSecret = !std::all_of(ways.begin(), ways.end(), goesWithout);
    if (ways.contains(ClientAuthMethod::PrivateKeyJwt) && !method.assertion.exists()) {
        problems.add(path + u".assertion"_s, u"“private_key_jwt” needs an assertion."_s);
    }
    if (needsSecret && !(secret && secret->required)) {
        problems.add(path + u".inputs"_s,
                     u"Without “none”, a required input “client_secret” is missing."_s);
    }
    if (takesSecret && !secret)
        problems.add(path + u".inputs"_s, u"An input “client_secret” is missing."_s);
    if (!method.callbackHmac.isEmpty() && !secret) {
        problems.add(path + u".callback_hmac"_s,
                     u"A signed redirect is checked with an input “client_secret”."_s);
    }
    if (method.pkceRequired && !method.pkce)
        problems.add(path + u".pkce_required"_s, u"This provider takes none."_s);
    if (method.kind == AuthKind::AuthorizationCode && !method.pkce && !needsSecret) {
        problems.add(path + u".code_challenge_methods_supported"_s,
                     u"A client without a secret needs S256."_s);
    }
}

void checkRevocationClients(PackProblems &problems, const ProviderPack &pack)
{
    for (qsizetype i = 0; i < pack.authMethods.size(); ++i) {
        const AuthMethod &method = pack.authMethods[i];
        const RevocationDefinition &r = pack.revocationOf(&method);
        if (method.kind == AuthKind::Delegated || !r.exists() || r.withoutClient
            || r.style == RevocationStyle::Delete || !r.authorization.isEmpty()) {
            continue;
        }
        const QList<ClientAuthMethod> &ways = method.clientAuthMethods;
        // An assertion is made for the token address alone; a client without a proof says its id.
        const bool proves = fieldOf(method, QLatin1StringView(input::clientId))
            && (ways.isEmpty() || std::any_of(ways.begin(), ways.end(), [](ClientAuthMethod way) {
                                return way != ClientAuthMethod::PrivateKeyJwt;
                            }));
        if (!proves) {
            problems.add((method.revocation ? u"$.auth_methods[%1]"_s.arg(i) : u"$"_s)
                             + u".revocation.authentication"_s,
                         u"“%1” has no client that could prove itself here: write “none”, or give "
                         "that way a revocation of its own."_s.arg(method.id));
        }
    }
}

void checkAssertion(PackProblems &problems, const AuthMethod &method, const QString &path,
                    const PlaceholderNames &names)
{
    const Assertion &a = method.assertion;
    const QString at = path + u".assertion"_s;
    if (!a.exists()) {
        if (method.kind == AuthKind::JwtBearer)
            problems.add(at, u"This key is missing."_s);
        return;
    }
    if (method.kind != AuthKind::JwtBearer
        && !method.clientAuthMethods.contains(ClientAuthMethod::PrivateKeyJwt)) {
        problems.add(at, u"Nothing here sends an assertion."_s);
    }
    // A call carries one assertion.
    if (method.kind == AuthKind::JwtBearer
        && method.clientAuthMethods.contains(ClientAuthMethod::PrivateKeyJwt)) {
        problems.add(path + u".token_endpoint_auth_methods_supported"_s,
                     u"The assertion is the grant already; it cannot be the client's proof too."_s);
    }
    const InputField *key = fieldOf(method, a.keyInput);
    if (!key || !key->secret)
        problems.add(at + u".key_input"_s, u"This must name a secret input."_s);
    PlaceholderNames known = names;
    known.open.insert(u"scope"_s);
    problems.text(at + u".key_id"_s, a.keyId, known);
    problems.text(at + u".issuer"_s, a.issuer, known);
    problems.text(at + u".subject"_s, a.subject, known);
    if (a.withoutSubject && !a.subject.isEmpty())
        problems.add(at + u".subject"_s, u"There is none: without_subject."_s);
    problems.text(at + u".audience"_s, a.audience, known);
    static const QStringList own {u"iss"_s, u"sub"_s, u"aud"_s, u"exp"_s, u"iat"_s, u"jti"_s};
    for (auto it = a.claims.begin(); it != a.claims.end(); ++it) {
        const QString claim = at + u".claims."_s + it.key();
        if (own.contains(it.key()))
            problems.add(claim, u"Relink sets this claim itself; a pack cannot."_s);
        problems.text(claim, it.value(), known);
    }
    if (a.lifetime.count() < 1 || a.lifetime.count() > 3600)
        problems.add(at + u".lifetime_seconds"_s, u"This must be from 1 to 3600."_s);
}

} // namespace relink
