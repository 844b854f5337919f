// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/historydelegate.h"

#include "ui/historymodel.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QTableView>

namespace relink {

namespace {

//! A failure that needed nobody shows the neutral sign.
Light lightOf(const HistoryEvent &event)
{
    if (event.kind == HistoryKind::Recovery)
        return Light::Green;
    const bool passing = event.errorClass
        && (isTransient(*event.errorClass) || isKeychain(*event.errorClass)
            || *event.errorClass == ErrorClass::NotAnError);
    return passing ? Light::Neutral : Light::Red;
}

} // namespace

HistoryDelegate::HistoryDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    const HistoryEvent *event = model ? model->at(index.row()) : nullptr;
    if (!event)
        return;
    const Theme &t = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, t.highContrast ? t.marked : t.selection);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      t.line);
    const bool rtl = option.direction == Qt::RightToLeft;
    QRect text = option.rect.adjusted(8, 0, -8, 0);
    const int column = index.column();
    if (column == HistoryModel::TimeColumn) {
        const int side = option.fontMetrics.height() + 4;
        const QRect glyph = QStyle::visualRect(
            option.direction, option.rect,
            QRect(option.rect.left() + 14, option.rect.center().y() - side / 2, side, side));
        if (event->kind == HistoryKind::Change)
            paintChangeGlyph(*painter, QRectF(glyph), t);
        else
            paintStatusGlyph(*painter, QRectF(glyph), lightOf(*event), t);
        text = rtl ? option.rect.adjusted(8, 0, -14 - side - 12, 0)
                   : option.rect.adjusted(14 + side + 12, 0, -8, 0);
    } else if (column == HistoryModel::CountColumn) {
        text = rtl ? option.rect.adjusted(14, 0, -8, 0) : option.rect.adjusted(8, 0, -14, 0);
    }
    const bool name = column == HistoryModel::ConnectionColumn;
    const QFont font = TextLabel::fontFor(TextLabel::Size::Body, name, option.font);
    painter->setFont(font);
    painter->setPen(column == HistoryModel::CountColumn ? t.soft : t.text);
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).isValid()
                                         ? index.data(Qt::TextAlignmentRole).toInt()
                                         : int(Qt::AlignLeading | Qt::AlignVCenter));
    const int badge
        = name && model->isTest(*event) ? paintTestBadge(nullptr, {}, option.font, t) + 6 : 0;
    const QString words = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight,
                                                        text.width() - badge);
    painter->drawText(
        text, int(QStyle::visualAlignment(option.direction, align)) | Qt::TextSingleLine, words);
    if (badge > 0) {
        const QRect place(text.left() + QFontMetrics(font).horizontalAdvance(words) + 6, text.top(),
                          badge - 6, text.height());
        const QRect seen = QStyle::visualRect(option.direction, text, place);
        paintTestBadge(painter, QPointF(seen.left(), seen.center().y() + 1), option.font, t);
    }
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    if (view && view->hasFocus() && index.row() == view->currentIndex().row()) {
        // One ring around the row, drawn by each of its cells.
        painter->setPen(QPen(t.accent, 2));
        const QRect r = option.rect;
        painter->drawLine(r.left(), r.top() + 1, r.right() + 1, r.top() + 1);
        painter->drawLine(r.left(), r.bottom() - 1, r.right() + 1, r.bottom() - 1);
    }
    painter->restore();
}

} // namespace relink
