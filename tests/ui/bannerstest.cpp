// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QAction>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What stands across the window while something outside it is amiss.
class BannersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lockedKeychainSaysWhatToDo();
    void storageTroubleIsABanner();
};

void BannersTest::lockedKeychainSaysWhatToDo()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    auto *banner = child<QWidget>(acme.window.get(), "keychainMessage");
    QVERIFY(!banner->isVisible());
    ConnectionManager later(acme.fixture.fakes.ports(), *acme.fixture.catalogue);
    QVERIFY(later.load().ok());
    acme.fixture.fakes.secrets.trouble = code::keychainLocked;
    MainWindow window({later, acme.fixture.fakes.clock, {}, {}, false});
    window.load();
    window.show();
    AcmeWindow::click(&window, "checkAllButton");
    banner = child<QWidget>(&window, "keychainMessage");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(AcmeWindow::text(&window, "keychainMessageLabel").contains(u"Unlock"_s));
    QCOMPARE(AcmeWindow::text(&window, "detailsStatusLabel"), u"Keychain locked"_s);
    // Locked is not red.
    QVERIFY(!AcmeWindow::text(&window, "summaryLabel").contains(u"need"_s));
    acme.fixture.fakes.secrets.trouble = nullptr;
    acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    AcmeWindow::click(&window, "keychainMessageButton");
    QTRY_COMPARE(AcmeWindow::text(&window, "detailsStatusLabel"), u"Active"_s);
    QTRY_VERIFY(!banner->isVisible());
}

void BannersTest::storageTroubleIsABanner()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    acme.fixture.fakes.connections.broken = true;
    acme.fixture.fakes.probe.answers = {jsonAnswer(403, "{}"), jsonAnswer(403, "{}")};
    child<QAction>(acme.window.get(), "checkNowAction")->trigger();
    QTRY_VERIFY(child<QWidget>(acme.window.get(), "storageMessage")->isVisible());
    QVERIFY(AcmeWindow::text(acme.window.get(), "storageMessageLabel").contains(u"disk full"_s));
}

RELINK_TEST(BannersTest)

} // namespace relink::test

#include "bannerstest.moc"
