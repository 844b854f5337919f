// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/diagnosing.h"
#include "ui/textlabel.h"

#include <QAccessible>
#include <QAction>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

namespace relink::test {

using namespace Qt::StringLiterals;

//! "Diagnose an error…" as a merchant uses it.
class DiagnoseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensFromMenuKeysNavigationAndEmptyState();
    void saysWhatAPastedErrorMeans();
    void marksWhatDecided();
    void anExampleCanBeTried();
    void theChosenProviderChangesTheAnswer();
    void theChosenConnectionChangesTheAnswer();
    void startsTheGuidedReconnectAtItsStep();
    void saysWhereTheOwnCheckContradicts();
    void saysWhenTheTextNamesSomebodyElse();
    void suggestsTheOnlyConnectionOfTheProvider();
    void waitingOffersNoReconnect();
    void secretsAreHiddenAtOnce();
    void aTypedSecretIsHiddenToo();
    void leavingForgetsEverything();
    void nothingIsStoredUnlessSaved();
    void savesAfterShowingWhat();
    void copiesTheAnswerWithoutSecrets();
    void unsafeRequestsAreShownWithTheirSafeForm();
    void takesADroppedFile();
    void refusesWhatIsNoTextOrTooLong();
    void aLongTextIsShownByWhatMatters();
    void pastingOverTheTextReplacesIt();
    void whatIsHeldElsewhereIsGuidedToo();
    void theAnswerIsAnnounced();
    void theHelpIsAtHand();
    void everythingIsReachedByKeys();
};

void DiagnoseTest::opensFromMenuKeysNavigationAndEmptyState()
{
    Stage stage(0);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QCOMPARE(child<QAction>(&window, "diagnoseAction")->shortcut(),
             QKeySequence(Qt::CTRL | Qt::Key_D));
    AcmeWindow::click(&window, "emptyDiagnoseButton");
    QVERIFY(field(&window)->isVisible());
    QVERIFY(isShown(&window, "diagnoseEmptyLabel"));
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!field(&window)->isVisible());
    AcmeWindow::click(&window, "diagnoseNavigationButton");
    QVERIFY(field(&window)->isVisible());
    window.showAccounts();
    child<QAction>(&window, "diagnoseAction")->trigger();
    QVERIFY(field(&window)->isVisible());
    // Searching has no meaning here and must not fail.
    child<QAction>(&window, "searchAction")->trigger();
}

void DiagnoseTest::saysWhatAPastedErrorMeans()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, expired);
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QVERIFY(!isShown(window, "diagnoseEmptyLabel"));
    const QString sure = AcmeWindow::text(window, "answerSureLabel");
    QVERIFY2(sure.startsWith(u"How sure this is: "_s), qPrintable(sure));
    QVERIFY(AcmeWindow::text(window, "answerMeaningLabel").contains(u"sign-in"_s));
    QVERIFY(AcmeWindow::text(window, "answerNextLabel").startsWith(u"Next: "_s));
    QCOMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"not named in the text"_s);
    QCOMPARE(AcmeWindow::text(window, "answerStatusLabel"), u"400"_s);
    QCOMPARE(AcmeWindow::text(window, "answerCodeLabel"), u"invalid_grant"_s);
    QVERIFY(AcmeWindow::text(window, "answerReadingsLabel").startsWith(u"• "_s));
    int steps = 0;
    for (const TextLabel *label : window->findChildren<TextLabel *>())
        steps += label->objectName().endsWith(u"SourceLabel"_s) && label->isVisible() ? 1 : 0;
    QVERIFY(steps > 0);
    // Without a connection there is nothing to reconnect and nowhere to save to.
    QVERIFY(!isShown(window, "answerReconnectButton"));
    AcmeWindow::click(window, "answerSaveButton");
    QVERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").contains(u"there is none yet"_s));
    QVERIFY(!dialog("saveErrorDialog"));
}

void DiagnoseTest::marksWhatDecided()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, expired);
    QTRY_VERIFY(marked(window).contains(u"invalid_grant"_s));
    for (const QTextEdit::ExtraSelection &mark : field(window)->extraSelections())
        QVERIFY(mark.format.underlineStyle() != QTextCharFormat::NoUnderline);
    const QString decided = AcmeWindow::text(window, "answerDecidedLabel");
    QVERIFY2(decided.contains(u"“invalid_grant”"_s), qPrintable(decided));
    // What is typed further takes the old marks away until it was read again.
    field(window)->moveCursor(QTextCursor::End);
    QTest::keyClicks(field(window), u" and"_s);
    QVERIFY(marked(window).isEmpty());
    QTRY_VERIFY(marked(window).contains(u"invalid_grant"_s));
}

