// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionname.h"
#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What a person does to one connection: rename, pause, edit, revoke, remove.
class ConnectionActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void renameRefusesADoubleName();
    void pauseAndResume();
    void removeAsksAndRemoves();
    void revokeAsksAndTellsTheTruth_data();
    void revokeAsksAndTellsTheTruth();
    void editKeepsTheSecret();
    void revokeSaysWhenTheProviderCannotBeAsked();
    void aFailedRevocationCanBeTriedAgain();
};

void ConnectionActsTest::renameRefusesADoubleName()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    child<QAction>(&window, "renameAction")->trigger();
    QWidget *open = awaitDialog("renameDialog");
    QVERIFY(open);
    AcmeWindow::type(open, "renameLineEdit", u"WEB SHOP"_s);
    AcmeWindow::click(open, "renameConfirmButton");
    QVERIFY(child<QWidget>(open, "renameProblemLabel")->isVisible());
    AcmeWindow::type(open, "renameLineEdit", QString(201, u'a'));
    QCOMPARE(AcmeWindow::text(open, "renameLineEdit").size(), longestConnectionName);
    AcmeWindow::type(open, "renameLineEdit", u"eBay sales"_s);
    AcmeWindow::click(open, "renameConfirmButton");
    QTRY_VERIFY(!dialog("renameDialog"));
    QCOMPARE(AcmeWindow::text(&window, "detailsNameLabel"), u"eBay sales"_s);
}

void ConnectionActsTest::pauseAndResume()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    child<QAction>(acme.window.get(), "pauseAction")->trigger();
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsStatusLabel"), u"Paused"_s);
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    child<QAction>(acme.window.get(), "pauseAction")->trigger();
    QVERIFY(acme.fixture.row(id).state.health != Health::Paused);
}

void ConnectionActsTest::removeAsksAndRemoves()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    auto *list = child<QListView>(acme.window.get(), "connectionListView");
    QTest::keyClick(list, Qt::Key_Delete);
    QWidget *open = awaitDialog("removeDialog");
    QVERIFY(open);
    // Enter is Cancel: nothing is lost by accident.
    QTest::keyClick(open, Qt::Key_Return);
    QTRY_VERIFY(!dialog("removeDialog"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Delete);
    open = awaitDialog("removeDialog");
    QVERIFY(open);
    QVERIFY(AcmeWindow::text(open, "removeTextLabel").contains(u"history"_s));
    acme.click(open, "removeConfirmButton");
    QTRY_COMPARE(list->model()->rowCount(), 0);
    QVERIFY(acme.fixture.fakes.secrets.items.isEmpty());
    QTRY_VERIFY(child<QWidget>(acme.window.get(), "emptyStateLabel")->isVisible());
}

void ConnectionActsTest::revokeAsksAndTellsTheTruth_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("saysNot");
    QTest::newRow("revoked") << 200 << u"ended the access"_s << u"may still list"_s;
    QTest::newRow("refused") << 400 << u"Acme > Apps"_s << u"ended the access and refuses"_s;
    QTest::newRow("busy") << 503 << u"Nothing has changed"_s << u"ended the access and refuses"_s;
}

void ConnectionActsTest::revokeAsksAndTellsTheTruth()
{
    QFETCH(int, status);
    QFETCH(QString, says);
    QFETCH(QString, saysNot);
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.click(acme.window.get(), "detailsRevokeButton");
    QWidget *open = awaitDialog("revokeDialog");
    QVERIFY(open);
    QVERIFY(child<QPushButton>(open, "revokeCancelButton")->isDefault());
    for (int i = 0; i < 4; ++i) {
        acme.fixture.fakes.tokenEndpoint.answers.append(jsonAnswer(status, "{}"));
        acme.fixture.fakes.probe.answers.append(jsonAnswer(status == 200 ? 401 : 200, "{}"));
    }
    acme.click(open, "revokeConfirmButton");
    QWidget *outcome = awaitDialog("revokedDialog");
    QVERIFY(outcome);
    QString all = AcmeWindow::text(outcome, "revokedTitleLabel") + u'\n'
        + AcmeWindow::text(outcome, "revokedTextLabel");
    if (outcome->findChild<QWidget *>(u"revokedStepsLabel"_s))
        all += u'\n' + AcmeWindow::text(outcome, "revokedStepsLabel");
    QVERIFY2(all.contains(says), qPrintable(all));
    QVERIFY2(!all.contains(saysNot), qPrintable(all));
    acme.click(outcome, "revokedCloseButton");
    QTRY_VERIFY(!dialog("revokedDialog"));
}

