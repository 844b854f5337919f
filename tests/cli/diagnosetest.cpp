// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! `relink diagnose` as design.md section 9 has it.
class DiagnoseTest : public QObject
{
    Q_OBJECT

    Bench m_bench;
    QTemporaryDir m_folder;

    QString file(const QByteArray &content)
    {
        const QString name = m_folder.filePath(u"text"_s);
        QFile out(name);
        if (out.open(QIODevice::WriteOnly))
            out.write(content);
        return name;
    }

private Q_SLOTS:
    void theShapeIsTheContract()
    {
        const Run run = m_bench.run({u"--json"_s, u"diagnose"_s},
                                    "HTTP/1.1 401 Unauthorized\n\n{\"error\":\"invalid_grant\"}");
        QVERIFY2(run.exitCode == 0, run.told());
        QCOMPARE(run.err, QByteArray());
        const QJsonObject answer = run.json();
        QStringList keys = answer.keys();
        QStringList wanted {u"schema"_s,
                            u"error_class"_s,
                            u"cause"_s,
                            u"confidence"_s,
                            u"alternatives"_s,
                            u"provider"_s,
                            u"provider_confidence"_s,
                            u"http_status"_s,
                            u"provider_code"_s,
                            u"next_action"_s,
                            u"steps"_s};
        wanted.sort();
        QCOMPARE(keys, wanted);
        QCOMPARE(answer[u"schema"_s].toInt(), 1);
        QCOMPARE(answer[u"error_class"_s].toString(), u"expired_refresh"_s);
        QCOMPARE(answer[u"http_status"_s].toInt(), 401);
        QVERIFY(answer[u"provider"_s].isNull());
        QVERIFY(answer[u"provider_confidence"_s].isNull());
        const double confidence = answer[u"confidence"_s].toDouble();
        QVERIFY(confidence > 0 && confidence <= 1);
        QCOMPARE(answer[u"next_action"_s].toString(), u"reauthorize"_s);
        const QJsonArray steps = answer[u"steps"_s].toArray();
        QCOMPARE(steps.first()[u"id"_s].toString(), u"XRM-10"_s);
        for (const QJsonValue &step : steps) {
            QCOMPARE(step.toObject().keys(), (QStringList {u"id"_s, u"source"_s, u"text"_s}));
            QVERIFY(!step[u"source"_s].toString().isEmpty());
            QVERIFY(step[u"text"_s].toString().size() > 10);
        }
        for (const QJsonValue &other : answer[u"alternatives"_s].toArray()) {
            QCOMPARE(other.toObject().keys(), (QStringList {u"error_class"_s, u"why"_s}));
            QVERIFY(!other[u"why"_s].toString().isEmpty());
        }
    }

    void aChosenProviderIsTaken()
    {
        const Run run
            = m_bench.run({u"diagnose"_s, u"--provider"_s, u"sage_intacct"_s, u"--json"_s},
                          "HTTP/1.1 401 Unauthorized");
        QVERIFY2(run.exitCode == 0, run.told());
        QCOMPARE(run.json()[u"provider"_s].toString(), u"sage_intacct"_s);
        QCOMPARE(run.json()[u"provider_confidence"_s].toDouble(), 1.0);
        QCOMPARE(run.json()[u"steps"_s][0][u"id"_s].toString(), u"SGE-12"_s);
    }

    void peopleReadWhatItMeansAndWhatToDo()
    {
        const Run run
            = m_bench.run({u"diagnose"_s}, "HTTP/1.1 401\n\n{\"error\":\"invalid_grant\"}");
        QVERIFY2(run.exitCode == 0, run.told());
        for (const char *part : {"Sign-in expired", "not named in the text", "HTTP status: 401",
                                 "invalid_grant", "Also possible:", "1. ", "XRM-10",
                                 "Next: ", "What does 401 mean?", "What is an access token?"})
            QVERIFY2(run.out.contains(part), run.told());
        QVERIFY(!run.out.contains("%1") && !run.out.contains("{provider}"));
    }

    //! A file, a file of another program's encoding, standard input by name.
    void readsFilesAndStandardInput()
    {
        for (const QByteArray &content :
             {QByteArray("{\"error\":\"invalid_client\"}"),
              QByteArray(
                  "\xff\xfe{\0\"\0e\0r\0r\0o\0r\0\"\0:\0\"\0i\0n\0v\0a\0l\0i\0d\0_\0c\0l\0i\0"
                  "e\0n\0t\0\"\0}\0",
                  54),
              QByteArray("Zugriff verweigert f\xfcr den Client: invalid_client")}) {
            const Run run = m_bench.run({u"--json"_s, u"diagnose"_s, file(content)});
            QVERIFY2(run.exitCode == 0, run.told());
            QCOMPARE(run.json()[u"error_class"_s].toString(), u"invalid_client"_s);
        }
        const Run dash = m_bench.run({u"--json"_s, u"diagnose"_s, u"-"_s}, "invalid_client");
        QCOMPARE(dash.json()[u"error_class"_s].toString(), u"invalid_client"_s);
    }

