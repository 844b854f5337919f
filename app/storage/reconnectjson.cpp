// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/reconnectjson.h"

#include "storage/jsonparts.h"
#include "storage/valuejson.h"

#include <QJsonArray>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QJsonObject stepJson(const Step &step)
{
    QStringList checks;
    for (const CheckId check : step.checks)
        checks.append(toString(check));
    QStringList authKinds;
    for (const AuthKind kind : step.authKinds)
        authKinds.append(toString(kind));
    return {
        {u"id"_s, step.id},
        {u"kind"_s, toString(step.kind)},
        {u"action"_s, toString(step.action)},
        {u"checks"_s, toJson(checks)},
        {u"title"_s, step.title},
        {u"text"_s, step.text},
        {u"button"_s, step.button},
        {u"source"_s, step.source},
        {u"link"_s, step.link},
        {u"optional"_s, step.optional},
        {u"auth_kinds"_s, toJson(authKinds)},
        {u"skip_when_mended"_s, step.skipWhenMended},
    };
}

Step stepFromJson(const QJsonObject &json)
{
    Step step;
    step.id = json[u"id"_s].toString();
    step.kind = stepKindFromString(json[u"kind"_s].toString()).value_or(step.kind);
    step.action = stepActionFromString(json[u"action"_s].toString()).value_or(step.action);
    for (const QString &text : listFromJson(json[u"checks"_s].toArray())) {
        if (const auto check = checkIdFromString(text))
            step.checks.append(*check);
    }
    step.title = json[u"title"_s].toString();
    step.text = json[u"text"_s].toString();
    step.button = json[u"button"_s].toString();
    step.source = json[u"source"_s].toString();
    step.link = json[u"link"_s].toString();
    step.optional = json[u"optional"_s].toBool();
    for (const QString &name : listFromJson(json[u"auth_kinds"_s].toArray())) {
        if (const auto kind = authKindFromString(name))
            step.authKinds.append(*kind);
    }
    step.skipWhenMended = json[u"skip_when_mended"_s].toBool();
    return step;
}

QJsonObject checkResultJson(const CheckResult &result)
{
    QJsonObject json {
        {u"check"_s, toString(result.check)},
        {u"passed"_s, result.passed},
        {u"detail"_s, result.detail},
        {u"values"_s, toJson(result.values)},
    };
    if (result.diagnosis)
        json[u"diagnosis"_s] = toJson(*result.diagnosis);
    return json;
}

CheckResult checkResultFromJson(const QJsonObject &json)
{
    CheckResult result;
    result.check = checkIdFromString(json[u"check"_s].toString()).value_or(result.check);
    result.passed = json[u"passed"_s].toBool();
    result.detail = json[u"detail"_s].toString();
    result.values = mapFromJson(json[u"values"_s].toObject());
    if (const QJsonValue diagnosis = json[u"diagnosis"_s]; diagnosis.isObject())
        result.diagnosis = diagnosisFromJson(diagnosis.toObject());
    return result;
}

QJsonObject stepRecordJson(const StepRecord &record)
{
    QJsonObject json {
        {u"status"_s, toString(record.status)},
        {u"at"_s, timeJson(record.at)},
        {u"checks"_s, arrayOf(record.checks, checkResultJson)},
    };
    if (record.error)
        json[u"error"_s] = toJson(*record.error);
    return json;
}

StepRecord stepRecordFromJson(const QJsonObject &json)
{
    StepRecord record;
    record.status = stepStatusFromString(json[u"status"_s].toString()).value_or(record.status);
    record.at = timeFromJson(json[u"at"_s]);
    record.checks = listOf<CheckResult>(json[u"checks"_s], checkResultFromJson);
    if (const QJsonValue error = json[u"error"_s]; error.isObject())
        record.error = authErrorFromJson(error.toObject());
    return record;
}

} // namespace

QJsonObject toJson(const ReconnectProgress &progress)
{
    QJsonObject records;
    for (auto it = progress.records.begin(); it != progress.records.end(); ++it)
        records[it.key()] = stepRecordJson(it.value());
    QJsonObject json {
        {u"connection"_s, progress.connection.value},
        {u"plan"_s,
         QJsonObject {
             {u"recipe"_s, progress.plan.recipe},
             {u"cause"_s, progress.plan.cause},
             {u"class"_s, toString(progress.plan.errorClass)},
             {u"steps"_s, arrayOf(progress.plan.steps, stepJson)},
         }},
        {u"records"_s, records},
        {u"current"_s, progress.current},
        {u"mended"_s, progress.mended},
        {u"pending_grant"_s, progress.pendingGrant},
        {u"started_at"_s, timeJson(progress.startedAt)},
    };
    if (progress.draft)
        json[u"draft"_s] = toJson(*progress.draft);
    if (progress.told)
        json[u"told"_s] = toJson(*progress.told);
    return json;
}

ReconnectProgress reconnectProgressFromJson(const QJsonObject &json)
{
    ReconnectProgress progress;
    progress.connection.value = json[u"connection"_s].toString();
    const QJsonObject plan = json[u"plan"_s].toObject();
    progress.plan.recipe = plan[u"recipe"_s].toString();
    progress.plan.cause = plan[u"cause"_s].toString();
    progress.plan.errorClass = classFromJson(plan[u"class"_s]);
    progress.plan.steps = listOf<Step>(plan[u"steps"_s], stepFromJson);
    const QJsonObject records = json[u"records"_s].toObject();
    for (auto it = records.begin(); it != records.end(); ++it)
        progress.records[it.key()] = stepRecordFromJson(it.value().toObject());
    progress.current = qBound(0, json[u"current"_s].toInt(), int(progress.plan.steps.size()));
    progress.mended = json[u"mended"_s].toBool();
    progress.pendingGrant = json[u"pending_grant"_s].toBool();
    if (const QJsonValue draft = json[u"draft"_s]; draft.isObject())
        progress.draft = connectionFromJson(draft.toObject());
    if (const QJsonValue told = json[u"told"_s]; told.isObject())
        progress.told = diagnosisFromJson(told.toObject());
    progress.startedAt = timeFromJson(json[u"started_at"_s]);
    return progress;
}

} // namespace relink
