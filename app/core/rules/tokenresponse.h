// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/model/providerpack.h"
#include "core/model/tokenset.h"
#include "core/result.h"

#include <QDateTime>

namespace relink {

namespace code {
//! A 2xx that is a refusal by the pack's rule, without an OAuth error that says why.
inline constexpr auto refusedAnswer = "refused_answer";
} // namespace code

//! Reads the answer of a token endpoint, RFC 6749 5.1; the only parser of such answers. A refusal
//! is what tokenEndpointError() makes of it; a 2xx that is no token answer is `unreadable_answer`
//! with the reason in the description; a network's sign-in page is `captive_portal` (R30 to R36).
//! Lifetimes are bounded by 1 s and ten years (R35); for refresh tokens, zero and less count as
//! unknown, because servers send them for "does not expire".
//! `shape`: where the pack says that this provider's answers differ. `captures`: which further
//! values are kept; of a token never more than a pattern's group. `origin` stands in the errors.
//! `now` as for tokenEndpointError().
Result<TokenSet> parseTokenResponse(const HttpAnswer &answer, const TokenAnswer &shape = {},
                                    const QList<Capture> &captures = {},
                                    ErrorOrigin origin = ErrorOrigin::TokenEndpoint,
                                    const QDateTime &now = {});

//! Seconds from a number or a text of digits, bounded as above; null for anything else.
std::optional<std::chrono::seconds> lifetimeFrom(const QJsonValue &value);

//! The further values that a pack keeps of an answer. `secrets`: the tokens and keys that the same
//! answer brought; of these nothing is kept but the mark of an account, whatever a pack calls them.
QMap<QString, QString> capturedFrom(const QJsonValue &json, const QList<Capture> &captures,
                                    const QStringList &secrets = {});

//! What an answer that is no success says, RFC 6749 5.2 and its relatives: code as the server
//! spelt it (empty when it gave none, R39), its own code and words, Retry-After, the body's first
//! 8 KiB and the challenges. For resource calls an error of the Bearer challenge (RFC 6750 3.1)
//! fills in what the body does not say. A Retry-After date is measured from the answer's own Date,
//! else from `now`. Redirects, 511 and a sign-in page in place of a 2xx have origin Transport
//! whatever `origin` says. Tokens in a 2xx never become evidence.
AuthError tokenEndpointError(const HttpAnswer &answer, ErrorOrigin origin,
                             const QDateTime &now = {});

} // namespace relink
