// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/secondsignin.h"

#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "words/competingwords.h"

namespace relink {

QString secondSignInWarning(const Surroundings &surroundings, const Connection &connection)
{
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    if (!pack)
        return {};
    return words::secondSignIn(surroundings.manager.competitorsOf(connection), *pack);
}

} // namespace relink
