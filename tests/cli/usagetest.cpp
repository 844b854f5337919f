// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the real executable says to lines that make no sense: exit code 2, nothing on standard
//! output, one clear complaint and the exact form on standard error.
class UsageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void wrongUseEndsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromUtf8(says);
        };
        row("frobnicate", "There is no command “frobnicate”.");
        row("status --frobnicate", "Unknown option --frobnicate.");
        row("connect", "“connect” needs PROVIDER.");
        row("connect nobody", "There is no provider “nobody”.");
        row("connect xero", "Xero needs “client_id”: give it with --set client_id=….");
        row("connect xero --set colour=red", "Xero has no value “colour”.");
        row("connect xero --set client_secret=s3cret", "“client_secret” is a secret");
        row("connect xero --set auth_method=magic", "knows no auth_method “magic”");
        row("connect mintsoft --secret api_key", "--set auth_method=api_key");
        row("connect mintsoft --secret-file api_key=/nowhere", "--set auth_method=api_key");
        row("connect generic_oauth2 --set client_id=a", "--set issuer=https://");
        row("connect xero --set client_id=a --set client_id=b", "“client_id” is given twice.");
        row("connect xero --secret client_secret --secret client_secret",
            "“client_secret” is given twice.");
        row("connect xero --secret client_secret --secret-file client_secret=/nowhere",
            "“client_secret” is given twice.");
        row("edit nobody --set organisation_id=1 --set organisation_id=2",
            "“organisation_id” is given twice.");
        row("connect xero --secret-file client_secret=/nowhere/at/all", "cannot be read");
        row("connect ebay --set client_id=a --set ru_name=b c", "does not take");
        row("status nobody", "There is no connection named “nobody”.");
        row("check nobody", "There is no connection named “nobody”.");
        row("edit nobody --name x", "There is no connection named “nobody”.");
        row("token nobody", "There is no connection named “nobody”.");
        row("reconnect nobody", "There is no connection named “nobody”.");
        row("history --connection nobody", "There is no connection named “nobody”.");
        row("history --class frobnicated", "There is no class “frobnicated”.");
        row("history --stage frobnicated", "There is no stage “frobnicated”.");
        row("history --since yesterday", "“yesterday” is no time.");
        row("history --provider nobody", "There is no provider “nobody”.");
        row("diagnose --provider Nobody", "There is no provider “Nobody”.");
        row("providers show nobody", "There is no provider “nobody”.");
        row("providers remove nobody", "There is no provider “nobody”.");
        row("providers remove xero", "“xero” is built in and cannot be removed.");
    }
    void wrongUseEndsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Run plain = m_bench->run(arguments);
        QVERIFY2(plain.exitCode == 2, plain.told());
        QCOMPARE(plain.out, QByteArray());
        QVERIFY2(QString::fromUtf8(plain.err).contains(says), plain.told());
        QVERIFY2(plain.err.contains("Usage: relink"), plain.told());
        QVERIFY(!plain.err.contains("s3cret"));

        const Run json = m_bench->run(QStringList {u"--json"_s} + arguments);
        QVERIFY2(json.exitCode == 2, json.told());
        QCOMPARE(json.err, QByteArray());
        QCOMPARE(json.json().keys(), QStringList {u"error"_s});
        QCOMPARE(json.error().keys(), (QStringList {u"action"_s, u"class"_s, u"message"_s}));
        QVERIFY2(json.error()[u"message"_s].toString().contains(says), json.told());
        QVERIFY(!json.out.contains("s3cret"));
    }

    void helpAndVersionNeedNothing()
    {
        const Run help = m_bench->run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains("connect PROVIDER") && help.out.contains("doctor"));
        QVERIFY(help.out.contains("the API key practice-key"));
        const Run version = m_bench->run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith("relink "));
        const Run one = m_bench->run({u"connect"_s, u"--help"_s});
        QCOMPARE(one.exitCode, 0);
        QVERIFY(one.out.contains("--secret-file KEY=FILE"));
    }

    //! A command never needs a display, whatever platform plugin the environment asks for.
    void noDisplayIsNeeded()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"WAYLAND_DISPLAY"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(RELINK_EXECUTABLE),
                      m_bench->arguments({u"status"_s, u"--json"_s}));
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void anEmptyProfileHasEmptyShapes()
    {
        const Run status = m_bench->run({u"status"_s, u"--json"_s});
        QCOMPARE(status.exitCode, 0);
        QCOMPARE(status.json()[u"schema"_s].toInt(), 1);
        QCOMPARE(status.json()[u"connections"_s].toArray().size(), 0);
        QCOMPARE(status.json()[u"integrations"_s].toArray().size(), 0);
        const Run history = m_bench->run({u"history"_s, u"--json"_s});
        QCOMPARE(history.exitCode, 0);
        QCOMPARE(history.out, QByteArray());
        const Run csv = m_bench->run({u"history"_s, u"--csv"_s});
        QCOMPARE(csv.exitCode, 0);
        QVERIFY(csv.out.startsWith("time,kind,connection,provider,stage,"));
        QVERIFY2(csv.err.isEmpty(), csv.told());
        QVERIFY2(history.err.isEmpty(), history.told());
    }

    //! Nothing to show is said, with what to do next.
    void anEmptyProfileSaysHowToBegin()
    {
        for (const QString &command : {u"status"_s, u"check"_s}) {
            const Run run = m_bench->run({command});
            QVERIFY2(run.exitCode == 0, run.told());
            QCOMPARE(run.out, QByteArray());
            QVERIFY2(run.err.contains("There are no connections yet.")
                         && run.err.contains("relink connect"),
                     run.told());
            const Run json = m_bench->run({u"--json"_s, command});
            QVERIFY2(json.exitCode == 0 && json.err.isEmpty(), json.told());
        }
        const Run history = m_bench->run({u"history"_s});
        QVERIFY2(history.exitCode == 0 && history.out.isEmpty(), history.told());
        QVERIFY2(history.err.contains("nothing in the history yet"), history.told());
        const Run filtered = m_bench->run({u"history"_s, u"--search"_s, u"refund"_s});
        QVERIFY2(filtered.exitCode == 0 && filtered.out.isEmpty(), filtered.told());
        QVERIFY2(filtered.err.contains("Nothing in the history fits"), filtered.told());
    }

    //! One form of output at a time, and never silently the other one.
    void aTableAndJsonExcludeEachOther()
    {
        const Run both = m_bench->run({u"history"_s, u"--csv"_s, u"--json"_s});
        QVERIFY2(both.exitCode == 2, both.told());
        QVERIFY2(both.error()[u"message"_s].toString().contains(u"--csv"_s), both.told());
    }

    //! A program or a picture is no error message, whatever words stand in it.
    void whatHoldsNoTextIsRefused()
    {
        const QByteArray bytes("\x7f"
                               "ELF\0\0error 403: permission denied\0",
                               36);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"program"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        for (const QString &command : {u"diagnose"_s, u"lint-request"_s}) {
            for (const Run &run :
                 {m_bench->run({command, file.fileName()}), m_bench->run({command}, bytes),
                  m_bench->run({command}, QByteArray(3, '\0'))}) {
                QVERIFY2(run.exitCode == 2 && run.out.isEmpty(), run.told());
                QVERIFY2(run.err.contains("This holds no text."), run.told());
            }
            const Run json = m_bench->run({u"--json"_s, command, file.fileName()});
            QVERIFY2(json.exitCode == 2 && json.err.isEmpty(), json.told());
            QVERIFY2(json.error()[u"message"_s].toString().startsWith("This holds no text."_L1),
                     json.told());
        }
    }

    void aProviderIsFoundWithoutRegardToCase()
    {
        const Run run = m_bench->run({u"--json"_s, u"diagnose"_s, u"--provider"_s, u"Xero"_s},
                                     "401 Unauthorized");
        QVERIFY2(run.exitCode == 0, run.told());
        QCOMPARE(run.json()[u"provider"_s].toString(), u"xero"_s);
    }

    //! The window gives a name of its own to one that has none; a script that gives an empty one
    //! has lost a variable.
    void aNameIsNotEmpty()
    {
        for (const QString &name : {QString(), u"   "_s, u"\t"_s}) {
            const Run run
                = m_bench->run({u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name="_s + name,
                                u"--set"_s, u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                               "practice-key\n");
            QVERIFY2(run.exitCode == 2, run.told());
            QVERIFY2(run.error()[u"message"_s].toString().contains(u"--name"_s), run.told());
        }
        QVERIFY(
            m_bench->run({u"status"_s, u"--json"_s}).json()[u"connections"_s].toArray().isEmpty());
    }

    //! A connection is found by its name or its id, so a name is nobody else's id.
    void aNameIsNoOtherConnectionsId()
    {
        const auto connect = [this](const QString &name) {
            return m_bench->run({u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name"_s, name,
                                 u"--set"_s, u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                                "practice-key\n");
        };
        const Run first = connect(u"First"_s);
        QVERIFY2(first.exitCode == 0, first.told());
        const QString id = first.connection()[u"id"_s].toString();
        const Run second = connect(id);
        QVERIFY2(second.exitCode == 2, second.told());
        QVERIFY2(second.error()[u"message"_s].toString().contains(u"“First”"_s), second.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"First"_s}).exitCode, 0);
    }

    void whatAProviderAsksForIsLegible()
    {
        const Run show = m_bench->run({u"providers"_s, u"show"_s, u"generic_oauth2"_s});
        QVERIFY2(show.exitCode == 0, show.told());
        QVERIFY2(show.out.contains("token_endpoint_auth_method=…  "), show.told());
        QVERIFY2(show.out.contains("(one of: ") && show.out.contains("client_secret_post"),
                 show.told());
    }

    //! Whatever the longest id is, the names stand in one column.
    void theListIsAligned()
    {
        const Run run = m_bench->run({u"providers"_s, u"list"_s});
        QCOMPARE(run.exitCode, 0);
        static const QRegularExpression line(u"^(\\S+ {2,})\\S"_s);
        int column = -1;
        for (const QString &row : QString::fromUtf8(run.out).split(u'\n', Qt::SkipEmptyParts)) {
            const auto match = line.match(row);
            QVERIFY2(match.hasMatch(), qPrintable(row));
            const int here = int(match.captured(1).size());
            column = column < 0 ? here : column;
            QCOMPARE(here, column);
        }
    }

    void aNameHasALimit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("201") << QString(201, u'a') << u"200"_s;
        QTest::newRow("10000") << QString(10000, u'a') << u"200"_s;
        QTest::newRow("a line break") << u"Shop\nInactive"_s << u"control character"_s;
        QTest::newRow("an escape") << u"Shop\x1b[2J"_s << u"control character"_s;
        QTest::newRow("a line separator") << u"Shop\u2028Two"_s << u"control character"_s;
    }
    void aNameHasALimit()
    {
        QFETCH(QString, name);
        QFETCH(QString, says);
        const Run run
            = m_bench->run({u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name"_s, name, u"--set"_s,
                            u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                           "practice-key\n");
        QVERIFY2(run.exitCode == 2, run.told().left(500));
        const QString message = run.error()[u"message"_s].toString();
        QVERIFY2(message.contains(says) && message.size() < 300, run.told().left(500));
        QVERIFY(
            m_bench->run({u"status"_s, u"--json"_s}).json()[u"connections"_s].toArray().isEmpty());
    }

    void providersAreListedShownValidatedAddedAndRemoved()
    {
        const Run list = m_bench->run({u"providers"_s, u"list"_s, u"--json"_s});
        QCOMPARE(list.exitCode, 0);
        QCOMPARE(list.json()[u"schema"_s].toInt(), 1);
        QStringList ids;
        const QJsonArray providers = list.json()[u"providers"_s].toArray();
        for (const auto &provider : providers) {
            ids += provider.toObject()[u"id"_s].toString();
            QVERIFY(!provider.toObject()[u"name"_s].toString().isEmpty());
            QVERIFY(!provider.toObject()[u"category"_s].toString().isEmpty());
        }
        for (const QString &id : {u"xero"_s, u"ebay"_s, u"sage_intacct"_s, u"quickbooks_online"_s,
                                  u"shopify"_s, u"mintsoft"_s, u"generic_oauth2"_s})
            QVERIFY2(ids.contains(id), qPrintable(id));

        const Run show = m_bench->run({u"providers"_s, u"show"_s, u"ebay"_s, u"--json"_s});
        QCOMPARE(show.exitCode, 0);
        QCOMPARE(show.json()[u"provider"_s].toObject()[u"id"_s], u"ebay"_s);

        // A pack of the user's own: a copy of a built-in one under another id.
        QFile builtIn(QStringLiteral(RELINK_SOURCE_DIR "/resources/providers/xero.json"));
        QVERIFY(builtIn.open(QIODevice::ReadOnly));
        QJsonObject pack = QJsonDocument::fromJson(builtIn.readAll()).object();
        pack.insert(u"id"_s, u"harbour_books"_s);
        pack.insert(u"name"_s, u"Harbour Books"_s);
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QJsonObject &object) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(QJsonDocument(object).toJson());
            return file.fileName();
        };
        const QString good = write(u"harbour_books.json"_s, pack);
        pack.insert(u"colour"_s, u"red"_s);
        const QString bad = write(u"bad.json"_s, pack);

        const Run valid = m_bench->run({u"providers"_s, u"validate"_s, good, u"--json"_s});
        QVERIFY2(valid.exitCode == 0, valid.told());
        const Run both = m_bench->run({u"providers"_s, u"validate"_s, good, bad, u"--json"_s});
        QVERIFY2(both.exitCode == 3, both.told());
        const QJsonArray results = both.json()[u"results"_s].toArray();
        QCOMPARE(results.size(), 2);
        QVERIFY(results[0].toObject()[u"ok"_s].toBool());
        QVERIFY(!results[1].toObject()[u"ok"_s].toBool());
        QVERIFY2(results[1].toObject()[u"text"_s].toString().contains(u"colour"_s), both.told());

        QCOMPARE(m_bench->run({u"providers"_s, u"add"_s, bad}).exitCode, 3);
        const Run builtInId = m_bench->run({u"providers"_s, u"add"_s, builtIn.fileName()});
        QVERIFY2(builtInId.exitCode == 3, builtInId.told());
        const Run inOrder = m_bench->run({u"providers"_s, u"validate"_s, builtIn.fileName()});
        QVERIFY2(inOrder.exitCode == 0 && inOrder.out.contains("cannot be added under this id"),
                 inOrder.told());
        const Run added = m_bench->run({u"providers"_s, u"add"_s, good});
        QVERIFY2(added.exitCode == 0, added.told());
        const Run withOwn = m_bench->run({u"providers"_s, u"list"_s});
        QVERIFY2(withOwn.out.contains("Harbour Books (accounting) – your own pack"),
                 withOwn.told());
        QCOMPARE(withOwn.out.count("your own pack"), 1);
        const Run details = m_bench->run({u"providers"_s, u"show"_s, u"harbour_books"_s});
        QVERIFY2(details.out.startsWith("Harbour Books (accounting) – your own pack"),
                 details.told());
        const Run ofXero = m_bench->run({u"providers"_s, u"show"_s, u"xero"_s});
        QVERIFY2(ofXero.exitCode == 0 && !ofXero.out.contains("your own pack"), ofXero.told());
        for (const auto &[id, own] : {std::pair(u"harbour_books"_s, true), {u"xero"_s, false}}) {
            const Run shown = m_bench->run({u"providers"_s, u"show"_s, id, u"--json"_s});
            QCOMPARE(shown.json()[u"provider"_s][u"built_in"_s].toBool(own), !own);
        }
        QVERIFY2(added.out.contains("Added."), added.told());
        const Run replaced = m_bench->run({u"providers"_s, u"add"_s, good});
        QVERIFY2(replaced.exitCode == 0 && replaced.out.contains("Replaced the former"),
                 replaced.told());
        QCOMPARE(m_bench->run({u"providers"_s, u"remove"_s, u"harbour_books"_s}).exitCode, 0);
        QVERIFY(!m_bench->run({u"providers"_s, u"list"_s}).out.contains("harbour_books"));
    }
};

RELINK_TEST(UsageTest)
#include "usagetest.moc"
