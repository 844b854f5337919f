// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reconnectsession.h"

#include "core/ports/clock.h"
#include "core/ports/reconnectprogressstore.h"
#include "core/rules/classify.h"
#include "core/rules/inputs.h"
#include "core/rules/light.h"
#include "core/rules/reconnect.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/identity.h"
#include "services/managerprivate.h"
#include "services/providercatalogue.h"
#include "services/recipes.h"

#include <QPointer>

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
    {}

    void open();
    void resume();
    void feed(const StepEvent &event);
    void perform(const StepEffect &effect);
    void refresh();
    void authorize();
    void takeGrant(const NewGrant &grant);
    void edit(const EditRequest &request);
    void keepPending(const Connection &draft, const Credential &credential, bool mended);
    void verify();
    void verifyPending(const Credential &credential);
    void runChecks(const QList<CheckId> &checks);
    void failAct(const AuthError &error);
    AuthKind kind() const;
    //! The connection as it would be saved.
    Connection draft() const { return progress.draft.value_or(former); }
    QDateTime now() const { return m.ports.clock.now(); }

    ReconnectSession &q;
    ConnectionManager &manager;
    ConnectionManager::Private &m;
    Connection former;
    Diagnosis diagnosis;
    ReconnectProgress progress;
    AuthorizationInteraction *interaction = nullptr;
    AttemptId attempt;
    std::optional<LeftAt> leftAt;
    QString rechecked; //!< id of a Check step
    bool left = false; //!< cancelled or saved: late answers change nothing
};

AuthKind ReconnectSession::Private::kind() const
{
    const auto pack = m.catalogue.pack(former.provider);
    const AuthMethod *method = pack ? methodOf(*pack, former) : nullptr;
    return method ? method->kind : AuthKind::AuthorizationCode;
}

void ReconnectSession::Private::open()
{
    const ConnectionState &state = former.state;
    const bool ended = state.health == Health::RevokedHere;
    if (lightFor(state) == Light::Green) {
        // Asked for on purpose: the merchant wants it anew.
        diagnosis.errorClass = ErrorClass::NotAnError;
        diagnosis.cause = u"works"_s;
        diagnosis.confidence = 1;
    } else if (state.diagnosis && !ended) {
        diagnosis = *state.diagnosis;
    } else if (ended || state.health == Health::NotConnected) {
        diagnosis.errorClass = ErrorClass::ExpiredRefresh;
        diagnosis.cause = ended ? u"revoked_here"_s : QString();
        diagnosis.confidence = 1;
        diagnosis.action = recommendedActionFor(state);
    } else {
        diagnosis.errorClass = ErrorClass::NotAnError;
        diagnosis.cause = u"unconfirmed"_s;
        diagnosis.confidence = 1;
    }
    const ReconnectPlan plan
        = planReconnect(diagnosis, kind(), recipeFor(former.provider, former.via));
    const auto stored = m.ports.progress.load(former.id);
    // A half-finished reconnect goes on, unless the failure has become another one since.
    if (stored && stored->has_value()
        && ((*stored)->pendingGrant || (*stored)->plan.errorClass == plan.errorClass)) {
        progress = **stored;
        resume();
        return;
    }
    progress.connection = former.id;
    progress.plan = plan;
    progress.startedAt = now();
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
    // The merchant did it elsewhere and says so; there is nothing that could wait to be saved.
    if (isDelegated(m.catalogue, former)) {
        m.table.apply(former.id, event::Told {true}, HistoryStage::Local, u"tell"_s);
        return feed(stepevent::ActionSucceeded {true, false});
    }
    const auto begin = [this](const Credential &secrets) {
        attempt = m.table.newAttempt();
        AuthorizeFlow &flow = m.startFlow(attempt, draft(), secrets, interaction);
        whenDone(flow.start(), this, [this](Result<NewGrant> grant) {
            if (!grant) {
                m.forget(attempt);
                return failAct(grant.error());
            }
            takeGrant(*grant);
        });
    };
    const auto readStored = [this, begin] {
        whenDone(m.vault.readAgain(former), this, [this, begin](Result<Credential> read) {
            const bool startsAnew = !read
                && (read.error().is("entry_missing") || read.error().is(code::keychainDamaged));
            if (!read && !startsAnew)
                return failAct(read.error());
            begin(read ? *read : Credential {});
        });
    };
    m.whenStorable({}, [guard = QPointer(this), begin, readStored](const Result<Done> &storable) {
        if (!guard)
            return;
        if (!storable)
            return guard->failAct(storable.error());
        // Values entered in an earlier step wait in the pending item.
        whenDone(guard->m.vault.readPending(guard->former), guard.data(),
                 [begin, readStored](Result<std::optional<Credential>> pending) {
                     if (pending && pending->has_value())
                         return begin(**pending);
                     readStored();
                 });
    });
}

