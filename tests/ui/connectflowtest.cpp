// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QListWidget>

namespace relink::test {

using namespace Qt::StringLiterals;

//! "New integration", "Authorise" and "Re-authorise" through the real window.
class ConnectFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectsAnAccount();
    void theSuggestedNameCanBeChanged();
    void enterAloneGetsThere();
    void missingFieldIsMarkedAndNothingIsSent();
    void declining();
    void failureKeepsWhatWasEntered();
    void cancelWhileWaiting();
    void waitingOffersLinkAndOpenAgain();
    void noBrowserSaysSo();
    void aWrongPasteCanBeRepeated();
    void choosesAnOrganisation();
    void testModeIsSent();
    void reauthorizeAsAnotherAccountAsks_data();
    void reauthorizeAsAnotherAccountAsks();
    void whoCouldNotBeComparedIsTold_data();
    void whoCouldNotBeComparedIsTold();
    void closingTheWindowOverAnOpenLeg();
};

namespace {

QWidget *acmeForm(AcmeWindow &acme)
{
    acme.click(acme.window.get(), "emptyNewIntegrationButton");
    QWidget *open = awaitDialog("connectDialog");
    if (!open)
        return nullptr;
    acme.type(open, "providerSearchLineEdit", u"acme"_s);
    acme.click(open, "connectPrimaryButton");
    acme.type(open, "client_idLineEdit", u"client"_s);
    return open;
}

void answerWell(AcmeWindow &acme, const QByteArray &organisation = "org-1")
{
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(200, ManagerFixture::tokens("a1", "r1")));
    acme.fixture.fakes.probe.answers.append(ManagerFixture::me(organisation));
}

} // namespace

void ConnectFlowTest::connectsAnAccount()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    QCOMPARE(AcmeWindow::text(open, "connectPrimaryButton"), u"Connect new account"_s);
    acme.type(open, "nameLineEdit", u"Web shop"_s);
    acme.type(open, "client_secretLineEdit", u"s3cret"_s);
    answerWell(acme);
    acme.click(open, "connectPrimaryButton");
    QTRY_COMPARE(AcmeWindow::text(open, "connectResultLabel"), u"Active"_s);
    QVERIFY(AcmeWindow::text(open, "connectTitleLabel").contains(u"Web shop"_s));
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(!dialog("connectDialog"));

    const auto *list = child<QListView>(acme.window.get(), "connectionListView");
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->currentIndex().data().toString(), u"Web shop"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsStatusLabel"), u"Active"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsOrganisationLabel"), u"Harbour"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsProviderLabel"),
             u"Acme · your own definition"_s);
    // The secret is in the keychain, and nowhere in the row.
    QCOMPARE(acme.fixture.stored(acme.fixture.fakes.connections.rows.first().id)
                 .inputs.value(u"client_secret"_s)
                 .reveal(),
             QByteArray("s3cret"));
    for (const QString &value : acme.fixture.fakes.connections.rows.first().inputs)
        QVERIFY(!value.contains(u"s3cret"_s));
}

void ConnectFlowTest::theSuggestedNameCanBeChanged()
{
    AcmeWindow acme;
    (void)acme.fixture.connected(u"Taken"_s);
    acme.open();
    QTest::keyClick(acme.window.get(), Qt::Key_N, Qt::ControlModifier);
    QWidget *open = awaitDialog("connectDialog");
    QVERIFY(open);
    acme.type(open, "providerSearchLineEdit", u"acme"_s);
    acme.click(open, "connectPrimaryButton");
    acme.type(open, "client_idLineEdit", u"client"_s);
    answerWell(acme, "org-2");
    acme.click(open, "connectPrimaryButton");
    QTRY_COMPARE(AcmeWindow::text(open, "connectResultLabel"), u"Active"_s);
    QCOMPARE(AcmeWindow::text(open, "connectResultNameLineEdit"), u"Acme Harbour"_s);
    acme.type(open, "connectResultNameLineEdit", u"taken"_s);
    acme.click(open, "connectPrimaryButton");
    QVERIFY(child<QLabel>(open, "connectResultNameProblemLabel")->isVisible());
    acme.type(open, "connectResultNameLineEdit", u"Web shop"_s);
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(!dialog("connectDialog"));
    QCOMPARE(acme.fixture.fakes.connections.rows.last().name, u"Web shop"_s);
}

