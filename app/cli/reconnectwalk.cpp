// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/reconnectwalk.h"

#include "cli/enteredvalues.h"
#include "cli/heldelsewhere.h"
#include "cli/nameargument.h"
#include "cli/personsword.h"
#include "cli/secretline.h"
#include "cli/terminal.h"
#include "cli/terminalinteraction.h"
#include "cli/yesorno.h"
#include "core/rules/areas.h"
#include "core/rules/inputs.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/reduce.h"
#include "core/rules/resolve.h"
#include "services/futures.h"
#include "services/reconnectsession.h"
#include "words/readymessages.h"
#include "words/resumewords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QTimer>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

bool isToldStopped(const QString &code)
{
    return code == QLatin1StringView(cause::toldStopped);
}

} // namespace

ReconnectWalk::ReconnectWalk(ConnectionManager &manager, const Connection &connection,
                             std::shared_ptr<const ProviderPack> pack, Terminal &terminal,
                             TerminalInteraction *interaction, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_connection(connection)
    , m_pack(std::move(pack))
    , m_terminal(terminal)
    , m_interaction(interaction)
{}

ReconnectWalk::~ReconnectWalk() = default;

void ReconnectWalk::start()
{
    m_session = m_manager.startReconnect(m_connection.id, toldByMark(m_connection));
    if (m_session && beginsAgain())
        return;
    if (!m_session)
        return fail(localError(code::invalidInput));
    m_session->setInteraction(m_interaction);
    // Queued: the session is left in peace while it tells.
    connect(
        m_session.get(), &ReconnectSession::changed, this, [this] { goOn(); },
        Qt::QueuedConnection);
    tellResumed();
    goOn();
}

//! At its end nothing is left to go on with: whoever comes back wants to try once more.
bool ReconnectWalk::beginsAgain()
{
    const Step *step = m_session->currentStep();
    if (!m_session->leftAt() || !step || step->kind != StepKind::Support || m_session->isVerified())
        return false;
    whenDone(m_session->cancel(), this, [this](const Result<Done> &forgotten) {
        m_session.reset();
        if (!forgotten)
            return fail(forgotten.error());
        start();
    });
    return true;
}

void ReconnectWalk::tellResumed()
{
    const std::optional<LeftAt> left = m_session->leftAt();
    if (!left)
        return;
    QString stoppedAt;
    QStringList done;
    for (const Step &step : m_session->progress().plan.steps) {
        const QString title = filled(step.title);
        if (left->done.contains(step.id))
            done.append(title);
        if (left->step == step.id)
            stoppedAt = title;
    }
    m_terminal.errLine(
        words::resumed(left->time, stoppedAt, done, QDateTime::currentDateTimeUtc()));
}

void ReconnectWalk::abandon()
{
    if (std::exchange(m_over, true))
        return;
    m_terminal.stopReading();
    if (m_session && m_session->isRunning())
        m_session->cancelAct();
}

void ReconnectWalk::fail(const AuthError &error, bool red)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT gaveUp(error, red);
}

QString ReconnectWalk::filled(const QString &text) const
{
    return words::packText(text, m_session->values());
}

void ReconnectWalk::tell(const Step &step)
{
    if (m_told == step.id)
        return;
    m_told = step.id;
    const QString provider = m_pack ? m_pack->name : m_connection.provider;
    m_terminal.errLine({});
    m_terminal.errLine(u"— "_s % filled(step.title));
    if (step.developer)
        m_terminal.errLine(translate("CommandLine", "For whoever built your integration:"));
    const QString text = filled(step.text);
    if (!text.isEmpty())
        m_terminal.errLine(text);
    const Diagnosis diagnosis = m_session->diagnosis();
    if (step.kind == StepKind::Explain
        && (diagnosis.errorClass != ErrorClass::Unknown || isToldStopped(diagnosis.cause))) {
        m_terminal.errLine(
            words::classExplanation(diagnosis.errorClass, diagnosis.cause, provider));
    }
    if (step.kind == StepKind::Explain && m_session->error()) {
        const QString own = words::providersOwnWords(*m_session->error());
        if (!own.isEmpty())
            m_terminal.errLine(translate("CommandLine", "%1 said: %2").arg(provider, own));
    }
    if (!step.menuPath.isEmpty())
        m_terminal.errLine(u"  "_s % plainText(step.menuPath));
    if (!step.link.isEmpty())
        m_terminal.errLine(u"  "_s % plainText(step.link));
    if (step.tools.contains(StepTool::AdministratorMessage)
        || step.tools.contains(StepTool::DeveloperMessage))
        tellMessage(step);
    const AuthMethod *method = m_pack ? methodOf(*m_pack, m_connection) : nullptr;
    if (step.kind == StepKind::External && method && method->kind == AuthKind::Delegated
        && !std::exchange(m_toldThere, true))
        tellWhatToDoThere(m_terminal, *m_pack, *method);
}

