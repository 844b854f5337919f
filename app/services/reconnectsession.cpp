// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectsession.h"

#include "core/ports/clock.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/rules/areas.h"
#include "core/rules/classify.h"
#include "core/rules/reconnect.h"
#include "core/rules/redact.h"
#include "core/rules/reduce.h"
#include "core/rules/toldfailure.h"
#include "core/rules/triedsteps.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "services/reconnectopening.h"
#include "services/reconnectsides.h"
#include "services/stepvalues.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

class ReconnectSession::Private : public QObject
{
public:
    Private(ReconnectSession &session, ConnectionManager &connectionManager,
            const Connection &before)
        : q(session)
        , manager(connectionManager)
        , m(*connectionManager.d)
        , former(before)
        , sides(m, former)
    {}

    PlanFacts facts() const;
    void open(const std::optional<Diagnosis> &told);
    void feed(const StepEvent &event);
    void perform(const StepEffect &effect);
    void act(const stepeffect::Perform &effect);
    void edit(const EditRequest &request);
    void whenActed(StepSide side, QFuture<Result<Side::Outcome>> acted);
    void verify();
    bool forgetLostGrant(StepSide side);
    void undoTestMode();
    void takeWord();
    void note(const StepOption &option);
    void finishSaved(const Completion<Connection> &done);
    void clearProvenMarks();
    void runChecks(const QList<CheckId> &checks);
    void failAct(StepSide side, const AuthError &error);
    AuthKind kind() const { return kindOf(m.catalogue, former); }
    bool isHeldElsewhere() const { return isDelegated(m.catalogue, former); }
    //! The connection as it would be saved.
    Connection draft(StepSide side = StepSide::This) const { return sides.draft(side, progress); }
    QDateTime now() const { return m.ports.clock.now(); }

    ReconnectSession &q;
    ConnectionManager &manager;
    ConnectionManager::Private &m;
    const Connection former;
    Sides sides;
    AuthorizationInteraction *interaction = nullptr;
    Diagnosis diagnosis;
    ReconnectProgress progress;
    QMap<StepSide, RevokeOutcome> revoked;
    std::optional<LeftAt> leftAt;
    QString rechecked; //!< id of a Check step
    bool left = false; //!< cancelled or saved: late answers change nothing
};

PlanFacts ReconnectSession::Private::facts() const
{
    PlanFacts facts;
    facts.kind = kind();
    facts.paired = sides.isPair();
    facts.known = q.values();
    return facts;
}

void ReconnectSession::Private::open(const std::optional<Diagnosis> &told)
{
    const auto stored = m.ports.progress.load(former.id);
    std::optional<ConnectionId> partner;
    if (sides.isPair())
        partner = draft(StepSide::Partner).id;
    const std::optional<ReconnectProgress> before = stored ? *stored : std::nullopt;
    const ReconnectOpening opening
        = openingOf(former, isHeldElsewhere(), told, before, facts(), partner, now());
    diagnosis = opening.diagnosis;
    progress = opening.progress;
    if (opening.resumes) {
        leftAt = leftAtOf(progress);
        feed(stepevent::Resume {});
        const Step *step = relink::currentStep(progress);
        leftAt->step = step ? step->id : QString();
        return;
    }
    // What waits of an attempt that does not go on would be taken for this one's.
    if (before)
        sides.clear(*before);
    // It was read where it was told; only what contradicts it is still to be.
    const Step *first = relink::currentStep(progress);
    if (progress.told && first && first->kind == StepKind::Explain
        && ownFinding(former.state, *progress.told) == OwnFinding::Nothing) {
        feed(stepevent::Next {});
    } else if (progress.told) {
        // Nobody but the merchant knows of it: killed now, it would be lost.
        (void)m.ports.progress.save(progress);
    }
}

void ReconnectSession::Private::feed(const StepEvent &event)
{
    if (left)
        return;
    const Advance next = advance(progress, event, now());
    const bool changed = next.progress != progress;
    progress = next.progress;
    if (const Step *again = recheckedStep(progress))
        rechecked = again->id;
    for (const StepEffect &effect : next.effects)
        perform(effect);
    if (changed)
        Q_EMIT q.changed();
}

