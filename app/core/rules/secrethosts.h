// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"

#include <QStringList>

namespace relink {

//! Every host that gets a key, password or token of a connection made this way (R99), each once,
//! in the order of a connection's life; with {placeholders} where an entered value decides.
QStringList secretHosts(const ProviderPack &pack, const AuthMethod &method,
                        Environment environment);

//! May an entered address bring a host that the pack does not name?
bool asksForAddresses(const ProviderPack &pack, const AuthMethod &method);

} // namespace relink
