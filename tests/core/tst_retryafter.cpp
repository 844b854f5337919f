// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/retryafter.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class RetryAfterTest : public QObject
{
    Q_OBJECT

    static qint64 seconds(const QString &value, const QDateTime &now)
    {
        const auto parsed = parseRetryAfter(value.toUtf8(), now);
        return parsed ? parsed->count() : -1;
    }

    static QDateTime time(const QJsonValue &value)
    {
        return QDateTime::fromString(value.toString(), Qt::ISODate);
    }

private Q_SLOTS:
    void boundsWhatServersAsk_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<QDateTime>("now");
        const QJsonObject rows = test::ownRows("retry-after/cases.json").object();
        const QDateTime now = time(rows.value("now"_L1));
        QVERIFY(now.isValid());
        const QJsonArray cases = rows.value("cases"_L1).toArray();
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QString value = cases.at(i)["value"_L1].toString();
            QTest::newRow(test::rowName(i, value).constData())
                << value << cases.at(i)["seconds"_L1].toInteger(-1) << now;
        }
    }

    void boundsWhatServersAsk()
    {
        QFETCH(const QString, value);
        QFETCH(const qint64, expected);
        QFETCH(const QDateTime, now);
        QCOMPARE(seconds(value, now), expected);
    }

    void datesNeedAClock()
    {
        QCOMPARE(seconds(u"Tue, 03 Mar 2026 07:10:09 GMT"_s, {}), -1);
        QCOMPARE(seconds(u"7"_s, {}), 7);
    }

    // The answers of other clients' tests; where two header lines came, those take the first and
    // this project none (R47).
    void agreesWithOtherClients()
    {
        RELINK_NEED("retry-after/cases.json")
        const QJsonObject groups = QJsonDocument::fromJson(test::fileContent(corpus)).object();
        int checked = 0;
        for (const QString &name : groups.keys()) {
            const QJsonValue group = groups.value(name);
            const QDateTime now = time(group["now"_L1]);
            for (const QJsonValue &row : group["cases"_L1].toArray()) {
                const QJsonArray lines = row["h"_L1].toArray();
                const QString value
                    = lines.isEmpty() ? row["h"_L1].toString() : lines.first().toString();
                // A row without a moment of its own asks for an outcome at any.
                const qint64 expected = row["s"_L1].isDouble() ? row["s"_L1].toInteger() : 21600;
                const QDateTime at
                    = now.isValid() ? now : QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
                QVERIFY2(seconds(value, at) == expected, qPrintable(value));
                ++checked;
                if (lines.size() == 2) {
                    const QString joined = value % u", " % lines.last().toString();
                    QCOMPARE(seconds(joined, at), -1);
                }
            }
            for (const QJsonValue &row : group["invalid"_L1].toArray()) {
                const QString value
                    = row.isArray() ? row.toArray().first().toString() : row.toString();
                QVERIFY2(seconds(value, now) == -1, qPrintable(value));
                ++checked;
            }
        }
        QVERIFY(checked >= 20);
    }
};

RELINK_TEST(RetryAfterTest)
#include "tst_retryafter.moc"
