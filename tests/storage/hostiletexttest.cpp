// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/profile.h"
#include "storage/samples.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqlitereconnectprogressstore.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QStringList ownTexts()
{
    return {
        u"'; DROP TABLE connection; --"_s,
        u"\" OR \"\"=\""_s,
        u"Robert'); DELETE FROM history WHERE ('1'='1"_s,
        u"%s%n%p ? ?1 :a @b $c"_s,
        u"a\nb\r\nc\td\v\f\b\x1b[31m"_s,
        QString::fromUtf16(u"before\0after", 12),
        QString(QChar(u'\0')),
        u"\u202Eright to left\u202C \u0645\u0631\u062d\u0628\u0627"_s,
        u"Z\u0351\u036b\u0343a\u0363\u0369l\u0348\u035a"_s,
        u"\U0001F469\u200D\U0001F4BB \U000E0067"_s,
        u"田中さんにあげて下さい"_s,
        u"\u0000\u0085\u2028\u2029\u00ad\u200b"_s,
        u"{\"json\":\"\\u0000\"} <b>&amp;</b> \\ /"_s,
        u"   "_s,
        u"NULL"_s,
        u"9223372036854775808"_s,
        u"1e400"_s,
        u"x'00'"_s,
        u"inside\uFEFFof it"_s,
        QString(500'000, u'ü'), // a megabyte,
    };
}

//! The published list and our own.
QStringList hostileTexts()
{
    QStringList texts = ownTexts();
    const QByteArray blns
        = Profile::bytesOf(QLatin1StringView(RELINK_SHARED_DIR "/data/blns/blns.json"));
    for (const QJsonValue value : QJsonDocument::fromJson(blns).array())
        texts.append(value.toString());
    return texts;
}

} // namespace

class HostileTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePublishedListIsThere();
    void aConnectionIsStoredWholeOrRefused();
    void anEventIsStoredWhole();
    void whatIsNoTextIsRefusedOrReplaced_data();
    void whatIsNoTextIsRefusedOrReplaced();
};

void HostileTextTest::thePublishedListIsThere()
{
    if (!QFileInfo::exists(QLatin1StringView(RELINK_SHARED_DIR "/data/blns/blns.json")))
        QSKIP(
            "the big list of naughty strings is not there; the other tests have texts of our own");
    QVERIFY(hostileTexts().size() > 500);
}

void HostileTextTest::aConnectionIsStoredWholeOrRefused()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    SqliteReconnectProgressStore progresses(*database);
    QList<Connection> expected;
    int refused = 0;
    const QStringList texts = hostileTexts();
    for (int n = 0; n < texts.size(); ++n) {
        const QString &text = texts.at(n);
        Connection c = sampleConnection(n);
        // Distinct from the others without regard to case.
        c.name = u"%1 %2"_s.arg(n).arg(text);
        // A megabyte in every field would say no more than one in the name.
        const QString other = text.left(10'000);
        c.via = other;
        c.inputs = {{u"client_id"_s, other}, {other, u"key"_s}};
        c.captures = c.inputs;
        c.scope = {other, other};
        c.boundOrigins = {other};
        c.discovered.issuer = other;
        c.state.error->description = other;
        c.state.error->evidence = other.toUtf8();
        c.state.diagnosis->alternatives = {{ErrorClass::Proxy, other}};
        const auto saved = store.save(c);
        if (saved) {
            expected.append(c);
        } else {
            QVERIFY(saved.error().is(code::invalidInput));
            ++refused;
        }
        ReconnectProgress progress = sampleProgress(c.id);
        progress.plan.steps[0].text = other;
        progress.records = {{other, StepRecord {}}};
        QVERIFY(progresses.save(progress).ok());
        QVERIFY(progresses.load(c.id).value() == progress);
    }
    const auto read = store.connections();
    QCOMPARE(read->size(), expected.size());
    for (int i = 0; i < expected.size(); ++i)
        QVERIFY2(read->at(i) == expected.at(i), qPrintable(expected.at(i).name.left(100)));
    QVERIFY(refused < 5);
}

void HostileTextTest::anEventIsStoredWhole()
{
    const Profile profile;
    const auto database = profile.ready();
    SqliteHistory history(*database);
    int count = 0;
    for (const QString &text : hostileTexts()) {
        if (!isStoredWhole(text))
            continue;
        ++count;
        HistoryEvent e = sampleEvent();
        e.connection.value = QString::number(count);
        e.connectionName = text;
        e.message = text;
        e.code = text;
        e.cause = text;
        e.providerCode = text;
        e.action = text;
        e.provider = text;
        (void)history.append(e);

        HistoryQuery query;
        query.connection = e.connection;
        query.search = text;
        query.provider = text;
        const auto found = await(history.query(query));
        QVERIFY2(found->size() == 1, qPrintable(text.left(100)));
        e.id = found->constFirst().id;
        QVERIFY2(found->constFirst() == e, qPrintable(text.left(100)));
    }
    QVERIFY(count >= ownTexts().size());
}

void HostileTextTest::whatIsNoTextIsRefusedOrReplaced_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    QTest::newRow("half a pair") << u"a"_s + QChar(0xd800) + u"b"_s << u"a\uFFFDb"_s;
    QTest::newRow("the other half") << u"a"_s + QChar(0xdc00) << u"a\uFFFD"_s;
    QTest::newRow("U+FFFE") << QChar(0xfffe) + u"a"_s << u"\uFFFDa"_s;
    QTest::newRow("U+FFFF") << u"a"_s + QChar(0xffff) << u"a\uFFFD"_s;
    QTest::newRow("byte order mark first") << QChar(0xfeff) + u"a"_s << u"a"_s;
    QTest::newRow("only byte order marks") << QString(2, QChar(0xfeff)) << u""_s;
}

void HostileTextTest::whatIsNoTextIsRefusedOrReplaced()
{
    QFETCH(QString, text);
    QFETCH(QString, stored);
    const Profile profile;
    const auto database = profile.ready();
    SqliteConnectionStore store(*database);
    Connection c = sampleConnection();
    c.name = text;
    QVERIFY(store.save(c).error().is(code::invalidInput));
    // What a server sent must not keep the rest from being stored.
    c = sampleConnection();
    c.identity = text;
    c.state.error->description = text;
    QVERIFY(store.save(c).ok());
    QCOMPARE(store.connections()->constFirst().identity, stored);
    QCOMPARE(store.connections()->constFirst().name, c.name);

    SqliteHistory history(*database);
    HistoryEvent e = sampleEvent();
    e.message = text;
    (void)history.append(e);
    const auto found = await(history.query({}));
    QCOMPARE(found->constFirst().message, stored);
    QCOMPARE(found->constFirst().code, e.code);
}

RELINK_TEST(HostileTextTest)
#include "hostiletexttest.moc"
