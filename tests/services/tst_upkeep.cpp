// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/upkeep.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the window keeps up by itself, with nobody asking for a check.
class UpkeepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! R49: the network comes back, and so does the light.
    void recoversAloneAfterAnOutage()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        AuthError offline = localError(code::offline);
        offline.origin = ErrorOrigin::Transport;
        f.fakes.probe.answers.append(offline);
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.health(id), u"retrying"_s);
        const qsizetype before = f.fakes.probe.calls.size();
        Upkeep upkeep(*f.manager, f.fakes.clock);
        upkeep.start();
        f.fakes.clock.time = *f.row(id).state.retryAt;
        f.fakes.probe.answers.append(f.me());
        // A change of the plan is looked at within its shortest nap.
        QVERIFY(f.manager->rename(id, u"Corner shop"_s).ok());
        QTRY_COMPARE(f.light(id), u"green"_s);
        QCOMPARE(f.fakes.probe.calls.size(), before + 1);
    }

    //! R48: what failed together does not come back in the same second.
    void retriesAreSpread()
    {
        ManagerFixture f;
        QSet<QDateTime> times;
        for (int i = 0; i < 12; ++i) {
            const ConnectionId id = f.connected(u"Shop %1"_s.arg(i));
            f.fakes.probe.answers.append(
                jsonAnswer(429, "{}", {HttpHeader {"Retry-After", "1000"}}));
            QVERIFY(outcomeOf(f.manager->check(id)).ok());
            const auto at = f.row(id).state.retryAt;
            QVERIFY(at.has_value());
            const qint64 wait = f.fakes.clock.now().secsTo(*at);
            QVERIFY2(wait >= 1000 && wait <= 1250, qPrintable(QString::number(wait)));
            times.insert(*at);
        }
        QVERIFY(times.size() > 4);
    }

    //! Reading them all in one go would hold up the window that has just been shown.
    void packsAreReadOneBetweenTwoEvents()
    {
        const QTemporaryDir folder;
        QJsonObject json
            = QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
        FakePorts fakes;
        for (const QString &id : {u"acme1"_s, u"acme2"_s, u"acme3"_s, u"paused"_s}) {
            json.insert(u"id"_s, id);
            QFile file(folder.filePath(QString(id + u".json"_s)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QJsonDocument(json).toJson());
            Connection connection;
            connection.id.value = id;
            connection.name = id;
            connection.provider = id;
            connection.hasSecret = true;
            connection.state.verifiedAt = fakes.clock.now();
            connection.state.health = id == u"paused"_s ? Health::Paused : Health::Connected;
            fakes.connections.rows.append(connection);
        }
        QStringList read;
        ProviderCatalogue catalogue(folder.path(), [&read](ProviderPack pack) {
            read.append(pack.id);
            return pack;
        });
        ConnectionManager manager(fakes.ports(), catalogue);
        QVERIFY(manager.load());
        Upkeep upkeep(manager, fakes.clock);
        upkeep.start();
        QCOMPARE(read, QStringList {u"acme1"_s});
        QTRY_COMPARE(read, QStringList({u"acme1"_s, u"acme2"_s, u"acme3"_s}));
    }

    //! R47: the spread does not lengthen the longest wait that a provider can ask for.
    void theLongestWaitIsNotSpread()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(
            jsonAnswer(429, "{}", {HttpHeader {"Retry-After", "315360000"}}));
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.fakes.clock.now().secsTo(*f.row(id).state.retryAt), qint64(6 * 3600));
    }

    //! R40: a server that answers every renewal with its own fault, for ever.
    void endlessFaultsKeepTheTokensAndOfferAWayOut()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const QDateTime began = f.fakes.clock.now();
        qint64 longest = 0;
        for (int i = 0; i < 12; ++i) {
            f.fakes.tokenEndpoint.answers.append(jsonAnswer(500, "{}"));
            QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
            const ConnectionState state = f.row(id).state;
            QCOMPARE(f.health(id), u"retrying"_s);
            QCOMPARE(f.light(id), u"neutral"_s);
            QCOMPARE(state.since, began);
            longest = std::max(longest, f.fakes.clock.now().secsTo(*state.retryAt));
            QCOMPARE(toString(recommendedActionFor(state)), i < 5 ? u"wait"_s : u"reauthorize"_s);
            f.fakes.clock.time = *state.retryAt;
        }
        QVERIFY2(longest >= 15 * 60 && longest <= 6 * 3600, qPrintable(QString::number(longest)));
        QCOMPARE(f.stored(id).refreshToken.reveal(), QByteArray("r1"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.light(id), u"green"_s);
    }

    void aPausedConnectionIsLeftAlone()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const ConnectionId other = f.connected(u"Other shop"_s);
        QVERIFY(f.manager->pause(id).ok());
        const qsizetype before = f.fakes.probe.calls.size();
        f.fakes.clock.advance(std::chrono::minutes(16));
        f.fakes.probe.answers.append(f.me());
        Upkeep upkeep(*f.manager, f.fakes.clock);
        upkeep.start();
        QTRY_COMPARE(f.row(other).state.verifiedAt, f.fakes.clock.now());
        QCOMPARE(f.fakes.probe.calls.size(), before + 1);
        QCOMPARE(f.health(id), u"paused"_s);
    }
};

RELINK_TEST(UpkeepTest)
#include "tst_upkeep.moc"
