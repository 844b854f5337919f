// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"
#include "core/rules/triedsteps.h"
#include "services/stepvalues.h"
#include "support/testmain.h"
#include "ui/pseudolocale.h"
#include "ui/steplist.h"
#include "ui/textlabel.h"
#include "ui/wizardstage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QRadioButton>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Each kind of page of the guided reconnect, with the keyboard alone.
class StepPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void thePathCanBeCopiedAndThePageOpened();
    void leavingAStepAsksWhyInPlace_data();
    void leavingAStepAsksWhyInPlace();
    void escapeLeavesTheReasonBeforeTheWizard();
    void aQuestionWantsAnAnswer();
    void whoDoesNotKnowGoesOn();
    void whoDoesNotKnowIsAskedOnce_data();
    void whoDoesNotKnowIsAskedOnce();
    void theAnswerDecidesWhatTheButtonDoes();
    void anUnchangedAnswerIsNotGivenTwice();
    void whatWasRefusedIsNotTheDefaultAgain();
    void theSameEntriesAreNotSentTwice();
    void whatCouldNotBeReachedIsTriedAgain_data();
    void whatCouldNotBeReachedIsTriedAgain();
    void nothingLeftToTryEndsInClose();
    void theMessageIsReadyToSend();
    void theWaitGoesOnByItself();
    void theWaitSurvivesLeaving();
    void revokingIsAskedByItsName();
    void whatIsRenewedCannotBeCancelled();
    void closingTheWindowKeepsThePlace();
    void theWordIsExplainedInPlace();
    void otherReadingsNameTheirArticle();
    void onlyTheCurrentSectionIsUnfolded();
    void whatTheProofDeniedDidNotHelp();
    void ticksTellTheirTime();
    void whatDidNotHelpIsSaidSo();
    void aRefusedSignInIsNoFaultOfTheCheck();
    void theDayOfSetUpIsWrittenOut();
    void theHeaderMarksTestMode();
    void everyPageIsSpoken_data();
    void everyPageIsSpoken();
    void everyControlIsReached_data();
    void everyControlIsReached();
    void everyPageFits_data();
    void everyPageFits();

private:
    QFont m_font = QApplication::font();
};

namespace {

void press(QWidget *wizard)
{
    QTRY_VERIFY(child<QPushButton>(wizard, "reconnectPrimaryButton")->isEnabled());
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
}

bool isShown(const QWidget *wizard, const char *name)
{
    const QWidget *widget = wizard->findChild<QWidget *>(QLatin1StringView(name));
    return widget && widget->isVisible();
}

void pages()
{
    QTest::addColumn<QString>("step");
    for (const Step &step : WizardStage::everyKind())
        QTest::newRow(step.id.toLatin1().constData()) << step.id;
}

void everyKind(WizardStage &stage)
{
    stage.progress.plan.steps = WizardStage::everyKind();
    stage.progress.plan.also = {u"MIN-21"_s};
}

} // namespace

void StepPageTest::cleanup()
{
    QApplication::setFont(m_font);
}

void StepPageTest::thePathCanBeCopiedAndThePageOpened()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    const QString path = u"Connect > Order Sources > Edit > Update"_s;
    QCOMPARE(AcmeWindow::text(wizard, "stepMenuPathTextEdit"), path);
    AcmeWindow::click(wizard, "stepMenuPathCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), path);
    QCOMPARE(AcmeWindow::text(wizard, "stepOpenPageButton"), u"Open the page at example.com"_s);
    AcmeWindow::click(wizard, "stepOpenPageButton");
    QCOMPARE(stage.acme.opened.value(0), QUrl(u"https://www.example.com/settings"_s));
    QCOMPARE(AcmeWindow::text(wizard, "stepWhoseLabel"), u"For whoever built your integration"_s);
    QCOMPARE(WizardStage::primary(wizard), u"I have done this"_s);
    child<QWidget>(wizard, "reconnectPrimaryButton")->setFocus();
    press(wizard);
    QCOMPARE(stage.place(), u"action"_s);
    QVERIFY(stage.stored().records[u"external"_s].status == StepStatus::Done);
}

