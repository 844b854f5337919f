// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/server.h"

#include "http/connection.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpServer>

namespace relink::http {

namespace {

class OpenExchange final : public Exchange
{
public:
    OpenExchange(Connection *connection, Request request)
        : m_connection(connection)
        , m_request(std::move(request))
    {}
    ~OpenExchange() override
    {
        if (!m_answered)
            abort();
    }
    const Request &request() const override { return m_request; }
    void respond(const Response &response) override
    {
        if (std::exchange(m_answered, true) || !m_connection)
            return;
        m_connection->respond(response);
    }
    void abort() override
    {
        if (std::exchange(m_answered, true) || !m_connection)
            return;
        m_connection->abort();
    }
    bool isOpen() const override { return m_connection && m_connection->isOpen(); }

private:
    QPointer<Connection> m_connection;
    const Request m_request;
    bool m_answered = false;
};

} // namespace

class Server::Private : public QTcpServer
{
public:
    Private(Limits limits, Handler handler)
        : m_limits(limits)
        , m_handler(std::move(handler))
    {
        setProxy(QNetworkProxy::NoProxy);
    }

    void closeReading()
    {
        const QList<Connection *> connections
            = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
        for (Connection *connection : connections) {
            if (connection->isReading())
                connection->abort();
        }
    }

    QString refusal; //!< why listen() did not even try

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->setProxy(QNetworkProxy::NoProxy);
        if (!socket->setSocketDescriptor(descriptor))
            return;
        if (m_open >= m_limits.connections) {
            socket->abort();
            return;
        }
        ++m_open;
        auto *connection = new Connection(std::move(socket), m_limits, this);
        connect(connection, &QObject::destroyed, this, [this] { --m_open; });
        connect(connection, &Connection::requestArrived, this,
                [this](Connection *arrived, const Request &request) {
                    // The handler may delete the server, and with it this very function object.
                    const Handler handler = m_handler;
                    handler(std::make_shared<OpenExchange>(arrived, request));
                });
    }

private:
    const Limits m_limits;
    const Handler m_handler;
    int m_open = 0;
};

Server::Server(Limits limits, Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(limits, std::move(handler)))
{}

Server::~Server() = default;

bool Server::listen(const QHostAddress &address, quint16 port)
{
    d->refusal.clear();
    if (!address.isLoopback()) {
        d->refusal = QStringLiteral("Only loopback addresses are listened on, not %1.")
                         .arg(address.toString());
        return false;
    }
    return d->listen(address, port);
}

quint16 Server::port() const
{
    return d->serverPort();
}

QString Server::errorString() const
{
    return d->refusal.isEmpty() ? d->errorString() : d->refusal;
}

void Server::close()
{
    d->close();
    d->closeReading();
}

} // namespace relink::http
