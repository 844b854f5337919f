// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/providerpack.h"
#include "core/rules/credentiallint.h"

#include "core/corpus.h"
#include "support/testmain.h"

#include <QRandomGenerator>

using namespace relink;
using namespace Qt::StringLiterals;

class CredentialLintTest : public QObject
{
    Q_OBJECT

    //! The value without what is reported as removable, put together from the findings alone.
    static QString withoutReported(const QString &value, const QList<CredentialFinding> &findings)
    {
        QString rest = value;
        for (auto it = findings.rbegin(); it != findings.rend(); ++it) {
            if (it->removable)
                rest.remove(it->position, it->length);
        }
        return rest;
    }

    static void verifyProperties(const QString &value)
    {
        const auto findings = lintCredential(value);
        qsizetype end = 0;
        for (const CredentialFinding &finding : findings) {
            QVERIFY2(finding.position >= end, qPrintable(value));
            QVERIFY(finding.length > 0);
            end = finding.position + finding.length;
            QVERIFY(end <= value.size());
            const QChar first = value.at(finding.position);
            const char32_t expected = finding.codePoint > 0xFFFF
                ? QChar::surrogateToUcs4(first, value.at(finding.position + 1))
                : char32_t(first.unicode());
            QCOMPARE(uint(finding.codePoint), uint(expected));
        }
        QCOMPARE(cleaned(value, findings), withoutReported(value, findings));
        for (const CredentialFinding &finding : findings)
            QVERIFY(credentialFlawFromString(toString(finding.flaw)) == finding.flaw);
    }

private Q_SLOTS:
    void reportsAndCleans_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("clean");
        QTest::addColumn<QJsonArray>("expected");
        const QJsonArray rows = test::ownRows("credential-lint/cases.json").array();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString value = rows.at(i)["value"_L1].toString();
            QTest::newRow(test::rowName(i, value).constData())
                << value << rows.at(i)["clean"_L1].toString()
                << rows.at(i)["findings"_L1].toArray();
        }
    }
    void reportsAndCleans()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, clean);
        QFETCH(const QJsonArray, expected);
        const auto findings = lintCredential(value);
        QJsonArray reported;
        for (const CredentialFinding &f : findings)
            reported.append(
                QJsonArray {toString(f.flaw), f.position, qint64(f.codePoint), f.removable});
        QCOMPARE(reported, expected);
        QCOMPARE(cleaned(value, findings), clean);
        verifyProperties(value);
    }

    // Nothing that looks like nothing stays at either end, whichever Unicode calls it space.
    void trimsEveryUnicodeSpace()
    {
        int spaces = 0;
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            const auto category = QChar::category(c);
            const bool blank = category == QChar::Separator_Space
                || category == QChar::Separator_Line || category == QChar::Separator_Paragraph
                || category == QChar::Other_Control || category == QChar::Other_Format;
            if (!blank)
                continue;
            ++spaces;
            const QString s = QStringView(QChar::fromUcs4(c)).toString();
            const QString value = s % u"k3y-V4lue" % s % s;
            const auto findings = lintCredential(value);
            QCOMPARE(cleaned(value, findings), u"k3y-V4lue"_s);
            QCOMPARE(findings.size(), 3);
            QVERIFY(!lintCredential(u"a" % s % u"b").isEmpty());
        }
        QVERIFY(spaces > 100);
    }

    void cleanIsTheOriginalMinusTheReported()
    {
        const QStringList pieces {u" "_s,
                                  u"\u00a0"_s,
                                  u"\t"_s,
                                  u"\r\n"_s,
                                  u"\u200b"_s,
                                  u"\ufeff"_s,
                                  u"\""_s,
                                  u"'"_s,
                                  u"“"_s,
                                  u"”"_s,
                                  u"‘"_s,
                                  u"’"_s,
                                  u"a"_s,
                                  u"Z9"_s,
                                  u"Bearer "_s,
                                  u"bearer"_s,
                                  u"é"_s,
                                  u"е"_s,
                                  u"🔑"_s,
                                  u"\0"_s,
                                  u"\u2028"_s,
                                  u"–"_s,
                                  QString(QChar(0xd800))};
        QRandomGenerator random(42);
        for (int round = 0; round < 20000; ++round) {
            QString value;
            const int length = random.bounded(0, 10);
            for (int i = 0; i < length; ++i)
                value += pieces.at(random.bounded(int(pieces.size())));
            verifyProperties(value);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void keepsTheNaughtyStringsApart()
    {
        RELINK_NEED("blns/blns.json")
        for (const QJsonValue &row : QJsonDocument::fromJson(test::fileContent(corpus)).array())
            verifyProperties(row.toString());
    }

    // Of free text only the ends are judged; of a secret, or of what has a form, everything.
    void judgesAFieldByItsKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("found");
        for (const char *kind : {"free", "secret", "formed"}) {
            const bool strict = qstrcmp(kind, "free") != 0;
            const auto row = [kind](const char *name, const QString &value, bool found) {
                QTest::addRow("%s: %s", kind, name) << QString::fromLatin1(kind) << value << found;
            };
            row("clean", u"abc-123"_s, false);
            row("nothing", QString(), false);
            row("a space inside", u"main books"_s, strict);
            row("quotes", u"\"main\""_s, strict);
            row("a space in front", u" main"_s, true);
            row("a no-break space at the end", u"main\u00a0"_s, true);
        }
    }
    void judgesAFieldByItsKind()
    {
        QFETCH(QString, kind);
        QFETCH(QString, value);
        QFETCH(bool, found);
        InputField field;
        field.secret = kind == u"secret"_s;
        if (kind == u"formed"_s)
            field.pattern = u".*"_s;
        QCOMPARE(!lintInput(field, value).isEmpty(), found);
    }

    // The first letters of a key tell what it is for; what was copied along does not hide them.
    void tellsTheEnvironmentByTheFirstLetters_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("environment");
        QTest::newRow("live") << u"sk_live_abc"_s << u"production"_s;
        QTest::newRow("test") << u"sk_test_abc"_s << u"test"_s;
        QTest::newRow("the longer prefix counts") << u"sk_live_demo_abc"_s << u"test"_s;
        QTest::newRow("with Bearer and quotes") << u" \"Bearer sk_test_abc\" "_s << u"test"_s;
        QTest::newRow("in the middle") << u"my sk_test_abc"_s << QString();
        QTest::newRow("of another form") << u"pk_abc"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void tellsTheEnvironmentByTheFirstLetters()
    {
        QFETCH(QString, value);
        QFETCH(QString, environment);
        InputField field;
        field.shapes = {{u"sk_live_"_s, Environment::Production},
                        {u"sk_live_demo_"_s, Environment::Test},
                        {u"sk_test_"_s, Environment::Test}};
        const auto looks = looksMadeFor(field, value);
        QCOMPARE(looks ? toString(*looks) : QString(), environment);
    }

    // Letters of other scripts that pass for ASCII ones.
    void noticesConfusables()
    {
        RELINK_NEED("confusables/confusable_homoglyphs/confusables.json")
        const QJsonObject table = QJsonDocument::fromJson(test::fileContent(corpus)).object();
        int checked = 0;
        for (const QString &letter :
             {u"a"_s, u"c"_s, u"e"_s, u"o"_s, u"p"_s, u"x"_s, u"y"_s, u"A"_s, u"B"_s, u"E"_s,
              u"H"_s, u"K"_s, u"O"_s, u"P"_s, u"T"_s}) {
            for (const QJsonValue &entry : table.value(letter).toArray()) {
                const QString twin = entry["c"_L1].toString();
                const auto points = twin.toUcs4();
                if (points.size() != 1 || points.first() < 0x80
                    || !(QChar::script(points.first()) == QChar::Script_Cyrillic
                         || QChar::script(points.first()) == QChar::Script_Greek)) {
                    continue;
                }
                ++checked;
                const auto findings = lintCredential(u"sk-12" % twin % u"34");
                QVERIFY2(findings.size() == 1 && findings.first().flaw == CredentialFlaw::LookAlike
                             && findings.first().position == 5,
                         qPrintable(twin));
            }
        }
        QVERIFY2(checked > 20, qPrintable(QString::number(checked)));
    }
};

RELINK_TEST(CredentialLintTest)
#include "tst_credentiallint.moc"