void ConnectionActsTest::editKeepsTheSecret()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    child<QAction>(acme.window.get(), "editAction")->trigger();
    QWidget *open = awaitDialog("editDialog");
    QVERIFY(open);
    for (const QLineEdit *line : open->findChildren<QLineEdit *>()) {
        if (line->echoMode() == QLineEdit::Password)
            QVERIFY(line->text().isEmpty());
    }
    QCOMPARE(AcmeWindow::text(open, "editUpdateButton"), u"Update"_s);
    acme.type(open, "nameLineEdit", QString(longestConnectionName + 1, u'a'));
    acme.click(open, "editUpdateButton");
    const QString tooLong = AcmeWindow::text(open, "nameProblemLabel");
    QVERIFY2(tooLong.contains(u"200"_s), qPrintable(tooLong));
    acme.type(open, "nameLineEdit", u"Shop two"_s);
    for (int i = 0; i < 3; ++i)
        acme.fixture.fakes.probe.answers.append(ManagerFixture::me());
    acme.click(open, "editUpdateButton");
    QTRY_VERIFY(!dialog("editDialog"));
    QCOMPARE(acme.fixture.row(id).name, u"Shop two"_s);
    QCOMPARE(acme.fixture.stored(id).accessToken.reveal(), QByteArray("a1"));
}

void ConnectionActsTest::revokeSaysWhenTheProviderCannotBeAsked()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QCOMPARE(AcmeWindow::text(&window, "detailsNameLabel"), u"eBay orders"_s);
    child<QAction>(&window, "revokeAction")->setEnabled(true);
    child<QAction>(&window, "revokeAction")->trigger();
    QWidget *open = awaitDialog("revokeDialog");
    QVERIFY(open);
    const QString said = AcmeWindow::text(open, "revokeTextLabel");
    QVERIFY2(said.contains(u"cannot ask eBay"_s) && said.contains(u"third-party app access"_s)
                 && said.contains(u"not confirmed"_s),
             qPrintable(said));
    QVERIFY2(!said.contains(u"Relink asks"_s), qPrintable(said));
    QTest::keyClick(open, Qt::Key_Escape);
}

void ConnectionActsTest::aFailedRevocationCanBeTriedAgain()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.click(acme.window.get(), "detailsRevokeButton");
    QWidget *open = awaitDialog("revokeDialog");
    QVERIFY(open);
    for (int i = 0; i < 4; ++i)
        acme.fixture.fakes.tokenEndpoint.answers.append(jsonAnswer(503, "{}"));
    acme.click(open, "revokeConfirmButton");
    QWidget *outcome = awaitDialog("revokedDialog");
    QVERIFY(outcome);
    acme.fixture.fakes.tokenEndpoint.answers = {jsonAnswer(200, "{}"), jsonAnswer(200, "{}")};
    acme.fixture.fakes.probe.answers = {jsonAnswer(401, "{}")};
    acme.click(outcome, "revokedAgainButton");
    QTRY_VERIFY(dialog("revokedDialog") && dialog("revokedDialog") != outcome);
    QCOMPARE(AcmeWindow::text(dialog("revokedDialog"), "revokedTitleLabel"),
             u"The access is revoked"_s);
    acme.click(dialog("revokedDialog"), "revokedCloseButton");
}

RELINK_TEST(ConnectionActsTest)

} // namespace relink::test

#include "connectionactstest.moc"