void DiagnoseTest::anExampleCanBeTried()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    AcmeWindow::click(window, "errorExampleButton");
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    AcmeWindow::click(window, "diagnoseClearButton");
    QVERIFY(field(window)->toPlainText().isEmpty());
    QVERIFY(title(window).isEmpty());
    AcmeWindow::click(window, "requestExampleButton");
    QTRY_VERIFY(isShown(window, "requestTitleLabel"));
}

void DiagnoseTest::theChosenProviderChangesTheAnswer()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, u"401 Unauthorized"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerStatusLabel"), u"401"_s);
    QCOMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"not named in the text"_s);
    QVERIFY(!window->findChild<TextLabel *>(u"SGE-12StepLabel"_s));
    choose(window, "diagnoseProviderComboBox", u"Sage Intacct"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"Sage Intacct (as you said)"_s);
    QVERIFY(window->findChild<TextLabel *>(u"SGE-12StepLabel"_s));
}

void DiagnoseTest::theChosenConnectionChangesTheAnswer()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QVERIFY(!child<QComboBox>(window, "diagnoseProviderComboBox")->isEnabled());
    QCOMPARE(child<QComboBox>(window, "diagnoseProviderComboBox")->currentText(), u"Acme"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"Acme (as you said)"_s);
    QVERIFY(isShown(window, "answerReconnectButton"));
    QVERIFY(!isShown(window, "contradictionMessageLabel"));
    choose(window, "diagnoseConnectionComboBox", u"None chosen"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"not named in the text"_s);
    QVERIFY(!isShown(window, "answerReconnectButton"));
    AcmeWindow::click(window, "answerSaveButton");
    QVERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").startsWith(u"Choose "_s));
    QVERIFY(child<QComboBox>(window, "diagnoseConnectionComboBox")->hasFocus());
}

void DiagnoseTest::startsTheGuidedReconnectAtItsStep()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    paste(window,
          u"HTTP 401 {\"error\":\"invalid_token\", \"error_description\":\"The token was "
          "revoked by the user\"}"_s);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "answerReconnectButton"));
    AcmeWindow::click(window, "answerReconnectButton");
    QWidget *wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    // What happened was read already.
    QCOMPARE(AcmeWindow::text(wizard, "stepTitleLabel"), u"Check this computer"_s);
    QVERIFY2(!field(window)->toPlainText().isEmpty(), "the page stays behind the wizard");
    AcmeWindow::click(wizard, "reconnectCancelButton");
    QTRY_VERIFY(!dialog("reconnectWizard"));
    // Another class, another plan.
    paste(window, u" "_s);
    AcmeWindow::click(window, "diagnoseClearButton");
    paste(window, u"HTTP 401 {\"error\":\"invalid_client\"}"_s);
    QTRY_VERIFY(title(window).startsWith(u"App credentials"_s));
    AcmeWindow::click(window, "answerReconnectButton");
    wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    bool compares = false;
    for (const TextLabel *label : wizard->findChildren<TextLabel *>())
        compares = compares || label->text() == u"Correct the credentials"_s;
    QVERIFY(compares);
    AcmeWindow::click(wizard, "reconnectCancelButton");
}

void DiagnoseTest::saysWhereTheOwnCheckContradicts()
{
    AcmeWindow acme;
    acme.fixture.connected();
    MainWindow *window = openPage(acme);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "contradictionMessageLabel"));
    const QString said = AcmeWindow::text(window, "contradictionMessageLabel");
    QVERIFY2(said.contains(u"Web shop works"_s), qPrintable(said));
    AcmeWindow::click(window, "answerReconnectButton");
    QWidget *wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QCOMPARE(AcmeWindow::text(wizard, "stepTitleLabel"), u"What happened"_s);
    QCOMPARE(AcmeWindow::text(wizard, "stepLeadLabel"), u"Sign-in expired"_s);
    QVERIFY(AcmeWindow::text(wizard, "reconnectMessageLabel").contains(u"Web shop works"_s));
    acme.fixture.fakes.probe.answers
        = {HttpAnswer {200, {}, "front door"}, ManagerFixture::me(), ManagerFixture::me()};
    AcmeWindow::click(wizard, "reconnectPrimaryButton");
    QTRY_VERIFY(
        AcmeWindow::text(wizard, "reconnectMessageLabel").contains(u"accepts this connection"_s));
    AcmeWindow::click(wizard, "reconnectCancelButton");
}

