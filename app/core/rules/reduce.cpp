// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reduce.h"

#include "core/rules/light.h"

#include <algorithm>
#include <tuple>

namespace relink {

namespace {

using namespace std::chrono_literals;

constexpr auto longestBackOff = 15min;
// A provider may ask for patience, not for a day (R47).
constexpr std::chrono::seconds longestRetryAfter = 6h;

//! Builds the transition: keeps `since` true to the light and records what crossed it.
class Builder
{
public:
    Builder(const ConnectionState &before, const QDateTime &now)
        : m_before(before)
        , m_now(now)
        , m_next(before)
    {}

    ConnectionState &state() { return m_next; }
    void effect(Effect effect)
    {
        if (!m_effects.contains(effect))
            m_effects.append(effect);
    }

    void idle()
    {
        m_next.activity = Activity::Idle;
        m_next.attempt = {};
    }
    void become(Health health)
    {
        m_next.health = health;
        if (health != Health::KeychainLocked)
            m_next.keychainReason.reset();
        if (health != Health::Retrying)
            m_next.retryAt.reset();
    }
    //! Its time is the time of the present event, whatever the light was.
    void beginAnew() { m_anew = true; }
    void forgetFailure()
    {
        m_next.diagnosis.reset();
        m_next.error.reset();
        m_next.failures = 0;
    }

    Transition done()
    {
        if (m_anew || isAnotherEvent() || !m_next.since.isValid())
            m_next.since = m_now;
        ConnectionState stored = m_next;
        stored.activity = m_before.activity;
        stored.attempt = m_before.attempt;
        if (stored != m_before)
            effect(Effect::Persist);
        return {m_next, m_effects};
    }

private:
    //! The sentence beside the light names its time: another reason begins anew, so does a pause.
    bool isAnotherEvent() const
    {
        if (lightFor(m_next) != lightFor(m_before))
            return true;
        const bool paused = m_next.health == Health::Paused && m_before.health != Health::Paused;
        return paused || (lightFor(m_next) == Light::Red && reasonOf(m_next) != reasonOf(m_before));
    }
    static std::tuple<Health, ErrorClass, QString> reasonOf(const ConnectionState &state)
    {
        const Diagnosis why = state.diagnosis.value_or(Diagnosis {});
        return {state.health, why.errorClass, why.cause};
    }

    const ConnectionState &m_before;
    QDateTime m_now;
    ConnectionState m_next;
    QList<Effect> m_effects;
    bool m_anew = false;
};

//! Was there something to recover from?
bool wasTroubled(const ConnectionState &state)
{
    return state.diagnosis.has_value();
}

KeychainReason keychainReasonFor(const Diagnosis &diagnosis)
{
    return keychainReasonFromString(diagnosis.cause).value_or(KeychainReason::Locked);
}

void retryLater(Builder &b, const event::Failed &failed, const QDateTime &now)
{
    ++b.state().failures;
    const std::chrono::seconds wait
        = std::min(longestRetryAfter,
                   std::max(backOff(b.state().failures), failed.error.retryAfter.value_or(0s)));
    b.state().retryAt = now.addSecs(wait.count());
    b.effect(Effect::ScheduleRetry);
}

void applyFailure(Builder &b, const event::Failed &failed, const QDateTime &now)
{
    const ErrorClass errorClass = failed.diagnosis.errorClass;
    const std::optional<Health> health = healthFor(errorClass);
    b.idle();
    if (!health)
        return;
    b.effect(Effect::RecordFailure);
    // What is red for a known reason stays red with that reason: a network fault or a locked
    // keychain neither mends nor explains it.
    if ((isTransient(errorClass) || isKeychain(errorClass) || *health == Health::Unverified)
        && lightFor(b.state()) == Light::Red) {
        return;
    }
    b.state().diagnosis = failed.diagnosis;
    b.state().error = failed.error;
    b.become(*health);
    if (*health == Health::Retrying)
        retryLater(b, failed, now);
    else
        b.state().failures = 0;
    if (*health == Health::KeychainLocked)
        b.state().keychainReason = keychainReasonFor(failed.diagnosis);
}

struct Apply
{
    Builder &b;
    const QDateTime &now;

