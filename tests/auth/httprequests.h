// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/httpclient.h"

namespace relink::test {

inline HttpRequest post(const QUrl &url, const QByteArray &body = "grant_type=refresh_token")
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Authorization", "Basic c2hvcDpzM2NyZXQ="}};
    request.body = body;
    return request;
}

inline HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Authorization", "Bearer tok"}};
    return request;
}

inline HttpLimits quick(int milliseconds)
{
    HttpLimits limits;
    limits.total = std::chrono::milliseconds(milliseconds);
    return limits;
}

} // namespace relink::test
