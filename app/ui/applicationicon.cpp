// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/applicationicon.h"

#include <QImageReader>
#include <QPixmap>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace relink {

QIcon applicationIcon()
{
    initIcons();
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QImageReader reader(QStringLiteral(":/icons/relink-%1.png").arg(size), "png");
        // Else every image plugin there is would be loaded to ask whose format this is.
        reader.setAutoDetectImageFormat(false);
        icon.addPixmap(QPixmap::fromImageReader(&reader));
    }
    return icon;
}

} // namespace relink
