// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/authmethodcheck.h"

#include "core/rules/inputs.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

const InputField *fieldOf(const AuthMethod &method, const QString &key)
{
    for (const InputField &field : method.inputs) {
        if (field.key == key)
            return &field;
    }
    return nullptr;
}

bool isValidPattern(const QString &pattern)
{
    return QRegularExpression(pattern).isValid();
}

bool matchesWhole(const QString &pattern, const QString &value)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

void checkInput(PackProblems &problems, const InputField &field, const QString &path)
{
    if (!isPlaceholderName(field.key))
        problems.add(path + u".key"_s, u"A key has letters, digits, dot, hyphen, underscore."_s);
    if (!isValidPattern(field.pattern)) {
        problems.add(path + u".pattern"_s, u"This is no regular expression."_s);
        return;
    }
    if (field.secret) {
        // A secret in a file that is passed around is none.
        if (!field.defaultValue.isEmpty())
            problems.add(path + u".default"_s, u"A secret cannot have a default."_s);
        if (!field.choices.isEmpty())
            problems.add(path + u".choices"_s, u"A secret cannot be chosen from a list."_s);
        return;
    }
    const auto fits = [&field](const QString &value) {
        const QString used = normalized(field, value);
        return (field.pattern.isEmpty() || matchesWhole(field.pattern, used))
            && (field.choices.isEmpty() || field.choices.contains(used));
    };
    if (!field.defaultValue.isEmpty() && !fits(field.defaultValue))
        problems.add(path + u".default"_s, u"The default does not fit pattern or choices."_s);
    if (!field.example.isEmpty() && !fits(field.example))
        problems.add(path + u".example"_s, u"The example does not fit pattern or choices."_s);
    for (const QString &choice : field.choices) {
        if (!fits(choice))
            problems.add(path + u".choices"_s, u"A choice does not fit the pattern."_s);
    }
}

//! Every choice fills in the same placeholders, or an address would have a gap.
void checkChoices(PackProblems &problems, const InputField &field, const QString &path)
{
    for (auto it = field.choiceValues.begin(); it != field.choiceValues.end(); ++it) {
        if (!isPlaceholderName(it.key()))
            problems.add(path + u".choice_values"_s, u"“%1” is no placeholder."_s.arg(it.key()));
        const QStringList given = it.value().keys();
        for (const QString &choice : given) {
            if (!field.choices.contains(choice))
                problems.add(path + u".choice_values"_s, u"“%1” is no choice."_s.arg(choice));
        }
        for (const QString &choice : field.choices) {
            if (!given.contains(choice)) {
                problems.add(path + u".choice_values"_s,
                             u"The choice “%1” gives “%2” no value."_s.arg(choice, it.key()));
            }
        }
    }
    for (const QString &choice : field.choiceLabels.keys()) {
        if (!field.choices.contains(choice))
            problems.add(path + u".choice_values"_s, u"“%1” is no choice."_s.arg(choice));
    }
}

void checkCaptures(PackProblems &problems, const QList<Capture> &captures, const QString &path,
                   const PlaceholderNames &names)
{
    for (qsizetype i = 0; i < captures.size(); ++i) {
        const QString at = path + u'[' + QString::number(i) + u']';
        if (captures[i].from.isEmpty())
            problems.add(at + u".from"_s, u"This must not be empty."_s);
        if (!isPlaceholderName(captures[i].as))
            problems.add(at + u".as"_s, u"This is no usable placeholder."_s);
        if (!isValidPattern(captures[i].pattern))
            problems.add(at + u".pattern"_s, u"This is no regular expression."_s);
        problems.text(at + u".equals"_s, captures[i].equals, names);
        const QString last = captures[i].from.section(u'.', -1).toLower();
        if (last.endsWith("token"_L1) && !captures[i].pattern.contains(u'('))
            problems.add(at + u".pattern"_s, u"Of a token only a group of a pattern is kept."_s);
    }
}

//! Keys that mean nothing for this kind are an impossible combination.
void checkKind(PackProblems &problems, const AuthMethod &method, const QJsonObject &object,
               const QString &path)
{
    static const QStringList common {u"id"_s,     u"label"_s,     u"kind"_s,
                                     u"inputs"_s, u"setup_url"_s, u"setup_path"_s};
    static const QStringList calling {u"lifetimes"_s, u"api"_s, u"probe"_s, u"revocation"_s,
                                      u"account_call"_s};
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

//! The provider's names that come out of it.
QSet<QString> checkNames(PackProblems &problems, const QMap<QString, QString> &names,
                         const QString &path, bool canLeaveOut)
{
    const QStringList &standard = standardParameters();
    QSet<QString> renamed;
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QString at = path + u'.' + it.key();
        if (!standard.contains(it.key()))
            problems.add(at, u"This is no standard parameter."_s);
        if (it.value().isEmpty()) {
            // Without it no answer could be told from a forged one (R01).
            if (!canLeaveOut || it.key() == "state"_L1)
                problems.add(at, u"This parameter cannot be left out."_s);
            continue;
        }
        if (renamed.contains(it.value())
            || (standard.contains(it.value()) && it.value() != it.key())) {
            problems.add(at, u"Another parameter has this name."_s);
        }
        renamed.insert(it.value());
    }
    return renamed;
}

