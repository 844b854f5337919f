// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/metadata.h"

#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace relink;

namespace {

const QString issuer = u"https://as.example.com"_s;

QJsonObject document()
{
    return {{u"issuer"_s, issuer},
            {u"authorization_endpoint"_s, u"https://as.example.com//api/auth?x=1"_s},
            {u"token_endpoint"_s, u"https://as.example.com/token"_s},
            {u"revocation_endpoint"_s, u"https://as.example.com/revoke"_s},
            {u"userinfo_endpoint"_s, u"https://as.example.com/me"_s},
            {u"code_challenge_methods_supported"_s, QJsonArray {u"plain"_s, u"S256"_s}},
            {u"authorization_response_iss_parameter_supported"_s, true}};
}

HttpAnswer answer(const QJsonObject &object, int status = 200)
{
    HttpAnswer a;
    a.status = status;
    a.headers.append(HttpHeader {"Content-Type", "application/json"});
    a.body = QJsonDocument(object).toJson();
    return a;
}

} // namespace

class MetadataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("host")
            << u"https://example.com"_s
            << QStringList {u"https://example.com/.well-known/oauth-authorization-server"_s,
                            u"https://example.com/.well-known/openid-configuration"_s};
        QTest::newRow("slash")
            << u"https://example.com/"_s
            << QStringList {u"https://example.com/.well-known/oauth-authorization-server"_s,
                            u"https://example.com/.well-known/openid-configuration"_s};
        QTest::newRow("path")
            << u"https://example.com/issuer1"_s
            << QStringList {u"https://example.com/.well-known/oauth-authorization-server/issuer1"_s,
                            u"https://example.com/issuer1/.well-known/openid-configuration"_s,
                            u"https://example.com/.well-known/openid-configuration/issuer1"_s};
        QTest::newRow("loopback")
            << u"http://127.0.0.1:3000"_s
            << QStringList {u"http://127.0.0.1:3000/.well-known/oauth-authorization-server"_s,
                            u"http://127.0.0.1:3000/.well-known/openid-configuration"_s};
        for (const char *bad : {"", "example.com", "http://example.com", "https://a@example.com",
                                "https://example.com?x", "https://example.com#x", "file:///x"})
            QTest::newRow(qPrintable(u"bad %1"_s.arg(QLatin1StringView(bad))))
                << QString::fromLatin1(bad) << QStringList();
    }

    void addresses()
    {
        QFETCH(QString, entered);
        QFETCH(QStringList, expected);
        QStringList urls;
        for (const QUrl &url : metadataUrls(entered))
            urls.append(url.toString());
        QCOMPARE(urls, expected);
    }

    void wholeDocument()
    {
        const auto endpoints = parseServerMetadata(answer(document()), issuer);
        QVERIFY(endpoints.ok());
        QCOMPARE(endpoints->issuer, issuer);
        // R22: one server's metadata has a doubled slash.
        QCOMPARE(endpoints->authorization.toString(), u"https://as.example.com//api/auth?x=1"_s);
        QCOMPARE(endpoints->token.path(), u"/token"_s);
        QCOMPARE(endpoints->revocation.path(), u"/revoke"_s);
        QCOMPARE(endpoints->probe.path(), u"/me"_s);
        QVERIFY(endpoints->issuerInRedirect);
    }

    void leastDocument()
    {
        QJsonObject o = document();
        for (const char *key :
             {"revocation_endpoint", "userinfo_endpoint", "code_challenge_methods_supported",
              "authorization_response_iss_parameter_supported"})
            o.remove(QLatin1StringView(key));
        const auto endpoints = parseServerMetadata(answer(o), issuer);
        QVERIFY(endpoints.ok());
        QVERIFY(endpoints->revocation.isEmpty());
        QVERIFY(endpoints->probe.isEmpty());
        QVERIFY(!endpoints->issuerInRedirect);
    }

    //! RFC 8414 2: a server that signs nobody in has no page for it.
    void withoutPage()
    {
        QJsonObject o = document();
        o.remove(u"authorization_endpoint"_s);
        o.insert(u"grant_types_supported"_s, QJsonArray {u"authorization_code"_s});
        QVERIFY(!parseServerMetadata(answer(o), issuer).ok());
        o.insert(u"grant_types_supported"_s, QJsonArray {u"client_credentials"_s});
        const auto endpoints = parseServerMetadata(answer(o), issuer);
        QVERIFY(endpoints.ok());
        QVERIFY(endpoints->authorization.isEmpty());
        QCOMPARE(endpoints->token.path(), u"/token"_s);
    }

    //! RFC 8414 3.3: the same string, not the same address.
    void issuerMustBeTheSame_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("slash") << QJsonValue(issuer + u'/');
        QTest::newRow("case") << QJsonValue(u"https://AS.example.com"_s);
        QTest::newRow("port") << QJsonValue(u"https://as.example.com:443"_s);
        QTest::newRow("other") << QJsonValue(u"https://evil.example.com"_s);
        QTest::newRow("number") << QJsonValue(1);
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
    }

    void issuerMustBeTheSame()
    {
        QFETCH(QJsonValue, value);
        QJsonObject o = document();
        o.insert(u"issuer"_s, value);
        const auto endpoints = parseServerMetadata(answer(o), issuer);
        QVERIFY(!endpoints.ok());
        QVERIFY(endpoints.error().is(code::issuerMismatch));
    }

    void addressesAreHeldToTheRules_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        for (const char *key : {"authorization_endpoint", "token_endpoint", "revocation_endpoint",
                                "userinfo_endpoint"}) {
            for (const char *value :
                 {"http://as.example.com/x", "http://127.0.0.1/x", "file:///x",
                  "https://u@as.example.com/", "https://as.example.com/#a", "/token"})
                QTest::addRow("%s %s", key, value)
                    << QString::fromLatin1(key) << QString::fromLatin1(value);
        }
        QTest::newRow("no token endpoint") << u"token_endpoint"_s << QString();
        QTest::newRow("no authorisation endpoint") << u"authorization_endpoint"_s << QString();
    }

    void addressesAreHeldToTheRules()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QJsonObject o = document();
        o.insert(key, value);
        QVERIFY(!parseServerMetadata(answer(o), issuer).ok());
    }

    //! R43: a loopback issuer may have loopback endpoints, and no others in plain http.
    void loopbackIssuer()
    {
        const QString local = u"http://127.0.0.1:3000"_s;
        QJsonObject o {{u"issuer"_s, local},
                       {u"authorization_endpoint"_s, QString(local + u"/auth"_s)},
                       {u"token_endpoint"_s, QString(local + u"/token"_s)}};
        QVERIFY(parseServerMetadata(answer(o), local).ok());
        o.insert(u"token_endpoint"_s, u"http://example.com/token"_s);
        QVERIFY(!parseServerMetadata(answer(o), local).ok());
    }

    //! R02
    void plainChallengeIsRefused()
    {
        QJsonObject o = document();
        o.insert(u"code_challenge_methods_supported"_s, QJsonArray {u"plain"_s});
        QVERIFY(!parseServerMetadata(answer(o), issuer).ok());
        o.insert(u"code_challenge_methods_supported"_s, QJsonArray());
        QVERIFY(!parseServerMetadata(answer(o), issuer).ok());
        o.insert(u"code_challenge_methods_supported"_s, u"S256"_s);
        QVERIFY(!parseServerMetadata(answer(o), issuer).ok());
    }

    void answersWithoutDocument()
    {
        HttpAnswer a = answer(document(), 404);
        a.body = "not here";
        auto result = parseServerMetadata(a, issuer);
        QVERIFY(!result.ok());
        QVERIFY(result.error().httpStatus == 404);
        // R25: not followed, not believed.
        a.status = 307;
        a.headers.append(HttpHeader {"Location", "https://evil.example.com/"});
        result = parseServerMetadata(a, issuer);
        QCOMPARE(toString(result.error().origin), toString(ErrorOrigin::Transport));
        a = answer(document());
        for (const char *body : {"", "[]", "{", "<html></html>", "null"}) {
            a.body = body;
            result = parseServerMetadata(a, issuer);
            QVERIFY(!result.ok());
            QCOMPARE(toString(result.error().origin), toString(ErrorOrigin::Transport));
        }
        a.status = 503;
        result = parseServerMetadata(a, issuer);
        QVERIFY(result.error().httpStatus == 503);
    }
};

RELINK_TEST(MetadataTest)
#include "tst_metadata.moc"
