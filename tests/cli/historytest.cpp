// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! What went wrong and what mended it, through every filter.
class HistoryCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    QList<QJsonObject> lines(const QStringList &filters)
    {
        const Run run = m_bench->run(QStringList {u"history"_s, u"--json"_s} + filters);
        return run.exitCode == 0 ? jsonLines(run.out) : QList<QJsonObject>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        QCOMPARE(m_bench->connectXero(u"=Books"_s).exitCode, 0);
        m_bench->fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"revoke"_s}});
        QCOMPARE(m_bench->run({u"check"_s, u"=Books"_s}).exitCode, 1);
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aFailureIsOneLineWithAllItsMembers()
    {
        const QList<QJsonObject> all = lines({u"--unresolved"_s});
        QVERIFY(!all.isEmpty());
        const QJsonObject failure = all.first();
        QCOMPARE(failure.keys(),
                 (QStringList {u"action"_s, u"connection"_s, u"count"_s, u"error_class"_s,
                               u"first_seen"_s, u"http_status"_s, u"kind"_s, u"message"_s,
                               u"noticed_at"_s, u"provider"_s, u"provider_code"_s, u"stage"_s,
                               u"time"_s}));
        QCOMPARE(failure[u"kind"_s], u"failure"_s);
        QCOMPARE(failure[u"connection"_s], u"=Books"_s);
        QCOMPARE(failure[u"provider"_s], u"xero"_s);
        QVERIFY(failure[u"count"_s].toInt() >= 1);
        QVERIFY(failure[u"time"_s].toString().endsWith(u'Z'));
        QVERIFY(!failure[u"message"_s].toString().isEmpty());
    }

    void everyFilterFilters()
    {
        const QList<QJsonObject> all = lines({});
        QVERIFY(!all.isEmpty());
        const QJsonObject first = all.first();
        const auto same
            = [&](const QStringList &filters) { return lines(filters).contains(first); };
        const QString errorClass = first[u"error_class"_s].toString();
        const QString stage = first[u"stage"_s].toString();
        QVERIFY(same({u"--connection"_s, u"=books"_s}));
        QVERIFY(same({u"--provider"_s, u"xero"_s}));
        QVERIFY(lines({u"--provider"_s, u"ebay"_s}).isEmpty());
        QVERIFY(same({u"--class"_s, errorClass}));
        QVERIFY(lines({u"--class"_s, u"clock"_s}).isEmpty());
        QVERIFY(same({u"--stage"_s, stage}));
        QVERIFY(lines({u"--stage"_s, u"storage"_s}).isEmpty());
        QVERIFY(same({u"--since"_s, u"1h"_s}));
        QVERIFY(lines({u"--since"_s, u"2100-01-01T00:00:00Z"_s}).isEmpty());
        QVERIFY(same({u"--until"_s, u"2100-01-01T00:00:00Z"_s}));
        QVERIFY(lines({u"--until"_s, u"7d"_s}).isEmpty());
        QVERIFY(same({u"--search"_s, u"=bOOKS"_s}));
        QVERIFY(lines({u"--search"_s, u"no such words"_s}).isEmpty());
    }

    //! What is refused is the action in section 9, by the name that a merchant knows it by.
    void aRefusedAreaIsTheAction()
    {
        const Run connected
            = m_bench->run({u"connect"_s, u"bigcommerce"_s, u"--name"_s, u"Till"_s, u"--set"_s,
                            u"store_hash=hpj4hvw2bb"_s, u"--secret"_s, u"access_token"_s},
                           "practice-key\n");
        QVERIFY2(connected.exitCode == 0, connected.told());
        m_bench->fault({{u"provider"_s, u"bigcommerce"_s},
                        {u"fault"_s, u"remove_permission"_s},
                        {u"area"_s, u"orders"_s}});
        const Run checked = m_bench->run({u"check"_s, u"Till"_s});
        QVERIFY2(checked.exitCode == 0, checked.told());
        const QList<QJsonObject> refused = lines({u"--connection"_s, u"Till"_s, u"--unresolved"_s});
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first()[u"kind"_s], u"failure"_s);
        QCOMPARE(refused.first()[u"action"_s], u"Orders"_s);
        QCOMPARE(refused.first()[u"error_class"_s], u"permission_scope"_s);
        const Run words = m_bench->run({u"history"_s, u"--connection"_s, u"Till"_s});
        QVERIFY2(words.out.contains("Orders: "), words.told());
        m_bench->clearFaults();
        QCOMPARE(m_bench->run({u"check"_s, u"Till"_s}).exitCode, 0);
        const QList<QJsonObject> all = lines({u"--connection"_s, u"Till"_s});
        QCOMPARE(all.first()[u"kind"_s], u"recovery"_s);
        QCOMPARE(all.first()[u"action"_s], u"Orders"_s);
    }

    //! R93
    void theTableForSpreadsheetsHoldsNoFormula()
    {
        const Run csv = m_bench->run({u"history"_s, u"--csv"_s});
        QCOMPARE(csv.exitCode, 0);
        QVERIFY2(csv.out.contains(",'=Books,"), csv.told());
        QVERIFY(!csv.out.contains(",=Books"));
        QVERIFY(csv.out.endsWith("\r\n"));
    }

    void aRecoveryResolvesWhatStood()
    {
        QVERIFY(!lines({u"--unresolved"_s}).isEmpty());
        const Run again = m_bench->runAuthorizing({u"reauthorize"_s, u"=Books"_s});
        QVERIFY2(again.exitCode == 0, again.told());
        QVERIFY(lines({u"--unresolved"_s}).isEmpty());
        QStringList kinds;
        for (const QJsonObject &line : lines({}))
            kinds += line[u"kind"_s].toString();
        QVERIFY2(kinds.contains(u"recovery"_s), qPrintable(kinds.join(u' ')));
    }

    void withoutJsonItIsWords()
    {
        const Run words = m_bench->run({u"history"_s});
        QCOMPARE(words.exitCode, 0);
        QVERIFY(words.out.contains("=Books: "));
        QVERIFY(!words.out.contains("{"));
    }

    //! Last: a person finds the name of today, a script the one of that time.
    void afterARenamingTheNameOfTodayIsShown()
    {
        QCOMPARE(m_bench->run({u"rename"_s, u"=Books"_s, u"Ledger"_s}).exitCode, 0);
        const Run words = m_bench->run({u"history"_s});
        QCOMPARE(words.exitCode, 0);
        QVERIFY2(words.out.contains("Ledger: ") && !words.out.contains("=Books: "), words.told());
        QCOMPARE(lines({}).last()[u"connection"_s], u"=Books"_s);
    }
};

RELINK_TEST(HistoryCommandTest)
#include "historytest.moc"
