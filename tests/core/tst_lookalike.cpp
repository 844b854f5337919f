// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/lookalike.h"

#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

//! Names that read like another's.
class LookalikeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAlike_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *one, const char *other) {
            QTest::newRow(other) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("Xero", "XERO");
        row("Xero", " x e r o ");
        row("Xero", "Xero™");
        row("Xero", "Хеrо"); // Cyrillic but for the r
        row("Xero", "ХЕГО"); // all of it
        row("Xero", "Χero"); // Greek
        row("Xero", "Xer0");
        row("Xero", "Ｘｅｒｏ"); // full width
        row("Xero", "𝐗𝐞𝐫𝐨"); // for formulas
        row("Xero", "Xéro");
        row("PayPal", "PayPaI"); // a capital I
        row("PayPal", "Pay-Pa1");
        row("Etsy", "Εtsy");
        row("Toast", "ΤΟΑSΤ");
        row("Amazon", "Arnazon");
        row("Wave Accounting", "VVave Accounting");
        row("Shopify", "Ѕhорifу");
        row("Klaviyo", "Κlaviyo");
    }
    void readAlike()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(readAs(other), readAs(one));
        QVERIFY(!readAs(one).isEmpty());
    }

    void readApart()
    {
        const QString names[] = {u"Xero"_s,     u"Xeroom"_s, u"My Xero"_s, u"Zero"_s, u"Sage 200"_s,
                                 u"Sage 201"_s, u"Müller"_s, u"Miller"_s,  u"楽天"_s, u"天"_s};
        for (const QString &one : names) {
            for (const QString &other : names)
                QCOMPARE(readAs(one) == readAs(other), one == other);
        }
    }

    //! Or a pack could not be told from another that is shipped.
    void noTwoShippedPacksReadAlike()
    {
        QMap<QString, QString> seen;
        for (const QString &id : shippedIds()) {
            const QString name
                = QJsonDocument::fromJson(shippedJson(id)).object()[u"name"_s].toString();
            const QString read = readAs(name);
            QVERIFY2(!seen.contains(read), qPrintable(QString(id % u' ' % seen.value(read))));
            seen.insert(read, id);
            QVERIFY2(!mixesScripts(name), qPrintable(id));
        }
        QVERIFY(seen.size() >= 55);
    }

    void scripts()
    {
        for (const char *one : {"Xero", "Müller & Söhne 24", "Ελλάδα", "Магазин", "楽天 Rakuten",
                                "ショップ一番", "카페24", "", "123", "Łódź"})
            QVERIFY2(!mixesScripts(QString::fromUtf8(one)), one);
        for (const char *several : {"Хero", "Xerо", "Εtsy", "Магазин Shop", "Օne"})
            QVERIFY2(mixesScripts(QString::fromUtf8(several)), several);
    }
};

RELINK_TEST(LookalikeTest)

#include "tst_lookalike.moc"
