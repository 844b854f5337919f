// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/rules/circumstance.h"
#include "core/rules/classify.h"
#include "core/rules/classifytext.h"
#include "core/rules/documentedsteps.h"
#include "core/rules/errortext.h"
#include "core/rules/maskedpassage.h"

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

QString decidedBy(const QString &pasted, const TextDiagnosis &reading)
{
    QStringList words;
    for (const TextPassage &passage : reading.passages)
        words += pasted.mid(passage.start, passage.length);
    return ErrorText(words.join(u' ')).text();
}

//! True for a rule of a provider, by its words or codes.
bool isOwn(const TextDiagnosis &reading)
{
    return !reading.diagnosis.rule.startsWith("text."_L1);
}

//! True where the two were decided by the same words.
bool shareWords(const TextDiagnosis &one, const TextDiagnosis &other)
{
    if (one.passages.isEmpty() || other.passages.isEmpty())
        return false;
    const TextPassage &a = one.passages.first();
    const TextPassage &b = other.passages.first();
    return a.start < b.start + b.length && b.start < a.start + a.length;
}

//! The product reports in its own words, whoever stands behind it; words that are only the
//! provider's mean what the provider says. A product that holds the access itself still reads a
//! status in its own way.
TextDiagnosis read(const QString &pasted, const ErrorText &text,
                   const QList<const ProviderPack *> &packs, const ProviderPack *chosen,
                   const ProviderPack *via)
{
    TextDiagnosis behind = classifyText(pasted, text, packs, chosen);
    if (!via)
        return behind;
    TextDiagnosis reading = classifyText(pasted, text, packs, via);
    // A product's "authorisation error" says less than the reason that stands beside it.
    if (reading.diagnosis.errorClass == ErrorClass::Unknown
        && behind.diagnosis.errorClass != ErrorClass::NotAnError
        && !(isOwn(reading) && shareWords(reading, behind))) {
        reading.diagnosis = behind.diagnosis;
        reading.passages = behind.passages;
    }
    if (!isOwn(reading) && isOwn(behind)) {
        const bool holdsAccess
            = !via->authMethods.isEmpty() && via->authMethods.first().kind == AuthKind::Delegated;
        const TextDiagnosis byStatus = holdsAccess && behind.httpStatus
            ? classifyText(u"HTTP/1.1 %1"_s.arg(*behind.httpStatus), {}, via)
            : TextDiagnosis();
        reading = behind;
        if (!byStatus.diagnosis.rule.isEmpty() && isOwn(byStatus))
            reading.diagnosis = byStatus.diagnosis;
        return reading;
    }
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
    const ErrorText text(pasted);
    answer.reading = read(pasted, text, packs, chosen, via);
    TextDiagnosis &reading = answer.reading;
    if (isHidden(pasted, reading.providerCode))
        reading.providerCode.clear();
    for (const TextPassage &passage : std::as_const(reading.passages)) {
        const QString masked = maskedPassage(pasted, passage);
        if (!masked.isEmpty() && !answer.passages.contains(masked))
            answer.passages += masked;
    }

    const QString &folded = text.text();
    if (reading.diagnosis.cause.isEmpty())
        reading.diagnosis.cause = circumstanceIn(folded, reading.diagnosis.errorClass);

    StepOccasion occasion;
    // A refused key is treated like a refused login: looked at, and entered anew.
    occasion.errorClass = reading.diagnosis.cause == QLatin1StringView(code::keyRefused)
        ? ErrorClass::InvalidUserCredentials
        : reading.diagnosis.errorClass;
    occasion.cause = reading.diagnosis.cause;
    occasion.isSymptom = reading.diagnosis.action == RecommendedAction::Refresh;
    occasion.provider = reading.provider;
    occasion.chosen = chosen != nullptr;
    occasion.via = via ? via->id : QString();
    occasion.httpStatus = reading.httpStatus;
    occasion.text = folded;
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
