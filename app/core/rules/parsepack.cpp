// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsepack.h"

#include "core/rules/packcheck.h"
#include "core/rules/packvocabulary.h"
#include "core/rules/parsementions.h"
#include "core/rules/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

// Form was checked before: every value read here has its type.

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue item : value.toArray())
        list.append(item.toString());
    return list;
}

QMap<QString, QString> map(const QJsonValue &value)
{
    QMap<QString, QString> result;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), it.value().toString());
    return result;
}

std::optional<std::chrono::seconds> seconds(const QJsonObject &o, const QString &key)
{
    if (!o.contains(key))
        return std::nullopt;
    return std::chrono::seconds(o.value(key).toInteger());
}

std::optional<int> integer(const QJsonObject &o, const QString &key)
{
    return o.contains(key) ? std::optional(o.value(key).toInt()) : std::nullopt;
}

BodyEncoding encoding(const QJsonObject &o, const QString &key, BodyEncoding otherwise)
{
    if (!o.contains(key))
        return otherwise;
    return o.value(key) == "json"_L1 ? BodyEncoding::Json
        : o.value(key) == "query"_L1 ? BodyEncoding::Query
                                     : BodyEncoding::Form;
}

RedirectMode redirectMode(const QString &text)
{
    return text == "paste"_L1 ? RedirectMode::Paste : RedirectMode::Loopback;
}

Normalization normalization(const QString &text)
{
    if (text == "lower_case"_L1)
        return Normalization::LowerCase;
    if (text == "strip_scheme"_L1)
        return Normalization::StripScheme;
    if (text == "strip_path"_L1)
        return Normalization::StripPath;
    if (text == "underscore_to_hyphen"_L1)
        return Normalization::UnderscoreToHyphen;
    if (text == "split_path"_L1)
        return Normalization::SplitPath;
    return Normalization::Trim;
}

QList<Normalization> normalizations(const QJsonObject &o)
{
    QList<Normalization> steps;
    for (const QString &step : texts(o.value("normalize"_L1)))
        steps.append(normalization(step));
    return steps;
}

InputField inputField(const QJsonObject &o)
{
    InputField field;
    field.key = o.value("key"_L1).toString();
    field.label = o.value("label"_L1).toString();
    field.help = o.value("help"_L1).toString();
    field.secret = o.value("secret"_L1).toBool();
    field.required = o.value("required"_L1).toBool(true);
    field.pattern = o.value("pattern"_L1).toString();
    field.example = o.value("example"_L1).toString();
    field.defaultValue = o.value("default"_L1).toString();
    field.choices = texts(o.value("choices"_L1));
    field.environment = environmentFromString(o.value("environment"_L1).toString());
    for (const QJsonValue item : o.value("choice_values"_L1).toArray()) {
        const QJsonObject c = item.toObject();
        const QString choice = c.value("choice"_L1).toString();
        if (c.contains("label"_L1))
            field.choiceLabels.insert(choice, c.value("label"_L1).toString());
        const QMap<QString, QString> values = map(c.value("values"_L1));
        for (auto it = values.begin(); it != values.end(); ++it)
            field.choiceValues[it.key()].insert(choice, it.value());
    }
    const QMap<QString, QString> shapes = map(o.value("shapes"_L1));
    for (auto it = shapes.begin(); it != shapes.end(); ++it) {
        field.shapes.insert(it.key(),
                            environmentFromString(it.value()).value_or(Environment::Production));
    }
    field.normalize = normalizations(o);
    field.stripSuffix = o.value("strip_suffix"_L1).toString();
    return field;
}

QList<Capture> captures(const QJsonValue &value)
{
    QList<Capture> list;
    for (const QJsonValue item : value.toArray()) {
        const QJsonObject o = item.toObject();
        list.append({o.value("from"_L1).toString(), o.value("as"_L1).toString(),
                     o.value("pattern"_L1).toString(), o.value("equals"_L1).toString(),
                     o.value("required"_L1).toBool(true), normalizations(o)});
    }
    return list;
}