void StepPageTest::leavingAStepAsksWhyInPlace_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("status");
    QTest::newRow("not possible") << u"stepNotPossibleButton"_s << u"not_possible"_s;
    QTest::newRow("skip") << u"stepSkipButton"_s << u"skipped"_s;
}

void StepPageTest::leavingAStepAsksWhyInPlace()
{
    QFETCH(QString, button);
    QFETCH(QString, status);
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    QVERIFY(!isShown(wizard, "stepReasonLineEdit"));
    auto *leave = child<QPushButton>(wizard, button.toLatin1().constData());
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QVERIFY(isShown(wizard, "stepReasonLineEdit"));
    QCOMPARE(WizardStage::primary(wizard), u"Note it and go on"_s);
    QCOMPARE(wizard->focusWidget()->objectName(), u"stepReasonLineEdit"_s);
    QTest::keyClicks(wizard->focusWidget(), u"the administrator is away"_s);
    press(wizard);
    QCOMPARE(stage.place(), u"action"_s);
    const StepRecord record = stage.stored().records[u"external"_s];
    QCOMPARE(toString(record.status), status);
    QCOMPARE(record.reason, u"the administrator is away"_s);
}

void StepPageTest::escapeLeavesTheReasonBeforeTheWizard()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    AcmeWindow::click(wizard, "stepSkipButton");
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Escape);
    QVERIFY(!isShown(wizard, "stepReasonLineEdit"));
    QCOMPARE(WizardStage::primary(wizard), u"I have done this"_s);
    QVERIFY(dialog("reconnectWizard"));
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QVERIFY(!stage.acme.fixture.fakes.progress.stored.contains(stage.id));
}

void StepPageTest::aQuestionWantsAnAnswer()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"changed"_s);
    QVERIFY(wizard);
    press(wizard);
    QCOMPARE(AcmeWindow::text(wizard, "reconnectMessageLabel"), u"Choose an answer first."_s);
    QCOMPARE(stage.place(), u"changed"_s);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Down);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
    QVERIFY(!isShown(wizard, "reconnectMessage"));
    QVERIFY(child<QRadioButton>(wizard, "answer2RadioButton")->isChecked());
    press(wizard);
    QCOMPARE(stage.place(), u"external"_s);
    QCOMPARE(stage.stored().records[u"changed"_s].answer, u"no"_s);
}

void StepPageTest::whoDoesNotKnowGoesOn()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"changed"_s);
    QVERIFY(wizard);
    QCOMPARE(AcmeWindow::text(wizard, "answer3RadioButtonLabel"), u"I don’t know"_s);
    AcmeWindow::click(wizard, "answer3RadioButton");
    press(wizard);
    QCOMPARE(stage.place(), u"external"_s);
    QVERIFY(stage.stored().records[u"changed"_s].status == StepStatus::Skipped);
}

void StepPageTest::whoDoesNotKnowIsAskedOnce_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("text");
    QTest::newRow("id") << u"none"_s << u"None of these"_s;
    QTest::newRow("text") << u"there"_s << u"Neither, or not known"_s;
}

void StepPageTest::whoDoesNotKnowIsAskedOnce()
{
    QFETCH(const QString, id);
    QFETCH(const QString, text);
    WizardStage stage;
    everyKind(stage);
    stage.progress.plan.steps[1].options.append(
        StepOption {id, text, QString(), QString(), false, false});
    QWidget *wizard = stage.open(u"changed"_s);
    QVERIFY(wizard);
    QCOMPARE(AcmeWindow::text(wizard, "answer3RadioButtonLabel"), text);
    QVERIFY(!wizard->findChild<QWidget *>(u"answer4RadioButton"_s));
}