void DiagnoseTest::saysWhenTheTextNamesSomebodyElse()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    paste(window, u"eBay said: HTTP 400 invalid_grant"_s);
    QTRY_VERIFY(isShown(window, "contradictionMessageLabel"));
    QCOMPARE(AcmeWindow::text(window, "contradictionMessageLabel"),
             u"The text names eBay, not Acme."_s);
}

void DiagnoseTest::suggestsTheOnlyConnectionOfTheProvider()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    window.showDiagnose();
    paste(&window, u"eBay said: HTTP 400 invalid_grant"_s);
    QTRY_VERIFY(isShown(&window, "suggestionMessageLabel"));
    QCOMPARE(AcmeWindow::text(&window, "suggestionMessageLabel"), u"Is it about eBay orders?"_s);
    AcmeWindow::click(&window, "suggestionMessageButton");
    QCOMPARE(child<QComboBox>(&window, "diagnoseConnectionComboBox")->currentText(),
             u"eBay orders"_s);
    QTRY_VERIFY(isShown(&window, "answerReconnectButton"));
    QVERIFY(!isShown(&window, "suggestionMessageLabel"));
}

void DiagnoseTest::waitingOffersNoReconnect()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    paste(window, u"HTTP/1.1 503 Service Unavailable\n\nDown for maintenance"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerStatusLabel"), u"503"_s);
    QVERIFY(!isShown(window, "answerReconnectButton"));
    QVERIFY(isShown(window, "answerCheckButton"));
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    AcmeWindow::click(window, "answerCheckButton");
    QTRY_VERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").startsWith(u"Web shop: "_s));
}

void DiagnoseTest::secretsAreHiddenAtOnce()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window,
          u"{\"access_token\":\"%1\",\"token_type\":\"Bearer\",\"expires_in\":3600}"_s.arg(secret));
    // Before anything was read.
    QVERIFY(!field(window)->toPlainText().contains(secret));
    QTRY_VERIFY(isShown(window, "diagnoseMessageLabel"));
    QVERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").contains(u"hidden"_s));
    QTRY_VERIFY(!title(window).isEmpty());
    field(window)->undo();
    QVERIFY(!field(window)->toPlainText().contains(secret));
    QVERIFY(!isShown(window, "answerSaveButton"));
}

void DiagnoseTest::aTypedSecretIsHiddenToo()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    field(window)->setFocus();
    QTest::keyClicks(field(window), QString(u"client_secret="_s + secret));
    QTRY_VERIFY(!field(window)->toPlainText().contains(secret));
    QVERIFY(!field(window)->document()->isUndoAvailable());
}

void DiagnoseTest::leavingForgetsEverything()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    paste(window, expired);
    QTest::keyClicks(field(window), u"more"_s);
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    window->showAccounts();
    QVERIFY(field(window)->toPlainText().isEmpty());
    QVERIFY(!field(window)->document()->isUndoAvailable());
    QVERIFY(!field(window)->document()->isRedoAvailable());
    window->showDiagnose();
    QVERIFY(title(window).isEmpty());
    QVERIFY(isShown(window, "diagnoseEmptyLabel"));
    QCOMPARE(child<QComboBox>(window, "diagnoseConnectionComboBox")->currentIndex(), 0);
    QVERIFY(child<QComboBox>(window, "diagnoseProviderComboBox")->isEnabled());
    // An answer that comes late is dropped.
    paste(window, expired);
    window->showAccounts();
    window->showDiagnose();
    QTest::qWait(400);
    QVERIFY(title(window).isEmpty());
}

void DiagnoseTest::nothingIsStoredUnlessSaved()
{
    AcmeWindow acme;
    const ConnectionId id = acme.addRed();
    MainWindow *window = openPage(acme);
    const qsizetype events = acme.fixture.fakes.history.events.size();
    const Connection before = acme.fixture.row(id);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "answerReconnectButton"));
    AcmeWindow::click(window, "answerSaveButton");
    QWidget *ask = awaitDialog("saveErrorDialog");
    QVERIFY(ask);
    AcmeWindow::click(ask, "saveErrorCancelButton");
    window->showAccounts();
    QCOMPARE(acme.fixture.fakes.history.events.size(), events);
    QVERIFY(acme.fixture.row(id) == before);
    QVERIFY(!acme.fixture.manager->hasHalfFinishedReconnect(id));
}

