// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/helptopics.h"

#include "core/rules/parsedocumentation.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray article = R"({"schema":1,"id":"shop","name":"Shop","article":"Errors","rows":[
    {"id":"S-2","kind":"step","title":"Two","text":"Do another.","for":"developer"},
    {"id":"S-1","kind":"step","title":"One","text":"Do one thing.",
     "items":[{"text":"Look."},{"text":"Jump.","unsafe":true}]}]})";
const QByteArray table = R"({"schema":1,"scopes":{"generic":{"unknown":[]}}})";
const QByteArray topics = R"({"schema":1,"topics":[
    {"id":"short","title":"Short","paragraphs":[{"row":"S-1"},{"text":"More.","sources":["S-2"]}],
     "terms":[{"title":"Word","text":"Meaning.","sources":["S-2"]}]},
    {"id":"whole","title":"Whole","article":"shop"}]})";

Result<Documentation> parsed(const QByteArray &explanations)
{
    return parseDocumentation({{u"shop.json"_s, article},
                               {u"steps.json"_s, table},
                               {u"explanations.json"_s, explanations}});
}

} // namespace

//! The topics of the Help page.
class HelpTopicsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTopics()
    {
        const auto documentation = parsed(topics);
        if (!documentation)
            QFAIL(qPrintable(documentation.error().description));
        QCOMPARE(documentation->topics.size(), 2);
        const HelpTopic brief = documentation->topics.first();
        QCOMPARE(brief.paragraphs, (QStringList {u"Do one thing."_s, u"More."_s}));
        QCOMPARE(brief.sources, (QStringList {u"S-1"_s, u"S-2"_s}));
        QCOMPARE(brief.terms.first().word, u"Word"_s);
        // As in the article, not by name.
        QCOMPARE(documentation->topics.last().rows, (QStringList {u"S-2"_s, u"S-1"_s}));
        QCOMPARE(shortTopics(*documentation).size(), 1);
        QVERIFY(topicOf(u"whole"_s, *documentation));
        QVERIFY(!topicOf(u"nothing"_s, *documentation));
        const QSet<QString> whole {u"S-1"_s, u"S-2"_s};
        QCOMPARE(idsReachableInHelp(*documentation), whole);
    }

    void marksAreRead()
    {
        const auto documentation = parsed(topics);
        QVERIFY(documentation.ok());
        QVERIFY(documentation->rows.value(u"S-2"_s).forDevelopers);
        const DocumentedRow row = documentation->rows.value(u"S-1"_s);
        QVERIFY(!row.forDevelopers);
        QCOMPARE(row.items.size(), 2);
        QVERIFY(!row.items.first().unsafe);
        QVERIFY(row.items.last().unsafe);
    }

    void flawsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QByteArray &from, const QByteArray &to,
                            const QString &says) { QTest::newRow(name) << from << to << says; };
        row("row", "{\"row\":\"S-1\"}", "{\"row\":\"S-9\"}",
            u"short has a paragraph without words S-9"_s);
        row("source", "[\"S-2\"]}],", "[\"S-9\"]}],", u"short names the missing row S-9"_s);
        row("article", ":\"shop\"", ":\"market\"", u"whole names the missing article market"_s);
        row("no source", ",\"article\":\"shop\"", "", u"whole names no source"_s);
        row("key", "\"terms\"", "\"words\"", u"short has the unknown key words"_s);
        row("title", "\"Whole\"", "\"\"", u"needs an id and a title"_s);
    }
    void flawsAreNamed()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, says);
        QVERIFY(topics.contains(from));
        const auto documentation = parsed(QByteArray(topics).replace(from, to));
        QVERIFY(!documentation.ok());
        QVERIFY2(documentation.error().description.contains(says),
                 qPrintable(documentation.error().description));
    }

    //! AMK-02 to -04 and -13, MIN-40, XRM-30, SGE-53, SGE-54: each has a topic of its own.
    void theTopicsOfTheArticlesAreThere_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("when") << u"when_errors_appear"_s << QStringList {u"AMK-01"_s, u"AMK-02"_s};
        QTest::newRow("token") << u"access_token"_s
                               << QStringList {u"AMK-03"_s, u"AMK-10"_s, u"AMK-11"_s, u"AMK-12"_s,
                                               u"AMK-13"_s};
        QTest::newRow("reconnect") << u"reconnect"_s << QStringList {u"AMK-04"_s, u"X-04"_s};
        QTest::newRow("401") << u"status_401"_s << QStringList {u"SGE-53"_s, u"SGE-54"_s};
        QTest::newRow("403") << u"status_403"_s << QStringList {u"MIN-40"_s, u"XRM-30"_s};
        QTest::newRow("words") << u"words"_s << QStringList {u"X-05"_s, u"AMK-10"_s};
        QTest::newRow("rules") << u"reading_rules"_s << QStringList {u"X-01"_s, u"X-16"_s};
        QTest::newRow("left out") << u"left_out"_s
                                  << QStringList {u"SGE-15"_s, u"SGE-19"_s, u"SGE-55"_s, u"X-10"_s};
    }
    void theTopicsOfTheArticlesAreThere()
    {
        QFETCH(const QString, topic);
        QFETCH(const QStringList, ids);
        const HelpTopic *found = topicOf(topic, shippedDocumentation());
        QVERIFY(found);
        for (const QString &id : ids)
            QVERIFY2(found->sources.contains(id), qPrintable(id));
    }

    //! All 183, and none that nobody can read.
    void everyDocumentedRowCanBeRead()
    {
        const QSet<QString> reachable = idsReachableInHelp(shippedDocumentation());
        qsizetype documented = 0;
        for (const DocumentedRow &row : shippedDocumentation().rows) {
            QVERIFY2(reachable.contains(row.id), qPrintable(row.id));
            documented += row.product != u"relink"_s;
        }
        QCOMPARE(documented, 183);
    }

    //! X-09: the one unsafe advice of the articles is marked.
    void theUnsafeAdviceIsMarked()
    {
        const DocumentedRow row = shippedDocumentation().rows.value(u"SGE-50"_s);
        QCOMPARE(row.items.size(), 6);
        for (qsizetype i = 0; i < row.items.size(); ++i)
            QCOMPARE(row.items.at(i).unsafe, i == 4);
    }
};

RELINK_TEST(HelpTopicsTest)
#include "tst_helptopics.moc"
