// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/triedsteps.h"

#include "core/rules/plaintext.h"
#include "core/rules/redact.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMessage = 4000;
constexpr qsizetype longestReason = 300;
constexpr QLatin1StringView separator(" | ");

//! One line without the signs that part steps.
QString part(const QString &text)
{
    QString line = oneLine(text.simplified());
    return line.replace(u'|', u'/').replace(u'[', u'(').replace(u']', u')');
}

QString said(const SupportStep &step)
{
    QString text = part(step.title) + u" ["_s + toString(step.status) + u']';
    if (!step.answer.isEmpty())
        text += u' ' + part(step.answer).replace(u": "_s, u" – "_s);
    const QString reason = part(redact(step.reason)).left(longestReason);
    return reason.isEmpty() ? text : QString(text + u": "_s + reason);
}

} // namespace

StepStatus shownStatus(const Step &step, const StepRecord &record)
{
    if (step.kind != StepKind::Check || record.status != StepStatus::Failed)
        return record.status;
    const bool here
        = std::any_of(record.checks.begin(), record.checks.end(), [](const CheckResult &result) {
              return !result.passed && result.check != CheckId::Grant;
          });
    return here || record.checks.isEmpty() ? StepStatus::Failed : StepStatus::Done;
}

QList<SupportStep> stepsTried(const ReconnectProgress &progress)
{
    QList<SupportStep> behind;
    for (const Step &step : progress.plan.steps) {
        const StepRecord record = progress.records.value(step.id);
        if (step.kind == StepKind::Explain || step.kind == StepKind::Support
            || record.status == StepStatus::Open || record.status == StepStatus::Running) {
            continue;
        }
        SupportStep told {step.id,   step.title, step.source, shownStatus(step, record),
                          record.at, {},         {}};
        for (const StepOption &option : step.options) {
            if (option.id == record.answer)
                told.answer = option.text;
        }
        told.reason = record.reason;
        behind += told;
    }
    return behind;
}

QString triedSteps(const ReconnectProgress &progress)
{
    const QList<SupportStep> steps = stepsTried(progress);
    QString message;
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        const QString text = said(*step);
        if (message.size() + text.size() + separator.size() > longestMessage)
            break;
        message = message.isEmpty() ? text : QString(text + separator + message);
    }
    return message;
}

HistoryEvent reconnectEvent(const Connection &connection, const ReconnectProgress &progress,
                            bool gaveUp, const QDateTime &now)
{
    HistoryEvent line;
    line.time = line.firstSeen = line.noticedAt = now;
    line.kind = HistoryKind::Change;
    line.connection = connection.id;
    line.connectionName = connection.name;
    line.provider = connection.provider;
    line.stage = HistoryStage::Authorize;
    line.action = u"reconnect"_s;
    if (gaveUp)
        line.cause = givenUp;
    line.message = triedSteps(progress);
    return line;
}

QList<SupportStep> triedSteps(const HistoryEvent &event)
{
    if (event.kind != HistoryKind::Change || event.action != "reconnect"_L1)
        return {};
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"(.+?) \\[([a-z_]+)\\](?: ([^:]+?))?(?:: (.+))?"_s));
    QList<SupportStep> steps;
    for (const QString &text : event.message.split(separator, Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = form.match(text);
        const auto status = stepStatusFromString(match.captured(2));
        if (!match.hasMatch() || !status)
            continue;
        SupportStep step;
        step.title = match.captured(1);
        step.status = *status;
        step.at = event.time;
        step.answer = match.captured(3);
        step.reason = match.captured(4);
        steps += step;
    }
    return steps;
}

} // namespace relink
