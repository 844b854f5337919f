// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/echo.h"
#include "http/rawclient.h"
#include "support/testmain.h"

#include <QFile>
#include <QNetworkInterface>

using namespace relink;
using namespace relink::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class ListeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingKeepsOpenExchangesOnly();
    void listensOnLoopbackOnly();
    void refusesOtherAddresses();
    void portIsFreeAfterClose();
    void saysWhyItCannotListen();
};

void ListeningTest::closingKeepsOpenExchangesOnly()
{
    std::shared_ptr<http::Exchange> waiting;
    http::Server server({.receive = 60s}, [&](const std::shared_ptr<http::Exchange> &exchange) {
        waiting = exchange;
    });
    QVERIFY(server.listen(loopback(), 0));
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

void ListeningTest::listensOnLoopbackOnly()
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

void ListeningTest::refusesOtherAddresses()
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

void ListeningTest::portIsFreeAfterClose()
{
    http::Server first({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(first.listen(loopback(), 0));
    const quint16 port = first.port();
    first.close();
    http::Server second({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY2(second.listen(loopback(), port), qPrintable(second.errorString()));
}

void ListeningTest::saysWhyItCannotListen()
{
    Echo echo;
    http::Server second({}, [](const std::shared_ptr<http::Exchange> &) {});
    QVERIFY(!second.listen(loopback(), echo.server.port()));
    QVERIFY(!second.errorString().isEmpty());
    QCOMPARE(second.port(), 0);
}

RELINK_TEST(ListeningTest)

#include "testlistening.moc"
