// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/authorizeflow.h"

#include "core/ports/authorizationagent.h"
#include "core/ports/browser.h"
#include "core/ports/clock.h"
#include "core/ports/probe.h"
#include "core/ports/tokenendpoint.h"
#include "core/rules/inputs.h"
#include "core/rules/metadata.h"
#include "core/rules/redirect.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/urlpolicy.h"
#include "core/rules/xmlvalue.h"
#include "services/connectionchecker.h"
#include "services/devicesignin.h"
#include "services/grants.h"

#include <QUrlQuery>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 20;

AuthError notReached(const QString &wanted, const QList<Organisation> &reachable)
{
    if (reachable.isEmpty()) {
        return localError(
            code::invalidInput,
            u"The organisation “%1” is not among those that this sign-in reaches."_s.arg(wanted));
    }
    QStringList known;
    for (const Organisation &organisation : reachable.mid(0, mostNamed)) {
        known.append(organisation.name.isEmpty()
                         ? organisation.id
                         : QString(organisation.id % u" ("_s % organisation.name % u')'));
    }
    if (reachable.size() > mostNamed)
        known.append(u"…"_s);
    return localError(
        code::invalidInput,
        u"The organisation “%1” is not among those that this sign-in reaches: %2."_s.arg(
            wanted, known.join(u", "_s)));
}

} // namespace

