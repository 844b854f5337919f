// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redact.h"
#include "core/rules/secretkey.h"

#include "core/corpus.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QUrl>

using namespace relink;
using namespace Qt::StringLiterals;

class RedactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesSecretsAndKeepsNames_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const QJsonArray rows = test::ownRows("redact/cases.json").array();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString in = rows.at(i)["in"_L1].toString();
            QTest::newRow(test::rowName(i, in).constData())
                << in << rows.at(i)["out"_L1].toString();
        }
    }
    void hidesSecretsAndKeepsNames()
    {
        QFETCH(const QString, in);
        QFETCH(const QString, out);
        QCOMPARE(redact(in), out);
        QCOMPARE(redact(out), out);
    }

    // Every way of writing a pair, for every key that must be hidden (R83).
    void hidesEveryKeyInEveryForm_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *key : {"code",
                                "state",
                                "code_verifier",
                                "access_token",
                                "refresh_token",
                                "id_token",
                                "client_secret",
                                "client_assertion",
                                "password",
                                "passwd",
                                "secret",
                                "api_key",
                                "apikey",
                                "key",
                                "session",
                                "sid",
                                "assertion",
                                "accessToken",
                                "clientSecret",
                                "Authorization",
                                "Proxy-Authorization",
                                "ms-apikey",
                                "x-api-key",
                                "api-key",
                                "X-Shop-Access-Token",
                                "device_token",
                                "Passwort",
                                "Kennwort",
                                "wachtwoord",
                                "api_schluessel",
                                "sleutel",
                                "clave",
                                "jeton"}) {
            QTest::newRow(key) << QString::fromLatin1(key);
        }
    }
    void hidesEveryKeyInEveryForm()
    {
        QFETCH(const QString, key);
        QVERIFY(isSecretKey(key));
        const QString secret = u"CANARY-7f3a9c-Zz"_s;
        const QByteArray json = QJsonDocument(QJsonObject {{u"a"_s, 1}, {key, secret}, {u"z"_s, 2}})
                                    .toJson(QJsonDocument::Compact);
        const QByteArray nested = QJsonDocument(QJsonObject {{u"body"_s, QString::fromUtf8(json)}})
                                      .toJson(QJsonDocument::Compact);
        const QByteArray twice = QJsonDocument(QJsonObject {{u"log"_s, QString::fromUtf8(nested)}})
                                     .toJson(QJsonDocument::Compact);
        const QString query = u"https://h.example/p?a=1&" % key % u"=" % secret % u"&z=2";
        const QStringList forms {
            key % u": " % secret,
            key % u"=" % secret,
            u"10:02 request " % key % u" = " % secret % u", retry 3",
            QString::fromUtf8(json),
            QString::fromUtf8(nested),
            QString::fromUtf8(twice),
            query,
            u"Opening " % query % u" failed",
            u"next=" % QString::fromLatin1(QUrl::toPercentEncoding(query)),
            u"{'" % key % u"': '" % secret % u"'}",
            u"<r><" % key % u">" % secret % u"</" % key % u"></r>",
            u"<r " % key % u"=\"" % secret % u"\"/>",
            u"curl -H '" % key % u": " % secret % u"' https://h.example/",
            u"first line\n" % key % u":" % secret % u"\nlast line",
        };
        for (const QString &form : forms) {
            const QString hidden = redact(form);
            QVERIFY2(!hidden.contains(u"CANARY"), qPrintable(hidden));
            QVERIFY2(hidden.contains(key), qPrintable(hidden));
            QVERIFY2(hidden.contains(hiddenMark), qPrintable(hidden));
            QCOMPARE(redact(hidden), hidden);
        }
    }

    void keepsWhatIsNoSecret_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"error=invalid_grant&error_description=Token+expired",
              "token_type=Bearer",
              "https://h.example/oauth/token?grant_type=authorization_code",
              "token_endpoint: https://h.example/token",
              "expires_in=3600; status code 401",
              "{\"error\":\"invalid_token\",\"error_description\":\"The token expired\"}",
              "keychain: locked",
              "keyboard=qwerty",
              "monkey: banana",
              "passport=yes",
              "code_challenge_methods_supported",
              "state=connected health=green",
              "Basic authentication is not enabled",
              "The Bearer scheme",
              "std::shared_ptr<token>",
              "C:\\tokens\\state.json",
              "12:30:01 ok",
              "token expired",
              "the token is 12345678",
              "Token AADSTS7000215 invalid_client",
              "The access token ERR_4001 EXPIRED_ACCESS_TOKEN",
              "POST /oauth/token HTTP/1.1",
              "access token 2026-03-01T09:15:22Z expired",
              "refreshing token\n10.0.0.12 GET",
              "key InvalidAuthenticationToken",
              "API key ApiKeyNotFoundError",
              "The parameter key 'redirect_uri' is missing",
              "token api.shop1.example.com",
              "Das Token Authentifizierungsverfahren ist ausgefallen",
              "access token OAuth2.0 expired",
              "Invalid API Key provided: sk_test_****1234",
              "secret key SHA256withRSA",
              "the key must be 32 characters long",
              "password authentication failed for user1",
              "Password\nis wrong",
              "Das Passwort ist falsch",
              "La clave no es correcta",
              "Votre mot de passe a expiré",
              "Your token https://api.example.com/v1/tokens/a1b2",
              "API key {{api_key_1}} is unset",
              "the token grant_type=refresh_token was used"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void keepsWhatIsNoSecret()
    {
        QFETCH(const QString, text);
        QCOMPARE(redact(text), text);
    }

    void isIdempotentOnAnything()
    {
        const QStringList pieces {
            u"code"_s,
            u"token"_s,
            u"access_token"_s,
            u"Authorization"_s,
            u"Bearer"_s,
            u"password"_s,
            u"key"_s,
            u"="_s,
            u": "_s,
            u":"_s,
            u"\""_s,
            u"'"_s,
            u"\\\""_s,
            u"\\"_s,
            u"&"_s,
            u"%3D"_s,
            u"%22"_s,
            u"%253D"_s,
            u"<"_s,
            u">"_s,
            u"</"_s,
            u"["_s,
            u"]"_s,
            u"\n"_s,
            u" "_s,
            u"://"_s,
            u"@"_s,
            u"eyJabcdefgh.abc.d"_s,
            u"abc123"_s,
            u"aK7xQ2mP9vR4"_s,
            u"is"_s,
            u"value"_s,
            u"clé"_s,
            u"+"_s,
            u"null"_s,
            u"401"_s,
            u","_s,
            u"--"_s,
            u"&quot;"_s,
            u"‹hidden›"_s,
            u"?"_s,
            u"<![CDATA["_s,
            u"]]>"_s,
            u"%"_s,
            u"=>"_s,
            u";"_s,
            u"#"_s,
            u"{"_s,
            u"}"_s,
        };
        QRandomGenerator random(20260303);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            const int length = random.bounded(1, 14);
            for (int i = 0; i < length; ++i)
                text += pieces.at(random.bounded(int(pieces.size())));
            const QString once = redact(text);
            QVERIFY2(redact(once) == once,
                     qPrintable(QString(text % u"\n-> " % once % u"\n-> " % redact(once))));
        }
    }

    void isLinear_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *unit : {"x",
                                 "code=",
                                 "state:a ",
                                 "\"",
                                 "\\",
                                 "\"token\":\"",
                                 "<token ",
                                 "://",
                                 "eyJaaaaaaaaaa.",
                                 "Bearer ",
                                 "%25",
                                 "%3D",
                                 "key:",
                                 "--token ",
                                 "a:",
                                 "token:[",
                                 "password='",
                                 "code=\\\"",
                                 "Authorization: ",
                                 "<a:token>",
                                 "access_token: \\",
                                 "key:a.",
                                 "token=a,",
                                 "token:[code=",
                                 "password=\\token=a,",
                                 "token\"",
                                 "&quot;token&quot;:&quot;",
                                 "token ",
                                 "token is ",
                                 "token \"",
                                 "token (",
                                 "token+is+",
                                 "key\n",
                                 "passe ",
                                 "mot de passe : ",
                                 "<token value=\"",
                                 "<token value='a",
                                 "token a1b2c3d4e5"}) {
            QTest::newRow(unit) << QString::fromLatin1(unit);
        }
    }
    void isLinear()
    {
        QFETCH(const QString, unit);
        const auto milliseconds = [&unit](int size) {
            const QString text = unit.repeated(size / unit.size());
            QElapsedTimer timer;
            timer.start();
            redact(text);
            return timer.elapsed();
        };
        // A quadratic pass over a megabyte takes minutes, a linear one some hundred milliseconds.
        QVERIFY(milliseconds(1024 * 1024) < 5000);
    }

    void survivesNaughtyStrings()
    {
        RELINK_NEED("blns/blns.json")
        for (const QJsonValue &row : QJsonDocument::fromJson(test::fileContent(corpus)).array()) {
            const QString once = redact(row.toString());
            QCOMPARE(redact(once), once);
        }
    }
};

RELINK_TEST(RedactTest)
#include "tst_redact.moc"
