// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/supportlists.h"

#include "core/rules/supportchecklists.h"
#include "services/documentation.h"

#include <QFile>

namespace relink {

const QList<SupportChecklist> &supportChecklists()
{
    static const QList<SupportChecklist> shipped = [] {
        QFile file(QStringLiteral(":/support/checklists.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        const auto lists = parseSupportChecklists(file.readAll(), documentation());
        // Shipped with the program and read by a test: unreadable means a broken build.
        if (!opened || !lists)
            qFatal("the built-in support checklists cannot be read");
        return *lists;
    }();
    return shipped;
}

} // namespace relink