void DiagnoseTest::savesAfterShowingWhat()
{
    AcmeWindow acme;
    const ConnectionId id = acme.addRed();
    MainWindow *window = openPage(acme);
    paste(window, QString(expired + u"\nAuthorization: Bearer "_s + secret));
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"Acme (as you said)"_s);
    const qsizetype events = acme.fixture.fakes.history.events.size();
    AcmeWindow::click(window, "answerSaveButton");
    QWidget *ask = awaitDialog("saveErrorDialog");
    QVERIFY(ask);
    const QString shown = AcmeWindow::text(ask, "saveErrorTextEdit");
    QVERIFY2(shown.contains(u"invalid_grant"_s) && !shown.contains(secret), qPrintable(shown));
    AcmeWindow::click(ask, "saveErrorConfirmButton");
    QTRY_COMPARE(acme.fixture.fakes.history.events.size(), events + 1);
    const HistoryEvent kept = acme.fixture.fakes.history.events.last();
    QCOMPARE(kept.message, shown);
    QCOMPARE(kept.connection.value, id.value);
    QCOMPARE(kept.errorClass, std::optional(ErrorClass::ExpiredRefresh));
    QTRY_VERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").contains(u"Web shop"_s));
    AcmeWindow::click(window, "diagnoseMessageButton");
    const auto *table = child<QTableView>(window, "historyTableView");
    QTRY_VERIFY(table->isVisible() && table->model()->rowCount() > 0);
    QTRY_COMPARE(AcmeWindow::text(window, "historyOwnWordsTextEdit"), shown);
    QCOMPARE(AcmeWindow::text(window, "historyStageLabel"), u"met elsewhere, saved by you"_s);
}

void DiagnoseTest::copiesTheAnswerWithoutSecrets()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, QString(expired + u"\nAuthorization: Bearer "_s + secret));
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    AcmeWindow::click(window, "answerCopyButton");
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"Sign-in expired"_s, u"invalid_grant"_s, u"Next: "_s})
        QVERIFY2(copied.contains(part), qPrintable(copied));
    QVERIFY(!copied.contains(secret));
}

void DiagnoseTest::unsafeRequestsAreShownWithTheirSafeForm()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, u"# orders\ncurl \"https://api.example.com/orders?api_key=%1\""_s.arg(secret));
    QTRY_VERIFY(isShown(window, "requestTitleLabel"));
    QCOMPARE(AcmeWindow::text(window, "requestTitleLabel"), u"The request is unsafe"_s);
    const QString findings = AcmeWindow::text(window, "requestFindingsLabel");
    QVERIFY2(findings.contains(u"Line 2: "_s) && findings.contains(u"api_key"_s),
             qPrintable(findings));
    const QString safe = AcmeWindow::text(window, "safeRequestTextEdit");
    QVERIFY2(safe.contains(u"header = \"X-API-Key: <api_key>\""_s) && !safe.contains(secret),
             qPrintable(safe));
    QVERIFY(!field(window)->toPlainText().contains(secret));
    QVERIFY(title(window).isEmpty()); // it is no error
    QCOMPARE(field(window)->extraSelections().size(), 1);
    QVERIFY(marked(window).first().startsWith(u"curl "_s));
    QCOMPARE(int(field(window)->extraSelections().first().format.underlineStyle()),
             int(QTextCharFormat::WaveUnderline));
    AcmeWindow::click(window, "safeRequestCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), safe);
}

void DiagnoseTest::takesADroppedFile()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"import.log"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Zugriff verweigert f\xfcr: invalid_grant\r\n");
    file.close();
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(name)});
    QGuiApplication::clipboard()->setMimeData(data);
    field(window)->paste();
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QVERIFY(field(window)->toPlainText().startsWith(u"Zugriff verweigert für"_s));
}

void DiagnoseTest::refusesWhatIsNoTextOrTooLong()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"photo.png"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("\x89PNG\r\n\0\0\0\r", 10));
    file.close();
    auto *data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(name)});
    QGuiApplication::clipboard()->setMimeData(data);
    field(window)->paste();
    QTRY_VERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").contains(u"holds no text"_s));
    QVERIFY(field(window)->toPlainText().isEmpty());
    paste(window, QString(4 * 1024 * 1024 + 1, u'a'));
    QTRY_VERIFY(AcmeWindow::text(window, "diagnoseMessageLabel").contains(u"4 MiB"_s));
    QVERIFY(field(window)->toPlainText().isEmpty());
}

