// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/authmethodcheck.h"

#include "core/rules/capturecheck.h"
#include "core/rules/clientcheck.h"
#include "core/rules/headercheck.h"
#include "core/rules/inputcheck.h"
#include "core/rules/inputs.h"
#include "core/rules/lifetimecheck.h"
#include "core/rules/namecheck.h"
#include "core/rules/parametercheck.h"
#include "core/rules/pathcheck.h"
#include "core/rules/redirectcheck.h"
#include "core/rules/secretcheck.h"
#include "core/rules/urlpolicy.h"

#include <QJsonArray>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Keys that mean nothing for this kind are an impossible combination.
void checkKind(PackProblems &problems, const AuthMethod &method, const QJsonObject &object,
               const QString &path)
{
    static const QStringList common {u"id"_s,     u"label"_s,     u"kind"_s,
                                     u"inputs"_s, u"setup_url"_s, u"setup_path"_s};
    static const QStringList calling {u"lifetimes"_s,    u"api"_s,        u"probe"_s,
                                      u"named_probes"_s, u"revocation"_s, u"account_call"_s};
    static const QStringList token {
        u"token_endpoint"_s,        u"token_endpoint_auth_methods_supported"_s,
        u"token_headers"_s,         u"parameter_names"_s,
        u"token_parameter_names"_s, u"grant_types"_s,
        u"token_encoding"_s,        u"token_answer"_s,
        u"token_answer_paths"_s,    u"token_success"_s,
        u"token_captures"_s,        u"assertion"_s};
    static const QStringList refresh {u"refresh_endpoint"_s, u"refresh_parameters"_s};
    static const QStringList scope {u"scopes"_s, u"scope_separator"_s, u"token_parameters"_s};
    static const QMap<AuthKind, QStringList> own {
        {AuthKind::AuthorizationCode,
         calling + token + refresh + scope
             + QStringList {u"discovers"_s, u"authorization_endpoint"_s,
                            u"code_challenge_methods_supported"_s, u"pkce_required"_s,
                            u"authorization_parameters"_s, u"authorization_parameter_names"_s,
                            u"callback_parameter_names"_s, u"redirect"_s, u"callback_captures"_s,
                            u"callback_hmac"_s}},
        {AuthKind::DeviceCode,
         calling + token + refresh + scope
             + QStringList {u"discovers"_s, u"device_authorization_endpoint"_s}},
        {AuthKind::ClientCredentials, calling + token + scope + QStringList {u"discovers"_s}},
        {AuthKind::JwtBearer, calling + token + scope},
        {AuthKind::RefreshToken, calling + token + refresh + QStringList {u"token_input"_s}},
        {AuthKind::ApiKey, calling + QStringList {u"key_input"_s}},
        {AuthKind::Login,
         calling
             + QStringList {u"login_endpoint"_s, u"login_encoding"_s, u"login_fields"_s,
                            u"login_key_path"_s, u"login_lifetime_path"_s, u"login_basic"_s,
                            u"token_headers"_s, u"token_captures"_s}},
        {AuthKind::Delegated, {}},
    };
    for (const QString &key : object.keys()) {
        if (!common.contains(key) && !own.value(method.kind).contains(key)) {
            problems.add(path + u'.' + key,
                         u"This key does not go with the kind “%1”."_s.arg(toString(method.kind)));
        }
    }
}

void checkAccountCall(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                      const QString &path, const PlaceholderNames &names)
{
    const AccountCall &a = method.accountCall;
    if (!a.exists())
        return;
    const QString at = path + u".account_call"_s;
    problems.address(at + u".url"_s, a.url, names, pack.loopbackHttpAllowed);
    if (!isHeaderName(a.header)
        || (isForbiddenHeader(a.header)
            && a.header.compare("authorization"_L1, Qt::CaseInsensitive) != 0)) {
        problems.add(at + u".header"_s, u"This is no header for a token."_s);
    }
    problems.headerText(at + u".prefix"_s, a.prefix, PlaceholderNames());
    checkCaptures(problems, a.captures, at + u".captures"_s, names);
}

