// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/resumewords.h"

#include "words/translate.h"
#include "words/words.h"

#include <QLocale>

namespace relink::words {

QString resumed(const QDateTime &leftAt, const QString &step, const QStringList &done,
                const QDateTime &now)
{
    //: The title of a step, and when: "3 min ago", "yesterday 14:05"
    QString text = translate("Resumed", "You stopped at “%1” %2.").arg(step, when(leftAt, now));
    if (!done.isEmpty()) {
        text += QLatin1Char(' ');
        //: A list of titles
        text += translate("Resumed", "These steps are done: %1.")
                    .arg(QLocale().createSeparatedList(done));
    }
    text += QLatin1Char(' ');
    text += translate("Resumed", "What may have changed since is checked afresh.");
    return text;
}

} // namespace relink::words
