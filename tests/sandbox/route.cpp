// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/route.h"

#include "core/rules/light.h"
#include "support/futures.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

bool isAutomatic(const Step &step)
{
    return step.kind == StepKind::Check || step.kind == StepKind::Verify;
}

QString bare(const QString &stepId)
{
    return stepId.section(u'@', 0, 0);
}

//! Everything that a script may call a step.
QStringList namesOf(const Step &step)
{
    QStringList names {QString(bare(step.id) + u'@' + step.section), step.id, bare(step.id)};
    names += step.rows;
    names.removeDuplicates();
    return names;
}

QString words(const ConnectionState &state)
{
    QStringList parts {toString(lightFor(state))};
    if (state.diagnosis)
        parts += QStringList {toString(state.diagnosis->errorClass), state.diagnosis->cause};
    parts.removeAll(QString());
    return parts.join(u' ');
}

//! The answer that tells of nothing.
QString harmless(const Step &step)
{
    for (const StepOption &option : step.options) {
        if (!option.fails && !option.alreadyRefreshed && option.noted.isEmpty())
            return option.id;
    }
    return {};
}

//! What a restart has to keep: all that a person or Relink did. What was looked at is looked at
//! afresh.
QMap<QString, StepRecord> ticks(const ReconnectProgress &progress)
{
    QMap<QString, StepRecord> kept;
    for (const Step &step : progress.plan.steps) {
        const auto record = progress.records.constFind(step.id);
        if (record != progress.records.constEnd() && !isAutomatic(step))
            kept.insert(step.id, *record);
    }
    return kept;
}

} // namespace

Deed answers(const QString &option)
{
    return [option](ReconnectSession &session) { session.answer(option); };
}

Deed skips(const QString &reason)
{
    return [reason](ReconnectSession &session) { session.skip(reason); };
}

Deed cannot(const QString &reason)
{
    return [reason](ReconnectSession &session) { session.markNotPossible(reason); };
}

Route::Route(Bench &bench)
    : m_bench(bench)
{}

Route::~Route() = default;

ConnectionId Route::connect(const Account &account)
{
    const auto pack = m_bench.catalogue->pack(account.provider);
    if (!pack)
        return {};
    const AuthMethod *method
        = account.method.isEmpty() ? &pack->authMethods.first() : pack->authMethod(account.method);
    ConnectRequest request;
    request.provider = account.provider;
    request.via = account.via;
    request.name = u"%1 %2"_s.arg(account.provider).arg(m_bench.manager->connections().size());
    request.authMethod = method->id;
    request.environment = account.environment;
    const Fields given = m_bench.practiceInputs(account.provider, method->id, account.environment);
    for (const InputField &field : method->inputs) {
        if (!given.contains(field.key))
            continue;
        if (field.secret)
            request.secrets.insert(field.key, SecretBytes(given.value(field.key).toUtf8()));
        else
            request.inputs.insert(field.key, given.value(field.key));
    }
    request.inputs.insert(account.inputs);
    const auto made = outcomeOf(m_bench.manager->connectAccount(request, m_bench.person.get()));
    if (!made) {
        qWarning("%s: %s", qPrintable(account.provider), qPrintable(made.error().description));
        return {};
    }
    return made->id;
}

QString Route::breakIt(const ConnectionId &id, const QString &fault)
{
    const auto row = m_bench.manager->connection(id);
    if (!row)
        return u"no connection"_s;
    const Heard set = m_bench.playground.fault(row->provider, fault);
    if (set.status != 200)
        return QString::fromUtf8(set.body);
    const auto checked = check(id);
    return checked ? seen(id) : checked.error().code;
}

QString Route::seen(const ConnectionId &id) const
{
    const auto row = m_bench.manager->connection(id);
    return row ? words(row->state) : u"no connection"_s;
}

Result<Connection> Route::check(const ConnectionId &id)
{
    return outcomeOf(m_bench.manager->check(id));
}

void Route::open()
{
    m_session = m_bench.manager->startReconnect(m_id, m_told);
    if (m_session)
        m_session->setInteraction(m_bench.person.get());
}

bool Route::start(const ConnectionId &id, const std::optional<Diagnosis> &told)
{
    m_id = id;
    m_told = told;
    m_again = false;
    m_steps.clear();
    m_rows.clear();
    m_names.clear();
    m_session.reset();
    open();
    return m_session != nullptr;
}

QString Route::killAndResume()
{
    const ReconnectProgress before = m_session->progress();
    const Step *at = m_session->currentStep();
    const QString step = at ? at->id : QString();
    m_session.reset();
    m_bench.restart();
    // What was told is part of what is remembered, once anything is.
    if (m_bench.fakes.progress.stored.contains(m_id))
        m_told.reset();
    open();
    const Step *now = m_session->currentStep();
    if (!step.isEmpty() && (!now || now->id != step))
        return u"killed at %1, resumed at %2"_s.arg(step, now ? now->id : u"the end"_s);
    if (step.isEmpty() && now && now->kind != StepKind::Verify)
        return u"killed at the end, resumed at %1"_s.arg(now->id);
    if (m_session->progress().plan != before.plan)
        return u"killed at %1: another plan"_s.arg(step);
    const auto had = ticks(before);
    const auto has = ticks(m_session->progress());
    for (auto it = had.begin(); it != had.end(); ++it) {
        if (has.value(it.key()) != *it)
            return u"killed at %1: lost the tick of %2"_s.arg(step, it.key());
    }
    return {};
}

