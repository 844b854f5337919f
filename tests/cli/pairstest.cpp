// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! `relink pair` and `relink unpair`.
class PairsCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    QJsonArray pairs()
    {
        return m_bench->run({u"--json"_s, u"status"_s}).json()[u"integrations"_s].toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        QByteArray document = "{\"schema\":1,\"connections\":[";
        for (const auto &[name, provider] : {std::pair("Books", "xero"),
                                             {"Ledger", "freeagent"},
                                             {"Shop", "ebay"},
                                             {"Market", "etsy"},
                                             {"Stock", "mintsoft"}}) {
            document += QByteArray("{\"name\":\"") + name + "\",\"provider\":\"" + provider
                + "\",\"environment\":\"production\",\"auth_method\":\""
                + (qstrcmp(provider, "mintsoft") == 0 ? "api_key" : "oauth2") + "\"},";
        }
        document.chop(1);
        const Run imported = m_bench->run({u"import"_s, u"-"_s}, document + "]}");
        QVERIFY2(imported.exitCode == 0, imported.told());
    }
    void cleanup()
    {
        for (const QJsonValue &pair : pairs())
            m_bench->run({u"unpair"_s, pair[u"id"_s].toString()});
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aPairIsMadeShownAndDissolved()
    {
        const Run made = m_bench->run({u"--json"_s, u"pair"_s, u"shop"_s, u"BOOKS"_s});
        QVERIFY2(made.exitCode == 0, made.told());
        QCOMPARE(made.json()[u"connections"_s].toArray().size(), 2);
        const QJsonValue pair = made.json()[u"integrations"_s][0];
        QCOMPARE(pair[u"name"_s].toString(), u"Shop – Books"_s);
        const Run status = m_bench->run({u"status"_s});
        QVERIFY2(status.out.contains("Pair “Shop – Books”: Shop and Books"), status.told());
        QVERIFY(m_bench->run({u"status"_s, u"Books"_s}).out.contains("Pair “Shop – Books”"));
        QVERIFY(!m_bench->run({u"status"_s, u"Market"_s}).out.contains("Pair"));
        const Run renamed = m_bench->run({u"rename"_s, u"shop – books"_s, u"Sales"_s});
        QVERIFY2(renamed.exitCode == 0 && renamed.out.contains("“Sales”"), renamed.told());

        const Run dissolved = m_bench->run({u"unpair"_s, u"SALES"_s});
        QVERIFY2(dissolved.exitCode == 0 && dissolved.out.contains("Both connections stay"),
                 dissolved.told());
        QVERIFY(pairs().isEmpty());
        const QJsonObject left = m_bench->run({u"--json"_s, u"status"_s}).json();
        QCOMPARE(left[u"connections"_s].toArray().size(), 5);
    }

    void aNameCanBeGiven()
    {
        const Run made
            = m_bench->run({u"pair"_s, u"Books"_s, u"Shop"_s, u"--name"_s, u" Harbour "_s});
        QVERIFY2(made.exitCode == 0 && made.out.contains("Pair “Harbour”: Shop and Books"),
                 made.told());
    }

    //! One ledger may serve two shops, and nothing keeps two pairs from one name.
    void ofTwoOfOneNameTheIdTells()
    {
        for (const QString &shop : {u"Shop"_s, u"Market"_s}) {
            QCOMPARE(m_bench->run({u"pair"_s, u"Books"_s, shop, u"--name"_s, u"Sales"_s}).exitCode,
                     0);
        }
        const QString first = pairs().at(0)[u"id"_s].toString();
        const Run unclear = m_bench->run({u"unpair"_s, u"Sales"_s});
        QVERIFY2(unclear.exitCode == 2 && unclear.err.contains(first.toUtf8()), unclear.told());
        QCOMPARE(pairs().size(), 2);
        const Run dissolved = m_bench->run({u"--json"_s, u"unpair"_s, first});
        QVERIFY2(dissolved.exitCode == 0, dissolved.told());
        QVERIFY(dissolved.json()[u"integrations"_s].toArray().isEmpty());
        QCOMPARE(pairs().size(), 1);
    }

    void whatIsNoPairIsRefused_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const QStringList &command, const char *says) {
            QTest::newRow(name) << command << QString::fromUtf8(says);
        };
        row("nobody", {u"pair"_s, u"Books"_s, u"Nobody"_s}, "no connection named “Nobody”");
        row("one", {u"pair"_s, u"Books"_s}, "needs ACCOUNTING SHOP");
        row("itself", {u"pair"_s, u"Books"_s, u"books"_s}, "named twice");
        row("two ledgers", {u"pair"_s, u"Books"_s, u"Ledger"_s}, "A pair is an accounting");
        row("a warehouse", {u"pair"_s, u"Stock"_s, u"Books"_s}, "A pair is an accounting");
        row("an option as name", {u"pair"_s, u"Shop"_s, u"Books"_s, u"--name=--help"_s},
            "must not begin with a hyphen");
        row("no pair", {u"unpair"_s, u"Books"_s}, "no pair named “Books”");
    }
    void whatIsNoPairIsRefused()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, says);
        const Run told = m_bench->run(command);
        QVERIFY2(told.exitCode == 2 && told.err.contains(says.toUtf8()), told.told());
        const Run json = m_bench->run(QStringList {u"--json"_s} + command);
        QVERIFY2(json.exitCode == 2 && json.error()[u"message"_s].toString().contains(says),
                 json.told());
        QVERIFY(pairs().isEmpty());
    }

    void theWorseSideIsTold()
    {
        QCOMPARE(m_bench->run({u"pair"_s, u"Books"_s, u"Shop"_s, u"--name"_s, u"Sales"_s}).exitCode,
                 0);
        const QJsonValue pair = pairs().at(0);
        QCOMPARE(pair[u"light"_s].toString(), u"neutral"_s);
        QVERIFY2(pair[u"reason"_s].toString().startsWith(u"Books: "_s),
                 qPrintable(pair[u"reason"_s].toString()));
        const Run text = m_bench->run({u"status"_s, u"sales"_s});
        QVERIFY2(text.exitCode == 0 && text.out.contains("Shop and Books – Books: "), text.told());
        const Run json = m_bench->run({u"--json"_s, u"status"_s, u"Sales"_s});
        QCOMPARE(json.json()[u"connections"_s].toArray().size(), 2);
        QCOMPARE(json.json()[u"integrations"_s].toArray().size(), 1);
        const Run check = m_bench->run({u"--json"_s, u"check"_s, u"Sales"_s});
        QVERIFY2(check.exitCode == 3, check.told());
        QCOMPARE(check.json()[u"connections"_s].toArray().size(), 2);
    }

    void aPairIsNoConnection()
    {
        QCOMPARE(m_bench->run({u"pair"_s, u"Books"_s, u"Shop"_s, u"--name"_s, u"Sales"_s}).exitCode,
                 0);
        const Run removed = m_bench->run({u"remove"_s, u"sales"_s});
        QVERIFY2(removed.exitCode == 2 && removed.err.contains("relink unpair Sales"),
                 removed.told());
        const Run edited = m_bench->run({u"edit"_s, u"Sales"_s, u"--name"_s, u"x"_s});
        QVERIFY2(edited.exitCode == 2 && edited.err.contains("“Books”, “Shop”"), edited.told());
        const Run taken = m_bench->run({u"rename"_s, u"Market"_s, u"SALES"_s});
        QVERIFY2(taken.exitCode == 2 && taken.err.contains("already a pair named"), taken.told());
        const Run pair = m_bench->run({u"rename"_s, u"Sales"_s, u"market"_s});
        QVERIFY2(pair.exitCode == 2 && pair.err.contains("“Market” is a connection"), pair.told());
        const Run nameless = m_bench->run({u"rename"_s, u"Sales"_s, u" "_s});
        QVERIFY2(nameless.err.contains("A pair needs a name"), nameless.told());
    }

    void removingASideSaysSo()
    {
        for (const bool json : {false, true}) {
            const QByteArray document
                = "{\"schema\":1,\"connections\":[{\"name\":\"Stall\",\"provider\":\"ebay\","
                  "\"environment\":\"production\",\"auth_method\":\"oauth2\"}]}";
            QCOMPARE(m_bench->run({u"import"_s, u"-"_s}, document).exitCode, 0);
            QCOMPARE(m_bench->run({u"pair"_s, u"Books"_s, u"Stall"_s}).exitCode, 0);
            const Run gone = m_bench->run(json ? QStringList {u"--json"_s, u"remove"_s, u"Stall"_s}
                                               : QStringList {u"remove"_s, u"Stall"_s});
            QVERIFY2(gone.exitCode == 0, gone.told());
            if (json)
                QCOMPARE(gone.json()[u"dissolved"_s][0][u"name"_s].toString(), u"Stall – Books"_s);
            else
                QVERIFY2(gone.out.contains("The pair “Stall – Books” went with it"), gone.told());
        }
    }

    void onceIsEnough()
    {
        QCOMPARE(m_bench->run({u"pair"_s, u"Books"_s, u"Shop"_s}).exitCode, 0);
        const Run again = m_bench->run({u"pair"_s, u"Shop"_s, u"Books"_s});
        QVERIFY2(again.exitCode == 2 && again.err.contains("a pair already"), again.told());
        QCOMPARE(pairs().size(), 1);
    }
};

RELINK_TEST(PairsCommandTest)
#include "pairstest.moc"
