// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api.h"

#include "sandbox/answers.h"
#include "sandbox/parameters.h"
#include "sandbox/practice.h"

#include "core/rules/template.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

const InputField *keyField(const AuthMethod &method)
{
    const auto found
        = std::find_if(method.inputs.begin(), method.inputs.end(),
                       [&method](const InputField &f) { return f.key == method.keyInput; });
    return found == method.inputs.end() ? nullptr : &*found;
}

bool fits(const InputField *field, const QString &key)
{
    return !field || field->pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(field->pattern))
               .match(key)
               .hasMatch();
}

enum class KeyVerdict { NoKey, Good, OtherEnvironment };

//! A key that nobody issued. Where the provider's keys have a form that the practice key lacks,
//! every key of that form is taken, but for those with “dead” in them.
KeyVerdict judgeKey(const Place &place, const QString &key)
{
    for (const AuthMethod &method : place.pack->authMethods) {
        if (method.kind == AuthKind::AuthorizationCode)
            continue;
        const InputField *field = method.kind == AuthKind::ApiKey ? keyField(method) : nullptr;
        if (!fits(field, QLatin1StringView(productionKey))) {
            if (fits(field, key) && !key.contains("dead"_L1, Qt::CaseInsensitive))
                return KeyVerdict::Good;
            continue;
        }
        const bool test = isPracticeValue(key, testKey);
        if (!test && !isPracticeValue(key, productionKey))
            continue;
        const Environment of = test ? Environment::Test : Environment::Production;
        return !place.environment || *place.environment == of ? KeyVerdict::Good
                                                              : KeyVerdict::OtherEnvironment;
    }
    return KeyVerdict::NoKey;
}

bool usesBearer(const ProviderPack &pack)
{
    return pack.api.header.isEmpty()
        || (pack.api.header.compare("Authorization"_L1, Qt::CaseInsensitive) == 0
            && pack.api.prefix.trimmed().compare("Bearer"_L1, Qt::CaseInsensitive) == 0);
}

http::Response refused(const Visit &visit, const QList<RuleFilter> &wanted, const QString &why)
{
    const ProviderPack &pack = *visit.place.pack;
    const ErrorStage stage
        = visit.place.kind == PlaceKind::Probe ? ErrorStage::Probe : ErrorStage::Api;
    if (const auto own = packError(pack, wanted, stage, 401, 401))
        return *own;
    if (usesBearer(pack))
        return bearerError(401, u"invalid_token"_s, why);
    return jsonAnswer(401, QJsonObject {{u"message"_s, why}});
}

http::Response ended(const Visit &visit, Grant::End end)
{
    if (end == Grant::End::HardExpired) {
        return refused(visit,
                       {ofClass(ErrorClass::ExpiredRefresh), ofClass(ErrorClass::ExpiredAccess)},
                       u"The sign-in has reached the end of its life."_s);
    }
    return refused(visit,
                   {ofClass(ErrorClass::Revoked), alternatively(ErrorClass::Revoked),
                    ofClass(ErrorClass::ExpiredAccess)},
                   u"The access was withdrawn."_s);
}

//! What a credential of the other environment really meets.
http::Response wrongEnvironment(const Visit &visit)
{
    const QList<RuleFilter> wanted {ofClass(ErrorClass::TestModeMismatch),
                                    alternatively(ErrorClass::TestModeMismatch)};
    if (const auto own = packError(*visit.place.pack, wanted, ErrorStage::Probe, std::nullopt, 401))
        return *own;
    return refused(visit, {ofClass(ErrorClass::ExpiredAccess)},
                   u"The credential is of the other environment."_s);
}

//! The fault, in words that mean nothing else: what the provider says of it may mean more.
http::Response environmentFault(const ProviderPack &pack)
{
    return packError(pack, {ofClass(ErrorClass::TestModeMismatch)}, ErrorStage::Probe, std::nullopt,
                     401)
        .value_or(jsonAnswer(
            403, QJsonObject {{u"message"_s, u"The credential is for the other environment."_s}}));
}

