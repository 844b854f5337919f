// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QUrl>

namespace relink {

//! The application's proxy for `url`, which is the system's unless set otherwise; never for
//! loopback (R46).
//! On Linux, Qt 6.4 asks libproxy, which knows the desktop's settings and `http_proxy`,
//! `https_proxy` and `no_proxy`, or reads `http_proxy` alone where it is built without. Neither
//! reads `ALL_PROXY`, which many networks' handbooks say to set and other programs follow: it is
//! taken where the system names no other.
QNetworkProxy proxyFor(const QUrl &url);

//! What `all_proxy` (or `ALL_PROXY`) says of `url`, but for the hosts in `no_proxy`. The kinds that
//! Qt speaks: http and socks; NoProxy for any other.
QNetworkProxy allProxyFor(const QUrl &url, const QProcessEnvironment &environment);

} // namespace relink
