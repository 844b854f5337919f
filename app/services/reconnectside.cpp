// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectside.h"

#include "core/rules/light.h"
#include "services/futures.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

ReconnectSession::Side::Side(ConnectionManager::Private &parts, const Connection &former)
    : m(parts)
    , m_former(former)
    , m_pending(parts, former)
{}

QFuture<Result<ReconnectSession::Side::Outcome>>
ReconnectSession::Side::keep(QFuture<Result<PendingGrant::Kept>> asked)
{
    const Completion<Outcome> done;
    whenDone(std::move(asked), this, [done](const Result<PendingGrant::Kept> &kept) {
        if (!kept)
            return done(kept.error());
        Outcome outcome;
        outcome.mended = kept->tried;
        outcome.pendingGrant = true;
        outcome.draft = kept->draft;
        done(outcome);
    });
    return done.future();
}

QFuture<Result<ReconnectSession::Side::Outcome>> ReconnectSession::Side::refresh()
{
    const Completion<Outcome> done;
    whenDone(m.vault.readAgain(m_former), this, [this, done](Result<Credential> credential) {
        if (!credential)
            return done(credential.error());
        whenDone(m.refresher.refresh(m_former.id, credential->generation), this,
                 [done](Result<Credential> renewed) {
                     if (!renewed)
                         return done(renewed.error());
                     Outcome outcome;
                     outcome.mended = true;
                     done(outcome);
                 });
    });
    return done.future();
}

QFuture<Result<ReconnectSession::Side::Outcome>> ReconnectSession::Side::forgetAccess()
{
    const Completion<Outcome> done;
    whenDone(m.reset.reset(m_former), this, [done](Result<Connection> renewed) {
        if (!renewed)
            return done(renewed.error());
        Outcome outcome;
        outcome.mended = true;
        done(outcome);
    });
    return done.future();
}

QFuture<Result<ReconnectSession::Side::Outcome>>
ReconnectSession::Side::authorize(const Connection &draft)
{
    return keep(m_pending.authorize(draft));
}

QFuture<Result<ReconnectSession::Side::Outcome>>
ReconnectSession::Side::enter(const Connection &draft, const EditRequest &request)
{
    return keep(m_pending.enter(draft, request));
}

QFuture<Result<ReconnectSession::Side::Outcome>>
ReconnectSession::Side::switchTestMode(const Connection &draft)
{
    EditRequest request;
    request.environment
        = draft.environment == Environment::Test ? Environment::Production : Environment::Test;
    return enter(draft, request);
}

QFuture<Result<Credential>> ReconnectSession::Side::newest()
{
    const Completion<Credential> done;
    whenDone(m.vault.readPending(m_former), this,
             [this, done](Result<std::optional<Credential>> waiting) {
                 if (waiting && waiting->has_value())
                     return done(**waiting);
                 whenDone(m.vault.readAgain(m_former), this,
                          [done](Result<Credential> stored) { done(std::move(stored)); });
             });
    return done.future();
}

QFuture<Result<ReconnectSession::Side::Outcome>>
ReconnectSession::Side::chooseOrganisation(const Connection &draft,
                                           AuthorizationInteraction *interaction)
{
    const Completion<Outcome> done;
    // Without the one that was chosen: a grant that no longer reaches it is asked for the others.
    Connection open = draft;
    open.organisation = {};
    const Result<Target> target = targetFor(m.catalogue, open);
    if (!target)
        return completed(Result<Outcome>(target.error()));
    const auto keepChosen
        = [this, done, open](const Credential &credential, const Organisation &chosen) {
              Connection moved = open;
              moved.organisation = chosen;
              whenDone(keep(m_pending.keepFor(moved, credential)), this,
                       [done](Result<Outcome> kept) { done(std::move(kept)); });
          };
    const auto ask = [this, done, interaction, keepChosen](const Credential &credential,
                                                           const Result<ProbeVerdict> &verdict) {
        if (!verdict)
            return done(verdict.error());
        if (!verdict->accepted)
            return done(*verdict->error);
        const QList<Organisation> reachable = verdict->organisations;
        if (reachable.isEmpty()) {
            return done(localError(
                code::invalidInput,
                u"The provider does not list its organisations. Authorise again and choose there."_s));
        }
        if (reachable.size() == 1)
            return keepChosen(credential, reachable.first());
        if (!interaction) {
            return done(localError(code::missingInput,
                                   u"Several organisations are reachable; one must be chosen."_s));
        }
        whenDone(interaction->chooseOrganisation(reachable), this, std::optional<Organisation>(),
                 [done, credential, keepChosen](const std::optional<Organisation> &chosen) {
                     if (!chosen)
                         return done(localError(code::cancelled));
                     keepChosen(credential, *chosen);
                 });
    };
    whenDone(newest(), this, [this, done, target = *target, ask](Result<Credential> credential) {
        if (!credential)
            return done(credential.error());
        whenDone(m.checker.probe(target, *credential), this,
                 [ask, credential = *credential](Result<ProbeVerdict> verdict) {
                     ask(credential, verdict);
                 });
    });
    return done.future();
}

QFuture<Result<ReconnectSession::Side::Outcome>> ReconnectSession::Side::revoke()
{
    const Completion<Outcome> done;
    whenDone(m.revoker.revoke(m_former.id), this, [done](Result<RevokeOutcome> revoked) {
        if (!revoked)
            return done(revoked.error());
        if (revoked->kind == RevokeOutcome::Kind::Failed)
            return done(revoked->error.value_or(localError(code::cancelled)));
        Outcome outcome;
        outcome.revoked = *revoked;
        done(outcome);
    });
    return done.future();
}

QFuture<Result<bool>> ReconnectSession::Side::verify(const Connection &draft, bool withPending)
{
    if (withPending)
        return m_pending.verify(draft);
    const Completion<bool> done;
    // Nothing new waits: what is stored is checked, and its light is the answer.
    whenDone(m.checker.check(m_former.id, u"reconnect"_s), this,
             [done](const Result<Connection> &checked) {
                 if (!checked)
                     return done(checked.error());
                 const bool green = lightFor(checked->state) == Light::Green;
                 if (green
                     || (checked->state.health == Health::Unverified && !checked->state.diagnosis))
                     return done(green);
                 done(checked->state.error.value_or(AuthError {}));
             });
    return done.future();
}

} // namespace relink