TokenLifetimes lifetimes(const QJsonObject &o)
{
    TokenLifetimes l;
    l.access = seconds(o, u"access_seconds"_s);
    l.accessNeverExpires = o.value("access_never_expires"_L1).toBool();
    l.refreshIdle = seconds(o, u"refresh_idle_seconds"_s);
    l.refreshHard = seconds(o, u"refresh_hard_seconds"_s);
    if (o.contains("rotates"_L1))
        l.rotates = o.value("rotates"_L1).toBool();
    l.grace = seconds(o, u"grace_seconds"_s);
    l.refreshInterval = seconds(o, u"refresh_interval_seconds"_s);
    l.margin = seconds(o, u"margin_seconds"_s);
    l.refreshNeverExpires = o.value("refresh_never_expires"_L1).toBool();
    l.earliestRefresh = seconds(o, u"earliest_refresh_seconds"_s);
    l.warnBefore = seconds(o, u"warn_before_seconds"_s);
    return l;
}

void readRedirect(const QJsonObject &o, AuthMethod &method)
{
    method.redirectMode = redirectMode(o.value("mode"_L1).toString());
    for (const auto environment : {Environment::Production, Environment::Test}) {
        const QJsonValue mode = o.value(toString(environment));
        if (mode.isString())
            method.redirectModeByEnvironment.insert(environment, redirectMode(mode.toString()));
    }
    method.redirectPort = o.value("port"_L1).toInt();
    method.redirectHost = o.value("host"_L1).toString();
    method.redirectAlias = o.value("alias"_L1).toString();
}

ApiScheme apiScheme(const QString &text)
{
    return text == "basic"_L1       ? ApiScheme::Basic
        : text == "oauth1"_L1       ? ApiScheme::OAuth1
        : text == "signed_query"_L1 ? ApiScheme::SignedQuery
                                    : ApiScheme::Token;
}

ApiAuthentication api(const QJsonObject &o)
{
    ApiAuthentication a;
    a.scheme = apiScheme(o.value("scheme"_L1).toString());
    a.header = o.value("header"_L1).toString();
    a.prefix = o.value("prefix"_L1).toString();
    a.headers = map(o.value("headers"_L1));
    a.secretHeaders = map(o.value("secret_headers"_L1));
    a.query = map(o.value("query"_L1));
    const QJsonObject basic = o.value("basic"_L1).toObject();
    a.basicUser = basic.value("user"_L1).toString();
    a.basicPassword = basic.value("password"_L1).toString();
    return a;
}

ProbeDefinition probe(const QJsonObject &o)
{
    ProbeDefinition p;
    p.method = o.value("method"_L1).toString(u"GET"_s);
    p.url = o.value("url"_L1).toString();
    p.mint = o.value("mint"_L1).toBool();
    p.headers = map(o.value("headers"_L1));
    p.body = o.value("body"_L1).toString().toUtf8();
    p.jsonAnswer = o.value("answer"_L1).toString() != "any"_L1;
    p.xmlAnswer = o.value("answer"_L1).toString() == "xml"_L1;
    p.sendsOrganisation = o.value("sends_organisation"_L1).toBool(true);
    p.failurePath = o.value("failure_path"_L1).toString();
    const QJsonObject success = o.value("success"_L1).toObject();
    p.successPath = success.value("path"_L1).toString();
    p.successValue = success.value("value"_L1).toString();
    p.organisationId = o.value("organisation_id"_L1).toString();
    p.organisationIdPath = o.value("organisation_id_path"_L1).toString();
    p.organisationNamePath = o.value("organisation_name_path"_L1).toString();
    p.organisationListPath = o.value("organisation_list_path"_L1).toString();
    p.identityPath = o.value("identity_path"_L1).toString();
    p.reachabilityUrl = o.value("reachability_url"_L1).toString();
    p.absentReason = o.value("absent_reason"_L1).toString();
    p.interval = seconds(o, u"interval_seconds"_s);
    return p;
}

QList<NamedProbe> namedProbes(const QJsonValue &value)
{
    QList<NamedProbe> list;
    for (const QJsonValue item : value.toArray()) {
        const QJsonObject o = item.toObject();
        list.append({o.value("id"_L1).toString(), o.value("what"_L1).toString(), probe(o),
                     o.value("source"_L1).toString(), texts(o.value("scopes"_L1))});
    }
    return list;
}