void checkParameters(PackProblems &problems, const AuthMethod &method, const QString &path,
                     const PlaceholderNames &names)
{
    QSet<QString> renamed
        = checkNames(problems, method.parameterNames, path + u".parameter_names"_s, false);
    checkNames(problems, method.authorizationParameterNames,
               path + u".authorization_parameter_names"_s, true);
    checkNames(problems, method.callbackParameterNames, path + u".callback_parameter_names"_s,
               false);
    const QSet<QString> inToken = checkNames(problems, method.tokenParameterNames,
                                             path + u".token_parameter_names"_s, true);
    for (auto it = method.authorizationParameters.begin();
         it != method.authorizationParameters.end(); ++it) {
        const QString at = path + u".authorization_parameters."_s + it.key();
        // R23: some providers want a nonce with every request; a fresh one is the only good one.
        const bool nonce = it.key() == "nonce"_L1 && it.value() == "{random_uuid}"_L1;
        if ((isReservedAuthorizationParameter(it.key()) && !nonce) || renamed.contains(it.key()))
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        problems.text(at, it.value(), names);
    }
    for (auto it = method.tokenParameters.begin(); it != method.tokenParameters.end(); ++it) {
        const QString at = path + u".token_parameters."_s + it.key();
        if (standardParameters().contains(it.key()) || renamed.contains(it.key())
            || inToken.contains(it.key())) {
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        }
        problems.text(at, it.value(), names);
    }
    for (auto it = method.refreshParameters.begin(); it != method.refreshParameters.end(); ++it) {
        const QString at = path + u".refresh_parameters."_s + it.key();
        if (standardParameters().contains(it.key()) || renamed.contains(it.key()))
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        problems.text(at, it.value(), names);
    }
    static const QStringList grants {u"authorization_code"_s, u"refresh_token"_s,
                                     u"client_credentials"_s,
                                     u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s,
                                     u"urn:ietf:params:oauth:grant-type:device_code"_s};
    for (const QString &grant : method.grantTypes.keys()) {
        if (!grants.contains(grant))
            problems.add(path + u".grant_types."_s + grant, u"This is no standard grant type."_s);
    }
}

void checkRedirect(PackProblems &problems, const AuthMethod &method, const QJsonObject &object,
                   const QString &path, const PlaceholderNames &names)
{
    const QJsonObject redirect = object.value("redirect"_L1).toObject();
    const bool canPaste = method.redirectMode == RedirectMode::Paste
        || method.redirectModeByEnvironment.values().contains(RedirectMode::Paste);
    if (redirect.contains("port"_L1) && method.redirectPort != 0
        && (method.redirectPort < 1024 || method.redirectPort > 65535)) {
        problems.add(path + u".redirect.port"_s, u"A port is 0 or from 1024 to 65535."_s);
    }
    if (!method.redirectAlias.isEmpty() && !canPaste)
        problems.add(path + u".redirect.alias"_s, u"Only the mode “paste” has an alias."_s);
    problems.text(path + u".redirect.alias"_s, method.redirectAlias, names);
    if (canPaste && method.redirectAlias.isEmpty()
        && !fieldOf(method, QLatin1StringView(input::redirectUri))) {
        problems.add(path + u".redirect.alias"_s,
                     u"Pasting needs an alias or an input “redirect_uri”."_s);
    }
}

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
    if (method.kind == AuthKind::AuthorizationCode && !method.pkce && !needsSecret) {
        problems.add(path + u".code_challenge_methods_supported"_s,
                     u"A client without a secret needs S256."_s);
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
        checkRedirect(problems, method, object, path, names);
    if (method.scopeSeparator.size() != 1)
        problems.add(path + u".scope_separator"_s, u"This must be one character."_s);
    for (const QString &scope : method.scopes) {
        if (scope.isEmpty() || scope.contains(method.scopeSeparator))
            problems.add(path + u".scopes"_s, u"A scope is empty or holds the separator."_s);
    }
}

void checkLifetimes(PackProblems &problems, const TokenLifetimes &l, const QString &path)
{
    using namespace std::chrono_literals;
    if (l.access && l.accessNeverExpires)
        problems.add(path + u".access_seconds"_s, u"This access never expires."_s);
    if (l.grace && l.rotates != true)
        problems.add(path + u".grace_seconds"_s, u"Only what rotates has a grace."_s);
    for (const auto &value : {l.access, l.refreshIdle, l.refreshHard, l.refreshInterval}) {
        if (value == 0s)
            problems.add(path, u"A lifetime cannot be 0."_s);
    }
}

} // namespace

