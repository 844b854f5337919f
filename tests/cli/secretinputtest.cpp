// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QFile>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! Secrets come over standard input or from a file, byte for byte, and leave no trace elsewhere.
class SecretInputTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    //! A key login's key comes back as the token, so that every byte can be compared.
    QStringList connectKey(const QString &name) const
    {
        return {u"--json"_s, u"connect"_s, u"mintsoft"_s,           u"--name"_s,
                name,        u"--set"_s,   u"auth_method=api_key"_s};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void everyByteButTheLastLineBreakIsKept_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("\\n") << QByteArray("practice-key\n") << QByteArray("practice-key");
        QTest::newRow("\\r\\n") << QByteArray("practice-key\r\n") << QByteArray("practice-key");
        QTest::newRow("no break at all")
            << QByteArray("practice-key") << QByteArray("practice-key");
        QTest::newRow("spaces") << QByteArray("  practice-key \n") << QByteArray("  practice-key ");
        QTest::newRow("two breaks") << QByteArray("practice-key\n\n") << QByteArray("practice-key");
        QTest::newRow("shell characters")
            << QByteArray("practice-key-$(x) `y` \\n 'z' \"w\" %s &\n")
            << QByteArray("practice-key-$(x) `y` \\n 'z' \"w\" %s &");
    }
    void everyByteButTheLastLineBreakIsKept()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, kept);
        const Run connected
            = m_bench->run(connectKey(u"Key"_s) + QStringList {u"--secret"_s, u"api_key"_s}, input);
        QVERIFY2(connected.exitCode == 0, connected.told());
        const Run token = m_bench->run({u"token"_s, u"Key"_s});
        QVERIFY2(token.exitCode == 0, token.told());
        QCOMPARE(token.out, kept + '\n');
        QCOMPARE(m_bench->run({u"remove"_s, u"Key"_s}).exitCode, 0);
    }

    void aFileIsReadTheSameWay()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("practice-key\n");
        file.close();
        const Run connected
            = m_bench->run(connectKey(u"File"_s)
                           + QStringList {u"--secret-file"_s, u"api_key="_s + file.fileName()});
        QVERIFY2(connected.exitCode == 0, connected.told());
        QCOMPARE(connected.connection()[u"light"_s], u"green"_s);
        QCOMPARE(m_bench->run({u"remove"_s, u"File"_s}).exitCode, 0);
    }

    void linesAreTakenInTheOrderOfTheOptions()
    {
        // Both values come over standard input, the public one first.
        const Run connected = m_bench->run(
            {u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name"_s, u"Login"_s, u"--set"_s,
             u"auth_method=login"_s, u"--secret"_s, u"username"_s, u"--secret"_s, u"password"_s},
            "practice\npractice-password\n");
        QVERIFY2(connected.exitCode == 0, connected.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Login"_s}).exitCode, 0);
    }

    //! What was copied along is told as the window tells it, and never the value itself. The bytes
    //! are kept: what is wrong with them only the provider knows.
    void whatWasCopiedAlongIsTold_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("in front") << QByteArray(" practice-key") << QByteArray("U+0020");
        QTest::newRow("at the end") << QByteArray("practice-key ") << QByteArray("U+0020");
        QTest::newRow("tab") << QByteArray("practice-key\t") << QByteArray("U+0009");
        QTest::newRow("no-break") << QByteArray("practice-key\xc2\xa0") << QByteArray("U+00A0");
        QTest::newRow("zero width")
            << QByteArray("practice\xe2\x80\x8b-key") << QByteArray("U+200B");
        QTest::newRow("byte order mark")
            << QByteArray("\xef\xbb\xbfpractice-key") << QByteArray("U+FEFF");
        QTest::newRow("nothing") << QByteArray("practice-key") << QByteArray();
    }
    void whatWasCopiedAlongIsTold()
    {
        QFETCH(QByteArray, kept);
        QFETCH(QByteArray, says);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kept + '\n');
        file.close();
        for (const bool fromFile : {false, true}) {
            const QStringList how = fromFile
                ? QStringList {u"--secret-file"_s, u"api_key="_s + file.fileName()}
                : QStringList {u"--secret"_s, u"api_key"_s};
            const Run connected = m_bench->run(connectKey(u"Copied"_s) + how, kept + '\n');
            // Some of it no header can carry; such a key is refused, and told all the same.
            QVERIFY2(connected.exitCode >= 0 && connected.exitCode <= 2, connected.told());
            if (says.isEmpty()) {
                QCOMPARE(connected.err, QByteArray());
            } else {
                QVERIFY2(connected.err.contains(says) && connected.err.contains("api_key"),
                         connected.told());
                QVERIFY2(connected.err.contains("kept as it was entered"), connected.told());
            }
            QVERIFY2(!connected.err.contains("practice"), connected.told());
            if (connected.exitCode == 2)
                continue;
            QCOMPARE(m_bench->run({u"token"_s, u"Copied"_s}).out, kept + '\n');
            QCOMPARE(m_bench->run({u"remove"_s, u"Copied"_s}).exitCode, 0);
        }
    }

    //! What the pack takes away anyway is said to be gone.
    void whatIsNotSecretIsCleanedAndTold()
    {
        const Run connected = m_bench->runAuthorizing(
            {u"--json"_s, u"connect"_s, u"xero"_s, u"--name"_s, u"Copied"_s, u"--set"_s,
             u"client_id= practice-client"_s, u"--secret"_s, u"client_secret"_s},
            "practice-secret\n");
        QVERIFY2(connected.exitCode == 0, connected.told());
        QVERIFY2(connected.err.contains("“client_id”") && connected.err.contains("U+0020")
                     && connected.err.contains("removed"),
                 connected.told());
        QVERIFY2(!connected.err.contains("client_secret"), connected.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Copied"_s}).exitCode, 0);
    }

    void anEarlyEndOfInputIsAUsageError_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("an empty line") << QByteArray("\n");
    }
    void anEarlyEndOfInputIsAUsageError()
    {
        QFETCH(QByteArray, input);
        const Run ended
            = m_bench->run(connectKey(u"Key"_s) + QStringList {u"--secret"_s, u"api_key"_s}, input);
        QVERIFY2(ended.exitCode == 2, ended.told());
        QVERIFY(ended.error()[u"message"_s].toString().contains(u"api_key"_s));
        QCOMPARE(m_bench->run({u"status"_s, u"Key"_s}).exitCode, 2);
    }

    //! A value that is too long is refused, and its rest is not taken for the next one.
    void aLineThatIsTooLongStoresNothing_data()
    {
        QTest::addColumn<QByteArray>("input");
        constexpr qsizetype most = 256 * 1024;
        QTest::newRow("by one") << QByteArray(most + 1, 'a') + "\npractice-password\n";
        QTest::newRow("by far") << QByteArray(2 * most, 'a') + "\npractice-password\n";
        QTest::newRow("without an end") << QByteArray(2 * most, 'a');
    }
    void aLineThatIsTooLongStoresNothing()
    {
        QFETCH(QByteArray, input);
        const Run ended = m_bench->run({u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name"_s,
                                        u"Long"_s, u"--set"_s, u"auth_method=login"_s,
                                        u"--secret"_s, u"username"_s, u"--secret"_s, u"password"_s},
                                       input);
        QVERIFY2(ended.exitCode == 2, ended.told().left(500));
        const QString message = ended.error()[u"message"_s].toString();
        QVERIFY2(message.contains(u"username"_s) && message.contains(u"too long"_s),
                 ended.told().left(500));
        QCOMPARE(m_bench->run({u"status"_s, u"Long"_s}).exitCode, 2);
    }

    //! Line and file have the same limit, the line break not counted.
    void theLongestValueIsTaken()
    {
        const QByteArray longest(256 * 1024, 'a');
        QTemporaryDir folder;
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(longest + "\r\n");
        file.close();
        for (const QStringList &how :
             {QStringList {u"--secret"_s, u"api_key"_s},
              QStringList {u"--secret-file"_s, u"api_key="_s + file.fileName()}}) {
            const Run connected = m_bench->run(connectKey(u"Longest"_s) + how, longest + "\r\n");
            QVERIFY2(!connected.told().contains("too l"), connected.told().left(500));
            m_bench->run({u"remove"_s, u"Longest"_s});
        }
    }

    //! R20: while it waits, the secret is in no argument list and no environment.
    void aSecretIsInNoArgumentListAndNoEnvironment()
    {
#ifndef Q_OS_LINUX
        QSKIP("/proc is Linux'");
#endif
        const auto process = m_bench->start(
            {u"--no-browser"_s, u"connect"_s, u"xero"_s, u"--name"_s, u"Waiting"_s, u"--set"_s,
             u"client_id=practice-client"_s, u"--secret"_s, u"client_secret"_s});
        process->write("canary-4711-secret\n");
        const QUrl page = Bench::addressToOpen(*process);
        QVERIFY(page.isValid());
        QVERIFY(!page.toEncoded().contains("canary"));
        for (const char *what : {"cmdline", "environ"}) {
            QFile file(u"/proc/%1/%2"_s.arg(process->processId()).arg(QLatin1StringView(what)));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("canary-4711-secret"));
        }
        process->terminate();
        QVERIFY(process->waitForFinished(8000));
        // Nor anywhere in the profile.
        QDirIterator files(m_bench->profile(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                QVERIFY2(!file.readAll().contains("canary-4711-secret"),
                         qPrintable(file.fileName()));
        }
    }
};

RELINK_TEST(SecretInputTest)
#include "secretinputtest.moc"