void checkTokenAnswer(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    static const QStringList known {u"access_token"_s,
                                    u"refresh_token"_s,
                                    u"token_type"_s,
                                    u"expires_in"_s,
                                    u"expires_at"_s,
                                    u"refresh_token_expires_in"_s,
                                    u"refresh_token_expires_at"_s,
                                    u"scope"_s};
    for (auto it = method.tokenAnswer.paths.begin(); it != method.tokenAnswer.paths.end(); ++it) {
        if (!known.contains(it.key()) || it.value().isEmpty()) {
            problems.add(path + u".token_answer_paths."_s + it.key(),
                         u"This must be one of: %1."_s.arg(known.join(u", "_s)));
        }
    }
}

//! Whoever discovers needs something to begin with.
void checkDiscovery(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const QStringList needed = neededAddresses(method.kind);
    const bool entered = std::all_of(needed.begin(), needed.end(), [&method](const QString &key) {
        return fieldOf(method, key) != nullptr;
    });
    if (method.discovers && !entered && !fieldOf(method, QLatin1StringView(input::issuer))) {
        problems.add(
            path + u".discovers"_s,
            u"Discovery needs an input “issuer”, or inputs: %1."_s.arg(needed.join(u", "_s)));
    }
}

//! Methods that ask the token endpoint without a person.
void checkMint(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
               const QJsonObject &object, const QString &path, const PlaceholderNames &names)
{
    checkDiscovery(problems, method, path);
    const QString token = path + u".token_endpoint"_s;
    if (method.discovers && object.contains("token_endpoint"_L1))
        problems.add(token, u"Here the address comes from the merchant or from metadata."_s);
    else if (!method.discovers && method.tokenEndpoint.isEmpty())
        problems.add(token, u"This key is missing."_s);
    else if (!method.discovers)
        problems.address(token, method.tokenEndpoint, names, pack.loopbackHttpAllowed);
    if (!method.refreshEndpoint.isEmpty()) {
        problems.address(path + u".refresh_endpoint"_s, method.refreshEndpoint, names,
                         pack.loopbackHttpAllowed);
    }
    if (method.kind != AuthKind::JwtBearer || !method.clientAuthMethods.isEmpty())
        checkClient(problems, method, path);
    checkParameters(problems, method, path, names);
}

void checkCode(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
               const QJsonObject &object, const QString &path, const PlaceholderNames &names)
{
    const auto address = [&](const QString &key, const QString &templ, bool required) {
        const QString at = path + u'.' + key;
        if (method.discovers && object.contains(key))
            problems.add(at, u"Here the address comes from the merchant or from metadata."_s);
        else if (!templ.isEmpty())
            problems.address(at, templ, names, pack.loopbackHttpAllowed);
        else if (required && !method.discovers)
            problems.add(at, u"This key is missing."_s);
    };
    const bool byDevice = method.kind == AuthKind::DeviceCode;
    address(u"authorization_endpoint"_s, method.authorizationEndpoint, !byDevice);
    address(u"device_authorization_endpoint"_s, method.deviceEndpoint, byDevice);
    address(u"token_endpoint"_s, method.tokenEndpoint, true);
    address(u"refresh_endpoint"_s, method.refreshEndpoint, false);
    checkDiscovery(problems, method, path);
    checkClient(problems, method, path);
    checkParameters(problems, method, path, names);
    if (!byDevice)
        checkRedirect(problems, pack, method, object, path, names);
}

} // namespace

