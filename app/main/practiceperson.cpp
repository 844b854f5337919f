// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/practiceperson.h"

#include "services/futures.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 5000;

template <typename T>
QFuture<T> at(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(patience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    return request;
}

} // namespace

PracticePerson::PracticePerson(const QUrl &sandbox, Paste paste, QObject *parent)
    : QObject(parent)
    , m_sandbox(sandbox)
    , m_paste(std::move(paste))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

bool PracticePerson::isSandbox(const QUrl &url) const
{
    return url.scheme() == m_sandbox.scheme() && url.host() == m_sandbox.host()
        && url.port() == m_sandbox.port();
}

Result<Done> PracticePerson::open(const QUrl &url)
{
    if (!isSandbox(url))
        return localError(code::noBrowser);
    // Looks at the page before allowing, as a person would.
    QNetworkReply *page = m_network.get(requestFor(url));
    connect(page, &QNetworkReply::finished, this, [this, page, url] {
        page->deleteLater();
        if (page->error() == QNetworkReply::NoError)
            allow(url);
    });
    return Done {};
}

void PracticePerson::allow(const QUrl &consentPage)
{
    QNetworkRequest request = requestFor(consentPage);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = m_network.post(request, QByteArray("decision=allow"));
    connect(reply, &QNetworkReply::finished, this, [this, reply, consentPage] {
        reply->deleteLater();
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (!target.isEmpty())
            comeBack(consentPage.resolved(target));
    });
}

void PracticePerson::comeBack(const QUrl &target)
{
    if (isSandbox(target))
        return m_paste(m_attempt, QString::fromLatin1(target.toEncoded()));
    if (target.host() != "localhost"_L1 && !QHostAddress(target.host()).isLoopback())
        return;
    QNetworkReply *reply = m_network.get(requestFor(target));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

void PracticePerson::waitingForBrowser(const PendingAuthorization &pending, bool)
{
    m_attempt = pending.attempt;
}

void PracticePerson::browserReturned() {}

QFuture<std::optional<Organisation>>
PracticePerson::chooseOrganisation(const QList<Organisation> &organisations)
{
    return at(std::optional<Organisation>(organisations.first()));
}

QFuture<bool> PracticePerson::acceptDifferentAccount(const Organisation &, const QString &,
                                                     const Organisation &, const QString &)
{
    return at(false);
}

} // namespace relink
