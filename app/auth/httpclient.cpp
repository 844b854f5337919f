// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpclient.h"

#include "auth/httpcall.h"
#include "auth/httpmessage.h"
#include "auth/proxychoice.h"

#include <optional>

namespace relink {

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