void ConnectFlowTest::enterAloneGetsThere()
{
    AcmeWindow acme;
    acme.open();
    QTest::keyClick(acme.window.get(), Qt::Key_N, Qt::ControlModifier);
    QWidget *open = awaitDialog("connectDialog");
    QVERIFY(open);
    auto *search = child<QLineEdit>(open, "providerSearchLineEdit");
    QVERIFY(open->focusWidget() == search);
    QTest::keyClicks(search, u"acme"_s);
    QTest::keyClick(search, Qt::Key_Return);
    // One Enter is one page: the form is there, and nothing complains yet.
    auto *field = child<QLineEdit>(open, "client_idLineEdit");
    QVERIFY(field->isVisible());
    QVERIFY(open->focusWidget() == field);
    QVERIFY(!child<QWidget>(open, "connectMessage")->isVisible());
    answerWell(acme);
    QTest::keyClicks(field, u"client"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(acme.fixture.fakes.connections.rows.size(), 1);
}

void ConnectFlowTest::missingFieldIsMarkedAndNothingIsSent()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    child<QLineEdit>(open, "client_idLineEdit")->clear();
    acme.click(open, "connectPrimaryButton");
    QVERIFY(child<QLabel>(open, "client_idProblemLabel")->isVisible());
    QVERIFY(open->focusWidget() == child<QWidget>(open, "client_idLineEdit"));
    QVERIFY(acme.fixture.fakes.agent.requests.isEmpty());
    acme.type(open, "client_idLineEdit", u"x"_s);
    QVERIFY(!child<QLabel>(open, "client_idProblemLabel")->isVisible());
}

void ConnectFlowTest::declining()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    AuthError declined;
    declined.origin = ErrorOrigin::AuthorizationEndpoint;
    declined.code = u"access_denied"_s;
    acme.fixture.fakes.agent.answer = Result<AuthorizationGrant>(declined);
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "connectMessage")->isVisible());
    QVERIFY(AcmeWindow::text(open, "connectMessageLabel").contains(u"declined"_s));
    QVERIFY(acme.fixture.fakes.connections.rows.isEmpty());
    for (const HistoryEvent &event : acme.fixture.fakes.history.events)
        QVERIFY(event.kind != HistoryKind::Failure);
}

void ConnectFlowTest::failureKeepsWhatWasEntered()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(401, R"({"error":"invalid_client","error_description":"who <b>are</b> you"})"));
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "connectMessage")->isVisible());
    QCOMPARE(AcmeWindow::text(open, "client_idLineEdit"), u"client"_s);
    const QString own = AcmeWindow::text(open, "connectOwnWordsTextEdit");
    QVERIFY2(own.contains(u"invalid_client"_s) && own.contains(u"who <b>are</b> you"_s),
             qPrintable(own));
    acme.click(open, "connectOwnWordsCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), own);
}

void ConnectFlowTest::cancelWhileWaiting()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    acme.fixture.fakes.agent.answer.reset();
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "openAgainButton")->isVisible());
    acme.click(open, "connectCancelButton");
    // Back to the form, with what was entered; the attempt is over.
    QTRY_VERIFY(child<QWidget>(open, "client_idLineEdit")->isVisible());
    QVERIFY(acme.fixture.fakes.agent.pending.isEmpty());
    QTest::keyClick(open, Qt::Key_Escape);
    QTRY_VERIFY(!dialog("connectDialog"));
    QVERIFY(acme.fixture.fakes.connections.rows.isEmpty());
    QVERIFY(acme.fixture.fakes.secrets.items.isEmpty());
}

void ConnectFlowTest::waitingOffersLinkAndOpenAgain()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    acme.fixture.fakes.agent.answer.reset();
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "openAgainButton")->isVisible());
    acme.click(open, "authorizationLinkCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://acme.example/authorize"_s);
    acme.click(open, "openAgainButton");
    QCOMPARE(acme.opened, QList<QUrl> {QUrl(u"https://acme.example/authorize"_s)});
    answerWell(acme);
    acme.fixture.fakes.agent.come(FakeAuthorizationAgent::grant());
    QTRY_COMPARE(AcmeWindow::text(open, "connectResultLabel"), u"Active"_s);
}

