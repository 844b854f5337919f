// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/taborder.h"

#include <QWidget>

#include <algorithm>

namespace relink {

void orderTabsByPlace(QWidget *area, const QList<QWidget *> &after)
{
    QList<QWidget *> stops;
    for (QWidget *widget : area->findChildren<QWidget *>()) {
        if (widget->isVisibleTo(area) && (widget->focusPolicy() & Qt::TabFocus)
            && !widget->focusProxy()) {
            stops.append(widget);
        }
    }
    const bool mirrored = area->isRightToLeft();
    std::stable_sort(stops.begin(), stops.end(), [area, mirrored](QWidget *a, QWidget *b) {
        const QPoint one = a->mapTo(area, QPoint());
        const QPoint other = b->mapTo(area, QPoint());
        if (one.y() != other.y())
            return one.y() < other.y();
        return mirrored ? one.x() > other.x() : one.x() < other.x();
    });
    stops += after;
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace relink
