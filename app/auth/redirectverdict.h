// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/calls.h"
#include "core/rules/redirect.h"

#include <QMap>
#include <QString>

#include <variant>

namespace relink {

//! Why a redirect is ignored while the attempt goes on waiting.
enum class RedirectRefusal {
    Unusable, //!< neither code nor error, both at once, or one of them twice (R07)
    WrongState, //!< missing, empty, old or somebody else's (R03)
};

struct AcceptedRedirect
{
    AuthorizationCode code;
    QMap<QString, QString> parameters; //!< without code and state
};

//! An AuthError ends the attempt: the provider's own, or `issuer_mismatch`.
using RedirectVerdict = std::variant<RedirectRefusal, AuthError, AcceptedRedirect>;

//! Judges a redirect address against the request it should answer, RFC 6749 4.1.2 and RFC 9207.
//! Nothing else is believed before the state matched.
RedirectVerdict judgeRedirect(const RedirectParameters &redirect,
                              const AuthorizationRequest &request, const QString &state);

} // namespace relink
