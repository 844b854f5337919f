// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/misprint.h"
#include "core/rules/parsepack.h"
#include "core/rules/urlpolicy.h"
#include "corpus.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

//! Written with single quotes.
QJsonValue json(const char *text)
{
    const QByteArray list = '[' + QByteArray(text).replace('\'', '"') + ']';
    return QJsonDocument::fromJson(list).array().at(0);
}

//! The small pack with every address that a pack may have.
QJsonObject fullPack()
{
    QJsonObject pack = smallPack();
    QJsonObject method = pack[u"auth_methods"_s][0].toObject();
    method.insert(u"refresh_endpoint"_s, u"https://a.example.com/refresh"_s);
    method.insert(u"setup_url"_s, u"https://a.example.com/apps"_s);
    method.insert(u"account_call"_s,
                  json("{'url':'https://a.example.com/account',"
                       "'header':'Authorization','prefix':'Bearer ',"
                       "'captures':[{'from':'id','as':'account'}]}"));
    QJsonObject device = method;
    for (const char *key : {"authorization_endpoint", "refresh_endpoint"})
        device.remove(QLatin1StringView(key));
    device.insert(u"id"_s, u"device"_s);
    device.insert(u"kind"_s, u"device_code"_s);
    device.insert(u"label"_s, u"With a code"_s);
    device.insert(u"device_authorization_endpoint"_s, u"https://a.example.com/device"_s);
    const QJsonObject login = json("{'id':'login','label':'Login','kind':'login','inputs':["
                                   "{'key':'user','label':'User'},"
                                   "{'key':'password','label':'Password','secret':true}],"
                                   "'login_endpoint':'https://a.example.com/login',"
                                   "'login_fields':{'u':'{user}','p':'{password}'},"
                                   "'probe':{'url':'https://a.example.com/me',"
                                   "'reachability_url':'https://a.example.com/'},"
                                   "'revocation':{'endpoint':'https://a.example.com/revoke',"
                                   "'authentication':'none',"
                                   "'manage_url':'https://a.example.com/apps'}}")
                                  .toObject();
    pack.insert(u"auth_methods"_s, QJsonArray {method, device, login});
    pack.insert(u"probe"_s, json("{'url':'https://a.example.com/me'}"));
    pack.insert(u"revocation"_s,
                json("{'endpoint':'https://a.example.com/revoke',"
                     "'manage_url':'https://a.example.com/apps'}"));
    pack.insert(u"status_page"_s, u"https://a.example.com/status"_s);
    pack.insert(u"documentation"_s, u"https://a.example.com/docs"_s);
    pack.insert(u"environments"_s,
                json("{'test':{'available':true,'hosts':{'a.example.com':'t.example.com'}}}"));
    return pack;
}

//! Keys and indexes of `$.a[0].b`.
QJsonValue changed(const QJsonValue &root, const QString &path, const QJsonValue &value)
{
    QString rest = path;
    if (rest.startsWith(u"$"_s))
        rest = rest.mid(1);
    if (rest.isEmpty())
        return value;
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        const int index = rest.mid(1, end - 1).toInt();
        QJsonArray array = root.toArray();
        array.replace(index, changed(array.at(index), rest.mid(end + 1), value));
        return array;
    }
    rest = rest.mid(1);
    const qsizetype dot = rest.indexOf(u'.');
    const qsizetype bracket = rest.indexOf(u'[');
    const qsizetype end = dot < 0 ? bracket : bracket < 0 ? dot : qMin(dot, bracket);
    const QString key = rest.left(end);
    QJsonObject object = root.toObject();
    object.insert(key, changed(object.value(key), end < 0 ? QString() : rest.mid(end), value));
    return object;
}

QList<PackProblem> problemsOf(const QJsonValue &pack)
{
    const auto parsed = parseProviderPack(toJson(pack.toObject()), false);
    return parsed ? QList<PackProblem>() : parsed.error();
}

bool isToldAt(const QList<PackProblem> &problems, const QString &path)
{
    return std::any_of(problems.begin(), problems.end(),
                       [&path](const PackProblem &p) { return p.path == path; });
}

