// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authorizationattempt.h"
#include "core/ports/authorizationagent.h"

#include <QHash>
#include <QObject>

namespace relink {

//! AuthorizationAgent with a listener on 127.0.0.1 (RFC 8252 7.3), or a pasted redirect. Attempts
//! are independent of each other. Deleting the agent completes all of them with `cancelled`.
class LoopbackAuthorizationAgent final : public AuthorizationAgent
{
public:
    explicit LoopbackAuthorizationAgent(const RedirectPageTexts &texts = {},
                                        const ListenerTimes &times = {});
    ~LoopbackAuthorizationAgent() override;

    QFuture<Result<AuthorizationGrant>>
    begin(const AuthorizationRequest &request,
          const std::function<void(const PendingAuthorization &)> &ready) override;
    Result<Done> submit(AttemptId attempt, const QString &codeOrAddress) override;
    void conclude(AttemptId attempt, PageOutcome outcome) override;
    void cancel(AttemptId attempt) override;

private:
    void retire(AuthorizationAttempt *attempt);

    const RedirectPages m_pages;
    const ListenerTimes m_times;
    QObject m_owner; //!< of the attempts
    QHash<quint64, AuthorizationAttempt *> m_attempts;
};

} // namespace relink