void StepPageTest::theAnswerDecidesWhatTheButtonDoes()
{
    WizardStage stage;
    everyKind(stage);
    StepRecord done;
    done.status = StepStatus::Done;
    done.at = stage.progress.startedAt;
    stage.progress.records = {{u"action"_s, done}, {u"verify"_s, done}};
    stage.acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    QWidget *wizard = stage.open(u"proof"_s);
    QVERIFY(wizard);
    auto *primary = child<QPushButton>(wizard, "reconnectPrimaryButton");
    QTRY_VERIFY(primary->isEnabled());
    AcmeWindow::click(wizard, "answer2RadioButton");
    QCOMPARE(WizardStage::primary(wizard), u"Next"_s);
    AcmeWindow::click(wizard, "answer1RadioButton");
    QCOMPARE(WizardStage::primary(wizard), u"Save + Continue"_s);
    // Nothing is told before the button is pressed.
    QVERIFY(stage.stored().records[u"proof"_s].answer.isEmpty());
    press(wizard);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(stage.acme.fixture.light(stage.id), u"green"_s);
}

void StepPageTest::anUnchangedAnswerIsNotGivenTwice()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"changed"_s);
    QVERIFY(wizard);
    AcmeWindow::click(wizard, "answer1RadioButton");
    press(wizard);
    const StepRecord given = stage.stored().records[u"changed"_s];
    stage.acme.fixture.fakes.clock.time = stage.acme.fixture.fakes.clock.time.addSecs(60);
    AcmeWindow::click(wizard, "reconnectBackButton");
    QVERIFY(child<QRadioButton>(wizard, "answer1RadioButton")->isChecked());
    press(wizard);
    QCOMPARE(stage.place(), u"external"_s);
    QVERIFY(stage.stored().records[u"changed"_s] == given);
}

void StepPageTest::whatWasRefusedIsNotTheDefaultAgain()
{
    WizardStage stage;
    everyKind(stage);
    stage.acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(400, R"({"error":"invalid_grant"})"),
           jsonAnswer(400, R"({"error":"invalid_grant"})")};
    QWidget *wizard = stage.open(u"action"_s);
    QVERIFY(wizard);
    QCOMPARE(WizardStage::primary(wizard), u"Renew the access"_s);
    const qsizetype before = stage.acme.fixture.fakes.tokenEndpoint.calls.size();
    press(wizard);
    QTRY_COMPARE(WizardStage::primary(wizard), u"Go on without"_s);
    QVERIFY(!isShown(wizard, "goOnWithoutButton"));
    QCOMPARE(stage.acme.fixture.fakes.tokenEndpoint.calls.size(), before + 1);
    AcmeWindow::click(wizard, "actAgainButton");
    QTRY_COMPARE(stage.acme.fixture.fakes.tokenEndpoint.calls.size(), before + 2);
    QTRY_COMPARE(WizardStage::primary(wizard), u"Go on without"_s);
    press(wizard);
    QTRY_VERIFY(stage.place() != u"action"_s);
    QCOMPARE(stage.acme.fixture.fakes.tokenEndpoint.calls.size(), before + 2);
}

void StepPageTest::theSameEntriesAreNotSentTwice()
{
    WizardStage stage;
    everyKind(stage);
    Step &edit = stage.progress.plan.steps[3];
    edit.action = StepAction::EditCredential;
    edit.button = u"Update"_s;
    StepRecord refused;
    refused.status = StepStatus::Failed;
    refused.error = AuthError {};
    refused.error->origin = ErrorOrigin::TokenEndpoint;
    refused.error->code = u"invalid_client"_s;
    stage.progress.records.insert(u"action"_s, refused);
    QWidget *wizard = stage.open(u"action"_s);
    QVERIFY(wizard);
    QCOMPARE(WizardStage::primary(wizard), u"Go on without"_s);
    QVERIFY(!isShown(wizard, "actAgainButton"));
    QLineEdit *field = nullptr;
    for (QLineEdit *line : wizard->findChildren<QLineEdit *>()) {
        if (line->isVisible() && !line->isReadOnly() && !field)
            field = line;
    }
    QVERIFY(field);
    QTest::keyClicks(field, u"x"_s);
    QCOMPARE(WizardStage::primary(wizard), u"Update"_s);
    QVERIFY(isShown(wizard, "goOnWithoutButton"));
}

