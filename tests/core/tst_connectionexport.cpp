// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionexport.h"

#include "core/rules/caseless.h"
#include "core/rules/connectionname.h"
#include "corpus.h"
#include "packs.h"
#include "support/testmain.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

ProviderPack shopPack()
{
    return parseProviderPack(toJson(smallPack()), false).value();
}

//! All that a connection may know, each secret or private part with a mark of its own.
Connection fullConnection()
{
    Connection c;
    c.id.value = u"canary-id"_s;
    c.name = u"Web shop"_s;
    c.provider = u"shop"_s;
    c.via = u"Mintsoft"_s;
    c.environment = Environment::Test;
    c.authMethod = u"oauth2"_s;
    c.inputs = {{u"client_id"_s, u"abc"_s}, {u"shop"_s, u"harbour"_s}};
    c.captures = {{u"realm"_s, u"canary-capture"_s}};
    c.discovered.token = QUrl(u"https://canary-discovered.example.com/"_s);
    c.boundOrigins = {u"https://canary-origin.example.com:443"_s};
    c.organisation = {u"o-1"_s, u"Harbour Ltd"_s};
    c.identity = u"canary-identity"_s;
    c.secretAccount = u"canary-account"_s;
    c.hasSecret = true;
    c.scope = {u"canary-scope"_s};
    c.createdAt = QDateTime::fromString(u"2026-01-31T08:00:00.250Z"_s, Qt::ISODateWithMs);
    return c;
}

//! Written with single quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QList<PackProblem> problemsOf(const QByteArray &text)
{
    const auto document = parseConnectionExport(text);
    return document ? QList<PackProblem>() : document.error();
}

QByteArray withEntry(const QByteArray &entry)
{
    return json("{'schema':1,'connections':[") + entry + "]}";
}

QByteArray entryNamed(const QString &name)
{
    const QJsonObject entry {{u"name"_s, name},
                             {u"provider"_s, u"shop"_s},
                             {u"environment"_s, u"production"_s},
                             {u"auth_method"_s, u"oauth2"_s}};
    return QJsonDocument(entry).toJson();
}

} // namespace

class ConnectionExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const ProviderPack pack = shopPack();
        ConnectionExport document;
        document.connections = {exportedFrom(fullConnection(), &pack)};
        Connection bare;
        bare.name = u"Bäckerei \"Ost\" evil 店 👨‍👩‍👧"_s;
        bare.provider = u"acme"_s;
        bare.authMethod = u"key"_s;
        document.connections.append(exportedFrom(bare, nullptr));
        document.ownPacks = {u"acme"_s};
        document.pairs = {{u"Books and shop"_s, u"Web shop"_s, bare.name}};
        const auto read = parseConnectionExport(toJson(document));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().first().path));
        QVERIFY(*read == document);
        QVERIFY(read->connections.first().environment == Environment::Test);
        QCOMPARE(read->connections.first().createdAt, fullConnection().createdAt);
    }

    //! No secret, and nothing that is worth nothing or says too much elsewhere.
    void nothingElseIsWritten()
    {
        Connection connection = fullConnection();
        // Entered openly before the pack called it a secret.
        connection.inputs.insert(u"client_secret"_s, u"canary-secret"_s);
        // Asked for by an older pack.
        connection.inputs.insert(u"colour"_s, u"canary-colour"_s);
        const ProviderPack pack = shopPack();
        const QByteArray text
            = toJson(ConnectionExport {{exportedFrom(connection, &pack)}, {}, {}});
        QVERIFY2(!text.contains("canary"), text.constData());
        QVERIFY(text.contains("harbour"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QByteArray &text, const char *path) {
            QTest::newRow(name) << text << QString::fromLatin1(path);
        };
        row("empty", "", "$");
        row("no JSON", "connections", "$");
        row("list", "[]", "$");
        row("something else", json("{'id':'shop'}"), "$");
        row("no version", json("{'connections':[]}"), "$.schema");
        row("newer version", json("{'schema':2,'connections':[]}"), "$.schema");
        row("version as text", json("{'schema':'1','connections':[]}"), "$.schema");
        row("version between", json("{'schema':1.5,'connections':[]}"), "$.schema");
        row("version zero", json("{'schema':0,'connections':[]}"), "$.schema");
        row("unknown key", json("{'schema':1,'connections':[],'secrets':{}}"), "$.secrets");
        row("key twice", json("{'schema':1,'schema':1,'connections':[]}"), "$");
        row("connections as object", json("{'schema':1,'connections':{}}"), "$.connections");
        row("packs as text", json("{'schema':1,'connections':[],'own_packs':'a'}"), "$.own_packs");
        row("pairs as text", json("{'schema':1,'connections':[],'integrations':'a'}"),
            "$.integrations");
        row("pair of one",
            json("{'schema':1,'connections':[],'integrations':[{'name':'P','connections':['A']}]}"),
            "$.integrations[0].connections");
        row("pair of strangers",
            json("{'schema':1,'connections':[],"
                 "'integrations':[{'name':'P','connections':['A','B']}]}"),
            "$.integrations[0].connections");
        const auto couple = [](const QByteArray &pairs) -> QByteArray {
            return json("{'schema':1,'connections':[{'name':'A','provider':'shop','environment':"
                        "'test','auth_method':'x'},{'name':'B','provider':'shop','environment':"
                        "'test','auth_method':'x'}],'integrations':[")
                + json(pairs.constData()) + "]}";
        };
        row("pair of one connection twice", couple("{'name':'P','connections':['A','a ']}"),
            "$.integrations[0].connections");
        row("pair with an impossible name", couple("{'name':'P\\nQ','connections':['A','B']}"),
            "$.integrations[0].name");
        row("pair with a name too long",
            couple("{'name':'" + QByteArray(201, 'p') + "','connections':['A','B']}"),
            "$.integrations[0].name");
        row("the same pair again",
            couple("{'name':'P','connections':['A','B']},{'name':'Q','connections':['b','A']}"),
            "$.integrations[1].connections");
        row("pack id", json("{'schema':1,'connections':[],'own_packs':['../x']}"),
            "$.own_packs[0]");
        row("entry as text", withEntry("\"shop\""), "$.connections[0]");
        row("entry empty", withEntry("{}"), "$.connections[0].name");
        const QByteArray rest
            = json("'provider':'shop','environment':'production','auth_method':'oauth2'");
        const QByteArray good = json("'name':'A',") + rest;
        row("name as number", withEntry(json("{'name':5,") + rest + "}"), "$.connections[0].name");
        row("no provider",
            withEntry(json("{'name':'A','environment':'production','auth_method':'oauth2'}")),
            "$.connections[0].provider");
        row("provider id",
            withEntry(
                json("{'name':'A','provider':'../x','environment':'test','auth_method':'oauth2'}")),
            "$.connections[0].provider");
        row("environment",
            withEntry(
                json("{'name':'A','provider':'shop','environment':'live','auth_method':'a'}")),
            "$.connections[0].environment");
        row("via as list", withEntry("{" + good + json(",'via':[]}")), "$.connections[0].via");
        row("via too long",
            withEntry("{" + good + json(",'via':'") + QByteArray(2001, 'v') + "\"}"),
            "$.connections[0].via");
        row("via with a control character", withEntry("{" + good + json(",'via':'a\\u001bb'}")),
            "$.connections[0].via");
        row("inputs as list", withEntry("{" + good + json(",'inputs':['a']}")),
            "$.connections[0].inputs");
        row("input as number", withEntry("{" + good + json(",'inputs':{'shop':1}}")),
            "$.connections[0].inputs.shop");
        row("input with a line break", withEntry("{" + good + json(",'inputs':{'shop':'a\\nb'}}")),
            "$.connections[0].inputs.shop");
        row("organisation as text", withEntry("{" + good + json(",'organisation':'o'}")),
            "$.connections[0].organisation");
        row("organisation's key", withEntry("{" + good + json(",'organisation':{'token':'o'}}")),
            "$.connections[0].organisation.token");
        row("created", withEntry("{" + good + json(",'created':'yesterday'}")),
            "$.connections[0].created");
        for (const char *key : {"id", "secrets", "access_token", "secret_account", "captures",
                                "bound_origins", "state"}) {
            QTest::newRow(key) << withEntry("{" + good + ",\"" + key + "\":\"x\"}")
                               << u"$.connections[0]."_s + QLatin1StringView(key);
        }
    }
    void refusals()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const QList<PackProblem> problems = problemsOf(text);
        QVERIFY(!problems.isEmpty());
        QVERIFY2(std::any_of(problems.begin(), problems.end(),
                             [&path](const PackProblem &p) { return p.path == path; }),
                 qPrintable(problems.first().path + u' ' + problems.first().reason));
        for (const PackProblem &problem : problems)
            QVERIFY(!problem.reason.isEmpty());
    }

    void allProblemsAreTold()
    {
        const QList<PackProblem> problems
            = problemsOf(json("{'schema':1,'connections':[{'name':1},{'name':2}],'x':0}"));
        QStringList paths;
        for (const PackProblem &problem : problems)
            paths.append(problem.path);
        QVERIFY(paths.contains(u"$.connections[0].name"_s));
        QVERIFY(paths.contains(u"$.connections[1].name"_s));
        QVERIFY(paths.contains(u"$.x"_s));
    }

    void sizeAndDepthAreLimited()
    {
        QByteArray text = json("{'schema':1,'connections':[]}");
        text.append(exportMaximumBytes - text.size(), ' ');
        QVERIFY(parseConnectionExport(text).ok());
        text.append(' ');
        QCOMPARE(problemsOf(text).value(0).path, u"$"_s);
        const QByteArray deep = "{\"schema\":1,\"connections\":" + QByteArray(5000, '[')
            + QByteArray(5000, ']') + "}";
        QCOMPARE(problemsOf(deep).value(0).path, u"$"_s);
        QVERIFY(problemsOf(deep).first().reason.contains(QString::number(exportMaximumDepth)));
        QByteArrayList many(10'001, "0");
        QCOMPARE(problemsOf(json("{'schema':1,'connections':[") + many.join(',') + "]}").size(), 1);
    }

    void hostileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("taken");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("blank") << QString(u" \u00a0 "_s) << false;
        QTest::newRow("line break") << QString(u"a\nb"_s) << false;
        QTest::newRow("escape") << QString(u"\u001b[31mred"_s) << false;
        QTest::newRow("zero") << QString::fromUtf16(u"a\0b", 3) << false;
        QTest::newRow("C1") << QString(u"a\u009bb"_s) << false;
        QTest::newRow("paragraph") << QString(u"a\u2029b"_s) << false;
        QTest::newRow("too long") << QString(longestConnectionName + 1, u'a') << false;
        QTest::newRow("bidi") << QString(u"shop \u202Egnp.exe"_s) << false;
        QTest::newRow("zero width") << QString(u"sh\u200bop"_s) << false;
        // What only looks odd is shown for what it is wherever it stands.
        QTest::newRow("markup") << QString(u"<b>x</b>"_s) << true;
        // The command line would take it for an option.
        QTest::newRow("dashes") << QString(u"--json"_s) << false;
        QTest::newRow("longest") << QString(longestConnectionName, u'a') << true;
    }
    void hostileNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, taken);
        const auto document = parseConnectionExport(withEntry(entryNamed(name)));
        QCOMPARE(document.ok(), taken);
        if (taken)
            QCOMPARE(document->connections.first().name, name);
        else
            QCOMPARE(document.error().first().path, u"$.connections[0].name"_s);
    }

    void namesAreUniqueWithoutRegardToCase()
    {
        const QByteArray text
            = withEntry(entryNamed(u"Straße"_s) + ',' + entryNamed(u"STRASSE "_s));
        QCOMPARE(problemsOf(text).value(0).path, u"$.connections[1].name"_s);
    }

    void misfitsAreTold_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QJsonObject &change, const char *path) {
            QTest::newRow(name) << change << QString::fromLatin1(path);
        };
        row("fits", {}, "");
        row("another way", {{u"auth_method"_s, u"login"_s}}, "e.auth_method");
        row("no Test Mode", {{u"environment"_s, u"test"_s}}, "e.environment");
        row("unknown input", {{u"inputs"_s, QJsonObject {{u"colour"_s, u"red"_s}}}},
            "e.inputs.colour");
        row("bad value", {{u"inputs"_s, QJsonObject {{u"shop"_s, u"evil.com/"_s}}}},
            "e.inputs.shop");
        row("a secret", {{u"inputs"_s, QJsonObject {{u"client_secret"_s, u"hunter2"_s}}}},
            "e.inputs.client_secret");
        row("something missing", {{u"inputs"_s, QJsonObject {{u"client_id"_s, u"a"_s}}}}, "");
    }
    void misfitsAreTold()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, path);
        QJsonObject entry = QJsonDocument::fromJson(entryNamed(u"A"_s)).object();
        entry.insert(u"inputs"_s, QJsonObject {{u"client_id"_s, u"a"_s}, {u"shop"_s, u"b"_s}});
        for (auto it = change.begin(); it != change.end(); ++it)
            entry.insert(it.key(), it.value());
        const auto document = parseConnectionExport(withEntry(QJsonDocument(entry).toJson()));
        QVERIFY(document.ok());
        const QList<PackProblem> found = misfits(document->connections.first(), shopPack(), u"e"_s);
        QCOMPARE(found.value(0).path, path);
        QCOMPARE(found.size(), path.isEmpty() ? 0 : 1);
        // A value that may be a secret is not repeated.
        QVERIFY(found.isEmpty() || !found.first().reason.contains(u"hunter2"_s));
    }

    void jsonTestSuite()
    {
        RELINK_NEED("JSONTestSuite")
        int files = 0;
        for (const QString &folder : {u"test_parsing"_s, u"test_transform"_s}) {
            const QDir dir(corpus + u'/' + folder);
            for (const QString &name : dir.entryList({u"*.json"_s})) {
                const QByteArray text = fileContent(dir.filePath(name));
                QVERIFY2(!parseConnectionExport(text).ok(), qPrintable(name));
                // No entry at all is none that is wrong.
                if (!text.trimmed().isEmpty())
                    QVERIFY2(!parseConnectionExport(withEntry(text)).ok(), qPrintable(name));
                ++files;
            }
        }
        QVERIFY(files > 300);
    }

    //! The naughty strings as names: taken whole, or refused for a reason.
    void naughtyNames()
    {
        RELINK_NEED("blns/blns.json")
        const QJsonArray strings = QJsonDocument::fromJson(fileContent(corpus)).array();
        QVERIFY(strings.size() > 400);
        int taken = 0;
        for (const QJsonValue &value : strings) {
            const QString name = value.toString();
            const auto document = parseConnectionExport(withEntry(entryNamed(name)));
            QCOMPARE(document.ok(), !connectionNameProblem(name).has_value());
            if (!document)
                continue;
            ++taken;
            QCOMPARE(document->connections.first().name, name.trimmed());
            QVERIFY(*parseConnectionExport(toJson(*document)) == *document);
        }
        QVERIFY(taken > 300);
    }
};

RELINK_TEST(ConnectionExportTest)
#include "tst_connectionexport.moc"
