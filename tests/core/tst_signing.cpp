// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/signing.h"

#include "packconnections.h"
#include "support/testmain.h"

#include <QMessageAuthenticationCode>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

const CallMoment moment {QDateTime::fromSecsSinceEpoch(137131201, Qt::UTC), "7d8f3e4a"};

Credential integration()
{
    return credentialWith({{u"consumer_key"_s, "9djdj82h48djs9d2"},
                           {u"consumer_secret"_s, "j49sk3j29djd"},
                           {u"access_token"_s, "kkk9d7dh3k39sjv7"},
                           {u"access_token_secret"_s, "dh893hdasih9"}});
}

} // namespace

//! Calls that are signed with secrets instead of carrying one.
class SigningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! The worked example of RFC 5849 3.4.1, its body's parameters in the query.
    void baseStringOfTheRfc()
    {
        QUrl url(QStringLiteral("http") + QStringLiteral(":") + QString(2, u'/')
                 + u"example.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b&c2=&a3=2%20q"_s);
        const QMap<QByteArray, QByteArray> oauth {
            {"oauth_consumer_key", "9djdj82h48djs9d2"},
            {"oauth_token", "kkk9d7dh3k39sjv7"},
            {"oauth_signature_method", "HMAC-SHA1"},
            {"oauth_timestamp", "137131201"},
            {"oauth_nonce", "7d8f3e4a"},
        };
        QCOMPARE(oauth1BaseString("post", url, oauth),
                 QByteArray("POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q"
                            "%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_"
                            "key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_m"
                            "ethod%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk"
                            "9d7dh3k39sjv7"));
    }

    void oauth1FillsTheAuthorizationHeader()
    {
        ApiCall call;
        call.url = QUrl(u"https:"_s + QString(2, u'/') + u"shop.example/rest/V1/store?a=1"_s);
        QVERIFY(sign(call, ApiScheme::OAuth1, integration(), moment).ok());
        QCOMPARE(call.secretHeaderName, QByteArray("Authorization"));
        const QByteArray value = call.secretHeaderValue.reveal();
        QVERIFY(value.startsWith("OAuth oauth_consumer_key=\"9djdj82h48djs9d2\", "));
        QVERIFY(value.contains("oauth_signature_method=\"HMAC-SHA256\""));
        const QMap<QByteArray, QByteArray> oauth {
            {"oauth_consumer_key", "9djdj82h48djs9d2"}, {"oauth_nonce", "7d8f3e4a"},
            {"oauth_signature_method", "HMAC-SHA256"},  {"oauth_timestamp", "137131201"},
            {"oauth_token", "kkk9d7dh3k39sjv7"},        {"oauth_version", "1.0"},
        };
        const QByteArray signature = QMessageAuthenticationCode::hash(
                                         oauth1BaseString("GET", call.url, oauth),
                                         "j49sk3j29djd&dh893hdasih9", QCryptographicHash::Sha256)
                                         .toBase64()
                                         .toPercentEncoding();
        QVERIFY(value.contains(QByteArray("oauth_signature=\"" + signature + '"')));
        QVERIFY(!value.contains("j49sk3j29djd"));
        QVERIFY(!value.contains("dh893hdasih9"));
    }

    void whatIsMissingIsNamed()
    {
        ApiCall call;
        Credential credential = integration();
        credential.inputs.remove(u"access_token_secret"_s);
        const auto signedCall = sign(call, ApiScheme::OAuth1, credential, moment);
        QCOMPARE(signedCall.error().code, u"missing_input"_s);
        QCOMPARE(signedCall.error().providerCode, u"access_token_secret"_s);
        QCOMPARE(sign(call, ApiScheme::SignedQuery, {}, moment).error().providerCode,
                 u"client_secret"_s);
    }

    //! Path, sorted names and values, body, all between the secret; neither the token nor an
    //! earlier signature is signed.
    void aSignedQueryIsSortedBetweenTheSecret()
    {
        ApiCall call;
        call.method = "POST";
        call.body = R"({"x":1})";
        call.url = QUrl(u"https:"_s + QString(2, u'/')
                        + u"api.example/order/202309/search?shop_cipher=b&app_key=k"_s);
        const Credential credential = credentialWith({{u"client_secret"_s, "s3"}});
        QVERIFY(sign(call, ApiScheme::SignedQuery, credential, moment).ok());
        const QUrlQuery query(call.url);
        QCOMPARE(query.queryItemValue(u"timestamp"_s), u"137131201"_s);
        const QByteArray base = "s3/order/202309/searchapp_keykshop_cipherbtimestamp137131201"
                                R"({"x":1})"
                                "s3";
        QCOMPARE(query.queryItemValue(u"sign"_s).toLatin1(),
                 QMessageAuthenticationCode::hash(base, "s3", QCryptographicHash::Sha256).toHex());
        QCOMPARE(signedQueryBase(call.url, call.body, "s3"), base);
    }

    void otherSchemesAreLeftAlone()
    {
        ApiCall call;
        call.secretHeaderValue = SecretBytes("Bearer x");
        QVERIFY(sign(call, ApiScheme::Token, {}, moment).ok());
        QVERIFY(sign(call, ApiScheme::Basic, {}, moment).ok());
        QCOMPARE(call.secretHeaderValue.reveal(), QByteArray("Bearer x"));
        QVERIFY(call.url.isEmpty());
    }
};

RELINK_TEST(SigningTest)

#include "tst_signing.moc"