PlaceholderNames namesOf(const ProviderPack &pack, const AuthMethod &method)
{
    PlaceholderNames names;
    for (const InputField &field : method.inputs) {
        (field.secret ? names.secret : names.open).insert(field.key);
        if (field.pattern.isEmpty() && field.choices.isEmpty())
            names.unbounded.insert(field.key);
        for (const QString &filled : field.choiceValues.keys())
            names.open.insert(filled);
        if (field.normalize.contains(Normalization::SplitPath))
            names.open.insert(field.key + u".path"_s);
    }
    for (const QList<Capture> &captures :
         {method.callbackCaptures, method.tokenCaptures, method.accountCall.captures}) {
        for (const Capture &capture : captures) {
            names.open.insert(capture.as);
            if (capture.pattern.isEmpty())
                names.unbounded.insert(capture.as);
        }
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it)
        names.open.insert(it.key());
    names.open.insert(u"random_uuid"_s);
    names.open.insert(u"organisation_id"_s);
    names.unbounded.insert(u"organisation_id"_s);
    return names;
}

void PackProblems::address(const QString &path, const QString &templ, const PlaceholderNames &names,
                           bool loopbackHttpAllowed)
{
    text(path, templ, names);
    const QString authority = templateAuthority(templ);
    for (const QChar c : authority) {
        if (c.unicode() > 0x7e) {
            add(path, u"A host is written in plain ASCII."_s);
            return;
        }
    }
    QMap<QString, QString> samples;
    for (const QString &name : placeholders(templ).value_or(QStringList())) {
        samples.insert(name, name.endsWith(".path"_L1) ? u"/a"_s : u"a"_s);
        // What ends the host decides whose it is.
        if (names.unbounded.contains(name) && authority.endsWith(u'{' + name + u'}')) {
            add(path, u"“%1” ends the host and needs a pattern or a list of choices."_s.arg(name));
        }
    }
    const auto sample = expand(templ, samples);
    if (!sample) {
        add(path, u"This is no usable address."_s);
        return;
    }
    if (const auto url = checkEndpoint(*sample, loopbackHttpAllowed); !url)
        add(path, url.error().description);
}

void PackProblems::text(const QString &path, const QString &templ, const PlaceholderNames &names,
                        bool secretsToo)
{
    const auto used = placeholders(templ);
    if (!used) {
        add(path, u"The braces of this template do not pair."_s);
        return;
    }
    for (const QString &name : *used) {
        if (names.secret.contains(name)) {
            if (!secretsToo)
                add(path, u"The secret “%1” may stand in login_fields alone."_s.arg(name));
        } else if (!names.open.contains(name)) {
            add(path, u"Nothing gives “%1” a value."_s.arg(name));
        }
    }
}

const QStringList &standardParameters()
{
    static const QStringList standard {
        u"response_type"_s, u"client_id"_s,     u"redirect_uri"_s,   u"scope"_s,
        u"state"_s,         u"grant_type"_s,    u"code"_s,           u"refresh_token"_s,
        u"client_secret"_s, u"code_verifier"_s, u"code_challenge"_s, u"code_challenge_method"_s};
    return standard;
}

bool isPlaceholderName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.-]{1,64}\\z"_s);
    return form.match(name).hasMatch();
}

bool isHeaderName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}\\z"_s);
    return form.match(name).hasMatch();
}

bool isForbiddenHeader(const QString &name)
{
    const QString n = name.toLower();
    static const QStringList set {u"authorization"_s, u"host"_s,       u"content-length"_s,
                                  u"connection"_s,    u"cookie"_s,     u"transfer-encoding"_s,
                                  u"upgrade"_s,       u"te"_s,         u"trailer"_s,
                                  u"expect"_s,        u"keep-alive"_s, u"accept-encoding"_s};
    return set.contains(n) || n.startsWith("proxy-"_L1) || n.startsWith("sec-"_L1);
}

void checkAuthMethod(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                     const QJsonObject &object, const QString &path)
{
    if (!isPlaceholderName(method.id))
        problems.add(path + u".id"_s, u"An id has letters, digits, dot, hyphen, underscore."_s);
    QSet<QString> keys;
    for (qsizetype i = 0; i < method.inputs.size(); ++i) {
        const QString at = path + u".inputs[%1]"_s.arg(i);
        checkInput(problems, method.inputs[i], at);
        if (keys.contains(method.inputs[i].key) || pack.constants.contains(method.inputs[i].key))
            problems.add(at + u".key"_s, u"Something else has this name."_s);
        keys.insert(method.inputs[i].key);
        checkChoices(problems, method.inputs[i], at);
    }
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
    for (auto it = method.tokenHeaders.begin(); it != method.tokenHeaders.end(); ++it) {
        const QString at = path + u".token_headers."_s + it.key();
        if (!isHeaderName(it.key()) || isForbiddenHeader(it.key())
            || it.key().compare("content-type"_L1, Qt::CaseInsensitive) == 0) {
            problems.add(at, u"A pack cannot set this header."_s);
        }
        problems.text(at, it.value(), names);
    }
    checkLifetimes(problems, method.lifetimes, path + u".lifetimes"_s);
    checkAssertion(problems, method, path, names);
    checkAccountCall(problems, pack, method, path, names);
    checkTokenAnswer(problems, method, path);
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
        for (auto it = method.loginFields.begin(); it != method.loginFields.end(); ++it)
            problems.text(path + u".login_fields."_s + it.key(), it.value(), names, true);
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
