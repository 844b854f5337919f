// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/template.h"

#include "support/testmain.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace relink;

//! R99: what a merchant or a provider enters can never become part of an address's structure.
class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsHostPathAndQuery()
    {
        const auto address
            = expand(u"https://{shop}.example.com/a/{id}/b?q={text}"_s,
                     {{u"shop"_s, u"my-shop"_s}, {u"id"_s, u"42"_s}, {u"text"_s, u"a&b=c d"_s}});
        QVERIFY(address.ok());
        QCOMPARE(*address, u"https://my-shop.example.com/a/42/b?q=a%26b%3Dc%20d"_s);
    }

    void hostRefusesAttacks_data()
    {
        QTest::addColumn<QString>("value");
        const QStringList attacks {
            u"evil.com/"_s,
            u"a@evil"_s,
            u"x#"_s,
            u"x?"_s,
            u"evil.com:443"_s,
            u"evil.com\\"_s,
            u"a b"_s,
            u"a\r\nHost: evil"_s,
            u"%2e"_s,
            u"a%2fb"_s,
            u"."_s,
            u"a..b"_s,
            u".a"_s,
            u"a."_s,
            u"[::1]"_s,
            u"pаypal"_s,
            u"ｅvil"_s,
            u"a\u3002b"_s,
            u"{shop}"_s,
            u"a,b"_s,
            u"a;b"_s,
            QString(QChar(0)),
            QString(254, u'a'),
            u"@"_s,
        };
        for (qsizetype i = 0; i < attacks.size(); ++i)
            QTest::addRow("%lld", static_cast<long long>(i)) << attacks[i];
    }

    void hostRefusesAttacks()
    {
        QFETCH(QString, value);
        const auto address = expand(u"https://{shop}.example.com/token"_s, {{u"shop"_s, value}});
        QVERIFY(!address.ok());
        QVERIFY(address.error().is(code::invalidInput));
        QCOMPARE(address.error().description, u"shop"_s);
    }

    void pathKeepsItsShape_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("slash") << u"a/b"_s << u"https://example.com/x/a%2Fb/y"_s;
        QTest::newRow("query") << u"a?b#c"_s << u"https://example.com/x/a%3Fb%23c/y"_s;
        QTest::newRow("escape") << u"%2e%2e"_s << u"https://example.com/x/%252e%252e/y"_s;
        QTest::newRow("backslash") << u"..\\.."_s << u"https://example.com/x/..%5C../y"_s;
        QTest::newRow("line break") << u"a\r\nb"_s << u"https://example.com/x/a%0D%0Ab/y"_s;
        QTest::newRow("letters") << u"ü"_s << u"https://example.com/x/%C3%BC/y"_s;
        QTest::newRow("unreserved") << u"A-z.0_~"_s << u"https://example.com/x/A-z.0_~/y"_s;
        QTest::newRow("dot") << u"."_s << QString();
        QTest::newRow("dots") << u".."_s << QString();
    }

    void pathKeepsItsShape()
    {
        QFETCH(QString, value);
        QFETCH(QString, expected);
        const auto address = expand(u"https://example.com/x/{id}/y"_s, {{u"id"_s, value}});
        QCOMPARE(address.ok(), !expected.isEmpty());
        if (address)
            QCOMPARE(*address, expected);
    }

    void dotsCannotBeJoinedToASegment()
    {
        QVERIFY(!expand(u"https://example.com/{a}{a}/y"_s, {{u"a"_s, u"."_s}}).ok());
        QVERIFY(!expand(u"https://example.com/.{a}/y"_s, {{u"a"_s, u"."_s}}).ok());
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("templ");
        for (const char *t :
             {"example.com/{a}", "{a}://example.com", "{a}", "https:/{a}", "https://x/{a",
              "https://x/a}", "https://x/{}", "https://x/{a b}", "https://x/{a{b}}"})
            QTest::newRow(t) << QString::fromLatin1(t);
    }

    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, templ);
        const auto address = expand(templ, {{u"a"_s, u"https"_s}, {u"b"_s, u"b"_s}});
        QVERIFY(!address.ok());
        QVERIFY(address.error().is(code::invalidInput));
    }

    void namesWhatIsMissing()
    {
        const auto address = expand(u"https://example.com/{realmId}"_s, {});
        QVERIFY(!address.ok());
        QVERIFY(address.error().is(code::missingInput));
        QCOMPARE(address.error().description, u"realmId"_s);
        QVERIFY(!expand(u"https://example.com/{a}"_s, {{u"a"_s, QString()}}).ok());
    }

    void valuesAreNotFilledInAgain()
    {
        const auto text = expandText(u"{a}"_s, {{u"a"_s, u"{b}"_s}, {u"b"_s, u"secret"_s}});
        QVERIFY(text.ok());
        QCOMPARE(*text, u"{b}"_s);
    }

    void textRefusesControlCharacters()
    {
        QVERIFY(!expandText(u"{a}"_s, {{u"a"_s, u"x\r\nSet-Cookie: a"_s}}).ok());
        QVERIFY(!expandText(u"{a}"_s, {{u"a"_s, QString(QChar(0))}}).ok());
        QCOMPARE(*expandText(u"v={a}!"_s, {{u"a"_s, u"ä &/"_s}}), u"v=ä &/!"_s);
    }

    void leftOut()
    {
        const QMap<QString, QString> values {
            {u"given"_s, u"1"_s}, {u"empty"_s, QString()}, {u"shop.path"_s, QString()}};
        QVERIFY(isLeftOut(u"{empty}"_s, values));
        QVERIFY(isLeftOut(u"a{given}b{empty}"_s, values));
        QVERIFY(!isLeftOut(u"{given}"_s, values));
        QVERIFY(!isLeftOut(u"fixed"_s, values));
        // What nobody asked for is missing, not optional; a folder may be empty.
        QVERIFY(!isLeftOut(u"{unknown}"_s, values));
        QVERIFY(!isLeftOut(u"{shop.path}/x"_s, values));
    }

    void listsPlaceholders()
    {
        QCOMPARE(placeholders(u"https://{a}.x/{b-1}/{a}"_s).value(),
                 QStringList({u"a"_s, u"b-1"_s, u"a"_s}));
        QVERIFY(!placeholders(u"{"_s).has_value());
        QVERIFY(!placeholders(u"}"_s).has_value());
        QCOMPARE(templateAuthority(u"https://{a}.x:1/b"_s), u"{a}.x:1"_s);
    }
};

RELINK_TEST(TemplateTest)
#include "tst_template.moc"