RevocationDefinition revocation(const QJsonObject &o)
{
    RevocationDefinition r;
    r.endpoint = o.value("endpoint"_L1).toString();
    const QString style = o.value("style"_L1).toString();
    r.style = style == "json"_L1 ? RevocationStyle::Json
        : style == "delete"_L1   ? RevocationStyle::Delete
        : style == "fields"_L1   ? RevocationStyle::Fields
                                 : RevocationStyle::Rfc7009;
    r.encoding = encoding(o, u"encoding"_s, BodyEncoding::Form);
    r.withApiAuthentication = o.value("authentication"_L1) == "api"_L1;
    r.withoutClient = o.value("authentication"_L1) == "none"_L1;
    r.fields = map(o.value("fields"_L1));
    r.authorization = o.value("authorization"_L1).toString();
    r.accessSurvives = o.value("access_survives"_L1).toBool();
    r.menuPath = o.value("menu_path"_L1).toString();
    r.menuPathConfirmed = o.value("menu_path_confirmed"_L1).toBool(true);
    r.manageUrl = o.value("manage_url"_L1).toString();
    r.absentReason = o.value("absent_reason"_L1).toString();
    return r;
}

Assertion assertion(const QJsonObject &o)
{
    Assertion a;
    a.algorithm = o.value("algorithm"_L1).toString();
    a.keyInput = o.value("key_input"_L1).toString();
    a.keyId = o.value("key_id"_L1).toString();
    a.issuer = o.value("issuer"_L1).toString();
    a.subject = o.value("subject"_L1).toString();
    a.withoutSubject = o.value("without_subject"_L1).toBool();
    a.audience = o.value("audience"_L1).toString();
    a.claims = map(o.value("claims"_L1));
    a.lifetime = seconds(o, u"lifetime_seconds"_s).value_or(a.lifetime);
    return a;
}

AccountCall accountCall(const QJsonObject &o)
{
    return {o.value("url"_L1).toString(), o.value("header"_L1).toString(),
            o.value("prefix"_L1).toString(), captures(o.value("captures"_L1))};
}

TokenAnswer tokenAnswer(const QJsonObject &o)
{
    const QJsonObject success = o.value("token_success"_L1).toObject();
    return {o.value("token_answer"_L1) == "form"_L1, map(o.value("token_answer_paths"_L1)),
            success.value("path"_L1).toString(), success.value("value"_L1).toString()};
}

AuthMethod authMethod(const QJsonObject &o)
{
    AuthMethod method;
    method.id = o.value("id"_L1).toString();
    method.label = o.value("label"_L1).toString();
    const QString kind = o.value("kind"_L1).toString();
    method.kind = authKindFromString(kind).value_or(AuthKind::AuthorizationCode);
    for (const QJsonValue item : o.value("inputs"_L1).toArray())
        method.inputs.append(inputField(item.toObject()));
    method.discovers = o.value("discovers"_L1).toBool();
    method.authorizationEndpoint = o.value("authorization_endpoint"_L1).toString();
    method.deviceEndpoint = o.value("device_authorization_endpoint"_L1).toString();
    method.tokenEndpoint = o.value("token_endpoint"_L1).toString();
    method.refreshEndpoint = o.value("refresh_endpoint"_L1).toString();
    for (const QString &name : texts(o.value("token_endpoint_auth_methods_supported"_L1))) {
        if (const auto known = clientAuthMethodFromString(name))
            method.clientAuthMethods.append(*known);
    }
    method.pkce = !o.contains("code_challenge_methods_supported"_L1)
        || !o.value("code_challenge_methods_supported"_L1).toArray().isEmpty();
    method.pkceRequired = o.value("pkce_required"_L1).toBool();
    method.scopes = texts(o.value("scopes"_L1));
    method.scopeSeparator = o.value("scope_separator"_L1).toString(u" "_s);
    method.authorizationParameters = map(o.value("authorization_parameters"_L1));
    method.tokenParameters = map(o.value("token_parameters"_L1));
    method.tokenHeaders = map(o.value("token_headers"_L1));
    method.refreshParameters = map(o.value("refresh_parameters"_L1));
    method.parameterNames = map(o.value("parameter_names"_L1));
    method.authorizationParameterNames = map(o.value("authorization_parameter_names"_L1));
    method.callbackParameterNames = map(o.value("callback_parameter_names"_L1));
    method.tokenParameterNames = map(o.value("token_parameter_names"_L1));
    method.grantTypes = map(o.value("grant_types"_L1));
    method.tokenEncoding = encoding(o, u"token_encoding"_s, BodyEncoding::Form);
    method.tokenAnswer = tokenAnswer(o);
    method.assertion = assertion(o.value("assertion"_L1).toObject());
    method.accountCall = accountCall(o.value("account_call"_L1).toObject());
    readRedirect(o.value("redirect"_L1).toObject(), method);
    method.callbackCaptures = captures(o.value("callback_captures"_L1));
    method.callbackHmac = o.value("callback_hmac"_L1).toString();
    method.tokenCaptures = captures(o.value("token_captures"_L1));
    method.lifetimes = lifetimes(o.value("lifetimes"_L1).toObject());
    method.keyInput = o.value("key_input"_L1).toString();
    method.loginEndpoint = o.value("login_endpoint"_L1).toString();
    method.loginEncoding = encoding(o, u"login_encoding"_s, BodyEncoding::Json);
    method.loginFields = map(o.value("login_fields"_L1));
    method.loginKeyPath = o.value("login_key_path"_L1).toString();
    method.loginLifetimePath = o.value("login_lifetime_path"_L1).toString();
    const QJsonObject basic = o.value("login_basic"_L1).toObject();
    method.loginBasicUser = basic.value("user"_L1).toString();
    method.loginBasicPassword = basic.value("password"_L1).toString();
    method.tokenInput = o.value("token_input"_L1).toString();
    if (o.contains("api"_L1))
        method.api = api(o.value("api"_L1).toObject());
    if (o.contains("probe"_L1))
        method.probe = probe(o.value("probe"_L1).toObject());
    if (o.contains("named_probes"_L1))
        method.namedProbes = namedProbes(o.value("named_probes"_L1));
    if (o.contains("revocation"_L1))
        method.revocation = revocation(o.value("revocation"_L1).toObject());
    method.setupUrl = o.value("setup_url"_L1).toString();
    method.setupPath = o.value("setup_path"_L1).toString();
    return method;
}

