// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/toldwords.h"

#include "core/rules/plaintext.h"
#include "core/rules/toldfailure.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

QString contradiction(const Connection &connection, const Diagnosis &told,
                      const QString &providerName, const QDateTime &now)
{
    const QString name = plainText(connection.name, 60);
    const QString own = reason(connection, providerName, now);
    switch (ownFinding(connection.state, told)) {
    case OwnFinding::Nothing:
        return {};
    case OwnFinding::Works:
        return translate("Diagnose",
                         "Relink’s own check contradicts this: %1 works (%2). The text may be "
                         "older, or about another connection.",
                         "%2 is when that was found")
            .arg(name, own);
    case OwnFinding::SomethingElse:
        return translate("Diagnose", "Relink’s own check found something else for %1: %2",
                         "%2 is a sentence")
            .arg(name, own);
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