void StepPageTest::whatCouldNotBeReachedIsTriedAgain_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("error");
    QTest::newRow("not reached") << int(ErrorOrigin::Transport) << QString(u"timeout"_s);
    QTest::newRow("a fault of theirs")
        << int(ErrorOrigin::TokenEndpoint) << QString(u"server_error"_s);
}

void StepPageTest::whatCouldNotBeReachedIsTriedAgain()
{
    QFETCH(const int, origin);
    QFETCH(const QString, error);
    WizardStage stage;
    everyKind(stage);
    StepRecord failed;
    failed.status = StepStatus::Failed;
    failed.error = AuthError {};
    failed.error->origin = ErrorOrigin(origin);
    failed.error->code = error;
    stage.progress.records.insert(u"action"_s, failed);
    QWidget *wizard = stage.open(u"action"_s);
    QVERIFY(wizard);
    QCOMPARE(WizardStage::primary(wizard), u"Renew the access"_s);
    QVERIFY(isShown(wizard, "goOnWithoutButton"));
    QVERIFY(!isShown(wizard, "actAgainButton"));
}

void StepPageTest::nothingLeftToTryEndsInClose()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"support"_s);
    QVERIFY(wizard);
    QVERIFY(isShown(wizard, "supportPacketButton"));
    QVERIFY(isShown(wizard, "contactSupportButton"));
    QCOMPARE(WizardStage::primary(wizard), u"Close"_s);
    QVERIFY(!isShown(wizard, "reconnectCancelButton"));
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(stage.place(), u"support"_s);
    QVERIFY(stage.acme.fixture.manager->hasHalfFinishedReconnect(stage.id));
}

void StepPageTest::theMessageIsReadyToSend()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    const QString message = AcmeWindow::text(wizard, "administratorMessageTextEdit");
    for (const QString &part :
         {u"“Web shop”"_s, u"Acme"_s, u"Connect > Order Sources"_s, u"https://www.example.com"_s,
          u"An access token has to be made anew."_s, u"Harbour"_s}) {
        QVERIFY2(message.contains(part), qPrintable(message));
    }
    QVERIFY2(!message.contains(u"a1"_s) && !message.contains(u"r1"_s), qPrintable(message));
    AcmeWindow::click(wizard, "administratorMessageCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), message);
    QVERIFY(AcmeWindow::text(wizard, "developerMessageTextEdit")
                .contains(u"never put keys or tokens into an address"_s));
}

void StepPageTest::theWaitGoesOnByItself()
{
    WizardStage stage;
    everyKind(stage);
    Step wait = WizardStage::step(u"wait"_s, StepKind::External);
    wait.tools = {StepTool::Wait};
    stage.progress.plan.steps.prepend(wait);
    FakeClock &clock = stage.acme.fixture.fakes.clock;
    QWidget *wizard = stage.open(u"wait"_s);
    QVERIFY(wizard);
    QVERIFY(AcmeWindow::text(wizard, "stepWaitLabel").startsWith(u"5:00"_s));
    QCOMPARE(WizardStage::primary(wizard), u"Go on without waiting"_s);
    clock.time = clock.time.addSecs(61);
    QTRY_VERIFY(AcmeWindow::text(wizard, "stepWaitLabel").startsWith(u"3:59"_s));
    QCOMPARE(stage.place(), u"wait"_s);
    clock.time = clock.time.addSecs(4 * 60);
    QTRY_COMPARE(stage.place(), u"explain"_s);
    QVERIFY(stage.stored().records[u"wait"_s].status == StepStatus::Done);
}

void StepPageTest::theWaitSurvivesLeaving()
{
    WizardStage stage;
    everyKind(stage);
    Step wait = WizardStage::step(u"wait"_s, StepKind::External);
    wait.tools = {StepTool::Wait};
    stage.progress.plan.steps.insert(1, wait);
    StepRecord read;
    read.status = StepStatus::Done;
    read.at = stage.progress.startedAt.addSecs(-100);
    stage.progress.startedAt = read.at;
    stage.progress.records.insert(u"explain"_s, read);
    QWidget *wizard = stage.open(u"wait"_s);
    QVERIFY(wizard);
    const QString said = AcmeWindow::text(wizard, "stepWaitLabel");
    QVERIFY2(said.startsWith(u"3:20"_s), qPrintable(said));
}

