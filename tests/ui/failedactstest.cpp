// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace relink::test {

using namespace Qt::StringLiterals;

//! An act that really fails is told on the page, with what can be handed on to whoever helps.
class FailedActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLockedKeychainIsTold_data();
    void aLockedKeychainIsTold();
    void aFullDiskIsTold();
    void aRemovalElsewhereIsTold_data();
    void aRemovalElsewhereIsTold();
    void aRefusedAuthorisationOffersToStartOver();
    void aRefusedRenewalIsToldBesideTheConnection();
    void aNameThatCannotBeStoredIsToldInItsDialog();
};

namespace {

void trigger(AcmeWindow &acme, const char *action)
{
    auto *found = child<QAction>(acme.window.get(), action);
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
}

void confirm(const QByteArray &stem)
{
    const QByteArray name = stem + "Dialog";
    const QByteArray button = stem + "ConfirmButton";
    QWidget *open = awaitDialog(name.constData());
    QVERIFY2(open, name.constData());
    AcmeWindow::click(open, button.constData());
}

//! The message is there, says `words`, and its details can be copied.
void verifyTold(AcmeWindow &acme, const QString &words, const QString &details)
{
    QWidget *window = acme.window.get();
    QTRY_VERIFY(child<QWidget>(window, "accountsMessage")->isVisible());
    const QString said = AcmeWindow::text(window, "accountsMessageLabel");
    QVERIFY2(said.startsWith(u"Web shop: "_s) && said.contains(words), qPrintable(said));
    QVERIFY(child<QWidget>(window, "accountsDetailsTextEdit")->isVisible());
    const QString shown = AcmeWindow::text(window, "accountsDetailsTextEdit");
    QVERIFY2(shown.contains(details), qPrintable(shown));
    QGuiApplication::clipboard()->clear();
    AcmeWindow::click(window, "accountsDetailsCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), shown);
}

} // namespace

void FailedActsTest::aLockedKeychainIsTold_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("dialog");
    QTest::newRow("remove") << QByteArray("removeAction") << QByteArray("remove");
    QTest::newRow("revoke") << QByteArray("revokeAction") << QByteArray("revoke");
    QTest::newRow("re-authorise") << QByteArray("reauthoriseAction") << QByteArray();
}

void FailedActsTest::aLockedKeychainIsTold()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, dialog);
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.secrets.trouble = code::keychainLocked;
    trigger(acme, action.constData());
    if (!dialog.isEmpty())
        confirm(dialog);
    verifyTold(acme, u"keychain of this computer is locked"_s, u"secret_store · locked"_s);
    QVERIFY(acme.fixture.manager->connection(id));
    AcmeWindow::click(acme.window.get(), "accountsMessageCloseButton");
    QVERIFY(!child<QWidget>(acme.window.get(), "accountsMessage")->isVisible());
    QVERIFY(!child<QWidget>(acme.window.get(), "accountsDetailsTextEdit")->isVisible());
}

void FailedActsTest::aFullDiskIsTold()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.connections.broken = true;
    trigger(acme, "removeAction");
    confirm("remove");
    verifyTold(acme, u"disk full"_s, u"storage · disk full"_s);
    QVERIFY(acme.fixture.manager->connection(id));
}

void FailedActsTest::aRemovalElsewhereIsTold_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::newRow("check") << QByteArray("checkNowAction");
    QTest::newRow("refresh") << QByteArray("refreshConnectionAction");
}

void FailedActsTest::aRemovalElsewhereIsTold()
{
    QFETCH(QByteArray, action);
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    acme.fixture.fakes.probe.held = true;
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("a2", "r2"))};
    trigger(acme, action.constData());
    acme.fixture.fakes.secrets.items.clear();
    acme.fixture.fakes.connections.rows.clear();
    ++acme.fixture.fakes.connections.changes;
    acme.fixture.fakes.probe.release();
    verifyTold(acme, u"was removed meanwhile"_s, u"connection_removed"_s);
}

void FailedActsTest::aRefusedAuthorisationOffersToStartOver()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"no such code\"}")};
    trigger(acme, "reauthoriseAction");
    verifyTold(acme, u"refused the code"_s, u"HTTP 400 · invalid_grant · no such code"_s);
    QTRY_VERIFY(!dialog("authoriseDialog"));
    acme.fixture.fakes.agent.answer.reset();
    AcmeWindow::click(acme.window.get(), "accountsMessageButton");
    QVERIFY(awaitDialog("authoriseDialog"));
    QVERIFY(!child<QWidget>(acme.window.get(), "accountsMessage")->isVisible());
    QCOMPARE(acme.fixture.fakes.agent.pending.size(), 1);
}

void FailedActsTest::aRefusedRenewalIsToldBesideTheConnection()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.tokenEndpoint.answers = {
        jsonAnswer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"grant is gone\"}")};
    trigger(acme, "refreshConnectionAction");
    QWidget *window = acme.window.get();
    QTRY_COMPARE(AcmeWindow::text(window, "detailsStatusLabel"), u"Inactive"_s);
    QVERIFY(child<QWidget>(window, "detailsReasonLabel")->isVisible());
    const QString reason = AcmeWindow::text(window, "detailsReasonLabel");
    QVERIFY2(reason.contains(u"Acme"_s) && reason.contains(u"Re-authorise"_s), qPrintable(reason));
    const QString own = AcmeWindow::text(window, "detailsOwnWordsTextEdit");
    QCOMPARE(own, u"HTTP 400 · invalid_grant · grant is gone"_s);
    AcmeWindow::click(window, "detailsOwnWordsCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), own);
}

void FailedActsTest::aNameThatCannotBeStoredIsToldInItsDialog()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    trigger(acme, "renameAction");
    QWidget *open = awaitDialog("renameDialog");
    QVERIFY(open);
    acme.fixture.fakes.connections.broken = true;
    AcmeWindow::type(open, "renameLineEdit", u"Corner shop"_s);
    AcmeWindow::click(open, "renameConfirmButton");
    QVERIFY(child<QWidget>(open, "renameProblemLabel")->isVisible());
    QVERIFY(AcmeWindow::text(open, "renameProblemLabel").contains(u"disk full"_s));
    QCOMPARE(acme.fixture.row(id).name, u"Web shop"_s);
    QTest::keyClick(open, Qt::Key_Escape);
}

RELINK_TEST(FailedActsTest)

} // namespace relink::test

#include "failedactstest.moc"
