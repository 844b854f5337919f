// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/signing.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include <QUrlQuery>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QString market = u"/renamed_market/renamed-market.example"_s;
const QString graph = u"/graph_shop/harbour.graph-shop.example"_s;
const QString old = u"/old_protocols/api.old-protocols.example"_s;

QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

} // namespace

//! Names, answers, credentials and signatures that only some providers have. That Relink meets
//! them is in testjourneys.cpp; here, that the sandbox takes nothing else.
class SandboxShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void namesAreThePacksAlone();
    void aQueryIsNoForm();
    void challengeIsDemanded();
    void tooEarlyInThePacksWords();
    void aShownRefreshTokenIsSpent();
    void onlyTheRightFieldsRevoke();
    void credentialsAreWhole_data();
    void credentialsAreWhole();
    void xmlIsWhatThePathsRead();
    void signaturesAreVerified_data();
    void signaturesAreVerified();
    void reachableWithoutCredential();

private:
    Fields graphTokens();
    Heard graphCall(const Fields &fields, const QString &path = u"/token"_s);

    std::unique_ptr<Playground> m_playground;
};

void SandboxShapesTest::initTestCase()
{
    m_playground = std::make_unique<Playground>(
        QStringList {u"--packs"_s, QStringLiteral(RELINK_TEST_DATA "/practice-packs")});
    QVERIFY(m_playground->isRunning());
}

void SandboxShapesTest::cleanup()
{
    m_playground->restore();
}

void SandboxShapesTest::namesAreThePacksAlone()
{
    const auto ask = [this](const QString &query) {
        return m_playground->get(market + u"/authorize?"_s + query).status;
    };
    QCOMPARE(ask(u"service_id=1&state=s"_s), 200);
    QCOMPARE(ask(u"client_id=1&state=s"_s), 400);
    QCOMPARE(ask(u"service_id=1&state=s&response_type=code"_s), 400);
    QCOMPARE(ask(u"service_id=1&state=s&scope=a"_s), 400);
}

void SandboxShapesTest::aQueryIsNoForm()
{
    const Heard permission = m_playground->postForm(market + u"/authorize?service_id=1&state=s"_s,
                                                    {{u"decision"_s, u"allow"_s}});
    const QString code = redirectParameters(permission).value(u"auth_code"_s);
    QVERIFY(!code.isEmpty());
    const QString client = u"?app_key=1&app_secret=practice-secret&"_s;
    const QString exchange
        = market + u"/api/token/get"_s + client + u"grant_type=authorized_code&auth_code="_s;
    QCOMPARE(m_playground->send("POST", exchange + code).status, 405);
    const Heard issued = m_playground->get(exchange + code);
    QCOMPARE(issued.status, 200);
    QCOMPARE(issued.json()["code"_L1].toInt(-1), 0);
    const QJsonObject data = issued.json()["data"_L1].toObject();
    QVERIFY(data["access_token_expire_in"_L1].toInteger() > QDateTime::currentSecsSinceEpoch());
    QVERIFY(!issued.json().contains("access_token"_L1));
    // A refusal is inside a success too, in the pack's words where it has some.
    const Heard again = m_playground->get(exchange + code);
    QCOMPARE(again.status, 200);
    QVERIFY(again.json()["code"_L1].toInt() != 0);
    const Heard refused = m_playground->get(market + u"/api/token/refresh"_s + client
                                            + u"grant_type=refresh_token&refresh_token=unknown"_s);
    QVERIFY2(refused.body.contains("36004004"), refused.body);
}

Heard SandboxShapesTest::graphCall(const Fields &fields, const QString &path)
{
    QJsonObject object;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        object.insert(it.key(), it.value());
    return m_playground->postJson(graph + path, object,
                                  {{"Authorization", basic("practice-client:practice-secret")}});
}

void SandboxShapesTest::challengeIsDemanded()
{
    const QString asked = graph
        + u"/authorize?client_id=1&response_type=code&redirect_uri=x&prompt=consent&shop=harbour"_s;
    QCOMPARE(m_playground->get(asked).status, 400);
    const QString challenge = u"&code_challenge_method=S256&code_challenge="_s + QString(43, u'a');
    QCOMPARE(m_playground->get(asked + challenge).status, 200);
    QCOMPARE(m_playground->get(QString(asked + challenge).replace(u"consent"_s, u"none"_s)).status,
             400);
}

