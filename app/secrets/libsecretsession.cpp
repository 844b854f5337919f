// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/libsecretsession.h"

#include "secrets/secretserviceprobe.h"

#include <QLibrary>

namespace relink {

using namespace Qt::StringLiterals;

bool forgetLibsecretSession()
{
    if (secretServiceRole() == SecretServiceRole::Absent)
        return false;
    // The library that QtKeychain has loaded under the same name; it is not part of the link line.
    const auto disconnect = reinterpret_cast<void (*)()>(
        QLibrary::resolve(u"secret-1"_s, 0, "secret_service_disconnect"));
    if (!disconnect)
        return false;
    disconnect();
    return true;
}

} // namespace relink
