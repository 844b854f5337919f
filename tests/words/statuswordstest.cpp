// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/light.h"
#include "support/testmain.h"
#include "words/plainenglish.h"
#include "words/words.h"

#include <QSet>
#include <QTimeZone>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 18), QTime(14, 30), Qt::UTC);

Connection connectionIn(Health health)
{
    Connection connection;
    connection.name = u"Web shop"_s;
    connection.provider = u"shopify"_s;
    connection.state.health = health;
    connection.state.since = now.addSecs(-3 * 60);
    return connection;
}

} // namespace

class StatusWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "Europe/London");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void whatEndedHereNamesTheWayBack()
    {
        Connection connection = connectionIn(Health::RevokedHere);
        connection.state.diagnosis.emplace();
        connection.state.diagnosis->action = RecommendedAction::Reauthorize;
        QString reason = words::reason(connection, u"eBay"_s, now);
        QVERIFY2(reason.startsWith(u"You ended the access to eBay"_s)
                     && reason.endsWith(u"Re-authorise to connect it again."_s),
                 qPrintable(reason));
        connection.state.diagnosis->action = RecommendedAction::EditCredential;
        connection.state.diagnosis->cause = u"removed_here"_s;
        connection.state.diagnosis->source = u"Account > Sign in and security"_s;
        reason = words::reason(connection, u"eBay"_s, now);
        QVERIFY2(reason.startsWith(u"You removed the access to eBay from Relink"_s)
                     && reason.contains(u"end it there: Account > Sign in and security."_s)
                     && reason.endsWith(u"Enter the login or key again to connect it."_s),
                 qPrintable(reason));
    }

    void everyHealthHasAWordAndAReason()
    {
        QSet<QString> reasons;
        for (const Health health : allHealths()) {
            Connection connection = connectionIn(health);
            connection.state.verifiedAt = now.addSecs(-180);
            const QString word = words::statusWord(connection.state);
            const QString reason = words::reason(connection, u"Shopify"_s, now);
            QVERIFY2(test::isPlainEnglish(word), qPrintable(word));
            QVERIFY2(test::isPlainEnglish(reason), qPrintable(toString(health) + u' ' + reason));
            QVERIFY2(!reason.contains(u'%'), qPrintable(reason));
            switch (lightFor(connection.state)) {
            case Light::Green:
                QCOMPARE(word, u"Active"_s);
                break;
            case Light::Red:
                QCOMPARE(word, u"Inactive"_s);
                break;
            case Light::Neutral:
                QVERIFY(word != u"Active"_s && word != u"Inactive"_s);
                break;
            }
            reasons.insert(reason);
        }
        // The four that need something share the words of the class that is not known here.
        QCOMPARE(reasons.size(), allHealths().size() - 3);
    }

    //! R97: green names the time of the proof, and nothing unproven is called active.
    void greenSaysWhenItWasVerified()
    {
        Connection connection = connectionIn(Health::Connected);
        connection.state.verifiedAt = now.addSecs(-185);
        QCOMPARE(words::reason(connection, u"Shopify"_s, now), u"verified 3 min ago"_s);
        connection.state.verifiedAt = {};
        QCOMPARE(words::statusWord(connection.state), u"Not checked yet"_s);
        QVERIFY(words::reason(connection, u"Shopify"_s, now).contains(u"not confirmed"_s));
    }

    void everyClassMakesARedReasonThatNamesProviderAndTime()
    {
        for (const ErrorClass c : allErrorClasses()) {
            Connection connection = connectionIn(Health::NeedsAuthorization);
            connection.state.diagnosis = Diagnosis {c, {}, 1, {}, {}, {}, {}};
            const QString reason = words::reason(connection, u"Shopify"_s, now);
            QVERIFY2(!reason.contains(u'%'), qPrintable(reason));
            QVERIFY2(reason.contains(u"Shopify"_s), qPrintable(reason));
            if (!isTransient(c) && !isKeychain(c))
                QVERIFY2(reason.contains(u"3 min ago"_s), qPrintable(reason));
            QVERIFY2(reason.size() <= 120, qPrintable(reason));
        }
    }

    void waitingSaysWhenItTriesAgainAndAsksNothing()
    {
        Connection connection = connectionIn(Health::Retrying);
        connection.state.diagnosis = Diagnosis {ErrorClass::ProviderOutage, {}, 1, {}, {}, {}, {}};
        connection.state.retryAt = QDateTime(QDate(2026, 11, 18), QTime(14, 36), Qt::UTC);
        QCOMPARE(
            words::reason(connection, u"Shopify"_s, now),
            u"Shopify has a fault of its own. Trying again at 14:36; nothing for you to do."_s);
    }

    //! A command that ends promises no further try of its own, and no time of anybody's.
    void whatEndsAtOncePromisesNoFurtherTry()
    {
        Connection connection = connectionIn(Health::Retrying);
        for (const ErrorClass c :
             {ErrorClass::ProviderOutage, ErrorClass::Network, ErrorClass::Clock}) {
            connection.state.diagnosis = Diagnosis {c, {}, 1, {}, {}, {}, {}};
            connection.state.retryAt = now.addSecs(360);
            connection.state.verifiedAt = now.addSecs(-2 * 3600);
            const QString reason
                = words::reason(connection, u"Shopify"_s, now, words::Upkeep::Elsewhere);
            QVERIFY2(!reason.contains(u"trying again"_s, Qt::CaseInsensitive), qPrintable(reason));
            QVERIFY2(reason.contains(u"Last verified 2 h ago."_s), qPrintable(reason));
            QVERIFY2(reason.contains(u"relink check"_s), qPrintable(reason));
        }
    }

    //! R49: offline is told with the time of the last proof.
    void offlineSaysWhenItWasLastGood()
    {
        Connection connection = connectionIn(Health::Retrying);
        connection.state.diagnosis
            = Diagnosis {ErrorClass::Network, u"offline"_s, 1, {}, {}, {}, {}};
        connection.state.retryAt = now.addSecs(360);
        connection.state.verifiedAt = now.addSecs(-2 * 3600);
        const QString reason = words::reason(connection, u"Shopify"_s, now);
        QVERIFY2(reason.startsWith(u"Offline"_s), qPrintable(reason));
        QVERIFY2(reason.contains(u"2 h ago"_s), qPrintable(reason));
        QCOMPARE(words::statusWord(connection.state), u"Waiting"_s);
    }

    //! R72, R73, R77: each keychain trouble has its own words.
    void eachKeychainReasonHasItsOwnWords()
    {
        QSet<QString> wordsSeen;
        QSet<QString> sentences;
        for (const auto reason :
             {KeychainReason::Locked, KeychainReason::Denied, KeychainReason::NotAnswering}) {
            Connection connection = connectionIn(Health::KeychainLocked);
            connection.state.keychainReason = reason;
            wordsSeen.insert(words::statusWord(connection.state));
            sentences.insert(words::reason(connection, u"Shopify"_s, now));
            QVERIFY(test::isPlainEnglish(words::keychainSentence(reason)));
        }
        QCOMPARE(wordsSeen.size(), 3);
        QCOMPARE(sentences.size(), 3);
    }

    void aScreenReaderHearsTheWholeRow()
    {
        Connection connection = connectionIn(Health::Connected);
        connection.state.verifiedAt = now.addSecs(-200);
        connection.environment = Environment::Test;
        connection.organisation = {u"1"_s, u"harbour-outdoor"_s};
        QCOMPARE(words::accessibleRow(connection, u"Shopify"_s, now),
                 u"Web shop (test), Shopify, harbour-outdoor, active: verified 3 min ago"_s);
        connection.state.activity = Activity::Checking;
        QVERIFY(words::accessibleRow(connection, u"Shopify"_s, now).endsWith(u"Checking…"_s));
    }

    void everySmallEnumHasDistinctWords()
    {
        QSet<QString> seen;
        for (const auto a :
             {Activity::Authorizing, Activity::Refreshing, Activity::Checking, Activity::Revoking})
            seen.insert(words::activityWord(a));
        QCOMPARE(seen.size(), 4);
        QCOMPARE(words::activityWord(Activity::Idle), QString());
        QVERIFY(words::environmentWord(Environment::Test)
                != words::environmentWord(Environment::Production));
        seen.clear();
        for (const auto s : {HistoryStage::Authorize, HistoryStage::Exchange, HistoryStage::Refresh,
                             HistoryStage::Probe, HistoryStage::Revoke, HistoryStage::Keychain,
                             HistoryStage::Storage, HistoryStage::Local})
            seen.insert(words::stageWord(s));
        QCOMPARE(seen.size(), 8);
        seen.clear();
        for (const auto c : {CheckId::Network, CheckId::Clock, CheckId::Keychain, CheckId::Grant}) {
            seen.insert(words::checkName(c, u"Shopify"_s));
            for (const bool passed : {true, false}) {
                CheckResult result;
                result.check = c;
                result.passed = passed;
                const QString sentence = words::checkSentence(result, u"Shopify"_s);
                QVERIFY2(test::isPlainEnglish(sentence), qPrintable(sentence));
            }
        }
        QCOMPARE(seen.size(), 4);
    }

    void timesReadAsAPersonWouldSayThem_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("said");
        const auto at = [](int y, int m, int d, int h, int min) {
            return QDateTime(QDate(y, m, d), QTime(h, min), Qt::UTC);
        };
        QTest::newRow("this second") << now << u"just now"_s;
        QTest::newRow("59 s") << now.addSecs(-59) << u"just now"_s;
        QTest::newRow("3 min") << now.addSecs(-180) << u"3 min ago"_s;
        QTest::newRow("2 h") << now.addSecs(-2 * 3600 - 60) << u"2 h ago"_s;
        QTest::newRow("yesterday") << at(2026, 11, 17, 14, 5) << u"yesterday 14:05"_s;
        QTest::newRow("weekday") << at(2026, 11, 10, 8, 12) << u"Tue 10 Nov, 08:12"_s;
        QTest::newRow("last year") << at(2025, 3, 9, 8, 12) << u"9 Mar 2025"_s;
        QTest::newRow("in a moment") << now.addSecs(20) << u"in a moment"_s;
        QTest::newRow("in 5 min") << now.addSecs(5 * 60 + 10) << u"in 5 min"_s;
        QTest::newRow("in 3 h") << now.addSecs(3 * 3600 + 10) << u"in 3 h"_s;
        QTest::newRow("tomorrow") << at(2026, 11, 19, 16, 0) << u"tomorrow 16:00"_s;
        QTest::newRow("next week") << at(2026, 11, 24, 9, 0) << u"Tue 24 Nov, 09:00"_s;
        QTest::newRow("in two years") << at(2028, 5, 1, 9, 0) << u"1 May 2028"_s;
        QTest::newRow("unknown") << QDateTime() << u"at an unknown time"_s;
    }
    void timesReadAsAPersonWouldSayThem()
    {
        QFETCH(QDateTime, time);
        QFETCH(QString, said);
        QCOMPARE(words::when(time, now), said);
    }

    void historyReadsAsSentences()
    {
        HistoryEvent event;
        event.kind = HistoryKind::Failure;
        event.stage = HistoryStage::Refresh;
        event.errorClass = ErrorClass::ExpiredRefresh;
        event.httpStatus = 400;
        QCOMPARE(words::historySentence(event, u"eBay"_s), u"Sign-in expired (eBay) · HTTP 400"_s);
        event.kind = HistoryKind::Recovery;
        event.stage = HistoryStage::Probe;
        QCOMPARE(words::historySentence(event, u"eBay"_s), u"eBay works again"_s);
        event.kind = HistoryKind::Change;
        event.action = u"revoke"_s;
        QCOMPARE(words::historySentence(event, u"eBay"_s), u"Access at eBay withdrawn by you"_s);
    }
};

RELINK_TEST(StatusWordsTest)
#include "statuswordstest.moc"
