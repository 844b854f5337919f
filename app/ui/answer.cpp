// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/answer.h"

#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "words/requestwords.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink {

bool leadsToCheck(const Answer &answer)
{
    return answer.connection && !answer.contradiction.isEmpty() && !answer.isChecked;
}

QString nextStep(const Answer &answer)
{
    if (answer.findings.isOnlyRequest)
        return words::changeRequestSentence(answer.findings.lint);
    const QString name = answer.connection ? plainText(answer.connection->name, 60) : QString();
    if (leadsToCheck(answer)) {
        return words::translate("Diagnose", "Check now whether %1 works.", "%1 is a connection")
            .arg(name);
    }
    if (!answer.contradiction.isEmpty() && answer.connection
        && lightFor(answer.connection->state) == Light::Green) {
        return words::translate(
                   "Diagnose",
                   "Change nothing at %1. See whether the error comes again, and which "
                   "connection it is about.",
                   "%1 is a connection")
            .arg(name);
    }
    return words::actionSentence(answer.findings.answer.reading.diagnosis.action,
                                 answer.providerName);
}

} // namespace relink
