// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/clausereading.h"
#include "core/rules/errortext.h"
#include "core/rules/requiredwords.h"
#include "core/rules/textpattern.h"
#include "core/rules/textrule.h"

#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

//! Texts that no pattern was written for, and what a pattern cannot match without.
class ClauseReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleReadsItsExample();
    void readsOfTwoThingsTheFormerInTheTable();
    void readsNothing_data();
    void readsNothing();
    void requiresWords_data();
    void requiresWords();
    void sparesNoRuleThatMatches();
};

void ClauseReadingTest::everyRuleReadsItsExample()
{
    for (const ClauseRule &rule : clauseRules()) {
        const ErrorText text(QString::fromUtf8(rule.example));
        const auto reading = readClauses(text.text());
        QVERIFY2(reading, rule.id);
        QCOMPARE(QLatin1String(reading->rule->id), QLatin1String(rule.id));
        QVERIFY2(reading->length > 0, rule.id);
    }
}

void ClauseReadingTest::readsOfTwoThingsTheFormerInTheTable()
{
    const ErrorText text(u"The record is invalid. Your consumer secret is wrong."_s);
    const auto reading = readClauses(text.text());
    QVERIFY(reading);
    QCOMPARE(QLatin1String(reading->rule->id), "clause.client"_L1);
}

void ClauseReadingTest::readsNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("not a complaint") << u"The access token is not expired"_s;
    QTest::newRow("a question") << u"Is my account locked?"_s;
    QTest::newRow("two clauses") << u"Here is the token. Something else is wrong."_s;
    QTest::newRow("a header") << u"cache-control: no-cache, no-store, session"_s;
    QTest::newRow("far apart")
        << u"the token that we got from you on monday together with the papers was wrong"_s;
}

void ClauseReadingTest::readsNothing()
{
    QFETCH(QString, text);
    const auto reading = readClauses(ErrorText(text).text());
    QVERIFY2(!reading, reading ? reading->rule->id : "");
}

void ClauseReadingTest::requiresWords_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("letters") << u"token"_s << QStringList {u"token"_s};
    QTest::newRow("too short") << u"no"_s << QStringList();
    QTest::newRow("one of two") << u"token|grant"_s << QStringList {u"token"_s, u"grant"_s};
    QTest::newRow("one is free") << u"token|\\d+"_s << QStringList();
    QTest::newRow("optional letter") << u"tokens? expired"_s << QStringList {u" expired"_s};
    QTest::newRow("optional group") << u"(?:access )?grant"_s << QStringList {u"grant"_s};
    QTest::newRow("group") << u"(?:has|was) denied"_s << QStringList {u" denied"_s};
    QTest::newRow("not ahead") << u"token(?! expired)"_s << QStringList {u"token"_s};
    QTest::newRow("set") << u"[tT]oken"_s << QStringList {u"oken"_s};
    QTest::newRow("repeated") << u"ab{0,3}(?:xyz){2}"_s << QStringList {u"xyz"_s};
    QTest::newRow("border") << u"\\btoken\\b"_s << QStringList {u"token"_s};
}

void ClauseReadingTest::requiresWords()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, words);
    QCOMPARE(requiredWords(pattern), words);
}

//! What is not compiled because of its words would not have matched either.
void ClauseReadingTest::sparesNoRuleThatMatches()
{
    QStringList texts;
    for (const ClauseRule &rule : clauseRules())
        texts += QString::fromUtf8(rule.example);
    QList<const char *> patterns;
    for (const auto rules :
         {successTextRules(), thisComputerTextRules(), networkTextRules(), reasonTextRules(),
          accountTextRules(), settingTextRules(), oauthTextRules(), credentialTextRules(),
          wrapperTextRules(), programTextRules(), translatedTextRules(), permissionTextRules(),
          serviceTextRules(), toldTextRules(), statusTextRules()}) {
        for (const TextRule &rule : rules) {
            texts += QString::fromUtf8(rule.example);
            patterns += rule.pattern;
            if (rule.unless)
                patterns += rule.unless;
        }
    }
    QList<ErrorText> read;
    for (const QString &text : std::as_const(texts))
        read += ErrorText(text);
    for (const char *pattern : std::as_const(patterns)) {
        const QRegularExpression whole = textPattern(pattern);
        QVERIFY2(whole.isValid(), pattern);
        for (const ErrorText &text : std::as_const(read)) {
            QCOMPARE(findPattern(pattern, text.text(), text.pieces()).has_value(),
                     whole.match(text.text()).hasMatch());
        }
    }
}

RELINK_TEST(ClauseReadingTest)
#include "tst_clausereading.moc"
