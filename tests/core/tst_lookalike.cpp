// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/lookalike.h"

#include "corpus.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

QStringList shippedNames()
{
    QStringList names;
    for (const QString &id : shippedIds())
        names.append(QJsonDocument::fromJson(shippedJson(id)).object()[u"name"_s].toString());
    return names;
}

//! Can a pack have it while one of that name is built in?
bool passesBeside(const QString &name, const QString &builtIn)
{
    return hasPlainLetters(name) && readAs(name) != readAs(builtIn);
}

} // namespace

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
        row("Xero", "Xero.");
        row("Xero", "Xer0");
        row("Xero", "X3r0");
        row("Xero", "Xéro");
        row("Xero", "Xerø");
        row("PayPal", "PayPaI"); // a capital I
        row("PayPal", "Pay-Pa1");
        row("PayPal", "P@yPa!");
        row("Etsy", "3tsy");
        row("Etsy", "Eŧsy");
        row("Square", "$quare");
        row("Square", "5quare");
        row("Stripe", "Strip3");
        row("Stripe", "Stríp3");
        row("Shopify", "Sh0pıfy+");
        row("eBay", "e8ay");
        row("Zoho Books", "2oho Books");
        row("Amazon", "Arnazon");
        row("Wave Accounting", "VVave Accounting");
    }
    void readAlike()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(hasPlainLetters(other));
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

    //! It is another name, shown with the mark that the pack has itself, never with Xero's.
    void aNameThatHoldsAnothersMayPass()
    {
        for (const char *name : {"Xero UK", "Xero Accounting", "Square Online"}) {
            for (const QString &shipped : shippedNames())
                QVERIFY2(passesBeside(QString::fromUtf8(name), shipped), name);
        }
    }

    //! Or a pack could not be told from another that is shipped.
    void noTwoShippedPacksReadAlike()
    {
        QMap<QString, QString> seen;
        for (const QString &name : shippedNames()) {
            const QString read = readAs(name);
            QVERIFY2(!seen.contains(read), qPrintable(QString(name % u' ' % seen.value(read))));
            seen.insert(read, name);
            QVERIFY2(hasPlainLetters(name), qPrintable(name));
        }
        QVERIFY(seen.size() >= 55);
    }

    void plainLetters()
    {
        for (const char *plain : {"Xero", "Müller & Söhne 24", "楽天 Rakuten", "ショップ一番",
                                  "카페24", "", "123", "Łódź", "Mu\u0308ller", "L’Été – ®"})
            QVERIFY2(hasPlainLetters(QString::fromUtf8(plain)), plain);
    }

    void strangeLetters_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"Хero",       "Xerо",       "Εtsy",      "Магазин Shop", "Οne",        "Магазин",
              "Ελλάδα",     "ХЕГО",       "Χero",      "Ｘｅｒｏ",     "𝐗𝐞𝐫𝐨",       "Xerᴏ",
              "Etꜱy",       "Ꭓero",     "eꞴay",    "Sqᴜare",       "Shopiſy",    "Amaᴢon",
              "Xer𝛔",       "ꓫꓰꓣꓳ",       "᙭ero",      "Ⅹero",         "еВау",       "Ε𝐛ay",
              "eBay\u3164", "XERO\u0338", "Xer\u200b", "eBay\u00a0",   "eBay\u115f", "eBay\uffa0",
              "eBay\u2800", "\u202eoreX", "Shopノify", "PayPa丨",      "¢lover",     "Shopify👍"})
            QTest::newRow(QByteArray(name).toPercentEncoding()) << QString::fromUtf8(name);
    }
    void strangeLetters()
    {
        QFETCH(QString, name);
        QVERIFY(!hasPlainLetters(name));
    }

    //! Of no built-in name can a letter be replaced by one that looks like it.
    void confusables()
    {
        RELINK_NEED("confusables/confusable_homoglyphs/confusables.json")
        const QJsonObject all = QJsonDocument::fromJson(fileContent(corpus)).object();
        const QStringList names = shippedNames();
        int tried = 0;
        for (const QString &name : names) {
            for (qsizetype i = 0; i < name.size(); ++i) {
                if (!name[i].isLetterOrNumber())
                    continue;
                for (const QJsonValue other : all.value(name[i]).toArray()) {
                    const QString like = other[u"c"_s].toString();
                    const QString changed = QString(name).replace(i, 1, like);
                    QVERIFY2(!passesBeside(changed, name), qPrintable(changed));
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 10000);
    }
};

RELINK_TEST(LookalikeTest)

#include "tst_lookalike.moc"
