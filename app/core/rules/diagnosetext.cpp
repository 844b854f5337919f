// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/rules/classifytext.h"
#include "core/rules/documentedsteps.h"
#include "core/rules/errortext.h"
#include "core/rules/maskedpassage.h"
#include "core/rules/redact.h"

#include <algorithm>

namespace relink {

namespace {

QString decidedBy(const QString &pasted, const TextDiagnosis &reading)
{
    QStringList words;
    for (const TextPassage &passage : reading.passages)
        words += pasted.mid(passage.start, passage.length);
    return ErrorText(words.join(u' ')).text();
}

//! A code that the text shows only in a place that has to be hidden is no code.
bool isSecret(const QString &code, const QString &pasted)
{
    return pasted.contains(code, Qt::CaseInsensitive)
        && !redact(pasted).contains(code, Qt::CaseInsensitive);
}

TextDiagnosis read(const QString &pasted, const QList<const ProviderPack *> &packs,
                   const ProviderPack *chosen, const ProviderPack *via)
{
    if (!via)
        return classifyText(pasted, packs, chosen);
    // The product reports in its own words, whoever stands behind it.
    TextDiagnosis reading = classifyText(pasted, packs, via);
    const TextDiagnosis behind = classifyText(pasted, packs, chosen);
    reading.provider = behind.provider;
    reading.providerConfidence = behind.providerConfidence;
    return reading;
}

} // namespace

TextAnswer diagnoseText(const QString &pasted, const QList<const ProviderPack *> &packs,
                        const Documentation &documentation, const ProviderPack *chosen,
                        const ProviderPack *via)
{
    TextAnswer answer;
    answer.reading = read(pasted, packs, chosen, via);
    TextDiagnosis &reading = answer.reading;
    if (!reading.providerCode.isEmpty() && isSecret(reading.providerCode, pasted))
        reading.providerCode.clear();
    for (const TextPassage &passage : std::as_const(reading.passages)) {
        const QString masked = maskedPassage(pasted, passage);
        if (!masked.isEmpty() && !answer.passages.contains(masked))
            answer.passages += masked;
    }

    StepOccasion occasion;
    occasion.errorClass = reading.diagnosis.errorClass;
    occasion.cause = reading.diagnosis.cause;
    occasion.provider = reading.provider;
    occasion.via = via ? via->id : QString();
    occasion.httpStatus = reading.httpStatus;
    occasion.text = ErrorText(pasted).text();
    occasion.decidedBy = decidedBy(pasted, reading);
    const auto pack
        = std::find_if(packs.begin(), packs.end(), [&reading](const ProviderPack *candidate) {
              return candidate->id == reading.provider;
          });
    if (pack != packs.end() && !(*pack)->authMethods.isEmpty())
        occasion.kind = (*pack)->authMethods.first().kind;
    const DocumentedSteps documented = documentedSteps(occasion, documentation);
    answer.steps = documented.steps;
    reading.diagnosis.action = documented.action;
    return answer;
}

} // namespace relink
