// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsedocumentation.h"
#include "core/rules/redact.h"
#include "core/rules/supportchecklists.h"
#include "core/rules/supportjson.h"
#include "core/rules/supportmask.h"
#include "core/rules/supportpacket.h"
#include "core/rules/triedsteps.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QString token = u"canary0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0"_s;

QByteArray contentOf(const QString &name)
{
    QFile file(QStringLiteral(RELINK_SOURCE_DIR "/resources/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<QList<SupportChecklist>> shippedLists()
{
    QMap<QString, QByteArray> files;
    const QDir folder(QStringLiteral(RELINK_SOURCE_DIR "/resources/documented"));
    for (const QString &name : folder.entryList({u"*.json"_s}))
        files.insert(name, contentOf(QString(u"documented/"_s + name)));
    const auto documentation = parseDocumentation(files);
    if (!documentation)
        return documentation.error();
    return parseSupportChecklists(contentOf(u"support/checklists.json"_s), *documentation);
}

QDateTime at(int day, int hour = 8)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, 12), Qt::UTC);
}

HistoryEvent failure(int day, const QString &message = {}, int count = 1)
{
    HistoryEvent event;
    event.id = day;
    event.time = at(day, 9);
    event.firstSeen = at(day);
    event.noticedAt = at(day, 9);
    event.count = count;
    event.connection = {u"id-1"_s};
    event.connectionName = u"Harbour shop"_s;
    event.provider = u"ebay"_s;
    event.errorClass = ErrorClass::ExpiredRefresh;
    event.httpStatus = 400;
    event.code = u"invalid_grant"_s;
    event.message = message;
    return event;
}

HistoryEvent of(HistoryKind kind, int day, const QString &action, const QString &message = {})
{
    HistoryEvent event;
    event.id = 100 + day;
    event.time = event.firstSeen = at(day, 10);
    event.kind = kind;
    event.action = action;
    event.provider = u"ebay"_s;
    event.connectionName = u"Harbour shop"_s;
    event.message = message;
    return event;
}

SupportFacts facts(const QList<HistoryEvent> &events)
{
    SupportFacts facts;
    facts.connection.id = {u"id-1"_s};
    facts.connection.name = u"Harbour shop"_s;
    facts.connection.provider = u"ebay"_s;
    facts.connection.via = u"mintsoft"_s;
    facts.connection.authMethod = u"oauth2"_s;
    facts.connection.secretAccount = u"account-1"_s;
    facts.connection.organisation = {u"org-4711"_s, u"Harbour Ltd"_s};
    facts.connection.identity = u"alice"_s;
    facts.connection.inputs.insert(u"username"_s, u"alice.harbour"_s);
    facts.connection.captures.insert(u"realm"_s, u"9341453"_s);
    facts.providerName = u"eBay"_s;
    facts.events = events;
    facts.versions = {u"1.2"_s, u"6.4"_s, u"Debian"_s, u"Secret Service (ready)"_s};
    return facts;
}

SupportWishes wishes(bool names = false)
{
    return {{}, names, at(22), "Europe/London"};
}

} // namespace

