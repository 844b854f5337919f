// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretcompare.h"

#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;
using enum SecretComparison::Outcome;

//! A value against the stored one (MIN-22): same, different, or the same but for what was copied
//! along.
class SecretCompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void compares_data();
    void compares();
    void saysWhichCharacters();
};

void SecretCompareTest::compares_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("inStored");
    const auto row = [](const char *name, const QString &stored, const QString &entered,
                        SecretComparison::Outcome outcome, bool inStored = false) {
        QTest::newRow(name) << stored << entered << int(outcome) << inStored;
    };
    row("same", u"k3y"_s, u"k3y"_s, Same);
    row("first letter", u"k3y"_s, u"K3y"_s, Differs);
    row("last letter", u"k3y"_s, u"k3z"_s, Differs);
    row("longer", u"k3y"_s, u"k3yy"_s, Differs);
    row("nothing entered", u"k3y"_s, QString(), Differs);
    row("nothing stored", QString(), u"k3y"_s, NothingStored);
    row("neither", QString(), QString(), NothingStored);
    row("space entered", u"k3y"_s, u"k3y "_s, SameButForCharacters);
    row("space stored", u"k3y\u00a0"_s, u"k3y"_s, SameButForCharacters, true);
    row("both, differently", u" k3y"_s, u"k3y\t"_s, SameButForCharacters, true);
    row("prefix entered", u"k3y"_s, u"Bearer k3y"_s, SameButForCharacters);
    row("space and another key", u"k3y"_s, u"k3z "_s, Differs);
    row("a space inside belongs to a password", u"pass word"_s, u"password"_s, Differs);
}

void SecretCompareTest::compares()
{
    QFETCH(QString, stored);
    QFETCH(QString, entered);
    QFETCH(int, outcome);
    QFETCH(bool, inStored);
    const SecretComparison result
        = compareSecrets(SecretBytes(stored.toUtf8()), SecretBytes(entered.toUtf8()));
    QCOMPARE(int(result.outcome), outcome);
    QCOMPARE(result.inStored, inStored);
    QCOMPARE(result.findings.isEmpty(), result.outcome != SameButForCharacters);
}

void SecretCompareTest::saysWhichCharacters()
{
    const SecretComparison result
        = compareSecrets(SecretBytes("k3y"), SecretBytes(u"\u200bk3y "_s.toUtf8()));
    QCOMPARE(result.findings.size(), 2);
    QCOMPARE(uint(result.findings.first().codePoint), 0x200bu);
    QCOMPARE(result.findings.last().position, 4);
}

RELINK_TEST(SecretCompareTest)
#include "tst_secretcompare.moc"
