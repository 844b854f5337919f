// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/echo.h"
#include "http/rawclient.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersARequest();
    void keepsTheRequestAsSent();
    void answersHttp10();
    void toleratesBareLineFeedsAndLeadingEmptyLines();
    void putsSegmentsTogether();
    void readsABodyInPieces();
    void givesLeaveToContinue();
    void headNeverGetsABody();
    void answersLater();
    void aSecondAnswerIsIgnored();
    void droppingAnExchangeClosesTheConnection();
    void abortClosesWithoutAWord();
    void mayBeDeletedByItsHandler();
    void headersCannotBeBroken();
};

void ServerTest::answersARequest()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/callback"));
    const QByteArray answer = client.readToEnd();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QVERIFY(answer.contains("\r\nContent-Length: 18\r\n"));
    QVERIFY(answer.contains("\r\nDate: "));
    QCOMPARE(bodyOf(answer), "seen GET /callback");
}

void ServerTest::keepsTheRequestAsSent()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("GET //a%2Fb?code=4%2F0A+b&state= HTTP/1.1\r\nhOsT:  127.0.0.1 \r\nX-Two: "
                "1\r\nX-Two: 2\r\n\r\n");
    QCOMPARE(statusOf(client.readToEnd()), 200);
    QCOMPARE(echo.requests.size(), 1);
    const http::Request &request = echo.requests.first();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.path, "//a%2Fb");
    QCOMPARE(request.query, "code=4%2F0A+b&state=");
    QCOMPARE(request.header("host"), "127.0.0.1");
    QCOMPARE(request.headers.size(), 3);
    QCOMPARE(request.headers.at(2).value, "2");
    QVERIFY(request.header("absent").isNull());
    QVERIFY(request.body.isEmpty());
}

void ServerTest::answersHttp10()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("GET / HTTP/1.0\r\n\r\n");
    QCOMPARE(statusOf(client.readToEnd()), 200);
}

void ServerTest::toleratesBareLineFeedsAndLeadingEmptyLines()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("\r\n\nGET /x HTTP/1.1\nHost: a\n\n");
    QCOMPARE(bodyOf(client.readToEnd()), "seen GET /x");
}

void ServerTest::putsSegmentsTogether()
{
    Echo echo;
    const QByteArray request = get("/callback?code=abc&state=def");
    // Every split point, and the worst: each byte a segment of its own.
    for (qsizetype split = 1; split < request.size(); split += 7) {
        RawClient client(echo.server.port());
        client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
        client.send(request.left(split));
        QTest::qWait(1);
        client.send(request.mid(split));
        QCOMPARE(statusOf(client.readToEnd()), 200);
        QCOMPARE(echo.requests.last().query, "code=abc&state=def");
    }
    RawClient client(echo.server.port());
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char c : request) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
    }
    QCOMPARE(statusOf(client.readToEnd()), 200);
    QCOMPARE(echo.requests.last().query, "code=abc&state=def");
}

void ServerTest::readsABodyInPieces()
{
    Echo echo({.body = 100'000});
    const QByteArray body(90'000, 'b');
    RawClient client(echo.server.port());
    client.send("POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n" + body.left(10));
    QTest::qWait(5);
    client.send(body.mid(10));
    QCOMPARE(statusOf(client.readToEnd()), 200);
    QCOMPARE(echo.requests.first().body, body);
}

void ServerTest::givesLeaveToContinue()
{
    Echo echo({.body = 100});
    RawClient client(echo.server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QTRY_VERIFY(client.socket().bytesAvailable() > 0);
    QCOMPARE(client.socket().readAll(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    QCOMPARE(statusOf(client.readToEnd()), 200);
    QCOMPARE(echo.requests.first().body, "abc");
}

void ServerTest::headNeverGetsABody()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("HEAD /callback HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray answer = client.readToEnd();
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("Content-Length: 19\r\n"));
    QCOMPARE(bodyOf(answer), "");
}

void ServerTest::answersLater()
{
    std::shared_ptr<http::Exchange> waiting;
    http::Server server({.receive = 50ms}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        waiting = exchange;
    });
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.send(get("/"));
    QTRY_VERIFY(waiting);
    // The time limit is for the request, not for the answer.
    QTest::qWait(120);
    QVERIFY(waiting->isOpen());
    waiting->respond({202, {}, "later"});
    const QByteArray answer = client.readToEnd();
    QCOMPARE(statusOf(answer), 202);
    QCOMPARE(bodyOf(answer), "later");
    QTRY_VERIFY(!waiting->isOpen());
}

void ServerTest::aSecondAnswerIsIgnored()
{
    http::Server server({}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        exchange->respond({200, {}, "first"});
        exchange->respond({500, {}, "second"});
        exchange->abort();
    });
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.send(get("/"));
    const QByteArray answer = client.readToEnd();
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer), "first");
}

void ServerTest::droppingAnExchangeClosesTheConnection()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(client.readToEnd(2000), QByteArray());
}

void ServerTest::abortClosesWithoutAWord()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &exchange) {
        exchange->abort();
        exchange->respond({200, {}, "too late"});
    });
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(client.readToEnd(2000), QByteArray());
}

void ServerTest::mayBeDeletedByItsHandler()
{
    std::unique_ptr<http::Server> server;
    server = std::make_unique<http::Server>(
        http::Limits {}, [&server](const std::shared_ptr<http::Exchange> &exchange) {
            exchange->respond({200, {}, "last words"});
            server.reset();
        });
    QVERIFY(server->listen(loopback(), 0));
    RawClient client(server->port());
    client.send(get("/"));
    QCOMPARE(bodyOf(client.readToEnd()), "last words");
    QVERIFY(!server);
}

void ServerTest::headersCannotBeBroken()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &exchange) {
        exchange->respond({302,
                           {{"Location", "/x\r\nSet-Cookie: a=b"},
                            {"X\r\nY", "z"},
                            {"Content-Length", "9999"},
                            {"Connection", "keep-alive"},
                            {"Date", "Sat, 01 Jan 2000 00:00:00 GMT"},
                            {"X-Fine", "yes"}},
                           "ok"});
    });
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.send(get("/"));
    const QByteArray answer = client.readToEnd();
    QVERIFY(!answer.contains("Set-Cookie"));
    QVERIFY(!answer.contains("\r\nY"));
    QVERIFY(!answer.contains("9999"));
    QVERIFY(!answer.contains("keep-alive"));
    QVERIFY(answer.contains("\r\nX-Fine: yes\r\n"));
    QCOMPARE(answer.count("\r\nDate: "), 1);
}

RELINK_TEST(ServerTest)

#include "testserver.moc"
