// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/caller.h"

#include "sandbox/answers.h"
#include "sandbox/parameters.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"
#include "sandbox/presented.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

enum class KeyVerdict { NoKey, Good, OtherEnvironment };

//! A key that nobody issued. Where the provider's keys have a form that the practice key lacks,
//! every key of that form is taken, but for those with “dead” in them.
KeyVerdict judgeKey(const Place &place, const AuthMethod &method, const QString &key)
{
    if (method.kind != AuthKind::ApiKey)
        return KeyVerdict::NoKey;
    const InputField *field = inputOf(method, method.keyInput);
    if (!fits(field, QLatin1StringView(productionKey)))
        return isPracticeText(field, key, productionKey) ? KeyVerdict::Good : KeyVerdict::NoKey;
    const bool test = isPracticeValue(key, testKey);
    if (!test && !isPracticeValue(key, productionKey))
        return KeyVerdict::NoKey;
    const Environment of = test ? Environment::Test : Environment::Production;
    return !place.environment || *place.environment == of ? KeyVerdict::Good
                                                          : KeyVerdict::OtherEnvironment;
}

ApiAuthentication apiFor(const Visit &visit, const AuthMethod &method)
{
    ApiAuthentication api = visit.place.pack->apiOf(&method);
    const AccountCall &account = method.accountCall;
    if (visit.place.kind == PlaceKind::Account && account.exists()) {
        api = {};
        api.header = account.header;
        api.prefix = account.prefix;
    }
    return api;
}

bool usesBearer(const ApiAuthentication &api)
{
    return api.scheme == ApiScheme::Token
        && (api.header.isEmpty()
            || (api.header.compare("Authorization"_L1, Qt::CaseInsensitive) == 0
                && api.prefix.trimmed().compare("Bearer"_L1, Qt::CaseInsensitive) == 0));
}

http::Response refused(const Visit &visit, const AuthMethod &method,
                       const QList<RuleFilter> &wanted, const QString &why)
{
    const ProviderPack &pack = *visit.place.pack;
    const ProbeDefinition &probe = pack.probeOf(&method);
    const ErrorStage stage
        = visit.place.kind == PlaceKind::Probe ? ErrorStage::Probe : ErrorStage::Api;
    if (const auto own = packError(pack, wanted, stage, 401, 401))
        return *own;
    const bool inside = !probe.successPath.isEmpty() || !probe.failurePath.isEmpty();
    if (const auto own = packError(pack, wanted, stage, 200, 200, true); own && inside)
        return *own;
    if (usesBearer(apiFor(visit, method)))
        return bearerError(401, u"invalid_token"_s, why);
    return jsonAnswer(401, QJsonObject {{u"message"_s, why}});
}

http::Response ended(const Visit &visit, const AuthMethod &method, Grant::End end)
{
    if (end == Grant::End::HardExpired) {
        return refused(visit, method,
                       {ofClass(ErrorClass::ExpiredRefresh), ofClass(ErrorClass::ExpiredAccess)},
                       u"The sign-in has reached the end of its life."_s);
    }
    return refused(visit, method,
                   {ofClass(ErrorClass::Revoked), alternatively(ErrorClass::Revoked),
                    ofClass(ErrorClass::ExpiredAccess)},
                   u"The access was withdrawn."_s);
}

http::Response expired(const Visit &visit, const AuthMethod &method, const QString &why)
{
    return refused(visit, method, {ofClass(ErrorClass::ExpiredAccess)}, why);
}

//! What a credential of the other environment really meets.
http::Response wrongEnvironment(const Visit &visit, const AuthMethod &method)
{
    const QList<RuleFilter> wanted {ofClass(ErrorClass::TestModeMismatch),
                                    alternatively(ErrorClass::TestModeMismatch)};
    if (const auto own = packError(*visit.place.pack, wanted, ErrorStage::Probe, std::nullopt, 401))
        return *own;
    return expired(visit, method, u"The credential is of the other environment."_s);
}

//! A status that by itself means nothing to this pack.
int plainStatus(const ProviderPack &pack)
{
    for (const int status : {403, 400}) {
        const bool taken
            = std::any_of(pack.errors.begin(), pack.errors.end(), [status](const ErrorRule &rule) {
                  const bool call = rule.stage != ErrorStage::Token
                      && rule.stage != ErrorStage::Refresh && rule.stage != ErrorStage::Authorize;
                  return call && rule.status == status;
              });
        if (!taken)
            return status;
    }
    return 403;
}

//! The fault, in words that mean nothing else: what the provider says of it may mean more.
http::Response environmentFault(const ProviderPack &pack)
{
    return packError(pack, {ofClass(ErrorClass::TestModeMismatch)}, ErrorStage::Probe, std::nullopt,
                     401)
        .value_or(jsonAnswer(
            plainStatus(pack),
            QJsonObject {{u"message"_s, u"The credential is for the other environment."_s}}));
}

