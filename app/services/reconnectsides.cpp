// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectsides.h"

#include "core/ports/reconnectprogressstore.h"
#include "core/rules/classify.h"
#include "services/futures.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool &pendingGrantOf(ReconnectProgress &progress, StepSide side)
{
    return side == StepSide::This ? progress.pendingGrant : progress.partnerPendingGrant;
}

//! Both sides by name, for "1 of 2 done".
QList<CheckResult> bothSides(const QString &own, const QString &partner, bool partnerPassed)
{
    const auto result = [](const QString &name, bool passed) {
        CheckResult side;
        side.check = CheckId::Grant;
        side.passed = passed;
        side.values = {{u"connection"_s, name}};
        return side;
    };
    return {result(own, true), result(partner, partnerPassed)};
}

} // namespace

ReconnectSession::Sides::Sides(ConnectionManager::Private &parts, const Connection &former)
    : m(parts)
    , m_own(parts, former)
{
    for (const Integration &pair : m.integrations.all()) {
        if (!pair.has(former.id))
            continue;
        const Connection *other
            = m.table.find(pair.accounting == former.id ? pair.other : pair.accounting);
        if (other)
            m_partner = std::make_unique<Side>(m, *other);
        return;
    }
}

Connection ReconnectSession::Sides::draft(StepSide side, const ReconnectProgress &progress) const
{
    if (side == StepSide::This)
        return progress.draft.value_or(m_own.former());
    // What was left half-finished may be about a partner that is gone since.
    return progress.partnerDraft.value_or(m_partner ? m_partner->former() : Connection {});
}

void ReconnectSession::Sides::setInteraction(AuthorizationInteraction *interaction)
{
    m_own.pending().setInteraction(interaction);
    if (m_partner)
        m_partner->pending().setInteraction(interaction);
}

void ReconnectSession::Sides::cancel()
{
    m_own.pending().cancel();
    if (m_partner)
        m_partner->pending().cancel();
}

void ReconnectSession::Sides::forget()
{
    m_own.pending().forget();
    if (m_partner)
        m_partner->pending().forget();
}

void ReconnectSession::Sides::verify(const ReconnectProgress &progress,
                                     const std::function<void(StepEvent)> &then)
{
    whenDone(m_own.verify(draft(StepSide::This, progress), progress.pendingGrant), this,
             [this, progress, then](const Result<bool> &asked) {
                 if (!asked)
                     return then(stepevent::VerifyFailed {asked.error(), {}});
                 if (m_partner && concernsPartner(progress))
                     return verifyPartner(progress, *asked, then);
                 then(stepevent::Verified {*asked, {}});
             });
}

void ReconnectSession::Sides::verifyPartner(const ReconnectProgress &progress, bool asked,
                                            const std::function<void(StepEvent)> &then)
{
    const Connection partner = draft(StepSide::Partner, progress);
    const QString own = draft(StepSide::This, progress).name;
    whenDone(
        m_partner->verify(partner, progress.partnerPendingGrant), this,
        [asked, own, name = partner.name, then](const Result<bool> &theirs) {
            if (!theirs) {
                return then(stepevent::VerifyFailed {theirs.error(), bothSides(own, name, false)});
            }
            then(stepevent::Verified {asked && *theirs, bothSides(own, name, true)});
        });
}

std::optional<StepSide> ReconnectSession::Sides::waiting(const ReconnectProgress &progress) const
{
    if (progress.pendingGrant)
        return StepSide::This;
    if (m_partner && progress.partnerPendingGrant)
        return StepSide::Partner;
    return std::nullopt;
}

Result<Connection> ReconnectSession::Sides::asSaved(StepSide side,
                                                    const ReconnectProgress &progress)
{
    m.table.reloadIfChanged();
    Connection saved = draft(side, progress);
    const Connection *known = m.table.find(saved.id);
    if (!known)
        return localError(code::connectionRemoved);
    saved.name = known->name;
    saved.via = known->via;
    saved.areas = known->areas;
    saved.renewed = known->renewed;
    return saved;
}

void ReconnectSession::Sides::promote(ReconnectProgress &progress, ErrorClass against,
                                      const Completion<Done> &done)
{
    const std::optional<StepSide> side = waiting(progress);
    if (!side)
        return done(Done {});
    const Result<Connection> saved = asSaved(*side, progress);
    if (!saved)
        return done(saved.error());
    whenDone(of(*side)->pending().promote(*saved), this,
             [this, &progress, against, done, side = *side](const Result<Connection> &stored) {
                 if (!stored)
                     return done(stored.error());
                 m.table.recordRenewal(stored->id, against);
                 pendingGrantOf(progress, side) = false;
                 (void)m.ports.progress.save(progress);
                 promote(progress, against, done);
             });
}

void ReconnectSession::Sides::clear(const ReconnectProgress &progress)
{
    const auto &steps = progress.plan.steps;
    const auto acted = [&](StepSide side) {
        return std::any_of(steps.begin(), steps.end(), [&](const Step &step) {
            return step.kind == StepKind::Action && step.side == side
                && progress.records.contains(step.id);
        });
    };
    if (!progress.pendingGrant && acted(StepSide::This))
        (void)m_own.pending().discard();
    const Connection *partner = progress.partner ? m.table.find(*progress.partner) : nullptr;
    if (partner && (progress.partnerPendingGrant || acted(StepSide::Partner)))
        (void)m.vault.removePending(*partner);
}

void ReconnectSession::Sides::discard(ReconnectProgress &progress, const Completion<Done> &done)
{
    const std::optional<StepSide> side = waiting(progress);
    if (!side)
        return done(Done {});
    whenDone(of(*side)->pending().discard(), this,
             [this, &progress, done, side = *side](const Result<Done> &removed) {
                 if (!removed)
                     return done(removed.error());
                 pendingGrantOf(progress, side) = false;
                 discard(progress, done);
             });
}

} // namespace relink
