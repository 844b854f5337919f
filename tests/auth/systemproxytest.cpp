// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/proxychoice.h"
#include "httprequests.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"
#include "testcertificates.h"

#include <QNetworkProxyFactory>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <array>
#include <memory>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! A proxy that knows CONNECT alone and leads every tunnel to one port of this computer.
class ConnectProxy : public QTcpServer
{
public:
    explicit ConnectProxy(quint16 target)
        : m_target(target)
    {
        setProxy(QNetworkProxy::NoProxy);
        if (!listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this,
                [this] { accept(nextPendingConnection()); });
    }
    QByteArray address() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()); }

    QByteArrayList asked; //!< first lines
    QByteArray tunnelled; //!< what the client sent through

private:
    void accept(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        server->setProxy(QNetworkProxy::NoProxy);
        connect(client, &QTcpSocket::readyRead, this, [this, client, server] {
            const QByteArray bytes = client->readAll();
            if (server->state() != QAbstractSocket::UnconnectedState) {
                tunnelled += bytes;
                server->write(bytes);
                return;
            }
            m_head += bytes;
            if (!m_head.contains("\r\n\r\n"))
                return;
            asked.append(m_head.left(m_head.indexOf('\r')));
            m_head.clear();
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
        });
        connect(server, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    const quint16 m_target;
    QByteArray m_head;
};

constexpr std::array variables {"http_proxy", "https_proxy", "all_proxy", "no_proxy",
                                "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"};

} // namespace

//! R46: the proxy is the system's, whatever way it is named.
class SystemProxyTest : public QObject
{
    Q_OBJECT

    QMap<QByteArray, QByteArray> m_before;
    bool m_followed = false;
    std::unique_ptr<TestCertificates> m_certificates;
    QSslConfiguration m_trustBefore;

private Q_SLOTS:
    void initTestCase()
    {
        m_followed = QNetworkProxyFactory::usesSystemConfiguration();
        m_trustBefore = QSslConfiguration::defaultConfiguration();
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY2(m_certificates->problem().isEmpty(), qPrintable(m_certificates->problem()));
        QSslConfiguration::setDefaultConfiguration(m_certificates->trusting());
        for (const char *name : variables) {
            if (qEnvironmentVariableIsSet(name))
                m_before.insert(name, qgetenv(name));
        }
    }
    void init()
    {
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        for (const char *name : variables)
            qunsetenv(name);
    }
    void cleanupTestCase()
    {
        init();
        for (auto it = m_before.cbegin(); it != m_before.cend(); ++it)
            qputenv(it.key(), it.value());
        QNetworkProxyFactory::setUseSystemConfiguration(m_followed);
        QSslConfiguration::setDefaultConfiguration(m_trustBefore);
    }

    //! The name resolves nowhere, so that only the proxy can have led there.
    void theSystemsProxyIsUsed_data()
    {
        QTest::addColumn<QByteArray>("variable");
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            QTest::newRow(name) << QByteArray(name);
    }
    void theSystemsProxyIsUsed()
    {
        QFETCH(const QByteArray, variable);
        MisbehavingServer server(behaves::answering(200, "{}"),
                                 QHostAddress(QHostAddress::LocalHost),
                                 m_certificates->server(u"DNS:shop.invalid"_s, -1, 2));
        ConnectProxy proxy(server.port());
        qputenv(variable, proxy.address());
        HttpClient client;
        const Result<HttpAnswer> answer
            = outcomeOf(client.send(post(QUrl(u"https://shop.invalid/token"_s))));
        QCOMPARE(codeOf(answer), u"ok"_s);
        QCOMPARE(proxy.asked, QByteArrayList {"CONNECT shop.invalid:443 HTTP/1.1"});
        QVERIFY(!proxy.tunnelled.isEmpty());
        QVERIFY(!proxy.tunnelled.contains("refresh_token"));
        QCOMPARE(server.requests().value(0).body, QByteArray("grant_type=refresh_token"));

        MisbehavingServer here(behaves::answering(200, "{}"));
        QCOMPARE(codeOf(outcomeOf(client.send(post(here.url())))), u"ok"_s);
        QCOMPARE(proxy.asked.size(), 1); // loopback passes it by
    }

