// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/transporterror.h"
#include "httprequests.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What HttpClient makes of connections that break, stall or never come about.
class TransportFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R26
    void brokenConnectionIsOnePost_data()
    {
        QTest::addColumn<MisbehavingServer::Behaviour>("behaviour");
        QTest::addColumn<QByteArray>("body");
        const QByteArray body = "grant_type=refresh_token&refresh_token=once";
        QTest::newRow("closed") << behaves::closing() << body;
        QTest::newRow("reset") << behaves::resetting() << body;
        QTest::newRow("closed, no body") << behaves::closing() << QByteArray();
        QTest::newRow("reset, no body") << behaves::resetting() << QByteArray();
        QTest::newRow("half a status line") << behaves::saying("HTTP/1.1 20") << body;
        QTest::newRow("half a header")
            << behaves::saying("HTTP/1.1 200 OK\r\nContent-Type: appl") << body;
        QTest::newRow("header only")
            << behaves::saying("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n") << body;
        QTest::newRow("large body, closed") << behaves::closing() << QByteArray(300 * 1024, 'x');
    }
    void brokenConnectionIsOnePost()
    {
        QFETCH(const MisbehavingServer::Behaviour, behaviour);
        QFETCH(const QByteArray, body);
        MisbehavingServer server(behaviour);
        HttpClient client;
        const Result<HttpAnswer> answer = outcomeOf(client.send(post(server.url(), body)));
        QCOMPARE(codeOf(answer), u"connection_lost"_s);
        QVERIFY(answer.error().origin == ErrorOrigin::Transport);
        QTest::qWait(300);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.connections(), 1);
    }

    void brokenKeptConnectionIsOnePost()
    {
        int count = 0;
        MisbehavingServer server([&count](QTcpSocket *socket, const Received &request) {
            if (++count == 1)
                behaves::answering(200, "{}", {}, true)(socket, request);
            else
                behaves::resetting()(socket, request);
        });
        HttpClient client;
        QVERIFY(outcomeOf(client.send(post(server.url()))).ok());
        QCOMPARE(codeOf(outcomeOf(client.send(post(server.url())))), u"connection_lost"_s);
        QTest::qWait(300);
        QCOMPARE(server.requests().size(), 2);
    }

    // R27
    void slowAnswersEndAtTheDeadline_data()
    {
        QTest::addColumn<MisbehavingServer::Behaviour>("behaviour");
        QTest::newRow("body") << behaves::dripping(
            100, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        QTest::newRow("header") << behaves::dripping(100, "HTTP/1.1 200 OK\r\nX-Slow: ");
        QTest::newRow("status line") << behaves::dripping(100, "HTTP/1.1 200 ");
        QTest::newRow("nothing") << behaves::silent();
    }
    void slowAnswersEndAtTheDeadline()
    {
        QFETCH(const MisbehavingServer::Behaviour, behaviour);
        MisbehavingServer server(behaviour);
        MisbehavingServer healthy(behaves::answering(200, "{}"));
        HttpClient client(quick(700));
        QElapsedTimer timer;
        timer.start();
        auto slow = client.send(post(server.url()));
        // The others and the window go on meanwhile.
        QVERIFY(outcomeOf(client.send(get(healthy.url()))).ok());
        QVERIFY(!slow.isFinished());
        qint64 worst = 0;
        QElapsedTimer gap;
        gap.start();
        while (!slow.isFinished() && timer.elapsed() < 5000) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            worst = std::max(worst, gap.restart());
        }
        QCOMPARE(codeOf(outcomeOf(slow)), u"timeout"_s);
        QVERIFY2(timer.elapsed() >= 600 && timer.elapsed() < 2500,
                 qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(worst < 400, qPrintable(QString::number(worst)));
        QCOMPARE(server.requests().size(), 1);
    }

    void silenceEndsBeforeTheDeadline()
    {
        MisbehavingServer server(behaves::silent());
        HttpLimits limits;
        limits.silence = std::chrono::milliseconds(300);
        HttpClient client(limits);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(codeOf(outcomeOf(client.send(post(server.url())))), u"timeout"_s);
        QVERIFY(timer.elapsed() < 3000);
    }

    // R29
    void cutAnswersAreNeverHalfBelieved_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray half = R"({"access_token":"half","expires_in":3600})";
        QTest::newRow("length too long")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n" + half);
        QTest::newRow("length one too long")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: "
                          + QByteArray::number(half.size() + 1) + "\r\n\r\n" + half);
        QTest::newRow("chunk cut")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" + half);
        QTest::newRow("last chunk missing")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                          + QByteArray::number(half.size(), 16) + "\r\n" + half + "\r\n");
        QTest::newRow("error cut") << QByteArray("HTTP/1.1 400 Bad\r\nContent-Length: 4000\r\n\r\n"
                                                 "{\"error\":\"invalid_grant\"}");
        QTest::newRow("401 cut") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 4000\r\n\r\n"
                                               "{\"error\":\"invalid_client\"}");
    }
    void cutAnswersAreNeverHalfBelieved()
    {
        QFETCH(const QByteArray, bytes);
        MisbehavingServer server(behaves::saying(bytes));
        HttpClient client;
        QCOMPARE(codeOf(outcomeOf(client.send(post(server.url())))), u"connection_lost"_s);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(codeOf(outcomeOf(client.send(get(server.url())))), u"connection_lost"_s);
    }

    void transportErrorsHaveTheirCode_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, QAbstractSocket::SocketError error, bool sent,
                 const QString &code) { QTest::newRow(name) << int(error) << sent << code; };
        row("unreachable", QAbstractSocket::NetworkError, false, u"offline"_s);
        row("not allowed", QAbstractSocket::SocketAccessError, false, u"offline"_s);
        row("refused", QAbstractSocket::ConnectionRefusedError, false, u"refused"_s);
        row("closed in the handshake", QAbstractSocket::RemoteHostClosedError, false, u"refused"_s);
        row("closed after sending", QAbstractSocket::RemoteHostClosedError, true,
            u"connection_lost"_s);
        row("network gone after sending", QAbstractSocket::NetworkError, true,
            u"connection_lost"_s);
        row("broken TLS after sending", QAbstractSocket::SslInternalError, true,
            u"connection_lost"_s);
        row("unknown host", QAbstractSocket::HostNotFoundError, false, u"dns"_s);
        row("no connection in time", QAbstractSocket::SocketTimeoutError, false, u"timeout"_s);
        row("proxy login", QAbstractSocket::ProxyAuthenticationRequiredError, false, u"proxy"_s);
        row("proxy refused", QAbstractSocket::ProxyConnectionRefusedError, false, u"proxy"_s);
        row("proxy closed", QAbstractSocket::ProxyConnectionClosedError, false, u"proxy"_s);
        row("proxy silent", QAbstractSocket::ProxyConnectionTimeoutError, false, u"proxy"_s);
        row("proxy not found", QAbstractSocket::ProxyNotFoundError, false, u"proxy"_s);
        row("proxy confused", QAbstractSocket::ProxyProtocolError, false, u"proxy"_s);
        row("handshake", QAbstractSocket::SslHandshakeFailedError, false, u"tls"_s);
    }
    void transportErrorsHaveTheirCode()
    {
        QFETCH(const int, error);
        QFETCH(const bool, sent);
        QFETCH(const QString, code);
        const AuthError mapped
            = transportError({QAbstractSocket::SocketError(error), u"words"_s, {}, sent});
        QCOMPARE(mapped.code, code);
        QCOMPARE(mapped.description, u"words"_s);
        QVERIFY(mapped.origin == ErrorOrigin::Transport);
    }

    void refusedPort()
    {
        quint16 port = 0;
        {
            QTcpServer closed;
            QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
            port = closed.serverPort();
        }
        HttpClient client;
        QCOMPARE(codeOf(outcomeOf(client.send(post(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)))))),
                 u"refused"_s);
    }

    void unknownHost()
    {
        HttpClient client;
        QCOMPARE(
            codeOf(outcomeOf(client.send(post(QUrl(u"https://nowhere.invalid/token"_s))), 25000)),
            u"dns"_s);
    }

    // R46
    void proxyFaults()
    {
        const QUrl outside(u"https://shop.invalid/token"_s);
        MisbehavingServer proxy(behaves::answering(
            407, "who are you", "Proxy-Authenticate: Basic realm=\"office\"\r\n"));
        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()));
        const auto restore
            = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
        HttpClient client;
        Result<HttpAnswer> answer = outcomeOf(client.send(post(outside)));
        QCOMPARE(codeOf(answer), u"proxy"_s);
        QVERIFY(proxy.requests().first().method == "CONNECT");
        QVERIFY(!proxy.rawBytes().contains("refresh_token"));

        proxy.setBehaviour(behaves::closing());
        QCOMPARE(codeOf(outcomeOf(client.send(post(outside)))), u"proxy"_s);

        MisbehavingServer direct(behaves::answering(200, "{}"));
        const int before = proxy.connections();
        QVERIFY(outcomeOf(client.send(post(direct.url()))).ok());
        QCOMPARE(proxy.connections(), before); // loopback passes the proxy by

        QNetworkProxy::setApplicationProxy(
            QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1));
        QCOMPARE(codeOf(outcomeOf(client.send(post(outside)))), u"proxy"_s);
    }
};

RELINK_TEST(TransportFaultTest)
#include "transportfaulttest.moc"
