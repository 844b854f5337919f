// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/shapes.h"

#include "cli/commandline.h"
#include "core/model/areaaction.h"
#include "core/rules/light.h"
#include "core/rules/redirectaddress.h"
#include "core/rules/refreshschedule.h"
#include "core/rules/secrethosts.h"
#include "core/rules/unconfirmed.h"
#include "words/words.h"

namespace relink::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

//! Of each environment; what an entered address adds is not among them.
QJsonObject hostsOf(const ProviderPack &pack, const AuthMethod &method)
{
    QJsonObject hosts;
    for (const auto environment : {Environment::Production, Environment::Test}) {
        if (environment == Environment::Production || pack.hasTestEnvironment)
            hosts.insert(toString(environment), strings(secretHosts(pack, method, environment)));
    }
    return hosts;
}

QJsonValue redirectValue(const AuthMethod &method)
{
    return textOrNull(redirectAddress(method, Environment::Production).address);
}

} // namespace

QJsonValue timeValue(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return time.toUTC().toString(Qt::ISODate);
}

QJsonValue timeValue(const std::optional<QDateTime> &time)
{
    return time ? timeValue(*time) : QJsonValue(QJsonValue::Null);
}

std::optional<QDateTime> nextRefreshOf(const Connection &connection, const ProviderPack *pack)
{
    if (!pack || !connection.accessExpiresAt || !connection.accessExpiresAt->isValid())
        return std::nullopt;
    if (lightFor(connection.state) == Light::Red || connection.state.health == Health::Paused)
        return std::nullopt;
    const AuthMethod *method = pack->authMethod(connection.authMethod);
    if (!method && !pack->authMethods.isEmpty())
        method = &pack->authMethods.first();
    if (!method || method->kind == AuthKind::ApiKey || method->kind == AuthKind::Delegated)
        return std::nullopt;
    // The row keeps when the access ends, not when it began: the pack's lifetime, or the hour
    // that is usual, stands in for it.
    Credential known;
    known.refreshToken = RefreshToken("stored"); // the row does not tell, and nothing is asked
    known.accessExpiresAt = connection.accessExpiresAt;
    const auto lifetime = method->lifetimes.access.value_or(std::chrono::seconds(3600));
    known.obtainedAt = connection.accessExpiresAt->addSecs(-lifetime.count());
    return nextRefresh(known, method->lifetimes);
}

QJsonObject connectionShape(const Connection &connection, const ProviderPack *pack,
                            const QDateTime &now)
{
    const ConnectionState &state = connection.state;
    const QString providerName = pack ? pack->name : connection.provider;
    const bool told
        = state.diagnosis && lightFor(state) != Light::Green && state.health != Health::RevokedHere;
    QJsonObject organisation {
        {u"id"_s, textOrNull(connection.organisation.id)},
        {u"name"_s, textOrNull(connection.organisation.name)},
    };
    return {
        {u"id"_s, connection.id.value},
        {u"name"_s, connection.name},
        {u"provider"_s, connection.provider},
        {u"via"_s, textOrNull(connection.via)},
        {u"environment"_s, toString(connection.environment)},
        {u"credential_environment"_s,
         connection.credentialEnvironment ? QJsonValue(toString(*connection.credentialEnvironment))
                                          : QJsonValue(QJsonValue::Null)},
        {u"organisation"_s, organisation},
        {u"light"_s, toString(lightFor(state))},
        {u"health"_s, toString(state.health)},
        {u"reason"_s, words::reason(connection, providerName, now, words::Upkeep::Elsewhere)},
        {u"activity"_s, toString(state.activity)},
        {u"error_class"_s,
         told ? QJsonValue(toString(state.diagnosis->errorClass)) : QJsonValue(QJsonValue::Null)},
        {u"cause"_s, told ? textOrNull(state.diagnosis->cause) : QJsonValue(QJsonValue::Null)},
        {u"since"_s, timeValue(state.since)},
        {u"verified_at"_s, timeValue(state.verifiedAt)},
        {u"access_expires_at"_s, timeValue(connection.accessExpiresAt)},
        {u"refresh_expires_at"_s, timeValue(connection.refreshExpiresAt)},
        {u"next_refresh_at"_s, timeValue(nextRefreshOf(connection, pack))},
        {u"recommended_action"_s, toString(recommendedActionFor(state))},
    };
}

