// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectopening.h"

#include "core/rules/alreadyrefreshed.h"
#include "core/rules/light.h"
#include "core/rules/reduce.h"
#include "services/recipes.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool isTold(const ConnectionState &state)
{
    return state.diagnosis
        && (state.diagnosis->cause == QLatin1StringView(cause::toldWorks)
            || state.diagnosis->cause == QLatin1StringView(cause::toldStopped));
}

//! Why a connection is reconnected, by its own state.
Diagnosis ownDiagnosis(const Connection &connection, bool heldElsewhere)
{
    const ConnectionState &state = connection.state;
    const bool ended = state.health == Health::RevokedHere;
    Diagnosis own;
    if (heldElsewhere) {
        if (isTold(state))
            return *state.diagnosis;
        // Nobody was asked, so nothing but the merchant's word is known.
        own.errorClass = ErrorClass::NotAnError;
        own.cause = u"not_told"_s;
    } else if (lightFor(state) == Light::Green) {
        // Asked for on purpose: the merchant wants it anew.
        own.errorClass = ErrorClass::NotAnError;
        own.cause = u"works"_s;
    } else if (state.diagnosis && !ended) {
        return *state.diagnosis;
    } else if (ended || state.health == Health::NotConnected) {
        own.errorClass = ErrorClass::ExpiredRefresh;
        own.cause = ended ? u"revoked_here"_s : QString();
        own.action = recommendedActionFor(state);
    } else {
        own.errorClass = ErrorClass::NotAnError;
        own.cause = u"unconfirmed"_s;
    }
    own.confidence = 1;
    return own;
}

//! The light is another one through what was done here: that is no other failure.
bool turnedTheLight(const ReconnectProgress &stored, const ConnectionState &state)
{
    const bool green = lightFor(state) == Light::Green;
    if (!green && state.health != Health::RevokedHere)
        return false;
    const auto &steps = stored.plan.steps;
    return (green && stored.mended)
        || std::any_of(steps.begin(), steps.end(), [&](const Step &step) {
               const StepStatus status = recordOf(stored, step.id).status;
               if (green)
                   return step.kind == StepKind::Verify
                       && (status == StepStatus::Done || status == StepStatus::Running);
               return step.action == StepAction::Revoke && step.side == StepSide::This
                   && status == StepStatus::Done;
           });
}

//! A person has signed in elsewhere after all that was done here: what waits is older than that.
bool wasRenewedSince(const ReconnectProgress &stored, const Connection &connection)
{
    if (!stored.pendingGrant || !connection.renewed)
        return false;
    return std::all_of(stored.records.begin(), stored.records.end(),
                       [&connection](const StepRecord &record) {
                           return !record.at.isValid() || record.at < connection.renewed->at;
                       });
}

bool goesOn(const ReconnectProgress &stored, const ReconnectPlan &plan,
            const ConnectionState &state)
{
    return stored.pendingGrant || stored.partnerPendingGrant || turnedTheLight(stored, state)
        || (stored.plan.errorClass == plan.errorClass
            && stored.plan.alreadyRefreshed == plan.alreadyRefreshed);
}

} // namespace

ReconnectOpening openingOf(const Connection &connection, bool heldElsewhere,
                           const std::optional<Diagnosis> &told,
                           const std::optional<ReconnectProgress> &stored, PlanFacts facts,
                           const std::optional<ConnectionId> &partner, const QDateTime &now)
{
    const ConnectionState &state = connection.state;
    std::optional<Diagnosis> followed = told;
    // What was told before a turn of the light is over.
    if (!told && stored && stored->told
        && (!state.since.isValid() || state.since <= stored->startedAt))
        followed = stored->told;
    ReconnectOpening opening;
    opening.diagnosis = followed.value_or(ownDiagnosis(connection, heldElsewhere));
    if (state.error)
        facts.httpStatus = state.error->httpStatus;
    facts.alreadyRefreshed = alreadyRefreshed(connection, opening.diagnosis, now);
    const ReconnectPlan plan
        = planReconnect(opening.diagnosis, facts, recipeFor(connection.provider, connection.via));
    opening.resumes = stored && isSound(*stored) && (!stored->partner || stored->partner == partner)
        && !wasRenewedSince(*stored, connection) && goesOn(*stored, plan, state);
    if (opening.resumes) {
        opening.progress = *stored;
    } else {
        opening.progress.connection = connection.id;
        opening.progress.partner = partner;
        opening.progress.plan = plan;
        opening.progress.startedAt = now;
    }
    opening.progress.told = followed;
    return opening;
}

LeftAt leftAtOf(const ReconnectProgress &progress)
{
    LeftAt place;
    place.time = progress.startedAt;
    for (const StepRecord &record : progress.records) {
        if (record.at.isValid() && (!place.time.isValid() || place.time < record.at))
            place.time = record.at;
    }
    for (int i = 0; i < progress.current && i < progress.plan.steps.size(); ++i) {
        const Step &step = progress.plan.steps.at(i);
        // Checks begin again, so they are not behind.
        if (step.kind != StepKind::Check && recordOf(progress, step.id).status == StepStatus::Done)
            place.done.append(step.id);
    }
    if (const Step *step = currentStep(progress))
        place.step = step->id;
    return place;
}

} // namespace relink