void ReconnectWalk::tellMessage(const Step &step)
{
    words::MessageMatter matter;
    matter.values = m_session->values();
    matter.task = filled(step.text);
    matter.menuPath = plainText(step.menuPath);
    matter.link = step.link;
    matter.error = m_session->error();
    matter.since = m_connection.state.since;
    matter.now = QDateTime::currentDateTimeUtc();
    m_terminal.errLine(translate("CommandLine", "A message that you can send:"));
    const QString message = step.tools.contains(StepTool::DeveloperMessage)
        ? words::messageToDeveloper(matter)
        : words::messageToAdministrator(matter);
    for (const QString &line : message.split(u'\n'))
        m_terminal.errLine(u"  | "_s % line);
}

void ReconnectWalk::goOn()
{
    if (m_over || m_waiting || m_saving || m_session->isRunning())
        return;
    if (const Step *again = m_session->freshChecks(); again && !m_toldFresh) {
        if (m_session->record(again->id).status == StepStatus::Running)
            return;
        m_toldFresh = true;
        if (!tellChecks(*again))
            return;
    }
    const Step *step = m_session->currentStep();
    if (!step)
        return save();
    tell(*step);
    switch (step->kind) {
    case StepKind::Explain:
        return m_session->next();
    case StepKind::Support:
        return onSupport();
    case StepKind::Check:
        return onCheck(*step);
    case StepKind::Action:
        return onAction(*step);
    case StepKind::External:
        return onExternal();
    case StepKind::Question:
        return onQuestion(*step);
    case StepKind::Verify:
        return onVerify(*step);
    }
}

void ReconnectWalk::onCheck(const Step &step)
{
    if (m_session->record(step.id).status == StepStatus::Open)
        return m_session->run();
    if (!tellChecks(step))
        return;
    if (m_session->canContinue())
        return m_session->next();
    fail(localError(code::cancelled));
}

bool ReconnectWalk::tellChecks(const Step &step)
{
    const QString provider = m_pack ? m_pack->name : m_connection.provider;
    std::optional<CheckId> keychain;
    for (const CheckResult &result : m_session->record(step.id).checks) {
        const bool open = result.detail == "no_probe"_L1;
        const QString sign = open ? u"…"_s : result.passed ? u"✓"_s : u"✕"_s;
        m_terminal.errLine(u"  %1 %2: %3"_s.arg(sign, words::checkName(result.check, provider),
                                                words::checkSentence(result, provider)));
        // An entry that is gone or spoilt is replaced by what follows.
        if (result.check == CheckId::Keychain && !result.passed
            && result.detail != "entry_missing"_L1 && result.detail != "damaged"_L1)
            keychain = result.check;
    }
    // Nothing that follows could be stored.
    if (keychain) {
        AuthError error = localError(code::keychainLocked);
        for (const CheckResult &result : m_session->record(step.id).checks) {
            if (result.check == CheckId::Keychain)
                error.code = result.detail;
        }
        error.origin = ErrorOrigin::SecretStore;
        fail(error);
        return false;
    }
    return true;
}