void StepPageTest::revokingIsAskedByItsName()
{
    WizardStage stage;
    Step revoke = WizardStage::step(u"revoke"_s, StepKind::Action, u"anew"_s);
    revoke.action = StepAction::Revoke;
    revoke.button = u"Revoke the access at Acme"_s;
    stage.add(revoke);
    stage.add(WizardStage::step(u"verify"_s, StepKind::Verify, u"anew"_s));
    stage.add(WizardStage::step(u"support"_s, StepKind::Support));
    QWidget *wizard = stage.open(u"revoke"_s);
    QVERIFY(wizard);
    press(wizard);
    QWidget *question = awaitDialog("stepRevokeDialog");
    QVERIFY(question);
    QCOMPARE(AcmeWindow::text(question, "stepRevokeConfirmButton"), revoke.button);
    // Return must not do it.
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!dialog("stepRevokeDialog"));
    QVERIFY(stage.stored().records[u"revoke"_s].status == StepStatus::Open);
    QCOMPARE(AcmeWindow::text(wizard, "reconnectCancelButton"), u"Cancel"_s);
    press(wizard);
    question = awaitDialog("stepRevokeDialog");
    QVERIFY(question);
    AcmeWindow::click(question, "stepRevokeConfirmButton");
    QTRY_VERIFY(stage.stored().records[u"revoke"_s].status != StepStatus::Running
                && stage.stored().records[u"revoke"_s].status != StepStatus::Open);
}

void StepPageTest::whatIsRenewedCannotBeCancelled()
{
    WizardStage stage;
    everyKind(stage);
    StepRecord done;
    done.status = StepStatus::Done;
    done.at = stage.progress.startedAt;
    stage.progress.records.insert(u"action"_s, done);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    const auto *cancel = child<QPushButton>(wizard, "reconnectCancelButton");
    QCOMPARE(cancel->text(), u"Close"_s);
    QVERIFY2(cancel->toolTip().contains(u"renewed"_s), qPrintable(cancel->toolTip()));
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(stage.place(), u"external"_s);
}

void StepPageTest::closingTheWindowKeepsThePlace()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    const auto *cancel = child<QPushButton>(wizard, "reconnectCancelButton");
    QVERIFY2(cancel->toolTip().contains(u"Nothing has been changed"_s),
             qPrintable(cancel->toolTip()));
    wizard->close();
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(stage.place(), u"external"_s);
}

void StepPageTest::theWordIsExplainedInPlace()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    QVERIFY(!isShown(wizard, "whatIsThisLabel"));
    AcmeWindow::click(wizard, "whatIsThisButton");
    QVERIFY(isShown(wizard, "whatIsThisLabel"));
    QVERIFY(!AcmeWindow::text(wizard, "whatIsThisLabel").isEmpty());
    AcmeWindow::click(wizard, "reconnectBackButton");
    QVERIFY(!isShown(wizard, "whatIsThisButton"));
}

void StepPageTest::otherReadingsNameTheirArticle()
{
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(u"explain"_s);
    QVERIFY(wizard);
    AcmeWindow::click(wizard, "alsoPossibleButton");
    bool named = false;
    for (const TextLabel *label : wizard->findChildren<TextLabel *>())
        named = named || (label->isVisible() && label->text().contains(u"· MIN-21"_s));
    QVERIFY(named);
}

