// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/plaintext.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class PlainTextTest : public QObject
{
    Q_OBJECT

    static bool isClean(const QString &text)
    {
        for (const char32_t c : text.toUcs4()) {
            const auto category = QChar::category(c);
            if (category == QChar::Other_Control || category == QChar::Other_Format
                || category == QChar::Other_Surrogate || category == QChar::Separator_Line
                || category == QChar::Separator_Paragraph) {
                return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void makesHiddenCharactersVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("logged");
        QTest::newRow("plain") << u"Token expired."_s << u"Token expired."_s << u"Token expired."_s;
        QTest::newRow("umlaut") << u"Schlüssel 鍵 🔑"_s << u"Schlüssel 鍵 🔑"_s
                                << u"Schlüssel 鍵 🔑"_s;
        QTest::newRow("lines") << u"a\r\n\nb"_s << u"a ⏎ b"_s << u"a\\r\\n\\nb"_s;
        QTest::newRow("tab") << u"a\tb"_s << u"a b"_s << u"a\\tb"_s;
        QTest::newRow("bidi") << u"a\u202eb"_s << u"a⟨U+202E⟩b"_s << u"a\\u{202E}b"_s;
        QTest::newRow("zero width") << u"a\u200bb"_s << u"a⟨U+200B⟩b"_s << u"a\\u{200B}b"_s;
        QTest::newRow("escape") << u"a\u001b[31mb"_s << u"a⟨U+001B⟩[31mb"_s << u"a\\u{001B}[31mb"_s;
        QTest::newRow("NUL") << u"a\0b"_s << u"a⟨U+0000⟩b"_s << u"a\\u{0000}b"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a ⏎ b"_s << u"a\\u{2028}b"_s;
        QTest::newRow("tag") << u"a\U000E0041b"_s << u"a⟨U+E0041⟩b"_s << u"a\\u{E0041}b"_s;
        QTest::newRow("lone surrogate")
            << QString(u"a" + QString(QChar(0xd800)) + u"b") << u"a⟨U+D800⟩b"_s << u"a\\u{D800}b"_s;
        QTest::newRow("markup stays text")
            << u"<b>x</b> &lt;"_s << u"<b>x</b> &lt;"_s << u"<b>x</b> &lt;"_s;
        QTest::newRow("blank") << u" \n "_s << QString() << u" \\n "_s;
    }
    void makesHiddenCharactersVisible()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QFETCH(const QString, logged);
        QCOMPARE(plainText(text), shown);
        QCOMPARE(oneLine(text), logged);
    }

    void cutsBetweenCharacters()
    {
        QCOMPARE(plainText(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(plainText(u"abcdefg"_s, 6), u"abcde…"_s);
        QCOMPARE(plainText(u"abcd🔑g"_s, 6), u"abcd…"_s);
        QCOMPARE(plainText(u"ab\u202ecd"_s, 6), u"ab…"_s);
        QCOMPARE(plainText(u"ab"_s, 1), u"…"_s);
        QCOMPARE(plainText(u"ab"_s, 0), QString());
        QCOMPARE(plainText(QString(5000, u'x')).size(), 300);
    }

    void naughtyStringsBecomeOneVisibleLine()
    {
        RELINK_NEED("blns/blns.json")
        const QJsonArray rows = QJsonDocument::fromJson(test::fileContent(corpus)).array();
        QVERIFY(rows.size() > 500);
        for (const QJsonValue &row : rows) {
            const QString text = row.toString();
            for (const int maximum : {1, 7, 300}) {
                const QString shown = plainText(text, maximum);
                QVERIFY2(isClean(shown) && shown.size() <= maximum, qPrintable(text));
                QCOMPARE(plainText(shown, maximum), shown);
            }
            QVERIFY2(isClean(oneLine(text)), qPrintable(text));
            QCOMPARE(oneLine(oneLine(text)), oneLine(text));
        }
    }
};

RELINK_TEST(PlainTextTest)
#include "tst_plaintext.moc"