    void whatCannotBeReadEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QStringList() << QByteArray() << u"the text is empty"_s;
        QTest::newRow("blanks") << QStringList() << QByteArray(" \n\t \n")
                                << u"the text is empty"_s;
        QTest::newRow("no file") << QStringList {u"/nowhere/at/all"_s} << QByteArray()
                                 << u"/nowhere/at/all cannot be read"_s;
        QTest::newRow("folder") << QStringList {u"/"_s} << QByteArray() << u"is a folder"_s;
        QTest::newRow("too much") << QStringList() << QByteArray(4 * 1024 * 1024 + 1, 'x')
                                  << u"more than 4 MiB"_s;
        QTest::newRow("provider") << QStringList {u"--provider"_s, u"nobody"_s} << QByteArray("401")
                                  << u"There is no provider “nobody”."_s;
    }
    void whatCannotBeReadEndsWithTwo()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, input);
        QFETCH(const QString, says);
        for (const QString &command : {u"diagnose"_s, u"lint-request"_s}) {
            if (command == "lint-request"_L1 && arguments.contains(u"--provider"_s))
                continue;
            const Run plain = m_bench.run(QStringList {command} + arguments, input);
            QVERIFY2(plain.exitCode == 2, plain.told());
            QCOMPARE(plain.out, QByteArray());
            QVERIFY2(QString::fromUtf8(plain.err).contains(says), plain.told());
            QVERIFY2(plain.err.contains("Usage: relink "), plain.told());
            const Run json = m_bench.run(QStringList {u"--json"_s, command} + arguments, input);
            QVERIFY2(json.exitCode == 2, json.told());
            QCOMPARE(json.json().keys(), QStringList {u"error"_s});
        }
    }

    //! Nothing that was pasted is shown unmasked, and none of it is kept.
    void nothingSecretIsShownOrKept()
    {
        const QByteArray pasted
            = "{\"access_token\":\"s3cr3t-canary-1\",\"refresh_token\":\"s3cr3t-canary-2\","
              "\"expires_in\":1800}\nAuthorization: Bearer s3cr3t-canary-3\n"
              "{\"error\":\"invalid_grant\",\"code\":\"s3cr3t-canary-4\"}";
        for (const QStringList &command :
             {QStringList {u"diagnose"_s}, QStringList {u"--json"_s, u"diagnose"_s},
              QStringList {u"lint-request"_s}, QStringList {u"--json"_s, u"lint-request"_s}}) {
            const Run run = m_bench.run(command, pasted);
            QVERIFY2(run.exitCode == 0, run.told());
            QVERIFY2(!run.out.contains("s3cr3t") && !run.err.contains("s3cr3t"), run.told());
        }
        QDirIterator files(m_bench.profile(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile kept(files.next());
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY2(!kept.readAll().contains("canary"), qPrintable(kept.fileName()));
        }
    }

    void aTokenAnswerIsNoError()
    {
        const Run run = m_bench.run({u"--json"_s, u"diagnose"_s},
                                    "{\"access_token\":\"s3cr3t\",\"token_type\":\"Bearer\","
                                    "\"expires_in\":1800,\"refresh_token\":\"s3cr3t\"}");
        QCOMPARE(run.json()[u"error_class"_s].toString(), u"not_an_error"_s);
        QCOMPARE(run.json()[u"next_action"_s].toString(), u"none"_s);
        QVERIFY(!run.out.contains("s3cr3t"));
    }

    void theTimeIsKept()
    {
        const std::unique_ptr<QProcess> process
            = m_bench.start({u"--timeout"_s, u"1"_s, u"diagnose"_s});
        QVERIFY(process->waitForFinished(8000));
        QCOMPARE(process->exitCode(), 5);
    }

    void helpSaysHowItEnds()
    {
        const Run help = m_bench.run({u"diagnose"_s, u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("relink diagnose [FILE] [--provider P]"));
        QVERIFY(help.out.contains("4 MiB"));
        const Run lint = m_bench.run({u"lint-request"_s, u"--help"_s});
        QVERIFY(lint.out.contains("Ends with 0 whatever is found"));
    }
};

RELINK_TEST(DiagnoseTest)
#include "diagnosetest.moc"
