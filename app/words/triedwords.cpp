// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/triedwords.h"

#include "core/rules/plaintext.h"
#include "core/rules/triedsteps.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestMessage = 8000;

} // namespace

QString stepResult(StepStatus status)
{
    switch (status) {
    case StepStatus::Done:
        return translate("Support", "done");
    case StepStatus::Failed:
        return translate("Support", "did not work");
    case StepStatus::NotPossible:
        return translate("Support", "not possible");
    case StepStatus::Skipped:
        return translate("Support", "skipped");
    case StepStatus::Open:
    case StepStatus::Running:
        return translate("Support", "not finished");
    }
    Q_UNREACHABLE();
}

QString triedStep(const SupportStep &step, const QMap<QString, QString> &values,
                  const QString &time)
{
    const QString title = packText(step.title, values);
    QString text = time.isEmpty()
        //: A step of the guided reconnect, and what came of it
        ? translate("Support", "%1: %2").arg(title, stepResult(step.status))
        //: A step of the guided reconnect, what came of it, and when
        : translate("Support", "%1: %2, %3").arg(title, stepResult(step.status), time);
    if (!step.answer.isEmpty())
        text += u" – "_s % packText(step.answer, values);
    if (!step.reason.isEmpty())
        text += u" – "_s % plainText(step.reason, longestMessage);
    return text;
}

QString historyMessage(const HistoryEvent &event, const QString &providerName)
{
    const QList<SupportStep> steps = triedSteps(event);
    if (steps.isEmpty())
        return plainText(event.message, longestMessage);
    const QMap<QString, QString> values {{u"provider"_s, providerName},
                                         {u"connection"_s, event.connectionName}};
    QStringList lines;
    for (const SupportStep &step : steps)
        lines += triedStep(step, values, {});
    return lines.join(u'\n');
}

} // namespace relink::words
