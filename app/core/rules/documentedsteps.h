// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/authkind.h"
#include "core/model/documentation.h"

namespace relink {

//! A failure as the documented steps are looked up for it.
struct StepOccasion
{
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause;
    bool isSymptom = false; //!< too little to send somebody to authorise again (X-04)
    QString provider; //!< id; empty: not known
    bool chosen = false; //!< a person said so; else the text names it
    QString via; //!< the product whose integration is concerned; empty: none
    AuthKind kind = AuthKind::AuthorizationCode; //!< of the provider's first way of connecting
    std::optional<int> httpStatus;
    QString text; //!< what was said, folded; empty: nothing
    QString decidedBy; //!< the words of it that decided; empty: nothing but the status
};

//! The steps in their order, and the one next action. Steps come from the product or the provider
//! where it has its own, else from what holds for keys, else from what holds for all.
DocumentedSteps documentedSteps(const StepOccasion &occasion, const Documentation &documentation);

} // namespace relink
