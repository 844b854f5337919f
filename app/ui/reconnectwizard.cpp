// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reconnectwizard.h"

#include "core/rules/plaintext.h"
#include "core/rules/reconnect.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/reconnectsession.h"
#include "ui/browserwaitpanel.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/reconnectpage.h"
#include "ui/steplist.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

constexpr int pageWidth = 600; // with all the buttons of a step below

//! A check step looks at this computer; that the provider refuses the sign-in is why all this is
//! done and no failure of the step.
StepStatus shownStatus(const Step &step, const StepRecord &record)
{
    if (step.kind != StepKind::Check || record.status != StepStatus::Failed)
        return record.status;
    const bool here
        = std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &result) {
              return !result.passed && result.check != CheckId::Grant;
          });
    return here || record.checks.isEmpty() ? StepStatus::Failed : StepStatus::Done;
}

} // namespace

ReconnectWizard::ReconnectWizard(const Surroundings &surroundings, const Connection &connection,
                                 const std::optional<Diagnosis> &told, QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_session(surroundings.manager.startReconnect(connection.id, told))
{
    setObjectName(QStringLiteral("reconnectWizard"));
    setWindowTitle(tr("Reconnect %1").arg(plainText(connection.name, 60)));
    build();
    connect(m_session.get(), &ReconnectSession::changed, this, &ReconnectWizard::redraw);
    m_session->setInteraction(m_page->panel());
    redraw();
}

ReconnectWizard::~ReconnectWizard() = default;

QPushButton *ReconnectWizard::button(const QString &objectName, const QString &text,
                                     void (ReconnectWizard::*act)())
{
    auto *result = new QPushButton(text);
    result->setObjectName(objectName);
    result->setAutoDefault(false);
    connect(result, &QPushButton::clicked, this, act);
    return result;
}

void ReconnectWizard::build()
{
    m_page = new ReconnectPage(m_surroundings, m_connection, *m_session);
    m_steps = new StepList;
    const int titleBar = style()->pixelMetric(QStyle::PM_TitleBarHeight);
    resize(QSize(900, 600).boundedTo(screen()->availableSize() - QSize(0, titleBar)));
    // On a small screen the page needs the room more than the list of steps.
    const int letter = fontMetrics().averageCharWidth();
    m_steps->setFixedWidth(qMin(qMax(238, letter * 30), qMax(width() - pageWidth, letter * 16)));
    const QString organisation = plainText(m_connection.organisation.name);
    m_steps->setHeading(
        windowTitle(),
        organisation.isEmpty()
            ? m_page->providerName()
            : tr("%1 · %2", "provider, organisation").arg(m_page->providerName(), organisation));
    m_later = button(QStringLiteral("finishLaterButton"), tr("Finish &later"),
                     &ReconnectWizard::finishLater);
    m_later->setFlat(true);
    m_later->setAccessibleDescription(tr("Closes and goes on at this step next time"));
    m_skip = button(QStringLiteral("skipStepButton"), tr("S&kip"), &ReconnectWizard::skip);
    m_secondary = button(QStringLiteral("notPossibleButton"), tr("Not &possible"),
                         &ReconnectWizard::secondary);
    m_back = button(QStringLiteral("reconnectBackButton"), tr("&Back"), &ReconnectWizard::back);
    m_cancel
        = button(QStringLiteral("reconnectCancelButton"), tr("Cancel"), &ReconnectWizard::reject);
    m_primary = button(QStringLiteral("reconnectPrimaryButton"), {}, &ReconnectWizard::primary);
    makePrimary(m_primary);
    m_primary->setDefault(true);

    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->setAutoFillBackground(true);

    auto *left = new QWidget;
    auto *leftLayout = new QHBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(metrics::control);
    leftLayout->addWidget(m_later);
    leftLayout->addStretch(1);
    auto *footer = makeFooter(left, {m_skip, m_secondary, m_back, m_cancel, m_primary});
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_scroll, 1);
    right->addWidget(footer);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    connect(m_page, &ReconnectPage::checkAgainRequested, m_session.get(),
            &ReconnectSession::runAgain);
    connect(m_page->panel(), &BrowserWaitPanel::stopRequested, this, [this] {
        m_page->panel()->cancel();
        m_session->cancelAct();
    });
    connect(m_page->panel(), &BrowserWaitPanel::changed, this,
            [this] { m_scroll->ensureVisible(0, 0); });
}

ReconnectWizard::Act ReconnectWizard::actFor(const Step *step) const
{
    if (!step)
        return Act::Save;
    if (m_session->isRunning() || m_saving)
        return Act::Wait;
    const StepStatus status = m_session->record(step->id).status;
    switch (step->kind) {
    case StepKind::Action:
        if (status != StepStatus::Done && status != StepStatus::Skipped)
            return Act::Start;
        break;
    case StepKind::External:
    case StepKind::Question:
        if (!m_session->canContinue())
            return Act::MarkDone;
        break;
    case StepKind::Check:
    case StepKind::Verify:
        if (!m_session->canContinue())
            return status == StepStatus::Failed ? Act::CheckAgain : Act::Wait;
        break;
    case StepKind::Explain:
    case StepKind::Support:
        break;
    }
    return isLastStep(m_session->progress()) && m_session->isVerified() ? Act::Save : Act::Next;
}

