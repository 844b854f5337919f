// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/checkadvice.h"

#include "core/rules/documentedsteps.h"
#include "words/documentedwords.h"
#include "words/words.h"

namespace relink::words {

QStringList checkAdvice(const CheckResult &result, const Documentation &documentation)
{
    if (result.passed || !result.diagnosis || result.check == CheckId::Grant)
        return {};
    using enum ErrorClass;
    const QList<ErrorClass> ofThisComputer {Network, Proxy,          Tls,
                                            Clock,   KeychainLocked, KeychainMissing};
    const Diagnosis &diagnosis = *result.diagnosis;
    if (!ofThisComputer.contains(diagnosis.errorClass))
        return {};
    QStringList lines;
    const QString fault = documentation.explanations.value(diagnosis.errorClass).notYourFault;
    if (!fault.isEmpty())
        lines.append(packText(fault));
    StepOccasion occasion;
    occasion.errorClass = diagnosis.errorClass;
    occasion.cause = diagnosis.cause;
    for (const DocumentedRow &row : documentedSteps(occasion, documentation).steps)
        lines.append(documentedStep(row));
    return lines;
}

} // namespace relink::words