void ReconnectWalk::onAction(const Step &step)
{
    const StepRecord record = m_session->record(step.id);
    if (record.status == StepStatus::Done || record.status == StepStatus::Skipped)
        return m_session->next();
    if (m_acted.contains(step.id)) {
        if (record.error) {
            const QString provider = m_pack ? m_pack->name : m_connection.provider;
            m_terminal.errLine(u"  ✕ "_s % words::failure(*record.error, provider));
        }
        if (m_session->canContinue())
            return m_session->next();
        return fail(record.error.value_or(localError(code::cancelled)));
    }
    m_acted.insert(step.id);
    if (step.action == StepAction::EditCredential)
        return askForCredential();
    if (step.action == StepAction::Refresh)
        return m_session->act();
    askToAct(step);
}

//! Nobody is there: what renews the same access is done, what changes or ends it is not.
void ReconnectWalk::actUnasked(const Step &step)
{
    switch (step.action) {
    case StepAction::Refresh:
    case StepAction::ForgetAccess:
    case StepAction::Authorize:
        return m_session->act();
    default:
        break;
    }
    m_session->skip(translate("CommandLine", "Nobody was there to be asked."));
    if (m_session->canContinue())
        return m_session->next();
    fail(localError(
        code::missingInput,
        translate("CommandLine", "Somebody has to choose here: “%1” Run the command in a terminal.")
            .arg(filled(step.title))));
}

void ReconnectWalk::askToAct(const Step &step)
{
    if (!m_terminal.isInteractive())
        return actUnasked(step);
    m_waiting = true;
    const bool cannotBeUndone = step.action == StepAction::Revoke;
    m_terminal.prompt(
        cannotBeUndone
            //: %1 is what a button of the window would say, such as “Revoke access”
            ? translate("CommandLine", "%1? Type “yes”, or “skip” to go on without: ")
                  .arg(filled(step.button))
            //: %1 is what a button of the window would say, such as “Open Xero and authorise”
            : translate("CommandLine", "Press Enter: %1. Type “skip” to go on without: ")
                  .arg(filled(step.button)));
    m_terminal.readLine(
        Terminal::Echo::On, [this, cannotBeUndone](const std::optional<QByteArray> &line) {
            m_waiting = false;
            if (!line)
                return fail(localError(code::cancelled));
            const auto word = personsWord(*line);
            const bool agreed = cannotBeUndone ? yesOrNo(*line).value_or(false)
                                               : word && word->kind == PersonsWord::Kind::Done;
            if (agreed)
                return m_session->act();
            const Step *asked = m_session->currentStep();
            if (!word || word->kind == PersonsWord::Kind::Done)
                return asked ? askToAct(*asked) : goOn();
            m_session->skip(word->reason);
            if (!m_session->canContinue())
                return fail(localError(code::cancelled));
            m_session->next();
        });
}

void ReconnectWalk::askForCredential()
{
    const AuthMethod *method = m_pack ? m_pack->authMethod(m_connection.authMethod) : nullptr;
    // A pipe gives the secrets alone, as everywhere.
    QList<InputField> asked;
    if (method) {
        for (const InputField &field : inputFields(*m_pack, *method, m_connection.environment)) {
            if (field.secret || m_terminal.isInteractive())
                asked += field;
        }
    }
    m_waiting = true;
    askNext(asked, {});
}

