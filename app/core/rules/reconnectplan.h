// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

namespace relink {

//! What a plan depends on beside the failure.
struct PlanFacts
{
    AuthKind kind = AuthKind::AuthorizationCode;
    std::optional<int> httpStatus;
    bool alreadyRefreshed = false; //!< the same error came back after a new authorisation (AMG-06)
    bool paired = false; //!< the connection is one of a pair
    //! What is known, by name: what `needs` and `lacks` of a step ask for, and what stands for
    //! {name} in its link. A fact that is not known is absent, not empty.
    QMap<QString, QString> known;
};

//! The recipe made concrete: the sections of the first cause that fits, each with its verification,
//! without the steps that are for another way of connecting or need a fact that is not known. Right
//! after a new authorisation, sections that only renew are left out where others remain. A
//! failure that no cause fits gets the recipe's last cause. The first page with a step's id has
//! it; the same step in a later section is named `step@section`.
ReconnectPlan planReconnect(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe);

} // namespace relink
