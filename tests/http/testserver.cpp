// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/rawclient.h"
#include "support/testmain.h"

#include "http/server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QProcess>

using namespace relink;
using namespace relink::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QHostAddress loopback(QHostAddress::LocalHost);

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

//! A server that keeps every request and answers "seen METHOD PATH".
struct Echo
{
    explicit Echo(const http::Limits &limits = {})
        : server(limits, [this](const std::shared_ptr<http::Exchange> &exchange) {
            requests.append(exchange->request());
            exchange->respond(
                {200,
                 {{"Content-Type", "text/plain"}},
                 "seen " + exchange->request().method + ' ' + exchange->request().path});
        })
    {
        if (!server.listen(loopback, 0))
            qFatal("no free port on loopback");
    }

    QList<http::Request> requests;
    http::Server server;
};

} // namespace

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
    void refusesWithAStatus_data();
    void refusesWithAStatus();
    void survivesGarbage_data();
    void survivesGarbage();
    void refusesAMebibyteRequestLine();
    void keepsMemoryBounded();
    void refusesATrickle();
    void aTlsHelloIsRefusedAtOnce();
    void idleClientsDoNotBlock();
    void closesConnectionsOverTheLimit();
    void ignoresWhatIsPipelined();
    void headNeverGetsABody();
    void answersLater();
    void aSecondAnswerIsIgnored();
    void droppingAnExchangeClosesTheConnection();
    void abortClosesWithoutAWord();
    void survivesClientsThatVanish();
    void aRequestWhoseClientLeftIsStillHandedOver();
    void aClientThatNeverReadsIsDropped();
    void mayBeDeletedByItsHandler();
    void closingKeepsOpenExchangesOnly();
    void headersCannotBeBroken();
    void listensOnLoopbackOnly();
    void refusesOtherAddresses();
    void portIsFreeAfterClose();
    void saysWhyItCannotListen();
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

void ServerTest::refusesWithAStatus_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("http/0.9") << QByteArray("GET /callback\r\n") << 400;
    QTest::newRow("no version, segmented head") << QByteArray("GET / \r\n") << 400;
    QTest::newRow("http/2") << QByteArray("GET / HTTP/2.0\r\n") << 505;
    QTest::newRow("long headers") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: "
                                                + QByteArray(20'000, 'x'))
                                  << 431;
    QTest::newRow("many headers") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n"
                                                + QByteArray("X: y\r\n").repeated(4'000))
                                  << 431;
    QTest::newRow("body not wanted")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na") << 413;
    QTest::newRow("huge body announced")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999\r\n\r\n") << 413;
    QTest::newRow("chunked") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n")
                             << 501;
    QTest::newRow("nothing at all") << QByteArray() << 408;
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: ") << 408;
}

void ServerTest::refusesWithAStatus()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Echo echo({.receive = 300ms});
    RawClient client(echo.server.port());
    client.send(bytes);
    const QByteArray answer = client.readToEnd();
    QCOMPARE(statusOf(answer), status);
    QVERIFY(answer.contains("Content-Type: text/plain"));
    QVERIFY(echo.requests.isEmpty());
}

void ServerTest::survivesGarbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QJsonArray own
        = readJson(QStringLiteral(RELINK_TEST_DATA "/http/garbage.json"))["strings"_L1].toArray();
    QVERIFY(own.size() > 10);
    for (const QJsonValue &row : own) {
        const QByteArray hex = row["hex"_L1].toString().toLatin1();
        QTest::newRow(row["name"_L1].toString().toUtf8().constData())
            << (hex.isEmpty() ? row["text"_L1].toString().toUtf8() : QByteArray::fromHex(hex));
    }
    const QString shared = QStringLiteral(
        RELINK_SHARED_DIR "/data/loopback-garbage/owncloud-random-connections.json");
    const QJsonArray others = readJson(shared)["hex"_L1].toArray();
    for (qsizetype i = 0; i < others.size(); ++i) {
        QTest::addRow("third party %d", int(i))
            << QByteArray::fromHex(others.at(i).toString().toLatin1());
    }
    if (others.isEmpty())
        qInfo("third-party byte strings are not here; only the project's own are run");
}

void ServerTest::survivesGarbage()
{
    QFETCH(QByteArray, bytes);
    Echo echo({.receive = 200ms});
    RawClient garbage(echo.server.port());
    garbage.send(bytes);
    const int status = statusOf(garbage.readToEnd());
    QVERIFY2(status >= 400 && status < 600, QByteArray::number(status));
    QVERIFY(echo.requests.isEmpty());

    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(bodyOf(client.readToEnd()), "seen GET /real");
}

