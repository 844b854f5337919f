// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/secret.h"
#include "core/rules/credentiallint.h"

#include <QList>

namespace relink {

//! How an entered secret and the stored one compare (MIN-22). Says nothing of either that a person
//! who has only one of them did not know.
struct SecretComparison
{
    enum class Outcome {
        Same,
        Differs,
        SameButForCharacters, //!< that do not belong: `findings`
        NothingStored,
    };

    Outcome outcome = Outcome::NothingStored;
    bool inStored = false; //!< whose characters do not belong: the stored one's, else the entered
    QList<CredentialFinding> findings; //!< of that one, removable ones only

    friend bool operator==(const SecretComparison &, const SecretComparison &) = default;
};

//! Takes as long for what differs at its first letter as for what differs at its last.
SecretComparison compareSecrets(const SecretBytes &stored, const SecretBytes &entered);

} // namespace relink