ErrorStage errorStage(const QString &text)
{
    static const QMap<QString, ErrorStage> stages {
        {u"authorize"_s, ErrorStage::Authorize},
        {u"token"_s, ErrorStage::Token},
        {u"refresh"_s, ErrorStage::Refresh},
        {u"probe"_s, ErrorStage::Probe},
        {u"api"_s, ErrorStage::Api},
    };
    return stages.value(text, ErrorStage::Any);
}

ErrorClass errorClass(const QJsonValue &value)
{
    return errorClassFromString(value.toString()).value_or(ErrorClass::Unknown);
}

ErrorRule errorRule(const QJsonObject &o)
{
    ErrorRule rule;
    rule.id = o.value("id"_L1).toString();
    rule.stage = errorStage(o.value("stage"_L1).toString());
    rule.status = integer(o, u"status"_s);
    rule.json = map(o.value("json"_L1));
    rule.jsonPrefix = map(o.value("json_prefix"_L1));
    rule.text = o.value("text"_L1).toString();
    rule.oauthError = o.value("oauth_error"_L1).toString();
    rule.header = o.value("header"_L1).toString();
    rule.pattern = o.value("pattern"_L1).toString();
    rule.errorClass = errorClass(o.value("class"_L1));
    rule.cause = o.value("cause"_L1).toString();
    for (const QJsonValue item : o.value("alternatives"_L1).toArray()) {
        const QJsonObject a = item.toObject();
        rule.alternatives.append({errorClass(a.value("class"_L1)), a.value("why"_L1).toString()});
    }
    rule.source = o.value("source"_L1).toString();
    for (const QJsonValue item : o.value("examples"_L1).toArray()) {
        const QJsonObject e = item.toObject();
        rule.examples.append(
            {integer(e, u"status"_s), e.value("body"_L1).toString(), texts(e.value("headers"_L1))});
    }
    return rule;
}

RateLimits rateLimits(const QJsonObject &o)
{
    RateLimits limits;
    limits.resetHeader = o.value("reset_header"_L1).toString();
    const QString unit = o.value("reset_unit"_L1).toString();
    limits.resetUnit = unit == "milliseconds"_L1 ? RateLimits::Unit::Milliseconds
        : unit == "epoch_seconds"_L1             ? RateLimits::Unit::EpochSeconds
                                                 : RateLimits::Unit::Seconds;
    limits.defaultWait = seconds(o, u"default_wait_seconds"_s);
    limits.note = o.value("note"_L1).toString();
    return limits;
}

