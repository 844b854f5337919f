// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"

#include <QString>

namespace relink {

//! The one next step that helps (design.md section 9, `recommended_action`).
enum class RecommendedAction {
    None,
    Wait,
    Refresh,
    Reauthorize,
    EditCredential,
    SwitchTestMode,
    ChooseOrganisation,
    AskAdministrator,
    UnlockKeychain,
    CheckNetwork,
    SetClock,
    ContactSupport,
};

QString toString(RecommendedAction action);

//! A second reading of the same failure and why it is possible.
struct Alternative
{
    ErrorClass errorClass = ErrorClass::Unknown;
    QString why; //!< a sentence from the rule, British English, translatable

    friend bool operator==(const Alternative &, const Alternative &) = default;
};

//! What a failure means and what helps; made by classify(), never by the code that failed.
struct Diagnosis
{
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause; //!< finer than the class, e.g. `answer_lost`; free id, may be empty
    double confidence = 0; //!< 0 to 1
    QList<Alternative> alternatives; //!< most likely first
    RecommendedAction action = RecommendedAction::None;
    QString rule; //!< id of the rule that decided
    QString source; //!< where the rule is documented

    friend bool operator==(const Diagnosis &, const Diagnosis &) = default;
};

} // namespace relink