void StepPageTest::onlyTheCurrentSectionIsUnfolded()
{
    WizardStage stage;
    stage.add(WizardStage::step(u"explain"_s, StepKind::Explain));
    for (const QString &section :
         {u"renew"_s, u"sign_in"_s, u"keys"_s, u"permission"_s, u"anew"_s}) {
        for (int i = 0; i < 4; ++i)
            stage.add(
                WizardStage::step(u"%1%2"_s.arg(section).arg(i), StepKind::External, section));
        stage.add(WizardStage::step(u"verify-"_s + section, StepKind::Verify, section));
    }
    stage.add(WizardStage::step(u"support"_s, StepKind::Support));
    QWidget *wizard = stage.open(u"sign_in1"_s);
    QVERIFY(wizard);
    const auto *list = wizard->findChild<StepList *>();
    QVERIFY(list);
    QStringList titles;
    for (const StepList::Entry &entry : list->entries())
        titles.append(entry.title);
    const QStringList expected {u"Title of explain"_s,  u"Renew the access"_s,
                                u"Authorise again"_s,   u"Title of sign_in0"_s,
                                u"Title of sign_in1"_s, u"Title of sign_in2"_s,
                                u"Title of sign_in3"_s, u"Title of verify-sign_in"_s,
                                u"The credentials"_s,   u"Permissions"_s,
                                u"Connect anew"_s,      u"Title of support"_s};
    QCOMPARE(titles, expected);
    const QString progress = AcmeWindow::text(wizard, "reconnectProgressLabel");
    QVERIFY2(progress.startsWith(u"Step 7 of 10"_s), qPrintable(progress));
}

void StepPageTest::whatTheProofDeniedDidNotHelp()
{
    WizardStage stage;
    everyKind(stage);
    StepRecord done;
    done.status = StepStatus::Done;
    done.at = stage.progress.startedAt;
    stage.progress.records = {{u"action"_s, done}, {u"verify"_s, done}};
    done.answer = u"failed"_s;
    stage.progress.records.insert(u"proof"_s, done);
    stage.acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    QWidget *wizard = stage.open(u"support"_s);
    QVERIFY(wizard);
    QString said;
    for (const StepList::Entry &entry : wizard->findChild<StepList *>()->entries()) {
        if (entry.title == u"Authorise again"_s)
            said = entry.state;
    }
    QCOMPARE(said, u"did not help"_s);
}

void StepPageTest::theHeaderMarksTestMode()
{
    WizardStage stage;
    everyKind(stage);
    Connection switched = stage.acme.fixture.row(stage.id);
    switched.environment = Environment::Test;
    QWidget *wizard = stage.open(u"external"_s);
    QVERIFY(wizard);
    QVERIFY(!isShown(wizard, "titleTestBadge"));
    wizard->close();
    QTRY_VERIFY(!dialog("reconnectWizard"));
    // Switched in an earlier step, not saved yet.
    ReconnectProgress progress = stage.stored();
    progress.draft = switched;
    (void)stage.acme.fixture.fakes.progress.save(progress);
    child<QAction>(stage.acme.window.get(), "reconnectAction")->trigger();
    wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QVERIFY(isShown(wizard, "titleTestBadge"));
}

void StepPageTest::ticksTellTheirTime()
{
    WizardStage stage;
    everyKind(stage);
    StepRecord skipped;
    skipped.status = StepStatus::Skipped;
    skipped.at = stage.progress.startedAt;
    skipped.reason = u"the administrator is away"_s;
    stage.progress.records.insert(u"external"_s, skipped);
    QWidget *wizard = stage.open(u"action"_s);
    QVERIFY(wizard);
    QString state;
    for (const StepList::Entry &entry : wizard->findChild<StepList *>()->entries()) {
        if (entry.title == u"Title of external"_s)
            state = entry.state;
    }
    QVERIFY2(state.startsWith(u"skipped at "_s) && state.endsWith(u": the administrator is away"_s),
             qPrintable(state));
}

void StepPageTest::whatDidNotHelpIsSaidSo()
{
    WizardStage stage;
    everyKind(stage);
    StepRecord failed;
    failed.status = StepStatus::Failed;
    failed.at = stage.progress.startedAt;
    stage.progress.records.insert(u"action"_s, failed);
    QWidget *wizard = stage.open(u"action"_s);
    QVERIFY(wizard);
    QString state;
    for (const StepList::Entry &entry : wizard->findChild<StepList *>()->entries()) {
        if (entry.title == u"Title of action"_s)
            state = entry.state;
    }
    QVERIFY2(state.startsWith(u"did not help at "_s), qPrintable(state));
}

