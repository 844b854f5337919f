// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/answerpath.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

bool isAnswerPath(const QString &path)
{
    static const QRegularExpression form(
        u"\\A[^.\\[\\]\\s]+(?:\\[(?:[0-9]{1,4}|\\*)\\])*"
        "(?:\\.[^.\\[\\]\\s]+(?:\\[(?:[0-9]{1,4}|\\*)\\])*)*\\z"_s);
    return form.match(path).hasMatch();
}

} // namespace relink