    void operator()(const event::Began &e) const
    {
        b.state().activity = e.activity;
        b.state().attempt = e.attempt;
    }
    void operator()(const event::Ended &) const { b.idle(); }
    void operator()(const event::Authorized &) const
    {
        b.idle();
        connectAgain();
        b.effect(Effect::ProbeNow);
    }
    void operator()(const event::Refreshed &) const { b.idle(); }
    void operator()(const event::ProbeSucceeded &) const
    {
        b.idle();
        if (wasTroubled(b.state()))
            b.effect(Effect::RecordRecovery);
        b.forgetFailure();
        b.state().verifiedAt = now;
        if (b.state().health != Health::ExpiringSoon)
            b.become(Health::Connected);
    }
    void operator()(const event::ProbeUnavailable &) const
    {
        b.idle();
        b.forgetFailure();
        b.become(Health::Unverified);
    }
    void operator()(const event::Failed &e) const { applyFailure(b, e, now); }
    void operator()(const event::AccountMismatch &) const
    {
        b.idle();
        b.become(Health::WrongAccount);
        b.effect(Effect::RecordFailure);
    }
    void operator()(const event::RevokedHere &e) const
    {
        b.idle();
        b.forgetFailure();
        b.state().diagnosis = e.diagnosis;
        b.state().verifiedAt = {};
        b.become(Health::RevokedHere);
    }
    void operator()(const event::Paused &) const
    {
        b.idle();
        // Nothing is asked of these anyway, and what they are must not be forgotten.
        if (b.state().health == Health::RevokedHere || b.state().health == Health::NotConnected)
            return;
        b.become(Health::Paused);
    }
    void operator()(const event::Resumed &) const
    {
        if (b.state().health != Health::Paused)
            return;
        b.become(Health::Unverified);
        b.effect(Effect::ProbeNow);
    }
    void operator()(const event::Edited &) const
    {
        if (b.state().health == Health::Paused)
            return;
        connectAgain();
        b.state().verifiedAt = {};
        b.effect(Effect::ProbeNow);
    }
    void operator()(const event::ExpiryNear &e) const
    {
        if (e.near && b.state().health == Health::Connected)
            b.become(Health::ExpiringSoon);
        else if (!e.near && b.state().health == Health::ExpiringSoon)
            b.become(Health::Connected);
    }

    void operator()(const event::Told &e) const
    {
        b.idle();
        b.forgetFailure();
        b.beginAnew();
        Diagnosis word;
        word.errorClass = e.works ? ErrorClass::NotAnError : ErrorClass::Unknown;
        word.cause = QLatin1StringView(e.works ? cause::toldWorks : cause::toldStopped);
        word.confidence = 1;
        word.action = e.works ? RecommendedAction::None : RecommendedAction::Reauthorize;
        b.state().diagnosis = word;
        b.state().verifiedAt = {};
        b.become(e.works ? Health::Unverified : Health::NeedsAuthorization);
    }

    void connectAgain() const
    {
        // What the merchant ended is no failure to recover from.
        if (b.state().health == Health::RevokedHere)
            b.forgetFailure();
        b.become(Health::Unverified);
    }
};

//! Is the event of another attempt than the one under way? Began opens one and is never stale.
bool isStale(const ConnectionState &state, const Event &event)
{
    return std::visit(
        [&state](const auto &e) {
            using E = std::decay_t<decltype(e)>;
            if constexpr (std::is_same_v<E, event::Began>)
                return state.activity != Activity::Idle && e.attempt.value < state.attempt.value;
            else if constexpr (requires { e.attempt; })
                return e.attempt != state.attempt;
            else
                return false;
        },
        event);
}

//! A paused connection asks nothing of anybody and answers to nothing but resuming, an act of the
//! merchant's, or the end of what was still under way.
bool isAsleep(const ConnectionState &state, const Event &event)
{
    return state.health == Health::Paused
        && (std::holds_alternative<event::Failed>(event)
            || std::holds_alternative<event::ProbeSucceeded>(event)
            || std::holds_alternative<event::ProbeUnavailable>(event));
}

} // namespace

std::optional<Health> healthFor(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::ExpiredAccess:
    case ErrorClass::ExpiredRefresh:
    case ErrorClass::Revoked:
    case ErrorClass::AppRemoved:
    case ErrorClass::CompetingConnection:
    case ErrorClass::ConnectionLimit:
        return Health::NeedsAuthorization;
    case ErrorClass::InvalidClient:
    case ErrorClass::InvalidUserCredentials:
    case ErrorClass::CredentialFormat:
    case ErrorClass::TestModeMismatch:
    case ErrorClass::DeprecatedMethod:
    case ErrorClass::Configuration:
        return Health::NeedsConfiguration;
    case ErrorClass::PermissionRole:
    case ErrorClass::PermissionScope:
    case ErrorClass::PlanRestriction:
    case ErrorClass::AccountClosed:
        return Health::NeedsPermission;
    case ErrorClass::WrongTenant:
        return Health::WrongAccount;
    case ErrorClass::ProviderOutage:
    case ErrorClass::RateLimited:
    case ErrorClass::Network:
    case ErrorClass::Proxy:
    case ErrorClass::Tls:
    case ErrorClass::Clock:
        return Health::Retrying;
    case ErrorClass::KeychainLocked:
        return Health::KeychainLocked;
    case ErrorClass::KeychainMissing:
        return Health::KeychainMissing;
    case ErrorClass::Unknown:
        return Health::Unverified;
    case ErrorClass::NotAnError:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::chrono::seconds backOff(int failures)
{
    std::chrono::seconds wait = 30s;
    for (int i = 1; i < failures && wait < longestBackOff; ++i)
        wait *= 2;
    return std::min<std::chrono::seconds>(wait, longestBackOff);
}

Transition reduce(const ConnectionState &state, const Event &event, const QDateTime &now)
{
    if (isStale(state, event))
        return {state, {}};
    Builder builder(state, now);
    if (isAsleep(state, event))
        builder.idle();
    else
        std::visit(Apply {builder, now}, event);
    return builder.done();
}

} // namespace relink