//! With the verifier of 43 letters whose challenge is known.
Fields SandboxShapesTest::graphTokens()
{
    const QByteArray verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const QString asked = graph
        + u"/authorize?client_id=practice-client&response_type=code&redirect_uri="_s
        + u"http://127.0.0.1:1/callback&prompt=consent&shop=harbour&code_challenge_method=S256"_s
        + u"&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s;
    const QString code
        = redirectParameters(m_playground->postForm(asked, {{u"decision"_s, u"allow"_s}}))
              .value(u"code"_s);
    const Heard issued = graphCall({{u"grant_type"_s, u"authorization_code"_s},
                                    {u"code"_s, code},
                                    {u"redirect_uri"_s, u"http://127.0.0.1:1/callback"_s},
                                    {u"code_verifier"_s, QString::fromLatin1(verifier)}});
    return {{u"access"_s, issued.text("access_token")},
            {u"refresh"_s, issued.text("refresh_token")}};
}

void SandboxShapesTest::tooEarlyInThePacksWords()
{
    const Fields tokens = graphTokens();
    const Fields refresh {{u"grant_type"_s, u"refresh_token"_s},
                          {u"refresh_token"_s, tokens.value(u"refresh"_s)}};
    const Heard early = graphCall(refresh);
    QCOMPARE(early.status, 400);
    QVERIFY2(early.body.contains("not expired yet"), early.body);
    m_playground->fault(u"graph_shop"_s, u"expire"_s);
    QCOMPARE(graphCall(refresh).status, 200);
}

void SandboxShapesTest::aShownRefreshTokenIsSpent()
{
    const QString token = u"/old_protocols/auth.old-protocols.example/r/token"_s;
    const auto refresh = [&](const QString &text) {
        return m_playground->postForm(token,
                                      {{u"client_id"_s, u"practice-client"_s},
                                       {u"grant_type"_s, u"refresh_token"_s},
                                       {u"refresh_token"_s, text}});
    };
    const auto offered = [this] {
        return m_playground->get(u"/_sandbox/practice?provider=old_protocols"_s)
            .json()["old_protocols"_L1]["pasted_rotating"_L1]["shown_token"_L1]
            .toString();
    };
    QCOMPARE(offered(), u"practice-refresh-token"_s);
    QCOMPARE(refresh(u"guess"_s).text("error"), u"invalid_grant"_s);
    const Heard first = refresh(offered());
    QCOMPARE(first.status, 200);
    QCOMPARE(offered(), u"practice-refresh-token-2"_s);
    QCOMPARE(refresh(u"practice-refresh-token"_s).text("error"), u"invalid_grant"_s);
    // The one that was used again took all of its grant along.
    QCOMPARE(refresh(first.text("refresh_token")).text("error"), u"invalid_grant"_s);
    QCOMPARE(refresh(offered()).status, 200);
}

void SandboxShapesTest::onlyTheRightFieldsRevoke()
{
    const Fields tokens = graphTokens();
    const auto revoke = [&](const QString &secret, const QByteArray &authorization = {}) {
        QMap<QByteArray, QByteArray> headers;
        if (!authorization.isEmpty())
            headers.insert("Authorization", authorization);
        return m_playground
            ->postJson(graph + u"/revoke"_s,
                       {{u"app"_s, u"practice-client"_s},
                        {u"secret"_s, secret},
                        {u"token"_s, tokens.value(u"refresh"_s)}},
                       headers)
            .status;
    };
    QCOMPARE(revoke(u"guess"_s), 400);
    QCOMPARE(revoke(u"practice-secret"_s, basic("practice-client:practice-secret")), 400);
    m_playground->fault(u"graph_shop"_s, u"expire"_s);
    QCOMPARE(revoke(u"practice-secret"_s), 200);
    QCOMPARE(graphCall({{u"grant_type"_s, u"refresh_token"_s},
                        {u"refresh_token"_s, tokens.value(u"refresh"_s)}})
                 .text("error"),
             u"invalid_grant"_s);
}