QByteArray told(const QList<PackProblem> &problems)
{
    QStringList lines;
    for (const PackProblem &problem : problems)
        lines.append(problem.path + u": "_s + problem.reason);
    return lines.join(u'\n').toUtf8();
}

const QList<const char *> addresses {
    "$.auth_methods[0].authorization_endpoint",
    "$.auth_methods[0].token_endpoint",
    "$.auth_methods[0].refresh_endpoint",
    "$.auth_methods[0].account_call.url",
    "$.auth_methods[1].device_authorization_endpoint",
    "$.auth_methods[2].login_endpoint",
    "$.auth_methods[2].probe.url",
    "$.auth_methods[2].probe.reachability_url",
    "$.auth_methods[2].revocation.endpoint",
    "$.probe.url",
    "$.revocation.endpoint",
};

const QList<const char *> links {
    "$.auth_methods[0].setup_url",
    "$.auth_methods[2].revocation.manage_url",
    "$.revocation.manage_url",
    "$.status_page",
    "$.documentation",
};

//! Hosts that a reader takes for another one, or that are no hosts.
const char *const badHosts[] = {
    "pаypal.com", // Cyrillic
    "ｅxample.com", // full width
    "exam\u00adple.com", // soft hyphen
    "example。com", // ideographic full stop
    "0x7f.1",
    "2130706433",
    "127.1",
    "example.com%2eevil",
    "good\\@evil.com",
    "user@evil.com",
    "example..com",
    "exam ple.com",
    "-example.com",
};

} // namespace

