// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/playground.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsAddress();
    void takesTheGivenPort();
    void saysWhenAPortIsBusy();
    void refusesNonsense_data();
    void refusesNonsense();
    void endsWithStandardInput();
    void staysWithoutStandardInput();
    void endsOnSignals_data();
    void endsOnSignals();
    void playsPacksOfAFolder();
};

void SandboxProcessTest::printsItsAddress()
{
    Playground playground;
    QVERIFY(playground.isRunning());
    const QUrl url(playground.origin());
    QCOMPARE(url.host(), u"127.0.0.1"_s);
    QVERIFY(url.port() > 0);
    QCOMPARE(playground.get(u"/"_s).status, 200);
}

void SandboxProcessTest::takesTheGivenPort()
{
    int port = 0;
    {
        Playground first;
        QVERIFY(first.isRunning());
        port = QUrl(first.origin()).port();
    }
    Playground second({u"--port"_s, QString::number(port)});
    QVERIFY(second.isRunning());
    QCOMPARE(QUrl(second.origin()).port(), port);
}

void SandboxProcessTest::saysWhenAPortIsBusy()
{
    Playground first;
    QVERIFY(first.isRunning());
    QProcess second;
    second.start(QStringLiteral(RELINK_SANDBOX),
                 {u"--port"_s, QString::number(QUrl(first.origin()).port())});
    QVERIFY(second.waitForFinished(10'000));
    QCOMPARE(second.exitCode(), 3);
    QVERIFY(!second.readAllStandardError().isEmpty());
    QVERIFY(second.readAllStandardOutput().isEmpty());
}

void SandboxProcessTest::refusesNonsense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("port not a number") << QStringList {u"--port"_s, u"many"_s};
    QTest::newRow("port too large") << QStringList {u"--port"_s, u"65536"_s};
    QTest::newRow("argument") << QStringList {u"here"_s};
}

void SandboxProcessTest::refusesNonsense()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(QStringLiteral(RELINK_SANDBOX), arguments);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 2);
}

void SandboxProcessTest::endsWithStandardInput()
{
    Playground playground;
    QVERIFY(playground.isRunning());
    playground.process().closeWriteChannel();
    QVERIFY(playground.process().waitForFinished(5000));
    QCOMPARE(playground.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(playground.process().exitCode(), 0);
}

void SandboxProcessTest::staysWithoutStandardInput()
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(RELINK_SANDBOX), QStringList());
    QVERIFY(process.waitForReadyRead(10'000));
    QVERIFY(!process.waitForFinished(300));
    process.kill();
    process.waitForFinished(5000);
}

void SandboxProcessTest::endsOnSignals_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void SandboxProcessTest::endsOnSignals()
{
    QFETCH(int, signal);
    Playground playground;
    QVERIFY(playground.isRunning());
#ifdef Q_OS_UNIX
    QCOMPARE(::kill(static_cast<pid_t>(playground.process().processId()), signal), 0);
#else
    QSKIP("there are no such signals on this system");
#endif
    QVERIFY(playground.process().waitForFinished(5000));
    QCOMPARE(playground.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(playground.process().exitCode(), 0);
}

void SandboxProcessTest::playsPacksOfAFolder()
{
    QTemporaryDir folder;
    QFile source(QStringLiteral(RELINK_SOURCE_DIR "/resources/providers/xero.json"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QByteArray pack = source.readAll();
    pack.replace("\"id\": \"xero\"", "\"id\": \"corner_books\"");
    pack.replace("\"name\": \"Xero\"", "\"name\": \"Corner <Books>\"");
    QFile file(folder.filePath(u"corner.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pack);
    file.close();
    Playground playground({u"--packs"_s, folder.path()});
    QVERIFY(playground.isRunning());
    QCOMPARE(playground.get(u"/corner_books/api.xero.com/connections"_s).status, 401);
    QCOMPARE(playground.get(u"/xero/api.xero.com/connections"_s).status, 401);
    const QByteArray page = playground.get(u"/"_s).body;
    QVERIFY(page.contains("Corner &lt;Books&gt;"));
    QVERIFY(!page.contains("<Books>"));
}

RELINK_TEST(SandboxProcessTest)

#include "testprocess.moc"
