// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

namespace relink::http {

//! The bytes of an answer. Header lines that could break out of their line are left out, and so
//! are those that are the server's own (Content-Length, Connection, Transfer-Encoding).
QByteArray toWire(const Response &response, bool withBody);

//! A short plain-text answer for a request that was not understood.
Response refusalResponse(int status);

} // namespace relink::http
