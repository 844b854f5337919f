// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/httpclient.h"

#include <QByteArray>

#include <optional>

namespace relink {

//! A request that must not leave the machine, as `invalid_input`: not http or https, plain http
//! with a secret to anywhere but loopback, a name in the address, a header field that would end
//! early. The rules of core refuse most of it sooner and in better words.
std::optional<AuthError> refusalOf(const HttpRequest &request);

//! The request as it goes over the wire, RFC 9112. It asks for an answer that is not compressed
//! and for the connection to be closed, so that no answer can be taken for another's.
QByteArray requestBytes(const HttpRequest &request);

} // namespace relink