void ConnectFlowTest::noBrowserSaysSo()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    acme.fixture.fakes.agent.answer.reset();
    acme.fixture.fakes.browser.installed = false;
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "waitingMessage")->isVisible());
    QVERIFY(child<QWidget>(open, "authorizationLinkLineEdit")->isVisible());
}

void ConnectFlowTest::aWrongPasteCanBeRepeated()
{
    Stage stage(0);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    AcmeWindow::click(&window, "emptyNewIntegrationButton");
    QWidget *open = awaitDialog("connectDialog");
    QVERIFY(open);
    AcmeWindow::type(open, "providerSearchLineEdit", u"ebay"_s);
    AcmeWindow::click(open, "connectPrimaryButton");
    AcmeWindow::type(open, "client_idLineEdit", u"client"_s);
    AcmeWindow::type(open, "client_secretLineEdit", u"s3cret"_s);
    AcmeWindow::type(open, "ru_nameLineEdit", u"Harbour-Practice"_s);
    stage.ports.agent.answer.reset();
    AcmeWindow::click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "authorizationCodeLineEdit")->isVisible());
    QVERIFY(!AcmeWindow::text(open, "waitingTextLabel").contains(u"notices by itself"_s));
    AuthError foreign = localError(code::stateMismatch);
    foreign.origin = ErrorOrigin::RedirectListener;
    stage.ports.agent.taken = foreign;
    AcmeWindow::type(open, "authorizationCodeLineEdit", u"https://a.example/?code=c&state=s"_s);
    AcmeWindow::click(open, "useCodeButton");
    QVERIFY(child<QWidget>(open, "waitingMessage")->isVisible());
    const QString said = AcmeWindow::text(open, "waitingMessageLabel");
    QVERIFY2(said.contains(u"does not belong"_s) && said.contains(u"paste it again"_s),
             qPrintable(said));
    // The attempt goes on, and the next paste replaces this one.
    QCOMPARE(stage.ports.agent.pending.size(), 1);
    auto *line = child<QLineEdit>(open, "authorizationCodeLineEdit");
    QVERIFY(open->focusWidget() == line);
    QCOMPARE(line->selectedText(), line->text());
    stage.ports.agent.taken = Done {};
    AcmeWindow::click(open, "useCodeButton");
    QVERIFY(!child<QWidget>(open, "waitingMessage")->isVisible());
    QCOMPARE(stage.ports.agent.submitted.size(), 2);
    // So does one whose code the provider refused.
    stage.ports.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
    stage.ports.agent.come(FakeAuthorizationAgent::grant());
    QVERIFY(line->isVisible());
    QVERIFY(AcmeWindow::text(open, "waitingMessageLabel").contains(u"refused that code"_s));
    QTest::keyClick(open, Qt::Key_Escape);
}

void ConnectFlowTest::choosesAnOrganisation()
{
    Stage stage(0);
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    AcmeWindow::click(&window, "emptyNewIntegrationButton");
    QWidget *open = awaitDialog("connectDialog");
    QVERIFY(open);
    AcmeWindow::type(open, "providerSearchLineEdit", u"xero"_s);
    AcmeWindow::click(open, "connectPrimaryButton");
    AcmeWindow::type(open, "client_idLineEdit", u"0123456789ABCDEF0123456789ABCDEF"_s);
    stage.ports.tokenEndpoint.answers.append(jsonAnswer(200, ManagerFixture::tokens("a1", "r1")));
    const QByteArray list = R"([{"id":"c1","tenantId":"t1","tenantName":"Harbour Ltd"},)"
                            R"({"id":"c2","tenantId":"t2","tenantName":"Crafts <b>Ltd</b>"}])";
    for (int i = 0; i < 3; ++i)
        stage.ports.probe.answers.append(jsonAnswer(200, list));
    AcmeWindow::click(open, "connectPrimaryButton");
    auto *organisations = child<QListWidget>(open, "organisationListWidget");
    QTRY_VERIFY2(organisations->isVisible(),
                 qPrintable(AcmeWindow::text(open, "connectMessageLabel")));
    QCOMPARE(organisations->count(), 2);
    QCOMPARE(organisations->item(1)->text(), u"Crafts <b>Ltd</b>"_s);
    QTest::keyClick(organisations, Qt::Key_Down);
    AcmeWindow::click(open, "chooseOrganisationButton");
    QTRY_COMPARE(stage.ports.connections.rows.size(), 1);
    QCOMPARE(stage.ports.connections.rows.first().organisation.id, u"t2"_s);
}

