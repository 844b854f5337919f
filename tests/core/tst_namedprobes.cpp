// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/practicemapping.h"
#include "core/rules/probeverdict.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

QJsonObject orders()
{
    return {{u"id"_s, u"orders"_s},
            {u"what"_s, u"Orders"_s},
            {u"url"_s, u"https://{shop}.example.com/orders?limit=1"_s},
            {u"headers"_s, QJsonObject {{u"X-Version"_s, u"2"_s}}},
            {u"failure_path"_s, u"errors"_s},
            {u"source"_s, u"documentation"_s}};
}

QJsonObject with(QJsonObject probe, const QString &key, const QJsonValue &value)
{
    probe.insert(key, value);
    return probe;
}

QJsonObject packWith(const QJsonArray &probes)
{
    QJsonObject pack = smallPack();
    pack.insert(u"named_probes"_s, probes);
    return pack;
}

QJsonObject wayWith(const QJsonArray &probes)
{
    QJsonObject pack = smallPack();
    QJsonArray methods = pack.value(u"auth_methods"_s).toArray();
    QJsonObject method = methods.at(0).toObject();
    method.insert(u"named_probes"_s, probes);
    methods[0] = method;
    pack.insert(u"auth_methods"_s, methods);
    return pack;
}

QStringList pathsIn(const QJsonObject &pack)
{
    QStringList paths;
    if (const auto parsed = parseProviderPack(toJson(pack), false); !parsed) {
        for (const PackProblem &problem : parsed.error())
            paths.append(problem.path);
    }
    return paths;
}

ProviderPack parsed(const QJsonObject &pack)
{
    auto result = parseProviderPack(toJson(pack), false);
    return result ? *result : ProviderPack();
}

Connection shop(const ProviderPack &pack)
{
    Connection connection;
    connection.provider = pack.id;
    connection.inputs = {{u"client_id"_s, u"c"_s}, {u"shop"_s, u"my-shop"_s}};
    return connection;
}

HttpAnswer answer(int status, const QByteArray &body)
{
    HttpAnswer a;
    a.status = status;
    a.headers = {HttpHeader {"Content-Type", "application/json"}};
    a.body = body;
    return a;
}

} // namespace

