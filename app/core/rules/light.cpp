// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/light.h"

namespace relink {

Light lightFor(const ConnectionState &state)
{
    switch (state.health) {
    case Health::Connected:
    case Health::ExpiringSoon:
        return state.verifiedAt.isValid() ? Light::Green : Light::Neutral;
    case Health::NeedsAuthorization:
    case Health::NeedsPermission:
    case Health::NeedsConfiguration:
    case Health::WrongAccount:
    case Health::RevokedHere:
        return Light::Red;
    case Health::NotConnected:
    case Health::Retrying:
    case Health::KeychainLocked:
    case Health::KeychainMissing:
    case Health::Unverified:
    case Health::Paused:
        return Light::Neutral;
    }
    Q_UNREACHABLE();
}

bool reconnectIsOffered(const ConnectionState &state)
{
    // The pauses up to here add up to half an hour.
    constexpr int bound = 6;
    return state.health == Health::Retrying && state.failures >= bound && state.error
        && state.error->origin == ErrorOrigin::TokenEndpoint && state.diagnosis
        && state.diagnosis->errorClass == ErrorClass::ProviderOutage;
}

RecommendedAction recommendedActionFor(const ConnectionState &state)
{
    if (reconnectIsOffered(state))
        return RecommendedAction::Reauthorize;
    if (state.diagnosis && state.diagnosis->action != RecommendedAction::None
        && state.health != Health::Connected && state.health != Health::Paused) {
        return state.diagnosis->action;
    }
    switch (state.health) {
    case Health::Connected:
    case Health::Paused:
    case Health::Unverified:
        return RecommendedAction::None;
    case Health::ExpiringSoon:
    case Health::NotConnected:
    case Health::NeedsAuthorization:
    case Health::RevokedHere:
    case Health::WrongAccount:
        return RecommendedAction::Reauthorize;
    case Health::NeedsPermission:
        return RecommendedAction::AskAdministrator;
    case Health::NeedsConfiguration:
        return RecommendedAction::EditCredential;
    case Health::Retrying:
        return RecommendedAction::Wait;
    case Health::KeychainLocked:
    case Health::KeychainMissing:
        return RecommendedAction::UnlockKeychain;
    }
    Q_UNREACHABLE();
}

} // namespace relink
