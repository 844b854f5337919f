// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class KillTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aKillWhileWritingLosesNoAccount();
    void aKillWhileSettingUpLooksLikeNoDamage();
};

void KillTest::aKillWhileWritingLosesNoAccount()
{
    const Profile profile;
    QRandomGenerator generator(11);
    int told = 0;
    for (int round = 0; round < 20; ++round) {
        Child child({u"writer"_s, profile.folder(), QString::number(told + 1)});
        // Not after a fixed time but at a fixed depth, so that a slow machine is killed as deep.
        const int depth = generator.bounded(1, 60);
        for (int i = 0; i < depth; ++i)
            told = child.line().toInt();
        QVERIFY(told > 0);
        child.kill();
        for (const QByteArray &line : child.lines())
            told = qMax(told, line.toInt());

        const auto database = profile.ready();
        QVERIFY(database);
        QVERIFY(database->damagedCopy().isEmpty());
        QCOMPARE(single(database->sql(), u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
        const auto listed = SqliteConnectionStore(*database).connections();
        QVERIFY(listed.ok());
        QVERIFY2(listed->size() == told || listed->size() == told + 1,
                 qPrintable(u"%1 of %2"_s.arg(listed->size()).arg(told)));
        QVERIFY(listed->constLast() == sampleConnection(int(listed->size())));
        told = int(listed->size());
    }
}

void KillTest::aKillWhileSettingUpLooksLikeNoDamage()
{
    for (int round = 0; round < 10; ++round) {
        const Profile profile;
        QVERIFY(QDir().mkpath(profile.folder()));
        Child child({u"writer"_s, profile.folder(), u"1"_s});
        // Somewhere between the first file and the first row.
        const QDir folder(profile.folder());
        for (int spin = 0; spin < 2000 && folder.isEmpty(QDir::Files); ++spin)
            QTest::qSleep(1);
        QTest::qSleep(round % 5);
        child.kill();
        const auto database = profile.ready();
        QVERIFY(database);
        QVERIFY(database->damagedCopy().isEmpty());
        QVERIFY(SqliteConnectionStore(*database).connections().ok());
        QVERIFY(!QFileInfo::exists(profile.file() + u".new"_s));
    }
}

RELINK_TEST(KillTest)
#include "killtest.moc"
