// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/checkresults.h"

#include "core/rules/classify.h"

namespace relink {

CheckResult passedCheck(CheckId check, const QString &detail)
{
    CheckResult result;
    result.check = check;
    result.passed = true;
    result.detail = detail;
    return result;
}

CheckResult failedCheck(CheckId check, const QString &detail, ErrorClass errorClass,
                        const QString &cause, std::optional<RecommendedAction> action)
{
    CheckResult result;
    result.check = check;
    result.detail = detail;
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    diagnosis.cause = cause;
    diagnosis.confidence = 1;
    diagnosis.action = action.value_or(firstActionFor(errorClass, AuthKind::AuthorizationCode));
    result.diagnosis = diagnosis;
    return result;
}

bool isOpen(const CheckResult &result)
{
    using namespace checkdetail;
    return result.passed
        && (result.detail == notLookedAt || result.detail == unknown || result.detail == notTold
            || result.detail == noProbe || result.detail == beside);
}

} // namespace relink
