// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/result.h"

#include <QFuture>

#include <functional>

namespace relink {

//! Port: the browser leg of RFC 6749 4.1 with PKCE (RFC 7636) over a loopback redirect
//! (RFC 8252 7.3) or a pasted one. It makes state, verifier and listener, one of each per
//! attempt, and believes nothing in a redirect before its state matched.
class AuthorizationAgent
{
public:
    virtual ~AuthorizationAgent() = default;

    //! Starts listening, builds the address and hands it to `ready` (synchronously, before the
    //! future can complete). The caller opens the browser. Completes exactly once: with the
    //! grant; with the provider's error (origin AuthorizationEndpoint, e.g. `access_denied`);
    //! with `port_busy` before anything was opened; with `issuer_mismatch`; with `expired` at the
    //! request's timeout; with `cancelled`.
    virtual QFuture<Result<AuthorizationGrant>>
    begin(const AuthorizationRequest &request,
          const std::function<void(const PendingAuthorization &)> &ready)
        = 0;

    //! Paste mode: the code itself, or the whole redirected address. An address with another
    //! state is refused with `state_mismatch` and the attempt goes on.
    virtual Result<Done> submit(AttemptId attempt, const QString &codeOrAddress) = 0;

    //! Tells the waiting browser page the true outcome and closes the listener within a second.
    virtual void conclude(AttemptId attempt, PageOutcome outcome) = 0;

    //! Ends an attempt; its future completes with `cancelled`. Unknown attempts are ignored.
    virtual void cancel(AttemptId attempt) = 0;
};

} // namespace relink
