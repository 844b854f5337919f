// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recoverylist.h"

#include "ui/metrics.h"
#include "ui/plaintooltip.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace relink {

namespace {

enum Role { IdRole = Qt::UserRole, SentenceRole, StateRole, LightRole };

constexpr int side = 14;
constexpr int gap = 12;

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFont small = TextLabel::fontFor(TextLabel::Size::Small, false, option.font);
        const int lines = option.fontMetrics.height() + QFontMetrics(small).height();
        return {0, qMax(metrics::historyRow, lines + 16)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &t = Theme::current();
        const bool selected = option.state & QStyle::State_Selected;
        const QRect &row = option.rect;
        painter->save();
        if (selected)
            painter->fillRect(row, t.highContrast ? t.pane : t.selection);
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), t.line);
        const auto place = [&option, &row](int x, int y, int width, int height) {
            return QStyle::visualRect(option.direction, row,
                                      QRect(row.left() + x, row.top() + y, width, height));
        };
        const int glyph = option.fontMetrics.height() + 4;
        paintStatusGlyph(*painter, QRectF(place(side, (row.height() - glyph) / 2, glyph, glyph)),
                         Light(index.data(LightRole).toInt()), t);

        const QFont strong = TextLabel::fontFor(TextLabel::Size::Body, true, option.font);
        const QFont small = TextLabel::fontFor(TextLabel::Size::Small, false, option.font);
        const QFontMetrics strongMetrics(strong);
        const QFontMetrics smallMetrics(small);
        const QString state = index.data(StateRole).toString();
        // What is measured as just fitting may be cut by a rounding.
        const int stateWidth = state.isEmpty() ? 0 : smallMetrics.horizontalAdvance(state) + 4;
        const int left = side + glyph + gap;
        const int width = row.width() - left - side - (stateWidth > 0 ? stateWidth + gap : 0);
        const int height = strongMetrics.height() + smallMetrics.height();
        const int top = (row.height() - height) / 2;
        const int start
            = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
        const auto line = [&](const QFont &font, const QColor &colour, const QString &text,
                              const QRect &where) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(where, start | Qt::TextSingleLine,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width()));
        };
        line(strong, t.text, index.data().toString(),
             place(left, top, width, strongMetrics.height()));
        line(small, t.soft, index.data(SentenceRole).toString(),
             place(left, top + strongMetrics.height(), width, smallMetrics.height()));
        line(small, t.text, state,
             place(row.width() - side - stateWidth, 0, stateWidth, row.height()));
        if (selected && t.highContrast) {
            painter->setPen(QPen(t.text, 2));
            painter->drawRect(row.adjusted(1, 1, -1, -2));
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(t.accent, 2));
            painter->drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 5, 5);
        }
        painter->restore();
    }
};

} // namespace

RecoveryList::RecoveryList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false); // the card behind has round corners
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT chosen({item->data(IdRole).toString()});
    });
}

void RecoveryList::setRows(const QList<Row> &rows, const std::optional<ConnectionId> &current)
{
    const QSignalBlocker quiet(this);
    if (rows.size() != m_rows.size()) {
        clear();
        for (qsizetype i = 0; i < rows.size(); ++i)
            addItem(new QListWidgetItem);
    }
    m_rows = rows;
    for (int i = 0; i < count(); ++i) {
        const Row &row = rows.at(i);
        QListWidgetItem *shown = item(i);
        shown->setText(row.name);
        shown->setData(IdRole, row.id.value);
        shown->setData(SentenceRole, row.sentence);
        shown->setData(StateRole, row.state);
        shown->setData(LightRole, int(row.light));
        shown->setToolTip(plainToolTip(QString(row.name % u'\n' % row.sentence)));
        //: A connection, how far it is in a list of those to reconnect, and what is the matter
        shown->setData(Qt::AccessibleTextRole,
                       row.state.isEmpty()
                           ? tr("%1. %2").arg(row.name, row.sentence)
                           : tr("%1, %2. %3").arg(row.name, row.state, row.sentence));
        if (current == row.id)
            setCurrentItem(shown);
    }
    if (!current)
        setCurrentItem(nullptr);
    scrollToItem(currentItem());
    viewport()->update();
}

} // namespace relink