AuthorizeFlow::AuthorizeFlow(const Ports &ports, ProviderCatalogue &catalogue,
                             ConnectionChecker &checker, AttemptId attempt, Connection draft,
                             Credential secrets, AuthorizationInteraction *interaction,
                             QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_checker(checker)
    , m_attempt(attempt)
    , m_secrets(std::move(secrets))
    , m_interaction(interaction)
{
    m_grant.connection = std::move(draft);
    // What an earlier authorisation learnt is asked anew: the person may choose another company,
    // and a server may have moved.
    m_grant.connection.discovered = {};
    m_secrets.accessToken = {};
    m_secrets.refreshToken = {};
    m_secrets.accessExpiresAt.reset();
    m_secrets.refreshExpiresAt.reset();
}

AuthorizeFlow::~AuthorizeFlow()
{
    // The agent answers at once, to an object that is going: nothing must come of it.
    m_gone = true;
    if (m_browserLeg)
        m_ports.agent.cancel(m_attempt);
}

QFuture<Result<NewGrant>> AuthorizeFlow::start()
{
    resolve();
    return m_done.future();
}

void AuthorizeFlow::cancel()
{
    if (m_browserLeg) {
        m_ports.agent.cancel(m_attempt);
        m_browserLeg = false;
    }
    fail(localError(code::cancelled));
}

std::optional<AuthError> AuthorizeFlow::refusalOfPasted(const QString &codeOrAddress) const
{
    QStringList needed;
    for (const Capture &capture : m_target.provider.method.callbackCaptures)
        needed.append(capture.from);
    if (!m_target.provider.method.callbackHmac.isEmpty())
        needed.append(m_target.provider.method.callbackHmac);
    const RedirectParameters pasted = parsePasted(codeOrAddress);
    if (pasted.isEmpty() || pasted.has(u"error"_s))
        return std::nullopt;
    if (!pasted.isAddress && !couldBeCode(pasted.value(u"code"_s))) {
        AuthError error = localError(code::noCodePasted);
        error.origin = ErrorOrigin::RedirectListener;
        return error;
    }
    const bool whole = std::all_of(needed.begin(), needed.end(), [&pasted](const QString &name) {
        return !pasted.value(name).isEmpty();
    });
    if (whole)
        return std::nullopt;
    AuthError error = localError(code::addressNeeded);
    error.origin = ErrorOrigin::RedirectListener;
    return error;
}

void AuthorizeFlow::conclude(bool stored)
{
    if (!std::exchange(m_browserLeg, false))
        return;
    m_ports.agent.conclude(m_attempt, stored ? PageOutcome::Connected : PageOutcome::Failed);
}

void AuthorizeFlow::resolve()
{
    Result<Target> target = targetFor(m_catalogue, m_grant.connection);
    if (!target)
        return fail(target.error());
    m_target = std::move(target).value();
    m_target.provider.needsDiscovery ? discover() : begin();
}

void AuthorizeFlow::begin()
{
    switch (m_target.kind()) {
    case AuthKind::AuthorizationCode:
        return openBrowser();
    case AuthKind::DeviceCode:
        return signInWithDevice();
    case AuthKind::ClientCredentials:
    case AuthKind::JwtBearer:
        return mint();
    case AuthKind::RefreshToken:
        return useRefreshToken();
    case AuthKind::Delegated:
        return confirm();
    case AuthKind::Login:
        return logIn();
    case AuthKind::ApiKey:
        return takeKey();
    }
}

void AuthorizeFlow::discover()
{
    const QList<QUrl> urls = metadataUrls(m_target.provider.endpoints.issuer);
    if (urls.isEmpty()) {
        return fail(localError(code::invalidInput,
                               u"The issuer must be an https address, as the service shows it."_s));
    }
    tryMetadata(urls);
}

void AuthorizeFlow::tryMetadata(QList<QUrl> urls)
{
    ApiCall call;
    call.url = urls.takeFirst();
    whenDone(m_ports.probe.send(call), this, [this, urls](Result<HttpAnswer> answer) {
        const Result<Endpoints> found = answer
            ? parseServerMetadata(*answer, m_target.provider.endpoints.issuer)
            : Result<Endpoints>(answer.error());
        if (found) {
            m_grant.connection.discovered = *found;
            Result<Target> target = targetFor(m_catalogue, m_grant.connection);
            if (!target)
                return fail(target.error());
            m_target = std::move(target).value();
            if (m_target.provider.needsDiscovery) {
                return fail(localError(code::invalidInput,
                                       u"The service's metadata names no usable addresses for "
                                       "this way of connecting. Enter them yourself."_s));
            }
            return begin();
        }
        if (!urls.isEmpty() && answer)
            return tryMetadata(urls);
        fail(found.error());
    });
}

void AuthorizeFlow::openBrowser()
{
    const Result<AuthorizationRequest> request
        = authorizationRequest(m_target.provider, m_grant.connection, m_attempt);
    if (!request)
        return fail(request.error());
    m_browserLeg = true;
    const auto ready = [this](const PendingAuthorization &pending) {
        const Result<QUrl> url
            = checkBrowserUrl(pending.url, m_target.provider.loopbackHttpAllowed);
        if (!url) {
            // The agent's own completion would only say "cancelled".
            fail(url.error());
            m_ports.agent.cancel(m_attempt);
            return;
        }
        m_pending = pending;
        const bool opened = m_ports.browser.open(*url).ok();
        if (m_interaction)
            m_interaction->waitingForBrowser(pending, opened);
    };
    whenDone(m_ports.agent.begin(*request, ready), this, [this](Result<AuthorizationGrant> grant) {
        if (!grant)
            return fail(grant.error());
        if (m_interaction)
            m_interaction->browserReturned();
        exchange(*grant);
    });
}

void AuthorizeFlow::exchange(const AuthorizationGrant &grant)
{
    const Result<QMap<QString, QString>> captures
        = callbackCaptures(m_target.provider, m_secrets, grant);
    if (!captures)
        return fail(captures.error());
    m_grant.connection.captures = *captures;
    // What the redirect told may complete the token address and its parameters.
    Result<Target> target = targetFor(m_catalogue, m_grant.connection);
    if (!target)
        return fail(target.error());
    m_target = std::move(target).value();
    const Result<TokenCall> call
        = exchangeCall(m_target.provider, m_grant.connection, m_secrets, grant);
    if (!call)
        return fail(call.error());
    m_exchanged = grant;
    whenDone(m_ports.tokenEndpoint.post(*call), this,
             [this](Result<HttpAnswer> answer) { take(answer); });
}

bool AuthorizeFlow::waitForAnotherCode(const AuthError &error)
{
    // An address proves by its state that its code was the right one; a bare code may be mistyped.
    const bool bare = m_pending && m_pending->redirectMode == RedirectMode::Paste
        && m_exchanged.state.isEmpty() && m_exchanged.parameters.isEmpty();
    if (!bare || !(error.is(code::codeRefused) || error.is("invalid_request")))
        return false;
    m_refused = error;
    if (m_interaction && m_interaction->codeRefused(error))
        return true;
    m_refused.reset();
    return false;
}

Result<Done> AuthorizeFlow::pasteAgain(const QString &codeOrAddress)
{
    const auto refused = [](const char *code) {
        AuthError error = localError(code);
        error.origin = ErrorOrigin::RedirectListener;
        return error;
    };
    const RedirectParameters pasted = parsePasted(codeOrAddress);
    const QUrlQuery asked(m_pending->url);
    if (pasted.isAddress
        && pasted.value(u"state"_s) != asked.queryItemValue(u"state"_s, QUrl::FullyDecoded)) {
        return refused(code::stateMismatch);
    }
    const QString issuer = m_target.provider.endpoints.issuer;
    if (pasted.has(u"iss"_s) && !issuer.isEmpty() && pasted.value(u"iss"_s) != issuer)
        return refused(code::issuerMismatch);
    const QString codeName
        = pasted.isAddress ? m_target.provider.method.callbackName(u"code"_s) : u"code"_s;
    const QByteArray next = pasted.value(codeName).toUtf8();
    if (next.isEmpty() || !pasted.duplicates.isEmpty())
        return refused(code::noCodePasted);
    // Sent twice, a code may end what it brought (RFC 6749 4.1.2).
    if (next == m_exchanged.code.reveal())
        return *m_refused;
    m_refused.reset();
    AuthorizationGrant grant = m_exchanged;
    grant.code = AuthorizationCode(next);
    grant.state = pasted.value(u"state"_s);
    grant.parameters = pasted.values;
    grant.parameters.remove(codeName);
    grant.parameters.remove(u"state"_s);
    m_interaction->browserReturned();
    exchange(grant);
    return Done {};
}

void AuthorizeFlow::signInWithDevice()
{
    m_device
        = std::make_unique<DeviceSignIn>(m_ports, m_target, m_secrets, m_attempt, m_interaction);
    whenDone(m_device->start(), this, [this](const Result<HttpAnswer> &answer) { take(answer); });
}

void AuthorizeFlow::mint()
{
    const Result<TokenCall> call = mintCall(m_target.provider, m_secrets);
    if (!call)
        return fail(call.error());
    whenDone(m_ports.tokenEndpoint.post(*call), this,
             [this](Result<HttpAnswer> answer) { take(answer); });
}

void AuthorizeFlow::useRefreshToken()
{
    const Result<RefreshToken> token = refreshTokenFromInput(m_target.provider, m_secrets);
    if (!token)
        return fail(token.error());
    m_secrets.refreshToken = *token;
    const Result<TokenCall> call = refreshCall(m_target.provider, m_grant.connection, m_secrets);
    if (!call)
        return fail(call.error());
    whenDone(m_ports.tokenEndpoint.post(*call), this,
             [this](Result<HttpAnswer> answer) { take(answer); });
}

//! Another product holds the access: all that can be kept is the merchant's word and its moment.
void AuthorizeFlow::confirm()
{
    m_grant.credential = m_secrets;
    m_grant.credential.obtainedAt = m_ports.clock.now();
    succeed();
}

void AuthorizeFlow::askForAccount()
{
    const Result<ApiCall> call = accountCall(m_target.provider, m_grant.credential);
    if (!call)
        return fail(call.error());
    whenDone(m_ports.probe.send(*call), this, [this](Result<HttpAnswer> answer) {
        if (!answer)
            return fail(answer.error());
        if (!answer->isSuccess())
            return fail(tokenEndpointError(*answer, ErrorOrigin::Resource, m_ports.clock.now()));
        const QList<Capture> &wanted = m_target.provider.method.accountCall.captures;
        const QMap<QString, QString> told = capturedFrom(answerValue(answer->body), wanted);
        for (const Capture &capture : wanted) {
            if (capture.required && !told.contains(capture.as)) {
                return fail(localError(
                    code::invalidInput,
                    u"The service did not say where this account lives (%1)."_s.arg(capture.from)));
            }
        }
        m_grant.connection.captures.insert(told);
        probe();
    });
}

void AuthorizeFlow::logIn()
{
    const Result<TokenCall> call = loginCall(m_target.provider, m_grant.connection, m_secrets);
    if (!call)
        return fail(call.error());
    whenDone(m_ports.tokenEndpoint.post(*call), this,
             [this](Result<HttpAnswer> answer) { take(answer); });
}

void AuthorizeFlow::take(const Result<HttpAnswer> &answer)
{
    if (!answer)
        return fail(answer.error());
    const QDateTime now = m_ports.clock.now();
    const Result<TokenSet> tokens = readTokens(m_target, *answer, now);
    if (!tokens) {
        AuthError error = tokens.error();
        // The words of an ended sign-in would be wrong for one that has not begun.
        if (m_target.kind() == AuthKind::AuthorizationCode && error.is("invalid_grant")) {
            error.providerCode = error.providerCode.isEmpty() ? error.code : error.providerCode;
            error.code = QLatin1StringView(code::codeRefused);
        }
        if (waitForAnotherCode(error))
            return;
        return fail(error);
    }
    m_grant.credential = renewed(m_secrets, *tokens, m_target, now);
    m_grant.connection.captures.insert(tokens->captures);
    m_grant.connection.scope = tokens->scope.value_or(QStringList());
    m_target.provider.method.accountCall.exists() ? askForAccount() : probe();
}

void AuthorizeFlow::takeKey()
{
    const Result<AccessToken> key = accessTokenFromKey(m_target.provider, m_secrets);
    if (!key)
        return fail(key.error());
    m_grant.credential = m_secrets;
    m_grant.credential.accessToken = *key;
    m_grant.credential.generation = m_secrets.generation + 1;
    m_grant.credential.obtainedAt = m_ports.clock.now();
    m_target.provider.method.accountCall.exists() ? askForAccount() : probe();
}

void AuthorizeFlow::probe()
{
    // Captures may have completed the probe's address.
    Connection draft = m_grant.connection;
    draft.organisation = {};
    Result<Target> target = targetFor(m_catalogue, draft);
    if (!target)
        return fail(target.error());
    m_target = std::move(target).value();
    m_grant.connection.boundOrigins = secretOrigins(m_target.provider);
    copyExpiries(m_grant.credential, m_target.kind(), m_grant.connection);
    if (!m_target.hasProbe())
        return succeed();
    m_grant.probed = true;
    if (m_target.mintIsProbe())
        return succeed();
    whenDone(m_checker.probe(m_target, m_grant.credential), this,
             [this](Result<ProbeVerdict> verdict) {
                 if (!verdict) {
                     m_grant.probeError = verdict.error();
                     return succeed();
                 }
                 judge(*verdict);
             });
}

void AuthorizeFlow::judge(const ProbeVerdict &verdict)
{
    if (!verdict.accepted) {
        m_grant.probeError = verdict.error;
        return succeed();
    }
    m_grant.connection.identity = verdict.identity;
    const QList<Organisation> &reachable = verdict.organisations;
    const QString named = m_interaction ? m_interaction->namedOrganisation() : QString();
    const QString wanted
        = named.isEmpty() ? m_grant.connection.inputs.value(u"organisation_id"_s) : named;
    const auto byId = [&reachable](const QString &id) {
        return std::find_if(reachable.begin(), reachable.end(),
                            [&id](const Organisation &o) { return o.id == id; });
    };
    const bool lists = !m_target.provider.probe.organisationListPath.isEmpty();
    if ((lists || !named.isEmpty()) && !wanted.isEmpty() && byId(wanted) == reachable.end())
        return fail(notReached(wanted, reachable));
    if (reachable.size() <= 1) {
        m_grant.connection.organisation = reachable.value(0);
        return succeed();
    }
    if (const auto found = byId(wanted); !wanted.isEmpty() && found != reachable.end()) {
        m_grant.connection.organisation = *found;
        return succeed();
    }
    if (!m_interaction) {
        return fail(localError(code::missingInput,
                               u"Several organisations are reachable; one must be chosen."_s));
    }
    whenDone(m_interaction->chooseOrganisation(reachable), this, std::optional<Organisation>(),
             [this](std::optional<Organisation> chosen) {
                 if (!chosen)
                     return fail(localError(code::cancelled));
                 m_grant.connection.organisation = *chosen;
                 succeed();
             });
}

void AuthorizeFlow::succeed()
{
    m_done(m_grant);
}

void AuthorizeFlow::fail(const AuthError &error)
{
    if (m_gone)
        return;
    if (m_device)
        m_device->stop();
    if (std::exchange(m_browserLeg, false)) {
        m_ports.agent.conclude(
            m_attempt, error.is("access_denied") ? PageOutcome::Declined : PageOutcome::Failed);
    }
    m_done(error);
}

} // namespace relink