void ReconnectSession::Private::perform(const StepEffect &effect)
{
    if (std::holds_alternative<stepeffect::StoreProgress>(effect)) {
        // Lost ticks are a nuisance, not a failure of the reconnect; those of a connection that was
        // removed meanwhile would belong to nobody.
        if (m.table.find(former.id))
            (void)m.ports.progress.save(progress);
    } else if (const auto *checks = std::get_if<stepeffect::RunChecks>(&effect)) {
        runChecks(checks->checks);
    } else if (std::holds_alternative<stepeffect::Probe>(effect)) {
        verify();
    } else if (const auto *action = std::get_if<stepeffect::Perform>(&effect)) {
        act(*action);
    }
}

void ReconnectSession::Private::act(const stepeffect::Perform &effect)
{
    Side *side = sides.of(effect.side);
    if (!side)
        return failAct(effect.side, localError(code::connectionRemoved));
    switch (effect.action) {
    case StepAction::Refresh:
        return whenActed(effect.side, side->refresh());
    case StepAction::ForgetAccess:
        return whenActed(effect.side, side->forgetAccess());
    case StepAction::Authorize:
        return whenActed(effect.side, side->authorize(draft(effect.side)));
    case StepAction::SwitchTestMode:
        return whenActed(effect.side, side->switchTestMode(draft(effect.side)));
    case StepAction::ChooseOrganisation:
        return whenActed(effect.side, side->chooseOrganisation(draft(effect.side), interaction));
    case StepAction::Revoke:
        return whenActed(effect.side, side->revoke());
    case StepAction::EditCredential: // comes with its values through act(edit)
    case StepAction::None:
        return;
    }
}

void ReconnectSession::Private::whenActed(StepSide side, QFuture<Result<Side::Outcome>> acted)
{
    whenDone(std::move(acted), this, [this, side](const Result<Side::Outcome> &outcome) {
        if (!outcome)
            return failAct(side, outcome.error());
        if (outcome->draft)
            (side == StepSide::This ? progress.draft : progress.partnerDraft) = outcome->draft;
        QString word;
        if (outcome->revoked) {
            revoked.insert(side, *outcome->revoked);
            word = toString(outcome->revoked->kind);
        }
        feed(stepevent::ActionSucceeded {outcome->mended, outcome->pendingGrant, word});
    });
}

void ReconnectSession::Private::failAct(StepSide side, const AuthError &error)
{
    // Declined, cancelled, timed out: nobody's failure, the step stays open.
    if (classify(error, ErrorStage::Token, nullptr).errorClass == ErrorClass::NotAnError)
        return feed(stepevent::ActionCancelled {});
    const Side *failed = sides.of(side);
    const Connection &connection = failed ? failed->former() : former;
    m.table.recordFailure(connection.id, HistoryStage::Authorize, u"reconnect"_s, error,
                          classify(error, ErrorStage::Token,
                                   m.catalogue.pack(connection.provider).get(),
                                   kindOf(m.catalogue, connection)));
    feed(stepevent::ActionFailed {error});
}

void ReconnectSession::Private::runChecks(const QList<CheckId> &checks)
{
    Connection looked = draft();
    // What waits is no entry yet, and what was revoked here has left none behind.
    if (const Connection *known = m.table.find(former.id))
        looked.hasSecret = known->hasSecret;
    const Result<Target> target = targetFor(m.catalogue, looked);
    if (!target) {
        for (const CheckId check : checks) {
            CheckResult result;
            result.check = check;
            result.diagnosis = classify(target.error(), ErrorStage::Any, nullptr);
            feed(stepevent::CheckFinished {result});
        }
        return;
    }
    m.checks.run(checks, *target, this,
                 [this](const CheckResult &result) { feed(stepevent::CheckFinished {result}); });
}

