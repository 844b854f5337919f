// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpclient.h"
#include "auth/testcertificates.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QHostAddress local(QHostAddress::LocalHost);

HttpRequest secretPost(const QUrl &url)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Authorization", "Basic c2VjcmV0"}};
    request.body = "refresh_token=secret";
    return request;
}

//! Takes connections, keeps the first bytes of each and says nothing.
class Eavesdropper : public QTcpServer
{
public:
    Eavesdropper()
    {
        if (!listen(local))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                heard += socket->readAll();
                socket->abort();
            });
        });
    }
    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(serverPort())); }

    QByteArray heard;
};

} // namespace

//! R42 and R44, against real handshakes.
class TlsTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestCertificates> m_certificates;
    QSslConfiguration m_before;

    Result<HttpAnswer> ask(const QSslConfiguration &tls, qsizetype *bytes)
    {
        MisbehavingServer server(behaves::answering(200, "{}"), local, tls);
        HttpClient client;
        Result<HttpAnswer> answer = outcomeOf(client.send(secretPost(server.url())));
        *bytes = server.rawBytes().size();
        return answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("Qt has no TLS here");
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY2(m_certificates->problem().isEmpty(), qPrintable(m_certificates->problem()));
        m_before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration::setDefaultConfiguration(m_certificates->trusting());
    }
    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void aTrustedServerIsBelieved()
    {
        qsizetype bytes = 0;
        const Result<HttpAnswer> answer
            = ask(m_certificates->server(u"IP:127.0.0.1"_s, -1, 2), &bytes);
        QVERIFY2(m_certificates->problem().isEmpty(), qPrintable(m_certificates->problem()));
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().description));
        QVERIFY(bytes > 0);
    }

    void theRestFailsClosed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("expired") << u"expired"_s << u"tls_clock"_s;
        QTest::newRow("not yet valid") << u"future"_s << u"tls_clock"_s;
        QTest::newRow("another host") << u"host"_s << u"tls"_s;
        QTest::newRow("self-signed") << u"self"_s << u"tls"_s;
        QTest::newRow("unknown authority") << u"authority"_s << u"tls"_s;
        QTest::newRow("expired and another host") << u"both"_s << u"tls"_s;
    }
    void theRestFailsClosed()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, code);
        const QString here = u"IP:127.0.0.1"_s;
        std::unique_ptr<TestCertificates> stranger;
        QSslConfiguration tls;
        if (kind == "expired"_L1) {
            tls = m_certificates->server(here, -30, -1);
        } else if (kind == "future"_L1) {
            tls = m_certificates->server(here, 1, 30);
        } else if (kind == "host"_L1) {
            tls = m_certificates->server(u"DNS:shop.example"_s, -1, 2);
        } else if (kind == "both"_L1) {
            tls = m_certificates->server(u"DNS:shop.example"_s, -30, -1);
        } else if (kind == "self"_L1) {
            tls = m_certificates->selfSigned(here);
        } else {
            stranger = std::make_unique<TestCertificates>();
            tls = stranger->server(here, -1, 2);
        }
        QVERIFY2(m_certificates->problem().isEmpty(), qPrintable(m_certificates->problem()));
        qsizetype bytes = 0;
        const Result<HttpAnswer> answer = ask(tls, &bytes);
        QCOMPARE(codeOf(answer), code);
        QVERIFY(answer.error().origin == ErrorOrigin::Transport);
        QVERIFY(!answer.error().description.isEmpty());
        QCOMPARE(bytes, 0); // nothing of the request ever left
    }

    void oldTlsIsRefused()
    {
        QSslConfiguration tls = m_certificates->server(u"IP:127.0.0.1"_s, -1, 2);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        qsizetype bytes = 0;
        QCOMPARE(codeOf(ask(tls, &bytes)), u"tls"_s);
        QCOMPARE(bytes, 0);
    }

    void plainHttpBehindHttpsIsRefused()
    {
        // A server that answers the handshake in the clear.
        QTcpServer clear;
        QVERIFY(clear.listen(local));
        connect(&clear, &QTcpServer::newConnection, this, [&clear] {
            QTcpSocket *socket = clear.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        HttpClient client;
        QCOMPARE(codeOf(outcomeOf(client.send(
                     secretPost(QUrl(u"https://127.0.0.1:%1/"_s.arg(clear.serverPort())))))),
                 u"tls"_s);
    }

    // R44
    void http2IsNotOffered()
    {
        const QByteArray offer("\x02h2", 3);
        Eavesdropper eavesdropper;
        HttpClient client;
        const auto future = client.send(secretPost(eavesdropper.url()));
        QTRY_VERIFY(eavesdropper.heard.size() > 100);
        QVERIFY(!outcomeOf(future).ok());
        QVERIFY(!eavesdropper.heard.contains(offer));

        // The same handshake of a manager with Qt's own settings shows what would be seen.
        eavesdropper.heard.clear();
        QNetworkAccessManager plain;
        QNetworkRequest request(eavesdropper.url());
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
        const std::unique_ptr<QNetworkReply> reply(plain.get(request));
        QTRY_VERIFY(eavesdropper.heard.size() > 100);
        QVERIFY(eavesdropper.heard.contains(offer));
    }

    void aBrokenHandshakeHasAKnownOutcome()
    {
        Eavesdropper eavesdropper;
        HttpClient client;
        const QString code = codeOf(outcomeOf(client.send(secretPost(eavesdropper.url()))));
        QVERIFY2(code == "refused"_L1 || code == "tls"_L1, qPrintable(code));
    }
};

RELINK_TEST(TlsTest)
#include "tlstest.moc"
