// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace relink {

//! The address that the browser opens (RFC 6749 4.1.1, RFC 7636 4.3). QtNetworkAuth assembles the
//! parameters; they are encoded here, exactly once, because its encoder leaves '+' alone and
//! reads a '%' in a value as an escape. The endpoint keeps its path and its own query byte for
//! byte. An empty challenge means no PKCE; extra parameters never replace a standard one (R21).
QUrl authorizationUrl(const AuthorizationRequest &request, const QString &redirectUri,
                      const QString &state, const QByteArray &challenge);

} // namespace relink
