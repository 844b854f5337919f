// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QUrl>

namespace relink {

//! A pack whose calls all go to the sandbox: every https address template becomes
//! `{sandboxOrigin}/{pack id}/{host}{path}`. The hosts of environments are switched inside that
//! path, plain http to loopback is allowed, and any free redirect port will do. Links for people
//! stay as they are.
ProviderPack mapToSandbox(ProviderPack pack, const QUrl &sandboxOrigin);

} // namespace relink
