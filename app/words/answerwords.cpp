// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/answerwords.h"

#include "core/rules/plaintext.h"
#include "words/documentedwords.h"
#include "words/requestwords.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

QString providerLine(const TextDiagnosis &reading, const QString &providerName, bool chosen)
{
    if (reading.provider.isEmpty())
        return translate("Diagnose", "Provider: not named in the text");
    const QString name = plainText(providerName, 60);
    if (chosen)
        return translate("Diagnose", "Provider: %1 (as you said)").arg(name);
    return translate("Diagnose", "Provider: %1 (%2)", "%2 is how sure that is")
        .arg(name, howSure(reading.providerConfidence));
}

QStringList factLines(const TextAnswer &answer, const QString &providerName, bool chosen)
{
    const TextDiagnosis &reading = answer.reading;
    QStringList lines {providerLine(reading, providerName, chosen)};
    if (reading.httpStatus)
        lines += translate("Diagnose", "HTTP status: %1").arg(*reading.httpStatus);
    if (!reading.providerCode.isEmpty())
        lines += translate("Diagnose", "Code: %1").arg(plainText(reading.providerCode, 80));
    for (const QString &passage : answer.passages)
        lines += translate("Diagnose", "What decided: “%1”").arg(plainText(passage, 200));
    return lines;
}

QStringList stepLines(const QList<DocumentedRow> &steps)
{
    QStringList lines;
    int number = 0;
    for (const DocumentedRow &step : steps) {
        lines += u"  %1. %2"_s.arg(++number).arg(documentedStep(step));
        lines += u"     [%1 · %2]"_s.arg(plainText(step.id, 40), packText(step.source));
    }
    return lines;
}

} // namespace

QStringList textAnswerLines(const TextAnswer &answer, const Documentation &documentation,
                            const QString &providerName, bool chosen, const QString &next)
{
    const Diagnosis &diagnosis = answer.reading.diagnosis;
    QStringList lines {classTitle(diagnosis.errorClass, diagnosis.cause) % u" ("_s
                       % howSure(diagnosis.confidence) % u')'};
    lines += meaning(diagnosis, documentation, providerName);
    lines += QString();
    lines += factLines(answer, providerName, chosen);
    if (!diagnosis.alternatives.isEmpty()) {
        lines += QString();
        lines += translate("Diagnose", "Also possible:");
        for (const Alternative &other : diagnosis.alternatives) {
            lines += u"  "_s % classTitle(other.errorClass, {}) % u": "_s
                % alternativeSentence(other, providerName);
        }
    }
    if (!answer.steps.isEmpty()) {
        lines += QString();
        lines += translate("Diagnose", "What to do, in this order:");
        lines += stepLines(answer.steps);
    }
    lines += QString();
    lines += translate("Diagnose", "Next: %1")
                 .arg(next.isEmpty() ? actionSentence(diagnosis.action, providerName) : next);
    return lines;
}

QStringList helpLines(const QList<HelpTopic> &topics)
{
    QStringList lines;
    for (const HelpTopic &topic : topics) {
        lines += QString();
        lines += packText(topic.title);
        for (const QString &paragraph : topic.paragraphs)
            lines += u"  "_s % packText(paragraph);
    }
    return lines;
}

QStringList requestLintLines(const RequestLint &lint)
{
    if (lint.findings.isEmpty()) {
        return {lint.hasRequest ? u"✓ "_s % translate("RequestLint", "Nothing unsafe was found.")
                                : u"✕ "_s
                        % translate("RequestLint",
                                    "The text holds no address and no request that could be "
                                    "judged.")};
    }
    QStringList lines;
    for (const RequestFinding &finding : lint.findings) {
        lines += u"✕ "_s
            % translate("RequestLint", "Line %1: %2")
                  .arg(finding.line)
                  .arg(requestSentence(finding));
    }
    if (!lint.suggested.isEmpty()) {
        lines += QString();
        lines
            += translate("RequestLint",
                         "The safe form, with your own values in place of <…>. Sign in with POST, "
                         "credentials in the body; send the key in a header:");
        lines += QString();
        lines += lint.suggested.split(u'\n');
    }
    return lines;
}

} // namespace relink::words
