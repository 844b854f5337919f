// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <QHostAddress>

namespace relink::test {

inline QHostAddress loopback()
{
    return QHostAddress(QHostAddress::LocalHost);
}

inline QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

//! A server that keeps every request and answers "seen METHOD PATH".
struct Echo
{
    explicit Echo(const http::Limits &limits = {})
        : server(limits, [this](const std::shared_ptr<http::Exchange> &exchange) {
            const http::Request &request = exchange->request();
            requests.append(request);
            exchange->respond({200,
                               {{"Content-Type", "text/plain"}},
                               "seen " + request.method + ' ' + request.path});
        })
    {
        if (!server.listen(loopback(), 0))
            qFatal("no free port on loopback");
    }

    QList<http::Request> requests;
    http::Server server;
};

} // namespace relink::test