void ReconnectSession::Private::takeGrant(const NewGrant &grant)
{
    const auto refuse = [this](const AuthError &error) {
        if (AuthorizeFlow *flow = m.flow(attempt))
            flow->conclude(false);
        m.forget(attempt);
        failAct(error);
    };
    const auto pack = m.catalogue.pack(former.provider);
    if (grant.probeError && refusesGrant(*grant.probeError, pack.get(), kind()))
        return refuse(*grant.probeError);
    if (compareAccounts(former, grant.connection) != SameAccount::No)
        return keepPending(grant.connection, grant.credential, true);
    const AuthError different = localError(code::differentAccount);
    if (!interaction)
        return refuse(different);
    whenDone(interaction->acceptDifferentAccount(former.organisation, former.identity,
                                                 grant.connection.organisation,
                                                 grant.connection.identity),
             this, false, [this, grant, refuse, different](bool accepted) {
                 if (!accepted)
                     return refuse(different);
                 keepPending(grant.connection, grant.credential, true);
             });
}

void ReconnectSession::Private::keepPending(const Connection &draftConnection,
                                            const Credential &credential, bool mended)
{
    whenDone(m.vault.writePending(former, credential), this,
             [this, draftConnection, mended](Result<Done> written) {
                 if (AuthorizeFlow *flow = m.flow(attempt))
                     flow->conclude(written.ok());
                 m.forget(attempt);
                 if (!written)
                     return failAct(written.error());
                 progress.draft = draftConnection;
                 progress.draft->hasSecret = true;
                 feed(stepevent::ActionSucceeded {mended, true});
             });
}

void ReconnectSession::Private::edit(const EditRequest &request)
{
    Connection edited = draft();
    edited.environment = request.environment.value_or(edited.environment);
    edited.inputs.insert(request.inputs);
    const auto pack = m.catalogue.pack(former.provider);
    const AuthMethod *method = pack ? methodOf(*pack, edited) : nullptr;
    if (!method)
        return failAct(localError(code::invalidInput));
    auto take = [this, edited, request, pack, method](Credential secrets) mutable {
        if (const Result<Done> bound
            = checkEnteredSecrets(m.catalogue, former, secrets, request.secrets.keys());
            !bound) {
            return failAct(bound.error());
        }
        secrets.inputs.insert(request.secrets);
        const QList<InputProblem> problems
            = checkInputs(*pack, *method, edited.environment, edited.inputs, secrets.inputs.keys());
        if (!problems.isEmpty()) {
            AuthError error = localError(code::invalidInput, problems.first().reason);
            error.code = problems.first().code;
            error.providerCode = problems.first().key;
            return failAct(error);
        }
        edited.inputs = effectiveInputs(*pack, *method, edited.environment, edited.inputs);
        // An OAuth client is tried by authorising, the next step; a key is tried at once.
        if (method->kind == AuthKind::AuthorizationCode)
            return keepPending(edited, secrets, false);
        attempt = m.table.newAttempt();
        AuthorizeFlow &flow = m.startFlow(attempt, edited, secrets, interaction);
        whenDone(flow.start(), this, [this](Result<NewGrant> grant) {
            if (!grant) {
                m.forget(attempt);
                return failAct(grant.error());
            }
            if (grant->probeError && grant->probeError->httpStatus == 401) {
                m.forget(attempt);
                return failAct(*grant->probeError);
            }
            takeGrant(*grant);
        });
    };
    whenDone(m.vault.readAgain(former), this, [this, take](Result<Credential> read) mutable {
        const bool startsAnew
            = !read && (read.error().is("entry_missing") || read.error().is(code::keychainDamaged));
        if (!read && !startsAnew)
            return failAct(read.error());
        take(read ? *read : Credential {});
    });
}