    void theSystemsOwnChoiceGoesFirst()
    {
        qputenv("https_proxy", "http://127.0.0.1:8");
        qputenv("ALL_PROXY", "http://127.0.0.1:9");
        QCOMPARE(proxyFor(QUrl(u"https://shop.invalid/"_s)).port(), 8);
        // What the program has been told itself is not the system's to change.
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        QCOMPARE(proxyFor(QUrl(u"https://shop.invalid/"_s)).type(), QNetworkProxy::NoProxy);
    }

    void allProxy_data()
    {
        QTest::addColumn<QString>("all");
        QTest::addColumn<QString>("except");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("address");
        const int none = QNetworkProxy::NoProxy;
        const int http = QNetworkProxy::HttpProxy;
        const int socks = QNetworkProxy::Socks5Proxy;
        const QString office = u"http://proxy.example:3128"_s;
        const QString there = u"proxy.example:3128"_s;
        QTest::newRow("none") << QString() << QString() << none << u":0"_s;
        QTest::newRow("http") << office << QString() << http << there;
        QTest::newRow("bare") << there << QString() << http << there;
        QTest::newRow("with a slash")
            << u"http://proxy.example/"_s << QString() << http << u"proxy.example:80"_s;
        QTest::newRow("socks") << u"socks://127.0.0.2"_s << QString() << socks
                               << u"127.0.0.2:1080"_s;
        QTest::newRow("socks5h") << u"socks5h://proxy.example:9050"_s << QString() << socks
                                 << u"proxy.example:9050"_s;
        QTest::newRow("a kind unknown to Qt")
            << u"https://proxy.example"_s << QString() << none << u":0"_s;
        QTest::newRow("nonsense") << u"http://"_s << QString() << none << u":0"_s;
        QTest::newRow("but for all") << office << u"*"_s << none << u":0"_s;
        QTest::newRow("but for this host")
            << office << u"a.b, shop.example.com"_s << none << u":0"_s;
        QTest::newRow("but for those below") << office << u".Example.com"_s << none << u":0"_s;
        QTest::newRow("but for the domain") << office << u"example.com"_s << none << u":0"_s;
        QTest::newRow("but for the port") << office << u"example.com:443"_s << none << u":0"_s;
        QTest::newRow("another port") << office << u"example.com:80"_s << http << there;
        QTest::newRow("another name") << office << u"ample.com,,."_s << http << there;
    }
    void allProxy()
    {
        QFETCH(const QString, all);
        QFETCH(const QString, except);
        QFETCH(const int, type);
        QFETCH(const QString, address);
        for (const bool capitals : {false, true}) {
            QProcessEnvironment environment;
            environment.insert(capitals ? u"ALL_PROXY"_s : u"all_proxy"_s, all);
            environment.insert(capitals ? u"NO_PROXY"_s : u"no_proxy"_s, except);
            const QNetworkProxy proxy
                = allProxyFor(QUrl(u"https://shop.example.com/token"_s), environment);
            QCOMPARE(int(proxy.type()), type);
            QCOMPARE(u"%1:%2"_s.arg(proxy.hostName()).arg(proxy.port()), address);
        }
    }

    void aProxyWithALogin()
    {
        QProcessEnvironment environment;
        environment.insert(u"all_proxy"_s, u"http://till%40shop:p%3aw@proxy.example:3128"_s);
        const QNetworkProxy proxy = allProxyFor(QUrl(u"https://shop.invalid/"_s), environment);
        QCOMPARE(proxy.user(), u"till@shop"_s);
        QCOMPARE(proxy.password(), u"p:w"_s);
    }
};

RELINK_TEST(SystemProxyTest)
#include "systemproxytest.moc"
