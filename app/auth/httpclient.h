// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace relink {

//! How long and how much one exchange may be.
struct HttpLimits
{
    std::chrono::milliseconds total {30000}; //!< wall clock, from send() to the last byte
    std::chrono::milliseconds silence {20000}; //!< without a byte in either direction
    qsizetype body = 1024 * 1024;
    qsizetype head = 64 * 1024;
};

//! One request as bytes. `Accept: application/json` is added unless given; Host, User-Agent,
//! Content-Length and Connection are the client's.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    bool holdsSecret = true; //!< then plain http goes to loopback only
};

//! HTTP/1.1 as TokenEndpoint and Probe promise it: each request goes out once on a connection of
//! its own (R26, R45), no redirect is followed (R25), a deadline (R27), bounded memory (R28), no
//! half answer (R29), TLS that fails closed (R42), no HTTP/2 (R44), the system's proxy except for
//! loopback (R46). Not QNetworkAccessManager: Qt 6.4 repeats requests, keeps the body of a 401
//! and any header whole before it shows either, and so cannot be held to a size.
//! A future completes exactly once, never inside send() but for a request that cannot be sent;
//! deleting the client cancels the futures that are open.
class HttpClient final : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(const HttpLimits &limits = {}, QObject *parent = nullptr);
    ~HttpClient() override;

    QFuture<Result<HttpAnswer>> send(const HttpRequest &request);

private:
    const HttpLimits m_limits;
};

} // namespace relink