//! The calls that tell what of a connection works: what a pack may say of them, and what is sent.
class NamedProbesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areRead()
    {
        const ProviderPack pack = parsed(packWith({orders()}));
        QCOMPARE(pack.namedProbes.size(), 1);
        const NamedProbe &probe = pack.namedProbes.first();
        QCOMPARE(probe.id, u"orders"_s);
        QCOMPARE(probe.what, u"Orders"_s);
        QCOMPARE(probe.call.method, u"GET"_s);
        QCOMPARE(probe.call.failurePath, u"errors"_s);
        QCOMPARE(probe.source, u"documentation"_s);
        QCOMPARE(pack.namedProbesOf(&pack.authMethods.first()).size(), 1);
    }

    void waysOfConnectingMayHaveTheirOwn()
    {
        QJsonObject pack = wayWith({orders()});
        ProviderPack both = parsed(pack);
        both.namedProbes = {{u"stock"_s, u"Stock"_s, {}, {}}};
        QCOMPARE(both.namedProbesOf(&both.authMethods.first()).first().id, u"orders"_s);
        QCOMPARE(both.namedProbesOf(nullptr).first().id, u"stock"_s);
        pack.insert(u"named_probes"_s, QJsonArray {orders()});
        QCOMPARE(pathsIn(pack), QStringList {u"$.named_probes"_s});
    }

    void delegatedWaysHaveNone()
    {
        ProviderPack pack = parsed(packWith({orders()}));
        pack.authMethods.first().kind = AuthKind::Delegated;
        QVERIFY(pack.namedProbesOf(&pack.authMethods.first()).isEmpty());
    }

    void mistakes_data()
    {
        QTest::addColumn<QJsonArray>("probes");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const QString &key, const QJsonValue &value,
                            const QString &at = {}) {
            QTest::newRow(name) << QJsonArray {with(orders(), key, value)}
                                << (at.isEmpty() ? QString(u"[0]."_s + key) : at);
        };
        row("no id", u"id"_s, u""_s);
        row("id with a space", u"id"_s, u"my orders"_s);
        row("nothing stops", u"what"_s, u" "_s);
        row("no source", u"source"_s, u""_s);
        row("unknown key", u"mint"_s, true);
        row("another method", u"method"_s, u"DELETE"_s);
        row("body with GET", u"body"_s, u"{}"_s);
        row("http", u"url"_s, u"http://{shop}.example.com/orders"_s);
        row("no address", u"url"_s, u"orders"_s);
        row("unknown placeholder", u"url"_s, u"https://{shop}.example.com/{who}"_s);
        row("secret in the address", u"url"_s, u"https://{shop}.example.com/{client_secret}"_s);
        row("token in the query", u"url"_s, u"https://{shop}.example.com/o?access_token=x"_s);
        row("R99: another host", u"url"_s, u"https://collect.example.net/orders"_s);
        row("R99: another shop", u"url"_s, u"https://other.example.com/orders"_s);
        row("unusable path", u"failure_path"_s, u"a..b"_s);
        row("cookie", u"headers"_s, QJsonObject {{u"Cookie"_s, u"x"_s}}, u"[0].headers.Cookie"_s);
        row("a second token", u"headers"_s, QJsonObject {{u"Authorization"_s, u"x"_s}},
            u"[0].headers.Authorization"_s);
        row("secret in a header", u"headers"_s, QJsonObject {{u"X"_s, u"{client_secret}"_s}},
            u"[0].headers.X"_s);
        QTest::newRow("one id twice")
            << QJsonArray {orders(), with(orders(), u"what"_s, u"Stock"_s)} << QString(u"[1].id"_s);
        QTest::newRow("one name twice")
            << QJsonArray {orders(), with(with(orders(), u"id"_s, u"o"_s), u"what"_s, u"orders "_s)}
            << QString(u"[1].what"_s);
        QJsonArray many;
        for (int i = 0; i < 9; ++i) {
            many.append(
                with(with(orders(), u"id"_s, QString::number(i)), u"what"_s, QString::number(i)));
        }
        QTest::newRow("too many") << many << QString();
    }
    void mistakes()
    {
        QFETCH(QJsonArray, probes);
        QFETCH(QString, key);
        QStringList paths = pathsIn(packWith(probes));
        QVERIFY2(paths.contains(u"$.named_probes"_s + key), qPrintable(paths.join(u", "_s)));
        paths = pathsIn(wayWith(probes));
        QVERIFY2(paths.contains(u"$.auth_methods[0].named_probes"_s + key),
                 qPrintable(paths.join(u", "_s)));
    }

    void hostsOfOtherCallsWillDo()
    {
        QJsonObject pack = packWith({orders()});
        pack.insert(u"probe"_s, QJsonObject {{u"url"_s, u"https://id.example.com/me"_s}});
        QCOMPARE(pathsIn(pack), QStringList());
    }

    //! Nothing that a merchant has bound is widened, so nobody has to authorise again for it.
    void noOriginIsAdded()
    {
        const ProviderPack without = parsed(smallPack());
        const ProviderPack pack = parsed(packWith({orders()}));
        const auto before = resolveProvider(without, shop(without));
        const auto after = resolveProvider(pack, shop(pack));
        QVERIFY(before && after);
        QCOMPARE(secretOrigins(*after), secretOrigins(*before));
        QCOMPARE(after->namedProbes.size(), 1);
        QCOMPARE(after->namedProbes.first().url,
                 QUrl(u"https://my-shop.example.com/orders?limit=1"_s));
    }

    void oneWithoutAnAddressIsLeftOut()
    {
        ProviderPack pack = parsed(packWith({orders()}));
        pack.namedProbes.first().call.url = u"https://{later}.example.com/"_s;
        const auto resolved = resolveProvider(pack, shop(pack));
        QVERIFY(resolved);
        QVERIFY(resolved->namedProbes.isEmpty());
    }

    void whatWasNotAskedForIsNotMissed()
    {
        ProviderPack pack = parsed(packWith(
            {with(orders(), u"scopes"_s, QJsonArray {u"orders"_s, u"orders.readonly"_s})}));
        const auto count = [&pack] {
            const auto resolved = resolveProvider(pack, shop(pack));
            return resolved ? resolved->namedProbes.size() : -1;
        };
        QCOMPARE(count(), 1);
        pack.authMethods.first().scopeSeparator = u","_s;
        pack.authMethods.first().scopes = QStringList {u"stock"_s};
        QCOMPARE(count(), 0);
        pack.authMethods.first().scopes = QStringList {u"stock"_s, u"orders.readonly"_s};
        QCOMPARE(count(), 1);
    }

    void callIsLikeTheProbes()
    {
        ProviderPack pack = parsed(packWith({orders()}));
        pack.organisationHeader = u"X-Org"_s;
        Connection connection = shop(pack);
        connection.organisation = {u"42"_s, u"Shop"_s};
        const auto resolved = resolveProvider(pack, connection);
        QVERIFY(resolved);
        Credential credential;
        credential.accessToken = AccessToken("at");
        const auto call
            = namedProbeCall(*resolved, resolved->namedProbes.first(), connection, credential);
        QVERIFY(call);
        QCOMPARE(call->method, QByteArray("GET"));
        QCOMPARE(call->url, QUrl(u"https://my-shop.example.com/orders?limit=1"_s));
        QCOMPARE(call->secretHeaderName, QByteArray("Authorization"));
        QCOMPARE(call->secretHeaderValue.reveal(), QByteArray("Bearer at"));
        QByteArrayList headers;
        for (const HttpHeader &header : call->headers)
            headers.append(header.name + ": " + header.value);
        for (const char *wanted : {"X-Version: 2", "X-Org: 42", "Accept: application/json"})
            QVERIFY2(headers.contains(wanted), headers.join(", ").constData());
    }

    void answersAreJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("works");
        QTest::newRow("empty list") << 200 << QByteArray("{\"orders\":[]}") << true;
        QTest::newRow("refused") << 403 << QByteArray("{}") << false;
        QTest::newRow("refused inside") << 200 << QByteArray("{\"errors\":[1]}") << false;
        QTest::newRow("no JSON") << 200 << QByteArray("ok") << false;
        QTest::newRow("a page") << 200 << QByteArray("<html>") << false;
    }
    void answersAreJudged()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, works);
        const ProviderPack pack = parsed(packWith({orders()}));
        const auto error = judgeNamedProbe(pack, pack.namedProbes.first(), answer(status, body));
        QCOMPARE(!error, works);
    }

    void practiceMapsThem()
    {
        const ProviderPack pack
            = mapToSandbox(parsed(packWith({orders()})), QUrl(u"http://127.0.0.1:5000"_s));
        const auto resolved = resolveProvider(pack, shop(pack));
        QVERIFY(resolved);
        QCOMPARE(resolved->namedProbes.value(0).url,
                 QUrl(u"http://127.0.0.1:5000/shop/my-shop.example.com/orders?limit=1"_s));
        const ProviderPack own
            = mapToSandbox(parsed(wayWith({orders()})), QUrl(u"http://127.0.0.1:5000"_s));
        QVERIFY(own.authMethods.first().namedProbes->first().call.url.startsWith(
            u"http://127.0.0.1:5000/"_s));
    }
};

RELINK_TEST(NamedProbesTest)

#include "tst_namedprobes.moc"
