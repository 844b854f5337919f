// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"

#include <QHostAddress>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace relink::http {

//! What a server accepts; whatever is over a limit gets a 4xx and a closed connection.
struct Limits
{
    qsizetype head = 16 * 1024; //!< request line and headers
    qsizetype body = 0; //!< 0: no request body is accepted
    int connections = 16; //!< further ones are closed at once
    std::chrono::milliseconds receive {5000}; //!< for the whole request to arrive
};

struct Request
{
    QByteArray method;
    QByteArray path; //!< as sent, before the '?'
    QByteArray query; //!< as sent, after the '?'
    QList<HttpHeader> headers;
    QByteArray body;

    QByteArray header(const char *name) const;
};

struct Response
{
    int status = 200;
    QList<HttpHeader> headers; //!< Content-Length and Connection are the server's
    QByteArray body;
};

//! One request that waits for its answer. Answer it once, now or later; dropping the last
//! reference unanswered closes the connection.
class Exchange
{
public:
    virtual ~Exchange() = default;
    virtual const Request &request() const = 0;
    virtual void respond(const Response &response) = 0;
    //! Closes the connection without a word.
    virtual void abort() = 0;
    virtual bool isOpen() const = 0; //!< the client is still there
};

//! A small HTTP/1.1 server for loopback: one request a connection, no TLS, no chunked requests.
//! The redirect listener and the sandbox share it. It never touches the application's proxy.
class Server : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const std::shared_ptr<Exchange> &)>;

    Server(Limits limits, Handler handler, QObject *parent = nullptr);
    ~Server() override;

    //! Only loopback addresses are accepted. Port 0: any free one.
    bool listen(const QHostAddress &address, quint16 port);
    quint16 port() const; //!< 0 when not listening
    QString errorString() const;
    //! Stops listening; open exchanges may still be answered.
    void close();

private:
    class Private;
    std::unique_ptr<Private> d;
};

//! `application/x-www-form-urlencoded` (RFC 6749 appendix B): '+' is a space, values decoded as
//! UTF-8. Order and repetitions kept.
QList<std::pair<QString, QString>> decodeForm(const QByteArray &encoded);

} // namespace relink::http
