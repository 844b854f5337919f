// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "services/interaction.h"

namespace relink {

//! Does the new grant belong to the account and organisation that the connection had? (R70)
enum class SameAccount {
    Yes,
    No,
    CannotTell, //!< the provider names neither
};

SameAccount compareAccounts(const Connection &former, const Connection &now);

//! Asks whether a grant may be taken that belongs to another account or organisation than the
//! connection had, or than it was brought for.
QFuture<bool> mayTakeOther(AuthorizationInteraction &interaction, const Connection &former,
                           const Connection &now);
//! `different_account`, with the organisations in words where nothing was authorised here before.
AuthError differentAccount(const Connection &former, const Connection &now);

//! False where somebody signed in anew and the provider does not tell who, before or now: a person
//! has to be told that nobody looked at it. A key has no such person.
bool whoCouldBeCompared(const Connection &former, const Connection &now, const ProviderPack *pack);

} // namespace relink
