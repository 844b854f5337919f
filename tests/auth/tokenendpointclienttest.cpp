// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenendpointclient.h"
#include "http/server.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QJsonArray basicRows(const QString &path, QLatin1StringView key)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll()).object()[key].toArray()
        : QJsonArray();
}

TokenCall refreshCall(const QUrl &endpoint)
{
    TokenCall call;
    call.endpoint = endpoint;
    call.fields = {{"grant_type", SecretBytes("refresh_token")},
                   {"refresh_token", SecretBytes("8xLO+xBtZp/8 a=&%ü")}};
    return call;
}

ClientAuthentication client(ClientAuthMethod method, const QString &id, const QByteArray &secret)
{
    return {method, id, ClientSecret(secret)};
}

QStringList names(const QByteArray &form)
{
    QStringList list;
    for (const auto &[name, value] : http::decodeForm(form))
        list.append(name);
    return list;
}

QString value(const QByteArray &form, const QString &wanted)
{
    for (const auto &[name, found] : http::decodeForm(form)) {
        if (name == wanted)
            return found;
    }
    return {};
}

} // namespace

//! What TokenEndpointClient puts on the wire, read by a server.
class TokenEndpointClientTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<MisbehavingServer> m_server;

    Received send(const TokenCall &call)
    {
        TokenEndpointClient endpoint;
        const qsizetype before = m_server->requests().size();
        const Result<HttpAnswer> answer = outcomeOf(endpoint.post(call));
        if (!answer.ok() || m_server->requests().size() != before + 1)
            return {};
        return m_server->requests().last();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<MisbehavingServer>(behaves::answering(200, "{}"));
    }

    void formValuesArriveWhole()
    {
        const Received request = send(refreshCall(m_server->url(u"/token?v=1"_s)));
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/token?v=1"));
        QCOMPARE(request.header("Content-Type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(request.header("Content-Length").toInt(), request.body.size());
        QCOMPARE(request.body,
                 QByteArray("grant_type=refresh_token&refresh_token="
                            "8xLO%2BxBtZp%2F8+a%3D%26%25%C3%BC"));
        QVERIFY(request.header("Authorization").isNull());
        QVERIFY(!names(request.body).contains(u"client_id"_s));
    }

    // R41
    void publicClientSendsOnlyItsId()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::None, u"shop one"_s, {});
        const Received request = send(call);
        QCOMPARE(value(request.body, u"client_id"_s), u"shop one"_s);
        QVERIFY(!request.body.contains("client_secret"));
        QVERIFY(request.header("Authorization").isNull());
    }

    void aPublicClientNeverSendsASecret()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::None, u"shop"_s, "left-over");
        const Received request = send(call);
        QVERIFY(!request.body.contains("left-over"));
        QVERIFY(!request.head.contains("left-over"));
        call.client = client(ClientAuthMethod::Post, u"shop"_s, {});
        QVERIFY(!send(call).body.contains("client_secret"));
    }

    void secretInTheBody()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::Post, u"id"_s, "s3cr3t+with/special=chars&%");
        const Received request = send(call);
        QCOMPARE(value(request.body, u"client_id"_s), u"id"_s);
        QCOMPARE(value(request.body, u"client_secret"_s), u"s3cr3t+with/special=chars&%"_s);
        QVERIFY(request.body.contains("client_secret=s3cr3t%2Bwith%2Fspecial%3Dchars%26%25"));
        QVERIFY(request.header("Authorization").isNull());
    }

    void theSecretAsABearerToken()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::SecretBearer, u"id"_s, "s3cret");
        const Received request = send(call);
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer s3cret"));
        QVERIFY(!request.body.contains("s3cret"));
    }

    void aWholeAuthorizationHeader()
    {
        TokenCall call = refreshCall(m_server->url());
        call.authorization = SecretBytes("Client s3cret");
        QCOMPARE(send(call).header("Authorization"), QByteArray("Client s3cret"));
    }

    //! For a provider that takes nothing else: everything stands in the query of a GET.
    void everythingInTheQuery()
    {
        TokenCall call = refreshCall(m_server->url(u"/token/get?v=1"_s));
        call.encoding = BodyEncoding::Query;
        call.client = client(ClientAuthMethod::Post, u"id"_s, "s3cret+&");
        call.clientIdField = "app_key";
        call.clientSecretField = "app_secret";
        const Received request = send(call);
        QCOMPARE(request.method, QByteArray("GET"));
        QVERIFY(request.target.startsWith("/token/get?v=1&grant_type=refresh_token&"));
        QVERIFY(request.target.endsWith("&app_key=id&app_secret=s3cret%2B%26"));
        QVERIFY(request.body.isEmpty());
        QVERIFY(request.header("Content-Type").isNull());
    }

    void aKeyThatCannotSignSendsNothing()
    {
        TokenCall call = refreshCall(m_server->url());
        UnsignedAssertion assertion;
        assertion.field = "assertion";
        assertion.algorithm = u"RS256"_s;
        assertion.privateKey = SecretBytes("rubbish");
        call.assertion = assertion;
        TokenEndpointClient endpoint;
        const qsizetype before = m_server->requests().size();
        QCOMPARE(outcomeOf(endpoint.post(call)).error().code, u"invalid_input"_s);
        QCOMPARE(m_server->requests().size(), before);
    }

    void fieldsUnderTheProvidersNames()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::Post, u"id"_s, "secret");
        call.clientIdField = "app_id";
        call.clientSecretField = "app_secret";
        Received request = send(call);
        QCOMPARE(value(request.body, u"app_id"_s), u"id"_s);
        QCOMPARE(value(request.body, u"app_secret"_s), u"secret"_s);
        QVERIFY(!names(request.body).contains(u"client_id"_s));

        call.fields.append({"app_id", SecretBytes("given")});
        request = send(call);
        QCOMPARE(names(request.body).count(u"app_id"_s), 1);
        QCOMPARE(value(request.body, u"app_id"_s), u"given"_s);
    }

    void basicIsFormEncodedFirst_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("header");
        const auto add = [](const char *origin, const QJsonArray &rows) {
            for (const QJsonValue &row : rows)
                QTest::addRow("%s: %s", origin, qPrintable(row["secret"_L1].toString()))
                    << row["id"_L1].toString() << row["secret"_L1].toString().toUtf8()
                    << row["header"_L1].toString().toLatin1();
        };
        const QJsonArray own
            = basicRows(QStringLiteral(RELINK_TEST_DATA "/auth/encoding.json"), "basic"_L1);
        QVERIFY(!own.isEmpty());
        add("own", own);
        add("vectors",
            basicRows(QStringLiteral(RELINK_SHARED_DIR "/data/oauth-vectors/vectors.json"),
                      "basic_auth_form_encoded"_L1));
    }
    void basicIsFormEncodedFirst()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, secret);
        QFETCH(const QByteArray, header);
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::Basic, id, secret);
        const Received request = send(call);
        QCOMPARE(request.header("Authorization"), header);
        QVERIFY(!names(request.body).contains(u"client_id"_s));
        QVERIFY(!names(request.body).contains(u"client_secret"_s));
    }

    void rawBasicIsNotEncoded()
    {
        TokenCall call = refreshCall(m_server->url());
        call.client = client(ClientAuthMethod::BasicRaw, u"0!1*$$"_s, "a+b/c=d%");
        QCOMPARE(QByteArray::fromBase64(send(call).header("Authorization").mid(6)),
                 QByteArray("0!1*$$:a+b/c=d%"));
    }

    void jsonBody()
    {
        TokenCall call;
        call.endpoint = m_server->url(u"/login"_s);
        call.encoding = BodyEncoding::Json;
        call.fields
            = {{"username", SecretBytes("shöp\"keeper")}, {"password", SecretBytes(" p+&%\\ ")}};
        call.client = client(ClientAuthMethod::Post, u"id"_s, "secret");
        const Received request = send(call);
        QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(QJsonDocument::fromJson(request.body).object(),
                 QJsonObject({{u"username"_s, u"shöp\"keeper"_s},
                              {u"password"_s, u" p+&%\\ "_s},
                              {u"client_id"_s, u"id"_s},
                              {u"client_secret"_s, u"secret"_s}}));

        call.fields.append({"broken", SecretBytes("\xff\xfe")});
        TokenEndpointClient endpoint;
        const qsizetype before = m_server->requests().size();
        QCOMPARE(codeOf(outcomeOf(endpoint.post(call))), u"invalid_input"_s);
        QCOMPARE(m_server->requests().size(), before);
    }

    void publicHeadersAreSent()
    {
        TokenCall call = refreshCall(m_server->url());
        call.headers = {{"X-Api-Version", "7"}};
        QCOMPARE(send(call).header("X-Api-Version"), QByteArray("7"));
    }

    // R26: one decision, one POST, also when ten are made at once.
    void everyCallIsSubmittedOnce()
    {
        MisbehavingServer resetting(behaves::resetting());
        TokenEndpointClient endpoint;
        QList<QFuture<Result<HttpAnswer>>> futures;
        for (int i = 0; i < 10; ++i)
            futures.append(endpoint.post(refreshCall(resetting.url())));
        for (const auto &future : futures)
            QCOMPARE(codeOf(outcomeOf(future)), u"connection_lost"_s);
        QTest::qWait(200);
        QCOMPARE(resetting.requests().size(), 10);
    }

    // R25, with the secret in the header and in the body.
    void noSecretFollowsARedirect()
    {
        MisbehavingServer thief(behaves::answering(200, "{}"));
        MisbehavingServer moved(
            behaves::answering(308, {}, "Location: " + thief.url().toEncoded() + "\r\n"));
        TokenEndpointClient endpoint;
        for (const ClientAuthMethod method : {ClientAuthMethod::Basic, ClientAuthMethod::Post}) {
            TokenCall call = refreshCall(moved.url());
            call.client = client(method, u"id"_s, "secret");
            QCOMPARE(codeOf(outcomeOf(endpoint.post(call))), u"redirected"_s);
        }
        QTest::qWait(50);
        QCOMPARE(thief.connections(), 0);
        QCOMPARE(moved.requests().size(), 2);
    }
};

RELINK_TEST(TokenEndpointClientTest)
#include "tokenendpointclienttest.moc"
