// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/supportjson.h"

#include "core/rules/light.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate))
                          : QJsonValue(QJsonValue::Null);
}

QJsonObject shapeOf(const HistoryEvent &event)
{
    return {
        {u"time"_s, orNull(event.time)},
        {u"kind"_s, toString(event.kind)},
        {u"stage"_s, toString(event.stage)},
        {u"action"_s, orNull(event.action)},
        {u"http_status"_s,
         event.httpStatus ? QJsonValue(*event.httpStatus) : QJsonValue(QJsonValue::Null)},
        {u"provider_code"_s, orNull(event.providerCode)},
        {u"code"_s, orNull(event.code)},
        {u"error_class"_s,
         event.errorClass ? QJsonValue(toString(*event.errorClass)) : QJsonValue(QJsonValue::Null)},
        {u"cause"_s, orNull(event.cause)},
        {u"message"_s, orNull(event.message)},
        {u"first_seen"_s, orNull(event.firstSeen)},
        {u"noticed_at"_s, orNull(event.noticedAt)},
        {u"count"_s, event.count},
        {u"resolved"_s, event.resolved},
    };
}

QJsonArray shapesOf(const QList<HistoryEvent> &events)
{
    QJsonArray shapes;
    for (const HistoryEvent &event : events)
        shapes.append(shapeOf(event));
    return shapes;
}

QString word(SupportFrequency::Kind kind)
{
    switch (kind) {
    case SupportFrequency::Kind::None:
        return u"none"_s;
    case SupportFrequency::Kind::Once:
        return u"once"_s;
    case SupportFrequency::Kind::EveryTime:
        return u"every_time"_s;
    case SupportFrequency::Kind::Sometimes:
        return u"sometimes"_s;
    }
    Q_UNREACHABLE();
}

QString word(HiddenValue::Kind kind)
{
    switch (kind) {
    case HiddenValue::Kind::Secret:
        return u"secret"_s;
    case HiddenValue::Kind::Name:
        return u"name"_s;
    case HiddenValue::Kind::Before:
        return u"hidden_before"_s;
    }
    Q_UNREACHABLE();
}

QString word(HiddenValue::Where where)
{
    switch (where) {
    case HiddenValue::Where::Message:
        return u"message"_s;
    case HiddenValue::Where::Code:
        return u"code"_s;
    case HiddenValue::Where::Doing:
        return u"doing"_s;
    case HiddenValue::Where::Change:
        return u"change"_s;
    case HiddenValue::Where::Reason:
        return u"reason"_s;
    case HiddenValue::Where::Settings:
        return u"settings"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject connectionShape(const SupportPacket &packet)
{
    const Connection &c = packet.connection;
    const auto named
        = [&packet](const QString &name) { return orNull(packet.names ? name : QString()); };
    return {
        {u"name"_s, named(c.name)},
        {u"organisation"_s, named(c.organisation.name)},
        {u"account"_s, named(c.identity)},
        {u"provider"_s, c.provider},
        {u"provider_name"_s, packet.providerName},
        {u"via"_s, orNull(c.via)},
        {u"other_provider_name"_s, orNull(packet.otherProviderName)},
        {u"environment"_s, toString(c.environment)},
        {u"auth_method"_s, c.authMethod},
        {u"scope"_s, QJsonArray::fromStringList(c.scope)},
        {u"light"_s, toString(lightFor(c.state))},
        {u"health"_s, toString(c.state.health)},
        {u"since"_s, orNull(c.state.since)},
        {u"verified_at"_s, orNull(c.state.verifiedAt)},
        {u"access_expires_at"_s, orNull(c.accessExpiresAt.value_or(QDateTime()))},
        {u"refresh_expires_at"_s, orNull(c.refreshExpiresAt.value_or(QDateTime()))},
    };
}

} // namespace

QByteArray supportJson(const SupportPacket &packet, const QStringList &pictures)
{
    QJsonArray questions;
    for (const SupportQuestion &question : packet.checklist.questions)
        questions.append(QJsonObject {{u"field"_s, toString(question.field)},
                                      {u"source"_s, orNull(question.row)}});
    QJsonArray steps;
    for (const SupportStep &step : packet.steps) {
        steps.append(QJsonObject {{u"id"_s, step.id},
                                  {u"title"_s, step.title},
                                  {u"source"_s, orNull(step.source)},
                                  {u"result"_s, toString(step.status)},
                                  {u"time"_s, orNull(step.at)},
                                  {u"answer"_s, orNull(step.answer)},
                                  {u"reason"_s, orNull(step.reason)}});
    }
    QJsonArray hidden;
    for (const HiddenValue &value : packet.hidden) {
        hidden.append(QJsonObject {
            {u"kind"_s, word(value.kind)},
            {u"label"_s, orNull(value.label)},
            {u"characters"_s,
             value.length > 0 ? QJsonValue(value.length) : QJsonValue(QJsonValue::Null)},
            {u"in"_s, word(value.where)},
            {u"time"_s, orNull(value.at)}});
    }
    const SupportFrequency &often = packet.frequency;
    const QJsonObject root {
        {u"schema"_s, 1},
        {u"made_at"_s, orNull(packet.madeAt)},
        {u"time_zone"_s, QString::fromLatin1(packet.timeZone)},
        {u"versions"_s,
         QJsonObject {{u"relink"_s, packet.versions.relink},
                      {u"qt"_s, packet.versions.qt},
                      {u"system"_s, packet.versions.system},
                      {u"keyring"_s, packet.versions.keyring}}},
        {u"checklist"_s,
         QJsonObject {{u"id"_s, packet.checklist.id},
                      {u"sources"_s, QJsonArray::fromStringList(packet.checklist.sources)},
                      {u"questions"_s, questions}}},
        {u"connection"_s, connectionShape(packet)},
        {u"doing"_s, orNull(packet.doing)},
        {u"error"_s,
         packet.error ? QJsonValue(shapeOf(*packet.error)) : QJsonValue(QJsonValue::Null)},
        {u"frequency"_s,
         QJsonObject {{u"kind"_s, word(often.kind)},
                      {u"failures"_s, often.failures},
                      {u"recoveries"_s, often.recoveries},
                      {u"first"_s, orNull(often.first)},
                      {u"last"_s, orNull(often.last)}}},
        {u"history"_s, shapesOf(packet.events)},
        {u"changes"_s, shapesOf(packet.changes)},
        {u"steps_tried"_s, steps},
        {u"attempts"_s, shapesOf(packet.attempts)},
        {u"pictures"_s, QJsonArray::fromStringList(pictures)},
        {u"replaced"_s, hidden},
    };
    return QJsonDocument(root).toJson();
}

} // namespace relink
