// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reconnectwizard.h"

#include "core/rules/plaintext.h"
#include "core/rules/reconnect.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/reconnectsession.h"
#include "ui/badgedtitle.h"
#include "ui/browserwaitpanel.h"
#include "ui/lastingact.h"
#include "ui/reconnectfooter.h"
#include "ui/reconnectpage.h"
#include "ui/stepentries.h"
#include "ui/steplist.h"
#include "ui/steppage.h"
#include "ui/taborder.h"
#include "ui/verifypage.h"
#include "words/stepwords.h"

#include <QCloseEvent>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int pageWidth = 600; // with all the buttons of a step below

} // namespace

ReconnectWizard::ReconnectWizard(const Surroundings &surroundings, const Connection &connection,
                                 const std::optional<Diagnosis> &told, QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_session(surroundings.manager.startReconnect(connection.id, told))
    , m_scene(surroundings, connection, *m_session)
{
    setObjectName(QStringLiteral("reconnectWizard"));
    setWindowTitle(tr("Reconnect %1").arg(plainText(connection.name, 60)));
    build();
    join();
    m_session->setInteraction(m_page->panel());
    redraw();
}

ReconnectWizard::~ReconnectWizard() = default;

void ReconnectWizard::build()
{
    m_page = new ReconnectPage(m_scene);
    m_footer = new ReconnectFooter(m_scene);
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
            ? m_scene.provider()
            : tr("%1 · %2", "provider, organisation").arg(m_scene.provider(), organisation));
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_page);
    m_page->setAutoFillBackground(false);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->viewport()->setAutoFillBackground(true);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_scroll, 1);
    right->addWidget(m_footer);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_steps);
    layout->addLayout(right, 1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void ReconnectWizard::join()
{
    connect(m_session.get(), &ReconnectSession::changed, this, &ReconnectWizard::redraw);
    connect(m_footer, &ReconnectFooter::primaryRequested, this, &ReconnectWizard::primary);
    connect(m_footer, &ReconnectFooter::backRequested, this, &ReconnectWizard::back);
    connect(m_footer, &ReconnectFooter::laterRequested, this, &ReconnectWizard::finishLater);
    connect(m_footer, &ReconnectFooter::cancelRequested, this, &ReconnectWizard::reject);
    connect(m_page, &ReconnectPage::changed, this, [this] {
        drawButtons();
        QTimer::singleShot(0, this, &ReconnectWizard::orderTabs);
    });
    connect(m_page, &ReconnectPage::waitedLongEnough, this, &ReconnectWizard::waitedLongEnough);
    connect(m_page->panel(), &BrowserWaitPanel::stopRequested, this, [this] {
        m_page->panel()->cancel();
        m_session->cancelAct();
    });
    connect(m_page->panel(), &BrowserWaitPanel::changed, this,
            [this] { m_scroll->ensureVisible(0, 0); });
}

PrimaryAct ReconnectWizard::primaryAct() const
{
    return m_saving ? PrimaryAct::Wait : primaryActFor(*m_session, m_page->page());
}

//! What was asked for is done, or found to be well: then the next step follows by itself.
bool ReconnectWizard::goOnByItself()
{
    const Step *step = m_session->currentStep();
    const bool waitsFor
        = step && (step->kind == StepKind::Action || step->kind == StepKind::Verify);
    if (waitsFor && m_session->isRunning()) {
        m_ran = step->id;
        return false;
    }
    const QString ran = std::exchange(m_ran, QString());
    if (!waitsFor || ran != step->id || m_session->record(ran).status != StepStatus::Done
        || step->action == StepAction::Revoke
        || (step->kind == StepKind::Verify
            && (isLastStep(m_session->progress())
                || VerifyPage::isUnverified(m_session->record(ran))))) {
        return false;
    }
    m_session->next();
    return true;
}

void ReconnectWizard::redraw()
{
    if (goOnByItself())
        return;
    m_page->show(m_session->currentStep());
    drawSteps();
    drawButtons();
    speak();
    const int current = m_session->progress().current;
    const bool ended = std::exchange(m_wasRunning, m_session->isRunning()) && !m_wasRunning;
    if (std::exchange(m_shownStep, current) == current) {
        // What had the keyboard meanwhile may be gone.
        if (ended)
            m_footer->takeFocus();
    } else {
        m_scroll->ensureVisible(0, 0);
        if (QWidget *first = m_page->page() ? m_page->page()->firstStop() : nullptr) {
            m_footer->leaveFocus();
            first->setFocus();
        } else {
            m_footer->takeFocus();
        }
    }
    // Outside of this call: running emits changed() itself, and places are known after the layout.
    QTimer::singleShot(0, this, [this] {
        orderTabs();
        runAutomaticStep();
    });
}

void ReconnectWizard::orderTabs()
{
    orderTabsByPlace(m_page, m_footer->tabStops());
}

void ReconnectWizard::runAutomaticStep()
{
    const Step *step = m_session->currentStep();
    if (!step || (step->kind != StepKind::Check && step->kind != StepKind::Verify))
        return;
    // It may be over before it was ever seen under way.
    if (m_session->record(step->id).status == StepStatus::Open)
        m_ran = step->id;
    m_session->run();
}

void ReconnectWizard::drawSteps()
{
    m_steps->setEntries(stepEntriesOf(m_scene));
    const std::optional<Connection> &draft = m_session->progress().draft;
    showEnvironment(m_steps, draft ? draft->environment : m_connection.environment);
    const StepPlace place = stepPlaceOf(m_session->progress());
    const QString position = words::stepPosition(place.number, place.count);
    //: %1 is "Step 3 of 8"
    m_steps->setProgress(m_session->progress().current > 0 ? tr("%1 · saved so far").arg(position)
                                                           : position);
}

//! A new name or description of what is shown is what screen readers announce.
void ReconnectWizard::speak()
{
    const Step *step = m_session->currentStep();
    QStringList parts;
    if (step) {
        const StepPlace place = stepPlaceOf(m_session->progress());
        parts = {words::stepPosition(place.number, place.count), words::stepKind(step->kind)};
    }
    parts.append(m_page->title());
    const QString name = parts.join(QStringLiteral(". "));
    m_page->setAccessibleName(name);
    m_page->setAccessibleDescription(m_page->spoken());
    m_footer->describe(name);
    setAccessibleDescription(QString(name + QLatin1Char('\n') + m_page->spoken()));
}

void ReconnectWizard::drawButtons()
{
    m_footer->draw(primaryAct(), m_saving);
}

void ReconnectWizard::primary()
{
    switch (primaryAct()) {
    case PrimaryAct::Start:
        m_page->page()->act();
        break;
    case PrimaryAct::MarkDone:
        m_session->markDone();
        m_session->next();
        break;
    case PrimaryAct::Next:
    case PrimaryAct::GiveReason:
        if (!m_page->page()->isReady())
            break;
        m_page->page()->commit();
        m_session->next();
        break;
    case PrimaryAct::GoOnWithout:
        m_session->next();
        break;
    case PrimaryAct::CheckAgain:
        m_session->runAgain();
        break;
    case PrimaryAct::Save:
        save();
        break;
    case PrimaryAct::Close:
        finishLater();
        break;
    case PrimaryAct::Wait:
        break;
    }
}

void ReconnectWizard::waitedLongEnough()
{
    const Step *step = m_session->currentStep();
    if (!step)
        return;
    if (step->kind == StepKind::External && !m_session->canContinue()) {
        m_session->markDone();
        m_session->next();
    } else if (!m_session->isRunning()) {
        m_session->runAgain();
    }
}

void ReconnectWizard::back()
{
    if (m_page->page() && m_page->page()->isGivingReason())
        return m_page->page()->stopGivingReason();
    m_session->back();
}

void ReconnectWizard::save()
{
    if (m_page->page())
        m_page->page()->commit();
    if (m_session->currentStep())
        m_session->next();
    m_saving = true;
    drawButtons();
    whenDone(m_session->saveAndContinue(), this, [this](const Result<Connection> &result) {
        m_saving = false;
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
    if (m_saving || m_closing)
        return;
    m_closing = true;
    m_page->panel()->cancel();
    m_session->cancelAct();
    QDialog::reject();
    // Without cancel() the progress stays stored and the next reconnect goes on here.
    deleteLater();
}

void ReconnectWizard::reject()
{
    if (m_saving || m_closing)
        return;
    if (lastingActOf(m_session->progress()) != LastingAct::None
        || primaryAct() == PrimaryAct::Close) {
        return finishLater();
    }
    m_closing = true;
    m_page->panel()->cancel();
    whenDone(m_session->cancel(), this, [this](const Result<Done> &) {
        QDialog::reject();
        deleteLater();
    });
}

void ReconnectWizard::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && m_page->page()
        && m_page->page()->isGivingReason()) {
        m_page->page()->stopGivingReason();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ReconnectWizard::closeEvent(QCloseEvent *event)
{
    event->ignore();
    // Where nothing was done there is no place to keep.
    if (m_session->progress().current > 0 || !m_session->progress().records.isEmpty())
        finishLater();
    else
        reject();
}

} // namespace relink
