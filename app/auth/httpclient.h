// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/result.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>

namespace relink {

//! How long and how much one exchange may be.
struct HttpLimits
{
    std::chrono::milliseconds total {30000}; //!< wall clock, from send() to the last byte
    std::chrono::milliseconds silence {20000}; //!< without a byte in either direction
    qsizetype body = 1024 * 1024; //!< after decompression
    qsizetype head = 64 * 1024;
};

//! One request as bytes. `Accept: application/json` and the user agent are added unless given.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    bool holdsSecret = true; //!< then plain http goes to loopback only
};

//! The only QNetworkAccessManager of the program. It keeps the promises of TokenEndpoint and
//! Probe: one submission (R26), no redirect followed (R25), a deadline (R27), bounded memory
//! (R28), no half answer (R29), TLS that fails closed (R42), HTTP/1.1 (R44), no cookies, no cache
//! and no remembered logins (R45), the system's proxy except for loopback (R46).
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
    QNetworkAccessManager m_network;
};

} // namespace relink