void ReconnectSession::Private::edit(const EditRequest &request)
{
    const Step *step = relink::currentStep(progress);
    const StepSide side = step ? step->side : StepSide::This;
    if (Side *edited = sides.of(side))
        whenActed(side, edited->enter(draft(side), request));
    else
        failAct(side, localError(code::connectionRemoved));
}

//! The answer to the question is all there is to verify by.
void ReconnectSession::Private::takeWord()
{
    // The latest answer counts; questions with options are about something else.
    StepStatus answer = StepStatus::Open;
    for (const Step &step : std::as_const(progress.plan.steps)) {
        const StepStatus status = recordOf(progress, step.id).status;
        if (step.kind == StepKind::Question && step.options.isEmpty() && status != StepStatus::Open)
            answer = status;
    }
    if (answer == StepStatus::Done)
        return feed(stepevent::Verified {});
    // Said once already: the day on which it stopped stays.
    if (diagnosis.cause != QLatin1StringView(cause::toldStopped))
        m.tell(former.id, false);
    feed(stepevent::VerifyFailed {localError(cause::toldStopped), {}});
}

void ReconnectSession::Private::verify()
{
    if (isHeldElsewhere())
        return takeWord();
    sides.verify(progress, [this](const StepEvent &event) {
        const auto *failed = std::get_if<stepevent::VerifyFailed>(&event);
        // Both sides are told of where the partner failed.
        const bool partner = failed && !failed->checks.isEmpty();
        const bool lost = failed && failed->error.is("entry_missing")
            && forgetLostGrant(partner ? StepSide::Partner : StepSide::This);
        // A fault that passes says nothing about the mode.
        if (failed && !lost
            && !isTransient(classify(failed->error, ErrorStage::Probe,
                                     m.catalogue.pack(former.provider).get(), kind())
                                .errorClass))
            undoTestMode();
        lost ? verify() : feed(event);
    });
}

//! What waited of a side is gone: saved or given up by another process. What is stored counts
//! again.
bool ReconnectSession::Private::forgetLostGrant(StepSide side)
{
    const bool own = side == StepSide::This;
    (own ? progress.draft : progress.partnerDraft).reset();
    return std::exchange(own ? progress.pendingGrant : progress.partnerPendingGrant, false);
}

//! A Test Mode that did not help is not kept for what is entered next.
void ReconnectSession::Private::undoTestMode()
{
    for (const Step &step : std::as_const(progress.plan.steps)) {
        if (step.action != StepAction::SwitchTestMode
            || recordOf(progress, step.id).status != StepStatus::Done)
            continue;
        std::optional<Connection> &kept
            = step.side == StepSide::This ? progress.draft : progress.partnerDraft;
        if (kept && sides.of(step.side))
            kept->environment = sides.of(step.side)->former().environment;
    }
}

void ReconnectSession::Private::note(const StepOption &option)
{
    if (option.noted.isEmpty())
        return;
    ChangeNote note;
    note.connection = former.id;
    note.cause = option.noted;
    note.words = option.text;
    // A note that is lost is a nuisance, not a failure of the reconnect.
    (void)manager.note(note);
}

//! XRM-14: the business proof says that what the merchant noted works again; a proof of one kind of
//! thing says nothing of what only their own words name.
void ReconnectSession::Private::clearProvenMarks()
{
    bool anything = false;
    bool everything = false;
    for (const Step &step : std::as_const(progress.plan.steps)) {
        if (!isProof(step))
            continue;
        const QString answer = recordOf(progress, step.id).answer;
        for (const StepOption &option : step.options) {
            anything = anything || (option.id == answer && !option.fails);
            everything = everything || (option.id == answer && option.provesAll);
        }
    }
    if (!anything)
        return;
    (void)m.table.clearAreas(
        former.id,
        [everything](const AreaReport &area) {
            return area.source == AreaSource::Pasted && (everything || !area.area.isEmpty());
        },
        u"proven"_s);
}

