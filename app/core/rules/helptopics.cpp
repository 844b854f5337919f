// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/helptopics.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QStringList topicsOf(const TextDiagnosis &reading)
{
    QStringList ids;
    if (reading.httpStatus == 401)
        ids += u"status_401"_s;
    if (reading.httpStatus == 403)
        ids += u"status_403"_s;
    switch (reading.diagnosis.errorClass) {
    case ErrorClass::ExpiredAccess:
    case ErrorClass::ExpiredRefresh:
    case ErrorClass::Revoked:
        ids += u"access_token"_s;
        break;
    default:
        break;
    }
    return ids;
}

} // namespace

QList<HelpTopic> helpFor(const TextDiagnosis &reading, const Documentation &documentation)
{
    QList<HelpTopic> found;
    for (const QString &id : topicsOf(reading)) {
        if (const HelpTopic *topic = topicOf(id, documentation))
            found += *topic;
    }
    return found;
}

QList<HelpTopic> shortTopics(const Documentation &documentation)
{
    QList<HelpTopic> found;
    for (const HelpTopic &topic : documentation.topics) {
        if (topic.rows.isEmpty())
            found += topic;
    }
    return found;
}

const HelpTopic *topicOf(const QString &id, const Documentation &documentation)
{
    for (const HelpTopic &topic : documentation.topics) {
        if (topic.id == id)
            return &topic;
    }
    return nullptr;
}

QSet<QString> idsReachableInHelp(const Documentation &documentation)
{
    QSet<QString> ids;
    for (const HelpTopic &topic : documentation.topics) {
        for (const QString &id : topic.rows) {
            if (!documentation.rows.value(id).text.isEmpty())
                ids += id;
        }
    }
    return ids;
}

} // namespace relink
