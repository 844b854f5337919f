// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actionpage.h"

#include "core/rules/classify.h"
#include "core/rules/reconnect.h"
#include "services/reconnectsession.h"
#include "ui/browserwaitpanel.h"
#include "ui/confirmdialog.h"
#include "ui/connectionform.h"
#include "ui/leftaligned.h"
#include "ui/metrics.h"
#include "ui/revocationwarning.h"
#include "ui/secondsignin.h"
#include "ui/stepnotice.h"
#include "ui/stepreason.h"
#include "words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

ErrorStage stageOf(const AuthError &error, StepAction action)
{
    if (error.origin == ErrorOrigin::AuthorizationEndpoint)
        return ErrorStage::Authorize;
    if (error.origin == ErrorOrigin::Resource)
        return ErrorStage::Probe;
    const bool renews = action == StepAction::Refresh || action == StepAction::ForgetAccess;
    return renews ? ErrorStage::Refresh : ErrorStage::Token;
}

//! The provider has said no. What is busy, cannot be reached or waits for the keychain may do
//! better next time.
bool isFinal(const AuthError &error, const Step &step, const ProviderPack *pack)
{
    if (error.is(code::noRefreshToken) || error.is(code::keyRefused))
        return true;
    const bool answered = error.origin == ErrorOrigin::AuthorizationEndpoint
        || error.origin == ErrorOrigin::TokenEndpoint
        || error.origin == ErrorOrigin::RevocationEndpoint || error.origin == ErrorOrigin::Resource;
    return answered && !error.retryAfter
        && !isTransient(classify(error, stageOf(error, step.action), pack).errorClass);
}

} // namespace

ActionPage::ActionPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_formPlace(new QVBoxLayout)
    , m_panel(new BrowserWaitPanel(scene.surroundings, true))
    , m_goOn(new QPushButton(tr("&Go on without")))
    , m_again(new QPushButton(tr("&Try again")))
    , m_reason(new StepReason(QStringLiteral("action")))
{
    m_goOn->setObjectName(QStringLiteral("goOnWithoutButton"));
    m_again->setObjectName(QStringLiteral("actAgainButton"));
    for (QPushButton *button : {m_goOn, m_again})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addLayout(m_formPlace);
    layout->addWidget(m_panel);
    layout->addWidget(m_reason);
    layout->addLayout(leftAligned(m_goOn));
    layout->addLayout(leftAligned(m_again));
    connect(m_goOn, &QPushButton::clicked, &session(), &ReconnectSession::next);
    connect(m_again, &QPushButton::clicked, this, &ActionPage::act);
    connect(m_reason, &StepReason::changed, this, &StepPage::changed);
    connect(m_panel, &BrowserWaitPanel::changed, this, [this] {
        // A choice of ours may open in the middle of any act.
        if (m_panel->isAsking())
            m_panel->show();
    });
}

bool ActionPage::isWaiting(const Step &step, const StepRecord &record) const
{
    return record.status == StepStatus::Running
        && (step.action == StepAction::Authorize || m_panel->isAsking());
}

QString ActionPage::text(const Step &step) const
{
    return isWaiting(step, session().record(step.id)) ? QString() : StepPage::text(step);
}

void ActionPage::show(const Step &step, const StepRecord &record)
{
    if (std::exchange(m_step, step.id) != step.id)
        m_reason->offer(false, false);
    const bool open = record.status == StepStatus::Open || record.status == StepStatus::Failed;
    m_reason->offer(false, open && step.optional);
    m_panel->setVisible(isWaiting(step, record));
    showForm(step, record);
    offerWays();
    say(step, record);
}

//! Beside the button that names the act: the other way out of a failed one.
void ActionPage::offerWays()
{
    const Step *step = session().currentStep();
    const bool failed = step && session().record(step->id).status == StepStatus::Failed;
    const bool refused = isRefused() && session().canContinue();
    m_goOn->setVisible(failed && !refused && !step->optional && session().canContinue());
    // The same entries again would be refused again, and may lock the account.
    m_again->setVisible(refused && step->action != StepAction::EditCredential);
}

