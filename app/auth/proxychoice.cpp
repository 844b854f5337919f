// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/proxychoice.h"

#include "core/rules/urlpolicy.h"

#include <QNetworkProxyFactory>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Lower case goes first, as with curl.
QString valueOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value.isEmpty() ? environment.value(name.toUpper()).trimmed() : value;
}

//! `example.com` and `.example.com` stand for the host and all below it; a port may follow.
bool isExcepted(const QUrl &url, const QString &noProxy)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    const QString port = QString::number(url.port(url.scheme() == "http"_L1 ? 80 : 443));
    const QStringList entries = noProxy.toLower().split(u',', Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        QString name = entry.trimmed();
        if (name == "*"_L1)
            return true;
        if (name.count(u':') == 1) {
            if (name.section(u':', 1) != port)
                return false;
            name = name.section(u':', 0, 0);
        }
        while (name.startsWith(u'*') || name.startsWith(u'.'))
            name.remove(0, 1);
        return !name.isEmpty() && (host == name || host.endsWith(QString(u'.' + name)));
    });
}

} // namespace

QNetworkProxy allProxyFor(const QUrl &url, const QProcessEnvironment &environment)
{
    QString text = valueOf(environment, u"all_proxy"_s);
    if (text.isEmpty() || isExcepted(url, valueOf(environment, u"no_proxy"_s)))
        return QNetworkProxy::NoProxy;
    if (!text.contains("://"_L1))
        text.prepend("http://"_L1);
    const QUrl address(text);
    const bool socks = address.scheme().startsWith("socks"_L1);
    if (address.host().isEmpty() || (!socks && address.scheme() != "http"_L1))
        return QNetworkProxy::NoProxy;
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
                         address.host(), quint16(address.port(socks ? 1080 : 80)),
                         address.userName(QUrl::FullyDecoded),
                         address.password(QUrl::FullyDecoded));
}

QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopback(url))
        return QNetworkProxy::NoProxy;
    const QList<QNetworkProxy> proxies
        = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
    for (QNetworkProxy proxy : proxies) {
        if (proxy.type() == QNetworkProxy::NoProxy)
            break;
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy); // tunnelled through, whatever else it offers
        if (proxy.type() != QNetworkProxy::FtpCachingProxy
            && proxy.type() != QNetworkProxy::DefaultProxy)
            return proxy;
    }
    return QNetworkProxyFactory::usesSystemConfiguration()
        ? allProxyFor(url, QProcessEnvironment::systemEnvironment())
        : QNetworkProxy(QNetworkProxy::NoProxy);
}

} // namespace relink
