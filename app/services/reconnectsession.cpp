// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectsession.h"

#include "core/ports/clock.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/rules/alreadyrefreshed.h"
#include "core/rules/classify.h"
#include "core/rules/light.h"
#include "core/rules/reconnect.h"
#include "core/rules/redact.h"
#include "core/rules/reduce.h"
#include "core/rules/toldfailure.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "services/recipes.h"
#include "services/reconnectside.h"
#include "services/stepvalues.h"

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

} // namespace

class ReconnectSession::Private : public QObject
{
public:
    Private(ReconnectSession &session, ConnectionManager &connectionManager,
            const Connection &before)
        : q(session)
        , manager(connectionManager)
        , m(*connectionManager.d)
        , former(before)
        , own(m, former)
    {}

    Diagnosis ownDiagnosis() const;
    PlanFacts facts() const;
    void findPartner();
    void open(const std::optional<Diagnosis> &told);
    void resume();
    void feed(const StepEvent &event);
    void perform(const StepEffect &effect);
    void act(const stepeffect::Perform &effect);
    void edit(const EditRequest &request);
    void whenActed(StepSide side, QFuture<Result<Side::Outcome>> acted);
    void verify();
    void verifyPartner(bool asked);
    void takeWord();
    void note(const StepOption &option);
    void saveNext(const Completion<Connection> &done);
    void discardNext(const Completion<Done> &done);
    void runChecks(const QList<CheckId> &checks);
    void failAct(StepSide side, const AuthError &error);
    AuthKind kind() const { return kindOf(m.catalogue, former); }
    bool isHeldElsewhere() const { return isDelegated(m.catalogue, former); }
    Side *sideOf(StepSide side) { return side == StepSide::This ? &own : partner.get(); }
    //! The connection as it would be saved.
    Connection draft(StepSide side = StepSide::This) const
    {
        return side == StepSide::This ? progress.draft.value_or(former)
                                      : progress.partnerDraft.value_or(partner->former());
    }
    QDateTime now() const { return m.ports.clock.now(); }

    ReconnectSession &q;
    ConnectionManager &manager;
    ConnectionManager::Private &m;
    const Connection former;
    Side own;
    std::unique_ptr<Side> partner; //!< null: the connection is not one of a pair
    AuthorizationInteraction *interaction = nullptr;
    Diagnosis diagnosis;
    ReconnectProgress progress;
    QMap<StepSide, RevokeOutcome> revoked;
    std::optional<LeftAt> leftAt;
    QString rechecked; //!< id of a Check step
    bool left = false; //!< cancelled or saved: late answers change nothing
};

