// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"

#include <optional>
#include <variant>

namespace relink {

//! What can happen to a connection's state. An event of an attempt carries its id.
namespace event {

struct Began //!< an activity started
{
    Activity activity = Activity::Idle;
    AttemptId attempt;
};
struct Ended //!< an activity ended without a verdict: cancelled, declined, nothing learnt
{
    AttemptId attempt;
};
struct Authorized //!< a new grant is stored; a probe follows
{
    AttemptId attempt;
};
struct Refreshed //!< a new access token is stored; says nothing about the light
{
    AttemptId attempt;
};
struct ProbeSucceeded
{
    AttemptId attempt;
};
struct ProbeUnavailable //!< no probe is known: the connection stays unverified
{
    AttemptId attempt;
};
struct Failed //!< classified; whether it turns the light is decided here
{
    AttemptId attempt;
    AuthError error;
    Diagnosis diagnosis;
};
struct AccountMismatch //!< the grant now belongs to another account or organisation
{
    AttemptId attempt;
};
struct RevokedHere
{
    AttemptId attempt;
    //! The action that connects it again. With cause `removed_here` the provider may still list the
    //! access, and `source` is the menu path there.
    std::optional<Diagnosis> diagnosis = {};
};
struct Paused
{};
struct Resumed
{};
struct Edited //!< credentials or environment changed: what was known no longer holds
{};
struct ExpiryNear //!< the grant ends soon and only the merchant can renew it
{
    bool near = false;
};

struct Told //!< where nobody can be asked, the merchant says how it stands
{
    bool works = false;
};

} // namespace event

//! Causes of a diagnosis that is the merchant's own word.
namespace cause {
inline constexpr auto toldWorks = "told_works";
inline constexpr auto toldStopped = "told_stopped";
} // namespace cause

using Event = std::variant<event::Began, event::Ended, event::Authorized, event::Refreshed,
                           event::ProbeSucceeded, event::ProbeUnavailable, event::Failed,
                           event::AccountMismatch, event::RevokedHere, event::Paused,
                           event::Resumed, event::Edited, event::ExpiryNear, event::Told>;

//! What a transition asks for. The services perform it.
enum class Effect {
    Persist, //!< the row changed
    RecordFailure,
    RecordRecovery,
    ScheduleRetry, //!< at state.retryAt
    ProbeNow,
};

struct Transition
{
    ConnectionState state;
    QList<Effect> effects;
};

//! The only way a connection's state changes. Pure: same arguments, same answer. A stale event
//! (another attempt than the one under way) changes nothing.
Transition reduce(const ConnectionState &state, const Event &event, const QDateTime &now);

//! Health that a class of failure leads to; nullopt when it says nothing (NotAnError).
std::optional<Health> healthFor(ErrorClass errorClass);

//! When to try again after `failures` transient failures in a row, before any Retry-After.
std::chrono::seconds backOff(int failures);

} // namespace relink
