// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpmessage.h"

#include "core/rules/urlpolicy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool holdsControls(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

bool hasHeader(const HttpRequest &request, const char *name)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [&](const HttpHeader &h) {
        return h.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray hostField(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return url.port(usual) == usual ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

std::optional<AuthError> refusalOf(const HttpRequest &request)
{
    const QUrl &url = request.url;
    const bool https = url.scheme() == "https"_L1;
    const bool http = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !(https || http))
        return localError(code::invalidInput, u"The address is not a web address."_s);
    if (!url.userInfo().isEmpty())
        return localError(code::invalidInput, u"The address holds a user name or password."_s);
    if (http && request.holdsSecret && !isLoopback(url))
        return localError(code::invalidInput, u"The address is not protected by https."_s);
    if (!isToken(request.method))
        return localError(code::invalidInput, u"That is no HTTP method."_s);
    for (const HttpHeader &header : request.headers) {
        if (!isToken(header.name) || holdsControls(header.value))
            return localError(code::invalidInput,
                              u"A header field holds characters that cannot be sent."_s);
    }
    return std::nullopt;
}

QByteArray requestBytes(const HttpRequest &request)
{
    QByteArray target = request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (request.url.hasQuery())
        target += '?' + request.url.query(QUrl::FullyEncoded).toLatin1();

    QByteArray bytes = request.method + ' ' + target
        + " HTTP/1.1\r\nHost: " + hostField(request.url) + "\r\nUser-Agent: Relink/" RELINK_VERSION
        + "\r\nAccept-Encoding: identity\r\nConnection: close\r\nCache-Control: no-cache\r\n";
    if (!hasHeader(request, "Accept"))
        bytes += "Accept: application/json\r\n";
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT")
        bytes += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    for (const HttpHeader &header : request.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    return bytes + "\r\n" + request.body;
}

} // namespace relink