bool ActionPage::isRefused() const
{
    const Step *step = session().currentStep();
    const StepRecord record = step ? session().record(step->id) : StepRecord();
    return record.status == StepStatus::Failed && record.error
        && isFinal(*record.error, *step, scene().pack(*step).get())
        && !(step->action == StepAction::EditCredential && m_edited);
}

void ActionPage::showForm(const Step &step, const StepRecord &record)
{
    if (step.action != StepAction::EditCredential) {
        if (m_form)
            m_form->hide();
        return;
    }
    if (!m_form) {
        m_form = new ConnectionForm(scene().surroundings, ConnectionForm::Purpose::Credential);
        m_formPlace->addWidget(m_form);
        connect(m_form, &ConnectionForm::edited, this, [this] {
            m_edited = true;
            offerWays();
            Q_EMIT changed();
        });
    }
    if (std::exchange(m_formStep, step.id) != step.id) {
        if (const auto pack = scene().pack(step))
            m_form->setConnection(pack, scene().about(step));
        m_edited = false;
    }
    m_form->setVisible(record.status != StepStatus::Done);
    m_form->setEnabled(record.status != StepStatus::Running);
}

void ActionPage::say(const Step &step, const StepRecord &record)
{
    const QString provider = scene().provider(step);
    const QString done = revocationsDone(step);
    switch (record.status) {
    case StepStatus::Failed:
        if (record.error)
            notice().complain(*record.error, provider);
        break;
    case StepStatus::Running:
        if (!isWaiting(step, record))
            notice().note(tr("Working on it…"));
        break;
    case StepStatus::Done: {
        const auto outcome
            = step.action == StepAction::Revoke ? session().revoked(step.side) : std::nullopt;
        const QString said = outcome ? words::revokeSentence(*outcome, provider) : tr("Done.");
        notice().note(done.isEmpty() ? said : QString(said + QLatin1Char(' ') + done));
        break;
    }
    default:
        if (!done.isEmpty())
            notice().note(done);
        else if (step.action == StepAction::Authorize)
            warnOfSecondSignIn(step);
        break;
    }
}

void ActionPage::warnOfSecondSignIn(const Step &step)
{
    const QString warning = secondSignInWarning(scene().surroundings, scene().about(step));
    if (!warning.isEmpty())
        notice().warn(warning);
}

QString ActionPage::revocationsDone(const Step &step) const
{
    if (step.action != StepAction::Revoke)
        return {};
    int count = 0;
    int done = 0;
    const ReconnectProgress &progress = session().progress();
    for (const Step &other : progress.plan.steps) {
        if (other.action != StepAction::Revoke || other.section != step.section
            || isLeftOut(progress, other)) {
            continue;
        }
        ++count;
        done += recordOf(progress, other.id).status == StepStatus::Done ? 1 : 0;
    }
    //: Of the two sides of a pair, whose access is revoked
    return count > 1 ? tr("%1 of %2 done.").arg(done).arg(count) : QString();
}

void ActionPage::act()
{
    const Step *step = session().currentStep();
    if (!step)
        return;
    switch (step->action) {
    case StepAction::EditCredential:
        if (m_form && m_form->validate()) {
            m_edited = false;
            session().act(m_form->editRequest());
        }
        return;
    case StepAction::Revoke:
        return confirmRevocation(*step);
    default:
        m_panel->begin(scene().provider(*step));
        session().act();
    }
}

void ActionPage::confirmRevocation(const Step &step)
{
    auto *dialog
        = new ConfirmDialog(QStringLiteral("stepRevoke"), scene().title(step),
                            revocationWarning(scene().pack(step).get(), scene().provider(step)),
                            scene().filled(step.button), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &session(), [this] { session().act(); });
    dialog->open();
}

void ActionPage::commit()
{
    if (isGivingReason())
        session().skip(m_reason->reason());
}

bool ActionPage::isGivingReason() const
{
    return m_reason->way() != StepReason::Way::None;
}

void ActionPage::stopGivingReason()
{
    m_reason->stop();
}

} // namespace relink
