// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsepack.h"

#include "core/rules/strictjson.h"
#include "corpus.h"
#include "packs.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

using Spoil = std::function<void(QJsonObject &)>;

//! Sets or (with an undefined value) removes what stands at a path of keys and indexes.
QJsonValue changed(const QJsonValue &root, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    bool isIndex = false;
    const int index = path.first().toInt(&isIndex);
    if (isIndex && root.isArray()) {
        QJsonArray array = root.toArray();
        const QJsonValue item = changed(array.at(index), path.mid(1), value);
        if (index < array.size())
            array.replace(index, item);
        else
            array.append(item);
        return array;
    }
    QJsonObject object = root.toObject();
    const QJsonValue item = changed(object.value(path.first()), path.mid(1), value);
    if (item.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), item);
    return object;
}

QList<PackProblem> problemsOf(const QByteArray &json)
{
    const auto pack = parseProviderPack(json, false);
    return pack ? QList<PackProblem>() : pack.error();
}

QString firstPath(const QByteArray &json)
{
    const QList<PackProblem> problems = problemsOf(json);
    return problems.isEmpty() ? QString() : problems.first().path;
}

} // namespace

class ParsePackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallPackIsSound()
    {
        const auto pack = parseProviderPack(toJson(smallPack()), false);
        QVERIFY2(pack.ok(),
                 pack ? "" : qPrintable(pack.error().first().path + pack.error().first().reason));
        QCOMPARE(pack->id, u"shop"_s);
        QVERIFY(!pack->builtIn);
        QVERIFY(pack->authMethods.first().pkce);
        QCOMPARE(toString(pack->authMethods.first().clientAuthMethods.first()),
                 toString(ClientAuthMethod::Basic));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, const QString &where, const QJsonValue &value,
                            const QString &path) { QTest::newRow(name) << where << value << path; };
        const QJsonValue nothing(QJsonValue::Undefined);
        const QString m = u"auth_methods/0/"_s;
        const QString mp = u"$.auth_methods[0]."_s;

        row("unknown key", u"colour"_s, u"red"_s, u"$.colour"_s);
        row("unknown key within", m + u"scopez"_s, u"a"_s, mp + u"scopez"_s);
        row("missing key", u"name"_s, nothing, u"$.name"_s);
        row("missing probe", u"probe"_s, nothing, u"$.probe"_s);
        row("wrong type", u"name"_s, 5, u"$.name"_s);
        row("wrong type in list", u"sources/0"_s, 5, u"$.sources[0]"_s);
        row("wrong type in map", m + u"authorization_parameters"_s, QJsonObject {{u"a"_s, true}},
            mp + u"authorization_parameters.a"_s);
        row("null", u"probe/url"_s, QJsonValue::Null, u"$.probe.url"_s);
        row("number for boolean", u"allow_loopback_http"_s, 1, u"$.allow_loopback_http"_s);
        row("fraction", u"errors/0/status"_s, 401.5, u"$.errors[0].status"_s);
        row("negative", m + u"lifetimes"_s, QJsonObject {{u"access_seconds"_s, -1}},
            mp + u"lifetimes.access_seconds"_s);
        row("not of the list", u"category"_s, u"weapons"_s, u"$.category"_s);
        row("unknown class", u"errors/0/class"_s, u"bad"_s, u"$.errors[0].class"_s);
        row("control character", u"name"_s, u"a\u0000b"_s, u"$.name"_s);
        row("bidi character", u"name"_s, u"a\u202Eb"_s, u"$.name"_s);
        row("long text", u"pitfalls"_s, QJsonArray {QString(2001, u'a')}, u"$.pitfalls[0]"_s);

        for (const char *id : {"", ".shop", "Shop", "../../x", "a/b", "a\\b", "con", "con.json",
                               "aux", "nul", "com1", "lpt9.x", "a b", "ü", "shop.", "-a", "_a"})
            row(qPrintable(u"id %1"_s.arg(QLatin1StringView(id))), u"id"_s, QString::fromUtf8(id),
                u"$.id"_s);
        row("long id", u"id"_s, QString(65, u'a'), u"$.id"_s);

        row("http", u"probe/url"_s, u"http://shop.example.com/me"_s, u"$.probe.url"_s);
        row("http loopback not allowed", u"probe/url"_s, u"http://127.0.0.1:1/me"_s,
            u"$.probe.url"_s);
        row("file", u"probe/url"_s, u"file:///etc/passwd"_s, u"$.probe.url"_s);
        row("javascript", m + u"authorization_endpoint"_s, u"javascript:alert(1)"_s,
            mp + u"authorization_endpoint"_s);
        row("fragment", m + u"token_endpoint"_s, u"https://shop.example.com/token#a"_s,
            mp + u"token_endpoint"_s);
        row("user name", m + u"token_endpoint"_s, u"https://a@shop.example.com/token"_s,
            mp + u"token_endpoint"_s);
        row("foreign letter in host", m + u"token_endpoint"_s, u"https://pаypal.com/token"_s,
            mp + u"token_endpoint"_s);
        row("disguised IP", m + u"token_endpoint"_s, u"https://0x7f.1/token"_s,
            mp + u"token_endpoint"_s);
        row("number IP", m + u"token_endpoint"_s, u"https://2130706433/token"_s,
            mp + u"token_endpoint"_s);
        row("escaped dot", m + u"token_endpoint"_s, u"https://example.com%2eevil/token"_s,
            mp + u"token_endpoint"_s);
        row("backslash", m + u"token_endpoint"_s, u"https://good\\@evil/token"_s,
            mp + u"token_endpoint"_s);
        row("no address", u"probe/url"_s, u"me"_s, u"$.probe.url"_s);
        row("unknown placeholder", u"probe/url"_s, u"https://x.example.com/{who}"_s,
            u"$.probe.url"_s);
        row("open brace", u"probe/url"_s, u"https://x.example.com/{shop"_s, u"$.probe.url"_s);
        row("secret in address", u"probe/url"_s, u"https://x.example.com/{client_secret}"_s,
            u"$.probe.url"_s);
        row("unbounded host end", u"probe/url"_s, u"https://api.example.{client_id}/"_s,
            u"$.probe.url"_s);

        for (const char *name : {"client_id", "redirect_uri", "state", "scope", "code_challenge",
                                 "code_challenge_method", "response_type", "client_secret", "nonce",
                                 "request_uri", "STATE"})
            row(qPrintable(u"reserved %1"_s.arg(QLatin1StringView(name))),
                m + u"authorization_parameters"_s,
                QJsonObject {{QString::fromLatin1(name), u"x"_s}},
                mp + u"authorization_parameters."_s + QLatin1StringView(name));
        row("reserved after renaming", m + u"token_parameters"_s,
            QJsonObject {{u"grant_type"_s, u"password"_s}}, mp + u"token_parameters.grant_type"_s);
        row("no standard parameter", m + u"parameter_names"_s, QJsonObject {{u"foo"_s, u"x"_s}},
            mp + u"parameter_names.foo"_s);
        row("name taken", m + u"parameter_names"_s, QJsonObject {{u"client_id"_s, u"state"_s}},
            mp + u"parameter_names.client_id"_s);

        row("plain challenge", m + u"code_challenge_methods_supported"_s, QJsonArray {u"plain"_s},
            mp + u"code_challenge_methods_supported[0]"_s);
        row("public client without challenge", m + u"code_challenge_methods_supported"_s,
            QJsonArray(), mp + u"code_challenge_methods_supported"_s);
        row("no client authentication", m + u"token_endpoint_auth_methods_supported"_s, nothing,
            mp + u"token_endpoint_auth_methods_supported"_s);
        row("secret not asked for", m + u"token_endpoint_auth_methods_supported"_s,
            QJsonArray {u"client_secret_basic"_s}, mp + u"inputs"_s);
        row("no client id", m + u"inputs/0/key"_s, u"app"_s, mp + u"inputs"_s);
        row("open secret", m + u"inputs/1/secret"_s, false, mp + u"inputs"_s);
        row("secret with default", m + u"inputs/1/default"_s, u"hunter2"_s,
            mp + u"inputs[1].default"_s);
        row("bad pattern", m + u"inputs/2/pattern"_s, u"("_s, mp + u"inputs[2].pattern"_s);
        row("example misses pattern", m + u"inputs/2/example"_s, u"My Shop"_s,
            mp + u"inputs[2].example"_s);
        row("input twice", m + u"inputs/1/key"_s, u"client_id"_s, mp + u"inputs[1].key"_s);
        row("endpoint missing", m + u"token_endpoint"_s, nothing, mp + u"token_endpoint"_s);
        row("endpoint although discovered", m + u"discovers"_s, true,
            mp + u"authorization_endpoint"_s);
        row("key of another kind", m + u"key_input"_s, u"client_secret"_s, mp + u"key_input"_s);
        row("paste without alias", m + u"redirect"_s, QJsonObject {{u"mode"_s, u"paste"_s}},
            mp + u"redirect.alias"_s);
        row("alias without paste", m + u"redirect"_s, QJsonObject {{u"alias"_s, u"x"_s}},
            mp + u"redirect.alias"_s);
        row("low port", m + u"redirect"_s, QJsonObject {{u"port"_s, 80}}, mp + u"redirect.port"_s);
        row("separator", m + u"scope_separator"_s, u", "_s, mp + u"scope_separator"_s);
        row("grace without rotation", m + u"lifetimes"_s, QJsonObject {{u"grace_seconds"_s, 60}},
            mp + u"lifetimes.grace_seconds"_s);
        row("for ever and not", m + u"lifetimes"_s,
            QJsonObject {{u"access_seconds"_s, 60}, {u"access_never_expires"_s, true}},
            mp + u"lifetimes.access_seconds"_s);

        row("header with line break", u"api/header"_s, u"X\r\nY"_s, u"$.api.header"_s);
        row("header host", u"api/header"_s, u"Host"_s, u"$.api.header"_s);
        row("companion authorization", u"api/headers"_s, QJsonObject {{u"authorization"_s, u"x"_s}},
            u"$.api.headers.authorization"_s);
        row("companion cookie", u"probe/headers"_s, QJsonObject {{u"Cookie"_s, u"x"_s}},
            u"$.probe.headers.Cookie"_s);
        row("body with GET", u"probe/body"_s, u"x"_s, u"$.probe.body"_s);
        row("absent probe without reason", u"probe"_s, QJsonObject(), u"$.probe.absent_reason"_s);
        row("probe and reason", u"probe/absent_reason"_s, u"none"_s, u"$.probe.absent_reason"_s);
        row("paths without JSON", u"probe"_s,
            QJsonObject {{u"url"_s, u"https://a.example.com/"_s},
                         {u"answer"_s, u"any"_s},
                         {u"identity_path"_s, u"id"_s}},
            u"$.probe.answer"_s);
        row("list without id", u"probe/organisation_list_path"_s, u"$"_s,
            u"$.probe.organisation_id_path"_s);
        row("revocation without reason", u"revocation"_s, QJsonObject {{u"menu_path"_s, u"a"_s}},
            u"$.revocation.absent_reason"_s);
        row("delete without token", u"revocation/style"_s, u"delete"_s,
            u"$.revocation.authentication"_s);
        row("test host unknown", u"environments"_s,
            QJsonDocument::fromJson(R"({"test":{"hosts":{"a.example.com":"b.example.com"}}})")
                .object(),
            u"$.environments.test.hosts.a.example.com"_s);
        row("link", u"status_page"_s, u"http://example.com"_s, u"$.status_page"_s);
        row("date", u"checked"_s, u"yesterday"_s, u"$.checked"_s);
        row("no sources", u"sources"_s, QJsonArray(), u"$.sources"_s);

        row("rule without example", u"errors/0/examples"_s, QJsonArray(),
            u"$.errors[0].examples"_s);
        row("rule without example key", u"errors/0/examples"_s, nothing, u"$.errors[0].examples"_s);
        row("rule without source", u"errors/0/source"_s, QString(), u"$.errors[0].source"_s);
        row("example misses rule", u"errors/0/examples/0/status"_s, 403,
            u"$.errors[0].examples[0]"_s);
        row("example misses text", u"errors/0/text"_s, u"elsewhere"_s,
            u"$.errors[0].examples[0]"_s);
        row("rule without condition", u"errors/0"_s,
            QJsonDocument::fromJson(
                R"({"id":"a","class":"revoked","source":"s","examples":[{"body":"x"}]})")
                .object(),
            u"$.errors[0]"_s);
        row("status", u"errors/0/status"_s, 42, u"$.errors[0].status"_s);
        row("rule id twice", u"errors/1"_s,
            QJsonDocument::fromJson(
                R"({"id":"gone","status":403,"class":"revoked","source":"s","examples":[{"status":403}]})")
                .object(),
            u"$.errors[1].id"_s);
        row("unreachable rule", u"errors/1"_s, QJsonDocument::fromJson(ruleBehindAnother).object(),
            u"$.errors[1]"_s);
        row("example taken before", u"errors/1"_s,
            QJsonDocument::fromJson(ruleWithTakenExample).object(), u"$.errors[1].examples[0]"_s);
    }

    //! Each refusal names the place and a reason; nothing else is refused with it first.
    void refusals()
    {
        QFETCH(QString, where);
        QFETCH(QJsonValue, value);
        QFETCH(QString, path);
        const QJsonObject pack = changed(smallPack(), where.split(u'/'), value).toObject();
        const QList<PackProblem> problems = problemsOf(toJson(pack));
        QVERIFY(!problems.isEmpty());
        const bool named = std::any_of(problems.begin(), problems.end(),
                                       [&path](const PackProblem &p) { return p.path == path; });
        QVERIFY2(named, qPrintable(problems.first().path + u": "_s + problems.first().reason));
        for (const PackProblem &problem : problems)
            QVERIFY(!problem.reason.isEmpty());
    }

    void tellsAllProblemsAtOnce()
    {
        QJsonObject pack = smallPack();
        pack.insert(u"colour"_s, u"red"_s);
        pack.insert(u"name"_s, 5);
        QCOMPARE(problemsOf(toJson(pack)).size(), 2);
    }

    void plainHttpOnlyToLoopbackAndOnlyIfTold()
    {
        const QStringList url {u"probe"_s, u"url"_s};
        QJsonObject pack = changed(smallPack(), url, u"http://127.0.0.1:8080/me"_s).toObject();
        QCOMPARE(firstPath(toJson(pack)), u"$.probe.url"_s);
        pack.insert(u"allow_loopback_http"_s, true);
        QCOMPARE(firstPath(toJson(pack)), QString());
        pack = changed(pack, url, u"http://example.com/me"_s).toObject();
        QCOMPARE(firstPath(toJson(pack)), u"$.probe.url"_s);
    }

    //! R22: the query stays, and so does every slash of the path.
    void addressesStayByteForByte()
    {
        const QString odd = u"https://{shop}.example.com//api//token?a=%2F&b="_s;
        const auto pack = parseProviderPack(
            toJson(changed(smallPack(), {u"auth_methods"_s, u"0"_s, u"token_endpoint"_s}, odd)
                       .toObject()),
            false);
        QVERIFY(pack.ok());
        QCOMPARE(pack->authMethods.first().tokenEndpoint, odd);
    }

    void otherKinds()
    {
        QJsonObject pack = smallPack();
        pack.insert(u"auth_methods"_s, QJsonDocument::fromJson(keyAndLogin).array());
        pack.insert(u"revocation"_s, QJsonObject {{u"absent_reason"_s, u"There is none."_s}});
        QCOMPARE(firstPath(toJson(pack)), QString());
        const QJsonValue open
            = changed(pack, {u"auth_methods"_s, u"0"_s, u"inputs"_s, u"0"_s, u"secret"_s}, false);
        QCOMPARE(firstPath(toJson(open.toObject())), u"$.auth_methods[0].key_input"_s);
        const QJsonValue noFields
            = changed(pack, {u"auth_methods"_s, u"1"_s, u"login_fields"_s}, QJsonObject());
        QCOMPARE(firstPath(toJson(noFields.toObject())), u"$.auth_methods[1].login_fields"_s);
        // What only one way of connecting knows cannot stand in an address of both.
        const QJsonValue mixed
            = changed(pack, {u"probe"_s, u"url"_s}, u"https://a.example.com/{user}"_s);
        QCOMPARE(firstPath(toJson(mixed.toObject())), u"$.probe.url"_s);
    }

    //! R98
    void sizeIsLimited()
    {
        QByteArray json = toJson(smallPack());
        json.append(packMaximumBytes - json.size(), ' ');
        QVERIFY(parseProviderPack(json, false).ok());
        json.append(' ');
        QCOMPARE(firstPath(json), u"$"_s);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!parseProviderPack(QByteArray(100'000'000, '['), false).ok());
        QVERIFY(timer.elapsed() < 1000);
    }

    //! R98
    void depthIsLimited()
    {
        const QByteArray deep = "{\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";
        QCOMPARE(problemsOf(deep).first().path, u"$"_s);
        QVERIFY(problemsOf(deep).first().reason.contains(u"32"_s));
        QVERIFY(!strictJsonProblem(QByteArray(32, '[') + QByteArray(32, ']'), 32).has_value());
        QVERIFY(strictJsonProblem(QByteArray(33, '[') + QByteArray(33, ']'), 32).has_value());
    }

    void jsonIsRead_byTheLetter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not json");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("scalar") << QByteArray("1");
        QTest::newRow("twice the same key") << QByteArray(R"({"id":"a","id":"b"})");
        QTest::newRow("hidden twice") << QByteArray(R"({"id":"a","i\u0064":"b"})");
        QTest::newRow("trailing") << QByteArray("{} {}");
        QTest::newRow("comment") << QByteArray("{/* */}");
        QTest::newRow("comma") << QByteArray(R"({"a":1,})");
        QTest::newRow("bom") << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("utf16") << QByteArray("\xFF\xFE{\0}\0", 6);
        QTest::newRow("bad utf8") << QByteArray("{\"a\":\"\xC3\x28\"}");
        QTest::newRow("raw newline") << QByteArray("{\"a\":\"b\nc\"}");
        QTest::newRow("half a pair") << QByteArray(R"({"a":"\ud800"})");
    }

    void jsonIsRead_byTheLetter()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(firstPath(json), u"$"_s);
    }

    //! R98: 318 files, none of them a pack, none of them a crash; the strict reader agrees with
    //! their names.
    void jsonTestSuite()
    {
        RELINK_NEED("JSONTestSuite")
        int files = 0;
        for (const QString &folder : {u"test_parsing"_s, u"test_transform"_s}) {
            const QDir dir(corpus + u'/' + folder);
            for (const QString &name : dir.entryList({u"*.json"_s})) {
                const QByteArray json = fileContent(dir.filePath(name));
                QVERIFY2(!parseProviderPack(json, false).ok(), qPrintable(name));
                if (name.startsWith(u"n_"_s))
                    QVERIFY2(strictJsonProblem(json, 1000).has_value(), qPrintable(name));
                // A doubled key is sound JSON and no sound pack.
                if (name.startsWith(u"y_"_s) && !name.contains(u"duplicated_key"_s))
                    QVERIFY2(!strictJsonProblem(json, 1000).has_value(), qPrintable(name));
                // The same inside a pack.
                QByteArray inside = toJson(smallPack());
                inside.insert(1, "\"x\":" + json + ",");
                QVERIFY2(!parseProviderPack(inside, false).ok(), qPrintable(name));
                ++files;
            }
        }
        QVERIFY(files > 300);
    }

    //! R98: no id gets out of the folder.
    void traversalIds()
    {
        for (const char *own :
             {"..", ".", "../x", "..\\x", "/etc/passwd", "x/../y", "%2e%2e", "....//", "c:", "c:x",
              "x:y", "~", "nul", "com5", "lpt1.json", "a\n"})
            QVERIFY2(!isPackId(QString::fromUtf8(own)), own);
        QVERIFY(!isPackId(u"x\0y"_s));
        QVERIFY(isPackId(u"a"_s));
        QVERIFY(isPackId(u"a..b"_s));
        QVERIFY(isPackId(u"console"_s));
        QVERIFY(isPackId(QString(64, u'a')));

        RELINK_NEED("payloads-all-the-things")
        const QDir dir(corpus);
        const QString folder = u"/packs"_s;
        int lines = 0;
        for (const QString &name : dir.entryList({u"Directory_Traversal*"_s}, QDir::Files)) {
            for (QByteArray line : fileContent(dir.filePath(name)).split('\n')) {
                if (line.endsWith('\r'))
                    line.chop(1);
                const QString id = QString::fromUtf8(line);
                ++lines;
                if (isPackId(id))
                    QCOMPARE(QFileInfo(QDir::cleanPath(folder + u'/' + id + u".json"_s)).path(),
                             folder);
            }
        }
        QVERIFY(lines > 20000);
    }

    void spoiltAtRandomNeverCrashes()
    {
        const QByteArray json = shippedJson(u"shopify"_s);
        quint32 seed = 7;
        for (int i = 0; i < 2000; ++i) {
            seed = seed * 1664525 + 1013904223;
            QByteArray spoilt = json;
            const qsizetype at = seed % static_cast<quint32>(json.size());
            if (i % 3 == 0)
                spoilt.truncate(at);
            else if (i % 3 == 1)
                spoilt[at] = static_cast<char>(seed >> 24);
            else
                spoilt.remove(at, 1 + (seed >> 28));
            const auto pack = parseProviderPack(spoilt, false);
            QVERIFY(pack.ok() || !pack.error().isEmpty());
        }
    }
};

RELINK_TEST(ParsePackTest)
#include "tst_parsepack.moc"