//! What `relink providers validate` refuses, address by address and corpus by corpus.
class PackLintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFullPackIsSound()
    {
        const QList<PackProblem> problems = problemsOf(fullPack());
        QVERIFY2(problems.isEmpty(), told(problems).constData());
    }

    //! R18, R43, R99: wherever an address stands.
    void everyAddressIsChecked_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        for (const QList<const char *> &list : {addresses, links}) {
            for (const char *path : list) {
                const auto row = [path](const char *name, const QString &value) {
                    QTest::newRow(QByteArray(QByteArray(path) + ' ' + name).constData())
                        << QString::fromLatin1(path) << value;
                };
                row("http", u"http://a.example.com/x"_s);
                row("file", u"file:///etc/passwd"_s);
                row("javascript", u"javascript:alert(1)"_s);
                row("no scheme", u"//a.example.com/x"_s);
                int number = 0;
                for (const char *host : badHosts) {
                    row(QByteArray::number(++number).constData(),
                        QString(u"https://"_s % QString::fromUtf8(host) % u"/x"_s));
                }
            }
        }
    }
    void everyAddressIsChecked()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        const QList<PackProblem> problems = problemsOf(changed(fullPack(), path, value));
        QVERIFY2(isToldAt(problems, path), told(problems).constData());
    }

    void testHostsAreChecked()
    {
        for (const char *host : badHosts) {
            const QList<PackProblem> problems
                = problemsOf(changed(fullPack(), u"$.environments.test.hosts"_s,
                                     QJsonObject {{u"a.example.com"_s, QString::fromUtf8(host)}}));
            QVERIFY2(isToldAt(problems, u"$.environments.test.hosts.a.example.com"_s), host);
        }
    }

    //! R21: neither apart nor inside an address.
    void standardParametersStayRelinks_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("at");
        const QString m = u"$.auth_methods[0]."_s;
        qsizetype number = 0;
        const auto row
            = [&number](const QString &path, const QJsonValue &value, const QString &at) {
                  QTest::newRow(rowName(++number, at).constData()) << path << value << at;
              };
        for (const char *name : {"client_id", "redirect_uri", "state", "scope", "response_type",
                                 "code_challenge", "code_challenge_method", "CLIENT_ID"}) {
            const QString key = QLatin1StringView(name);
            row(m + u"authorization_parameters"_s, QJsonObject {{key, u"x"_s}},
                m + u"authorization_parameters."_s + key);
            row(m + u"authorization_endpoint"_s,
                QString(u"https://a.example.com/authorize?a=b&"_s % key % u"=x"_s),
                m + u"authorization_endpoint"_s);
        }
        for (const char *name :
             {"grant_type", "code", "client_secret", "refresh_token", "code_verifier"}) {
            const QString key = QLatin1StringView(name);
            row(m + u"token_parameters"_s, QJsonObject {{key, u"x"_s}},
                m + u"token_parameters."_s + key);
            row(m + u"refresh_parameters"_s, QJsonObject {{key, u"x"_s}},
                m + u"refresh_parameters."_s + key);
            for (const char *endpoint : {"token_endpoint", "refresh_endpoint"}) {
                row(m + QLatin1StringView(endpoint),
                    QString(u"https://a.example.com/token?"_s % key % u"=x"_s),
                    m + QLatin1StringView(endpoint));
            }
        }
        for (const char *header : {"authorization", "Host", "Content-Length", "cookie"}) {
            row(u"$.api.headers"_s, QJsonObject {{QLatin1StringView(header), u"x"_s}},
                u"$.api.headers."_s + QLatin1StringView(header));
        }
    }
    void standardParametersStayRelinks()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, at);
        const QList<PackProblem> problems = problemsOf(changed(fullPack(), path, value));
        QVERIFY2(isToldAt(problems, at), told(problems).constData());
    }

    //! Other parameters in an address are the provider's own business (R22).
    void ownParametersOfAnAddressStay()
    {
        const QString odd = u"https://{shop}.example.com//o//authorize?brand=x&a=%2F"_s;
        const auto pack = parseProviderPack(
            toJson(
                changed(fullPack(), u"$.auth_methods[0].authorization_endpoint"_s, odd).toObject()),
            false);
        QVERIFY(pack.ok());
        QCOMPARE(pack->authMethods.first().authorizationEndpoint, odd);
    }

    //! SGE-15
    //! RFC 7523 knows two uses of an assertion; a call of Relink's carries one.
    void anAssertionIsGrantOrProof_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("way");
        QTest::addColumn<bool>("sound");
        QTest::newRow("grant alone") << u"jwt_bearer"_s << u"client_secret_post"_s << true;
        QTest::newRow("proof alone") << u"client_credentials"_s << u"private_key_jwt"_s << true;
        QTest::newRow("both") << u"jwt_bearer"_s << u"private_key_jwt"_s << false;
    }
    void anAssertionIsGrantOrProof()
    {
        QFETCH(QString, kind);
        QFETCH(QString, way);
        QFETCH(bool, sound);
        QJsonObject method = json("{'id':'robot','label':'Robot','inputs':["
                                  "{'key':'client_id','label':'Client ID'},"
                                  "{'key':'client_secret','label':'Secret','secret':true},"
                                  "{'key':'key','label':'Key','secret':true}],"
                                  "'token_endpoint':'https://a.example.com/token',"
                                  "'assertion':{'algorithm':'RS256','key_input':'key',"
                                  "'issuer':'{client_id}'}}")
                                 .toObject();
        method.insert(u"kind"_s, kind);
        method.insert(u"token_endpoint_auth_methods_supported"_s, QJsonArray {way});
        QJsonObject pack = smallPack();
        pack.insert(u"auth_methods"_s, QJsonArray {method});
        pack.insert(u"probe"_s, json("{'url':'https://a.example.com/me'}"));
        pack.insert(u"revocation"_s, json("{'absent_reason':'There is none.'}"));
        const QList<PackProblem> problems = problemsOf(pack);
        QVERIFY2(problems.isEmpty() == sound, told(problems));
        if (!sound) {
            QVERIFY2(
                isToldAt(problems, u"$.auth_methods[0].token_endpoint_auth_methods_supported"_s),
                told(problems));
        }
    }

    void misprints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("wrong");
        const auto row = [](const char *text, bool wrong) {
            QTest::newRow(text) << QString::fromUtf8(text) << wrong;
        };
        row("https://api.acme.con/identity/v2/oauth2/token", true);
        row("https://API.ACME.CON", true);
        row("api.acme.con", true);
        row("https://api.acme.con:443/x", true);
        row("https://api.acme.com/identity/v2/oautha/token", true);
        row("your_refresh_token here", true);
        row("your_client secret here", true);
        row("https://api.acme.com/identity/v2/oauth2/token", false);
        row("https://www.conrad.example/", false);
        row("https://a.con.example/", false);
        row("https://x.connect.example.com/oauth", false);
        row("OauthAuthorizationAnswer", false);
        row("Client secret", false);
    }
    void misprints()
    {
        QFETCH(QString, text);
        QFETCH(bool, wrong);
        QCOMPARE(!misprintIn(text).isEmpty(), wrong);
    }

    void misprintsFailAPackWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("at");
        const QString m = u"$.auth_methods[0]."_s;
        QTest::newRow("address") << QString(m + u"token_endpoint"_s)
                                 << QJsonValue(u"https://api.acme.con/token"_s)
                                 << QString(m + u"token_endpoint"_s);
        QTest::newRow("path") << QString(u"$.probe.url"_s)
                              << QJsonValue(u"https://a.example.com/oautha/x"_s)
                              << QString(u"$.probe.url"_s);
        QTest::newRow("list") << QString(u"$.sources"_s)
                              << QJsonValue(QJsonArray {u"a"_s, u"https://x.con/y"_s})
                              << QString(u"$.sources[1]"_s);
        QTest::newRow("key") << QString(u"$.environments.test.hosts"_s)
                             << QJsonValue(QJsonObject {{u"api.acme.con"_s, u"b.example.com"_s}})
                             << QString(u"$.environments.test.hosts"_s);
    }
    void misprintsFailAPackWhereverTheyStand()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, at);
        const QList<PackProblem> problems = problemsOf(changed(fullPack(), path, value));
        const bool told = std::any_of(problems.begin(), problems.end(), [&at](const auto &p) {
            return p.path == at && p.reason.contains(u"misprint"_s);
        });
        QVERIFY2(told, ::told(problems).constData());
    }

    //! A day in the future was looked at by nobody. East of the reader it may be tomorrow.
    void checkedInTheFuture()
    {
        const QByteArray pack = toJson(smallPack()); // 2026-01-31
        QVERIFY(parseProviderPack(pack, false, QDate(2026, 1, 31)).ok());
        QVERIFY(parseProviderPack(pack, false, QDate(2026, 1, 30)).ok());
        const auto early = parseProviderPack(pack, false, QDate(2026, 1, 29));
        QVERIFY(!early.ok());
        QVERIFY(isToldAt(early.error(), u"$.checked"_s));
        // What is in use does not go with a wrong clock.
        QVERIFY(parseProviderPack(pack, false).ok());
    }

    //! Nobody could tell which of them to choose.
    void twoWaysOfOneLabel()
    {
        for (const char *label : {"Sign in", " sign  IN "}) {
            const QString at = u"$.auth_methods[1].label"_s;
            const QJsonValue pack = changed(fullPack(), at, QString::fromLatin1(label));
            QVERIFY2(isToldAt(problemsOf(pack), at), label);
        }
        QVERIFY(problemsOf(fullPack()).isEmpty());
    }

    //! What is in a host decides whose it is, wherever the address stands.
    void everyHostIsChecked_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        for (const char *path : addresses) {
            for (const char *host : {"xn--pypal-4ve.com", "a.xn--pypal-4ve.com", "{loose}.com",
                                     "{wide}.example.com", "a.{dotted}"}) {
                QTest::newRow(QByteArray(QByteArray(path) + ' ' + host).constData())
                    << QString::fromLatin1(path)
                    << QString(u"https://"_s % QLatin1StringView(host));
            }
        }
        for (const char *path : links) {
            QTest::newRow(path) << QString::fromLatin1(path) << u"https://xn--pypal-4ve.com/x"_s;
        }
    }
    void everyHostIsChecked()
    {
        QFETCH(QString, path);
        QFETCH(QString, value);
        QJsonObject pack = fullPack();
        QJsonArray methods = pack[u"auth_methods"_s].toArray();
        for (qsizetype i = 0; i < methods.size(); ++i) {
            QJsonObject method = methods[i].toObject();
            QJsonArray inputs = method[u"inputs"_s].toArray();
            inputs.append(json("{'key':'loose','label':'l'}"));
            inputs.append(json("{'key':'wide','label':'w','pattern':'.*'}"));
            inputs.append(json("{'key':'dotted','label':'d','pattern':'[a-z.]+'}"));
            method.insert(u"inputs"_s, inputs);
            methods.replace(i, method);
        }
        pack.insert(u"auth_methods"_s, methods);
        QVERIFY2(problemsOf(pack).isEmpty(), told(problemsOf(pack)));
        const QList<PackProblem> problems = problemsOf(changed(pack, path, value));
        QVERIFY2(isToldAt(problems, path), told(problems).constData());
    }

    //! R99: no host of the homographs gets into a definition.
    void homographsAsDefinitions()
    {
        RELINK_NEED("idn-homographs/chromium-unsafe-subset.json")
        const QJsonDocument document = QJsonDocument::fromJson(fileContent(corpus));
        const QJsonArray hosts = document[u"must_be_shown_as_ascii"_s].toArray();
        QVERIFY(hosts.size() >= 20);
        for (const QJsonValue &host : hosts) {
            const QString unicode = host[u"unicode"_s].toString();
            for (const char *path : {"$.auth_methods[0].token_endpoint", "$.documentation"}) {
                const QString at = QLatin1StringView(path);
                const QList<PackProblem> problems = problemsOf(
                    changed(fullPack(), at, QString(u"https://"_s % unicode % u"/x"_s)));
                QVERIFY2(isToldAt(problems, at), qPrintable(unicode));
            }
        }
    }

    //! R22, R99: an address of the URL standard's tests is taken as it stands, or refused.
    void urlTestsAsDefinitions()
    {
        RELINK_NEED("wpt-url/tests/wpt/urltestdata.json")
        const QJsonArray rows = QJsonDocument::fromJson(fileContent(corpus)).array();
        int taken = 0;
        int refused = 0;
        for (const QJsonValue &row : rows) {
            const QString input = row[u"input"_s].toString();
            if (!row.isObject() || input.contains(u'{') || input.contains(u'}'))
                continue;
            const auto pack = parseProviderPack(
                toJson(
                    changed(fullPack(), u"$.auth_methods[0].token_endpoint"_s, input).toObject()),
                false);
            if (!pack) {
                ++refused;
                continue;
            }
            ++taken;
            QCOMPARE(pack->authMethods.first().tokenEndpoint, input);
            const auto url = checkEndpoint(input, false);
            QVERIFY2(url.ok(), qPrintable(input));
            QCOMPARE(url->scheme(), u"https"_s);
        }
        QVERIFY(refused > 400);
        QVERIFY(taken > 0);
    }

    //! R98: the traversal strings as ids of a whole pack.
    void traversalStringsAsIds()
    {
        RELINK_NEED("payloads-all-the-things")
        const QDir dir(corpus);
        QJsonObject pack = smallPack();
        int lines = 0;
        for (const QString &name : dir.entryList({u"Directory_Traversal*"_s}, QDir::Files)) {
            const QList<QByteArray> all = fileContent(dir.filePath(name)).split('\n');
            // Every string is tried by isPackId() elsewhere; whole packs take longer.
            for (qsizetype i = 0; i < all.size(); i += 25) {
                const QString id = QString::fromUtf8(all.at(i)).trimmed();
                if (isPackId(id))
                    continue;
                pack.insert(u"id"_s, id);
                QVERIFY2(!problemsOf(pack).isEmpty(), qPrintable(id));
                ++lines;
            }
        }
        QVERIFY(lines > 500);
    }
};

RELINK_TEST(PackLintTest)
#include "tst_packlint.moc"
