// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/documentedsteps.h"

#include "core/rules/parsedocumentation.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray article = R"({"schema":1,"id":"shop","name":"Shop","article":"Errors","rows":[
    {"id":"S-1","kind":"step","title":"One","text":"Do one thing."},
    {"id":"S-2","kind":"step","title":"Two","text":"Do another.","menu_path":"A > B",
     "link":"https://shop.example/"}]})";
const QByteArray table = R"({"schema":1,"scopes":{
        "generic":{"revoked":["S-1"],"revoked/again":["S-2"],"unknown":[]},
        "shop":{"revoked":["S-2","S-1"]}},
    "variants":{"again":{"causes":["recurring"]}},
    "next_actions":[{"scope":null,"class":"revoked","variant":"again","action":"wait","why":"x"}]})";

Result<Documentation> parsed(const QByteArray &oneArticle, const QByteArray &steps)
{
    return parseDocumentation({{u"shop.json"_s, oneArticle}, {u"steps.json"_s, steps}});
}

QStringList idsOf(const DocumentedSteps &found)
{
    QStringList ids;
    for (const DocumentedRow &step : found.steps)
        ids += step.id;
    return ids;
}

} // namespace

//! Which documented steps are for which failure.
class DocumentedStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsArticlesAndTable()
    {
        const auto documentation = parsed(article, table);
        if (!documentation)
            QFAIL(qPrintable(documentation.error().description));
        const DocumentedRow row = documentation->rows.value(u"S-2"_s);
        QCOMPARE(row.source, u"Shop: Errors"_s);
        QCOMPARE(row.menuPath, u"A > B"_s);
        QCOMPARE(row.link, u"https://shop.example/"_s);
    }

    void flawsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("article");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, QByteArray from, QByteArray to, const char *says,
                            bool inArticle) {
            QTest::newRow(name) << (inArticle ? QByteArray(article).replace(from, to) : article)
                                << (inArticle ? table : QByteArray(table).replace(from, to))
                                << QString::fromUtf8(says);
        };
        row("missing row", "[\"S-1\"]", "[\"S-9\"]", "names the missing row S-9", false);
        row("class", "\"revoked\":[\"S-1\"]", "\"gone\":[\"S-1\"]", "is not about a known class",
            false);
        row("action", "wait", "dance", "is not a known action", false);
        row("schema", "\"schema\":1", "\"schema\":2", "steps.json: $.schema must be 1", false);
        row("scope", "generic", "all", "$.scopes.generic is missing", false);
        row("no json", "{\"schema\"", "\"schema\"", "steps.json: $", false);
        row("http", "https://shop", "http://shop", "must be https", true);
        row("repeated", "S-2", "S-1", "repeats the id S-1", true);
        row("unknown key", "\"name\"", "\"colour\":\"red\",\"name\"", "$.colour is an unknown key",
            true);
        row("no text", "\"title\":\"One\",\"text\":\"Do one thing.\"", "\"x\":1",
            "needs an id and a text", true);
    }
    void flawsAreNamed()
    {
        QFETCH(const QByteArray, article);
        QFETCH(const QByteArray, table);
        QFETCH(const QString, says);
        const auto documentation = parsed(article, table);
        QVERIFY(!documentation.ok());
        QVERIFY2(documentation.error().description.contains(says),
                 qPrintable(documentation.error().description));
    }

    void theNarrowestFits()
    {
        const auto documentation = parsed(article, table);
        QVERIFY(documentation.ok());
        StepOccasion occasion;
        occasion.errorClass = ErrorClass::Revoked;
        QCOMPARE(idsOf(documentedSteps(occasion, *documentation)), QStringList {u"S-1"_s});
        occasion.cause = u"recurring"_s;
        const DocumentedSteps again = documentedSteps(occasion, *documentation);
        QCOMPARE(idsOf(again), QStringList {u"S-2"_s});
        QCOMPARE(toString(again.action), u"wait"_s);
        occasion.provider = u"shop"_s;
        QCOMPARE(idsOf(documentedSteps(occasion, *documentation)),
                 (QStringList {u"S-2"_s, u"S-1"_s}));
        occasion.provider.clear();
        occasion.via = u"shop"_s;
        QCOMPARE(idsOf(documentedSteps(occasion, *documentation)),
                 (QStringList {u"S-2"_s, u"S-1"_s}));
    }

    void menuPathsAreForTheirProduct()
    {
        const auto documentation = parsed(article, table);
        QVERIFY(documentation.ok());
        StepOccasion occasion;
        occasion.errorClass = ErrorClass::Revoked;
        occasion.cause = u"recurring"_s;
        QCOMPARE(documentedSteps(occasion, *documentation).steps.first().menuPath, QString());
        occasion.via = u"shop"_s;
        QCOMPARE(documentedSteps(occasion, *documentation).steps.first().menuPath, u"A > B"_s);
    }

    //! Design.md section 9: one of the closed list, for every class and every way of connecting.
    void everyClassHasAnAnswer()
    {
        QVERIFY(!shippedDocumentation().scopes.isEmpty());
        for (const ErrorClass errorClass : allErrorClasses()) {
            for (const AuthKind kind : {AuthKind::AuthorizationCode, AuthKind::ApiKey,
                                        AuthKind::Login, AuthKind::Delegated}) {
                StepOccasion occasion;
                occasion.errorClass = errorClass;
                occasion.kind = kind;
                const DocumentedSteps found = documentedSteps(occasion, shippedDocumentation());
                QVERIFY(errorClass == ErrorClass::NotAnError
                        || found.action != RecommendedAction::None);
                QVERIFY2(errorClass == ErrorClass::NotAnError || !found.steps.isEmpty(),
                         qPrintable(toString(errorClass)));
            }
        }
    }

    //! 183 rows: 35, 37, 21, 24, 50 and 16.
    void everyRowOfTheArticlesIsThere()
    {
        const Documentation &documentation = shippedDocumentation();
        const auto count = [&documentation](const QString &prefix) {
            qsizetype found = 0;
            for (const DocumentedRow &row : documentation.rows)
                found += row.id.startsWith(prefix);
            return found;
        };
        QCOMPARE(count(u"AMK-"_s), 35);
        QCOMPARE(count(u"SGE-"_s), 37);
        QCOMPARE(count(u"AMG-"_s), 21);
        QCOMPARE(count(u"XRM-"_s), 24);
        QCOMPARE(count(u"MIN-"_s), 50);
        QCOMPARE(count(u"X-"_s), 16);
    }

    //! X-09: generic advice that would switch protection off is never a step.
    void nothingUnsafeIsAdvised()
    {
        for (const auto &scope : shippedDocumentation().scopes) {
            for (const QStringList &ids : scope)
                QVERIFY(!ids.contains(u"SGE-50"_s));
        }
    }

    //! What a merchant reads says nothing of HTTP bodies and endpoints, and has no open place.
    void everyClassIsExplained()
    {
        for (const ErrorClass errorClass : allErrorClasses()) {
            const ClassExplanation words = shippedDocumentation().explanations.value(errorClass);
            QVERIFY2(!words.meaning.isEmpty(), qPrintable(toString(errorClass)));
            QVERIFY(!words.meaning.contains(u'%') && !words.meaning.contains(u'{'));
        }
        QVERIFY(shippedDocumentation().topics.size() >= 2);
    }
};

RELINK_TEST(DocumentedStepsTest)
#include "tst_documentedsteps.moc"
