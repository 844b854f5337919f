// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpclient.h"

#include "auth/httpcall.h"
#include "auth/oneshotbody.h"
#include "auth/transporterror.h"
#include "core/rules/urlpolicy.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

//! Takes no cookie and gives none, whatever a request's attributes say.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

//! The application's proxy, which is the system's unless set otherwise; never for loopback.
class ProxyExceptLoopback final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return QNetworkProxyFactory::proxyForQuery(query);
    }
};

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

//! What must never leave the machine; the rules of core refuse it earlier and in better words.
std::optional<AuthError> refusal(const HttpRequest &request)
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
    for (const HttpHeader &header : request.headers) {
        if (header.name.isEmpty() || holdsControls(header.name) || holdsControls(header.value))
            return localError(code::invalidInput,
                              u"A header field holds characters that cannot be sent."_s);
    }
    return std::nullopt;
}

QNetworkRequest toQt(const HttpRequest &request, const HttpLimits &limits)
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                     QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // An idle connection that the server closes just as a POST goes out makes a needless doubt.
    out.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, 10);
    out.setTransferTimeout(int(limits.silence.count()));
    out.setRawHeader("User-Agent", "Relink/" RELINK_VERSION);
    if (!hasHeader(request, "Accept"))
        out.setRawHeader("Accept", "application/json");
    for (const HttpHeader &header : request.headers)
        out.setRawHeader(header.name, header.value);
    return out;
}

} // namespace

HttpClient::HttpClient(const HttpLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setProxyFactory(new ProxyExceptLoopback);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient()
{
    // Before the manager, which owns their replies.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
}

QFuture<Result<HttpAnswer>> HttpClient::send(const HttpRequest &request)
{
    if (const std::optional<AuthError> error = refusal(request))
        return QtFuture::makeReadyFuture(Result<HttpAnswer>(*error));

    QNetworkRequest out = toQt(request, m_limits);
    QNetworkReply *reply = nullptr;
    OneShotBody *body = nullptr;
    if (request.method == "POST" || !request.body.isEmpty()) {
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        body = new OneShotBody(request.body);
        reply = request.method == "POST" ? m_network.post(out, body)
                                         : m_network.sendCustomRequest(out, request.method, body);
        body->setParent(reply);
    } else if (request.method == "GET") {
        reply = m_network.get(out);
    } else if (request.method == "HEAD") {
        reply = m_network.head(out);
    } else {
        reply = m_network.sendCustomRequest(out, request.method);
    }
    return (new HttpCall(reply, body, m_limits, this))->future();
}

} // namespace relink
