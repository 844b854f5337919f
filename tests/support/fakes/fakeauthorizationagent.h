// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/authorizationagent.h"
#include "services/futures.h"

#include <QMap>

namespace relink::test {

//! The person in the browser: `answer` comes at once, or with come() when it is not set.
class FakeAuthorizationAgent : public AuthorizationAgent
{
public:
    QFuture<Result<AuthorizationGrant>>
    begin(const AuthorizationRequest &request,
          const std::function<void(const PendingAuthorization &)> &ready) override
    {
        requests.append(request);
        const Completion<AuthorizationGrant> done;
        pending.insert(request.attempt.value, done);
        ready({request.attempt, address.isEmpty() ? request.endpoint : address,
               mode.value_or(request.redirectMode)});
        if (answer) {
            pending.remove(request.attempt.value);
            done(*answer);
        }
        return done.future();
    }
    Result<Done> submit(AttemptId, const QString &codeOrAddress) override
    {
        submitted.append(codeOrAddress);
        return taken;
    }
    void conclude(AttemptId, PageOutcome outcome) override { outcomes.append(outcome); }
    void cancel(AttemptId attempt) override
    {
        if (pending.contains(attempt.value))
            pending.take(attempt.value)(localError(code::cancelled));
    }
    void come(const Result<AuthorizationGrant> &grant)
    {
        for (const auto &done : std::exchange(pending, {}))
            done(grant);
    }

    static AuthorizationGrant grant()
    {
        AuthorizationGrant grant;
        grant.code = AuthorizationCode("code");
        grant.verifier = CodeVerifier("verifier");
        grant.redirectUri = QStringLiteral("http://127.0.0.1:1/callback");
        return grant;
    }

    std::optional<Result<AuthorizationGrant>> answer = Result<AuthorizationGrant>(grant());
    std::optional<RedirectMode> mode; //!< instead of the one asked for
    QUrl address; //!< to open; empty: the endpoint
    QList<AuthorizationRequest> requests;
    QList<PageOutcome> outcomes;
    QStringList submitted;
    Result<Done> taken = Done {}; //!< the answer to submit()
    QMap<quint64, Completion<AuthorizationGrant>> pending;
};

} // namespace relink::test
