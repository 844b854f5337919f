// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/echo.h"
#include "http/rawclient.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <vector>

using namespace relink;
using namespace relink::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class AbuseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void survivesClientsThatVanish();
    void aRequestWhoseClientLeftIsStillHandedOver();
    void aClientThatNeverReadsIsDropped();
};

void AbuseTest::refusesWithAStatus_data()
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

void AbuseTest::refusesWithAStatus()
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

void AbuseTest::survivesGarbage_data()
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

void AbuseTest::survivesGarbage()
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

void AbuseTest::refusesAMebibyteRequestLine()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send("GET /" + QByteArray(1024 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n");
    // The refusal arrives although the client is still sending.
    QCOMPARE(statusOf(client.readToEnd()), 431);
    QVERIFY(echo.requests.isEmpty());
}

void AbuseTest::keepsMemoryBounded()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer keeps freed memory, so that there is nothing to measure");
#endif
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
    // Another process sends, so that its buffers are not counted here: 16 times 20 MB.
    Echo echo;
    QProcess sender;
    sender.start(
        u"/bin/bash"_s,
        {u"-c"_s,
         u"for i in {1..16}; do (exec 3<>/dev/tcp/127.0.0.1/%1 && echo connected; "
         "head -c 20000000 /dev/zero | tr '\\0' a >&3) & done; wait"_s.arg(echo.server.port())});
    if (!sender.waitForStarted())
        QSKIP("the flood is sent by bash, which this system lacks");
    const int before = residentKib();
    int peak = before;
    while (sender.state() != QProcess::NotRunning) {
        QTest::qWait(5);
        peak = qMax(peak, residentKib());
    }
    QCOMPARE(sender.readAllStandardOutput().count("connected"), 16);
    // 16 connections of 64 KiB, and as much again for the test's own noise.
    QVERIFY2(peak - before <= 2 * 16 * 64, QByteArray::number(peak - before));
    RawClient client(echo.server.port());
    client.send(get("/real"));
    QCOMPARE(bodyOf(client.readToEnd()), "seen GET /real");
}

void AbuseTest::refusesATrickle()
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

void AbuseTest::aTlsHelloIsRefusedAtOnce()
{
    Echo echo({.receive = 60s});
    RawClient client(echo.server.port());
    client.send(QByteArray::fromHex("1603010200010001fc0303") + QByteArray(300, '\x55'));
    QCOMPARE(statusOf(client.readToEnd(2000)), 400);
}

void AbuseTest::idleClientsDoNotBlock()
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

void AbuseTest::closesConnectionsOverTheLimit()
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

void AbuseTest::ignoresWhatIsPipelined()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/first") + get("/second") + QByteArray(50'000, '\x01'));
    const QByteArray answer = client.readToEnd();
    QVERIFY(!answer.contains("/second"));
    QCOMPARE(echo.requests.size(), 1);
    QCOMPARE(echo.requests.first().path, "/first");
}

void AbuseTest::survivesClientsThatVanish()
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
    QVERIFY(server.listen(loopback(), 0));
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

void AbuseTest::aRequestWhoseClientLeftIsStillHandedOver()
{
    Echo echo;
    RawClient client(echo.server.port());
    client.send(get("/callback?code=c"));
    client.socket().disconnectFromHost();
    QTRY_COMPARE(echo.requests.size(), 1);
    QCOMPARE(echo.requests.first().query, "code=c");
}

void AbuseTest::aClientThatNeverReadsIsDropped()
{
    std::shared_ptr<http::Exchange> kept;
    http::Server server({.receive = 400ms}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        kept = exchange;
        exchange->respond({200, {}, QByteArray(20'000'000, 'x')});
    });
    QVERIFY(server.listen(loopback(), 0));
    RawClient client(server.port());
    client.socket().setReadBufferSize(1000);
    client.send(get("/"));
    QTRY_VERIFY(kept);
    QVERIFY(kept->isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!kept->isOpen(), 3'000);
}

RELINK_TEST(AbuseTest)

#include "testabuse.moc"
