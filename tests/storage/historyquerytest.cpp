// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class HistoryQueryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newestFirstAndPaged();
    void filters_data();
    void filters();
    void search_data();
    void search();
};

void HistoryQueryTest::newestFirstAndPaged()
{
    Fixture f;
    // Pairs of the same time, not in the order of time.
    QFuture<Result<Done>> last;
    for (int n = 0; n < 100; ++n)
        last = f.history.append(failure((n * 37 % 100) / 2, QString::number(n)));
    QVERIFY(await(last).ok());
    const auto all = f.find();
    QCOMPARE(all.size(), 100);
    for (int i = 1; i < all.size(); ++i) {
        QVERIFY(std::pair(all.at(i - 1).time, all.at(i - 1).id)
                > std::pair(all.at(i).time, all.at(i).id));
    }
    QList<HistoryEvent> paged;
    HistoryQuery page;
    page.limit = 7;
    while (true) {
        const auto found = f.find(page);
        if (found.isEmpty())
            break;
        QVERIFY(found.size() <= 7);
        paged += found;
        page.beforeId = found.constLast().id;
        page.beforeTime = found.constLast().time;
    }
    QVERIFY(paged == all);
    page = {};
    page.limit = 0;
    QVERIFY(f.find(page).isEmpty());
    page.limit = -1;
    QVERIFY(f.find(page).isEmpty());
}

void HistoryQueryTest::filters_data()
{
    QTest::addColumn<HistoryQuery>("query");
    QTest::addColumn<QList<int>>("expected");
    const auto row = [](const char *name, const QList<int> &expected, auto change) {
        HistoryQuery query;
        change(query);
        QTest::newRow(name) << query << expected;
    };
    row("none", {4, 3, 2, 1}, [](HistoryQuery &) {});
    row("connection", {4, 1}, [](HistoryQuery &q) { q.connection = ConnectionId {u"a"_s}; });
    row("no connection", {}, [](HistoryQuery &q) { q.connection = ConnectionId {}; });
    row("provider", {2}, [](HistoryQuery &q) { q.provider = u"other"_s; });
    row("class", {3}, [](HistoryQuery &q) { q.errorClass = ErrorClass::Revoked; });
    row("stage", {2}, [](HistoryQuery &q) { q.stage = HistoryStage::Refresh; });
    row("since", {4, 3}, [](HistoryQuery &q) { q.since = at(3); });
    row("until", {2, 1}, [](HistoryQuery &q) { q.until = at(2); });
    row("between", {3, 2}, [](HistoryQuery &q) {
        q.since = at(2);
        q.until = at(3);
    });
    row("unresolved", {3, 2}, [](HistoryQuery &q) { q.unresolvedOnly = true; });
    row("limit", {4, 3}, [](HistoryQuery &q) { q.limit = 2; });
    row("all together", {2}, [](HistoryQuery &q) {
        q.connection = ConnectionId {u"b"_s};
        q.provider = u"other"_s;
        q.errorClass = ErrorClass::Network;
        q.stage = HistoryStage::Refresh;
        q.since = at(0);
        q.until = at(9);
        q.search = u"OFF"_s;
        q.unresolvedOnly = true;
        q.limit = 5;
    });
}

void HistoryQueryTest::filters()
{
    QFETCH(HistoryQuery, query);
    QFETCH(QList<int>, expected);
    Fixture f;
    HistoryEvent two = failure(2, u"b"_s);
    two.provider = u"other"_s;
    two.stage = HistoryStage::Refresh;
    HistoryEvent three = failure(3, u"c"_s);
    three.errorClass = ErrorClass::Revoked;
    for (const HistoryEvent &event : {failure(1), two, three, recovery(4)})
        QVERIFY(f.append(event).ok());
    QCOMPARE(secondsOf(f.find(query)), expected);
}

void HistoryQueryTest::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("message") << u"exhausted"_s << QList<int> {1};
    QTest::newRow("case") << u"EXHAUSTED"_s << QList<int> {1};
    QTest::newRow("name") << u"müller"_s << QList<int> {2};
    QTest::newRow("umlaut in capitals") << u"MÜLLER STRASSE"_s << QList<int> {2};
    QTest::newRow("code") << u"invalid_grant"_s << QList<int> {3};
    QTest::newRow("percent") << u"%"_s << QList<int> {1};
    QTest::newRow("percent in words") << u"100% of"_s << QList<int> {1};
    QTest::newRow("underscore") << u"d_g"_s << QList<int> {3};
    QTest::newRow("underscore is no wildcard") << u"i_valid"_s << QList<int> {};
    QTest::newRow("quote") << u"O'Neil"_s << QList<int> {4};
    QTest::newRow("double quote") << u"\"shop\""_s << QList<int> {4};
    QTest::newRow("backslash") << u"c:\\temp"_s << QList<int> {4};
    QTest::newRow("injection") << u"' OR 1=1 --"_s << QList<int> {};
    QTest::newRow("emoji") << u"\U0001F600"_s << QList<int> {4};
    QTest::newRow("not across two fields") << u"quotaName of"_s << QList<int> {};
    QTest::newRow("very long") << QString(200'000, u'%') << QList<int> {};
    QTest::newRow("nothing there") << u"zebra"_s << QList<int> {};
}

void HistoryQueryTest::search()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, expected);
    Fixture f;
    HistoryEvent one = failure(1, u"a"_s);
    one.message = u"Exhausted 100% of the quota"_s;
    HistoryEvent two = failure(2, u"b"_s);
    two.connectionName = u"Müller Straße"_s;
    HistoryEvent three = failure(3, u"c"_s);
    three.code = u"invalid_grant"_s;
    HistoryEvent four = failure(4, u"d"_s);
    four.message = u"O'Neil's \"shop\" C:\\temp \U0001F600"_s;
    for (const HistoryEvent &event : {one, two, three, four})
        QVERIFY(f.append(event).ok());
    HistoryQuery query;
    query.search = text;
    QCOMPARE(secondsOf(f.find(query)), expected);
}

RELINK_TEST(HistoryQueryTest)
#include "historyquerytest.moc"
