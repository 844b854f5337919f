// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/recipe.h"

#include <array>
#include <utility>

namespace relink {

namespace {

//! The words of an enumeration in files, in the order of its values.
template <typename T, std::size_t count>
using Words = std::array<std::pair<T, QLatin1StringView>, count>;

template <typename T, std::size_t count>
QString wordOf(T value, const Words<T, count> &words)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    Q_UNREACHABLE();
}

template <typename T, std::size_t count>
std::optional<T> valueOf(const QString &text, const Words<T, count> &words)
{
    for (const auto &[value, word] : words) {
        if (word == text)
            return value;
    }
    return std::nullopt;
}

constexpr Words<StepKind, 7> kindWords {{
    {StepKind::Explain, QLatin1StringView("explain")},
    {StepKind::Check, QLatin1StringView("check")},
    {StepKind::Action, QLatin1StringView("action")},
    {StepKind::External, QLatin1StringView("external")},
    {StepKind::Question, QLatin1StringView("question")},
    {StepKind::Verify, QLatin1StringView("verify")},
    {StepKind::Support, QLatin1StringView("support")},
}};

constexpr Words<StepAction, 8> actionWords {{
    {StepAction::None, QLatin1StringView("none")},
    {StepAction::Refresh, QLatin1StringView("refresh")},
    {StepAction::ForgetAccess, QLatin1StringView("forget_access")},
    {StepAction::Authorize, QLatin1StringView("authorize")},
    {StepAction::EditCredential, QLatin1StringView("edit_credential")},
    {StepAction::SwitchTestMode, QLatin1StringView("switch_test_mode")},
    {StepAction::ChooseOrganisation, QLatin1StringView("choose_organisation")},
    {StepAction::Revoke, QLatin1StringView("revoke")},
}};

constexpr Words<CheckId, 12> checkWords {{
    {CheckId::Network, QLatin1StringView("network")},
    {CheckId::Proxy, QLatin1StringView("proxy")},
    {CheckId::Tls, QLatin1StringView("tls")},
    {CheckId::CaptivePortal, QLatin1StringView("captive_portal")},
    {CheckId::Clock, QLatin1StringView("clock")},
    {CheckId::Keychain, QLatin1StringView("keychain")},
    {CheckId::Endpoint, QLatin1StringView("endpoint")},
    {CheckId::Grant, QLatin1StringView("grant")},
    {CheckId::Scopes, QLatin1StringView("scopes")},
    {CheckId::Competing, QLatin1StringView("competing")},
    {CheckId::Format, QLatin1StringView("format")},
    {CheckId::TestMode, QLatin1StringView("test_mode")},
}};

constexpr Words<StepSide, 2> sideWords {{
    {StepSide::This, QLatin1StringView("this")},
    {StepSide::Partner, QLatin1StringView("partner")},
}};

constexpr Words<StepTool, 6> toolWords {{
    {StepTool::CompareKey, QLatin1StringView("compare_key")},
    {StepTool::AdministratorMessage, QLatin1StringView("administrator_message")},
    {StepTool::TestModeTable, QLatin1StringView("test_mode_table")},
    {StepTool::ScopeTable, QLatin1StringView("scope_table")},
    {StepTool::Wait, QLatin1StringView("wait")},
    {StepTool::DeveloperMessage, QLatin1StringView("developer_message")},
}};

constexpr Words<StepStatus, 6> statusWords {{
    {StepStatus::Open, QLatin1StringView("open")},
    {StepStatus::Running, QLatin1StringView("running")},
    {StepStatus::Done, QLatin1StringView("done")},
    {StepStatus::Failed, QLatin1StringView("failed")},
    {StepStatus::NotPossible, QLatin1StringView("not_possible")},
    {StepStatus::Skipped, QLatin1StringView("skipped")},
}};

} // namespace

QString toString(StepKind kind)
{
    return wordOf(kind, kindWords);
}

std::optional<StepKind> stepKindFromString(const QString &text)
{
    return valueOf(text, kindWords);
}

QString toString(StepAction action)
{
    return wordOf(action, actionWords);
}

std::optional<StepAction> stepActionFromString(const QString &text)
{
    return valueOf(text, actionWords);
}

QString toString(CheckId check)
{
    return wordOf(check, checkWords);
}

std::optional<CheckId> checkIdFromString(const QString &text)
{
    return valueOf(text, checkWords);
}

QString toString(StepSide side)
{
    return wordOf(side, sideWords);
}

std::optional<StepSide> stepSideFromString(const QString &text)
{
    return valueOf(text, sideWords);
}

QString toString(StepTool tool)
{
    return wordOf(tool, toolWords);
}

std::optional<StepTool> stepToolFromString(const QString &text)
{
    return valueOf(text, toolWords);
}

QString toString(StepStatus status)
{
    return wordOf(status, statusWords);
}

std::optional<StepStatus> stepStatusFromString(const QString &text)
{
    return valueOf(text, statusWords);
}

} // namespace relink
