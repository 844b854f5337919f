// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httprequests.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! The promises of HttpClient about what it sends and about whole answers.
class HttpClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wholeAnswerIsAValue_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const int status : {200, 201, 400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500,
                                 501, 502, 503, 504, 511, 599}) {
            QTest::addRow("POST %d", status) << status << QByteArray("POST");
            QTest::addRow("GET %d", status) << status << QByteArray("GET");
        }
        QTest::addRow("DELETE 403") << 403 << QByteArray("DELETE");
        QTest::addRow("PUT 409") << 409 << QByteArray("PUT");
    }
    void wholeAnswerIsAValue()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, method);
        const QByteArray body = R"({"error":"invalid_grant","error_description":"gone"})";
        MisbehavingServer server(behaves::answering(
            status, body, "Content-Type: application/json\r\nRetry-After: 120\r\n"));
        HttpClient client;
        HttpRequest request
            = method == "GET" ? get(server.url(u"/x"_s)) : post(server.url(u"/x"_s));
        request.method = method;
        if (method == "DELETE")
            request.body.clear();
        const Result<HttpAnswer> answer = outcomeOf(client.send(request));
        QVERIFY2(answer.ok(), qPrintable(codeOf(answer)));
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, body);
        QCOMPARE(answer->header("retry-after"), QByteArray("120"));
        QCOMPARE(answer->header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().method, method);
        QCOMPARE(server.requests().first().body, request.body);
    }

    void unauthorizedKeepsBodyAndChallenge_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("none") << QByteArray() << QByteArray();
        QTest::newRow("bearer") << QByteArray(
            "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n")
                                << QByteArray("Bearer error=\"invalid_token\"");
        QTest::newRow("basic") << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n")
                               << QByteArray("Basic realm=\"x\"");
        QTest::newRow("digest") << QByteArray(
            "WWW-Authenticate: Digest realm=\"x\", nonce=\"n\", qop=\"auth\"\r\n")
                                << QByteArray("Digest realm=\"x\", nonce=\"n\", qop=\"auth\"");
        QTest::newRow("ntlm") << QByteArray("WWW-Authenticate: NTLM\r\n") << QByteArray("NTLM");
        QTest::newRow("negotiate")
            << QByteArray("WWW-Authenticate: Negotiate\r\n") << QByteArray("Negotiate");
        QTest::newRow("two lines")
            << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n"
                          "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n")
            << QByteArray("Bearer error=\"invalid_token\"");
    }
    void unauthorizedKeepsBodyAndChallenge()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QByteArray, expected);
        for (const QByteArray &method : {QByteArray("GET"), QByteArray("POST")}) {
            for (const bool keepAlive : {false, true}) {
                MisbehavingServer server(
                    behaves::answering(401, R"({"error":"invalid_client"})", lines, keepAlive));
                HttpClient client;
                const HttpRequest request
                    = method == "GET" ? get(server.url()) : post(server.url());
                const Result<HttpAnswer> answer = outcomeOf(client.send(request));
                QVERIFY2(answer.ok(), qPrintable(codeOf(answer)));
                QCOMPARE(answer->status, 401);
                QCOMPARE(answer->body, QByteArray(R"({"error":"invalid_client"})"));
                QVERIFY(answer->headerLines("WWW-Authenticate").join('\n').contains(expected));
                QTest::qWait(20);
                QCOMPARE(server.requests().size(), 1);
            }
        }
    }

    void answersWithoutALengthAreWhole()
    {
        MisbehavingServer server(behaves::saying("HTTP/1.0 200 OK\r\n\r\n<html>sign in</html>"));
        HttpClient client;
        Result<HttpAnswer> answer = outcomeOf(client.send(post(server.url())));
        QVERIFY(answer.ok());
        QCOMPARE(answer->body, QByteArray("<html>sign in</html>"));

        server.setBehaviour(behaves::saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                            "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
        answer = outcomeOf(client.send(post(server.url())));
        QVERIFY(answer.ok());
        QCOMPARE(answer->body, QByteArray("abcde"));

        server.setBehaviour(behaves::saying("HTTP/1.1 204 No Content\r\n\r\n"));
        answer = outcomeOf(client.send(post(server.url())));
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, 204);
    }

    void compressedAnswersAreDeclined()
    {
        // gzip of {"ok":true}
        const QByteArray gzip
            = QByteArray::fromHex("1f8b0800000000000003ab56cacf56b22a292a4dad0500905fd4a70b000000");
        MisbehavingServer server(behaves::answering(200, gzip, "Content-Encoding: gzip\r\n"));
        HttpClient client;
        QCOMPARE(codeOf(outcomeOf(client.send(get(server.url())))), u"unreadable_answer"_s);
        QCOMPARE(server.requests().first().header("Accept-Encoding"), QByteArray("identity"));
        server.setBehaviour(behaves::answering(200, "{}", "Content-Encoding: identity\r\n"));
        QVERIFY(outcomeOf(client.send(get(server.url()))).ok());
    }

    void requestsSayWhoAsksForWhat()
    {
        MisbehavingServer server(behaves::answering(200, "{}"));
        HttpClient client;
        QVERIFY(outcomeOf(client.send(get(server.url(u"/a//b?x=%2B&y=1+2"_s)))).ok());
        const Received &request = server.requests().first();
        QCOMPARE(request.target, QByteArray("/a//b?x=%2B&y=1+2"));
        QCOMPARE(request.header("Accept"), QByteArray("application/json"));
        QVERIFY(request.header("User-Agent").startsWith("Relink/"));
        QCOMPARE(request.header("Host"), "127.0.0.1:" + QByteArray::number(server.port()));

        HttpRequest other = get(server.url());
        other.headers.append(HttpHeader {"Accept", "text/xml"});
        QVERIFY(outcomeOf(client.send(other)).ok());
        QCOMPARE(server.requests().at(1).header("Accept"), QByteArray("text/xml"));
    }

    // R25
    void redirectsAreNotFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        for (const int status : {300, 301, 302, 303, 305, 307, 308}) {
            QTest::addRow("POST %d", status) << status << QByteArray("POST");
            QTest::addRow("GET %d", status) << status << QByteArray("GET");
        }
    }
    void redirectsAreNotFollowed()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, method);
        MisbehavingServer thief(behaves::answering(200, R"({"access_token":"evil"})"));
        const QByteArray target = thief.url(u"/steal?secret=1"_s).toEncoded();
        MisbehavingServer server(
            behaves::answering(status, "moved", "Location: " + target + "\r\n"));
        HttpClient client;
        const Result<HttpAnswer> answer
            = outcomeOf(client.send(method == "GET" ? get(server.url()) : post(server.url())));
        QCOMPARE(codeOf(answer), u"redirected"_s);
        QVERIFY(answer.error().origin == ErrorOrigin::Transport);
        QCOMPARE(answer.error().httpStatus.value_or(0), status);
        QVERIFY(answer.error().description.contains(QString::number(thief.port())));
        QVERIFY(!answer.error().description.contains(u"secret"_s));
        QTest::qWait(50);
        QCOMPARE(thief.connections(), 0);
        QCOMPARE(server.requests().size(), 1);
    }

    void redirectWithinTheHostIsNotFollowed()
    {
        MisbehavingServer server(behaves::answering(307, {}, "Location: /elsewhere\r\n"));
        HttpClient client;
        QCOMPARE(codeOf(outcomeOf(client.send(post(server.url(u"/token"_s))))), u"redirected"_s);
        QTest::qWait(50);
        QCOMPARE(server.requests().size(), 1);
    }

    // R45
    void nothingIsRemembered()
    {
        MisbehavingServer server(behaves::answering(
            200, "{}",
            "Set-Cookie: session=merchant1; Path=/\r\nCache-Control: max-age=3600\r\n"
            "ETag: \"1\"\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n",
            true));
        HttpClient client;
        QVERIFY(outcomeOf(client.send(get(server.url(u"/me"_s)))).ok());
        HttpRequest second = get(server.url(u"/me"_s));
        second.headers = {{"Authorization", "Bearer other"}};
        QVERIFY(outcomeOf(client.send(second)).ok());
        QCOMPARE(server.requests().size(), 2); // no cache
        const Received &request = server.requests().at(1);
        QVERIFY(request.header("Cookie").isNull());
        QVERIFY(request.header("If-None-Match").isNull());
        QVERIFY(request.header("If-Modified-Since").isNull());
        QCOMPARE(request.header("Authorization"), QByteArray("Bearer other"));

        server.setBehaviour(
            behaves::answering(401, "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n", true));
        HttpRequest third = get(server.url(u"/me"_s));
        third.headers.clear();
        QVERIFY(outcomeOf(client.send(third)).ok());
        QVERIFY(outcomeOf(client.send(third)).ok());
        QCOMPARE(server.requests().size(), 4);
        QVERIFY(server.requests().at(2).header("Authorization").isNull());
        QVERIFY(server.requests().at(3).header("Authorization").isNull());
    }

    void unusableRequestsAreNotSent_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("http elsewhere") << u"http://192.0.2.1/token"_s;
        QTest::newRow("http by name") << u"http://example.invalid/token"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("ftp") << u"ftp://127.0.0.1/x"_s;
        QTest::newRow("data") << u"data:application/json,{}"_s;
        QTest::newRow("user name") << u"https://user:pw@127.0.0.1/token"_s;
        QTest::newRow("no host") << u"https:///token"_s;
        QTest::newRow("empty") << QString();
    }
    void unusableRequestsAreNotSent()
    {
        QFETCH(const QString, address);
        HttpClient client;
        const auto future = client.send(post(QUrl(address)));
        QVERIFY(future.isFinished());
        QCOMPARE(codeOf(future.result()), u"invalid_input"_s);
    }

    void headersCannotBeSmuggled()
    {
        MisbehavingServer server(behaves::answering(200, "{}"));
        HttpClient client;
        for (const QByteArray &value :
             {QByteArray("a\r\nX-Evil: 1"), QByteArray("a\nb"), QByteArray("a\0b", 3)}) {
            HttpRequest request = get(server.url());
            request.headers = {{"ms-apikey", value}};
            QCOMPARE(codeOf(outcomeOf(client.send(request))), u"invalid_input"_s);
        }
        QCOMPARE(server.connections(), 0);
    }

    void deletingTheClientInFlightIsClean()
    {
        MisbehavingServer silent(behaves::silent());
        MisbehavingServer dripping(
            behaves::dripping(5, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"));
        for (const int wait : {0, 1, 30}) {
            auto client = std::make_unique<HttpClient>();
            QList<QFuture<Result<HttpAnswer>>> futures;
            for (int i = 0; i < 8; ++i) {
                futures.append(client->send(post(silent.url())));
                futures.append(client->send(get(dripping.url())));
            }
            QTest::qWait(wait);
            client.reset();
            for (const auto &future : futures) {
                QVERIFY(future.isFinished());
                QVERIFY(future.isCanceled());
            }
            QTest::qWait(20);
        }
    }

    void theAnswerMayDeleteTheClient()
    {
        MisbehavingServer server(behaves::answering(200, "{}"));
        MisbehavingServer silent(behaves::silent());
        auto client = std::make_unique<HttpClient>();
        bool told = false;
        QObject context;
        const auto other = client->send(post(silent.url()));
        client->send(post(server.url())).then(&context, [&](const Result<HttpAnswer> &answer) {
            told = answer.ok();
            client.reset();
        });
        QTRY_VERIFY(told);
        QVERIFY(other.isCanceled());
        QTest::qWait(20);
    }
};

RELINK_TEST(HttpClientTest)
#include "httpclienttest.moc"
