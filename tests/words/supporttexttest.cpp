// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/supporttext.h"
#include "core/rules/triedsteps.h"
#include "support/testmain.h"
#include "words/supportwords.h"
#include "words/triedwords.h"
#include "words/words.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int day)
{
    return QDateTime(QDate(2026, 11, day), QTime(8, 12), Qt::UTC);
}

SupportPacket packet(const QList<SupportQuestion> &questions)
{
    SupportPacket packet;
    packet.madeAt = at(22);
    packet.timeZone = "Europe/Berlin";
    packet.versions = {u"1.2"_s, u"6.4.2"_s, u"Debian 12"_s, u"Secret Service (ready)"_s};
    packet.checklist.questions = questions;
    packet.connection.name = u"‹name›"_s;
    packet.connection.via = u"Mintsoft"_s;
    packet.providerName = u"eBay"_s;
    HistoryEvent error;
    error.time = at(18);
    error.firstSeen = at(17);
    error.noticedAt = at(18);
    error.count = 4;
    error.errorClass = ErrorClass::ExpiredRefresh;
    error.httpStatus = 400;
    error.code = u"invalid_grant"_s;
    error.providerCode = u"E-9"_s;
    error.message = u"the refresh token is invalid"_s;
    packet.error = error;
    packet.events = {error};
    packet.frequency = {SupportFrequency::Kind::Sometimes, 4, 2, at(10), at(18)};
    return packet;
}

QString between(const QString &text, const QString &heading)
{
    const qsizetype start = text.indexOf(u'\n' + heading + u'\n');
    const qsizetype end = text.indexOf(u"\n\n"_s, start + 1);
    return start < 0 ? QString() : text.mid(start, end - start);
}

} // namespace

