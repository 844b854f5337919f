// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/misbehavingserver.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace relink::test {

QByteArray Received::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n').mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

class MisbehavingServer::Listener : public QTcpServer
{
public:
    explicit Listener(MisbehavingServer *server)
        : QTcpServer(server)
        , m_server(server)
    {
        setProxy(QNetworkProxy::NoProxy);
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_server->accept(descriptor); }

private:
    MisbehavingServer *m_server;
};

MisbehavingServer::MisbehavingServer(Behaviour behaviour, const QHostAddress &address,
                                     std::optional<QSslConfiguration> tls)
    : m_behaviour(std::move(behaviour))
    , m_tls(std::move(tls))
    , m_listener(new Listener(this))
{
    if (!m_listener->listen(address))
        qFatal("cannot listen: %s", qPrintable(m_listener->errorString()));
}

MisbehavingServer::~MisbehavingServer()
{
    const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect();
}

quint16 MisbehavingServer::port() const
{
    return m_listener->serverPort();
}

QUrl MisbehavingServer::url(const QString &pathAndQuery, const QString &host) const
{
    const QString name = host.isEmpty() ? m_listener->serverAddress().toString() : host;
    const QString scheme = m_tls ? u"https"_s : u"http"_s;
    return QUrl(u"%1://%2:%3%4"_s.arg(scheme, name).arg(port()).arg(pathAndQuery));
}

void MisbehavingServer::accept(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
        m_partial.remove(socket);
        socket->deleteLater();
    });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

void MisbehavingServer::read(QTcpSocket *socket)
{
    QByteArray &partial = m_partial[socket];
    const QByteArray arrived = socket->readAll();
    m_raw += arrived;
    partial += arrived;
    for (;;) {
        const qsizetype end = partial.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Received request;
        request.head = partial.left(end);
        const QList<QByteArray> line = request.head.left(request.head.indexOf('\r')).split(' ');
        request.method = line.value(0);
        request.target = line.value(1);
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (partial.size() < end + 4 + length)
            return;
        request.body = partial.mid(end + 4, length);
        partial.remove(0, end + 4 + length);
        m_requests.append(request);
        m_behaviour(socket, request);
        if (!m_partial.contains(socket))
            return;
    }
}

namespace behaves {

Behaviour answering(int status, const QByteArray &body, const QByteArray &headers, bool keepAlive)
{
    return [=](QTcpSocket *socket, const Received &request) {
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: " + (keepAlive ? "keep-alive" : "close") + "\r\n\r\n";
        if (request.method != "HEAD")
            bytes += body;
        socket->write(bytes);
        if (!keepAlive)
            socket->disconnectFromHost();
    };
}

Behaviour saying(const QByteArray &bytes)
{
    return [=](QTcpSocket *socket, const Received &) {
        socket->write(bytes);
        socket->disconnectFromHost();
    };
}

Behaviour closing()
{
    return [](QTcpSocket *socket, const Received &) { socket->disconnectFromHost(); };
}

Behaviour resetting()
{
    return [](QTcpSocket *socket, const Received &) {
#ifdef Q_OS_UNIX
        const linger now {1, 0};
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
        socket->abort();
    };
}

Behaviour silent()
{
    return [](QTcpSocket *, const Received &) {};
}

Behaviour dripping(int interval, const QByteArray &before)
{
    return [=](QTcpSocket *socket, const Received &) {
        socket->write(before);
        auto *timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket, [socket] {
            socket->write("x");
            socket->flush();
        });
        timer->start(interval);
    };
}

Behaviour flooding(const QByteArray &before, const QByteArray &chunk, qint64 limit, qint64 *sent)
{
    return [=](QTcpSocket *socket, const Received &) {
        socket->write(before);
        // No more than one chunk waits here, so that the memory that grows is the client's.
        const auto pump = [=] {
            while (socket->isOpen() && *sent < limit && socket->bytesToWrite() < chunk.size()) {
                if (socket->write(chunk) < 0)
                    return;
                *sent += chunk.size();
                socket->flush();
            }
            if (*sent >= limit)
                socket->disconnectFromHost();
        };
        QObject::connect(socket, &QTcpSocket::bytesWritten, socket, pump, Qt::QueuedConnection);
        pump();
    };
}

} // namespace behaves

} // namespace relink::test
