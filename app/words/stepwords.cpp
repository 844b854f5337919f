// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/stepwords.h"

#include "core/rules/plaintext.h"
#include "words/parts.h"
#include "words/translate.h"

namespace relink::words {

namespace {

QString stateWord(StepStatus status)
{
    switch (status) {
    case StepStatus::Open:
        return translate("Step", "still to do");
    case StepStatus::Running:
        return translate("Step", "under way");
    case StepStatus::Done:
        return translate("Step", "done");
    case StepStatus::Failed:
        return translate("Step", "did not work");
    case StepStatus::NotPossible:
        return translate("Step", "not possible");
    case StepStatus::Skipped:
        return translate("Step", "skipped");
    }
    Q_UNREACHABLE();
}

} // namespace

QString stepKind(StepKind kind)
{
    switch (kind) {
    case StepKind::Explain:
        return translate("Step", "Explanation");
    case StepKind::Check:
        return translate("Step", "Relink checks");
    case StepKind::Action:
        return translate("Step", "Relink does this");
    case StepKind::External:
        return translate("Step", "You do this");
    case StepKind::Question:
        return translate("Step", "Question");
    case StepKind::Verify:
        return translate("Step", "Verification");
    case StepKind::Support:
        return translate("Step", "Help from others");
    }
    Q_UNREACHABLE();
}

QString stepState(const StepRecord &record, const QDateTime &now)
{
    const bool ended = record.status != StepStatus::Open && record.status != StepStatus::Running;
    // What failed without an error was done, and the verification after it said no.
    const bool inVain
        = record.status == StepStatus::Failed && !record.error && record.checks.isEmpty();
    QString text = inVain ? translate("Step", "did not help") : stateWord(record.status);
    if (ended && record.at.isValid()) {
        //: What became of a step, and when: "done", "at 08:14"
        text = translate("Step", "%1 %2").arg(text, atTime(record.at, now));
    }
    const QString reason = plainText(record.reason.trimmed(), 200);
    if (!reason.isEmpty()) {
        //: What became of a step, and why in the person's words
        text = translate("Step", "%1: %2").arg(text, reason);
    }
    return text;
}

QString stepPosition(int number, int count)
{
    return translate("Step", "Step %1 of %2").arg(number).arg(count);
}

} // namespace relink::words
