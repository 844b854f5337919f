// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/httpanswer.h"
#include "core/result.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace relink {

//! Where the metadata of an issuer may lie, to be tried in order: RFC 8414 3.1, OpenID Connect
//! Discovery 4, and RFC 8414 5's form of the latter for issuers with a path. Empty when the issuer
//! is no usable address.
QList<QUrl> metadataUrls(const QString &issuer);

//! Authorization server metadata, RFC 8414 3.2. `issuer` is what was entered: the document's must
//! be the same string (`issuer_mismatch`). Addresses are held to the endpoint rules; plain http to
//! loopback is accepted only below an issuer that is so itself. A server that offers a challenge
//! method but not S256 is refused (R02). `probe` is the userinfo endpoint. An answer without a
//! document is what tokenEndpointError() makes of it, or `unreadable_answer`.
Result<Endpoints> parseServerMetadata(const HttpAnswer &answer, const QString &issuer);

} // namespace relink