//! The packet for a support team: what is in it, and what is not.
class SupportPacketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedListsAskWhatTheArticlesAsk()
    {
        const auto lists = shippedLists();
        QVERIFY2(lists.ok(), lists.ok() ? "" : qPrintable(lists.error().description));
        QStringList rows;
        for (const SupportChecklist &list : *lists) {
            rows += list.sources;
            for (const SupportQuestion &question : list.questions)
                rows += question.row;
        }
        for (const char *row :
             {"AMG-50", "AMG-51", "AMG-52", "AMG-53", "AMG-54", "MIN-80", "MIN-81", "MIN-82",
              "MIN-83", "MIN-84", "XRM-24", "SGE-36", "SGE-45", "X-11"})
            QVERIFY2(rows.contains(QLatin1StringView(row)), row);
        const auto fieldsOf = [&lists](const QString &via, const QString &provider) {
            QStringList fields;
            for (const SupportQuestion &question : checklistFor(*lists, via, provider).questions)
                fields += toString(question.field);
            return fields.join(u' ');
        };
        QCOMPARE(fieldsOf(u"Amalgam"_s, u"xero"_s), u"doing integration frequency changes"_s);
        QCOMPARE(fieldsOf({}, u"mintsoft"_s), u"message integration occurred pictures steps"_s);
        // The product that the connection serves goes before the provider.
        QCOMPARE(checklistFor(*lists, u"mintsoft"_s, u"amalgam"_s).id, u"mintsoft"_s);
        QCOMPARE(checklistFor(*lists, {}, u"ebay"_s).id, u"everybody"_s);
    }

    void aListNamesDocumentedRowsOnly()
    {
        const QByteArray json = R"({"schema":1,"checklists":[{"id":"a","products":[],)"
                                R"("sources":[],"questions":[{"field":"steps","row":"NO-1"}]}]})";
        const auto lists = parseSupportChecklists(json, {});
        QVERIFY(!lists.ok());
        QVERIFY(lists.error().description.contains(u"NO-1"_s));
        QVERIFY(!parseSupportChecklists("{}", {}).ok());
        QVERIFY(!parseSupportChecklists(
                     QByteArray(json).replace("\"NO-1\"", "\"\"").replace("steps", "stepz"), {})
                     .ok());
    }

    void everyReplacedValueIsRecorded()
    {
        const QString message
            = u"{\"error\":\"invalid_grant\",\"refresh_token\":\"%1\"} for alice of Harbour Ltd"_s
                  .arg(token);
        const SupportPacket packet = makeSupportPacket(facts({failure(17, message)}), wishes());
        QVERIFY(packet.error.has_value());
        QCOMPARE(
            packet.error->message,
            u"{\"error\":\"invalid_grant\",\"refresh_token\":\"‹hidden›\"} for ‹name› of ‹name›"_s);
        const auto secret = std::find_if(
            packet.hidden.begin(), packet.hidden.end(),
            [](const HiddenValue &value) { return value.kind == HiddenValue::Kind::Secret; });
        QVERIFY(secret != packet.hidden.end());
        QCOMPARE(*secret,
                 (HiddenValue {HiddenValue::Kind::Secret, u"refresh_token"_s, token.size(),
                               HiddenValue::Where::Message, at(17, 9)}));
        QCOMPARE(token.size(), 43);
    }

    void whatWasHiddenBeforeIsToldAsSuch()
    {
        const SupportPacket packet
            = makeSupportPacket(facts({failure(17, u"access_token=‹hidden›"_s)}), wishes(true));
        QCOMPARE(packet.hidden.size(), 1);
        QCOMPARE(packet.hidden.first().kind, HiddenValue::Kind::Before);
        QCOMPARE(packet.hidden.first().label, u"access_token"_s);
        QCOMPARE(packet.hidden.first().length, 0);
    }

    //! What is stored is hidden wherever it was typed, however harmless it looks.
    void whatIsStoredIsHiddenByItsValue()
    {
        SupportFacts facts;
        facts.connection.name = u"Depot"_s;
        facts.secrets = {SecretBytes("hunter2"), SecretBytes("abc")};
        SupportWishes wishes;
        wishes.doing = u"I signed in with pw hunter2 and saw abc"_s;
        wishes.now = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
        wishes.timeZone = "Europe/London";
        const SupportPacket packet = makeSupportPacket(facts, wishes);
        QCOMPARE(packet.doing, u"I signed in with pw ‹hidden› and saw abc"_s);
        QVERIFY(
            std::any_of(packet.hidden.begin(), packet.hidden.end(), [](const HiddenValue &value) {
                return value.kind == HiddenValue::Kind::Secret && value.length == 7;
            }));
    }

    //! R94: no names or shops unless ticked; ids of rows and accounts never.
    void namesStandInItOnlyWhenWanted()
    {
        SupportFacts all = facts({of(HistoryKind::Change, 18, QString(notedAction),
                                     u"Alice left, bob@harbour.example is new at Harbour shop"_s),
                                  failure(17, u"realm 9341453 of org-4711, alice.harbour"_s)});
        SupportWishes with = wishes(true);
        SupportWishes without = wishes();
        with.doing = without.doing = u"Alice exported the orders of Harbour Ltd"_s;
        const QByteArray hidden = supportJson(makeSupportPacket(all, without), {});
        const QByteArray shown = supportJson(makeSupportPacket(all, with), {});
        for (const char *name : {"lice", "Harbour", "harbour", "9341453", "org-4711", "bob"}) {
            QVERIFY2(!hidden.contains(name), hidden.constData());
            QVERIFY2(shown.contains(name), name);
        }
        for (const char *id : {"id-1", "account-1"}) {
            QVERIFY2(!hidden.contains(id), id);
            QVERIFY2(!shown.contains(id), id);
        }
        QCOMPARE(QJsonDocument::fromJson(hidden)["connection"_L1]["name"_L1].type(),
                 QJsonValue::Null);
    }

    //! A connection that is called after its provider gives nobody away.
    void theNameOfAProviderStays()
    {
        SupportFacts all = facts({failure(17, u"eBay said no to Harbour shop"_s)});
        all.connection.inputs.insert(u"site"_s, u"eBay"_s);
        const SupportPacket packet = makeSupportPacket(all, wishes());
        QCOMPARE(packet.error->message, u"eBay said no to ‹name›"_s);
    }

    void saysHowOftenItHappens_data()
    {
        QTest::addColumn<QList<HistoryEvent>>("events");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("recoveries");
        using Kind = SupportFrequency::Kind;
        const HistoryEvent mended = of(HistoryKind::Recovery, 12, u"check"_s);
        HistoryEvent other = failure(11);
        other.errorClass = ErrorClass::Network;
        QTest::newRow("nothing") << QList<HistoryEvent> {} << int(Kind::None) << 0 << 0;
        QTest::newRow("once") << QList {failure(17)} << int(Kind::Once) << 1 << 0;
        QTest::newRow("every time") << QList {failure(17, {}, 5)} << int(Kind::EveryTime) << 5 << 0;
        QTest::newRow("now and then")
            << QList {failure(17, {}, 2), mended, failure(10)} << int(Kind::Sometimes) << 3 << 1;
        QTest::newRow("mended before the first")
            << QList {failure(17, {}, 2), mended, other} << int(Kind::EveryTime) << 2 << 0;
    }
    void saysHowOftenItHappens()
    {
        QFETCH(const QList<HistoryEvent>, events);
        QFETCH(const int, kind);
        const SupportFrequency often = makeSupportPacket(facts(events), wishes()).frequency;
        QCOMPARE(int(often.kind), kind);
        QTEST(often.failures, "failures");
        QTEST(often.recoveries, "recoveries");
        if (!events.isEmpty()) {
            QCOMPARE(often.last, events.first().time);
            QCOMPARE(often.first >= at(10), true);
        }
    }

    void theFailureThatStillStandsIsTold()
    {
        HistoryEvent over = failure(18, u"later, and over"_s);
        over.resolved = true;
        over.errorClass = ErrorClass::Network;
        const SupportPacket packet
            = makeSupportPacket(facts({over, failure(17, u"stands"_s)}), wishes());
        QCOMPARE(packet.error->message, u"stands"_s);
        QCOMPARE(packet.error->firstSeen, at(17));
        QCOMPARE(packet.error->noticedAt, at(17, 9));
        QCOMPARE(packet.events.size(), 2);
    }

    void stepsAreToldWithWhatCameOfThem()
    {
        SupportFacts all = facts({of(HistoryKind::Change, 18, u"refresh"_s), failure(17),
                                  of(HistoryKind::Change, 16, u"refresh"_s)});
        ReconnectProgress progress;
        const auto step = [&progress](const QString &id, StepKind kind, StepStatus status,
                                      const QString &reason = {}) {
            Step made;
            made.id = id;
            made.kind = kind;
            made.title = u"Title of "_s + id;
            made.source = u"MIN-21"_s;
            made.options = {{u"yes"_s, u"Yes, on Monday"_s, {}, {}, false}};
            progress.plan.steps += made;
            StepRecord record;
            record.status = status;
            record.at = at(18);
            record.answer = u"yes"_s;
            record.reason = reason;
            progress.records.insert(id, record);
        };
        step(u"what"_s, StepKind::Explain, StepStatus::Done);
        step(u"check"_s, StepKind::Check, StepStatus::Failed);
        step(u"there"_s, StepKind::External, StepStatus::NotPossible,
             u"password: hunter2hunter2 does not work"_s);
        step(u"skip"_s, StepKind::External, StepStatus::Skipped);
        step(u"later"_s, StepKind::Action, StepStatus::Open);
        all.progress = progress;
        const SupportPacket packet = makeSupportPacket(all, wishes());
        QStringList told;
        for (const SupportStep &each : packet.steps)
            told += QString(each.id % u' ' % toString(each.status));
        QCOMPARE(told,
                 (QStringList {u"check failed"_s, u"there not_possible"_s, u"skip skipped"_s}));
        QCOMPARE(packet.steps[0].answer, u"Yes, on Monday"_s);
        QVERIFY(!packet.steps[1].reason.contains(u"hunter2"_s));
        // What was done since the failure began is an attempt; what came before it is a change.
        QCOMPARE(packet.attempts.size(), 1);
        QCOMPARE(packet.attempts.first().time, at(18, 10));
        QCOMPARE(packet.changes.size(), 2);
    }

    //! MIN-84: also when the reconnect is over.
    void stepsOfReconnectsThatAreOverAreTold()
    {
        ReconnectProgress over;
        Step step;
        step.kind = StepKind::External;
        step.title = u"Ask [them] | at {provider}"_s;
        step.options = {{u"yes"_s, u"Yes: on Monday"_s, {}, {}, false}};
        for (const auto &[id, status] :
             {std::pair(u"one"_s, StepStatus::Done), std::pair(u"two"_s, StepStatus::NotPossible),
              std::pair(u"three"_s, StepStatus::Open)}) {
            step.id = id;
            over.plan.steps += step;
            over.records[id].status = status;
        }
        over.records[u"one"_s].answer = u"yes"_s;
        over.records[u"two"_s].reason
            = u"no | key: really\n[api_key=%1] with alice.harbour"_s.arg(token);
        const QString message = triedSteps(over);
        QVERIFY(!message.contains(token) && !message.contains(u'\n'));
        HistoryEvent given = of(HistoryKind::Change, 18, u"reconnect"_s, message);
        given.cause = givenUp;
        const HistoryEvent before = of(HistoryKind::Change, 16, u"reconnect"_s, message);
        const SupportPacket packet
            = makeSupportPacket(facts({given, failure(17), before}), wishes());
        QCOMPARE(packet.steps.size(), 2);
        QCOMPARE(packet.steps[0].title, u"Ask (them) / at {provider}"_s);
        QVERIFY(packet.steps[0].status == StepStatus::Done);
        QCOMPARE(packet.steps[0].answer, u"Yes – on Monday"_s);
        QCOMPARE(packet.steps[0].reason, QString());
        QCOMPARE(packet.steps[0].at, given.time);
        QVERIFY(packet.steps[1].status == StepStatus::NotPossible);
        QVERIFY2(packet.steps[1].reason.startsWith(u"no / key: really (api_key="_s),
                 qPrintable(packet.steps[1].reason));
        QVERIFY(!packet.steps[1].reason.contains(u"alice.harbour"_s));
        for (const HistoryEvent &change : packet.changes)
            QCOMPARE(change.message, QString());
        QCOMPARE(packet.attempts.size(), 1);
    }

    void whatIsNoListOfStepsIsNone_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("steps");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("words") << u"Authorised again"_s << 0;
        QTest::newRow("unknown state") << u"A [perhaps]"_s << 0;
        QTest::newRow("no title") << u"[done]"_s << 0;
        QTest::newRow("one of two") << u"A [done] | B"_s << 1;
        QTest::newRow("two") << u"A [done] | B [skipped]: away"_s << 2;
    }
    void whatIsNoListOfStepsIsNone()
    {
        QFETCH(QString, message);
        HistoryEvent event = of(HistoryKind::Change, 18, u"reconnect"_s, message);
        QTEST(int(triedSteps(event).size()), "steps");
        event.kind = HistoryKind::Failure;
        QVERIFY(triedSteps(event).isEmpty());
        event = of(HistoryKind::Change, 18, QString(notedAction), message);
        QVERIFY(triedSteps(event).isEmpty());
    }

    //! A line of the history holds no novel, and what was tried last matters most.
    void aLongReconnectIsCutAtItsBeginning()
    {
        ReconnectProgress progress;
        for (int i = 0; i < 100; ++i) {
            Step step;
            step.id = QString::number(i);
            step.kind = StepKind::External;
            step.title = u"Step "_s + step.id;
            progress.plan.steps += step;
            progress.records[step.id].status = StepStatus::Skipped;
            progress.records[step.id].reason = QString(5000, u'x');
        }
        const QString message = triedSteps(progress);
        QVERIFY(message.size() <= 4000 && message.size() > 3000);
        const auto steps = triedSteps(of(HistoryKind::Change, 18, u"reconnect"_s, message));
        QVERIFY(steps.size() > 5);
        QCOMPARE(steps.last().title, u"Step 99"_s);
        QVERIFY(triedSteps(ReconnectProgress()).isEmpty());
    }

    //! Whatever is planted in any text, no spelling of it is in what leaves.
    void noTextLetsASecretThrough()
    {
        const QString planted = u"access_token=%1&x=1 Authorization: Bearer %1"_s.arg(token);
        HistoryEvent event = failure(17, planted);
        event.providerCode = event.code = u"token: "_s + token;
        SupportFacts all
            = facts({of(HistoryKind::Change, 18, QString(notedAction), planted), event});
        all.connection.via = u"api_key="_s + token;
        all.connection.organisation.name = u"secret: "_s + token;
        AuthError error;
        error.description = error.providerCode = planted;
        error.evidence = token.toUtf8();
        error.challenge = token.toUtf8();
        error.uri = token;
        all.connection.state.error = error;
        for (const bool names : {false, true}) {
            SupportWishes wanted = wishes(names);
            wanted.doing = planted;
            const SupportPacket packet = makeSupportPacket(all, wanted);
            QVERIFY(!supportJson(packet, {}).contains(token.toUtf8()));
            QVERIFY(packet.connection.state.error.has_value());
            QVERIFY(packet.connection.state.error->evidence.isEmpty());
            QVERIFY(packet.connection.state.error->challenge.isEmpty());
            QVERIFY(!packet.connection.state.error->description.contains(token));
            QVERIFY(packet.connection.inputs.isEmpty());
            QVERIFY(packet.connection.secretAccount.isEmpty());
        }
    }

    void redactTellsWhatItHid()
    {
        const QString text = u"refresh_token=abcdefgh12345678 and {\"password\":\"pa ss\"}"_s;
        QStringList hidden;
        for (const TextPassage &passage : RedactedText(text).hidden())
            hidden += text.mid(passage.start, passage.length);
        QCOMPARE(hidden, (QStringList {u"abcdefgh12345678"_s, u"pa ss"_s}));
        QVERIFY(RedactedText(u"nothing here"_s).hidden().isEmpty());
    }
};

RELINK_TEST(SupportPacketTest)
#include "tst_support.moc"
