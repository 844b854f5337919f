// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectsession.h"

#include "core/ports/clock.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/rules/classify.h"
#include "core/rules/light.h"
#include "core/rules/reconnect.h"
#include "core/rules/reduce.h"
#include "core/rules/toldfailure.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/pendinggrant.h"
#include "services/providercatalogue.h"
#include "services/recipes.h"
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
        , m(*connectionManager.d)
        , former(before)
        , pending(m, former)
    {}

    Diagnosis ownDiagnosis() const;
    void open(const std::optional<Diagnosis> &told);
    void resume();
    void feed(const StepEvent &event);
    void perform(const StepEffect &effect);
    void refresh();
    void authorize();
    void edit(const EditRequest &request);
    void tell(const Result<PendingGrant::Kept> &kept);
    void verify();
    void takeWord();
    void runChecks(const QList<CheckId> &checks);
    void failAct(const AuthError &error);
    PlanFacts facts() const;
    AuthKind kind() const { return kindOf(m.catalogue, former); }
    bool isHeldElsewhere() const { return isDelegated(m.catalogue, former); }
    //! The connection as it would be saved.
    Connection draft() const { return progress.draft.value_or(former); }
    QDateTime now() const { return m.ports.clock.now(); }

    ReconnectSession &q;
    ConnectionManager::Private &m;
    const Connection former;
    PendingGrant pending;
    Diagnosis diagnosis;
    ReconnectProgress progress;
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
    facts.known = stepValues(former, m.catalogue.pack(former.provider).get());
    return facts;
}

void ReconnectSession::Private::open(const std::optional<Diagnosis> &told)
{
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
    if (isStored && ((*stored)->pendingGrant || (*stored)->plan.errorClass == plan.errorClass)) {
        progress = **stored;
        progress.told = followed;
        resume();
        return;
    }
    progress.connection = former.id;
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
    } else if (const auto *act = std::get_if<stepeffect::Perform>(&effect)) {
        switch (act->action) {
        case StepAction::Refresh:
            return refresh();
        case StepAction::Authorize:
            return authorize();
        case StepAction::EditCredential: // comes with its values through act(edit)
        case StepAction::ForgetAccess:
        case StepAction::SwitchTestMode:
        case StepAction::ChooseOrganisation:
        case StepAction::Revoke:
        case StepAction::None:
            return;
        }
    }
}

void ReconnectSession::Private::failAct(const AuthError &error)
{
    // Declined, cancelled, timed out: nobody's failure, the step stays open.
    if (classify(error, ErrorStage::Token, nullptr).errorClass == ErrorClass::NotAnError)
        return feed(stepevent::ActionCancelled {});
    m.table.recordFailure(
        former.id, HistoryStage::Authorize, u"reconnect"_s, error,
        classify(error, ErrorStage::Token, m.catalogue.pack(former.provider).get(), kind()));
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

void ReconnectSession::Private::refresh()
{
    whenDone(m.vault.readAgain(former), this, [this](Result<Credential> credential) {
        if (!credential)
            return failAct(credential.error());
        whenDone(m.refresher.refresh(former.id, credential->generation), this,
                 [this](Result<Credential> renewed) {
                     if (!renewed)
                         return failAct(renewed.error());
                     feed(stepevent::ActionSucceeded {true, false});
                 });
    });
}

void ReconnectSession::Private::authorize()
{
    whenDone(pending.authorize(draft()), this,
             [this](const Result<PendingGrant::Kept> &kept) { tell(kept); });
}

void ReconnectSession::Private::edit(const EditRequest &request)
{
    whenDone(pending.enter(draft(), request), this,
             [this](const Result<PendingGrant::Kept> &kept) { tell(kept); });
}

void ReconnectSession::Private::tell(const Result<PendingGrant::Kept> &kept)
{
    if (!kept)
        return failAct(kept.error());
    progress.draft = kept->draft;
    feed(stepevent::ActionSucceeded {kept->tried, true});
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
    feed(stepevent::VerifyFailed {localError(cause::toldStopped)});
}

void ReconnectSession::Private::verify()
{
    if (isHeldElsewhere())
        return takeWord();
    if (!progress.pendingGrant) {
        // Nothing new waits: what is stored is checked, and its light is the answer.
        whenDone(
            m.checker.check(former.id, u"reconnect"_s), this, [this](Result<Connection> checked) {
                if (!checked)
                    return feed(stepevent::VerifyFailed {checked.error()});
                const bool good = lightFor(checked->state) == Light::Green
                    || (checked->state.health == Health::Unverified && !checked->state.diagnosis);
                if (good)
                    return feed(stepevent::Verified {lightFor(checked->state) == Light::Green});
                feed(stepevent::VerifyFailed {checked->state.error.value_or(AuthError {})});
            });
        return;
    }
    whenDone(pending.verify(draft()), this, [this](const Result<bool> &asked) {
        asked ? feed(stepevent::Verified {*asked}) : feed(stepevent::VerifyFailed {asked.error()});
    });
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
    d->pending.forget();
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
    d->pending.setInteraction(interaction);
}

AttemptId ReconnectSession::attempt() const
{
    return d->pending.attempt();
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

void ReconnectSession::markNotPossible()
{
    d->feed(stepevent::MarkNotPossible {});
}

void ReconnectSession::skip()
{
    d->feed(stepevent::Skip {});
}

void ReconnectSession::cancelAct()
{
    d->pending.cancel();
}

QFuture<Result<Connection>> ReconnectSession::saveAndContinue()
{
    if (!isVerified()) {
        return completed(Result<Connection>(
            localError(code::invalidInput, u"The connection has not been verified yet."_s)));
    }
    const Completion<Connection> done;
    const auto finish = [p = d.get(), done](Result<Connection> result) {
        if (result) {
            p->left = true;
            (void)p->m.ports.progress.discard(p->former.id);
            p->m.table.recordChange(p->former.id, HistoryStage::Authorize, u"reconnect"_s);
        }
        done(std::move(result));
    };
    if (d->isHeldElsewhere())
        d->m.tell(d->former.id, true);
    if (!d->progress.pendingGrant) {
        const Connection *known = d->m.table.find(d->former.id);
        finish(known ? Result<Connection>(*known)
                     : Result<Connection>(localError(code::cancelled)));
        return done.future();
    }
    whenDone(d->pending.promote(d->draft()), d.get(), finish);
    return done.future();
}

QFuture<Result<Done>> ReconnectSession::cancel()
{
    cancelAct();
    d->left = true;
    const Completion<Done> done;
    const auto discard = [p = d.get(), done] { done(p->m.ports.progress.discard(p->former.id)); };
    if (!d->progress.pendingGrant) {
        discard();
        return done.future();
    }
    whenDone(d->pending.discard(), d.get(), [done, discard](Result<Done> removed) {
        if (!removed)
            return done(std::move(removed));
        discard();
    });
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
