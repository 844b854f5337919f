// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/wire.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace relink::http {

using namespace Qt::StringLiterals;

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

bool isServersOwn(const QByteArray &name)
{
    return name.compare("content-length", Qt::CaseInsensitive) == 0
        || name.compare("connection", Qt::CaseInsensitive) == 0
        || name.compare("transfer-encoding", Qt::CaseInsensitive) == 0;
}

bool fitsOneLine(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

QByteArray toWire(const Response &response, bool withBody)
{
    const bool bodyless = response.status < 200 || response.status == 204 || response.status == 304;
    QByteArray wire = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + reason(response.status) + "\r\n";
    bool dated = false;
    for (const HttpHeader &h : response.headers) {
        if (h.name.isEmpty() || h.name.contains(':') || isServersOwn(h.name) || !fitsOneLine(h.name)
            || !fitsOneLine(h.value)) {
            continue;
        }
        dated = dated || h.name.compare("date", Qt::CaseInsensitive) == 0;
        wire += h.name + ": " + h.value + "\r\n";
    }
    if (!dated) {
        const QString now = QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                                                  u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        wire += "Date: " + now.toLatin1() + "\r\n";
    }
    if (!bodyless)
        wire += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    wire += "Connection: close\r\n\r\n";
    if (withBody && !bodyless)
        wire += response.body;
    return wire;
}

Response refusalResponse(int status)
{
    return {status,
            {{"Content-Type", "text/plain; charset=utf-8"},
             {"Cache-Control", "no-store"},
             {"X-Content-Type-Options", "nosniff"}},
            reason(status) + '\n'};
}

} // namespace relink::http
