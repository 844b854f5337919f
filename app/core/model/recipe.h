// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/connection.h"
#include "core/model/diagnosis.h"
#include "core/model/ids.h"
#include "core/model/providerpack.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace relink {

enum class StepKind {
    Explain, //!< what happened and why we think so
    Check, //!< automatic, each with a result
    Action, //!< Relink does it: see StepAction
    External, //!< a person does it on the provider's site
    Question,
    Verify, //!< the probe, then the business proof
    Support,
};

enum class StepAction {
    None,
    Refresh,
    Authorize,
    EditCredential,
    SwitchTestMode,
    ChooseOrganisation,
    Revoke
};

//! The automatic checks of a Check step.
enum class CheckId { Network, Clock, Keychain, Grant };

//! One page of the guided reconnect. Sentences are British English, translatable; {provider},
//! {connection}, {organisation} and {menu_path} stand for values.
struct Step
{
    QString id;
    StepKind kind = StepKind::Explain;
    StepAction action = StepAction::None;
    QList<CheckId> checks;
    QString title;
    QString text;
    QString button; //!< names the act; empty for steps without one
    QString source; //!< id of a documented row, or an RFC section
    QString link; //!< https only
    bool optional = false; //!< may be skipped
    QList<AuthKind> authKinds; //!< ways of connecting that the step is for; empty: all
    //! An Action step that is left out once an earlier action has already mended the grant.
    bool skipWhenMended = false;

    friend bool operator==(const Step &, const Step &) = default;
};

//! Which steps fit which classes, in order, gentlest first.
struct RecipeCause
{
    QString id;
    QList<ErrorClass> classes;
    QStringList steps;
};

struct Recipe
{
    QString id;
    QString name;
    QString source;
    QList<RecipeCause> causes; //!< the first that lists the class
    QMap<QString, Step> steps;
};

//! The recipe made concrete for one failure of one connection.
struct ReconnectPlan
{
    QString recipe;
    QString cause;
    ErrorClass errorClass = ErrorClass::Unknown;
    QList<Step> steps;

    friend bool operator==(const ReconnectPlan &, const ReconnectPlan &) = default;
};

enum class StepStatus { Open, Running, Done, Failed, NotPossible, Skipped };

struct CheckResult
{
    CheckId check = CheckId::Network;
    bool passed = false;
    QString detail; //!< id of the words, e.g. `answers`, `differs`; ui and cli say it
    QMap<QString, QString> values; //!< for the words: milliseconds, minutes, …
    std::optional<Diagnosis> diagnosis; //!< when it failed

    friend bool operator==(const CheckResult &, const CheckResult &) = default;
};

struct StepRecord
{
    StepStatus status = StepStatus::Open;
    QDateTime at;
    QList<CheckResult> checks;
    std::optional<AuthError> error; //!< why an action failed

    friend bool operator==(const StepRecord &, const StepRecord &) = default;
};

//! A guided reconnect under way: what a restart needs to go on at the same step.
struct ReconnectProgress
{
    ConnectionId connection;
    ReconnectPlan plan;
    QMap<QString, StepRecord> records; //!< by step id
    int current = 0; //!< index into plan.steps; equal to size: all done
    bool mended = false; //!< an action brought a working grant
    bool pendingGrant = false; //!< a pending keychain item waits for Save + Continue
    std::optional<Connection> draft; //!< what Save + Continue will store beside it
    //! What the plan follows instead of the connection's own state: an error that the merchant was
    //! told elsewhere.
    std::optional<Diagnosis> told;
    QDateTime startedAt;

    friend bool operator==(const ReconnectProgress &, const ReconnectProgress &) = default;
};

QString toString(StepKind kind);
std::optional<StepKind> stepKindFromString(const QString &text);
QString toString(StepAction action);
std::optional<StepAction> stepActionFromString(const QString &text);
QString toString(CheckId check);
std::optional<CheckId> checkIdFromString(const QString &text);
QString toString(StepStatus status);
std::optional<StepStatus> stepStatusFromString(const QString &text);

} // namespace relink
