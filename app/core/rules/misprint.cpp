// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/misprint.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

QString misprintIn(const QString &text)
{
    static const QRegularExpression misprint(u"[a-z0-9]\\.con(?![a-z0-9.-])|\\boauth"
                                             "a\\b|your_"
                                             "(?:refresh_token|client secret)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    return misprint.match(text).captured();
}

} // namespace relink