void ReconnectSession::Private::finishSaved(const Completion<Connection> &done)
{
    const Connection *known = m.table.find(former.id);
    if (!known)
        return done(localError(code::connectionRemoved));
    const Connection saved = *known;
    left = true;
    if (progress.mended)
        m.table.recordRenewal(former.id, diagnosis.errorClass);
    (void)m.ports.progress.discard(former.id);
    (void)m.table.recordNote(reconnectEvent(saved, progress, false, now()));
    clearProvenMarks();
    // What a named probe refused before is asked again with what was saved.
    const Connection *kept = m.table.find(former.id);
    if (kept && isMarked(*kept))
        whenDone(m.checker.check(former.id, u"reconnect"_s), &m.table, [](const auto &) {});
    done(kept ? *kept : saved);
}

ReconnectSession::ReconnectSession(ConnectionManager &manager, const Connection &connection,
                                   const std::optional<Diagnosis> &told)
    : d(std::make_unique<Private>(*this, manager, connection))
{
    d->open(told);
}

ReconnectSession::~ReconnectSession()
{
    d->left = true;
    d->sides.forget();
}

ConnectionId ReconnectSession::connection() const
{
    return d->former.id;
}

Diagnosis ReconnectSession::diagnosis() const
{
    return d->diagnosis;
}

bool ReconnectSession::followsToldError() const
{
    return d->progress.told.has_value();
}

std::optional<AuthError> ReconnectSession::error() const
{
    return followsToldError() || d->diagnosis.errorClass == ErrorClass::NotAnError
        ? std::nullopt
        : d->former.state.error;
}

const ReconnectProgress &ReconnectSession::progress() const
{
    return d->progress;
}

std::optional<LeftAt> ReconnectSession::leftAt() const
{
    return d->leftAt;
}

const Step *ReconnectSession::freshChecks() const
{
    const QList<Step> &steps = d->progress.plan.steps;
    for (int i = 0; i < d->progress.current && i < steps.size(); ++i) {
        if (steps.at(i).id == d->rechecked)
            return &steps.at(i);
    }
    return nullptr;
}

const Step *ReconnectSession::currentStep() const
{
    return relink::currentStep(d->progress);
}

StepRecord ReconnectSession::record(const QString &stepId) const
{
    return recordOf(d->progress, stepId);
}

bool ReconnectSession::isRunning() const
{
    return relink::isRunning(d->progress);
}

bool ReconnectSession::canGoBack() const
{
    return relink::canGoBack(d->progress);
}

bool ReconnectSession::canContinue() const
{
    return relink::canContinue(d->progress);
}

bool ReconnectSession::canSkip() const
{
    return relink::canSkip(d->progress);
}

bool ReconnectSession::isVerified() const
{
    return relink::isVerified(d->progress);
}

void ReconnectSession::setInteraction(AuthorizationInteraction *interaction)
{
    d->interaction = interaction;
    d->sides.setInteraction(interaction);
}

AttemptId ReconnectSession::attempt() const
{
    const Step *step = currentStep();
    Side *side = d->sides.of(step ? step->side : StepSide::This);
    return side ? side->pending().attempt() : AttemptId {};
}

QMap<QString, QString> ReconnectSession::values() const
{
    QMap<QString, QString> values
        = stepValues(d->draft(), d->m.catalogue.pack(d->former.provider).get());
    if (d->sides.isPair()) {
        const Connection other = d->draft(StepSide::Partner);
        values.insert(partnerValues(other, d->m.catalogue.pack(other.provider).get()));
    }
    return values;
}

std::optional<Connection> ReconnectSession::partner() const
{
    return d->sides.isPair() ? std::optional(d->draft(StepSide::Partner)) : std::nullopt;
}

std::optional<RevokeOutcome> ReconnectSession::revoked(StepSide side) const
{
    if (const auto it = d->revoked.constFind(side); it != d->revoked.constEnd())
        return *it;
    // Before a restart: what it came to was kept, and where to end the access follows.
    for (const Step &step : d->progress.plan.steps) {
        const auto kind = revokeOutcomeKindFromString(record(step.id).outcome);
        if (step.side != side || step.action != StepAction::Revoke || !kind)
            continue;
        RevokeOutcome outcome;
        outcome.kind = *kind;
        if (!d->sides.of(side))
            return outcome;
        const Result<Target> target = targetFor(d->m.catalogue, d->draft(side));
        if (target) {
            outcome.menuPath = target->provider.revocation.menuPath;
            outcome.manageUrl = target->provider.revocation.manageUrl;
        }
        return outcome;
    }
    return std::nullopt;
}