void ReconnectWalk::askNext(const QList<InputField> &fields, EditRequest edit)
{
    if (fields.isEmpty()) {
        m_waiting = false;
        return m_session->act(edit);
    }
    const InputField field = fields.first();
    const QString label = field.label.isEmpty() ? field.key : words::packText(field.label);
    m_terminal.prompt(translate("CommandLine", "%1 (Enter keeps the stored one): ").arg(label));
    const AuthMethod *method = m_pack ? m_pack->authMethod(m_connection.authMethod) : nullptr;
    const auto take = [this, method, field, fields,
                       edit](const std::optional<QByteArray> &line) mutable {
        if (!line && !m_terminal.isInteractive() && m_session->canSkip()) {
            m_waiting = false;
            m_session->skip(translate("CommandLine", "Nobody was there to be asked."));
            return m_session->next();
        }
        if (!line) {
            m_waiting = false;
            return fail(localError(
                code::missingInput,
                translate("CommandLine", "Standard input ended before the value of “%1” was read.")
                    .arg(field.key)));
        }
        if (!line->isEmpty() && field.secret) {
            tellFlaw(m_terminal, method, field, m_connection.environment, *line);
            edit.secrets.insert(field.key, SecretBytes(*line));
        } else if (!line->trimmed().isEmpty()) {
            edit.inputs.insert(field.key, QString::fromUtf8(*line).trimmed());
        }
        askNext(fields.mid(1), edit);
    };
    if (field.secret)
        readSecret(m_terminal, isPrivateKeyInput(method, field.key), take);
    else
        m_terminal.readLine(Terminal::Echo::On, take);
}

void ReconnectWalk::onExternal()
{
    if (m_session->canContinue())
        return m_session->next();
    if (!m_terminal.isInteractive()) {
        m_session->skip(translate("CommandLine", "Nobody was there to be asked."));
        return m_session->next();
    }
    m_waiting = true;
    askPersonsWord(m_terminal, [this](const std::optional<PersonsWord> &word) {
        m_waiting = false;
        if (!word)
            return fail(localError(code::cancelled));
        switch (word->kind) {
        case PersonsWord::Kind::Done:
            m_session->markDone();
            break;
        case PersonsWord::Kind::NotPossible:
            m_session->markNotPossible(word->reason);
            break;
        case PersonsWord::Kind::Skipped:
            m_session->skip(word->reason);
            break;
        }
        m_session->next();
    });
}

void ReconnectWalk::onQuestion(const Step &step)
{
    if (m_session->canContinue())
        return m_session->next();
    if (step.options.isEmpty())
        return onYesOrNo();
    const auto answer = [this](int option) {
        const Step *asked = m_session->currentStep();
        if (option < 0)
            m_session->skip();
        else if (asked)
            m_session->answer(asked->options.at(option).id);
        m_session->next();
    };
    if (!m_terminal.isInteractive()) {
        if (step.optional)
            return answer(-1);
        for (int i = 0; i < step.options.size(); ++i) {
            if (step.options.at(i).id == "unknown"_L1)
                return answer(i);
        }
        for (int i = 0; i < step.options.size(); ++i)
            m_terminal.errLine(u"  %1. %2"_s.arg(i + 1).arg(filled(step.options.at(i).text)));
        const AuthMethod *method = m_pack ? methodOf(*m_pack, m_connection) : nullptr;
        if (method && method->kind == AuthKind::Delegated)
            return onYesOrNo();
        // An answer that nobody gave would stand in the diary and in a support packet.
        return fail(localError(code::missingInput,
                               translate("CommandLine",
                                         "Somebody has to choose here: “%1” Run the command in a "
                                         "terminal.")
                                   .arg(filled(step.title))));
    }
    QStringList texts;
    for (const StepOption &option : step.options)
        texts.append(filled(option.text));
    m_waiting = true;
    askOption(m_terminal, texts, step.optional, [this, answer](std::optional<int> option) {
        m_waiting = false;
        if (!option)
            return fail(localError(code::cancelled));
        answer(*option);
    });
}

void ReconnectWalk::onYesOrNo()
{
    if (!m_terminal.isInteractive()) {
        // Nothing was begun that could be gone on with.
        (void)m_session->cancel();
        return fail(localError(
            code::missingInput,
            translate("CommandLine", "Nobody can be asked here. Say how it stands with: %1")
                .arg(QString(u"relink check "_s % nameArgument(m_connection)
                             % u" --told works|stopped"_s))));
    }
    m_waiting = true;
    askYesOrNo(m_terminal, translate("CommandLine", "Type “yes” or “no”: "), std::nullopt,
               [this](std::optional<bool> answer) {
                   m_waiting = false;
                   if (!answer)
                       return fail(localError(code::cancelled));
                   *answer ? m_session->markDone() : m_session->markNotPossible();
                   m_session->next();
               });
}

