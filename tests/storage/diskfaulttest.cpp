// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Disks that are really full or really read-only, in a process that has them to itself.
class DiskFaultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskIsAnErrorUntilThereIsRoom_data();
    void aFullDiskIsAnErrorUntilThereIsRoom();
    void aReadOnlyDiskStillListsTheConnections();
};

void DiskFaultTest::aFullDiskIsAnErrorUntilThereIsRoom_data()
{
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("words");
    QTest::newRow("full disk") << u"full-disk"_s << u"disk is full"_s;
    QTest::newRow("file limit") << u"file-limit"_s << u"disk"_s;
}

void DiskFaultTest::aFullDiskIsAnErrorUntilThereIsRoom()
{
    QFETCH(QString, act);
    QFETCH(QString, words);
    const Profile profile;
    Child child({act, profile.folder()});
    const QJsonObject report = child.report();
    if (child.finish() == childNotPermitted)
        QSKIP("this machine does not allow mounts of one's own");
    const QJsonObject save = report[u"save"_s].toObject();
    const QJsonObject append = report[u"append"_s].toObject();
    QVERIFY(report[u"stored"_s].toInt() > 10);
    QVERIFY(!save[u"ok"_s].toBool(true));
    QCOMPARE(save[u"code"_s].toString(), QLatin1StringView(code::storage));
    QVERIFY2(save[u"text"_s].toString().contains(words), qPrintable(save[u"text"_s].toString()));
    QVERIFY(!append[u"ok"_s].toBool(true));
    QCOMPARE(append[u"code"_s].toString(), QLatin1StringView(code::storage));
    // No partial row, and what was stored is still listed.
    QCOMPARE(report[u"listed"_s], report[u"stored"_s]);
    QVERIFY(report[u"save_again"_s][u"ok"_s].toBool());
    QVERIFY(report[u"append_again"_s][u"ok"_s].toBool());
    QCOMPARE(report[u"events"_s].toInt(), 1);
    QCOMPARE(report[u"integrity"_s].toString(), u"ok"_s);
}

void DiskFaultTest::aReadOnlyDiskStillListsTheConnections()
{
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteConnectionStore(*database).save(sampleConnection(1)).ok());
    }
    Child child({u"read-only-disk"_s, profile.folder()});
    const QJsonObject report = child.report();
    if (child.finish() == childNotPermitted)
        QSKIP("this machine does not allow mounts of one's own");
    QVERIFY(report[u"opened"_s].toBool());
    QCOMPARE(report[u"listed"_s].toInt(), 1);
    QVERIFY(!report[u"save"_s][u"ok"_s].toBool(true));
    QVERIFY(report[u"save"_s][u"text"_s].toString().contains(u"cannot be written"_s));
    QVERIFY(!report[u"append"_s][u"ok"_s].toBool(true));
    QCOMPARE(report[u"events"_s].toInt(), 0);
}

RELINK_TEST(DiskFaultTest)
#include "diskfaulttest.moc"
