// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QString>

namespace relink::words {

//! What the sources of a pack do not confirm, where a merchant relies on it. Empty: nothing to say.
struct PackDoubts
{
    QString access; //!< how long an access lives
    QString signIn; //!< how long a sign-in lives
    QString renewal; //!< whether a renewal changes the token
    QString ending; //!< whether, how and where the access ends
};

//! Both may be null. Only what the way of connecting has at all is doubted.
PackDoubts packDoubts(const ProviderPack *pack, const AuthMethod *method);

QString notConfirmed();

//! A value with its doubt: "3 Feb (not confirmed)"; a doubt alone stands for itself.
QString withDoubt(const QString &value, const QString &doubt);

} // namespace relink::words