Diagnosis ReconnectSession::Private::ownDiagnosis() const
{
    const ConnectionState &state = former.state;
    const bool ended = state.health == Health::RevokedHere;
    Diagnosis own;
    if (isHeldElsewhere()) {
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

PlanFacts ReconnectSession::Private::facts() const
{
    PlanFacts facts;
    facts.kind = kind();
    if (former.state.error)
        facts.httpStatus = former.state.error->httpStatus;
    facts.alreadyRefreshed = relink::alreadyRefreshed(former, diagnosis, now());
    facts.paired = partner != nullptr;
    facts.known = q.values();
    return facts;
}

void ReconnectSession::Private::findPartner()
{
    for (const Integration &pair : m.integrations.all()) {
        if (!pair.has(former.id))
            continue;
        const Connection *other
            = m.table.find(pair.accounting == former.id ? pair.other : pair.accounting);
        if (other)
            partner = std::make_unique<Side>(m, *other);
        return;
    }
}

void ReconnectSession::Private::open(const std::optional<Diagnosis> &told)
{
    findPartner();
    const auto stored = m.ports.progress.load(former.id);
    const bool isStored = stored && stored->has_value();
    std::optional<Diagnosis> followed = told;
    // What was told before a turn of the light is over.
    if (!told && isStored && (*stored)->told
        && (!former.state.since.isValid() || former.state.since <= (*stored)->startedAt)) {
        followed = (*stored)->told;
    }
    diagnosis = followed.value_or(ownDiagnosis());
    const ReconnectPlan plan
        = planReconnect(diagnosis, facts(), recipeFor(former.provider, former.via));
    // A half-finished reconnect goes on, unless the failure has become another one since.
    const bool goesOn = isStored
        && ((*stored)->pendingGrant || (*stored)->partnerPendingGrant
            || ((*stored)->plan.errorClass == plan.errorClass
                && (*stored)->plan.alreadyRefreshed == plan.alreadyRefreshed));
    if (goesOn) {
        progress = **stored;
        progress.told = followed;
        resume();
        return;
    }
    progress.connection = former.id;
    if (partner)
        progress.partner = partner->former().id;
    progress.plan = plan;
    progress.told = followed;
    progress.startedAt = now();
    // It was read where it was told; only what contradicts it is still to be.
    const Step *first = relink::currentStep(progress);
    if (followed && first && first->kind == StepKind::Explain
        && ownFinding(former.state, *followed) == OwnFinding::Nothing) {
        feed(stepevent::Next {});
    }
}

void ReconnectSession::Private::resume()
{
    LeftAt place;
    place.time = progress.startedAt;
    for (const StepRecord &record : std::as_const(progress.records)) {
        if (record.at.isValid() && (!place.time.isValid() || place.time < record.at))
            place.time = record.at;
    }
    for (int i = 0; i < progress.current && i < progress.plan.steps.size(); ++i) {
        const Step &step = progress.plan.steps.at(i);
        // Checks begin again, so they are not behind.
        if (step.kind != StepKind::Check && recordOf(progress, step.id).status == StepStatus::Done)
            place.done.append(step.id);
    }
    feed(stepevent::Resume {});
    if (const Step *step = relink::currentStep(progress))
        place.step = step->id;
    leftAt = place;
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
        // Lost ticks are a nuisance, not a failure of the reconnect.
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
    Side *side = sideOf(effect.side);
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
        if (outcome->revoked)
            revoked.insert(side, *outcome->revoked);
        feed(stepevent::ActionSucceeded {outcome->mended, outcome->pendingGrant});
    });
}

void ReconnectSession::Private::failAct(StepSide side, const AuthError &error)
{
    // Declined, cancelled, timed out: nobody's failure, the step stays open.
    if (classify(error, ErrorStage::Token, nullptr).errorClass == ErrorClass::NotAnError)
        return feed(stepevent::ActionCancelled {});
    const Connection &connection
        = side == StepSide::Partner && partner ? partner->former() : former;
    m.table.recordFailure(connection.id, HistoryStage::Authorize, u"reconnect"_s, error,
                          classify(error, ErrorStage::Token,
                                   m.catalogue.pack(connection.provider).get(),
                                   kindOf(m.catalogue, connection)));
    feed(stepevent::ActionFailed {error});
}

void ReconnectSession::Private::runChecks(const QList<CheckId> &checks)
{
    const Result<Target> target = targetFor(m.catalogue, draft());
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
    if (Side *edited = sideOf(side))
        whenActed(side, edited->enter(draft(side), request));
    else
        failAct(side, localError(code::connectionRemoved));
}

//! The answer to the question is all there is to verify by.
void ReconnectSession::Private::takeWord()
{
    const QList<Step> &steps = progress.plan.steps;
    const bool works = std::all_of(steps.begin(), steps.end(), [this](const Step &step) {
        return step.kind != StepKind::Question
            || recordOf(progress, step.id).status == StepStatus::Done;
    });
    if (works)
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
    whenDone(own.verify(draft(), progress.pendingGrant), this, [this](const Result<bool> &asked) {
        if (!asked)
            return feed(stepevent::VerifyFailed {asked.error(), {}});
        if (partner && concernsPartner(progress))
            return verifyPartner(*asked);
        feed(stepevent::Verified {*asked, {}});
    });
}

