// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/recipe.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(StepKind kind)
{
    switch (kind) {
    case StepKind::Explain:
        return u"explain"_s;
    case StepKind::Check:
        return u"check"_s;
    case StepKind::Action:
        return u"action"_s;
    case StepKind::External:
        return u"external"_s;
    case StepKind::Question:
        return u"question"_s;
    case StepKind::Verify:
        return u"verify"_s;
    case StepKind::Support:
        return u"support"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StepKind> stepKindFromString(const QString &text)
{
    for (const auto kind :
         {StepKind::Explain, StepKind::Check, StepKind::Action, StepKind::External,
          StepKind::Question, StepKind::Verify, StepKind::Support}) {
        if (toString(kind) == text)
            return kind;
    }
    return std::nullopt;
}

QString toString(StepAction action)
{
    switch (action) {
    case StepAction::None:
        return u"none"_s;
    case StepAction::Refresh:
        return u"refresh"_s;
    case StepAction::Authorize:
        return u"authorize"_s;
    case StepAction::EditCredential:
        return u"edit_credential"_s;
    case StepAction::SwitchTestMode:
        return u"switch_test_mode"_s;
    case StepAction::ChooseOrganisation:
        return u"choose_organisation"_s;
    case StepAction::Revoke:
        return u"revoke"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StepAction> stepActionFromString(const QString &text)
{
    for (const auto action :
         {StepAction::None, StepAction::Refresh, StepAction::Authorize, StepAction::EditCredential,
          StepAction::SwitchTestMode, StepAction::ChooseOrganisation, StepAction::Revoke}) {
        if (toString(action) == text)
            return action;
    }
    return std::nullopt;
}

QString toString(CheckId check)
{
    switch (check) {
    case CheckId::Network:
        return u"network"_s;
    case CheckId::Clock:
        return u"clock"_s;
    case CheckId::Keychain:
        return u"keychain"_s;
    case CheckId::Grant:
        return u"grant"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CheckId> checkIdFromString(const QString &text)
{
    for (const auto check : {CheckId::Network, CheckId::Clock, CheckId::Keychain, CheckId::Grant}) {
        if (toString(check) == text)
            return check;
    }
    return std::nullopt;
}

QString toString(StepStatus status)
{
    switch (status) {
    case StepStatus::Open:
        return u"open"_s;
    case StepStatus::Running:
        return u"running"_s;
    case StepStatus::Done:
        return u"done"_s;
    case StepStatus::Failed:
        return u"failed"_s;
    case StepStatus::NotPossible:
        return u"not_possible"_s;
    case StepStatus::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StepStatus> stepStatusFromString(const QString &text)
{
    for (const auto status : {StepStatus::Open, StepStatus::Running, StepStatus::Done,
                              StepStatus::Failed, StepStatus::NotPossible, StepStatus::Skipped}) {
        if (toString(status) == text)
            return status;
    }
    return std::nullopt;
}

} // namespace relink