void ReconnectSession::run()
{
    d->feed(stepevent::Run {});
}

void ReconnectSession::runAgain()
{
    d->feed(stepevent::Rerun {});
}

void ReconnectSession::act()
{
    d->feed(stepevent::Act {});
}

void ReconnectSession::act(const EditRequest &edit)
{
    const Step *step = currentStep();
    if (!step || step->action != StepAction::EditCredential || isRunning()
        || record(step->id).status == StepStatus::Done) {
        return;
    }
    d->feed(stepevent::Act {});
    d->edit(edit);
}

void ReconnectSession::next()
{
    d->feed(stepevent::Next {});
}

void ReconnectSession::back()
{
    d->feed(stepevent::Back {});
}

void ReconnectSession::markDone()
{
    d->feed(stepevent::MarkDone {});
}

void ReconnectSession::markNotPossible(const QString &reason)
{
    d->feed(stepevent::MarkNotPossible {redact(reason)});
}

void ReconnectSession::skip(const QString &reason)
{
    d->feed(stepevent::Skip {redact(reason)});
}

void ReconnectSession::answer(const QString &option)
{
    const Step *step = currentStep();
    if (!step || record(step->id).answer == option)
        return;
    const QList<StepOption> options = step->options;
    d->feed(stepevent::Answer {option});
    for (const StepOption &chosen : options) {
        if (chosen.id == option)
            d->note(chosen);
    }
}

void ReconnectSession::cancelAct()
{
    d->sides.cancel();
}

QFuture<Result<Connection>> ReconnectSession::saveAndContinue()
{
    if (!isVerified()) {
        return completed(Result<Connection>(
            localError(code::invalidInput, u"The connection has not been verified yet."_s)));
    }
    const Completion<Connection> done;
    if (d->isHeldElsewhere())
        d->m.tell(d->former.id, true);
    const Completion<Done> promoted;
    whenDone(promoted.future(), d.get(), [p = d.get(), done](const Result<Done> &saved) {
        if (saved)
            return p->finishSaved(done);
        const StepSide side = p->progress.pendingGrant ? StepSide::This : StepSide::Partner;
        if (saved.error().is("entry_missing") && p->forgetLostGrant(side)) {
            p->feed(stepevent::Resume {});
            return done(localError(code::invalidInput,
                                   u"This connection was reconnected elsewhere meanwhile. Check it "
                                   "again before saving."_s));
        }
        done(saved.error());
    });
    d->sides.promote(d->progress, d->diagnosis.errorClass, promoted);
    return done.future();
}

QFuture<Result<Done>> ReconnectSession::cancel()
{
    cancelAct();
    d->left = true;
    const Completion<Done> done;
    const Completion<Done> discarded;
    whenDone(discarded.future(), d.get(), [p = d.get(), done](const Result<Done> &removed) {
        if (!removed)
            return done(removed);
        const Connection *known = p->m.table.find(p->former.id);
        if (known && !triedSteps(p->progress).isEmpty())
            (void)p->m.table.recordNote(reconnectEvent(*known, p->progress, true, p->now()));
        done(p->m.ports.progress.discard(p->former.id));
    });
    d->sides.clear(d->progress);
    d->sides.discard(d->progress, discarded);
    return done.future();
}

std::unique_ptr<ReconnectSession>
ConnectionManager::startReconnect(const ConnectionId &id, const std::optional<Diagnosis> &told)
{
    const std::optional<Connection> known = connection(id);
    if (!known)
        return nullptr;
    return std::unique_ptr<ReconnectSession>(new ReconnectSession(*this, *known, told));
}

} // namespace relink
