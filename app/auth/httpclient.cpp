// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpclient.h"

#include "auth/httpcall.h"
#include "auth/httpmessage.h"
#include "core/rules/urlpolicy.h"

#include <QNetworkProxyFactory>

#include <optional>

namespace relink {

namespace {

//! The application's proxy, which is the system's unless set otherwise; never for loopback.
QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopback(url))
        return QNetworkProxy::NoProxy;
    const QList<QNetworkProxy> proxies
        = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    for (QNetworkProxy proxy : proxies) {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy); // tunnelled through, whatever else it offers
        if (proxy.type() != QNetworkProxy::FtpCachingProxy
            && proxy.type() != QNetworkProxy::DefaultProxy)
            return proxy;
    }
    return QNetworkProxy::NoProxy;
}

} // namespace

HttpClient::HttpClient(const HttpLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{}

HttpClient::~HttpClient()
{
    // While this object is still whole: their futures may be waited for with it as the context.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
}

QFuture<Result<HttpAnswer>> HttpClient::send(const HttpRequest &request)
{
    if (const std::optional<AuthError> error = refusalOf(request))
        return QtFuture::makeReadyFuture(Result<HttpAnswer>(*error));
    return (new HttpCall(request, proxyFor(request.url), m_limits, this))->future();
}

} // namespace relink
