// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/toldfailure.h"

#include "core/rules/light.h"

namespace relink {

namespace {

//! Classes that are told by other words for the same thing: somebody has to sign in again.
bool isEndedSignIn(ErrorClass errorClass)
{
    return errorClass == ErrorClass::ExpiredAccess || errorClass == ErrorClass::ExpiredRefresh
        || errorClass == ErrorClass::Revoked || errorClass == ErrorClass::AppRemoved;
}

} // namespace

OwnFinding ownFinding(const ConnectionState &state, const Diagnosis &told)
{
    if (lightFor(state) == Light::Green)
        return OwnFinding::Works;
    if (!state.diagnosis || state.diagnosis->errorClass == ErrorClass::NotAnError
        || state.diagnosis->errorClass == ErrorClass::Unknown) {
        return OwnFinding::Nothing;
    }
    const ErrorClass own = state.diagnosis->errorClass;
    const bool same
        = own == told.errorClass || (isEndedSignIn(own) && isEndedSignIn(told.errorClass));
    return same ? OwnFinding::Nothing : OwnFinding::SomethingElse;
}

bool leadsToReconnect(const Diagnosis &diagnosis)
{
    switch (diagnosis.action) {
    case RecommendedAction::Refresh:
    case RecommendedAction::Reauthorize:
    case RecommendedAction::EditCredential:
    case RecommendedAction::SwitchTestMode:
    case RecommendedAction::ChooseOrganisation:
    case RecommendedAction::AskAdministrator:
        return diagnosis.errorClass != ErrorClass::NotAnError;
    case RecommendedAction::None:
    case RecommendedAction::Wait:
    case RecommendedAction::UnlockKeychain:
    case RecommendedAction::CheckNetwork:
    case RecommendedAction::SetClock:
    case RecommendedAction::ContactSupport:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace relink