http::Response wrongOrganisation(const Visit &visit)
{
    return packError(*visit.place.pack,
                     {ofClass(ErrorClass::WrongTenant), ofClass(ErrorClass::AppRemoved)},
                     ErrorStage::Probe, std::nullopt, 403)
        .value_or(jsonAnswer(
            403, QJsonObject {{u"message"_s, u"This organisation is not connected."_s}}));
}

http::Response deprecated(const ProviderPack &pack)
{
    return packError(pack, {ofClass(ErrorClass::DeprecatedMethod)}, ErrorStage::Any, std::nullopt,
                     401)
        .value_or(jsonAnswer(
            403, QJsonObject {{u"message"_s, u"This is a deprecated authentication method."_s}}));
}

bool knowsDeprecation(const ProviderPack &pack)
{
    return std::any_of(pack.errors.begin(), pack.errors.end(), [](const ErrorRule &rule) {
        return rule.errorClass == ErrorClass::DeprecatedMethod;
    });
}

bool hasCredentialInQuery(const Visit &visit)
{
    const Parameters query = fromForm(visit.request.query);
    for (auto it = query.values.begin(); it != query.values.end(); ++it) {
        QString name = it.key().toLower();
        name.remove(u'_').remove(u'-');
        if (name == "apikey"_L1 || name == "key"_L1 || name == "accesstoken"_L1
            || name == "password"_L1
            || it.key().compare(visit.place.pack->api.header, Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

//! The credential as the pack sends it; empty when there is none.
QString credentialOf(const Visit &visit)
{
    const ApiAuthentication &api = visit.place.pack->api;
    const QString header = api.header.isEmpty() ? u"Authorization"_s : api.header;
    const QString prefix = api.header.isEmpty() ? u"Bearer "_s : api.prefix;
    const QString value = QString::fromUtf8(visit.request.header(header.toLatin1().constData()));
    return value.startsWith(prefix, Qt::CaseInsensitive) ? value.mid(prefix.size()) : QString();
}

QString organisationIdFor(const Visit &visit, const PracticeOrganisation &organisation,
                          const PracticePerson &who)
{
    const ProbeDefinition &probe = visit.place.pack->probe;
    // A provider with the shop in its host names the shop by that host.
    if (templateAuthority(probe.url).contains(u'{'))
        return visit.place.host;
    // Where the account is the person, another person is another account.
    if (probe.identityPath == probe.organisationIdPath && who.key != people().first().key)
        return organisation.uuid + u'-' + who.key;
    return organisation.uuid;
}

QJsonValue organisationEntry(const Visit &visit, QJsonValue root, const PracticeOrganisation &o,
                             const PracticePerson &who)
{
    const ProbeDefinition &probe = visit.place.pack->probe;
    if (!probe.organisationIdPath.isEmpty())
        root = withValueAt(root, probe.organisationIdPath, organisationIdFor(visit, o, who));
    if (!probe.organisationNamePath.isEmpty())
        root = withValueAt(root, probe.organisationNamePath, o.name);
    return root;
}

QJsonValue withIdentity(const ProbeDefinition &probe, const QJsonValue &root,
                        const PracticePerson &who)
{
    if (probe.identityPath.isEmpty() || probe.identityPath == probe.organisationIdPath
        || !root.isObject()) {
        return root;
    }
    return withValueAt(root, probe.identityPath, who.number);
}

http::Response probeAnswer(const Visit &visit, const Grant *grant)
{
    const ProviderPack &pack = *visit.place.pack;
    const ProbeDefinition &probe = pack.probe;
    const PracticePerson &who = person(grant ? grant->person : QString());
    if (!visit.place.methods.isEmpty()) {
        return jsonAnswer(
            200,
            QJsonObject {{u"sub"_s, who.number}, {u"name"_s, who.name}, {u"email"_s, who.email}});
    }
    const QStringList keys
        = grant ? grant->organisations : QStringList {organisations().first().key};
    if (!probe.organisationListPath.isEmpty()) {
        QJsonArray list;
        for (const QString &key : keys) {
            if (!grant || !grant->disconnected)
                list.append(organisationEntry(visit, QJsonObject(), organisation(key), who));
        }
        const QJsonValue root = withValueAt(QJsonObject(), probe.organisationListPath, list);
        return jsonAnswer(200, withIdentity(probe, root, who));
    }
    if (grant && grant->disconnected)
        return wrongOrganisation(visit);
    if (!probe.jsonAnswer)
        return textAnswer(200, u"OK"_s);
    const QJsonValue root
        = organisationEntry(visit, QJsonObject(), organisation(keys.value(0)), who);
    return jsonAnswer(200, withIdentity(probe, root, who));
}

//! True when the address or the organisation header names something else than was authorised.
bool namesAnother(const Visit &visit, const Grant &grant)
{
    for (auto it = visit.place.values.begin(); it != visit.place.values.end(); ++it) {
        const QString known = grant.values.value(it.key());
        if (!known.isEmpty() && known.compare(it.value(), Qt::CaseInsensitive) != 0)
            return true;
    }
    const QString &header = visit.place.pack->organisationHeader;
    const QString wanted = QString::fromUtf8(visit.request.header(header.toLatin1().constData()));
    return !header.isEmpty() && !wanted.isEmpty()
        && std::none_of(grant.organisations.begin(), grant.organisations.end(),
                        [&wanted](const QString &key) { return organisation(key).uuid == wanted; });
}

} // namespace

Caller authenticate(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    Ledger &ledger = visit.world.ledger;
    if (visit.world.faults.use(pack.id, FaultKind::DeprecatedMethod))
        return {nullptr, deprecated(pack)};
    const QString credential = credentialOf(visit);
    if (credential.isEmpty()) {
        if (knowsDeprecation(pack) && hasCredentialInQuery(visit))
            return {nullptr, deprecated(pack)};
        if (usesBearer(pack))
            return {nullptr, bearerError(401, {}, {})};
        return {nullptr,
                refused(visit, {ofClass(ErrorClass::ExpiredAccess)}, u"No credential was sent."_s)};
    }
    if (visit.world.faults.use(pack.id, FaultKind::WrongEnvironment))
        return {nullptr, environmentFault(pack)};
    if (ledger.access(credential) == nullptr) {
        switch (judgeKey(visit.place, credential)) {
        case KeyVerdict::Good:
            ledger.useKey(pack.id, credential);
            if (const Grant::End end = ledger.keyEnd(pack.id, credential); end != Grant::End::None)
                return {nullptr, ended(visit, end)};
            return {};
        case KeyVerdict::OtherEnvironment:
            return {nullptr, wrongEnvironment(visit)};
        case KeyVerdict::NoKey:
            break;
        }
    }
    const IssuedToken *token = ledger.access(credential);
    Grant *grant = token ? ledger.grant(token->grant) : nullptr;
    if (!grant || grant->provider != pack.id) {
        return {nullptr,
                refused(visit, {ofClass(ErrorClass::ExpiredAccess)},
                        u"The access token is unknown."_s)};
    }
    if (grant->environment && visit.place.environment
        && grant->environment != visit.place.environment)
        return {nullptr, wrongEnvironment(visit)};
    if (grant->end != Grant::End::None || token->revoked)
        return {nullptr, ended(visit, grant->end)};
    if (token->expiredByFault
        || (token->expiresAt && QDateTime::currentDateTimeUtc() >= *token->expiresAt)) {
        return {
            nullptr,
            refused(visit, {ofClass(ErrorClass::ExpiredAccess)}, u"The access token expired."_s)};
    }
    // One sign-in for both environments: the first host of only one settles it.
    if (!grant->environment)
        grant->environment = visit.place.environment;
    return {grant, std::nullopt};
}

http::Response apiAnswer(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    const Caller caller = authenticate(visit);
    if (caller.refusal)
        return *caller.refusal;
    Faults &faults = visit.world.faults;
    if (faults.use(pack.id, FaultKind::RemovePermission)) {
        return packError(
                   pack,
                   {ofClass(ErrorClass::PermissionRole), ofClass(ErrorClass::PermissionScope)},
                   ErrorStage::Probe, 403, 403)
            .value_or(bearerError(403, u"insufficient_scope"_s,
                                  u"The person who signed in may not do this."_s));
    }
    if (faults.use(pack.id, FaultKind::RestrictPlan)) {
        return packError(pack, {ofClass(ErrorClass::PlanRestriction)}, ErrorStage::Probe,
                         std::nullopt, 402)
            .value_or(jsonAnswer(
                402, QJsonObject {{u"message"_s, u"The plan does not include this feature."_s}}));
    }
    if (caller.grant && namesAnother(visit, *caller.grant))
        return wrongOrganisation(visit);
    if (visit.place.kind == PlaceKind::Probe) {
        const bool own = visit.place.methods.isEmpty();
        const QByteArray wanted = own ? pack.probe.method.toLatin1() : QByteArray("GET");
        if (!wanted.isEmpty() && visit.request.method != wanted && visit.request.method != "HEAD")
            return jsonAnswer(405, QJsonObject {{u"message"_s, u"Wrong method."_s}});
        return probeAnswer(visit, caller.grant);
    }
    if (caller.grant && caller.grant->disconnected)
        return wrongOrganisation(visit);
    const PracticePerson &who = person(caller.grant ? caller.grant->person : QString());
    return jsonAnswer(200, QJsonObject {{u"id"_s, who.number}, {u"practice"_s, true}});
}

http::Response loginAnswer(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    const AuthMethod &method = *visit.place.methods.first();
    if (visit.request.method != "POST" || hasCredentialInQuery(visit)
        || visit.world.faults.use(pack.id, FaultKind::DeprecatedMethod)) {
        return deprecated(pack);
    }
    const std::optional<Parameters> given = method.loginEncoding == BodyEncoding::Form
        ? (isForm(visit.request) ? std::optional(fromForm(visit.request.body)) : std::nullopt)
        : (isJson(visit.request) ? fromJson(visit.request.body) : std::nullopt);
    if (!given)
        return jsonAnswer(400, QJsonObject {{u"message"_s, u"The body cannot be read."_s}});
    Ledger &ledger = visit.world.ledger;
    bool right = true;
    QString typed;
    for (auto it = method.loginFields.begin(); it != method.loginFields.end(); ++it) {
        const QStringList names = placeholders(it.value()).value_or(QStringList());
        const bool secret = std::any_of(method.inputs.begin(), method.inputs.end(),
                                        [&names](const InputField &field) {
                                            return field.secret && names.contains(field.key);
                                        });
        const QString value = given->value(it.key());
        if (secret) {
            typed = value;
            right = right && isPracticeValue(value, password)
                && ledger.passwordEnd(pack.id, value) == Grant::End::None;
        } else if (!names.isEmpty()) {
            right = right && value == QLatin1StringView(userName);
        }
    }
    if (!right) {
        return packError(pack,
                         {ofClass(ErrorClass::InvalidUserCredentials),
                          ofClass(ErrorClass::ExpiredAccess)},
                         ErrorStage::Token, 401, 401)
            .value_or(jsonAnswer(
                401, QJsonObject {{u"message"_s, u"The user name or the password is wrong."_s}}));
    }
    Grant grant;
    grant.provider = pack.id;
    grant.environment = visit.place.environment;
    grant.person = people().first().key;
    grant.organisations = {organisations().first().key};
    grant.values = visit.place.values;
    ledger.usePassword(pack.id, typed);
    const std::optional<std::chrono::seconds> lifetime
        = method.lifetimes.accessNeverExpires ? std::nullopt : method.lifetimes.access;
    const QString key = ledger.issueAccess(ledger.open(grant).id, lifetime);
    return jsonAnswer(200,
                      method.loginKeyPath.isEmpty()
                          ? QJsonValue(key)
                          : withValueAt(QJsonObject(), method.loginKeyPath, key));
}

QString workingKey(const Ledger &ledger, const ProviderPack &pack, const AuthMethod &method)
{
    const auto isOver
        = [&](const QString &key) { return ledger.keyEnd(pack.id, key) != Grant::End::None; };
    const InputField *field = keyField(method);
    if (fits(field, QLatin1StringView(productionKey)))
        return freshValue(productionKey, isOver);
    if (field && !field->example.isEmpty() && fits(field, field->example)
        && !isOver(field->example)) {
        return field->example;
    }
    return {};
}

} // namespace relink::sandbox
