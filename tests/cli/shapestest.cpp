// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/shapes.h"
#include "cli/commandline.h"
#include "support/testmain.h"

#include <QJsonDocument>

using namespace relink;
using namespace relink::cli;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(14, 30), Qt::UTC);

Connection connection(Health health)
{
    Connection c;
    c.id.value = u"c1"_s;
    c.name = u"Web shop"_s;
    c.provider = u"harbour_pay"_s;
    c.authMethod = u"oauth2"_s;
    c.state.health = health;
    c.state.since = now.addDays(-1);
    if (health == Health::Connected || health == Health::ExpiringSoon)
        c.state.verifiedAt = now.addSecs(-60);
    return c;
}

ProviderPack pack()
{
    ProviderPack p;
    p.id = u"harbour_pay"_s;
    p.name = u"Harbour Pay"_s;
    p.category = u"payments"_s;
    AuthMethod method;
    method.id = u"oauth2"_s;
    method.lifetimes.access = std::chrono::seconds(1800);
    method.lifetimes.refreshInterval = std::chrono::seconds(900);
    p.authMethods.append(method);
    return p;
}

QStringList sortedKeys(const char *keys)
{
    QStringList list = QString::fromLatin1(keys).split(u' ');
    list.sort();
    return list;
}

} // namespace

