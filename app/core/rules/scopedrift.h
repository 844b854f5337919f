// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"

#include <QMap>
#include <QStringList>

namespace relink {

//! The scopes that the next sign-in asks for: those that were entered, else the pack's.
QStringList askedScopes(const AuthMethod &method, const QMap<QString, QString> &inputs);

//! The scopes that were asked for and not granted, in the order of asking; compared as sets, and a
//! provider that says nothing granted what was asked (RFC 6749 3.3, 5.1; R37). `offline_access`
//! counts only where nothing renews the access without it.
QStringList missingScopes(const ProviderPack &pack, const Connection &connection);

//! The scopes that were granted without having been asked for.
QStringList extraScopes(const ProviderPack &pack, const Connection &connection);

//! Granted against asked-for scopes (MIN-42); `not_told` where the provider did not say.
CheckResult checkScopes(const ProviderPack &pack, const Connection &connection);

} // namespace relink
