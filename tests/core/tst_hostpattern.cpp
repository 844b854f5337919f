// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/hostcheck.h"
#include "core/rules/hostpattern.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;

//! What a pattern would let into a host.
class HostPatternTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersDigitsAndHyphens_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {"[a-z0-9-]+", "us[0-9]+", "[a-z0-9]([a-z0-9-]*[a-z0-9])?", "\\d{4,12}", "(?:eu|na)",
              "(?i)[a-f0-9]{8}", "[A-Za-z0-9_-]{1,63}", "shop\\-\\w+", "a|b", "[-a]x*", "[]a]"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
    void lettersDigitsAndHyphens()
    {
        QFETCH(QString, pattern);
        QCOMPARE(beyondHost(pattern, false, false), QString());
    }

    void whatEndsAHost_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {".*",           "us.+",      "[^/]+",   "[^a]",    "\\S+",    "\\D+",    "\\W",
              "a\\.b",        "[a.b]",     "[a-z.]+", "[a-z@]+", "a@b",     "[a-z:]+", "a:b",
              "a/b",          "[a/]",      "a\\/b",   "[!-~]+",  "[A-z]+",  "[+-9]+",  "[,-.]",
              "[[:print:]]+", "\\x2e",     "\\p{L}+", "\\N",     "(?s:.)",  "(?x) a",  "a\\\\b",
              "[a\\.]+",      "a b",       "[a%]",    "a#b",     "[a-c-.]", "(a|.)",   "x{1,3}.",
              "\\Q.\\E",      "(?<name>a)"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
    void whatEndsAHost()
    {
        QFETCH(QString, pattern);
        QVERIFY(!beyondHost(pattern, false, false).isEmpty());
    }

    //! A merchant's own site has dots, and a folder where that is split off.
    void wholeHosts()
    {
        const QString own = u"[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"_s;
        QVERIFY(beyondHost(own, true, false).isEmpty());
        QVERIFY(!beyondHost(own, false, false).isEmpty());
        const QString inFolder = own + u"(/[A-Za-z0-9._~-]+)*"_s;
        QVERIFY(beyondHost(inFolder, true, true).isEmpty());
        QCOMPARE(beyondHost(inFolder, true, false), u"/"_s);
        QVERIFY(!beyondHost(u".*"_s, true, true).isEmpty());
        QCOMPARE(beyondHost(u"[a-z.@]+"_s, true, true), u"@"_s);
    }

    void keptParts()
    {
        QCOMPARE(keptPart(u"[a-z]+"_s), u"[a-z]+"_s);
        QCOMPARE(keptPart(u".*-(us[0-9]+)"_s), u"us[0-9]+"_s);
        QCOMPARE(keptPart(u"(?:a|b)-((c|d)e)(f)"_s), u"(c|d)e"_s);
        QCOMPARE(keptPart(u"[(](a)"_s), u"a"_s);
        QCOMPARE(keptPart(u"\\((a[)]b)"_s), u"a[)]b"_s);
        QCOMPARE(keptPart(u"(?:a)"_s), u"(?:a)"_s);
    }
};

RELINK_TEST(HostPatternTest)

#include "tst_hostpattern.moc"