//! The JSON of the command line, member by member.
class ShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aConnectionHasExactlyTheseMembers()
    {
        const QJsonObject shape = connectionShape(connection(Health::Unverified), nullptr, now);
        QCOMPARE(shape.keys(),
                 sortedKeys("id name provider via environment credential_environment organisation "
                            "light health reason activity error_class cause since verified_at "
                            "access_expires_at refresh_expires_at next_refresh_at "
                            "recommended_action"));
        for (const char *unknown :
             {"via", "credential_environment", "error_class", "cause", "verified_at",
              "access_expires_at", "refresh_expires_at", "next_refresh_at"}) {
            QVERIFY2(shape[QLatin1StringView(unknown)].isNull(), unknown);
        }
        QCOMPARE(shape[u"organisation"_s].toObject().keys(), sortedKeys("id name"));
        QCOMPARE(shape[u"light"_s], u"neutral"_s);
        QCOMPARE(shape[u"environment"_s], u"production"_s);
        QCOMPARE(shape[u"activity"_s], u"idle"_s);
        QCOMPARE(shape[u"since"_s], u"2026-11-17T14:30:00Z"_s);
    }

    void theWholeIsOneObjectWithASchema()
    {
        const QJsonObject shape = connectionsShape({QJsonObject {{u"id"_s, u"c1"_s}}});
        QCOMPARE(shape.keys(), sortedKeys("schema connections integrations"));
        QCOMPARE(shape[u"schema"_s].toInt(), 1);
        QVERIFY(shape[u"integrations"_s].isArray());
    }

    void aRedConnectionTellsClassCauseAndAction()
    {
        Connection c = connection(Health::NeedsAuthorization);
        c.environment = Environment::Test;
        c.credentialEnvironment = Environment::Production;
        c.organisation = {u"o1"_s, u"Harbour Ltd"_s};
        c.state.diagnosis = Diagnosis {ErrorClass::ExpiredRefresh,
                                       u"answer_lost"_s,
                                       0.9,
                                       {},
                                       RecommendedAction::Reauthorize,
                                       {},
                                       {}};
        const ProviderPack p = pack();
        const QJsonObject shape = connectionShape(c, &p, now);
        QCOMPARE(shape[u"light"_s], u"red"_s);
        QCOMPARE(shape[u"health"_s], u"needs_authorization"_s);
        QCOMPARE(shape[u"error_class"_s], u"expired_refresh"_s);
        QCOMPARE(shape[u"cause"_s], u"answer_lost"_s);
        QCOMPARE(shape[u"recommended_action"_s], u"reauthorize"_s);
        QCOMPARE(shape[u"environment"_s], u"test"_s);
        QCOMPARE(shape[u"credential_environment"_s], u"production"_s);
        QCOMPARE(shape[u"organisation"_s].toObject()[u"name"_s], u"Harbour Ltd"_s);
        QVERIFY(shape[u"reason"_s].toString().contains(u"Harbour Pay"_s));
    }

    void timesAreUtc()
    {
        Connection c = connection(Health::Connected);
        c.accessExpiresAt
            = QDateTime(QDate(2026, 11, 18), QTime(16, 45), Qt::OffsetFromUTC, 2 * 3600);
        const ProviderPack p = pack();
        const QJsonObject shape = connectionShape(c, &p, now);
        QCOMPARE(shape[u"access_expires_at"_s], u"2026-11-18T14:45:00Z"_s);
        QCOMPARE(shape[u"verified_at"_s], u"2026-11-18T14:29:00Z"_s);
        // Obtained 14:15, every 15 minutes, and before 14:40.
        QCOMPARE(shape[u"next_refresh_at"_s], u"2026-11-18T14:30:00Z"_s);
    }

    void otherShapesHaveTheirMembers()
    {
        QCOMPARE(providersShape({}).keys(), sortedKeys("schema providers"));
        const QJsonObject provider = providerShape(pack());
        QCOMPARE(provider[u"id"_s], u"harbour_pay"_s);
        QCOMPARE(provider[u"name"_s], u"Harbour Pay"_s);
        QCOMPARE(provider[u"category"_s], u"payments"_s);

        QCOMPARE(tokenShape({AccessToken("t"), u"Bearer"_s, {}}).keys(),
                 sortedKeys("access_token token_type expires_at"));
        QVERIFY(tokenShape({AccessToken("t"), u"Bearer"_s, {}})[u"expires_at"_s].isNull());

        const QJsonObject results = resultsShape({{u"keychain"_s, false, u"locked"_s}});
        QCOMPARE(results.keys(), sortedKeys("schema results"));
        QCOMPARE(results[u"results"_s].toArray().first().toObject().keys(),
                 sortedKeys("id ok text"));

        const QJsonObject failed = failureShape(u"network"_s, u"m"_s, u"wait"_s);
        QCOMPARE(failed.keys(), sortedKeys("error"));
        QCOMPARE(failed[u"error"_s].toObject().keys(), sortedKeys("class message action"));
    }

    void revocationsNameOneOfFourResults()
    {
        RevokeOutcome outcome;
        QStringList results;
        for (const auto kind : {RevokeOutcome::Kind::Revoked, RevokeOutcome::Kind::Accepted,
                                RevokeOutcome::Kind::RemovedHere, RevokeOutcome::Kind::Failed}) {
            outcome.kind = kind;
            const QJsonObject shape = revokeShape(outcome);
            QCOMPARE(shape.keys(), sortedKeys("result steps"));
            QVERIFY(shape[u"steps"_s].isArray());
            results += shape[u"result"_s].toString();
        }
        QCOMPARE(results,
                 (QStringList {u"revoked"_s, u"accepted"_s, u"removed_here"_s, u"failed"_s}));
        outcome.kind = RevokeOutcome::Kind::RemovedHere;
        outcome.menuPath = u"Settings > Apps"_s;
        const QJsonObject step = revokeShape(outcome)[u"steps"_s].toArray().first().toObject();
        QCOMPARE(step.keys(), sortedKeys("id source text"));
        QCOMPARE(step[u"text"_s], u"Settings > Apps"_s);
    }

    void aHistoryLineHasExactlyTheseMembers()
    {
        HistoryEvent event;
        event.time = now;
        event.firstSeen = now.addDays(-1);
        event.connectionName = u"Web shop"_s;
        event.provider = u"harbour_pay"_s;
        event.errorClass = ErrorClass::Revoked;
        event.httpStatus = 400;
        event.count = 3;
        const QJsonObject shape = historyShape(event, u"Access was withdrawn"_s);
        QCOMPARE(shape.keys(),
                 sortedKeys("time kind connection provider stage action http_status provider_code "
                            "error_class message first_seen noticed_at count"));
        QCOMPARE(shape[u"kind"_s], u"failure"_s);
        QCOMPARE(shape[u"stage"_s], u"probe"_s);
        QCOMPARE(shape[u"http_status"_s].toInt(), 400);
        QCOMPARE(shape[u"count"_s].toInt(), 3);
        QVERIFY(shape[u"noticed_at"_s].isNull());
        QVERIFY(!QJsonDocument(shape).toJson(QJsonDocument::Compact).contains('\n'));
    }

    //! A line of the change diary is a change like others: the contract knows no further members.
    void aNoteIsAChange()
    {
        HistoryEvent note;
        note.kind = HistoryKind::Change;
        note.action = notedAction;
        note.stage = HistoryStage::Local;
        note.cause = noted::passwordChanged;
        note.provider = u"ebay"_s;
        note.time = QDateTime({2026, 11, 16}, {20, 12}, Qt::UTC);
        note.noticedAt = note.time.addDays(1);
        const QJsonObject shape = historyShape(note, u"Noted: A password was changed"_s);
        QCOMPARE(shape.keys(),
                 sortedKeys("time kind connection provider stage action http_status provider_code "
                            "error_class message first_seen noticed_at count"));
        QCOMPARE(shape[u"kind"_s], u"change"_s);
        QCOMPARE(shape[u"action"_s], u"noted"_s);
        QCOMPARE(shape[u"time"_s], u"2026-11-16T20:12:00Z"_s);
        QCOMPARE(shape[u"noticed_at"_s], u"2026-11-17T20:12:00Z"_s);
        QVERIFY(shape[u"error_class"_s].isNull());
        QCOMPARE(shape[u"message"_s], u"Noted: A password was changed"_s);
        note.message = u"changed eBay password"_s;
        QCOMPARE(historyShape(note, u"Noted"_s)[u"message"_s], u"changed eBay password"_s);
    }

    void exitCodesFollowTheLight_data()
    {
        QTest::addColumn<int>("health");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("stored");
        const auto row = [](Health health, int asked, int stored) {
            QTest::newRow(qPrintable(toString(health))) << int(health) << asked << stored;
        };
        row(Health::Connected, 0, 0);
        row(Health::ExpiringSoon, 0, 0);
        row(Health::NotConnected, 3, 0);
        row(Health::Retrying, 3, 0);
        row(Health::NeedsAuthorization, 1, 1);
        row(Health::NeedsPermission, 1, 1);
        row(Health::NeedsConfiguration, 1, 1);
        row(Health::WrongAccount, 1, 1);
        row(Health::RevokedHere, 1, 1);
        row(Health::KeychainLocked, 4, 4);
        row(Health::KeychainMissing, 4, 4);
        row(Health::Unverified, 3, 0);
        row(Health::Paused, 3, 0);
    }
    void exitCodesFollowTheLight()
    {
        QFETCH(int, health);
        QFETCH(int, asked);
        QFETCH(int, stored);
        const ConnectionState state = connection(Health(health)).state;
        QCOMPARE(exitCodeFor(state), asked);
        QCOMPARE(statusExitCodeFor(state), stored);
    }

    void ofSeveralTheWorstCounts()
    {
        QCOMPARE(worse(ExitDone, ExitFailed), int(ExitFailed));
        QCOMPARE(worse(ExitKeychain, ExitFailed), int(ExitKeychain));
        QCOMPARE(worse(ExitRed, ExitKeychain), int(ExitRed));
        QCOMPARE(worse(ExitFailed, ExitRed), int(ExitRed));
    }
};

RELINK_TEST(ShapesTest)
#include "shapestest.moc"
