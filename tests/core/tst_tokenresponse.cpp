// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/tokenresponse.h"

#include "core/rules/loginanswer.h"

#include "core/corpus.h"
#include "support/testmain.h"

#include <QDir>

using namespace relink;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TokenResponseTest : public QObject
{
    Q_OBJECT

    static HttpAnswer answer(int status, const QByteArray &body,
                             const QByteArray &type = "application/json")
    {
        return {status, {{"Content-Type", type}}, body};
    }

    static QByteArray tokenBody(const QByteArray &more = {})
    {
        return R"({"access_token":"at-1","token_type":"Bearer")" + more + '}';
    }

    static Capture capture(const QString &from, const QString &as, const QString &pattern = {})
    {
        Capture wanted;
        wanted.from = from;
        wanted.as = as;
        wanted.pattern = pattern;
        return wanted;
    }

    static TokenSet parsed(const QByteArray &body)
    {
        const auto tokens = parseTokenResponse(answer(200, body));
        return tokens ? *tokens : TokenSet {};
    }

private Q_SLOTS:
    void readsAWholeAnswer()
    {
        const auto tokens = parseTokenResponse(
            answer(
                200,
                tokenBody(
                    R"(,"refresh_token":"rt/1+=","expires_in":3600,"refresh_token_expires_in":"8640000",
               "scope":"orders stock orders","realmId":"42")")),
            {}, {capture(u"realmId"_s, u"realm"_s, u"[0-9]+"_s)});
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->accessToken.reveal(), QByteArray("at-1"));
        QCOMPARE(tokens->refreshToken->reveal(), QByteArray("rt/1+="));
        QCOMPARE(tokens->expiresIn, 3600s);
        QCOMPARE(tokens->refreshExpiresIn, 8640000s);
        QCOMPARE(tokens->scope.value(), (QStringList {u"orders"_s, u"stock"_s}));
        QCOMPARE(tokens->captures.value(u"realm"_s), u"42"_s);
        QVERIFY(!tokens->tokenTypeMissing);
    }

    // R33, R34, R31: what cannot be a Bearer token in a header is refused, and what came with it
    // is kept nowhere.
    void refusesWhatIsNoTokenAnswer_data()
    {
        QTest::addColumn<HttpAnswer>("received");
        const QJsonArray rows = test::ownRows("token-response/refused.json").array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            QTest::newRow(row["name"_L1].toString().toUtf8().constData())
                << answer(200, row["body"_L1].toString().toUtf8(),
                          row["type"_L1].toString(u"application/json"_s).toLatin1());
        }
    }
    void refusesWhatIsNoTokenAnswer()
    {
        QFETCH(const HttpAnswer, received);
        const auto tokens = parseTokenResponse(received);
        QVERIFY(!tokens.ok());
        QVERIFY(tokens.error().is(code::unreadable));
        QCOMPARE(toString(tokens.error().origin), toString(ErrorOrigin::TokenEndpoint));
        QCOMPARE(tokens.error().httpStatus, 200);
        QVERIFY(!tokens.error().description.isEmpty());
        QVERIFY(!tokens.error().description.contains(u"canary"));
        QVERIFY(!tokens.error().evidence.contains("canary"));
    }

    // R34
    void takesBearerInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("missing");
        QTest::newRow("Bearer") << QByteArray(R"("Bearer")") << false;
        QTest::newRow("bearer") << QByteArray(R"("bearer")") << false;
        QTest::newRow("BEARER") << QByteArray(R"("BEARER")") << false;
        QTest::newRow("null") << QByteArray("null") << true;
        QTest::newRow("empty") << QByteArray(R"("")") << true;
        QTest::newRow("absent") << QByteArray() << true;
        // No name of a type by RFC 6749 8.1, but words.
        QTest::newRow("prose") << QByteArray(R"("User Access Token")") << true;
    }
    void takesBearerInAnyCase()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const bool, missing);
        QByteArray body = R"({"access_token":"at-1")";
        if (!type.isEmpty())
            body += R"(,"token_type":)" + type;
        const auto tokens = parseTokenResponse(answer(200, body + '}'));
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->tokenTypeMissing, missing);
    }

    // R35: never a tight refresh loop, never an invalid date, never a lost answer.
    void boundsLifetimes_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("seconds");
        constexpr qint64 tenYears = 3650LL * 24 * 3600;
        QTest::newRow("number") << QByteArray("3600") << qint64(3600);
        QTest::newRow("digits") << QByteArray("\"3600\"") << qint64(3600);
        QTest::newRow("fraction") << QByteArray("3600.9") << qint64(3600);
        QTest::newRow("0") << QByteArray("0") << qint64(1);
        QTest::newRow("-1") << QByteArray("-1") << qint64(1);
        QTest::newRow("0.5") << QByteArray("0.5") << qint64(1);
        QTest::newRow("2^53+1") << QByteArray("9007199254740993") << tenYears;
        QTest::newRow("2^32+3600") << QByteArray("4294970896") << tenYears;
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << tenYears;
        QTest::newRow("1e18") << QByteArray("1e18") << tenYears;
        QTest::newRow("1e400") << QByteArray("1e400") << tenYears;
        QTest::newRow("-1e400") << QByteArray("-1e400") << qint64(1);
        QTest::newRow("400 digits") << QByteArray(400, '9') << tenYears;
        QTest::newRow("400 digits and a fraction")
            << QByteArray(QByteArray(400, '9') + ".5") << tenYears;
        QTest::newRow("1e-400") << QByteArray("1e-400") << qint64(1);
        QTest::newRow("long digits") << QByteArray("\"99999999999999999999999\"") << tenYears;
        QTest::newRow("true") << QByteArray("true") << qint64(-1);
        QTest::newRow("null") << QByteArray("null") << qint64(-1);
        QTest::newRow("empty") << QByteArray("\"\"") << qint64(-1);
        QTest::newRow("signed text") << QByteArray("\"-1\"") << qint64(-1);
        QTest::newRow("spaced text") << QByteArray("\" 3600\"") << qint64(-1);
        QTest::newRow("words") << QByteArray("\"soon\"") << qint64(-1);
        QTest::newRow("Arabic digits") << QByteArray("\"\u0663\u0666\"") << qint64(-1);
        QTest::newRow("object") << QByteArray("{}") << qint64(-1);
    }
    void boundsLifetimes()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const qint64, seconds);
        const auto tokens = parseTokenResponse(
            answer(200,
                   tokenBody(",\"expires_in\":" + written
                             + ",\"note\":\"1e999 \\\" \\\\\",\"refresh_token\":\"rt\"")));
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->expiresIn ? tokens->expiresIn->count() : -1, seconds);
        QCOMPARE(tokens->refreshToken->reveal(), QByteArray("rt"));
    }

    //! Where a provider says when instead of how long.
    void boundsMoments_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("seconds");
        constexpr qint64 tenYears = 3650LL * 24 * 3600;
        QTest::newRow("an hour") << QByteArray("1772525289") << qint64(3600);
        QTest::newRow("text") << QByteArray("\"1772525289\"") << qint64(3600);
        QTest::newRow("past") << QByteArray("1772521000") << qint64(1);
        QTest::newRow("-2^63") << QByteArray("-9223372036854775808") << qint64(1);
        QTest::newRow("2^63-1") << QByteArray("9223372036854775807") << tenYears;
        QTest::newRow("1e308") << QByteArray("1e308") << tenYears;
        QTest::newRow("-1e308") << QByteArray("-1e308") << qint64(1);
        QTest::newRow("words") << QByteArray("\"nan\"") << qint64(1);
    }
    void boundsMoments()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const qint64, seconds);
        TokenAnswer shape;
        shape.paths = {{u"expires_at"_s, u"expires"_s}};
        const auto tokens = parseTokenResponse(
            answer(200, tokenBody(",\"expires\":" + written)), shape, {},
            ErrorOrigin::TokenEndpoint, QDateTime::fromSecsSinceEpoch(1'772'521'689, Qt::UTC));
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->expiresIn ? tokens->expiresIn->count() : -1, seconds);
    }

    void readsRefreshLifetimesByEveryName()
    {
        for (const char *name : {"refresh_token_expires_in", "refresh_expires_in",
                                 "x_refresh_token_expires_in", "refresh token expires in"}) {
            const TokenSet tokens = parsed(tokenBody(",\"" + QByteArray(name) + "\":86400"));
            QCOMPARE(tokens.refreshExpiresIn, 86400s);
        }
        // "Never", as some servers say it; one second would be a lie.
        QVERIFY(!parsed(tokenBody(",\"refresh_expires_in\":0")).refreshExpiresIn);
        QVERIFY(!parsed(tokenBody(",\"refresh_expires_in\":-1")).refreshExpiresIn);
        QVERIFY(!parsed(tokenBody()).expiresIn);
    }

    // R36
    void anEmptyRefreshTokenIsNone()
    {
        QVERIFY(!parsed(tokenBody()).refreshToken);
        QVERIFY(!parsed(tokenBody(R"(,"refresh_token":"")")).refreshToken);
        QVERIFY(!parsed(tokenBody(R"(,"refresh_token":null)")).refreshToken);
        QVERIFY(parsed(tokenBody(R"(,"refresh_token":"x")")).refreshToken);
    }

    void readsScopeAsASet()
    {
        QCOMPARE(parsed(tokenBody(R"(,"scope":"b a b")")).scope.value(),
                 (QStringList {u"b"_s, u"a"_s}));
        QCOMPARE(parsed(tokenBody(R"(,"scope":"a,b")")).scope.value(),
                 (QStringList {u"a"_s, u"b"_s}));
        QCOMPARE(parsed(tokenBody(R"(,"scope":["a","b"])")).scope.value(),
                 (QStringList {u"a"_s, u"b"_s}));
        QVERIFY(!parsed(tokenBody()).scope);
        QVERIFY(!parsed(tokenBody(R"(,"scope":"")")).scope);
    }

    // SGE-16, with the slips of its transcription mended.
    void readsTheSampleReply()
    {
        const TokenSet tokens
            = parsed(R"({"access_token":"a.b","scopes":"full_access:read Contact:action",
            "token_type":"bearer","expires_in":300,"refresh token":"r","refresh token expires in":86400,
            "requested by id":"1234567890"})");
        QCOMPARE(tokens.accessToken.reveal(), QByteArray("a.b"));
        QCOMPARE(tokens.scope.value(), (QStringList {u"full_access:read"_s, u"Contact:action"_s}));
        QCOMPARE(tokens.refreshToken->reveal(), QByteArray("r"));
        QCOMPARE(tokens.refreshExpiresIn, 86400s);
        QVERIFY(!tokens.tokenTypeMissing);
    }

    void readsFormsWhereThePackSaysSo()
    {
        const HttpAnswer form
            = answer(200, "access_token=a%2Bb&token_type=bearer&expires_in=60&scope=x+y",
                     "application/x-www-form-urlencoded");
        const auto tokens = parseTokenResponse(form, {true, {}, {}, {}});
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->accessToken.reveal(), QByteArray("a+b"));
        QCOMPARE(tokens->expiresIn, 60s);
        QCOMPARE(tokens->scope->size(), 2);
        QVERIFY(!parseTokenResponse(form).ok());
    }

    void capturesNoTokens()
    {
        const QByteArray body = tokenBody(R"(,"refresh_token":"rt","site":{"id":7,"name":"a/b"})");
        const auto tokens = parseTokenResponse(
            answer(200, body), {},
            {capture(u"access_token"_s, u"x"_s), capture(u"refresh_token"_s, u"y"_s),
             capture(u"site.id"_s, u"site"_s),
             capture(u"site.name"_s, u"name"_s, u"[A-Za-z0-9-]+"_s),
             capture(u"none"_s, u"none"_s)});
        QVERIFY(tokens.ok());
        QCOMPARE(tokens->captures, (QMap<QString, QString> {{u"site"_s, u"7"_s}}));
    }

    void capturesNoTokenUnderAnotherName()
    {
        const QByteArray body = R"({"data":{"value":"access-token-1234"},"copy":"access-token-1234",
                                    "header":"Bearer access-token-1234","part":"token-1234"})";
        TokenAnswer shape;
        shape.paths = {{u"access_token"_s, u"data.value"_s}};
        const auto tokens
            = parseTokenResponse(answer(200, body), shape,
                                 {capture(u"data.value"_s, u"a"_s), capture(u"copy"_s, u"b"_s),
                                  capture(u"header"_s, u"c"_s), capture(u"part"_s, u"d"_s)});
        QVERIFY(tokens.ok());
        QVERIFY(tokens->captures.isEmpty());
    }

    // R30: a network's sign-in page says nothing about the grant.
    void recognisesSignInPages_data()
    {
        QTest::addColumn<HttpAnswer>("received");
        QTest::newRow("200 HTML") << answer(200, "<!DOCTYPE html><html><body>Wi-Fi</body></html>",
                                            "text/html");
        QTest::newRow("labelled JSON") << answer(200, "\n<HTML><head></head></HTML>");
        QTest::newRow("XHTML") << answer(
            200, "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\">", "text/xml");
        QTest::newRow("HTML fragment")
            << answer(200, "<meta http-equiv=refresh content=0>", "text/html; charset=x");
        QTest::newRow("511") << answer(511, "{}");
        QTest::newRow("302") << HttpAnswer {302, {{"Location", "http://portal.example/login"}}, {}};
    }
    void recognisesSignInPages()
    {
        QFETCH(const HttpAnswer, received);
        for (const auto origin : {ErrorOrigin::TokenEndpoint, ErrorOrigin::Resource}) {
            const AuthError error = tokenEndpointError(received, origin);
            QCOMPARE(toString(error.origin), toString(ErrorOrigin::Transport));
            QVERIFY(error.is(code::captivePortal));
            QCOMPARE(error.httpStatus, received.status);
        }
        const auto tokens = parseTokenResponse(received);
        QVERIFY(!tokens.ok());
        QVERIFY(tokens.error().is(code::captivePortal));
    }

    void jsonLabelledAsHtmlIsJson()
    {
        QVERIFY(parseTokenResponse(answer(200, tokenBody(), "text/html")).ok());
    }

    void otherRedirectsAreTheProvidersFault()
    {
        for (const int status : {301, 303, 307, 308}) {
            const AuthError error
                = tokenEndpointError({status, {{"Location", "https://elsewhere.example/"}}, {}},
                                     ErrorOrigin::TokenEndpoint);
            QVERIFY(error.is(code::redirected));
            QCOMPARE(toString(error.origin), toString(ErrorOrigin::Transport));
        }
        QVERIFY(tokenEndpointError({302, {{"Location", "/login"}}, {}}, ErrorOrigin::TokenEndpoint)
                    .is(code::redirected));
    }

    // R31, R38: every form of a refusal keeps the server's own words.
    void readsRefusals_data()
    {
        QTest::addColumn<HttpAnswer>("received");
        QTest::addColumn<QString>("errorCode");
        QTest::addColumn<QString>("providerCode");
        QTest::addColumn<QString>("description");
        const QJsonArray rows = test::ownRows("token-response/refusals.json").array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            const QJsonValue body = row["body"_L1];
            const QByteArray bytes = body.isObject() ? QJsonDocument(body.toObject()).toJson()
                : body.isArray()                     ? QJsonDocument(body.toArray()).toJson()
                                                     : body.toString().toUtf8();
            QTest::newRow(row["name"_L1].toString().toUtf8().constData())
                << answer(row["status"_L1].toInt(), bytes,
                          row["type"_L1].toString(u"application/json"_s).toLatin1())
                << row["code"_L1].toString() << row["provider_code"_L1].toString()
                << row["description"_L1].toString();
        }
    }
    void readsRefusals()
    {
        QFETCH(const HttpAnswer, received);
        QFETCH(const QString, errorCode);
        QFETCH(const QString, providerCode);
        QFETCH(const QString, description);
        const auto tokens = parseTokenResponse(received);
        QVERIFY(!tokens.ok());
        const AuthError &error = tokens.error();
        QCOMPARE(toString(error.origin), toString(ErrorOrigin::TokenEndpoint));
        QCOMPARE(error.httpStatus, received.status);
        QCOMPARE(error.code, errorCode);
        QCOMPARE(error.providerCode, providerCode);
        QCOMPARE(error.description, description);
        QVERIFY(!error.evidence.contains("canary"));
        if (!received.isSuccess())
            QCOMPARE(error.evidence, received.body);
    }

    // R39: no body, no code; classify() makes it a reconnect.
    void anEmpty400NamesTheTokenEndpoint()
    {
        const AuthError error = tokenEndpointError({400, {}, {}}, ErrorOrigin::TokenEndpoint);
        QCOMPARE(toString(error.origin), toString(ErrorOrigin::TokenEndpoint));
        QCOMPARE(error.code, QString());
        QCOMPARE(error.httpStatus, 400);
    }

    void anEmptyErrorIsNone()
    {
        for (const char *empty : {"null", "\"\"", "false", "{}"})
            QVERIFY2(
                parseTokenResponse(answer(200, tokenBody(QByteArray(",\"error\":") + empty))).ok(),
                empty);
    }

    void keepsHeadersThatMatter()
    {
        HttpAnswer received = answer(429, R"({"error":"slow"})");
        received.headers
            += {{"retry-after", "120"},
                {"WWW-Authenticate", "Basic realm=\"a\""},
                {"www-authenticate", "Bearer error=\"invalid_token\", error_description=\"gone\""}};
        AuthError error = tokenEndpointError(received, ErrorOrigin::Resource);
        QCOMPARE(error.retryAfter, 120s);
        QCOMPARE(error.challenge.count('\n'), 1);
        QCOMPARE(error.code, u"slow"_s);
        QCOMPARE(error.description, u"gone"_s);

        received.body.clear();
        QCOMPARE(tokenEndpointError(received, ErrorOrigin::Resource).code, u"invalid_token"_s);
        QCOMPARE(tokenEndpointError(received, ErrorOrigin::TokenEndpoint).code, QString());

        received.headers += HttpHeader {"Retry-After", "60"};
        QVERIFY(!tokenEndpointError(received, ErrorOrigin::Resource).retryAfter);
    }

    void measuresRetryDatesByTheServersClock()
    {
        HttpAnswer received = answer(503, "");
        received.headers += {{"Retry-After", "Tue, 03 Mar 2026 07:10:09 GMT"}};
        QVERIFY(!tokenEndpointError(received, ErrorOrigin::TokenEndpoint).retryAfter);
        const QDateTime now(QDate(2026, 3, 3), QTime(7, 9, 9), Qt::UTC);
        QCOMPARE(tokenEndpointError(received, ErrorOrigin::TokenEndpoint, now).retryAfter, 60s);
        received.headers += {{"Date", "Tue, 03 Mar 2026 07:08:09 GMT"}};
        QCOMPARE(tokenEndpointError(received, ErrorOrigin::TokenEndpoint, now).retryAfter, 120s);
    }

    void boundsWhatItKeeps()
    {
        const QJsonObject body {{u"error"_s, QString(500000, u'e')},
                                {u"error_description"_s, QString(500000, u'd')}};
        const QByteArray huge = QJsonDocument(body).toJson();
        const AuthError error = tokenEndpointError(answer(400, huge), ErrorOrigin::TokenEndpoint);
        QCOMPARE(error.evidence.size(), 8192);
        QVERIFY(error.code.size() <= 200);
        QVERIFY(error.description.size() <= 2000);
    }

    // R32
    void storesNothingFromTheJsonSuite()
    {
        RELINK_NEED("JSONTestSuite/test_parsing")
        const QDir folder(corpus);
        const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
        QCOMPARE(files.size(), 318);
        for (const QString &file : files) {
            const QByteArray body = test::fileContent(folder.filePath(file));
            for (const bool form : {false, true}) {
                for (const int status : {200, 400}) {
                    const auto tokens
                        = parseTokenResponse(answer(status, body), {form, {}, {}, {}});
                    QVERIFY2(!tokens.ok(), qPrintable(file));
                    QVERIFY(tokens.error().evidence.size() <= 8192);
                }
            }
        }
    }

    void survivesDepth()
    {
        for (const int depth : {500, 5000, 200000}) {
            QVERIFY(!parseTokenResponse(answer(200, QByteArray(depth, '['))).ok());
            QVERIFY(!parseTokenResponse(answer(200, QByteArray("{\"a\":").repeated(depth))).ok());
        }
    }

    // R32
    void aDoubledKeyIsNoToken_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("readable");
        const auto row
            = [](const char *name, const char *body, bool readable, const QString &path = {}) {
                  QTest::newRow(name) << QByteArray(body).replace('\'', '"') << path << readable;
              };
        row("the token", "{'access_token':'a','access_token':'b'}", false);
        row("the same token", "{'access_token':'a','access_token':'a'}", false);
        row("behind an escape", "{'access_token':'a','access\\u005ftoken':'b'}", false);
        row("the refresh token", "{'access_token':'a','refresh_token':'b','refresh_token':'c'}",
            false);
        row("the lifetime", "{'expires_in':1,'access_token':'a','expires_in':2}", false);
        row("what is around it", "{'d':{'access_token':'a'},'d':{'access_token':'b'}}", false,
            u"d.access_token"_s);
        row("in the object of it", "{'d':{'access_token':'a','access_token':'b'}}", false,
            u"d.access_token"_s);
        row("further out", "{'e':{'x':1,'x':2,'d':[{'access_token':'a'}]}}", false,
            u"e.d[0].access_token"_s);
        row("beside it and further in", "{'access_token':'a','user':{'id':1,'id':2}}", true);
        row("in a list beside it", "{'access_token':'a','shops':[{'id':1,'id':2}]}", true);
        row("another way to it", "{'d':{'access_token':'a'},'e':{'x':1,'x':2}}", true,
            u"d.access_token"_s);
        row("in a text", "{'access_token':'a','note':'\\'x\\':1,\\'x\\':2'}", true);
        row("in two objects", "{'access_token':'a','x':1,'d':{'x':1},'e':{'x':1}}", true);
        row("as a form", "access_token=a&access_token=b", false);
        row("any part of a form", "scope=a&access_token=a&scope=b", false);
        row("a form", "access_token=a&scope=b", true);
    }
    void aDoubledKeyIsNoToken()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, path);
        QFETCH(const bool, readable);
        TokenAnswer shape;
        shape.form = true;
        if (!path.isEmpty())
            shape.paths.insert(u"access_token"_s, path);
        const auto tokens = parseTokenResponse(answer(200, body), shape);
        QCOMPARE(tokens.ok(), readable);
        if (readable)
            QCOMPARE(tokens->accessToken.reveal(), QByteArray("a"));
        else
            QCOMPARE(tokens.error().code, u"unreadable_answer"_s);
    }

    void aDoubledKeyIsNoLogin()
    {
        const auto key = [](const char *body, const QString &path) {
            const auto read = parseLoginAnswer(answer(200, body), path, {});
            return read ? read->reveal() : read.error().code.toLatin1();
        };
        QCOMPARE(key("{\"Token\":\"a\",\"Token\":\"b\"}", u"Token"_s),
                 QByteArray("unreadable_answer"));
        QCOMPARE(key("{\"data\":{\"token\":\"a\",\"x\":1,\"x\":2}}", u"data.Token"_s),
                 QByteArray("unreadable_answer"));
        QCOMPARE(key("{\"Token\":\"a\",\"user\":{\"x\":1,\"x\":2}}", u"Token"_s), QByteArray("a"));
    }

    void agreesWithTheRfcVectors()
    {
        RELINK_NEED("oauth-vectors/vectors.json")
        const QJsonDocument vectors = QJsonDocument::fromJson(test::fileContent(corpus));
        for (const QJsonValue &row : vectors["token_success"_L1].toArray()) {
            QJsonObject body = row["body"_L1].toObject();
            const auto foreign = parseTokenResponse(answer(200, QJsonDocument(body).toJson()));
            QVERIFY(!foreign.ok()); // its type is `example`
            body.insert(u"token_type"_s, u"bearer"_s);
            const auto tokens = parseTokenResponse(answer(200, QJsonDocument(body).toJson()));
            QVERIFY(tokens.ok());
            QCOMPARE(tokens->expiresIn, 3600s);
        }
        for (const QJsonValue &row : vectors["token_error"_L1].toArray()) {
            const AuthError error = tokenEndpointError(
                answer(row["status"_L1].toInt(), QJsonDocument(row["body"_L1].toObject()).toJson()),
                ErrorOrigin::TokenEndpoint);
            QCOMPARE(error.code, row["body"_L1]["error"_L1].toString());
        }
    }
};

RELINK_TEST(TokenResponseTest)
#include "tst_tokenresponse.moc"
