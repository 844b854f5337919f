// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationurl.h"
#include "auth/httpclient.h"
#include "http/server.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QString redirect = u"http://127.0.0.1:43210/callback"_s;

AuthorizationRequest request(const QString &endpoint = u"https://shop.example/authorize"_s)
{
    AuthorizationRequest r;
    r.endpoint = QUrl(endpoint, QUrl::StrictMode);
    r.clientId = u"client"_s;
    r.scope = u"openid offline_access"_s;
    return r;
}

QByteArray queryOf(const QByteArray &target)
{
    return target.mid(target.indexOf('?') + 1);
}

//! Percent-decoding by the letter of RFC 3986: a '+' is a '+'.
QMultiMap<QByteArray, QByteArray> strictly(const QByteArray &query)
{
    QMultiMap<QByteArray, QByteArray> found;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        found.insert(QByteArray::fromPercentEncoding(pair.left(equals)),
                     QByteArray::fromPercentEncoding(pair.mid(equals + 1)));
    }
    return found;
}

//! Form-decoding, as most servers do: a '+' is a space.
QMultiMap<QByteArray, QByteArray> asForm(const QByteArray &query)
{
    QMultiMap<QByteArray, QByteArray> found;
    for (const auto &[name, value] : http::decodeForm(query))
        found.insert(name.toUtf8(), value.toUtf8());
    return found;
}

} // namespace

