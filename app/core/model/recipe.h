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
    ForgetAccess, //!< drop the access token, keep the sign-in, and renew
    Authorize,
    EditCredential,
    SwitchTestMode,
    ChooseOrganisation,
    Revoke
};

//! The automatic checks of a Check step.
enum class CheckId {
    Network,
    Proxy,
    Tls,
    CaptivePortal,
    Clock,
    Keychain,
    Endpoint, //!< the addresses that would be asked: https, host, path
    Grant,
    Scopes, //!< granted against needed
    Competing, //!< a second authorisation of the same provider, company and user
    Format, //!< characters that were copied along
    TestMode, //!< the credential against the Test Mode
};

//! Whose connection of a pair a step is about.
enum class StepSide {
    This, //!< the connection that is reconnected
    Partner, //!< the other one of the pair; left out where there is none
};

//! What a step offers beside its task.
enum class StepTool {
    CompareKey, //!< compare a value with the stored one, without showing that
    AdministratorMessage, //!< a message ready to send
    TestModeTable, //!< the four cells, and which one holds
    ScopeTable, //!< granted and needed permissions
    Wait, //!< a timer, then one check by itself
    DeveloperMessage, //!< for whoever built the integration
};

//! One answer to a Question.
struct StepOption
{
    QString id;
    QString text; //!< British English, translatable
    QString row; //!< id of the documented row it stands for; empty: none
    QString
        noted; //!< what the change diary keeps of this answer, see historyevent.h; empty: nothing
    bool fails = false; //!< what was done before did not help: the later sections follow
    bool alreadyRefreshed = false; //!< a new grant was tried before: no section that renews follows
    bool provesAll = false; //!< whatever had stopped works again, not one kind of thing alone

    friend bool operator==(const StepOption &, const StepOption &) = default;
};

//! A step is for some answers only. Where the other step is not part of the plan, it is for all.
struct StepCondition
{
    QString step; //!< empty: no condition
    //! Ids of its options, or the word of its status (`failed`); none: it has to be done.
    QStringList answers;

    friend bool operator==(const StepCondition &, const StepCondition &) = default;
};

//! One page of the guided reconnect. Sentences are British English, translatable; {provider},
//! {connection}, {organisation}, {partner}, {account} and the facts of PlanFacts stand for values.
struct Step
{
    QString id;
    QString section; //!< id of the RecipeSection; empty: before or after all of them
    StepKind kind = StepKind::Explain;
    StepAction action = StepAction::None;
    QList<CheckId> checks;
    QString title;
    QString text;
    QString button; //!< names the act; empty for steps without one
    QString source; //!< id of a documented row, or an RFC section
    QStringList rows; //!< ids of the documented rows that this page carries out
    QString menuPath; //!< in the labels of the article's product
    QString link; //!< https only
    bool optional = false; //!< may be skipped
    bool developer = false; //!< for whoever built the integration
    StepSide side = StepSide::This;
    QList<StepTool> tools;
    QList<StepOption> options; //!< of a Question; none: yes or no
    StepCondition when;
    StepCondition sectionWhen; //!< its section's
    QStringList needs; //!< facts without which the step is left out, see PlanFacts
    QStringList lacks; //!< facts with any of which it is left out
    bool renews = false; //!< its section brings a new grant
    QList<AuthKind> authKinds; //!< ways of connecting that the step is for; empty: all
    //! An Action step that is left out once an earlier action has already mended the grant.
    bool skipWhenMended = false;

    friend bool operator==(const Step &, const Step &) = default;
};

//! A group of steps that tries one thing and ends in a verification. What follows is left out once
//! it mended the connection.
struct RecipeSection
{
    QString id;
    QString title;
    QStringList steps;
    QStringList endsWith; //!< empty: the recipe's
    StepCondition when; //!< what it is for; else the steps and what ends them are left out
    bool renews = false; //!< brings a new grant: in vain right after another one (AMG-06)
};

//! Which sections fit which failure, in order, gentlest first. What is empty fits all.
struct RecipeCause
{
    QString id;
    QList<ErrorClass> classes;
    QStringList causes; //!< Diagnosis::cause
    QList<int> statuses;
    QList<AuthKind> authKinds;
    //! Only where the same error came back after a new authorisation; false: in any case.
    bool alreadyRefreshed = false;
    QStringList rows; //!< what the failure is documented as; the first explanation has them
    QString text; //!< and says this, else what the first of the rows says
    QStringList opening; //!< steps after those of the recipe
    QStringList sections;
    QStringList also; //!< rows with the other readings ("also possible")
};

struct Recipe
{
    QString id;
    QString name;
    QString source;
    QStringList vias; //!< products whose integrations it is for
    QStringList providers; //!< for their connections without a via
    QStringList opening; //!< steps before the sections
    QStringList closing; //!< steps after all sections were in vain
    QStringList endsWith; //!< steps that end each section
    QList<RecipeSection> sections;
    QList<RecipeCause> causes; //!< the first that fits
    QMap<QString, Step> steps;

    const RecipeSection *section(const QString &sectionId) const
    {
        for (const RecipeSection &s : sections) {
            if (s.id == sectionId)
                return &s;
        }
        return nullptr;
    }
};

//! The recipe made concrete for one failure of one connection.
struct ReconnectPlan
{
    QString recipe;
    QString cause;
    ErrorClass errorClass = ErrorClass::Unknown;
    bool alreadyRefreshed = false;
    QStringList also; //!< ids of rows
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
    QString answer; //!< id of the option that was chosen
    QString reason; //!< the person's words for NotPossible and Skipped
    QString outcome; //!< of a revocation: toString(RevokeOutcome::Kind)

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
    //! The same of the other connection of the pair, where steps are about it too.
    std::optional<ConnectionId> partner;
    bool partnerPendingGrant = false;
    std::optional<Connection> partnerDraft;
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
QString toString(StepSide side);
std::optional<StepSide> stepSideFromString(const QString &text);
QString toString(StepTool tool);
std::optional<StepTool> stepToolFromString(const QString &text);
QString toString(StepStatus status);
std::optional<StepStatus> stepStatusFromString(const QString &text);

} // namespace relink