void ReconnectWalk::onVerify(const Step &step)
{
    const StepRecord record = m_session->record(step.id);
    if (record.status == StepStatus::Done) {
        tellVerified(record);
        return m_session->next();
    }
    if (!m_acted.contains(step.id)) {
        m_acted.insert(step.id);
        // One that failed before a restart is tried once more.
        return record.status == StepStatus::Failed ? m_session->runAgain() : m_session->run();
    }
    if (record.status == StepStatus::Open)
        return m_session->run();
    const AuthError error = record.error.value_or(localError(code::cancelled));
    if (isToldStopped(error.code)) {
        // Whoever comes back begins with what to do there.
        (void)m_session->cancel();
        return fail(error, true);
    }
    const QString provider = m_pack ? m_pack->name : m_connection.provider;
    m_terminal.errLine(u"  ✕ "_s % words::failure(error, provider));
    const bool refused
        = error.origin == ErrorOrigin::Resource || error.origin == ErrorOrigin::TokenEndpoint;
    // Whom nobody could ask said nothing about what was done.
    if (!refused || !m_session->canContinue())
        return fail(error, refused);
    m_refused = error;
    m_session->next();
}

void ReconnectWalk::onSupport()
{
    if (m_session->canContinue())
        return m_session->next();
    // What was in the way may have gone by itself meanwhile.
    m_waiting = true;
    whenDone(m_manager.check(m_connection.id), this, [this](const Result<Connection> &checked) {
        m_waiting = false;
        if (checked && lightFor(checked->state) == Light::Green)
            return endGreen(*checked);
        tellOfSupport();
    });
}

void ReconnectWalk::endGreen(const Connection &connection)
{
    m_terminal.errLine(u"  ✓ "_s % translate("CommandLine", "It works."));
    whenDone(m_session->cancel(), this, [this, connection](const Result<Done> &) {
        if (!std::exchange(m_over, true))
            Q_EMIT saved(connection);
    });
}

void ReconnectWalk::tellOfSupport()
{
    m_terminal.errLine(
        translate("CommandLine", "What a support team asks for is put together by: %1")
            .arg(QString(u"relink support "_s % nameArgument(m_connection) % u" -o packet.zip"_s)));
    const auto known = m_manager.connection(m_connection.id);
    const bool red = m_refused || (known && lightFor(known->state) == Light::Red);
    fail(m_refused.value_or(m_session->error().value_or(localError(code::cancelled))), red);
}

void ReconnectWalk::tellVerified(const StepRecord &record)
{
    const AuthMethod *method = m_pack ? methodOf(*m_pack, m_connection) : nullptr;
    if (method && method->kind == AuthKind::Delegated)
        return m_terminal.errLine(u"  ✓ "_s % translate("CommandLine", "Your answer is kept."));
    const QString provider = m_pack ? m_pack->name : m_connection.provider;
    bool asked = true;
    for (const CheckResult &result : record.checks) {
        const QString side = result.values.value(u"connection"_s);
        if (result.detail == "no_probe"_L1) {
            asked = false;
            m_terminal.errLine(u"  … %1: %2"_s.arg(words::checkName(result.check, provider),
                                                   words::checkSentence(result, provider)));
        } else if (!side.isEmpty()) {
            m_terminal.errLine(u"  ✓ %1"_s.arg(plainText(side, 80)));
        }
    }
    if (asked)
        return m_terminal.errLine(u"  ✓ "_s % translate("CommandLine", "It works."));
    m_terminal.errLine(
        translate("CommandLine", "Give the address with: %1")
            .arg(u"relink edit %1 --set probe_url=https://…"_s.arg(nameArgument(m_connection))));
}

void ReconnectWalk::save()
{
    m_saving = true;
    whenDone(m_session->saveAndContinue(), this, [this](Result<Connection> stored) {
        if (!stored)
            return fail(stored.error());
        if (!std::exchange(m_over, true))
            Q_EMIT saved(*stored);
    });
}

} // namespace relink::cli
