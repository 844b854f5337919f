// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>

namespace relink {

//! 128 random bits as 32 hexadecimal digits; for ids that must say nothing (R80).
inline QString randomId()
{
    auto *generator = QRandomGenerator::system();
    return QStringLiteral("%1%2")
        .arg(generator->generate64(), 16, 16, QLatin1Char('0'))
        .arg(generator->generate64(), 16, 16, QLatin1Char('0'));
}

} // namespace relink
