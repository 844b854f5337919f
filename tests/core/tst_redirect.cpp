// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirect.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class RedirectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsCodesFromAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RedirectParameters>("expected");
        const QJsonArray rows = test::ownRows("redirect/cases.json").array();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonValue row = rows.at(i);
            RedirectParameters expected;
            expected.isAddress = row["address"_L1].toBool();
            expected.location = row["location"_L1].toString();
            const QJsonObject values = row["values"_L1].toObject();
            for (auto it = values.begin(); it != values.end(); ++it)
                expected.values.insert(it.key(), it.value().toString());
            for (const QJsonValue &name : row["duplicates"_L1].toArray())
                expected.duplicates += name.toString();
            const QString text = row["text"_L1].toString();
            QTest::newRow(test::rowName(i, text).constData()) << text << expected;
        }
    }
    void tellsCodesFromAddresses()
    {
        QFETCH(const QString, text);
        QFETCH(const RedirectParameters, expected);
        const RedirectParameters parameters = parsePasted(text);
        QCOMPARE(parameters.values, expected.values);
        QCOMPARE(parameters.location, expected.location);
        QCOMPARE(parameters.duplicates, expected.duplicates);
        QCOMPARE(parameters.isAddress, expected.isAddress);
    }

    void decodesOnce()
    {
        const auto parameters = parseRedirectQuery("code=4%2F0AX%252F&state=a+b%2B&empty=&flag");
        QCOMPARE(parameters.value(u"code"_s), u"4/0AX%2F"_s);
        QCOMPARE(parameters.value(u"state"_s), u"a b+"_s);
        QVERIFY(parameters.has(u"empty"_s) && parameters.has(u"flag"_s));
        QVERIFY(!parameters.has(u"none"_s));
    }

    void survivesGarbage()
    {
        RELINK_NEED("loopback-garbage/owncloud-random-connections.json")
        const QJsonDocument document = QJsonDocument::fromJson(test::fileContent(corpus));
        for (const QJsonValue &hex : document["hex"_L1].toArray()) {
            const QByteArray bytes = QByteArray::fromHex(hex.toString().toLatin1());
            parseRedirectQuery(bytes);
            parsePasted(QString::fromUtf8(bytes));
        }
        QVERIFY(parsePasted(QString(1024 * 1024, u'&')).values.size() <= 1);
    }
};

RELINK_TEST(RedirectTest)
#include "tst_redirect.moc"