void DiagnoseTest::aLongTextIsShownByWhatMatters()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += u"12:00:%1 INFO order %2 exported\n"_s.arg(i % 60).arg(i);
    text += QString(u"ERROR {\"error\":\"invalid_grant\"} client_secret="_s + secret + u'\n');
    text += QString(300'000, u'x');
    paste(window, text);
    QVERIFY(!field(window)->toPlainText().contains(secret));
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QVERIFY(field(window)->toPlainText().size() < 20'000);
    QVERIFY(!field(window)->toPlainText().contains(secret));
    QVERIFY(marked(window).contains(u"invalid_grant"_s));
    QTRY_VERIFY(isShown(window, "diagnoseMessageLabel"));
    // It cannot be edited in parts, but another text takes its place.
    QGuiApplication::clipboard()->setText(u"invalid_client"_s);
    QTest::keyClick(field(window), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(field(window)->toPlainText(), u"invalid_client"_s);
    QVERIFY(!field(window)->isReadOnly());
}

void DiagnoseTest::pastingOverTheTextReplacesIt()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, expired);
    field(window)->selectAll();
    paste(window, u"invalid_client"_s);
    QCOMPARE(field(window)->text(), u"invalid_client"_s);
    paste(window, u" again"_s);
    QCOMPARE(field(window)->text(), u"invalid_client again"_s);
    QTextCursor last = field(window)->textCursor();
    last.movePosition(QTextCursor::PreviousWord, QTextCursor::KeepAnchor);
    field(window)->setTextCursor(last);
    paste(window, QString(40'000, u'x'));
    QCOMPARE(field(window)->text(), QString(u"invalid_client "_s + QString(40'000, u'x')));
}

void DiagnoseTest::whatIsHeldElsewhereIsGuidedToo()
{
    Stage stage;
    Connection bridge = Stage::connection(u"told1"_s, u"A bridge"_s, u"amaka"_s, QString());
    bridge.authMethod = u"delegated"_s;
    bridge.hasSecret = false;
    bridge.state.health = Health::Unverified;
    bridge.state.verifiedAt = {};
    stage.ports.connections.rows.append(bridge);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    window.showDiagnose();
    choose(&window, "diagnoseConnectionComboBox", u"A bridge"_s);
    paste(&window, u"HTTP 401 invalid_grant"_s);
    QTRY_VERIFY(isShown(&window, "answerReconnectButton"));
    AcmeWindow::click(&window, "answerReconnectButton");
    QVERIFY(awaitDialog("reconnectWizard"));
}

void DiagnoseTest::theAnswerIsAnnounced()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, expired);
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
        child<QWidget>(window, "answerView"));
    QVERIFY(interface);
    const QString said = interface->text(QAccessible::Name);
    QVERIFY2(said.startsWith(u"Sign-in expired. How sure this is: "_s)
                 && said.contains(u"Next: "_s),
             qPrintable(said));
}

void DiagnoseTest::theHelpIsAtHand()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    QVERIFY(isShown(window, "access_tokenHelpButton"));
    paste(window, u"HTTP/1.1 403 Forbidden"_s);
    QTRY_COMPARE(AcmeWindow::text(window, "answerStatusLabel"), u"403"_s);
    const auto *nearest = child<QWidget>(window, "status_403Help");
    const auto *other = child<QWidget>(window, "access_tokenHelp");
    QTRY_VERIFY(nearest->y() < other->y());
    child<QPushButton>(window, "status_403HelpButton")->click();
    bool said = false;
    for (const TextLabel *label : nearest->findChildren<TextLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"not allowed here"_s));
    QVERIFY(said);
}

void DiagnoseTest::everythingIsReachedByKeys()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "answerReconnectButton"));
    QTRY_COMPARE(AcmeWindow::text(window, "answerProviderLabel"), u"Acme (as you said)"_s);
    field(window)->setFocus();
    QStringList reached;
    for (int i = 0; i < 60 && !reached.contains(u"wordsHelpButton"_s); ++i) {
        QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        reached += window->focusWidget()->objectName();
    }
    const QStringList wanted {u"diagnoseConnectionComboBox"_s, u"diagnoseClearButton"_s,
                              u"answerReconnectButton"_s,      u"answerCheckButton"_s,
                              u"answerCopyButton"_s,           u"answerSaveButton"_s,
                              u"access_tokenHelpButton"_s,     u"wordsHelpButton"_s};
    int last = -1;
    for (const QString &name : wanted) {
        const int place = int(reached.indexOf(name));
        QVERIFY2(place > last, qPrintable(QString(name + u" in "_s + reached.join(u' '))));
        last = place;
    }
}

RELINK_TEST(DiagnoseTest)

} // namespace relink::test

#include "diagnosetest.moc"