void checkAuthMethod(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                     const QJsonObject &object, const QString &path)
{
    if (!isPlaceholderName(method.id))
        problems.add(path + u".id"_s, u"An id has letters, digits, dot, hyphen, underscore."_s);
    const QJsonArray inputs = object.value("inputs"_L1).toArray();
    for (qsizetype i = 0; i < method.inputs.size(); ++i) {
        const QString at = path + u".inputs[%1]"_s.arg(i);
        checkInput(problems, method.inputs[i], inputs.at(i).toObject(), at);
        checkChoices(problems, method.inputs[i], at);
    }
    checkNames(problems, pack, method, path);
    const PlaceholderNames names = namesOf(pack, method);
    checkKind(problems, method, object, path);
    checkCaptures(problems, method.callbackCaptures, path + u".callback_captures"_s, names);
    checkCaptures(problems, method.tokenCaptures, path + u".token_captures"_s, names);
    for (qsizetype i = 0; i < method.tokenCaptures.size(); ++i) {
        if (!method.tokenCaptures[i].equals.isEmpty()) {
            problems.add(path + u".token_captures[%1].equals"_s.arg(i),
                         u"Only what the redirect brings is compared."_s);
        }
    }
    checkHeaders(problems, path + u".token_headers"_s, method.tokenHeaders, names);
    for (const QString &header : method.tokenHeaders.keys()) {
        // Of these two the call itself knows best.
        if (header.compare("content-type"_L1, Qt::CaseInsensitive) == 0
            || header.compare("accept"_L1, Qt::CaseInsensitive) == 0) {
            problems.add(path + u".token_headers."_s + header, u"A pack cannot set this header."_s);
        }
    }
    checkLifetimes(problems, pack, method, object.value("lifetimes"_L1).toObject(), path);
    checkAssertion(problems, method, path, names);
    checkAccountCall(problems, pack, method, path, names);
    checkTokenAnswer(problems, method, path);
    checkAnswerPaths(problems, method, path);
    checkCaptureOrder(problems, pack, method, path);
    checkSecrets(problems, pack, method, path);
    if (!method.setupUrl.isEmpty()
        && !checkBrowserUrl(QUrl(method.setupUrl, QUrl::StrictMode), false)) {
        problems.add(path + u".setup_url"_s, u"This must be an https address."_s);
    }

    switch (method.kind) {
    case AuthKind::AuthorizationCode:
    case AuthKind::DeviceCode:
        checkCode(problems, pack, method, object, path, names);
        return;
    case AuthKind::ClientCredentials:
    case AuthKind::JwtBearer:
        checkMint(problems, pack, method, object, path, names);
        return;
    case AuthKind::RefreshToken: {
        checkMint(problems, pack, method, object, path, names);
        const InputField *token = fieldOf(method, method.tokenInput);
        if (!token || !token->secret)
            problems.add(path + u".token_input"_s, u"This must name a secret input."_s);
        return;
    }
    case AuthKind::ApiKey: {
        const InputField *key = fieldOf(method, method.keyInput);
        if (!key || !key->secret)
            problems.add(path + u".key_input"_s, u"This must name a secret input."_s);
        return;
    }
    case AuthKind::Login:
        problems.address(path + u".login_endpoint"_s, method.loginEndpoint, names,
                         pack.loopbackHttpAllowed);
        if (method.loginFields.isEmpty() && method.loginBasicUser.isEmpty())
            problems.add(path + u".login_fields"_s, u"A login has at least one field."_s);
        for (auto it = method.loginFields.begin(); it != method.loginFields.end(); ++it) {
            const QString at = path + u".login_fields."_s + it.key();
            if (!isParameterName(it.key()))
                problems.add(at, u"This is no name of a parameter."_s);
            problems.text(at, it.value(), names, true);
        }
        problems.text(path + u".login_basic.user"_s, method.loginBasicUser, names, true);
        problems.text(path + u".login_basic.password"_s, method.loginBasicPassword, names, true);
        return;
    case AuthKind::Delegated:
        if (!method.inputs.isEmpty())
            problems.add(path + u".inputs"_s, u"Another product holds this access."_s);
        return;
    }
}

} // namespace relink