void ServerTest::refusesAMebibyteRequestLine()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("GET /" + QByteArray(1024 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n");
    // The refusal arrives although the client is still sending.
    QCOMPARE(statusOf(client.readToEnd()), 431);
    QVERIFY(echo.requests.isEmpty());
}

void ServerTest::keepsMemoryBounded()
{
    const auto residentKib = [] {
        QFile file(u"/proc/self/status"_s);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toInt();
        }
        return 0;
    };
    if (residentKib() == 0)
        QSKIP("the memory of a process is read from /proc, which this system lacks");
    // Another process sends, so that its buffers are not counted here.
    Echo echo;
    QProcess sender;
    sender.start(u"/bin/bash"_s,
                 {u"-c"_s,
                  u"for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do "
                  "(exec 3<>/dev/tcp/127.0.0.1/%1; head -c 20000000 /dev/zero | tr '\\0' a >&3) & "
                  "done; wait"_s.arg(echo.server.port())});
    if (!sender.waitForStarted())
        QSKIP("the flood is sent by bash, which this system lacks");
    const int before = residentKib();
    int peak = before;
    while (sender.state() != QProcess::NotRunning) {
        QTest::qWait(5);
        peak = qMax(peak, residentKib());
    }
    // 16 connections of 64 KiB, and as much again for the test's own noise.
    QVERIFY2(peak - before <= 2 * 16 * 64, QByteArray::number(peak - before));
    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(bodyOf(client.readToEnd()), "seen GET /real");
}

void ServerTest::refusesATrickle()
{
    Echo echo({.receive = 600ms});
    RawClient slow(echo.server.port());
    QTimer drip;
    const QByteArray request = get("/callback?code=slow");
    qsizetype sent = 0;
    connect(&drip, &QTimer::timeout, this, [&] {
        if (sent < request.size() && slow.socket().state() == QAbstractSocket::ConnectedState)
            slow.send(request.mid(sent++, 1));
    });
    drip.start(50);
    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(statusOf(client.readToEnd()), 200);
    QCOMPARE(statusOf(slow.readToEnd()), 408);
    QVERIFY(sent > 5);
    QCOMPARE(echo.requests.size(), 1);
}

void ServerTest::aTlsHelloIsRefusedAtOnce()
{
    Echo echo({.receive = 60s});
    RawClient client(echo.server.port());
    client.send(QByteArray::fromHex("1603010200010001fc0303") + QByteArray(300, '\x55'));
    QCOMPARE(statusOf(client.readToEnd(2000)), 400);
}

void ServerTest::idleClientsDoNotBlock()
{
    Echo echo({.receive = 60s});
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 3; ++i)
        idle.push_back(std::make_unique<RawClient>(echo.server.port()));
    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(statusOf(client.readToEnd()), 200);
    for (const auto &other : idle)
        QCOMPARE(other->socket().state(), QAbstractSocket::ConnectedState);
}

void ServerTest::closesConnectionsOverTheLimit()
{
    Echo echo({.connections = 3, .receive = 60s});
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 3; ++i)
        idle.push_back(std::make_unique<RawClient>(echo.server.port()));
    QTest::qWait(20);
    {
        RawClient over(echo.server.port());
        QCOMPARE(over.readToEnd(2000), QByteArray());
    }
    idle.pop_back();
    QTest::qWait(20);
    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(statusOf(client.readToEnd()), 200);
}

void ServerTest::ignoresWhatIsPipelined()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/first") + get("/second") + QByteArray(50'000, '\x01'));
    const QByteArray answer = client.readToEnd();
    QVERIFY(!answer.contains("/second"));
    QCOMPARE(echo.requests.size(), 1);
    QCOMPARE(echo.requests.first().path, "/first");
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
    QVERIFY(server.listen(loopback, 0));
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
    QVERIFY(server.listen(loopback, 0));
    RawClient client(server.port());
    client.send(get("/"));
    const QByteArray answer = client.readToEnd();
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer), "first");
}

void ServerTest::droppingAnExchangeClosesTheConnection()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(server.listen(loopback, 0));
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
    QVERIFY(server.listen(loopback, 0));
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(client.readToEnd(2000), QByteArray());
}

void ServerTest::survivesClientsThatVanish()
{
    std::shared_ptr<http::Exchange> waiting;
    http::Server server({}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        if (exchange->request().path == "/big")
            exchange->respond({200, {}, QByteArray(20'000'000, 'x')});
        else if (exchange->request().path == "/later")
            waiting = exchange;
        else
            exchange->respond({200, {}, "alive"});
    });
    QVERIFY(server.listen(loopback, 0));
    {
        // In the middle of the reply.
        RawClient client(server.port());
        client.socket().setReadBufferSize(1000);
        client.send(get("/big"));
        QTRY_VERIFY(client.socket().bytesAvailable() > 0);
        client.socket().abort();
    }
    {
        // Before the reply.
        RawClient client(server.port());
        client.send(get("/later"));
        QTRY_VERIFY(waiting);
        client.socket().abort();
        QTRY_VERIFY(!waiting->isOpen());
        waiting->respond({200, {}, "nobody is there"});
        waiting.reset();
    }
    {
        // In the middle of the request.
        RawClient client(server.port());
        client.send("GET / HT");
        QTest::qWait(5);
        client.socket().abort();
    }
    RawClient client(server.port());
    client.send(get("/"));
    QCOMPARE(bodyOf(client.readToEnd()), "alive");
}

