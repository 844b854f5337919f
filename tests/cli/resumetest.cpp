// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! A guided reconnect that really was killed half-way goes on, and says so.
class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledReconnectSaysWhereItGoesOn()
    {
        Bench bench;
        QVERIFY(bench.isReady());
        QVERIFY(bench.connectXero(u"Books"_s).exitCode == 0);
        bench.fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"revoke"_s}});
        QCOMPARE(bench.run({u"check"_s, u"Books"_s}).exitCode, 1);

        const auto process = bench.start({u"--no-browser"_s, u"reconnect"_s, u"Books"_s});
        QVERIFY(Bench::addressToOpen(*process).isValid());
        process->kill();
        QVERIFY(process->waitForFinished(5000));
        QVERIFY(!process->readAllStandardError().contains("You stopped at"));

        const Run resumed = bench.runAuthorizing({u"--json"_s, u"reconnect"_s, u"Books"_s});
        QVERIFY2(resumed.exitCode == 0, resumed.told());
        QVERIFY2(resumed.err.contains("You stopped at “Authorise again at Xero”"), resumed.told());
        QVERIFY2(resumed.err.contains("These steps are done: What happened."), resumed.told());
        // The checks ran again: their results are told before the step.
        const qsizetype checked = resumed.err.indexOf("✓ ");
        QVERIFY2(checked > 0 && checked < resumed.err.indexOf("— Authorise again"), resumed.told());
        QCOMPARE(resumed.connection()[u"light"_s], u"green"_s);
    }
};

RELINK_TEST(ResumeTest)
#include "resumetest.moc"
