// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! What the name of a parameter says about the value that is sent for it.
enum class SentKind {
    Plain,
    UserName, //!< no secret, but part of a login
    Key, //!< an API key
    Token, //!< what a sign-in gave
    Login, //!< a password or a client secret: what one signs in with
};

SentKind sentKind(const QString &name);

//! True when one of the values is of that kind.
bool hasKind(const QList<SentValue> &values, SentKind kind);

//! Where one signs in, by the last word of the path. The page that a browser is sent to is none.
bool isSignIn(const SeenRequest &request);

} // namespace relink
