// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/reconnectjson.h"

#include "storage/jsonparts.h"
#include "storage/valuejson.h"

#include <QJsonArray>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QStringList wordsOf(const QList<T> &values)
{
    QStringList words;
    for (const T value : values)
        words.append(toString(value));
    return words;
}

template <typename T>
QList<T> valuesFrom(const QJsonValue &json, std::optional<T> (*read)(const QString &))
{
    QList<T> values;
    for (const QString &word : listFromJson(json.toArray())) {
        if (const auto value = read(word))
            values.append(*value);
    }
    return values;
}

QJsonObject optionJson(const StepOption &option)
{
    return {
        {u"id"_s, option.id},
        {u"text"_s, option.text},
        {u"row"_s, option.row},
        {u"noted"_s, option.noted},
        {u"fails"_s, option.fails},
        {u"already_refreshed"_s, option.alreadyRefreshed},
        {u"proves_all"_s, option.provesAll},
    };
}

StepOption optionFromJson(const QJsonObject &json)
{
    StepOption option;
    option.id = json[u"id"_s].toString();
    option.text = json[u"text"_s].toString();
    option.row = json[u"row"_s].toString();
    option.noted = json[u"noted"_s].toString();
    option.fails = json[u"fails"_s].toBool();
    option.alreadyRefreshed = json[u"already_refreshed"_s].toBool();
    option.provesAll = json[u"proves_all"_s].toBool();
    return option;
}

QJsonObject stepJson(const Step &step)
{
    return {
        {u"id"_s, step.id},
        {u"section"_s, step.section},
        {u"kind"_s, toString(step.kind)},
        {u"action"_s, toString(step.action)},
        {u"checks"_s, toJson(wordsOf(step.checks))},
        {u"title"_s, step.title},
        {u"text"_s, step.text},
        {u"button"_s, step.button},
        {u"source"_s, step.source},
        {u"rows"_s, toJson(step.rows)},
        {u"menu_path"_s, step.menuPath},
        {u"link"_s, step.link},
        {u"optional"_s, step.optional},
        {u"developer"_s, step.developer},
        {u"side"_s, toString(step.side)},
        {u"tools"_s, toJson(wordsOf(step.tools))},
        {u"options"_s, arrayOf(step.options, optionJson)},
        {u"when_step"_s, step.when.step},
        {u"when_answers"_s, toJson(step.when.answers)},
        {u"section_when_step"_s, step.sectionWhen.step},
        {u"section_when_answers"_s, toJson(step.sectionWhen.answers)},
        {u"needs"_s, toJson(step.needs)},
        {u"lacks"_s, toJson(step.lacks)},
        {u"renews"_s, step.renews},
        {u"auth_kinds"_s, toJson(wordsOf(step.authKinds))},
        {u"skip_when_mended"_s, step.skipWhenMended},
    };
}

Step stepFromJson(const QJsonObject &json)
{
    Step step;
    step.id = json[u"id"_s].toString();
    step.section = json[u"section"_s].toString();
    step.kind = stepKindFromString(json[u"kind"_s].toString()).value_or(step.kind);
    step.action = stepActionFromString(json[u"action"_s].toString()).value_or(step.action);
    step.checks = valuesFrom<CheckId>(json[u"checks"_s], checkIdFromString);
    step.title = json[u"title"_s].toString();
    step.text = json[u"text"_s].toString();
    step.button = json[u"button"_s].toString();
    step.source = json[u"source"_s].toString();
    step.rows = listFromJson(json[u"rows"_s].toArray());
    step.menuPath = json[u"menu_path"_s].toString();
    step.link = json[u"link"_s].toString();
    step.optional = json[u"optional"_s].toBool();
    step.developer = json[u"developer"_s].toBool();
    step.side = stepSideFromString(json[u"side"_s].toString()).value_or(step.side);
    step.tools = valuesFrom<StepTool>(json[u"tools"_s], stepToolFromString);
    step.options = listOf<StepOption>(json[u"options"_s], optionFromJson);
    step.when = {json[u"when_step"_s].toString(), listFromJson(json[u"when_answers"_s].toArray())};
    step.sectionWhen = {json[u"section_when_step"_s].toString(),
                        listFromJson(json[u"section_when_answers"_s].toArray())};
    step.needs = listFromJson(json[u"needs"_s].toArray());
    step.lacks = listFromJson(json[u"lacks"_s].toArray());
    step.renews = json[u"renews"_s].toBool();
    step.authKinds = valuesFrom<AuthKind>(json[u"auth_kinds"_s], authKindFromString);
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
    if (!record.answer.isEmpty())
        json[u"answer"_s] = record.answer;
    if (!record.reason.isEmpty())
        json[u"reason"_s] = record.reason;
    if (!record.outcome.isEmpty())
        json[u"outcome"_s] = record.outcome;
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
    record.answer = json[u"answer"_s].toString();
    record.reason = json[u"reason"_s].toString();
    record.outcome = json[u"outcome"_s].toString();
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
             {u"already_refreshed"_s, progress.plan.alreadyRefreshed},
             {u"also"_s, toJson(progress.plan.also)},
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
    if (progress.partner)
        json[u"partner"_s] = progress.partner->value;
    json[u"partner_pending_grant"_s] = progress.partnerPendingGrant;
    if (progress.partnerDraft)
        json[u"partner_draft"_s] = toJson(*progress.partnerDraft);
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
    progress.plan.alreadyRefreshed = plan[u"already_refreshed"_s].toBool();
    progress.plan.also = listFromJson(plan[u"also"_s].toArray());
    progress.plan.steps = listOf<Step>(plan[u"steps"_s], stepFromJson);
    const QJsonObject records = json[u"records"_s].toObject();
    for (auto it = records.begin(); it != records.end(); ++it)
        progress.records[it.key()] = stepRecordFromJson(it.value().toObject());
    progress.current = qBound(0, json[u"current"_s].toInt(), int(progress.plan.steps.size()));
    progress.mended = json[u"mended"_s].toBool();
    progress.pendingGrant = json[u"pending_grant"_s].toBool();
    if (const QJsonValue draft = json[u"draft"_s]; draft.isObject())
        progress.draft = connectionFromJson(draft.toObject());
    if (const QString partner = json[u"partner"_s].toString(); !partner.isEmpty())
        progress.partner = ConnectionId {partner};
    progress.partnerPendingGrant = json[u"partner_pending_grant"_s].toBool();
    if (const QJsonValue draft = json[u"partner_draft"_s]; draft.isObject())
        progress.partnerDraft = connectionFromJson(draft.toObject());
    if (const QJsonValue told = json[u"told"_s]; told.isObject())
        progress.told = diagnosisFromJson(told.toObject());
    progress.startedAt = timeFromJson(json[u"started_at"_s]);
    return progress;
}

} // namespace relink
