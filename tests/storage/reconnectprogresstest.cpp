// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/reconnectjson.h"
#include "storage/samples.h"
#include "storage/sqlitereconnectprogressstore.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class ReconnectProgressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldRoundTrips();
    void everyWordRoundTrips();
    void aLaterSaveReplaces();
    void discardForgets();
    void anOddProgressStaysInItsPlan();
};

void ReconnectProgressTest::everyFieldRoundTrips()
{
    const ReconnectProgress progress = sampleProgress({u"a"_s});
    QCOMPARE(unfilled(progress), 0);
    QCOMPARE(unfilled(progress.plan), 0);
    QVERIFY(progress.draft == sampleConnection(77));
    QCOMPARE(unfilled(progress.plan.steps.constFirst()), 0);
    QCOMPARE(unfilled(progress.records.first()), 0);
    QCOMPARE(unfilled(progress.records.first().checks.constFirst()), 0);
    const Profile profile;
    {
        const auto database = profile.ready();
        QVERIFY(SqliteReconnectProgressStore(*database).save(progress).ok());
    }
    const auto database = profile.ready();
    SqliteReconnectProgressStore store(*database);
    QVERIFY(store.load({u"a"_s}).value() == progress);
    QVERIFY(!store.load({u"b"_s})->has_value());
}

void ReconnectProgressTest::everyWordRoundTrips()
{
    for (const auto kind :
         {StepKind::Explain, StepKind::Check, StepKind::Action, StepKind::External,
          StepKind::Question, StepKind::Verify, StepKind::Support}) {
        for (const auto action :
             {StepAction::None, StepAction::Refresh, StepAction::Authorize,
              StepAction::ForgetAccess, StepAction::EditCredential, StepAction::SwitchTestMode,
              StepAction::ChooseOrganisation, StepAction::Revoke}) {
            for (const auto status :
                 {StepStatus::Open, StepStatus::Running, StepStatus::Done, StepStatus::Failed,
                  StepStatus::NotPossible, StepStatus::Skipped}) {
                ReconnectProgress progress = sampleProgress({u"a"_s});
                progress.plan.steps[0].kind = kind;
                progress.plan.steps[0].action = action;
                progress.plan.steps[0].checks
                    = {CheckId::Network, CheckId::Clock, CheckId::Keychain, CheckId::Grant};
                progress.records.first().status = status;
                QVERIFY(reconnectProgressFromJson(toJson(progress)) == progress);
            }
        }
    }
}

void ReconnectProgressTest::aLaterSaveReplaces()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteReconnectProgressStore store(*database);
    ReconnectProgress progress = sampleProgress({u"a"_s});
    QVERIFY(store.save(progress).ok());
    progress.current = 2;
    progress.records.clear();
    QVERIFY(store.save(progress).ok());
    QVERIFY(store.load({u"a"_s}).value() == progress);
}

void ReconnectProgressTest::discardForgets()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteReconnectProgressStore store(*database);
    QVERIFY(store.save(sampleProgress({u"a"_s})).ok());
    QVERIFY(store.save(sampleProgress({u"b"_s})).ok());
    QVERIFY(store.discard({u"a"_s}).ok());
    QVERIFY(!store.load({u"a"_s})->has_value());
    QVERIFY(store.load({u"b"_s})->has_value());
    QVERIFY(store.discard({u"a"_s}).ok());
}

void ReconnectProgressTest::anOddProgressStaysInItsPlan()
{
    QJsonObject json = toJson(sampleProgress({u"a"_s}));
    json[u"current"_s] = 99;
    QCOMPARE(reconnectProgressFromJson(json).current, 2);
    json[u"current"_s] = -1;
    QCOMPARE(reconnectProgressFromJson(json).current, 0);
    QVERIFY(reconnectProgressFromJson({}) == ReconnectProgress {});
}

RELINK_TEST(ReconnectProgressTest)
#include "reconnectprogresstest.moc"
