// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/badgeddelegate.h"

#include "ui/statusglyph.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace relink {

void BadgedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (!index.data(TestRole).toBool())
        return QStyledItemDelegate::paint(painter, option, index);
    const Theme &theme = Theme::current();
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const QStyle *style = shown.widget->style();
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &shown, shown.widget);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &shown, shown.widget) + 1;
    const int badge = paintTestBadge(nullptr, {}, shown.font, theme);
    const int gap = 6;
    shown.text = shown.fontMetrics.elidedText(shown.text, Qt::ElideRight,
                                              room.width() - 2 * margin - badge - gap);
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);
    const int words = shown.fontMetrics.horizontalAdvance(shown.text);
    const QRect place(room.left() + margin + words + gap, room.top(), badge, room.height());
    const QRect seen = QStyle::visualRect(shown.direction, room, place);
    paintTestBadge(painter, QPointF(seen.left(), seen.center().y() + 1), shown.font, theme);
}

} // namespace relink