void StepPageTest::aRefusedSignInIsNoFaultOfTheCheck()
{
    ReconnectProgress progress;
    progress.plan.steps = {WizardStage::step(u"computer"_s, StepKind::Check)};
    StepRecord record;
    record.status = StepStatus::Failed;
    CheckResult grant;
    grant.check = CheckId::Grant;
    record.checks = {grant};
    progress.records.insert(u"computer"_s, record);
    QCOMPARE(int(stepsTried(progress).value(0).status), int(StepStatus::Done));
    CheckResult clock;
    clock.check = CheckId::Clock;
    progress.records[u"computer"_s].checks.append(clock);
    QCOMPARE(int(stepsTried(progress).value(0).status), int(StepStatus::Failed));
}

void StepPageTest::theDayOfSetUpIsWrittenOut()
{
    Connection connection;
    connection.createdAt = QDateTime({2026, 1, 31}, {23, 30}, Qt::OffsetFromUTC, -2 * 60 * 60);
    const QString day = stepValues(connection, nullptr).value(u"created"_s);
    QCOMPARE(day, QLocale().toString(connection.createdAt.toLocalTime().date()));
    QVERIFY2(!day.contains(u"2026-"_s), qPrintable(day));
}

void StepPageTest::everyPageIsSpoken_data()
{
    pages();
}

void StepPageTest::everyPageIsSpoken()
{
    QFETCH(QString, step);
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(step);
    QVERIFY(wizard);
    const QString spoken = wizard->accessibleDescription();
    QVERIFY2(spoken.startsWith(u"Step "_s) && spoken.contains(u"Title of "_s + step)
                 && spoken.contains(u'\n'),
             qPrintable(spoken));
    QVERIFY(!child<QWidget>(wizard, "reconnectPrimaryButton")->accessibleDescription().isEmpty());
}

void StepPageTest::everyControlIsReached_data()
{
    pages();
}

void StepPageTest::everyControlIsReached()
{
    QFETCH(QString, step);
    WizardStage stage;
    everyKind(stage);
    stage.acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    QWidget *wizard = stage.open(step);
    QVERIFY(wizard);
    QTRY_VERIFY(child<QPushButton>(wizard, "reconnectPrimaryButton")->isEnabled());
    const QSet<QWidget *> reached = reachedByTab(wizard);
    bool radio = false;
    for (QWidget *widget : reached)
        radio = radio || qobject_cast<QRadioButton *>(widget);
    for (QWidget *widget : wizard->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus)
            || widget->inherits("QScrollBar"))
            continue;
        // The arrow keys lead from one answer to the next.
        const bool answered = radio && qobject_cast<QRadioButton *>(widget);
        QVERIFY2(answered || reached.contains(widget), qPrintable(widget->objectName()));
    }
}

void StepPageTest::everyPageFits_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<bool>("large");
    for (const Step &step : WizardStage::everyKind()) {
        QTest::addRow("pseudo-locale %s", qPrintable(step.id)) << step.id << false;
        QTest::addRow("200 %% %s", qPrintable(step.id)) << step.id << true;
    }
}

void StepPageTest::everyPageFits()
{
    QFETCH(QString, step);
    QFETCH(bool, large);
    PseudoLocale pseudo;
    if (large) {
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(font);
    } else {
        QCoreApplication::installTranslator(&pseudo);
    }
    WizardStage stage;
    everyKind(stage);
    QWidget *wizard = stage.open(step);
    QVERIFY(wizard);
    QTest::qWait(30);
    for (QWidget *widget : wizard->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString who = QString(QString::fromLatin1(widget->metaObject()->className()) % u' '
                                    % widget->objectName());
        if (const auto *label = qobject_cast<const TextLabel *>(widget))
            QVERIFY2(!label->isCut(), qPrintable(QString(who % u": "_s % label->text())));
        else if (qobject_cast<const QAbstractButton *>(widget))
            QVERIFY2(widget->width() >= widget->minimumSizeHint().width()
                         && widget->height() >= widget->minimumSizeHint().height(),
                     qPrintable(who));
    }
}

RELINK_TEST(StepPageTest)

} // namespace relink::test

#include "steppagetest.moc"
