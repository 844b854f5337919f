// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/decodedtext.h"
#include "core/rules/redact.h"
#include "core/rules/textexcerpt.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What of a pasted text is shown and kept.
class TextExcerptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortTextIsShownWhole()
    {
        const TextExcerpt excerpt = excerptOf(u"one\ntwo"_s, {{4, 3}}, 100);
        QCOMPARE(excerpt.text, u"one\ntwo"_s);
        QCOMPARE(excerpt.passages, (QList<TextPassage> {{4, 3}}));
        QVERIFY(!excerpt.isCut);
    }

    void aLongOneIsCutToItsPassages()
    {
        const QString noise(9000, u'x');
        const QString text = noise + u" invalid_grant "_s + noise + u" 401 "_s + noise;
        const QList<TextPassage> passages {{text.indexOf(u"401"_s), 3},
                                           {text.indexOf(u"invalid_grant"_s), 13}};
        const TextExcerpt excerpt = excerptOf(text, passages, 5000);
        QVERIFY(excerpt.isCut);
        QVERIFY(excerpt.text.size() < 5200);
        const auto words = [&excerpt](int i) {
            return excerpt.text.mid(excerpt.passages.at(i).start, excerpt.passages.at(i).length);
        };
        QCOMPARE(words(0), u"401"_s);
        QCOMPARE(words(1), u"invalid_grant"_s);
        QVERIFY(excerpt.text.endsWith(u"…\n"_s));
        QCOMPARE(excerpt.text.count(u'…'), 3);
    }

    void whatHasNoRoomIsLeftOut()
    {
        const QString text = QString(5000, u'x') + u"first"_s + QString(5000, u'y') + u"second"_s;
        const TextExcerpt excerpt = excerptOf(text, {{5000, 5}, {text.size() - 6, 6}}, 1500);
        QCOMPARE(excerpt.text.mid(excerpt.passages.at(0).start, 5), u"first"_s);
        QCOMPARE(excerpt.passages.at(1).length, 0);
    }

    void linesAreCountedFromOne()
    {
        const QString text = u"one\ntwo\n\nfour"_s;
        QCOMPARE(lineOf(text, 1), (TextPassage {0, 3}));
        QCOMPARE(lineOf(text, 2), (TextPassage {4, 3}));
        QCOMPARE(lineOf(text, 3), (TextPassage {8, 0}));
        QCOMPARE(lineOf(text, 4), (TextPassage {9, 4}));
        QCOMPARE(lineOf(text, 5), TextPassage {});
    }

    void whatIsKeptIsOneLineWithoutSecrets()
    {
        const QString kept = keptText(
            u"HTTP/1.1 401\r\nAuthorization: Bearer abcdef0123456789abcdef\r\n\r\nno"_s, {});
        QVERIFY2(!kept.contains(u"abcdef0123456789"_s), qPrintable(kept));
        QVERIFY2(kept.startsWith(u"HTTP/1.1 401 "_s) && kept.endsWith(u" no"_s), qPrintable(kept));
        QVERIFY(!kept.contains(u'\n'));
        const QString noise(9000, u'x');
        QString text = noise + u" invalid_grant "_s + noise;
        const QString cut = keptText(text, {{text.indexOf(u"invalid_grant"_s), 13}});
        QVERIFY(cut.contains(u"invalid_grant"_s));
        QVERIFY(cut.size() < 2000);
    }

    void whatIsTooLongIsCountedInBytes()
    {
        QVERIFY(!isTooLong(QString(longestText, u'a')));
        QVERIFY(isTooLong(QString(longestText + 1, u'a')));
        QVERIFY(isTooLong(QString(longestText / 2 + 1, u'é')));
        QVERIFY(!isTooLong(QString(longestText / 2, u'é')));
    }

    void placesAreFoundAgainAfterSecretsWereHidden()
    {
        const QString text
            = u"a=1 Authorization: Bearer abcdef0123456789abcdef\nerror=invalid_grant "
              "client_secret=s3cretS3cretS3cret then 401"_s;
        const RedactedText redacted(text);
        QCOMPARE(redacted.text(), redact(text));
        QVERIFY(!redacted.text().contains(u"s3cret"_s));
        for (const QString &word : {u"a=1"_s, u"invalid_grant"_s, u"then 401"_s}) {
            const TextPassage place = redacted.placeOf({text.indexOf(word), word.size()});
            QCOMPARE(redacted.text().mid(place.start, place.length), word);
        }
        // Of a secret only the mark is left, wherever in it one begins.
        const TextPassage hidden = redacted.placeOf({text.indexOf(u"cretS3cret"_s), 4});
        QCOMPARE(redacted.text().mid(hidden.start, hidden.length), hiddenMark.toString());
        const TextPassage around
            = redacted.placeOf({text.indexOf(u"client_secret"_s), text.size()});
        QVERIFY(redacted.text().mid(around.start).startsWith(u"client_secret=‹hidden› then"_s));
    }

    void hidingWithinWhatWasHiddenIsFollowed()
    {
        for (const QJsonObject &line :
             jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/documented.jsonl"))) {
            const QString text = line[u"text"_s].toString() + u" TAIL"_s;
            const RedactedText redacted(text);
            const TextPassage tail = redacted.placeOf({text.size() - 4, 4});
            if (redacted.text().endsWith(u"TAIL"_s))
                QCOMPARE(redacted.text().mid(tail.start, tail.length), u"TAIL"_s);
        }
    }
};

RELINK_TEST(TextExcerptTest)

#include "tst_textexcerpt.moc"