QJsonObject pairShape(const Integration &pair, const ConnectionState &worse, const QString &reason)
{
    return {{u"id"_s, pair.id},
            {u"name"_s, pair.name},
            {u"accounting"_s, pair.accounting.value},
            {u"other"_s, pair.other.value},
            {u"light"_s, toString(lightFor(worse))},
            {u"reason"_s, reason}};
}

QJsonObject connectionsShape(const QJsonArray &connections, const QJsonArray &pairs)
{
    return {{u"schema"_s, 1}, {u"connections"_s, connections}, {u"integrations"_s, pairs}};
}

QJsonObject providerShape(const ProviderPack &pack)
{
    QStringList methods;
    for (const AuthMethod &method : pack.authMethods)
        methods += method.id;
    QStringList environments {toString(Environment::Production)};
    if (pack.hasTestEnvironment)
        environments += toString(Environment::Test);
    return {{u"id"_s, pack.id},
            {u"name"_s, pack.name},
            {u"category"_s, pack.category},
            {u"built_in"_s, pack.builtIn},
            {u"auth_methods"_s, strings(methods)},
            {u"environments"_s, strings(environments)},
            {u"probe"_s, pack.probe.exists()},
            {u"revocation"_s, pack.revocation.exists()}};
}

QJsonObject providerDetails(const ProviderPack &pack)
{
    QJsonArray methods;
    for (const AuthMethod &method : pack.authMethods) {
        QJsonArray inputs;
        for (const InputField &field : method.inputs) {
            inputs.append(QJsonObject {{u"key"_s, field.key},
                                       {u"label"_s, words::packText(field.label)},
                                       {u"help"_s, words::packText(field.help)},
                                       {u"secret"_s, field.secret},
                                       {u"required"_s, field.required},
                                       {u"default"_s, textOrNull(field.defaultValue)},
                                       {u"example"_s, textOrNull(field.example)},
                                       {u"choices"_s, strings(field.choices)}});
        }
        methods.append(QJsonObject {{u"id"_s, method.id},
                                    {u"label"_s, words::packText(method.label)},
                                    {u"kind"_s, toString(method.kind)},
                                    {u"setup_path"_s, textOrNull(method.setupPath)},
                                    {u"setup_url"_s, textOrNull(method.setupUrl)},
                                    {u"redirect_uri"_s, redirectValue(method)},
                                    {u"scopes"_s, strings(method.scopes)},
                                    {u"secret_hosts"_s, hostsOf(pack, method)},
                                    {u"inputs"_s, inputs}});
    }
    QJsonObject object = providerShape(pack);
    object.insert(u"auth_methods"_s, methods);
    object.insert(u"test_environment_note"_s, textOrNull(pack.testEnvironmentNote));
    object.insert(u"documentation"_s, textOrNull(pack.documentation));
    object.insert(u"status_page"_s, textOrNull(pack.statusPage));
    QJsonArray deprecations;
    for (const Deprecation &deprecation : pack.deprecations) {
        deprecations.append(QJsonObject {{u"date"_s, deprecation.date.toString(Qt::ISODate)},
                                         {u"what"_s, words::packText(deprecation.what)}});
    }
    object.insert(u"deprecations"_s, deprecations);
    object.insert(u"limits"_s, strings(pack.limits));
    object.insert(u"pitfalls"_s, strings(pack.pitfalls));
    object.insert(u"menu_path"_s, textOrNull(pack.revocation.menuPath));
    object.insert(u"menu_path_confirmed"_s, !unconfirmedIn(pack).revocationPath);
    object.insert(u"unverified"_s, strings(pack.unverified));
    object.insert(u"checked"_s, textOrNull(pack.checked.toString(Qt::ISODate)));
    return object;
}