void ReconnectSession::Private::verify()
{
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
    whenDone(m.vault.readPending(former), this,
             [this](Result<std::optional<Credential>> credential) {
                 if (!credential)
                     return feed(stepevent::VerifyFailed {credential.error()});
                 if (!credential->has_value()) {
                     AuthError missing = localError("entry_missing");
                     missing.origin = ErrorOrigin::SecretStore;
                     return feed(stepevent::VerifyFailed {missing});
                 }
                 verifyPending(**credential);
             });
}

void ReconnectSession::Private::verifyPending(const Credential &credential)
{
    const Result<Target> target = targetFor(m.catalogue, draft());
    if (!target)
        return feed(stepevent::VerifyFailed {target.error()});
    if (!credential.hasAccess())
        return feed(stepevent::VerifyFailed {localError(code::noRefreshToken)});
    if (!target->hasProbe())
        return feed(stepevent::Verified {false});
    whenDone(m.checker.probe(*target, credential), this, [this](Result<ProbeVerdict> verdict) {
        if (!verdict)
            return feed(stepevent::VerifyFailed {verdict.error()});
        if (!verdict->accepted)
            return feed(stepevent::VerifyFailed {*verdict->error});
        feed(stepevent::Verified {});
    });
}

ReconnectSession::ReconnectSession(ConnectionManager &manager, const Connection &connection)
    : d(std::make_unique<Private>(*this, manager, connection))
{
    d->open();
}

ReconnectSession::~ReconnectSession()
{
    d->left = true;
    d->m.forget(d->attempt);
}

ConnectionId ReconnectSession::connection() const
{
    return d->former.id;
}

Diagnosis ReconnectSession::diagnosis() const
{
    return d->diagnosis;
}

std::optional<AuthError> ReconnectSession::error() const
{
    return d->diagnosis.errorClass == ErrorClass::NotAnError ? std::nullopt : d->former.state.error;
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
}

AttemptId ReconnectSession::attempt() const
{
    return d->attempt;
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
    if (AuthorizeFlow *flow = d->m.flow(d->attempt))
        flow->cancel();
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
    if (!d->progress.pendingGrant) {
        const Connection *known = d->m.table.find(d->former.id);
        finish(known ? Result<Connection>(*known)
                     : Result<Connection>(localError(code::cancelled)));
        return done.future();
    }
    whenDone(d->m.vault.readPending(d->former), d.get(),
             [p = d.get(), finish](Result<std::optional<Credential>> pending) {
                 if (!pending)
                     return finish(pending.error());
                 if (!pending->has_value())
                     return finish(localError("entry_missing"));
                 NewGrant grant;
                 grant.connection = p->draft();
                 grant.credential = **pending;
                 // Verified a moment ago; where there is no probe the light stays neutral.
                 const Result<Target> target = targetFor(p->m.catalogue, grant.connection);
                 grant.probed = target && target->hasProbe();
                 const AttemptId attempt = p->m.table.begin(p->former.id, Activity::Authorizing);
                 whenDone(p->m.store(grant, attempt, ConnectionManager::Private::Row::Existing,
                                     HistoryStage::Authorize, u"reconnect"_s),
                          p, [p, finish](Result<Connection> stored) {
                              if (!stored)
                                  return finish(std::move(stored));
                              // Left over, it would only be an item that nobody reads.
                              whenDone(p->m.vault.removePending(p->former), p,
                                       [finish, stored](const Result<Done> &) { finish(stored); });
                          });
             });
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
    whenDone(d->m.vault.removePending(d->former), d.get(), [done, discard](Result<Done> removed) {
        if (!removed)
            return done(std::move(removed));
        discard();
    });
    return done.future();
}

std::unique_ptr<ReconnectSession> ConnectionManager::startReconnect(const ConnectionId &id)
{
    const std::optional<Connection> known = connection(id);
    if (!known)
        return nullptr;
    return std::unique_ptr<ReconnectSession>(new ReconnectSession(*this, *known));
}

} // namespace relink
