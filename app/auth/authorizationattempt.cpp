// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationattempt.h"

#include "auth/authorizationurl.h"
#include "auth/randomtoken.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

constexpr auto redirectPath = "/callback";
constexpr auto outcomePath = "/callback/done";

std::optional<AuthError> refusal(const AuthorizationRequest &request)
{
    const QUrl &url = request.endpoint;
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return localError(code::invalidInput, u"The authorisation address is not a web address."_s);
    if (url.hasFragment() || !url.userInfo().isEmpty())
        return localError(code::invalidInput,
                          u"The authorisation address has a part behind '#' or a user name."_s);
    if (request.clientId.isEmpty())
        return localError(code::missingInput, u"client_id"_s);
    return std::nullopt;
}

AuthError redirectError(const char *code, const QString &description)
{
    AuthError error = localError(code, description);
    error.origin = ErrorOrigin::RedirectListener;
    return error;
}

//! Words are no code, nor is what RFC 6749 A.11 leaves out. Line breaks come with copying.
bool mayBeCode(const QString &text)
{
    const QString trimmed = text.trimmed();
    return std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) {
        return (c.unicode() > 0x20 && c.unicode() < 0x7f) || c == u'\n' || c == u'\r';
    });
}

} // namespace

AuthorizationAttempt::AuthorizationAttempt(AuthorizationRequest request, RedirectPages pages,
                                           const ListenerTimes &times, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_pages(std::move(pages))
    , m_times(times)
{
    m_promise.start();
    m_timer.setSingleShot(true);
}

AuthorizationAttempt::~AuthorizationAttempt() = default;

Result<PendingAuthorization> AuthorizationAttempt::open()
{
    if (const std::optional<AuthError> error = refusal(m_request))
        return *error;
    m_redirectUri = m_request.redirectUri;
    if (m_request.redirectMode == RedirectMode::Loopback) {
        m_server = std::make_unique<http::Server>(
            http::Limits(),
            [this](const std::shared_ptr<http::Exchange> &exchange) { serve(exchange); });
        if (!m_server->listen(QHostAddress(QHostAddress::LocalHost), m_request.redirectPort))
            return redirectError(code::portBusy,
                                 u"Port %1 on 127.0.0.1: %2"_s.arg(m_request.redirectPort)
                                     .arg(m_server->errorString()));
        m_redirectUri = u"http://%1:%2%3"_s.arg(listenerHost())
                            .arg(m_server->port())
                            .arg(QLatin1StringView(redirectPath));
    }
    m_state = QString::fromLatin1(randomToken());
    if (m_request.pkce)
        m_verifier = randomToken();

    PendingAuthorization pending;
    pending.attempt = m_request.attempt;
    pending.redirectMode = m_request.redirectMode;
    pending.url = authorizationUrl(m_request, m_redirectUri, m_state,
                                   m_request.pkce ? codeChallenge(m_verifier) : QByteArray());
    m_timer.callOnTimeout(this, [this] {
        if (m_phase == Phase::Waiting)
            giveUp(redirectError(code::expired, {}));
        else if (m_phase == Phase::Answered)
            decide(std::nullopt);
        else
            closeListener();
    });
    m_timer.start(m_request.timeout);
    return pending;
}

QString AuthorizationAttempt::listenerHost() const
{
    return m_request.redirectHost.isEmpty() ? u"127.0.0.1"_s : m_request.redirectHost;
}

void AuthorizationAttempt::serve(const std::shared_ptr<http::Exchange> &exchange)
{
    const http::Request &request = exchange->request();
    const QByteArray host = listenerHost().toLatin1() + ':' + QByteArray::number(m_server->port());
    qsizetype hosts = 0;
    for (const HttpHeader &header : request.headers)
        hosts += header.name.compare("Host", Qt::CaseInsensitive) == 0;
    if (hosts != 1 || request.header("Host") != host)
        exchange->respond(m_pages.refused(400)); // a page elsewhere that rebound its name (R13)
    else if (request.path != redirectPath && request.path != outcomePath)
        exchange->respond(m_pages.refused(404));
    else if (request.method != "GET")
        exchange->respond(m_pages.refused(405));
    else if (request.path == redirectPath)
        serveRedirect(exchange);
    else
        serveOutcome(exchange);
}

void AuthorizationAttempt::serveRedirect(const std::shared_ptr<http::Exchange> &exchange)
{
    const RedirectVerdict verdict
        = judgeRedirect(parseRedirectQuery(exchange->request().query), m_request, m_state);
    if (std::holds_alternative<RedirectRefusal>(verdict))
        exchange->respond(m_pages.refused(400));
    else if (m_phase != Phase::Waiting)
        exchange->respond(m_pages.repeated());
    else if (settle(verdict))
        exchange->respond(RedirectPages::forward(outcomePath));
}

void AuthorizationAttempt::serveOutcome(const std::shared_ptr<http::Exchange> &exchange)
{
    switch (m_phase) {
    case Phase::Waiting:
        exchange->respond(m_pages.refused(404));
        break;
    case Phase::Answered:
        m_held.append(exchange);
        break;
    case Phase::Concluded:
        exchange->respond(m_pages.outcome(m_outcome));
        break;
    }
}

bool AuthorizationAttempt::settle(const RedirectVerdict &verdict)
{
    if (const auto *error = std::get_if<AuthError>(&verdict)) {
        // The outcome is known already; nobody has to tell it.
        answer(*error);
        decide(error->is("access_denied") ? PageOutcome::Declined : PageOutcome::Failed);
        return true;
    }
    if (const auto *accepted = std::get_if<AcceptedRedirect>(&verdict)) {
        AuthorizationGrant grant;
        grant.code = accepted->code;
        grant.verifier = CodeVerifier(m_verifier);
        grant.redirectUri = m_redirectUri;
        grant.state = m_state;
        grant.parameters = accepted->parameters;
        answer(std::move(grant));
        return true;
    }
    return false;
}

void AuthorizationAttempt::answer(Result<AuthorizationGrant> result)
{
    m_phase = Phase::Answered;
    m_result = std::move(result);
    m_timer.start(m_times.hold);
    // From the event loop: whoever waits may delete the agent, and the listener is in use here.
    QMetaObject::invokeMethod(this, &AuthorizationAttempt::deliver, Qt::QueuedConnection);
}

void AuthorizationAttempt::deliver()
{
    if (!m_result)
        return;
    QPromise<Result<AuthorizationGrant>> promise = std::move(m_promise);
    Result<AuthorizationGrant> result = *std::move(m_result);
    m_result.reset();
    m_verifier.clear();
    promise.addResult(std::move(result));
    promise.finish();
}

Result<Done> AuthorizationAttempt::submit(const QString &codeOrAddress)
{
    if (m_phase != Phase::Waiting)
        return localError(code::expired, u"This sign-in is over."_s);
    RedirectParameters pasted = parsePasted(codeOrAddress);
    if (pasted.isEmpty())
        return redirectError(code::noCodePasted, {});
    if (!pasted.isAddress) {
        if (!mayBeCode(codeOrAddress))
            return redirectError(code::noCodePasted, {});
        // Only the address proves by its state that it belongs to this attempt; where a listener
        // waits, there is one.
        if (m_request.redirectMode != RedirectMode::Paste)
            return redirectError(code::addressNeeded, {});
        AcceptedRedirect accepted;
        accepted.code = AuthorizationCode(pasted.value(u"code"_s).toUtf8());
        settle(accepted);
        return Done {};
    }
    const RedirectVerdict verdict = judgeRedirect(pasted, m_request, m_state);
    if (const auto *refused = std::get_if<RedirectRefusal>(&verdict)) {
        if (*refused == RedirectRefusal::WrongState)
            return redirectError(code::stateMismatch,
                                 u"The address belongs to another attempt to sign in."_s);
        return redirectError(code::noCodePasted, {});
    }
    settle(verdict);
    return Done {};
}

void AuthorizationAttempt::conclude(PageOutcome outcome)
{
    if (m_phase == Phase::Answered)
        decide(outcome);
    else if (m_phase == Phase::Waiting)
        cancel();
}

void AuthorizationAttempt::cancel()
{
    if (m_phase == Phase::Waiting || m_result)
        giveUp(localError(code::cancelled));
    else if (m_phase == Phase::Answered)
        decide(PageOutcome::Failed);
}

void AuthorizationAttempt::giveUp(const AuthError &error)
{
    m_phase = Phase::Concluded;
    m_outcome = PageOutcome::Failed;
    m_result = error;
    releaseHeld();
    closeListener();
    deliver();
}

void AuthorizationAttempt::decide(std::optional<PageOutcome> outcome)
{
    m_phase = Phase::Concluded;
    m_outcome = outcome;
    releaseHeld();
    m_timer.start(m_times.linger);
}

void AuthorizationAttempt::releaseHeld()
{
    const QList<std::shared_ptr<http::Exchange>> held = std::exchange(m_held, {});
    for (const std::shared_ptr<http::Exchange> &exchange : held)
        exchange->respond(m_pages.outcome(m_outcome));
}

void AuthorizationAttempt::closeListener()
{
    m_timer.stop();
    if (m_server)
        m_server->close();
    // The last page may still be on its way out of the socket.
    QTimer::singleShot(m_times.linger, this, &AuthorizationAttempt::over);
}

} // namespace relink
