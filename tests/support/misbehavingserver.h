// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <optional>

class QTcpServer;
class QTcpSocket;

namespace relink::test {

//! A request as it came over the wire.
struct Received
{
    QByteArray method;
    QByteArray target;
    QByteArray head; //!< all of it, request line included
    QByteArray body;

    //! First value of a header field; null when it was not sent.
    QByteArray header(const QByteArray &name) const;
};

//! A TCP server that reads whole HTTP requests and then does to the socket whatever its behaviour
//! says. Faults are real: sockets are closed and reset, bytes are held back.
class MisbehavingServer : public QObject
{
    Q_OBJECT
public:
    using Behaviour = std::function<void(QTcpSocket *, const Received &)>;

    explicit MisbehavingServer(Behaviour behaviour,
                               const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                               std::optional<QSslConfiguration> tls = std::nullopt);
    ~MisbehavingServer() override;

    void setBehaviour(Behaviour behaviour) { m_behaviour = std::move(behaviour); }

    quint16 port() const;
    QUrl url(const QString &pathAndQuery = {}, const QString &host = {}) const;
    const QList<Received> &requests() const { return m_requests; }
    int connections() const { return m_connections; }
    //! Everything that arrived before a request was whole, or instead of one.
    const QByteArray &rawBytes() const { return m_raw; }

private:
    void accept(qintptr descriptor);
    void read(QTcpSocket *socket);

    class Listener;
    Behaviour m_behaviour;
    const std::optional<QSslConfiguration> m_tls;
    Listener *m_listener;
    QHash<QTcpSocket *, QByteArray> m_partial;
    QList<Received> m_requests;
    QByteArray m_raw;
    int m_connections = 0;
};

//! What a server can do with a request.
namespace behaves {

using Behaviour = MisbehavingServer::Behaviour;

//! An orderly answer; `headers` are whole lines ending in CR LF.
Behaviour answering(int status, const QByteArray &body, const QByteArray &headers = {},
                    bool keepAlive = false);
//! These bytes, then an orderly close.
Behaviour saying(const QByteArray &bytes);
Behaviour closing();
Behaviour resetting();
Behaviour silent();
//! `before`, then one byte of `x` every `interval` milliseconds.
Behaviour dripping(int interval, const QByteArray &before);
//! `before`, then as many bytes as the client takes, at most `limit`; adds them to `sent`.
Behaviour flooding(const QByteArray &before, const QByteArray &chunk, qint64 limit, qint64 *sent);

} // namespace behaves

} // namespace relink::test
