// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandline.h"
#include "cli/timeargument.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::cli;
using namespace Qt::StringLiterals;

//! What a command line means, and what is said about one that means nothing.
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongLinesAreUsageErrors_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("usage");
        const auto row = [](const char *line, const char *usage) {
            QTest::newRow(line) << QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts)
                                << QString::fromUtf8(usage);
        };
        row("frobnicate", "relink [COMMAND]");
        row("--frobnicate", "relink [COMMAND]");
        row("-x status", "relink status [NAME]");
        row("status --frobnicate", "relink status [NAME]");
        row("status a b", "relink status [NAME]");
        row("connect", "relink connect PROVIDER");
        row("connect xero ebay", "relink connect PROVIDER");
        row("connect xero --set", "relink connect PROVIDER");
        row("connect xero --set client_id", "relink connect PROVIDER");
        row("connect xero --set =x", "relink connect PROVIDER");
        row("connect xero --name --json", "relink connect PROVIDER");
        row("connect xero --environment live", "relink connect PROVIDER");
        row("connect xero --secret-file key", "relink connect PROVIDER");
        row("connect xero --name a --name b", "relink connect PROVIDER");
        row("connect xero --unresolved", "relink connect PROVIDER");
        row("rename a", "relink rename NAME NEW");
        row("rename a b c", "relink rename NAME NEW");
        row("pause", "relink pause NAME");
        row("token", "relink token NAME");
        row("providers", "relink providers list | show ID");
        row("providers frobnicate", "relink");
        row("providers show", "relink providers show ID");
        row("providers validate", "relink providers validate FILE…");
        row("history extra", "relink history");
        row("history --csv=yes", "relink history");
        row("history --csv --json", "relink history");
        row("--json history --csv", "relink history");
        row("connect xero --set a=1 --set a=2", "relink connect PROVIDER");
        row("connect xero --set a=1 --secret a", "relink connect PROVIDER");
        row("connect xero --secret a --secret-file a=/f", "relink connect PROVIDER");
        row("reauthorize x --set organisation_id=1 --set organisation_id=2",
            "relink reauthorize NAME");
        row("export a b", "relink export [FILE]");
        row("export --force=1 a", "relink export [FILE]");
        row("import", "relink import FILE");
        row("import a b", "relink import FILE");
        row("import --force a", "relink import FILE");
        row("check --timeout", "relink check [NAME]");
        row("check --timeout 0", "relink check [NAME]");
        row("check --timeout -5", "relink check [NAME]");
        row("check --timeout +5", "relink check [NAME]");
        row("check --timeout 5s", "relink check [NAME]");
        row("check --timeout 99999999999", "relink check [NAME]");
        row("check --profile", "relink check [NAME]");
        row("check --profile=", "relink check [NAME]");
        row("check --sandbox http://127.0.0.1:1", "relink check [NAME]");
        row("--json=1 status", "relink status [NAME]");
    }
    void wrongLinesAreUsageErrors()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, usage);
        const auto parsed = parseCommandLine(arguments);
        QVERIFY(!parsed.ok());
        QVERIFY(!parsed.error().message.isEmpty());
        QVERIFY2(parsed.error().usage.startsWith(usage), qPrintable(parsed.error().usage));
    }

    void optionsStandBeforeOrAfterTheCommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("before") << QStringList {u"--profile"_s,    u"/p"_s,        u"--json"_s,
                                                u"--no-browser"_s, u"--timeout"_s, u"5"_s,
                                                u"status"_s,       u"Shop"_s};
        QTest::newRow("after") << QStringList {u"status"_s, u"Shop"_s,        u"--no-browser"_s,
                                               u"--json"_s, u"--timeout=5"_s, u"--profile=/p"_s};
        QTest::newRow("around") << QStringList {u"--json"_s,    u"status"_s, u"--timeout"_s,
                                                u"5"_s,         u"Shop"_s,   u"--no-browser"_s,
                                                u"--profile"_s, u"/p"_s};
    }
    void optionsStandBeforeOrAfterTheCommand()
    {
        QFETCH(QStringList, arguments);
        const auto parsed = parseCommandLine(arguments);
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->command, u"status"_s);
        QCOMPARE(parsed->arguments, QStringList {u"Shop"_s});
        QCOMPARE(parsed->profile, u"/p"_s);
        QVERIFY(parsed->json);
        QVERIFY(parsed->noBrowser);
        QCOMPARE(parsed->timeout, std::chrono::seconds(5));
        QVERIFY(!asksForWindow(*parsed));
    }

    void valuesKeepTheirOrderAndTheirBytes()
    {
        const auto parsed = parseCommandLine({u"connect"_s, u"x"_s, u"--set"_s, u"a=b=c d"_s,
                                              u"--secret"_s, u"two"_s, u"--secret"_s, u"one"_s,
                                              u"--name=--odd"_s, u"--set"_s, u"e="_s});
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->options,
                 (QList<GivenOption> {{u"set"_s, u"a=b=c d"_s},
                                      {u"secret"_s, u"two"_s},
                                      {u"secret"_s, u"one"_s},
                                      {u"name"_s, u"--odd"_s},
                                      {u"set"_s, u"e="_s}}));
        QCOMPARE(parsed->value(u"name"_s), u"--odd"_s);
    }

    void twoDashesEndTheOptions()
    {
        const auto parsed = parseCommandLine({u"rename"_s, u"--"_s, u"--old"_s, u"--new"_s});
        QVERIFY(parsed.ok());
        QCOMPARE(parsed->arguments, (QStringList {u"--old"_s, u"--new"_s}));
    }

    void noCommandIsTheWindow()
    {
        const auto plain = parseCommandLine({});
        QVERIFY(plain.ok() && asksForWindow(*plain));
        const auto practice = parseCommandLine({u"--practice"_s, u"--profile"_s, u"/p"_s});
        QVERIFY(practice.ok() && asksForWindow(*practice) && practice->practice);
        const auto help = parseCommandLine({u"--help"_s});
        QVERIFY(help.ok() && !asksForWindow(*help));
        const auto version = parseCommandLine({u"--version"_s});
        QVERIFY(version.ok() && !asksForWindow(*version));
    }

    void helpNamesEveryCommandAndItsOptions()
    {
        const QString all = helpText({});
        for (const char *command : {"connect PROVIDER", "status [NAME]", "reconnect NAME", "doctor",
                                    "providers validate FILE…", "--timeout SECONDS"})
            QVERIFY2(all.contains(QString::fromUtf8(command)), command);
        QVERIFY(helpText(u"connect"_s).contains(u"--secret-file KEY=FILE"_s));
        QVERIFY(parseCommandLine({u"connect"_s, u"--help"_s}).ok());
    }

    void timesAreRfc3339OrAgo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");
        QTest::newRow("7d") << u"7d"_s << u"2026-11-11T14:30:00Z"_s;
        QTest::newRow("2w") << u"2w"_s << u"2026-11-04T14:30:00Z"_s;
        QTest::newRow("3h") << u"3h"_s << u"2026-11-18T11:30:00Z"_s;
        QTest::newRow("90m") << u"90m"_s << u"2026-11-18T13:00:00Z"_s;
        QTest::newRow("Z") << u"2026-11-01T08:12:00Z"_s << u"2026-11-01T08:12:00Z"_s;
        QTest::newRow("z") << u"2026-11-01t08:12:00z"_s << u"2026-11-01T08:12:00Z"_s;
        QTest::newRow("offset") << u"2026-11-01T08:12:00+02:00"_s << u"2026-11-01T06:12:00Z"_s;
        QTest::newRow("fraction") << u"2026-11-01T08:12:00.500Z"_s << u"2026-11-01T08:12:00Z"_s;
        QTest::newRow("no zone") << u"2026-11-01T08:12:00"_s << QString();
        QTest::newRow("month 13") << u"2026-13-01T08:12:00Z"_s << QString();
        QTest::newRow("words") << u"yesterday"_s << QString();
        QTest::newRow("bare number") << u"7"_s << QString();
        QTest::newRow("negative") << u"-7d"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void timesAreRfc3339OrAgo()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const QDateTime now(QDate(2026, 11, 18), QTime(14, 30), Qt::UTC);
        const auto time = timeArgument(text, now);
        QCOMPARE(time ? time->toString(Qt::ISODate) : QString(), utc);
    }
};

RELINK_TEST(CommandLineTest)
#include "commandlinetest.moc"
