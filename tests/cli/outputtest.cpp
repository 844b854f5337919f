// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

//! A result that could not be written is no success.
class OutputTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        const Run connected = m_bench->connectKey(u"Key"_s);
        QVERIFY2(connected.exitCode == 0, connected.told());
        // Something for the history to tell.
        const Run edited
            = m_bench->run({u"edit"_s, u"Key"_s, u"--secret"_s, u"api_key"_s}, "practice-key\n");
        QVERIFY2(edited.exitCode == 0, edited.told());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aFullDiskIsTold_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const char *line :
             {"status", "status --json", "check Key", "token Key", "token Key --json", "history",
              "history --csv", "history --json", "providers list", "providers show xero",
              "doctor --json", "--help", "status --help", "--version"}) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
        }
    }
    void aFullDiskIsTold()
    {
#ifdef Q_OS_LINUX
        QFETCH(QStringList, command);
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(RELINK_EXECUTABLE), m_bench->arguments(command));
        QVERIFY(process.waitForFinished(20000));
        const QByteArray told = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit, told);
        QVERIFY2(process.exitCode() == 3,
                 QByteArray(QByteArray::number(process.exitCode()) + ' ' + told));
        QCOMPARE(told.count("The result could not be written"), 1);
#else
        QSKIP("/dev/full is Linux'");
#endif
    }

    //! Red, and nobody read it.
    void aRedRowThatWasNotWrittenIsNoResult()
    {
#ifdef Q_OS_LINUX
        m_bench->fault({{u"provider"_s, u"mintsoft"_s}, { u"fault"_s, u"revoke"_s }});
        QCOMPARE(m_bench->run({u"check"_s, u"Key"_s}).exitCode, 1);
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(RELINK_EXECUTABLE), m_bench->arguments({u"status"_s}));
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 3);
#else
        QSKIP("/dev/full is Linux'");
#endif
    }

    //! Usage stays usage.
    void anotherExitCodeStays()
    {
#ifdef Q_OS_LINUX
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(RELINK_EXECUTABLE),
                      m_bench->arguments({u"--json"_s, u"status"_s, u"nobody"_s}));
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("The result could not be written"));
#else
        QSKIP("/dev/full is Linux'");
#endif
    }
};

RELINK_TEST(OutputTest)
#include "outputtest.moc"