//! The support packet in words.
class SupportTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! MIN-84: a reconnect that is over, in the history.
    void whatAReconnectTriedIsSaid()
    {
        Connection connection;
        connection.name = u"Web shop"_s;
        connection.provider = u"ebay"_s;
        ReconnectProgress progress;
        Step step;
        step.kind = StepKind::External;
        for (const auto &[id, title] : {std::pair(u"one"_s, u"Authorise again at {provider}"_s),
                                        std::pair(u"two"_s, u"Ask your administrator"_s)}) {
            step.id = id;
            step.title = title;
            progress.plan.steps += step;
        }
        progress.records[u"one"_s].status = StepStatus::Done;
        progress.records[u"two"_s].status = StepStatus::NotPossible;
        progress.records[u"two"_s].reason = u"she is away: until Monday"_s;
        HistoryEvent event = reconnectEvent(connection, progress, true, at(19));
        QCOMPARE(event.time, at(19));
        QCOMPARE(words::historySentence(event, u"eBay"_s),
                 u"Reconnecting at eBay given up by you"_s);
        QCOMPARE(words::historyMessage(event, u"eBay"_s),
                 u"Authorise again at eBay: done\n"
                 "Ask your administrator: not possible – she is away: until Monday"_s);
        event = reconnectEvent(connection, progress, false, at(19));
        QCOMPARE(words::historySentence(event, u"eBay"_s), u"Authorised again at eBay"_s);
        event.message = u"their own words"_s;
        QCOMPARE(words::historyMessage(event, u"eBay"_s), u"their own words"_s);
    }

    void whatIsAskedForComesFirst()
    {
        const QString text = words::supportText(
            packet({{SupportField::Frequency, u"AMG-52"_s}, {SupportField::Changes, u"AMG-53"_s}}),
            {});
        const qsizetype frequency = text.indexOf(u"How often it happens"_s);
        const qsizetype changes = text.indexOf(u"Recent changes"_s);
        const qsizetype message = text.indexOf(u"Full error message"_s);
        QVERIFY(frequency > 0);
        QVERIFY(frequency < changes);
        QVERIFY(changes < message);
        QCOMPARE(text.count(u"\nRecent changes\n"_s), 1);
    }

    void everythingAskedForIsAnswered()
    {
        SupportPacket whole = packet({});
        SupportStep step;
        step.title = u"Check the page at {provider}"_s;
        step.status = StepStatus::NotPossible;
        step.at = at(19);
        step.source = u"MIN-21"_s;
        step.reason = u"nobody has the password"_s;
        whole.steps = {step};
        HistoryEvent change;
        change.kind = HistoryKind::Change;
        change.action = u"edit"_s;
        change.time = at(16);
        whole.changes = {change};
        const QString text = words::supportText(whole, {u"history.png"_s});
        const QString message = between(text, u"Full error message with its codes"_s);
        for (const QString &part :
             {u"HTTP 400"_s, u"invalid_grant"_s, u"E-9"_s, u"the refresh token is invalid"_s})
            QVERIFY2(message.contains(part), qPrintable(message));
        const QString integration = between(text, u"Integration and platform"_s);
        QVERIFY(integration.contains(u"Mintsoft"_s) && integration.contains(u"eBay"_s));
        const QString occurred = between(text, u"When it first occurred"_s);
        QVERIFY2(occurred.contains(u"First occurred: Tuesday, 17 November 2026, 09:12 "
                                   "(Europe/Berlin, UTC+01:00)"_s),
                 qPrintable(occurred));
        QVERIFY(occurred.contains(u"First noticed: Wednesday, 18 November 2026"_s));
        QVERIFY(occurred.contains(u"10 November 2026"_s));
        QVERIFY(between(text, u"How often it happens"_s)
                    .contains(u"seen 4 times, and it worked again 2 times"_s));
        const QString steps = between(text, u"Steps already tried"_s);
        QVERIFY2(steps.contains(u"Check the page at eBay: not possible"_s), qPrintable(steps));
        QVERIFY(steps.contains(u"nobody has the password"_s) && steps.contains(u"[MIN-21]"_s));
        QVERIFY(between(text, u"Recent changes"_s).contains(u"Settings changed"_s));
        QVERIFY(between(text, u"Pictures"_s).contains(u"history.png"_s));
        QVERIFY(between(text, u"Versions"_s).contains(u"Relink 1.2 · Qt 6.4.2"_s));
    }

    void aConnectionThatWorksSaysSo()
    {
        SupportPacket works = packet({});
        works.error.reset();
        works.events.clear();
        works.frequency = {};
        const QString text = words::supportText(works, {});
        QVERIFY(text.contains(u"No failure of this connection is known."_s));
        QVERIFY(!text.contains(u"HTTP"_s));
    }

    void whatWasReplacedIsNamed_data()
    {
        QTest::addColumn<HiddenValue>("value");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("secret") << HiddenValue {
            HiddenValue::Kind::Secret, u"access_token"_s, 43, HiddenValue::Where::Message,
            at(17)} << u"••• access_token, 43 characters, in the message of Tue 17 Nov, %1"_s;
        QTest::newRow("name")
            << HiddenValue {HiddenValue::Kind::Name, {}, 1, HiddenValue::Where::Doing, {}}
            << u"••• a name, one character, in what you were doing"_s;
        QTest::newRow("before")
            << HiddenValue {HiddenValue::Kind::Before, {}, 0, HiddenValue::Where::Reason, {}}
            << u"••• a secret, hidden since it was stored, in your reason for a "
               "step"_s;
    }
    void whatWasReplacedIsNamed()
    {
        QFETCH(const HiddenValue, value);
        QFETCH(QString, sentence);
        if (sentence.contains(u"%1"_s))
            sentence = sentence.arg(at(17).toLocalTime().toString(u"HH:mm"_s));
        QCOMPARE(words::hiddenSentence(value, at(22)), sentence);
    }

    void aTimeSaysItsZone()
    {
        QCOMPARE(words::zonedTime(at(17), "America/New_York"),
                 u"Tuesday, 17 November 2026, 03:12 (America/New_York, UTC-05:00)"_s);
        QCOMPARE(words::zonedTime(at(17), "UTC"),
                 u"Tuesday, 17 November 2026, 08:12 (UTC+00:00)"_s);
        QCOMPARE(words::zonedTime(at(17), "No/Zone"),
                 u"Tuesday, 17 November 2026, 08:12 (UTC+00:00)"_s);
    }
};

RELINK_TEST(SupportTextTest)
#include "supporttexttest.moc"