void ServerTest::aRequestWhoseClientLeftIsStillHandedOver()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/callback?code=c"));
    client.socket().disconnectFromHost();
    QTRY_COMPARE(echo.requests.size(), 1);
    QCOMPARE(echo.requests.first().query, "code=c");
}

void ServerTest::aClientThatNeverReadsIsDropped()
{
    std::shared_ptr<http::Exchange> kept;
    http::Server server({.receive = 400ms}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        kept = exchange;
        exchange->respond({200, {}, QByteArray(20'000'000, 'x')});
    });
    QVERIFY(server.listen(loopback, 0));
    RawClient client(server.port());
    client.socket().setReadBufferSize(1000);
    client.send(get("/"));
    QTRY_VERIFY(kept);
    QVERIFY(kept->isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!kept->isOpen(), 3'000);
}

void ServerTest::mayBeDeletedByItsHandler()
{
    std::unique_ptr<http::Server> server;
    server = std::make_unique<http::Server>(
        http::Limits {}, [&server](const std::shared_ptr<http::Exchange> &exchange) {
            exchange->respond({200, {}, "last words"});
            server.reset();
        });
    QVERIFY(server->listen(loopback, 0));
    RawClient client(server->port());
    client.send(get("/"));
    QCOMPARE(bodyOf(client.readToEnd()), "last words");
    QVERIFY(!server);
}

void ServerTest::closingKeepsOpenExchangesOnly()
{
    std::shared_ptr<http::Exchange> waiting;
    http::Server server({.receive = 60s}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        waiting = exchange;
    });
    QVERIFY(server.listen(loopback, 0));
    const quint16 port = server.port();
    RawClient idle(port);
    RawClient client(port);
    client.send(get("/"));
    QTRY_VERIFY(waiting);
    server.close();
    QCOMPARE(server.port(), 0);
    QCOMPARE(idle.readToEnd(1000), QByteArray());
    QVERIFY(!RawClient(port).isConnected());
    waiting->respond({200, {}, "still"});
    QCOMPARE(bodyOf(client.readToEnd()), "still");
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
    QVERIFY(server.listen(loopback, 0));
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

void ServerTest::listensOnLoopbackOnly()
{
    Echo echo;
    QFile table(u"/proc/net/tcp"_s);
    if (!table.open(QIODevice::ReadOnly))
        QSKIP("the system's table of sockets is read from /proc, which this system lacks");
    const QByteArray port
        = QByteArray::number(echo.server.port(), 16).rightJustified(4, '0').toUpper();
    QList<QByteArray> bound;
    const QList<QByteArray> lines = table.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        // 0A is LISTEN.
        if (columns.size() > 3 && columns.at(3) == "0A" && columns.at(1).endsWith(port))
            bound.append(columns.at(1).left(8));
    }
    QCOMPARE(bound, QList<QByteArray>({"0100007F"}));
    QFile table6(u"/proc/net/tcp6"_s);
    if (table6.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines6 = table6.readAll().split('\n');
        for (const QByteArray &line : lines6) {
            const QList<QByteArray> columns = line.simplified().split(' ');
            QVERIFY(columns.size() < 4 || columns.at(3) != "0A" || !columns.at(1).endsWith(port));
        }
    }
    // What another machine would try.
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            QVERIFY(!RawClient(echo.server.port(), address).isConnected());
    }
}

void ServerTest::refusesOtherAddresses()
{
    http::Server server({}, [](const std::shared_ptr<http::Exchange> &) {});
    for (const QHostAddress &address :
         {QHostAddress(QHostAddress::Any), QHostAddress(QHostAddress::AnyIPv4),
          QHostAddress(QHostAddress::AnyIPv6), QHostAddress(u"192.0.2.1"_s), QHostAddress()}) {
        QVERIFY(!server.listen(address, 0));
        QCOMPARE(server.port(), 0);
        QVERIFY(!server.errorString().isEmpty());
    }
}

void ServerTest::portIsFreeAfterClose()
{
    http::Server first({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(first.listen(loopback, 0));
    const quint16 port = first.port();
    first.close();
    http::Server second({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY2(second.listen(loopback, port), qPrintable(second.errorString()));
}

void ServerTest::saysWhyItCannotListen()
{
    Echo echo;
    http::Server second({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(!second.listen(loopback, echo.server.port()));
    QVERIFY(!second.errorString().isEmpty());
    QCOMPARE(second.port(), 0);
}

RELINK_TEST(ServerTest)

#include "testserver.moc"
