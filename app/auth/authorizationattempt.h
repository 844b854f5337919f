// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/redirectpages.h"
#include "auth/redirectverdict.h"
#include "core/model/calls.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace relink {

//! How long the listener outlives the browser leg.
struct ListenerTimes
{
    std::chrono::milliseconds hold {60000}; //!< a page waits that long for the outcome
    std::chrono::milliseconds linger {800}; //!< for the page that was not asked for yet
};

//! One attempt of LoopbackAuthorizationAgent: its own state, verifier and listener. Waiting until
//! the redirect came, then answered until the outcome is known, then concluded.
class AuthorizationAttempt final : public QObject
{
    Q_OBJECT
public:
    AuthorizationAttempt(AuthorizationRequest request, RedirectPages pages,
                         const ListenerTimes &times, QObject *parent);
    ~AuthorizationAttempt() override;

    //! Listens, draws state and verifier, builds the address. Once, before everything else.
    Result<PendingAuthorization> open();
    QFuture<Result<AuthorizationGrant>> future() { return m_promise.future(); }

    Result<Done> submit(const QString &codeOrAddress);
    void conclude(PageOutcome outcome);
    //! Completes the future before it returns, if it is still open.
    void cancel();

Q_SIGNALS:
    void over(); //!< nothing listens any more and nothing will happen

private:
    enum class Phase { Waiting, Answered, Concluded };

    QString listenerHost() const; //!< as the redirect address names it
    void serve(const std::shared_ptr<http::Exchange> &exchange);
    void serveRedirect(const std::shared_ptr<http::Exchange> &exchange);
    void serveOutcome(const std::shared_ptr<http::Exchange> &exchange);
    //! False: refused, the attempt goes on.
    bool settle(const RedirectVerdict &verdict);
    void answer(Result<AuthorizationGrant> result);
    void deliver();
    void giveUp(const AuthError &error);
    void decide(std::optional<PageOutcome> outcome);
    void releaseHeld();
    void closeListener();

    const AuthorizationRequest m_request;
    const RedirectPages m_pages;
    const ListenerTimes m_times;
    QString m_state;
    QByteArray m_verifier;
    QString m_redirectUri;
    Phase m_phase = Phase::Waiting;
    std::optional<PageOutcome> m_outcome;
    std::optional<Result<AuthorizationGrant>> m_result; //!< decided, not yet delivered
    QPromise<Result<AuthorizationGrant>> m_promise;
    QTimer m_timer; //!< waiting: the request's timeout; then hold; then linger
    std::unique_ptr<http::Server> m_server;
    QList<std::shared_ptr<http::Exchange>> m_held;
};

} // namespace relink