void SandboxShapesTest::credentialsAreWhole_data()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QTest::addColumn<QString>("path");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("status");
    const QString xml = u"/v1/account.xml"_s;
    const QString two = u"/v2/whoami"_s;
    const QByteArray site = "6f1d2c3b-8a4e-4d19-9f27-51c0a7b3e842";
    const Headers whole {
        {"x-key", "practice-key"}, {"x-second", "v1:practice-secret"}, {"x-site", site}};
    const auto without = [&whole](const QByteArray &name) {
        Headers headers = whole;
        headers.remove(name);
        return headers;
    };
    const auto with = [&whole](const QByteArray &name, const QByteArray &value) {
        Headers headers = whole;
        headers.insert(name, value);
        return headers;
    };
    QTest::newRow("pair") << xml << Headers {{"Authorization", basic("123456:practice-key")}}
                          << 200;
    QTest::newRow("wrong password")
        << xml << Headers {{"Authorization", basic("123456:guess")}} << 401;
    QTest::newRow("wrong user") << xml << Headers {{"Authorization", basic("x:practice-key")}}
                                << 401;
    QTest::newRow("no pair") << xml << Headers {{"Authorization", "Bearer practice-key"}} << 401;
    QTest::newRow("both keys") << QString(two + u"?v=3"_s) << whole << 200;
    QTest::newRow("first key alone") << QString(two + u"?v=3"_s) << without("x-second") << 401;
    QTest::newRow("second key alone") << QString(two + u"?v=3"_s) << without("x-key") << 401;
    QTest::newRow("second key wrong")
        << QString(two + u"?v=3"_s) << with("x-second", "practice-secret") << 401;
    QTest::newRow("no site") << QString(two + u"?v=3"_s) << without("x-site") << 401;
    QTest::newRow("no parameter") << two << whole << 401;
    QTest::newRow("wrong parameter") << QString(two + u"?v=4"_s) << whole << 401;
}

void SandboxShapesTest::credentialsAreWhole()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QFETCH(QString, path);
    QFETCH(Headers, headers);
    QFETCH(int, status);
    QCOMPARE(m_playground->get(old + path, headers).status, status);
}

void SandboxShapesTest::xmlIsWhatThePathsRead()
{
    const Heard heard = m_playground->get(old + u"/v1/account.xml"_s,
                                          {{"Authorization", basic("123456:practice-key")}});
    QVERIFY(heard.headers.value("content-type").startsWith("application/xml"));
    QVERIFY2(heard.body.contains("<Account id=\"6f1d2c3b-8a4e-4d19-9f27-51c0a7b3e842\">"),
             heard.body);
    QVERIFY2(heard.body.contains("<Ack>Success</Ack>"), heard.body);
}

void SandboxShapesTest::signaturesAreVerified_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("status");
    QTest::newRow("as it is") << QString() << 200;
    QTest::newRow("another parameter") << u"query"_s << 401;
    QTest::newRow("another secret") << u"secret"_s << 401;
    QTest::newRow("an hour ago") << u"moment"_s << 401;
    QTest::newRow("sent twice") << u"twice"_s << 401;
}

void SandboxShapesTest::signaturesAreVerified()
{
    QFETCH(QString, change);
    QFETCH(int, status);
    const QJsonObject inputs = m_playground->get(u"/_sandbox/practice?provider=old_protocols"_s)
                                   .json()["old_protocols"_L1]["oauth1"_L1]
                                   .toObject();
    Credential credential;
    for (auto it = inputs.begin(); it != inputs.end(); ++it)
        credential.inputs.insert(it.key(), SecretBytes(it.value().toString().toUtf8()));
    if (change == "secret"_L1)
        credential.inputs.insert(u"consumer_secret"_s, SecretBytes("guess"));
    ApiCall call;
    call.url = QUrl(m_playground->origin()
                    + u"/old_protocols/shop.example/magento/rest/V1/stores?all=1"_s);
    CallMoment moment {QDateTime::currentDateTimeUtc(), "nonce" + change.toLatin1()};
    if (change == "moment"_L1)
        moment.now = moment.now.addSecs(-3600);
    QVERIFY(sign(call, ApiScheme::OAuth1, credential, moment).ok());
    const QMap<QByteArray, QByteArray> headers {
        {call.secretHeaderName, call.secretHeaderValue.reveal()}};
    QString address = call.url.toString();
    if (change == "query"_L1)
        address.replace(u"all=1"_s, u"all=2"_s);
    if (change == "twice"_L1)
        QCOMPARE(m_playground->get(address, headers).status, 200);
    QCOMPARE(m_playground->get(address, headers).status, status);
}

void SandboxShapesTest::reachableWithoutCredential()
{
    QCOMPARE(m_playground->get(u"/old_protocols/shop.example/magento/ping"_s).status, 200);
    QCOMPARE(
        m_playground->get(u"/old_protocols/shop.example/magento/rest/V1/stores?all=1"_s).status,
        401);
}

RELINK_TEST(SandboxShapesTest)

#include "testshapes.moc"