QJsonObject providersShape(const QJsonArray &providers)
{
    return {{u"schema"_s, 1}, {u"providers"_s, providers}};
}

QJsonObject tokenShape(const IssuedToken &token)
{
    return {{u"access_token"_s, QString::fromUtf8(token.token.reveal())},
            {u"token_type"_s, textOrNull(token.type)},
            {u"expires_at"_s, timeValue(token.expiresAt)}};
}

QJsonObject revokeShape(const RevokeOutcome &outcome)
{
    QJsonArray steps;
    const auto step = [&steps](const QString &id, const QString &text) {
        steps.append(
            QJsonObject {{u"id"_s, id}, {u"source"_s, QJsonValue::Null}, {u"text"_s, text}});
    };
    if (outcome.kind == RevokeOutcome::Kind::RemovedHere
        || outcome.kind == RevokeOutcome::Kind::Failed) {
        if (!outcome.menuPath.isEmpty())
            step(u"menu"_s, words::packText(outcome.menuPath));
        if (!outcome.manageUrl.isEmpty())
            step(u"page"_s, outcome.manageUrl);
    }
    return {{u"result"_s, toString(outcome.kind)}, {u"steps"_s, steps}};
}

QJsonObject resultsShape(const QList<CheckLine> &lines)
{
    QJsonArray results;
    for (const CheckLine &line : lines) {
        results.append(
            QJsonObject {{u"id"_s, line.id}, {u"ok"_s, line.ok}, {u"text"_s, line.text}});
    }
    return {{u"schema"_s, 1}, {u"results"_s, results}};
}

QJsonObject failureShape(const QString &errorClass, const QString &message, const QString &action)
{
    return {
        {u"error"_s,
         QJsonObject {{u"class"_s, errorClass}, {u"message"_s, message}, {u"action"_s, action}}}};
}

QJsonObject historyShape(const HistoryEvent &event, const QString &sentence)
{
    return {
        {u"time"_s, timeValue(event.time)},
        {u"kind"_s, toString(event.kind)},
        {u"connection"_s, event.connectionName},
        {u"provider"_s, event.provider},
        {u"stage"_s, toString(event.stage)},
        {u"action"_s,
         textOrNull(areaOf(event.action).isEmpty() ? event.action : areaOf(event.action))},
        {u"http_status"_s,
         event.httpStatus ? QJsonValue(*event.httpStatus) : QJsonValue(QJsonValue::Null)},
        {u"provider_code"_s,
         textOrNull(event.providerCode.isEmpty() ? event.code : event.providerCode)},
        {u"error_class"_s,
         event.errorClass ? QJsonValue(toString(*event.errorClass)) : QJsonValue(QJsonValue::Null)},
        {u"message"_s, event.message.isEmpty() ? sentence : event.message},
        {u"first_seen"_s, timeValue(event.firstSeen)},
        {u"noticed_at"_s, timeValue(event.noticedAt)},
        {u"count"_s, event.count}};
}

int exitCodeFor(const ConnectionState &state)
{
    switch (lightFor(state)) {
    case Light::Green:
        return ExitDone;
    case Light::Red:
        return ExitRed;
    case Light::Neutral:
        break;
    }
    if (state.health == Health::KeychainLocked || state.health == Health::KeychainMissing)
        return ExitKeychain;
    // Paused is not verified either: whoever asks a script must not take it for healthy.
    return ExitFailed;
}

int statusExitCodeFor(const ConnectionState &state)
{
    const int code = exitCodeFor(state);
    return code == ExitFailed ? int(ExitDone) : code;
}

int worse(int a, int b)
{
    const auto rank = [](int code) {
        switch (code) {
        case ExitDone:
            return 0;
        case ExitFailed:
            return 1;
        case ExitKeychain:
            return 2;
        case ExitRed:
            return 3;
        default:
            return 4;
        }
    };
    return rank(a) >= rank(b) ? a : b;
}

} // namespace relink::cli
