// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/wwwauthenticate.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class WwwAuthenticateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheBearerChallengeOnly_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QJsonObject>("row");
        const QJsonArray rows = test::ownRows("www-authenticate/cases.json").array();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString lines = rows.at(i)["lines"_L1].toString();
            QTest::newRow(test::rowName(i, lines).constData())
                << lines.toUtf8() << rows.at(i).toObject();
        }
    }

    void readsTheBearerChallengeOnly()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QJsonObject, row);
        const BearerError error = bearerError(lines);
        QCOMPARE(error.challenged, row.value("challenged"_L1).toBool());
        QCOMPARE(error.error, row.value("error"_L1).toString());
        QCOMPARE(error.description, row.value("description"_L1).toString());
        QStringList scope;
        for (const QJsonValue &s : row.value("scope"_L1).toArray())
            scope += s.toString();
        QCOMPARE(error.scope, scope);
    }

    void agreesWithTheVectors()
    {
        RELINK_NEED("www-authenticate/oauth4webapi-vectors.json")
        const QJsonArray rows = QJsonDocument::fromJson(test::fileContent(corpus)).array();
        QCOMPARE(rows.size(), 54);
        int refused = 0;
        for (const QJsonValue &row : rows) {
            QList<AuthChallenge> expected;
            for (const QJsonValue &challenge : row["expected"_L1].toArray()) {
                AuthChallenge c {challenge["scheme"_L1].toString().toUtf8(),
                                 challenge["token68"_L1].toString().toUtf8(),
                                 {}};
                const QJsonObject parameters = challenge["parameters"_L1].toObject();
                for (auto it = parameters.begin(); it != parameters.end(); ++it)
                    c.parameters.insert(it.key().toUtf8(), it.value().toString().toUtf8());
                expected += c;
            }
            refused += expected.isEmpty();
            const QString header = row["header"_L1].toString();
            QVERIFY2(parseChallenges(header.toUtf8()) == expected, qPrintable(header));
        }
        QCOMPARE(refused, 14);
    }

    void survivesEveryTruncation()
    {
        const QByteArray whole = "Newauth realm=\"a\\\"b\", x=1, Bearer error=\"e\", NTLM abc==";
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            for (const char tail : {'"', '\\', '=', ',', ' ', '\n', '\0', char(0xff)})
                parseChallenges(whole.left(length) + tail);
        }
        QCOMPARE(parseChallenges(whole).size(), 3);
    }
};

RELINK_TEST(WwwAuthenticateTest)
#include "tst_wwwauthenticate.moc"
