// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/refreshschedule.h"
#include "support/testmain.h"

using namespace relink;
using namespace std::chrono_literals;

namespace {

const QDateTime obtained(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);

Credential credentialOf(std::optional<int> lifetime)
{
    Credential credential;
    credential.generation = 4;
    credential.accessToken = AccessToken("a");
    credential.refreshToken = RefreshToken("r");
    credential.obtainedAt = obtained;
    if (lifetime)
        credential.accessExpiresAt = obtained.addSecs(*lifetime);
    return credential;
}

} // namespace

class RefreshScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dueBeforeTheEnd_data()
    {
        QTest::addColumn<int>("lifetime");
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("dueAfter");
        QTest::newRow("an hour: five minutes before") << 3600 << 0 << 3300;
        QTest::newRow("five minutes: a fifth before (SGE-17)") << 300 << 0 << 240;
        QTest::newRow("half an hour, every 15 minutes (XRM-20)") << 1800 << 900 << 900;
        QTest::newRow("a flat interval would miss it (X-02)") << 300 << 900 << 240;
        QTest::newRow("twenty seconds (R60)") << 20 << 0 << 16;
        QTest::newRow("never more than one in ten seconds (R60)") << 5 << 0 << 10;
    }
    void dueBeforeTheEnd()
    {
        QFETCH(int, lifetime);
        QFETCH(int, interval);
        QFETCH(int, dueAfter);
        TokenLifetimes pack;
        if (interval)
            pack.refreshInterval = std::chrono::seconds(interval);
        QCOMPARE(nextRefresh(credentialOf(lifetime), pack), obtained.addSecs(dueAfter));
    }

    void nothingIsDueWithoutAReason()
    {
        QVERIFY(!nextRefresh(credentialOf({}), {}));
        TokenLifetimes endless;
        endless.accessNeverExpires = true;
        QVERIFY(!nextRefresh(credentialOf(3600), endless));
        Credential noRefreshToken = credentialOf(3600);
        noRefreshToken.refreshToken = {};
        QVERIFY(!nextRefresh(noRefreshToken, {}));
    }

    void afterALostAnswer_data()
    {
        QTest::addColumn<int>("rotates"); // -1 unknown
        QTest::addColumn<int>("grace");
        QTest::addColumn<bool>("retried");
        QTest::addColumn<int>("generation");
        QTest::addColumn<int>("expected");
        const int lost = int(AfterLostAnswer::UseAccessToken);
        const int retry = int(AfterLostAnswer::RetryOnce);
        QTest::newRow("unknown rotation") << -1 << 0 << false << 4 << lost;
        QTest::newRow("rotates without grace") << 1 << 0 << false << 4 << lost;
        QTest::newRow("within the grace") << 1 << 1800 << false << 4 << retry;
        QTest::newRow("retried already") << 1 << 1800 << true << 4 << lost;
        QTest::newRow("after the grace") << 1 << 60 << false << 4 << lost;
        QTest::newRow("does not rotate") << 0 << 0 << true << 4 << retry;
        QTest::newRow("stored after all")
            << 1 << 0 << false << 3 << int(AfterLostAnswer::NothingLost);
    }
    void afterALostAnswer()
    {
        QFETCH(int, rotates);
        QFETCH(int, grace);
        QFETCH(bool, retried);
        QFETCH(int, generation);
        QFETCH(int, expected);
        TokenLifetimes pack;
        if (rotates >= 0)
            pack.rotates = rotates == 1;
        if (grace)
            pack.grace = std::chrono::seconds(grace);
        const RefreshMarker marker {quint64(generation), obtained, retried};
        QCOMPARE(int(afterLostAnswer(marker, credentialOf(3600), pack, obtained.addSecs(600))),
                 expected);
    }
};

RELINK_TEST(RefreshScheduleTest)
#include "tst_refreshschedule.moc"
