// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "cli/personsword.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::cli;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! The guided reconnect where nobody is there, and what a person's words do where somebody is.
class ReconnectCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreNotGuessedAt()
    {
        using Kind = PersonsWord::Kind;
        QCOMPARE(personsWord(""), (PersonsWord {}));
        QCOMPARE(personsWord(" Done \n"), (PersonsWord {}));
        QCOMPARE(personsWord("no the shop is closed"),
                 (PersonsWord {Kind::NotPossible, u"the shop is closed"_s}));
        QCOMPARE(personsWord("SKIP"), (PersonsWord {Kind::Skipped, {}}));
        for (const char *other : {"stop!", "quit", "y", "done it is", "nothing"})
            QVERIFY2(!personsWord(other), other);
    }

    //! A live account is not put into Test Mode because nobody said no.
    void aPipeSwitchesNoTestMode()
    {
        Bench bench;
        QVERIFY(bench.isReady());
        const Run connected = bench.run({u"--json"_s, u"connect"_s, u"stripe"_s, u"--name"_s,
                                         u"Till"_s, u"--secret"_s, u"api_key"_s},
                                        "practice-key\n");
        QVERIFY2(connected.exitCode == 0, connected.told());
        bench.fault({{u"provider"_s, u"stripe"_s}, {u"fault"_s, u"wrong_environment"_s}});
        QCOMPARE(bench.run({u"check"_s, u"Till"_s}).exitCode, 1);
        const Run piped = bench.run({u"reconnect"_s, u"Till"_s});
        QVERIFY2(piped.exitCode != 0, piped.told());
        bench.clearFaults();
        const Run after = bench.run({u"--json"_s, u"check"_s, u"Till"_s});
        QVERIFY2(after.exitCode == 0, after.told());
        QCOMPARE(after.connection()[u"environment"_s], u"production"_s);
    }

    //! Whoever comes back after everything was in vain is not told that again.
    void atItsEndItBeginsAgain()
    {
        Bench bench;
        QVERIFY(bench.isReady());
        QVERIFY(bench.connectKey(u"Depot"_s).exitCode == 0);
        bench.fault({{u"provider"_s, u"mintsoft"_s}, {u"fault"_s, u"remove_permission"_s}});
        QCOMPARE(bench.run({u"check"_s, u"Depot"_s}).exitCode, 1);
        for (int i = 0; i < 2; ++i) {
            const Run vain = bench.run({u"reconnect"_s, u"Depot"_s});
            QVERIFY2(vain.exitCode == 1 && vain.err.contains("relink support"), vain.told());
            QVERIFY2(vain.err.contains("What happened"), vain.told());
        }
        bench.clearFaults();
        const Run mended = bench.run({u"--json"_s, u"reconnect"_s, u"Depot"_s});
        QVERIFY2(mended.exitCode == 0, mended.told());
        QCOMPARE(mended.connection()[u"light"_s], u"green"_s);
    }
};

RELINK_TEST(ReconnectCommandTest)
#include "reconnecttest.moc"
