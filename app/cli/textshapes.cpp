// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/textshapes.h"

#include "words/documentedwords.h"
#include "words/requestwords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QJsonArray>

#include <algorithm>

namespace relink::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue shareOrNull(double share)
{
    return share > 0 ? QJsonValue(std::min(share, 1.0)) : QJsonValue(QJsonValue::Null);
}

QJsonObject row(const QString &id, bool ok, const QString &text, const QJsonValue &line)
{
    return {{u"id"_s, id}, {u"ok"_s, ok}, {u"text"_s, text}, {u"line"_s, line}};
}

} // namespace

QJsonObject diagnoseShape(const TextAnswer &answer, const QString &providerName)
{
    const TextDiagnosis &reading = answer.reading;
    QJsonArray alternatives;
    for (const Alternative &other : reading.diagnosis.alternatives) {
        alternatives.append(
            QJsonObject {{u"error_class"_s, toString(other.errorClass)},
                         {u"why"_s, words::alternativeSentence(other, providerName)}});
    }
    QJsonArray steps;
    for (const DocumentedRow &step : answer.steps) {
        steps.append(QJsonObject {{u"id"_s, step.id},
                                  {u"source"_s, textOrNull(words::packText(step.source))},
                                  {u"text"_s, words::documentedStep(step)}});
    }
    return {{u"schema"_s, 1},
            {u"error_class"_s, toString(reading.diagnosis.errorClass)},
            {u"cause"_s, textOrNull(reading.diagnosis.cause)},
            {u"confidence"_s, shareOrNull(reading.diagnosis.confidence)},
            {u"alternatives"_s, alternatives},
            {u"provider"_s, textOrNull(reading.provider)},
            {u"provider_confidence"_s,
             reading.provider.isEmpty() ? QJsonValue(QJsonValue::Null)
                                        : shareOrNull(reading.providerConfidence)},
            {u"http_status"_s,
             reading.httpStatus ? QJsonValue(*reading.httpStatus) : QJsonValue(QJsonValue::Null)},
            {u"provider_code"_s, textOrNull(reading.providerCode)},
            {u"next_action"_s, toString(reading.diagnosis.action)},
            {u"steps"_s, steps}};
}

QJsonObject requestLintShape(const RequestLint &lint)
{
    QJsonArray results;
    if (!lint.hasRequest && lint.findings.isEmpty()) {
        results.append(row(u"request"_s, false,
                           words::translate("RequestLint",
                                            "The text holds no address and no request that could "
                                            "be judged."),
                           QJsonValue::Null));
    }
    for (const RequestFinding &finding : lint.findings) {
        results.append(
            row(toString(finding.flaw), false, words::requestSentence(finding), finding.line));
    }
    for (const RequestFlaw flaw : allRequestFlaws()) {
        const bool found
            = std::any_of(lint.findings.begin(), lint.findings.end(),
                          [flaw](const RequestFinding &finding) { return finding.flaw == flaw; });
        if (lint.hasRequest && !found)
            results.append(
                row(toString(flaw), true, words::inOrderSentence(flaw), QJsonValue::Null));
    }
    return {
        {u"schema"_s, 1}, {u"results"_s, results}, {u"suggested"_s, textOrNull(lint.suggested)}};
}

} // namespace relink::cli
