// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/light.h"
#include "core/rules/reduce.h"
#include "support/testmain.h"

#include <tuple>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);

ConnectionState stateOf(Health health)
{
    ConnectionState state;
    state.health = health;
    state.since = now.addDays(-3);
    state.activity = Activity::Checking;
    state.attempt = {7};
    if (health == Health::Connected || health == Health::ExpiringSoon)
        state.verifiedAt = now.addSecs(-600);
    if (health == Health::KeychainLocked)
        state.keychainReason = KeychainReason::Locked;
    if (health == Health::Retrying)
        state.retryAt = now.addSecs(30);
    if (lightFor(state) == Light::Red && health != Health::RevokedHere) {
        state.diagnosis.emplace();
        state.diagnosis->errorClass = ErrorClass::Revoked;
    }
    return state;
}

event::Failed failure(ErrorClass errorClass, const QString &cause = {})
{
    event::Failed failed;
    failed.attempt = {7};
    failed.diagnosis.errorClass = errorClass;
    failed.diagnosis.cause = cause;
    return failed;
}

QList<std::pair<QString, Event>> everyEvent()
{
    QList<std::pair<QString, Event>> events {
        {u"began"_s, event::Began {Activity::Checking, {8}}},
        {u"ended"_s, event::Ended {{7}}},
        {u"authorized"_s, event::Authorized {{7}}},
        {u"refreshed"_s, event::Refreshed {{7}}},
        {u"probe_succeeded"_s, event::ProbeSucceeded {{7}}},
        {u"probe_unavailable"_s, event::ProbeUnavailable {{7}}},
        {u"account_mismatch"_s, event::AccountMismatch {{7}}},
        {u"revoked_here"_s, event::RevokedHere {{7}}},
        {u"paused"_s, event::Paused {}},
        {u"resumed"_s, event::Resumed {}},
        {u"edited"_s, event::Edited {}},
        {u"expiry_near"_s, event::ExpiryNear {true}},
        {u"expiry_far"_s, event::ExpiryNear {false}},
        {u"told_works"_s, event::Told {true}},
        {u"told_stopped"_s, event::Told {false}},
    };
    for (const ErrorClass errorClass : allErrorClasses())
        events.append({u"failed_"_s + toString(errorClass), failure(errorClass)});
    return events;
}

} // namespace

class ReduceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateAndEventKeepsTheInvariants_data()
    {
        QTest::addColumn<int>("health");
        QTest::addColumn<int>("event");
        const auto events = everyEvent();
        for (const Health health : allHealths()) {
            for (qsizetype i = 0; i < events.size(); ++i) {
                QTest::addRow("%s %s", qPrintable(toString(health)), qPrintable(events[i].first))
                    << int(health) << int(i);
            }
        }
    }
    void everyStateAndEventKeepsTheInvariants()
    {
        QFETCH(int, health);
        QFETCH(int, event);
        const ConnectionState before = stateOf(Health(health));
        const Event happened = everyEvent()[event].second;
        const Transition after = reduce(before, happened, now);

        QCOMPARE(after.state.keychainReason.has_value(),
                 after.state.health == Health::KeychainLocked);
        QCOMPARE(after.state.retryAt.has_value(), after.state.health == Health::Retrying);
        // R97: nothing but a successful probe makes green out of something else.
        if (lightFor(after.state) == Light::Green && lightFor(before) != Light::Green)
            QVERIFY(std::holds_alternative<event::ProbeSucceeded>(happened));
        if (lightFor(after.state) == Light::Green)
            QVERIFY(after.state.verifiedAt.isValid());
        // A recovery is what a probe said, not the absence of bad news.
        if (after.effects.contains(Effect::RecordRecovery))
            QVERIFY(std::holds_alternative<event::ProbeSucceeded>(happened));
        // `since` is of the light and, as the sentence beside it names the time, of its reason.
        const auto causeOf = [](const ConnectionState &state) {
            const Diagnosis why = state.diagnosis.value_or(Diagnosis {});
            return std::tuple(state.health, why.errorClass, why.cause);
        };
        const bool told
            = lightFor(after.state) == Light::Red || after.state.health == Health::Paused;
        const bool ownWord = std::holds_alternative<event::Told>(happened);
        if (!ownWord && lightFor(after.state) == lightFor(before)
            && (!told || causeOf(after.state) == causeOf(before))) {
            QCOMPARE(after.state.since, before.since);
        } else {
            QCOMPARE(after.state.since, now);
        }
        // What passes by itself, and a keychain, turn nothing red.
        if (const auto *failed = std::get_if<event::Failed>(&happened)) {
            const ErrorClass errorClass = failed->diagnosis.errorClass;
            if (isTransient(errorClass) || isKeychain(errorClass)
                || errorClass == ErrorClass::NotAnError || errorClass == ErrorClass::Unknown) {
                QVERIFY(lightFor(after.state) != Light::Red || lightFor(before) == Light::Red);
            }
            QCOMPARE(after.effects.contains(Effect::RecordFailure),
                     errorClass != ErrorClass::NotAnError && Health(health) != Health::Paused);
        }
        // The same again changes no light: transitions settle.
        if (before.health != Health::Paused || !std::holds_alternative<event::Resumed>(happened)) {
            const Transition again = reduce(after.state, happened, now);
            QCOMPARE(toString(lightFor(again.state)), toString(lightFor(after.state)));
        }
    }

    void aReplyOfAFormerAttemptChangesNothing_data()
    {
        QTest::addColumn<int>("event");
        const auto events = everyEvent();
        for (qsizetype i = 0; i < events.size(); ++i) {
            const bool carriesAttempt = std::visit(
                [](const auto &e) {
                    return requires
                    {
                        e.attempt;
                    };
                },
                events[i].second);
            if (carriesAttempt && !std::holds_alternative<event::Began>(events[i].second))
                QTest::addRow("%s", qPrintable(events[i].first)) << int(i);
        }
    }
    void aReplyOfAFormerAttemptChangesNothing()
    {
        QFETCH(int, event);
        ConnectionState state = stateOf(Health::Connected);
        state.attempt = {9}; // a newer attempt is under way; the events carry 7
        const Transition after = reduce(state, everyEvent()[event].second, now);
        QCOMPARE(after.state, state);
        QVERIFY(after.effects.isEmpty());
    }

    void turnsRedWithTheReason_data()
    {
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<int>("health");
        const auto row = [](ErrorClass c, Health h) {
            QTest::addRow("%s", qPrintable(toString(c))) << int(c) << int(h);
        };
        row(ErrorClass::ExpiredAccess, Health::NeedsAuthorization);
        row(ErrorClass::ExpiredRefresh, Health::NeedsAuthorization);
        row(ErrorClass::Revoked, Health::NeedsAuthorization);
        row(ErrorClass::AppRemoved, Health::NeedsAuthorization);
        row(ErrorClass::InvalidClient, Health::NeedsConfiguration);
        row(ErrorClass::InvalidUserCredentials, Health::NeedsConfiguration);
        row(ErrorClass::TestModeMismatch, Health::NeedsConfiguration);
        row(ErrorClass::PermissionRole, Health::NeedsPermission);
        row(ErrorClass::PermissionScope, Health::NeedsPermission);
        row(ErrorClass::WrongTenant, Health::WrongAccount);
    }
    void turnsRedWithTheReason()
    {
        QFETCH(int, errorClass);
        QFETCH(int, health);
        const Transition after
            = reduce(stateOf(Health::Connected), failure(ErrorClass(errorClass)), now);
        QCOMPARE(int(after.state.health), health);
        QCOMPARE(toString(lightFor(after.state)), toString(Light::Red));
        QCOMPARE(toString(after.state.diagnosis->errorClass), toString(ErrorClass(errorClass)));
    }

    void aNetworkFaultDoesNotHideWhyItIsRed()
    {
        const ConnectionState red
            = reduce(stateOf(Health::Connected), failure(ErrorClass::Revoked), now).state;
        ConnectionState checking = red;
        checking.attempt = {7};
        const Transition after = reduce(checking, failure(ErrorClass::Network), now);
        QCOMPARE(toString(after.state.health), toString(Health::NeedsAuthorization));
        QCOMPARE(toString(after.state.diagnosis->errorClass), toString(ErrorClass::Revoked));
    }

    void recoveryIsRecordedOnce()
    {
        ConnectionState state = stateOf(Health::NeedsAuthorization);
        Transition after = reduce(state, event::ProbeSucceeded {{7}}, now);
        QVERIFY(after.effects.contains(Effect::RecordRecovery));
        QCOMPARE(toString(after.state.health), toString(Health::Connected));
        QVERIFY(!after.state.diagnosis);
        after = reduce(after.state, event::Began {Activity::Checking, {8}}, now);
        after = reduce(after.state, event::ProbeSucceeded {{8}}, now);
        QVERIFY(!after.effects.contains(Effect::RecordRecovery));
    }

    void retriesWithGrowingPausesAndHonoursRetryAfter()
    {
        ConnectionState state = stateOf(Health::Connected);
        qint64 former = 0;
        for (quint64 i = 0; i < 8; ++i) {
            event::Failed failed = failure(ErrorClass::ProviderOutage);
            failed.attempt = state.attempt;
            state = reduce(state, failed, now).state;
            const qint64 wait = now.secsTo(*state.retryAt);
            QVERIFY(wait >= former);
            QVERIFY(wait <= 15 * 60);
            former = wait;
            state = reduce(state, event::Began {Activity::Checking, {100 + i}}, now).state;
        }
        event::Failed limited = failure(ErrorClass::RateLimited);
        limited.attempt = state.attempt;
        limited.error.retryAfter = std::chrono::hours(2);
        QCOMPARE(now.secsTo(*reduce(state, limited, now).state.retryAt), 2 * 3600);
    }

    void pausingDoesNotForgetThatTheAccessEnded()
    {
        const ConnectionState ended = stateOf(Health::RevokedHere);
        const ConnectionState resumed
            = reduce(reduce(ended, event::Paused {}, now).state, event::Resumed {}, now).state;
        QCOMPARE(toString(resumed.health), u"revoked_here"_s);
    }

    void endingAndPausingBeginNow()
    {
        const ConnectionState red = stateOf(Health::NeedsAuthorization);
        QCOMPARE(reduce(red, event::RevokedHere {{7}}, now).state.since, now);
        QCOMPARE(reduce(stateOf(Health::Unverified), event::Paused {}, now).state.since, now);
        const Transition other = reduce(red, failure(ErrorClass::PermissionRole), now);
        QCOMPARE(other.state.since, now);
    }

    void whatEndedHereIsNoFailureToRecoverFrom()
    {
        event::RevokedHere ended {{7}, Diagnosis {}};
        ended.diagnosis->action = RecommendedAction::EditCredential;
        ConnectionState state = reduce(stateOf(Health::Connected), ended, now).state;
        QCOMPARE(toString(recommendedActionFor(state)), u"edit_credential"_s);
        state = reduce(state, event::Edited {}, now).state;
        QVERIFY(
            !reduce(state, event::ProbeSucceeded {}, now).effects.contains(Effect::RecordRecovery));
    }

    void aPausedConnectionStaysAsleep()
    {
        const Transition after = reduce(stateOf(Health::Paused), failure(ErrorClass::Revoked), now);
        QCOMPARE(toString(after.state.health), toString(Health::Paused));
        QVERIFY(!after.effects.contains(Effect::RecordFailure));
    }
};

RELINK_TEST(ReduceTest)
#include "tst_reduce.moc"