bool knowsDeprecation(const ProviderPack &pack)
{
    return std::any_of(pack.errors.begin(), pack.errors.end(), [](const ErrorRule &rule) {
        return rule.errorClass == ErrorClass::DeprecatedMethod;
    });
}

//! One credential judged for one way of connecting.
struct Verdict
{
    Caller caller;
    bool known = false; //!< the token was issued here
};

Verdict refusal(const http::Response &response, bool known = false)
{
    Verdict verdict;
    verdict.caller.refusal = response;
    verdict.known = known;
    return verdict;
}

Verdict judgeToken(const Visit &visit, const AuthMethod &method, const QString &text)
{
    Ledger &ledger = visit.world.ledger;
    const ProviderPack &pack = *visit.place.pack;
    const IssuedToken *token = ledger.access(text);
    Grant *grant = token ? ledger.grant(token->grant) : nullptr;
    if (!grant || grant->provider != pack.id || grant->method != method.id)
        return refusal(expired(visit, method, u"The access token is unknown."_s));
    if (grant->environment && visit.place.environment
        && grant->environment != visit.place.environment) {
        return refusal(wrongEnvironment(visit, method), true);
    }
    const bool over = grant->end != Grant::End::None && !grant->accessSurvives;
    if (over || token->revoked)
        return refusal(ended(visit, method, grant->end), true);
    if (token->expiredByFault
        || (token->expiresAt && QDateTime::currentDateTimeUtc() >= *token->expiresAt)) {
        return refusal(expired(visit, method, u"The access token expired."_s), true);
    }
    // One sign-in for both environments: the first host of only one settles it.
    if (!grant->environment)
        grant->environment = visit.place.environment;
    return {{&method, grant, {}, std::nullopt}, true};
}

Verdict judge(const Visit &visit, const AuthMethod &method, const QString &text)
{
    Ledger &ledger = visit.world.ledger;
    const QString &provider = visit.place.pack->id;
    switch (ledger.access(text) ? KeyVerdict::NoKey : judgeKey(visit.place, method, text)) {
    case KeyVerdict::Good:
        ledger.useKey(provider, text);
        if (const Grant::End end = ledger.keyEnd(provider, text); end != Grant::End::None)
            return refusal(ended(visit, method, end), true);
        return {{&method, nullptr, text, std::nullopt}, true};
    case KeyVerdict::OtherEnvironment:
        return refusal(wrongEnvironment(visit, method), true);
    case KeyVerdict::NoKey:
        break;
    }
    return judgeToken(visit, method, text);
}

http::Response withoutCredential(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    if (knowsDeprecation(pack) && hasCredentialInQuery(visit))
        return deprecated(pack);
    const AuthMethod &method = *visit.place.methods.first();
    if (usesBearer(apiFor(visit, method)))
        return bearerError(401, {}, {});
    return expired(visit, method, u"No credential was sent."_s);
}

} // namespace

http::Response deprecated(const ProviderPack &pack)
{
    return packError(pack, {ofClass(ErrorClass::DeprecatedMethod)}, ErrorStage::Any, std::nullopt,
                     401)
        .value_or(jsonAnswer(
            plainStatus(pack),
            QJsonObject {{u"message"_s, u"This is a deprecated authentication method."_s}}));
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

http::Response wrongOrganisation(const Visit &visit)
{
    return packError(*visit.place.pack,
                     {ofClass(ErrorClass::WrongTenant), ofClass(ErrorClass::AppRemoved)},
                     ErrorStage::Probe, std::nullopt, 403)
        .value_or(jsonAnswer(
            403, QJsonObject {{u"message"_s, u"This organisation is not connected."_s}}));
}

Caller authenticate(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    Faults &faults = visit.world.faults;
    Caller none;
    if (faults.use(pack.id, FaultKind::DeprecatedMethod)) {
        none.refusal = deprecated(pack);
        return none;
    }
    bool asked = false;
    std::optional<Verdict> worst;
    for (const AuthMethod *method : visit.place.methods) {
        const Presented presented = presentedBy(visit, *method, apiFor(visit, *method));
        if (!presented.sent)
            continue;
        if (!std::exchange(asked, true) && faults.use(pack.id, FaultKind::WrongEnvironment)) {
            none.refusal = environmentFault(pack);
            return none;
        }
        Verdict verdict = judge(visit, *method, presented.token);
        if (!verdict.caller.refusal && !presented.problem.isEmpty())
            verdict.caller.refusal
                = jsonAnswer(401, QJsonObject {{u"message"_s, presented.problem}});
        if (!verdict.caller.refusal)
            return verdict.caller;
        if (!worst || (verdict.known && !worst->known))
            worst = verdict;
    }
    if (worst)
        return worst->caller;
    none.refusal = withoutCredential(visit);
    return none;
}

} // namespace relink::sandbox