void ReconnectWizard::redraw()
{
    const ReconnectProgress &progress = m_session->progress();
    const Step *step = m_session->currentStep();
    const bool actRunning = step && step->kind == StepKind::Action && m_session->isRunning();
    const bool actDone
        = m_actWasRunning && step && m_session->record(step->id).status == StepStatus::Done;
    m_actWasRunning = actRunning;
    if (actDone) {
        // What was asked for is done: go on by itself.
        m_session->next();
        return;
    }
    m_page->show(step);
    drawSteps();
    drawButtons(step);
    if (m_shownStep != progress.current) {
        m_shownStep = progress.current;
        m_scroll->ensureVisible(0, 0);
        m_primary->setFocus();
        setAccessibleDescription(m_page->title());
    }
    // Outside of this call: running emits changed() itself.
    QTimer::singleShot(0, this, &ReconnectWizard::runAutomaticStep);
}

void ReconnectWizard::runAutomaticStep()
{
    const Step *step = m_session->currentStep();
    if (step && (step->kind == StepKind::Check || step->kind == StepKind::Verify))
        m_session->run();
}

void ReconnectWizard::drawSteps()
{
    const ReconnectProgress &progress = m_session->progress();
    QList<StepList::Entry> entries;
    for (int i = 0; i < progress.plan.steps.size(); ++i) {
        const Step &step = progress.plan.steps.at(i);
        StepList::Entry entry;
        entry.title = m_page->filled(step.title);
        entry.status = shownStatus(step, m_session->record(step.id));
        entry.current = i == progress.current;
        entry.leftOut = isLeftOut(progress, step);
        entry.unverified = step.kind == StepKind::Verify
            && ReconnectPage::isUnverified(m_session->record(step.id));
        entries.append(entry);
    }
    m_steps->setEntries(entries);
    const int steps = int(progress.plan.steps.size());
    const int number = qMin(progress.current + 1, steps);
    m_steps->setProgress(progress.current > 0
                             ? tr("Step %1 of %2 · saved so far").arg(number).arg(steps)
                             : tr("Step %1 of %2").arg(number).arg(steps));
}

void ReconnectWizard::drawButtons(const Step *step)
{
    const Act act = actFor(step);
    QString text;
    switch (act) {
    case Act::Next:
        text = tr("&Next");
        break;
    case Act::Start:
        text = m_page->filled(step->button);
        if (text.isEmpty())
            text = tr("Do &this now");
        break;
    case Act::MarkDone:
        text = tr("I have &done this");
        break;
    case Act::CheckAgain:
        text = tr("Check &again");
        break;
    case Act::Save:
        text = tr("&Save + Continue");
        break;
    case Act::Wait:
        text = step && step->kind == StepKind::Action ? tr("Waiting…") : tr("Checking…");
        break;
    }
    m_primary->setText(text);
    // A disabled button gives the keyboard to its neighbour, Cancel; it gets it back.
    m_primaryHadFocus = m_primaryHadFocus || (act == Act::Wait && m_primary->hasFocus());
    m_primary->setEnabled(act != Act::Wait);
    if (act != Act::Wait && std::exchange(m_primaryHadFocus, false))
        m_primary->setFocus();
    m_back->setVisible(m_session->progress().current > 0);
    m_back->setEnabled(m_session->canGoBack() && !m_saving);
    const StepStatus status = step ? m_session->record(step->id).status : StepStatus::Done;
    const bool open = step && !m_session->isRunning()
        && (status == StepStatus::Open || status == StepStatus::Failed);
    const bool goOnWithout
        = open && step->kind == StepKind::Action && !step->optional && m_session->canContinue();
    m_skip->setText(goOnWithout ? tr("&Go on without") : tr("S&kip"));
    m_skip->setVisible(open && (step->optional || goOnWithout));
    m_secondary->setVisible(
        open && (step->kind == StepKind::External || step->kind == StepKind::Question));
    m_later->setVisible(m_session->progress().current > 0 && !m_session->isRunning());
}

void ReconnectWizard::primary()
{
    const Step *step = m_session->currentStep();
    switch (actFor(step)) {
    case Act::Next:
        m_session->next();
        break;
    case Act::Start:
        if (step->action == StepAction::EditCredential) {
            if (const auto edit = m_page->editRequest())
                m_session->act(*edit);
        } else {
            m_page->panel()->begin(m_page->providerName());
            m_session->act();
        }
        break;
    case Act::MarkDone:
        m_session->markDone();
        m_session->next();
        break;
    case Act::CheckAgain:
        m_session->runAgain();
        break;
    case Act::Save:
        save();
        break;
    case Act::Wait:
        break;
    }
}

void ReconnectWizard::secondary()
{
    m_session->markNotPossible();
    m_session->next();
}

void ReconnectWizard::skip()
{
    const Step *step = m_session->currentStep();
    if (step && step->optional)
        m_session->skip();
    m_session->next();
}

void ReconnectWizard::back()
{
    m_session->back();
}

void ReconnectWizard::save()
{
    if (m_session->currentStep())
        m_session->next();
    m_saving = true;
    drawButtons(m_session->currentStep());
    m_primary->setEnabled(false);
    m_cancel->setEnabled(false);
    whenDone(m_session->saveAndContinue(), this, [this](const Result<Connection> &result) {
        m_saving = false;
        m_cancel->setEnabled(true);
        if (!result) {
            redraw();
            m_page->showFailure(result.error());
            return;
        }
        Q_EMIT saved(result->id);
        m_closing = true;
        accept();
        deleteLater();
    });
}

void ReconnectWizard::finishLater()
{
    m_closing = true;
    QDialog::reject();
    // Without cancel() the progress stays stored and the next reconnect goes on here.
    deleteLater();
}

void ReconnectWizard::reject()
{
    if (m_saving || m_closing)
        return;
    m_closing = true;
    m_page->panel()->cancel();
    whenDone(m_session->cancel(), this, [this](const Result<Done> &) {
        QDialog::reject();
        deleteLater();
    });
}

} // namespace relink
