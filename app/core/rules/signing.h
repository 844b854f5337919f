// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/model/credential.h"
#include "core/model/providerpack.h"
#include "core/result.h"

#include <QDateTime>

namespace relink {

//! What makes two signed calls differ.
struct CallMoment
{
    QDateTime now;
    QByteArray nonce; //!< letters and digits, never used before
};

//! Secret inputs that signed calls are made with; RFC 5849's names and the query signature's.
namespace input {
inline constexpr auto consumerKey = "consumer_key";
inline constexpr auto consumerSecret = "consumer_secret";
inline constexpr auto oauth1Token = "access_token";
inline constexpr auto oauth1TokenSecret = "access_token_secret";
} // namespace input

//! Signs a finished call in place; does nothing for schemes that do not sign. OAuth1 replaces the
//! secret header's value (RFC 5849 3, HMAC-SHA256); SignedQuery adds `timestamp` and
//! `sign` to the query. `missing_input` where a secret is not there.
Result<Done> sign(ApiCall &call, ApiScheme scheme, const Credential &credential,
                  const CallMoment &moment);

//! RFC 5849 3.4.1: what an OAuth 1.0a signature is made of. `oauth` are the protocol parameters
//! without the signature.
QByteArray oauth1BaseString(const QByteArray &method, const QUrl &url,
                            const QMap<QByteArray, QByteArray> &oauth);

//! Path, sorted query (without `sign` and `access_token`) and body between two copies of the
//! secret: what a signed query's HMAC is made over.
QByteArray signedQueryBase(const QUrl &url, const QByteArray &body, const QByteArray &secret);

} // namespace relink
