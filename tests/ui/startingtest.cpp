// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "acmewindow.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the window does before somebody does anything.
class StartingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Reading every pack would take longer than everything else: only the one whose connection
    //! stands in the details may be read.
    void noPackIsReadForTheList()
    {
        FakePorts fakes;
        for (const QString &provider : {u"xero"_s, u"ebay"_s, u"shopify"_s, u"mintsoft"_s}) {
            Connection connection;
            connection.id.value = provider;
            connection.name = provider;
            connection.provider = provider;
            connection.hasSecret = true;
            connection.state.health = Health::Connected;
            connection.state.verifiedAt = fakes.clock.now();
            connection.state.since = fakes.clock.now();
            fakes.connections.rows.append(connection);
        }
        QStringList read;
        ProviderCatalogue catalogue({}, [&read](ProviderPack pack) {
            read.append(pack.id);
            return pack;
        });
        ConnectionManager manager(fakes.ports(), catalogue);
        QVERIFY(manager.load());
        MainWindow window(
            Surroundings {manager, fakes.clock, [](const QUrl &) { return true; }, {}, false});
        window.loadListFirst();
        QCOMPARE(read, QStringList());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(read, QStringList());
        window.firstPainted();
        QCoreApplication::processEvents();
        QVERIFY2(read.size() <= 1, qPrintable(read.join(u' ')));
    }
};

RELINK_TEST(StartingTest)
#include "startingtest.moc"