void Route::arrive(const Step &step)
{
    const QString name
        = step.section.isEmpty() ? step.id : QString(bare(step.id) + u'@' + step.section);
    if (!m_steps.isEmpty() && m_steps.last() == name)
        return;
    m_steps.append(name);
    m_rows += step.rows;
    m_names.append(namesOf(step));
}

bool Route::settle()
{
    return QTest::qWaitFor([this] { return !m_session->isRunning(); }, 20'000);
}

void Route::act(const Step &step)
{
    if (step.action != StepAction::EditCredential)
        return m_session->act();
    const auto side
        = step.side == StepSide::This ? m_bench.manager->connection(m_id) : m_session->partner();
    const auto pack = m_bench.catalogue->pack(side->provider);
    const AuthMethod *method = pack->authMethod(side->authMethod);
    const Fields given
        = m_bench.practiceInputs(side->provider, side->authMethod, side->environment);
    EditRequest request;
    for (const InputField &field : method->inputs) {
        if (field.secret && given.contains(field.key))
            request.secrets.insert(field.key, SecretBytes(given.value(field.key).toUtf8()));
    }
    m_session->act(request);
}

//! What the step asks for.
void Route::follow(const Step &step)
{
    switch (step.kind) {
    case StepKind::Explain:
    case StepKind::Support:
        return;
    case StepKind::Check:
    case StepKind::Verify:
        return m_session->run();
    case StepKind::Action:
        return act(step);
    case StepKind::External:
        return m_session->markDone();
    case StepKind::Question:
        return step.options.isEmpty() ? m_session->markDone() : m_session->answer(harmless(step));
    }
}

QString Route::pass(const Step &step, const Script &script)
{
    const QStringList names = namesOf(step);
    Deed deed;
    for (const QString &name : names) {
        if (script.meanwhile.contains(name))
            script.meanwhile[name]();
        if (!deed)
            deed = script.deeds.value(name);
    }
    if (deed)
        deed(*m_session);
    else if (m_session->record(step.id).status == StepStatus::Open || isAutomatic(step))
        follow(step);
    return settle() ? QString() : u"%1 never ends"_s.arg(step.id);
}

QString Route::walk(const Script &script, Killed killed)
{
    constexpr int longest = 200;
    return goOn(script, killed, longest);
}

QString Route::walkSome(const Script &script, int count)
{
    const QString problem = goOn(script, Killed::Never, count);
    const Step *step = m_session->currentStep();
    if (!problem.isEmpty() || !step)
        return problem;
    arrive(*step);
    return pass(Step(*step), script);
}

QString Route::goOn(const Script &script, Killed killed, int last)
{
    for (int i = 0; i < last; ++i) {
        const bool atEnd = !m_session->currentStep();
        if (killed == Killed::AtEveryStep) {
            if (const QString lost = killAndResume(); !lost.isEmpty())
                return lost;
        }
        const Step *current = m_session->currentStep();
        if (!current)
            return {};
        // Only what was verified is looked at once more.
        if (atEnd)
            killed = Killed::Never;
        const Step step = *current;
        if (!atEnd && !m_again)
            arrive(step);
        m_again = m_again || atEnd;
        if (const QString problem = pass(step, script); !problem.isEmpty())
            return problem;
        if (killed == Killed::AtEveryStep && !isAutomatic(step)) {
            if (const QString lost = killAndResume(); !lost.isEmpty())
                return lost;
        }
        // A verification that was begun afresh is waited for.
        (void)QTest::qWaitFor([this] { return m_session->canContinue(); },
                              step.kind == StepKind::Support ? 0 : 5000);
        if (!m_session->canContinue())
            return step.kind == StepKind::Support ? QString() : u"no way on: "_s + place();
        m_session->next();
    }
    return last < 100 ? QString() : u"round in a circle: "_s + place();
}

QString Route::save()
{
    const auto saved = outcomeOf(m_session->saveAndContinue());
    return saved ? seen(m_id) : u"not saved: "_s + saved.error().description;
}

QString Route::missing(const QStringList &stepsOrRows) const
{
    auto from = m_names.begin();
    for (const QString &wanted : stepsOrRows) {
        const auto found = std::find_if(from, m_names.end(), [&wanted](const QStringList &names) {
            return names.contains(wanted);
        });
        if (found == m_names.end())
            return u"%1 is not where it should be in: %2"_s.arg(wanted, m_steps.join(u" "_s));
        from = found;
    }
    return {};
}

bool Route::cameBy(const QString &stepOrRow) const
{
    return std::any_of(m_names.begin(), m_names.end(), [&stepOrRow](const QStringList &names) {
        return names.contains(stepOrRow);
    });
}

QStringList Route::diary() const
{
    QStringList causes;
    for (const HistoryEvent &event : std::as_const(m_bench.fakes.history.events)) {
        if (event.action == notedAction)
            causes.append(event.cause);
    }
    return causes;
}

QStringList Route::history(const ConnectionId &id) const
{
    QStringList lines;
    for (const HistoryEvent &event : std::as_const(m_bench.fakes.history.events)) {
        if (event.connection != id || event.action == notedAction)
            continue;
        lines.append(
            toString(event.kind)
            + (event.errorClass ? QString(u' ' + toString(*event.errorClass)) : QString()));
    }
    return lines;
}

QString Route::place() const
{
    const Step *step = m_session ? m_session->currentStep() : nullptr;
    if (!step)
        return u"at the end of: "_s + m_steps.join(u" "_s);
    const StepRecord record = m_session->record(step->id);
    QString text = u"at %1 (%2"_s.arg(step->id, toString(record.status));
    if (record.error)
        text += u", "_s + record.error->code + u' ' + record.error->description;
    return text + u") of: "_s + m_steps.join(u" "_s);
}

} // namespace relink::test
