// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/loopbackauthorizationagent.h"

using namespace Qt::StringLiterals;

namespace relink {

LoopbackAuthorizationAgent::LoopbackAuthorizationAgent(const RedirectPageTexts &texts,
                                                       const ListenerTimes &times)
    : m_pages(texts)
    , m_times(times)
{}

LoopbackAuthorizationAgent::~LoopbackAuthorizationAgent()
{
    const QHash<quint64, AuthorizationAttempt *> attempts = std::exchange(m_attempts, {});
    for (AuthorizationAttempt *attempt : attempts)
        attempt->cancel();
}

QFuture<Result<AuthorizationGrant>>
LoopbackAuthorizationAgent::begin(const AuthorizationRequest &request,
                                  const std::function<void(const PendingAuthorization &)> &ready)
{
    cancel(request.attempt); // the same id again: the former one is void (R17)

    auto *attempt = new AuthorizationAttempt(request, m_pages, m_times, &m_owner);
    const Result<PendingAuthorization> pending = attempt->open();
    if (!pending) {
        delete attempt;
        return QtFuture::makeReadyFuture(Result<AuthorizationGrant>(pending.error()));
    }
    m_attempts.insert(request.attempt.value, attempt);
    QObject::connect(attempt, &AuthorizationAttempt::over, &m_owner,
                     [this, attempt] { retire(attempt); });
    QFuture<Result<AuthorizationGrant>> future = attempt->future();
    // Last: whoever is told may cancel, or delete this object.
    if (ready)
        ready(*pending);
    return future;
}

Result<Done> LoopbackAuthorizationAgent::submit(AttemptId attempt, const QString &codeOrAddress)
{
    if (AuthorizationAttempt *found = m_attempts.value(attempt.value))
        return found->submit(codeOrAddress);
    return localError(code::expired, u"This sign-in is over."_s);
}

void LoopbackAuthorizationAgent::conclude(AttemptId attempt, PageOutcome outcome)
{
    if (AuthorizationAttempt *found = m_attempts.value(attempt.value))
        found->conclude(outcome);
}

void LoopbackAuthorizationAgent::cancel(AttemptId attempt)
{
    if (AuthorizationAttempt *found = m_attempts.value(attempt.value))
        found->cancel();
}

void LoopbackAuthorizationAgent::retire(AuthorizationAttempt *attempt)
{
    m_attempts.removeIf([attempt](auto entry) { return entry.value() == attempt; });
    attempt->deleteLater();
}

} // namespace relink