ProviderPack build(const QJsonObject &root, bool builtIn)
{
    ProviderPack pack;
    pack.id = root.value("id"_L1).toString();
    pack.name = root.value("name"_L1).toString();
    pack.category = root.value("category"_L1).toString();
    pack.monogram = root.value("monogram"_L1).toString();
    pack.mentions = parseMentions(root.value("mentions"_L1).toObject());
    pack.loopbackHttpAllowed = root.value("allow_loopback_http"_L1).toBool();
    pack.constants = map(root.value("constants"_L1));
    for (const QJsonValue item : root.value("auth_methods"_L1).toArray())
        pack.authMethods.append(authMethod(item.toObject()));
    const QJsonObject test = root.value("environments"_L1).toObject().value("test"_L1).toObject();
    const QMap<QString, QString> hosts = map(test.value("hosts"_L1));
    if (!hosts.isEmpty())
        pack.hostsByEnvironment.insert(Environment::Test, hosts);
    pack.hasTestEnvironment = test.value("available"_L1).toBool(!hosts.isEmpty());
    pack.testEnvironmentNote = test.value("note"_L1).toString();
    pack.api = api(root.value("api"_L1).toObject());
    pack.organisationParameter = root.value("organisation_parameter"_L1).toString();
    pack.rateLimits = rateLimits(root.value("rate_limits"_L1).toObject());
    pack.organisationHeader = root.value("organisation_header"_L1).toString();
    pack.probe = probe(root.value("probe"_L1).toObject());
    pack.namedProbes = namedProbes(root.value("named_probes"_L1));
    pack.revocation = revocation(root.value("revocation"_L1).toObject());
    for (const QJsonValue item : root.value("errors"_L1).toArray())
        pack.errors.append(errorRule(item.toObject()));
    pack.statusPage = root.value("status_page"_L1).toString();
    pack.documentation = root.value("documentation"_L1).toString();
    const QJsonObject support = root.value("support"_L1).toObject();
    pack.support = {support.value("page"_L1).toString(), support.value("email"_L1).toString(),
                    support.value("source"_L1).toString()};
    pack.pitfalls = texts(root.value("pitfalls"_L1));
    pack.limits = texts(root.value("limits"_L1));
    if (const int signIns = root.value("sign_ins_per_user"_L1).toInt(); signIns > 0)
        pack.signInsPerUser = signIns;
    for (const QJsonValue item : root.value("deprecations"_L1).toArray()) {
        const QJsonObject d = item.toObject();
        pack.deprecations.append({d.value("what"_L1).toString(),
                                  QDate::fromString(d.value("date"_L1).toString(), Qt::ISODate),
                                  d.value("source"_L1).toString()});
    }
    pack.sources = texts(root.value("sources"_L1));
    pack.checked = QDate::fromString(root.value("checked"_L1).toString(), Qt::ISODate);
    pack.unverified = texts(root.value("unverified"_L1));
    pack.builtIn = builtIn;
    return pack;
}

} // namespace

bool isPackId(const QString &id)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9._-]{0,63}\\z"_s);
    static const QRegularExpression device(
        u"\\A(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\.|\\z)"_s);
    return form.match(id).hasMatch() && !device.match(id).hasMatch() && !id.endsWith(u'.');
}

Result<ProviderPack, QList<PackProblem>> parseProviderPack(const QByteArray &json, bool builtIn,
                                                           const QDate &today)
{
    const auto refuse = [](const QString &reason) { return QList<PackProblem> {{u"$"_s, reason}}; };
    if (json.size() > packMaximumBytes)
        return refuse(u"The file is larger than 256 KiB."_s);
    if (const auto problem = strictJsonProblem(json, packMaximumDepth))
        return refuse(*problem);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return refuse(u"The file must hold one JSON object."_s);

    const QJsonObject root = document.object();
    if (const auto problems = structuralProblems(root); !problems.isEmpty())
        return problems;
    ProviderPack pack = build(root, builtIn);
    if (const auto problems = packProblems(pack, root, today); !problems.isEmpty())
        return problems;
    return pack;
}

std::optional<ProviderPack> readShippedPack(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    return build(document.object(), true);
}

} // namespace relink
