// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/httpdate.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheThreeForms_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<qint64>("epoch");
        const QJsonArray rows = test::ownRows("httpdate/cases.json").array();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows.at(i).toObject();
            const QString input = row.value("input"_L1).toString();
            QTest::newRow(test::rowName(i, input).constData())
                << input << row.value("epoch"_L1).toInteger(-1);
        }
    }

    void readsTheThreeForms()
    {
        QFETCH(const QString, input);
        QFETCH(const qint64, epoch);
        const auto date = parseHttpDate(input.toUtf8());
        QCOMPARE(date ? date->toSecsSinceEpoch() : -1, epoch);
        if (date)
            QCOMPARE(date->timeSpec(), Qt::UTC);
    }

    // What is taken means the same to curl; what is not taken is none of the three forms.
    void agreesWithCurl()
    {
        RELINK_NEED("httpdate/curl-lib517-dates.json")
        QHash<QString, QSet<qint64>> expected;
        const QJsonArray rows = QJsonDocument::fromJson(test::fileContent(corpus)).array();
        for (const QJsonValue &row : rows)
            expected[row["input"_L1].toString()].insert(row["epoch"_L1].toInteger());
        QVERIFY(rows.size() >= 180);

        QStringList taken;
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto date = parseHttpDate(it.key().toUtf8());
            if (!date)
                continue;
            taken += it.key();
            QVERIFY2(it->contains(date->toSecsSinceEpoch()), qPrintable(it.key()));
        }
        taken.sort();
        const QStringList inForm {
            u"  Sun, 06 Nov 1994 08:49:37 GMT  "_s, u"Fri, 1 Jan 2010 01:01:50 GMT"_s,
            u"Sun Nov  6 08:49:37 1994"_s,          u"Sun, 06 Nov 1800 08:49:37 GMT"_s,
            u"Sun, 06 Nov 1900 08:49:37 GMT"_s,     u"Sun, 06 Nov 1968 08:49:37 GMT"_s,
            u"Sun, 06 Nov 1994 08:49:37 GMT"_s,     u"Sun, 06 Nov 2044 08:49:37 GMT"_s,
            u"Sun, 06 Nov 3144 08:49:37 GMT"_s,     u"Sunday, 06-Nov-94 08:49:37 GMT"_s,
            u"Wed, 25 Apr 2007 21:02:13 GMT"_s,     u"Wed, 31 Dec 2008 23:59:60 GMT"_s,
        };
        QCOMPARE(taken, inForm);
    }
};

RELINK_TEST(HttpDateTest)
#include "tst_httpdate.moc"
