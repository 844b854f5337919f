// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/connection.h"

#include "http/wire.h"

namespace relink::http {

using namespace std::chrono_literals;

namespace {

//! A refused client may still be sending. Closing at once would make the system reset the
//! connection and the client lose the refusal, so what it sends is thrown away for a moment.
constexpr auto drainTime = 250ms;
constexpr qsizetype drainBytes = 4 * 1024 * 1024;

} // namespace

Connection::Connection(std::unique_ptr<QTcpSocket> socket, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
    , m_socket(socket.release())
    , m_parser(limits)
{
    m_socket->setParent(this);
    // Without it Qt reads whatever a client sends into memory.
    m_socket->setReadBufferSize(16 * 1024);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Connection::onTimeout);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::onWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (m_phase == Phase::Reading)
            onReadyRead();
        end();
    });
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            end();
    });
    m_deadline.start(m_limits.receive);
    // Bytes may have come before the signals were connected.
    QMetaObject::invokeMethod(this, &Connection::onReadyRead, Qt::QueuedConnection);
}

Connection::~Connection()
{
    m_socket->disconnect(this);
}

bool Connection::isOpen() const
{
    return m_phase != Phase::Closed && m_socket->state() == QAbstractSocket::ConnectedState;
}

void Connection::onReadyRead()
{
    if (m_phase != Phase::Reading)
        return discardInput();
    while (m_socket->bytesAvailable() > 0) {
        m_parser.feed(m_socket->read(qMin<qsizetype>(m_parser.wanted(), 16 * 1024)));
        if (m_parser.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (m_parser.state() != RequestParser::State::NeedsMore)
            break;
    }
    switch (m_parser.state()) {
    case RequestParser::State::NeedsMore:
        return;
    case RequestParser::State::Refused:
        m_refused = true;
        return respond(refusalResponse(m_parser.refusal()));
    case RequestParser::State::Complete:
        m_phase = Phase::Handed;
        m_deadline.stop();
        m_head = m_parser.request().method == "HEAD";
        discardInput();
        // The receiver may delete the server, which must not happen inside a signal of the socket.
        // A client that leaves in between has still sent its request, so it is handed over.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT requestArrived(this, m_parser.takeRequest()); },
            Qt::QueuedConnection);
    }
}

void Connection::respond(const Response &response)
{
    if (!isOpen() || m_phase == Phase::Writing || m_phase == Phase::Draining)
        return;
    m_phase = Phase::Writing;
    // As long for taking the answer as for sending the request.
    m_deadline.start(m_limits.receive);
    m_socket->write(toWire(response, !m_head));
    // The owner of the server may delete it right after answering; what the system has, it sends.
    m_socket->flush();
    onWritten();
}

void Connection::onWritten()
{
    if (m_phase != Phase::Writing || m_socket->bytesToWrite() > 0)
        return;
    if (m_refused) {
        m_phase = Phase::Draining;
        m_deadline.start(drainTime);
        return;
    }
    discardInput();
    if (m_phase == Phase::Writing)
        m_socket->disconnectFromHost();
}

void Connection::onTimeout()
{
    if (m_phase == Phase::Reading) {
        m_refused = true;
        respond(refusalResponse(408));
    } else if (m_phase == Phase::Draining) {
        m_socket->disconnectFromHost();
    } else {
        abort();
    }
}

void Connection::discardInput()
{
    char scratch[4096];
    while (m_phase != Phase::Closed && m_socket->bytesAvailable() > 0) {
        const qint64 got = m_socket->read(scratch, sizeof scratch);
        if (got <= 0)
            return;
        m_discarded += got;
        if (m_discarded > drainBytes)
            return abort();
    }
}

void Connection::abort()
{
    m_socket->abort();
    end();
}

void Connection::end()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    m_deadline.stop();
    deleteLater();
}

} // namespace relink::http
