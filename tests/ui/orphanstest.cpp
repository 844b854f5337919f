// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"

namespace relink::test {

using namespace Qt::StringLiterals;

//! Orphans of the keychain are shown, and removed on consent (R79).
class OrphansWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSaidWhereAllIsWell();
    void leftOversAreRemovedOnConsent();
    void aConnectionWithoutItsItemIsNamed();
};

void OrphansWindowTest::nothingIsSaidWhereAllIsWell()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    const int reads = acme.fixture.fakes.secrets.reads;
    acme.window->lookForOrphans();
    QVERIFY(!child<QWidget>(acme.window.get(), "orphansMessage")->isVisible());
    QCOMPARE(acme.fixture.fakes.secrets.reads, reads);
}

void OrphansWindowTest::leftOversAreRemovedOnConsent()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.secrets.items.insert(u"left-over"_s, SecretBytes("{}"));
    acme.window->lookForOrphans();
    auto *message = child<QWidget>(acme.window.get(), "orphansMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(AcmeWindow::text(acme.window.get(), "orphansMessageLabel").contains(u"One sign-in"_s));
    QCOMPARE(acme.fixture.fakes.secrets.items.size(), 2);
    AcmeWindow::click(acme.window.get(), "orphansMessageButton");
    QWidget *open = awaitDialog("orphansDialog");
    QVERIFY(open);
    // Enter is Cancel.
    QTest::keyClick(open, Qt::Key_Return);
    QTRY_VERIFY(!dialog("orphansDialog"));
    QCOMPARE(acme.fixture.fakes.secrets.items.size(), 2);
    AcmeWindow::click(acme.window.get(), "orphansMessageButton");
    open = awaitDialog("orphansDialog");
    QVERIFY(open);
    AcmeWindow::click(open, "orphansConfirmButton");
    QTRY_VERIFY(!message->isVisible());
    QCOMPARE(acme.fixture.fakes.secrets.items.size(), 1);
}

void OrphansWindowTest::aConnectionWithoutItsItemIsNamed()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.secrets.items.clear();
    acme.window->lookForOrphans();
    QTRY_VERIFY(child<QWidget>(acme.window.get(), "orphansMessage")->isVisible());
    QVERIFY(AcmeWindow::text(acme.window.get(), "orphansMessageLabel").contains(u"Web shop"_s));
    QVERIFY(!child<QWidget>(acme.window.get(), "orphansMessageButton")->isVisible());
    AcmeWindow::click(acme.window.get(), "orphansMessageCloseButton");
    QVERIFY(!child<QWidget>(acme.window.get(), "orphansMessage")->isVisible());
    QVERIFY(acme.fixture.manager->connection(id));
}

RELINK_TEST(OrphansWindowTest)

} // namespace relink::test

#include "orphanstest.moc"