void ConnectFlowTest::testModeIsSent()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    auto *toggle = child<QCheckBox>(open, "testModeCheckBox");
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(AcmeWindow::text(open, "client_idLineEdit"), u"client"_s);
    answerWell(acme);
    acme.click(open, "connectPrimaryButton");
    QTRY_COMPARE(acme.fixture.fakes.connections.rows.size(), 1);
    QVERIFY(acme.fixture.fakes.connections.rows.first().environment == Environment::Test);
    QCOMPARE(acme.fixture.fakes.agent.requests.first().endpoint.host(), u"sandbox.acme.example"_s);
}

void ConnectFlowTest::reauthorizeAsAnotherAccountAsks_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QByteArray>("accessToken");
    QTest::newRow("keep") << QByteArray("keepAccountButton") << QByteArray("a1");
    QTest::newRow("accept") << QByteArray("acceptAccountButton") << QByteArray("b1");
}

void ConnectFlowTest::reauthorizeAsAnotherAccountAsks()
{
    QFETCH(QByteArray, button);
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(200, ManagerFixture::tokens("b1", "s1")));
    for (int i = 0; i < 3; ++i)
        acme.fixture.fakes.probe.answers.append(ManagerFixture::me("org-2", "mallory"));
    acme.click(acme.window.get(), "detailsAuthoriseButton");
    QWidget *open = awaitDialog("authoriseDialog");
    QVERIFY(open);
    QTRY_VERIFY(child<QWidget>(open, "keepAccountButton")->isVisible());
    QVERIFY(AcmeWindow::text(open, "formerAccountLabel").contains(u"alice"_s));
    QVERIFY(AcmeWindow::text(open, "newAccountLabel").contains(u"mallory"_s));
    QCOMPARE(acme.fixture.stored(id).accessToken.reveal(), QByteArray("a1"));
    acme.click(open, button.constData());
    QTRY_VERIFY(!dialog("authoriseDialog"));
    QTEST(acme.fixture.stored(id).accessToken.reveal(), "accessToken");
}

void ConnectFlowTest::whoCouldNotBeComparedIsTold_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("told");
    QTest::newRow("the provider names nobody") << QString() << true;
    QTest::newRow("the same person") << u"alice"_s << false;
}

void ConnectFlowTest::whoCouldNotBeComparedIsTold()
{
    QFETCH(QString, user);
    QFETCH(bool, told);
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(200, ManagerFixture::tokens("b1", "s1")));
    for (int i = 0; i < 3; ++i)
        acme.fixture.fakes.probe.answers.append(ManagerFixture::me("org-1", user.toLatin1()));
    acme.click(acme.window.get(), "detailsAuthoriseButton");
    QTRY_COMPARE(acme.fixture.stored(id).accessToken.reveal(), QByteArray("b1"));
    QTRY_VERIFY(!dialog("authoriseDialog"));
    QCOMPARE(child<QWidget>(acme.window.get(), "accountsMessage")->isVisible(), told);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "accountsMessageLabel")
                 .contains(u"does not tell who signed in"_s),
             told);
}

void ConnectFlowTest::closingTheWindowOverAnOpenLeg()
{
    AcmeWindow acme;
    acme.open();
    QWidget *open = acmeForm(acme);
    QVERIFY(open);
    acme.fixture.fakes.agent.answer.reset();
    acme.click(open, "connectPrimaryButton");
    QTRY_VERIFY(child<QWidget>(open, "openAgainButton")->isVisible());
    acme.window.reset();
    // Nobody calls the panel that is gone.
    QVERIFY(acme.fixture.fakes.agent.pending.isEmpty());
    acme.fixture.fakes.agent.come(FakeAuthorizationAgent::grant());
    QCoreApplication::processEvents();
}

RELINK_TEST(ConnectFlowTest)

} // namespace relink::test

#include "connectflowtest.moc"