//! What a server reads from the address that the browser opens.
class AuthorizationUrlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    //! Providers that name the application otherwise and want no more than they ask for.
    void parametersCanBeLeftOut()
    {
        AuthorizationRequest r = request();
        r.parameterNames = {{u"client_id"_s, QString()}, {u"response_type"_s, QString()},
                            {u"scope"_s, QString()}};
        r.extraParameters = {{u"application_id"_s, u"amzn1.app"_s}};
        const auto found
            = strictly(queryOf(authorizationUrl(r, redirect, u"st"_s, "ch").toEncoded()));
        QVERIFY(!found.contains("client_id"));
        QVERIFY(!found.contains("response_type"));
        QVERIFY(!found.contains("scope"));
        QCOMPARE(found.value("application_id"), QByteArray("amzn1.app"));
        QCOMPARE(found.value("state"), QByteArray("st"));
        QCOMPARE(found.value("redirect_uri"), redirect.toUtf8());
    }

    void standardParameters()
    {
        const QByteArray url
            = authorizationUrl(request(), redirect, u"st-4te_"_s, "ch-4llenge_").toEncoded();
        QVERIFY(url.startsWith("https://shop.example/authorize?"));
        QCOMPARE(strictly(queryOf(url)),
                 (QMultiMap<QByteArray, QByteArray> {{"response_type", "code"},
                                                     {"client_id", "client"},
                                                     {"redirect_uri", redirect.toLatin1()},
                                                     {"scope", "openid offline_access"},
                                                     {"state", "st-4te_"},
                                                     {"code_challenge", "ch-4llenge_"},
                                                     {"code_challenge_method", "S256"}}));
        QCOMPARE(asForm(queryOf(url)), strictly(queryOf(url)));
    }

    void valuesArriveWholeOnTheWire_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plus") << u"a+b"_s;
        QTest::newRow("space") << u"a b"_s;
        QTest::newRow("percent") << u"100%"_s;
        QTest::newRow("looks encoded") << u"a%2Bb%20c%00"_s;
        QTest::newRow("delimiters") << u"a&b=c;d?e#f/g:h@i"_s;
        QTest::newRow("quotes") << u"\"'<>\\^`{|}~"_s;
        QTest::newRow("umlauts") << u"für Größe £ €"_s;
        QTest::newRow("beyond the BMP") << QString::fromUtf8("\xf0\x9f\x9b\x92");
        QTest::newRow("brackets") << u"a[b]!$(c)*,"_s;
    }
    void valuesArriveWholeOnTheWire()
    {
        QFETCH(const QString, value);
        MisbehavingServer server(behaves::answering(200, "{}"));
        AuthorizationRequest r = request(server.url(u"/authorize"_s).toString());
        r.clientId = value;
        r.scope = value;
        r.extraParameters = {{u"prompt"_s, value}, {value, u"name"_s}};
        HttpRequest visit;
        visit.url = authorizationUrl(r, value, u"state"_s, "challenge");
        HttpClient client;
        QVERIFY(outcomeOf(client.send(visit)).ok());
        const QByteArray query = queryOf(server.requests().first().target);
        for (const auto &read : {strictly(query), asForm(query)}) {
            for (const QByteArray &name : {QByteArray("client_id"), QByteArray("scope"),
                                           QByteArray("redirect_uri"), QByteArray("prompt")}) {
                QCOMPARE(read.count(name), 1);
                QCOMPARE(read.value(name), value.toUtf8());
            }
            QCOMPARE(read.value(value.toUtf8()), QByteArray("name"));
        }
    }

    // R22
    void endpointIsKept_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("query") << u"https://a.example/auth?tenant=a%2Bb&x=1"_s
                               << QByteArray("https://a.example/auth?tenant=a%2Bb&x=1&");
        QTest::newRow("empty query")
            << u"https://a.example/auth?"_s << QByteArray("https://a.example/auth?");
        QTest::newRow("double slash") << u"https://a.example//api/v1//auth"_s
                                      << QByteArray("https://a.example//api/v1//auth?");
        QTest::newRow("encoded path") << u"https://a.example/a%2Fb/%C3%BC/c%20d"_s
                                      << QByteArray("https://a.example/a%2Fb/%C3%BC/c%20d?");
        QTest::newRow("port and slash")
            << u"https://a.example:8443/auth/"_s << QByteArray("https://a.example:8443/auth/?");
        QTest::newRow("dots") << u"https://a.example/x/../auth"_s
                              << QByteArray("https://a.example/x/../auth?");
    }
    void endpointIsKept()
    {
        QFETCH(const QString, endpoint);
        QFETCH(const QByteArray, start);
        const QByteArray url
            = authorizationUrl(request(endpoint), redirect, u"s"_s, "c").toEncoded();
        QVERIFY2(url.startsWith(start), url.constData());
        QVERIFY(!url.contains("?&"));
        QCOMPARE(strictly(queryOf(url)).count("client_id"), 1);
    }

    // R21
    void extraParametersReplaceNothing()
    {
        AuthorizationRequest r = request();
        r.extraParameters = {{u"state"_s, u"evil"_s},
                             {u"client_id"_s, u"evil"_s},
                             {u"redirect_uri"_s, u"https://evil.example"_s},
                             {u"response_type"_s, u"token"_s},
                             {u"scope"_s, u"evil"_s},
                             {u"code_challenge_method"_s, u"plain"_s},
                             {u"prompt"_s, u"consent"_s}};
        const auto read = strictly(queryOf(authorizationUrl(r, redirect, u"s"_s, "c").toEncoded()));
        QVERIFY(!read.values().contains("evil"));
        QCOMPARE(read.value("response_type"), QByteArray("code"));
        QCOMPARE(read.value("code_challenge_method"), QByteArray("S256"));
        QCOMPARE(read.value("redirect_uri"), redirect.toLatin1());
        QCOMPARE(read.value("prompt"), QByteArray("consent"));
        QCOMPARE(read.size(), 8);
    }

    void namesOfTheProvider()
    {
        AuthorizationRequest r = request();
        r.parameterNames = {{u"client_id"_s, u"app_key"_s}, {u"scope"_s, u"optional scope"_s}};
        const auto read = strictly(queryOf(authorizationUrl(r, redirect, u"s"_s, "c").toEncoded()));
        QCOMPARE(read.value("app_key"), QByteArray("client"));
        QCOMPARE(read.value("optional scope"), QByteArray("openid offline_access"));
        QVERIFY(!read.contains("client_id"));
        QVERIFY(!read.contains("scope"));
    }

    void whatIsNotThereIsNotSent()
    {
        AuthorizationRequest r = request();
        r.scope.clear();
        const auto read = strictly(queryOf(authorizationUrl(r, {}, u"s"_s, {}).toEncoded()));
        QCOMPARE(read.keys(),
                 QList<QByteArray>({"client_id", "response_type", "state"})); // no nonce (R23)
    }
};

RELINK_TEST(AuthorizationUrlTest)
#include "authorizationurltest.moc"
