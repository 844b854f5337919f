// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! `relink lint-request`: what is unsafe, by line, and the safe form.
class LintRequestTest : public QObject
{
    Q_OBJECT

    Bench m_bench;

    static QStringList flaws(const Run &run)
    {
        QStringList ids;
        for (const QJsonValue &row : run.json()[u"results"_s].toArray()) {
            if (!row[u"ok"_s].toBool())
                ids += row[u"id"_s].toString();
        }
        return ids;
    }

private Q_SLOTS:
    void theShapeTellsEachFindingWithItsLine()
    {
        const Run run = m_bench.run(
            {u"--json"_s, u"lint-request"_s},
            "# sign in\nGET https://api.mintsoft.co.uk/api/Auth?UserName=shop&Password=s3cr3t\n");
        QVERIFY2(run.exitCode == 0, run.told());
        QCOMPARE(run.json().keys(), (QStringList {u"results"_s, u"schema"_s, u"suggested"_s}));
        QCOMPARE(flaws(run), (QStringList {u"credentials_in_query"_s, u"get_authentication"_s}));
        for (const QJsonValue &row : run.json()[u"results"_s].toArray()) {
            QCOMPARE(row.toObject().keys(), (QStringList {u"id"_s, u"line"_s, u"ok"_s, u"text"_s}));
            QCOMPARE(row[u"line"_s].isNull(), row[u"ok"_s].toBool());
            if (!row[u"ok"_s].toBool())
                QCOMPARE(row[u"line"_s].toInt(), 2);
        }
        const QString suggested = run.json()[u"suggested"_s].toString();
        QVERIFY(suggested.startsWith("POST /api/Auth"_L1));
        QVERIFY(!run.out.contains("s3cr3t"));
    }

    void theProvidersHeaderIsNamed()
    {
        const Run run = m_bench.run({u"lint-request"_s},
                                    "curl 'https://api.mintsoft.co.uk/api/Order?APIKey=s3cr3t'");
        QVERIFY2(run.exitCode == 0, run.told());
        QVERIFY2(run.out.contains("ms-apikey"), run.told());
        QVERIFY2(run.out.contains("Line 1: "), run.told());
        QVERIFY(!run.out.contains("s3cr3t"));
    }

    void aSafeRequestIsInOrder()
    {
        const QByteArray request = "POST /connect/token HTTP/1.1\nHost: identity.xero.com\n\n"
                                   "grant_type=refresh_token&refresh_token=s3cr3t";
        const Run json = m_bench.run({u"--json"_s, u"lint-request"_s}, request);
        QVERIFY2(json.exitCode == 0, json.told());
        QCOMPARE(flaws(json), QStringList());
        QVERIFY(json.json()[u"suggested"_s].isNull());
        const Run plain = m_bench.run({u"lint-request"_s}, request);
        QVERIFY2(plain.out.contains("Nothing unsafe was found."), plain.told());
        QVERIFY(!plain.out.contains("s3cr3t") && !json.out.contains("s3cr3t"));
    }

    void aTextWithoutRequestSaysSo()
    {
        const Run run = m_bench.run({u"lint-request"_s}, "Orders stopped coming in.");
        QVERIFY2(run.exitCode == 0, run.told());
        QVERIFY2(run.out.contains("no address and no request"), run.told());
    }
};

RELINK_TEST(LintRequestTest)
#include "lintrequesttest.moc"
