// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"
#include "core/result.h"
#include "services/connectionmanager.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace relink {

//! Where a half-finished reconnect was left.
struct LeftAt
{
    QDateTime time; //!< of the last thing that was done
    QString step; //!< id of the step to go on with
    QStringList done; //!< ids of the steps that are behind, in order

    friend bool operator==(const LeftAt &, const LeftAt &) = default;
};

//! One guided reconnect under way: the pure step engine (rules/reconnect.h) with its effects
//! performed. The window and the terminal draw progress() and call the acts; they hold no logic.
//! Deleting it leaves the progress stored, to be resumed; cancel() forgets it.
class ReconnectSession : public QObject
{
    Q_OBJECT
public:
    ~ReconnectSession() override;

    ConnectionId connection() const;
    //! Why the connection is red, as of the start; `not_an_error` with the cause `works` or
    //! `unconfirmed` where it is not, for authorising anew on purpose. What the merchant was told
    //! elsewhere goes before both.
    Diagnosis diagnosis() const;
    bool followsToldError() const; //!< the plan follows what the merchant was told elsewhere
    std::optional<AuthError> error() const;
    const ReconnectProgress &progress() const;
    //! Null for a reconnect that begins here.
    std::optional<LeftAt> leftAt() const;
    //! The step whose checks were started afresh on resuming, until the place is before it; its
    //! record tells what they found. Null where none were.
    const Step *freshChecks() const;
    //! The step to show; null when every step is done and Save + Continue is what remains.
    const Step *currentStep() const;
    StepRecord record(const QString &stepId) const;
    bool isRunning() const; //!< an automatic step or an act is under way
    bool canGoBack() const;
    bool canContinue() const; //!< the current step allows going on
    bool canSkip() const;
    //! The verification is done: a probe said yes with the grant that would be saved, or none is
    //! known, which the step's record tells by a check with the detail `no_probe`.
    bool isVerified() const;

    //! What stands for {name} in the sentences of the steps; see stepvalues.h.
    QMap<QString, QString> values() const;
    //! The other connection of the pair, where the plan is about it too.
    std::optional<Connection> partner() const;
    //! What the latest revocation of the plan came to, of the step's side; null: none yet.
    std::optional<RevokeOutcome> revoked(StepSide side) const;

    //! Whoever shows the browser leg; must outlive the session.
    void setInteraction(AuthorizationInteraction *interaction);
    //! The attempt of the browser leg under way, for ConnectionManager::submitRedirect().
    AttemptId attempt() const;

public Q_SLOTS:
    //! Starts the current step's checks or verification, or does nothing when they ran.
    void run();
    //! Runs them again.
    void runAgain();
    //! Does the current Action step; EditCredential alone needs its values.
    void act();
    //! The Action step EditCredential: new values, kept pending until Save + Continue.
    void act(const relink::EditRequest &edit);
    void next();
    void back();
    void markDone(); //!< an External step: the person did it
    //! `reason` in the person's words; may be empty.
    void markNotPossible(const QString &reason = {});
    void skip(const QString &reason = {});
    //! Answers the current Question with one of its options; what the answer tells of goes into the
    //! change diary.
    void answer(const QString &option);
    //! Ends a browser leg that nobody comes back from; the step stays open.
    void cancelAct();

public:
    //! Promotes the pending grant and stores the connection: the only moment that changes it.
    QFuture<Result<Connection>> saveAndContinue();
    //! Discards the pending grant and the progress; the connection stays as it was.
    QFuture<Result<Done>> cancel();

Q_SIGNALS:
    void changed();

private:
    friend class ConnectionManager;
    class PendingGrant;
    class Side;
    class Sides;
    class Private;
    ReconnectSession(ConnectionManager &manager, const Connection &connection,
                     const std::optional<Diagnosis> &told);
    std::unique_ptr<Private> d;
};

} // namespace relink