//! A pair works when both of its sides do.
void ReconnectSession::Private::verifyPartner(bool asked)
{
    const auto sides = [this](bool passed) {
        QList<CheckResult> results;
        for (const StepSide side : {StepSide::This, StepSide::Partner}) {
            CheckResult result;
            result.check = CheckId::Grant;
            result.passed = side == StepSide::This || passed;
            result.values = {{u"connection"_s, draft(side).name}};
            results.append(result);
        }
        return results;
    };
    whenDone(partner->verify(draft(StepSide::Partner), progress.partnerPendingGrant), this,
             [this, asked, sides](const Result<bool> &theirs) {
                 if (theirs)
                     feed(stepevent::Verified {asked && *theirs, sides(true)});
                 else
                     feed(stepevent::VerifyFailed {theirs.error(), sides(false)});
             });
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

//! One side after the other; what is saved stays saved if the other one fails, and another call
//! goes on with that.
void ReconnectSession::Private::saveNext(const Completion<Connection> &done)
{
    const auto promote = [this, done](StepSide side) {
        whenDone(sideOf(side)->pending().promote(draft(side)), this,
                 [this, done, side](Result<Connection> stored) {
                     if (!stored)
                         return done(std::move(stored));
                     m.table.recordRenewal(stored->id, diagnosis.errorClass);
                     (side == StepSide::This ? progress.pendingGrant : progress.partnerPendingGrant)
                         = false;
                     (void)m.ports.progress.save(progress);
                     saveNext(done);
                 });
    };
    if (progress.pendingGrant)
        return promote(StepSide::This);
    if (partner && progress.partnerPendingGrant)
        return promote(StepSide::Partner);
    const Connection *known = m.table.find(former.id);
    if (!known)
        return done(localError(code::connectionRemoved));
    const Connection saved = *known;
    left = true;
    if (progress.mended)
        m.table.recordRenewal(former.id, diagnosis.errorClass);
    (void)m.ports.progress.discard(former.id);
    m.table.recordChange(former.id, HistoryStage::Authorize, u"reconnect"_s);
    done(saved);
}

void ReconnectSession::Private::discardNext(const Completion<Done> &done)
{
    const auto discard = [this, done](Side &side, bool &waiting) {
        whenDone(side.pending().discard(), this, [this, done, &waiting](Result<Done> removed) {
            if (!removed)
                return done(std::move(removed));
            waiting = false;
            discardNext(done);
        });
    };
    if (progress.pendingGrant)
        return discard(own, progress.pendingGrant);
    if (partner && progress.partnerPendingGrant)
        return discard(*partner, progress.partnerPendingGrant);
    done(m.ports.progress.discard(former.id));
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
    d->own.pending().forget();
    if (d->partner)
        d->partner->pending().forget();
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

bool ReconnectSession::isVerified() const
{
    return relink::isVerified(d->progress);
}

void ReconnectSession::setInteraction(AuthorizationInteraction *interaction)
{
    d->interaction = interaction;
    d->own.pending().setInteraction(interaction);
    if (d->partner)
        d->partner->pending().setInteraction(interaction);
}

AttemptId ReconnectSession::attempt() const
{
    const Step *step = currentStep();
    Side *side = d->sideOf(step ? step->side : StepSide::This);
    return side ? side->pending().attempt() : AttemptId {};
}

QMap<QString, QString> ReconnectSession::values() const
{
    QMap<QString, QString> values
        = stepValues(d->draft(), d->m.catalogue.pack(d->former.provider).get());
    if (d->partner) {
        const Connection &other = d->partner->former();
        values.insert(partnerValues(other, d->m.catalogue.pack(other.provider).get()));
    }
    return values;
}

std::optional<Connection> ReconnectSession::partner() const
{
    return d->partner ? std::optional(d->draft(StepSide::Partner)) : std::nullopt;
}

std::optional<RevokeOutcome> ReconnectSession::revoked(StepSide side) const
{
    const auto it = d->revoked.constFind(side);
    return it == d->revoked.constEnd() ? std::nullopt : std::optional(*it);
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
    d->own.pending().cancel();
    if (d->partner)
        d->partner->pending().cancel();
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
    d->saveNext(done);
    return done.future();
}

QFuture<Result<Done>> ReconnectSession::cancel()
{
    cancelAct();
    d->left = true;
    const Completion<Done> done;
    d->discardNext(done);
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
