// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectiondelegate.h"

#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "ui/connectionlistmodel.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "words/words.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 14; // left and right of a row
constexpr int gap = 12;
constexpr int sentenceLines = 2;

QFont smallFont(const QFont &base)
{
    return TextLabel::fontFor(TextLabel::Size::Small, false, base);
}

QFont strongFont(const QFont &base)
{
    return TextLabel::fontFor(TextLabel::Size::Body, true, base);
}

constexpr int reconnectPadding = 28;

//! Short where the whole has no room.
QString reconnectText(const QModelIndex &index, const QFontMetrics &metrics, int room)
{
    if (!index.data(ConnectionListModel::HalfFinishedRole).toBool())
        return ConnectionDelegate::tr("Reconnect…");
    const QString whole = ConnectionDelegate::tr("Continue reconnecting");
    return metrics.horizontalAdvance(whole) + reconnectPadding <= room
        ? whole
        : ConnectionDelegate::tr("Continue…");
}

const Connection *connectionOf(const QModelIndex &index)
{
    return index.data(ConnectionListModel::ConnectionRole).value<const Connection *>();
}

//! At most two lines; the last is cut with "…".
void drawSentence(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(direction);
    layout.setTextOption(option);
    painter->setFont(font);
    const int flags = int(QStyle::visualAlignment(direction, Qt::AlignLeft)) | Qt::AlignTop
        | Qt::TextSingleLine;
    layout.beginLayout();
    int y = rect.top();
    for (int i = 0; i < sentenceLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = i == sentenceLines - 1;
        const QString part
            = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        painter->drawText(QRect(rect.left(), y, rect.width(), metrics.height()), flags,
                          metrics.elidedText(part.trimmed(), Qt::ElideRight, rect.width()));
        y += metrics.height();
    }
    layout.endLayout();
}

int linesOf(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).horizontalAdvance(text) <= width ? 1 : sentenceLines;
}

TextLabel::Tone toneOf(Light light)
{
    switch (light) {
    case Light::Green:
        return TextLabel::Tone::Green;
    case Light::Red:
        return TextLabel::Tone::Red;
    case Light::Neutral:
        return TextLabel::Tone::Grey;
    }
    Q_UNREACHABLE();
}

} // namespace

//! Where the parts of a row are; an empty rectangle is not shown.
struct ConnectionDelegate::Places
{
    QRect glyph;
    QRect monogram;
    QRect second; //!< of a pair
    QRect name;
    QRect status;
    QRect reconnect;
    QRect menu;
};

ConnectionDelegate::ConnectionDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

int ConnectionDelegate::rowHeight(const QFont &font)
{
    const int lines = QFontMetrics(strongFont(font)).height()
        + sentenceLines * QFontMetrics(smallFont(font)).height();
    return qMax(metrics::accountRow, lines + 16);
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight(option.font)};
}

ConnectionDelegate::Places ConnectionDelegate::places(const QStyleOptionViewItem &option,
                                                      const QModelIndex &index) const
{
    Places p;
    const QRect &row = option.rect;
    const QFontMetrics body(option.font);
    const int line = body.height();
    const int middle = row.center().y() + 1;
    const auto centred = [&row, middle](int x, int width, int height) {
        return QRect(row.left() + x, middle - height / 2, width, height);
    };
    const int glyph = line + 4;
    p.glyph = centred(side, glyph, glyph);

    const int menuWidth = qMax(34, 2 * line);
    int right = row.width() - side / 2;
    p.menu = centred(right - menuWidth, menuWidth, qMin(row.height() - 16, 2 * line));
    right -= menuWidth + gap / 2;

    // Columns stand at the same place in every row, with or without a button.
    int left = side + glyph + gap;
    const int monogram = 40;
    // Letters are the first to go where there is little room: the name says the same.
    const bool narrow = row.width() <= 32 * line;
    if (!narrow) {
        p.monogram = centred(left, monogram, monogram);
        left += monogram + gap;
        if (!index.data(ConnectionListModel::SecondMonogramRole).toString().isEmpty()) {
            // Two of them in the place of one, so that the columns stay.
            const int half = monogram * 7 / 10;
            p.monogram = QRect(p.monogram.left(), middle - half, half, half);
            p.second = QRect(p.monogram.left() + monogram - half, middle, half, half);
        }
    }
    const int nameWidth = (right - left) * (narrow ? 30 : 36) / 100;
    p.name = QRect(row.left() + left, row.top() + 4, nameWidth - gap, row.height() - 8);
    left += nameWidth;
    const auto *connection = connectionOf(index);
    if (connection && lightFor(connection->state) == Light::Red) {
        const QFontMetrics strong(strongFont(option.font));
        const int room = (right - left) / 2; // the sentence has the other half
        const QString text = reconnectText(index, strong, room);
        const int width = qMax(96, strong.horizontalAdvance(text) + reconnectPadding);
        p.reconnect = centred(right - width, width, line + 16);
        right -= width + gap;
    }
    p.status = QRect(row.left() + left, row.top() + 4, right - left, row.height() - 8);
    for (QRect *part :
         {&p.glyph, &p.monogram, &p.second, &p.name, &p.status, &p.reconnect, &p.menu}) {
        if (!part->isEmpty())
            *part = QStyle::visualRect(option.direction, row, *part);
    }
    return p;
}

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto *connection = connectionOf(index);
    if (!connection)
        return;
    const Theme &t = Theme::current();
    const Places p = places(option, index);
    const Light light = lightFor(connection->state);
    const QFont strong = strongFont(option.font);
    const QFont small = smallFont(option.font);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics smallMetrics(small);
    const bool selected = option.state & QStyle::State_Selected;
    const int start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));

    painter->save();
    if (selected)
        painter->fillRect(option.rect, t.highContrast ? t.pane : t.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, mixed(t.pane, t.selection, 0.45));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      t.line);
    if (selected && t.highContrast) {
        painter->setPen(QPen(t.text, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }

    paintStatusGlyph(*painter, QRectF(p.glyph), light, t);
    if (index.data(ConnectionListModel::MarkedRole).toBool())
        paintMark(*painter, QRectF(p.glyph), t);
    if (!p.monogram.isEmpty()) {
        paintMonogram(*painter, QRectF(p.monogram),
                      index.data(ConnectionListModel::MonogramRole).toString(),
                      p.second.isEmpty() ? option.font : smallFont(small), t);
    }

    const bool pair = !index.data(ConnectionListModel::SecondMonogramRole).toString().isEmpty();
    if (!p.second.isEmpty()) {
        // A gap around the front one parts the two.
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected && !t.highContrast ? t.selection : t.pane);
        painter->drawRoundedRect(QRectF(p.second).adjusted(-2, -2, 2, 2), metrics::radius,
                                 metrics::radius);
        paintMonogram(*painter, QRectF(p.second),
                      index.data(ConnectionListModel::SecondMonogramRole).toString(),
                      smallFont(small), t);
    }

    // Name with badge, provider · organisation.
    int y = p.name.center().y() - (strongMetrics.height() + smallMetrics.height()) / 2 + 1;
    const bool test = connection->environment == Environment::Test;
    const int badge = test ? paintTestBadge(nullptr, {}, option.font, t) + 6 : 0;
    const QString name
        = strongMetrics.elidedText(index.data().toString(), Qt::ElideRight, p.name.width() - badge);
    const QRect nameLine(p.name.left(), y, p.name.width(), strongMetrics.height());
    painter->setFont(strong);
    painter->setPen(t.text);
    painter->drawText(nameLine, start | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (test) {
        QRect place(nameLine.left() + strongMetrics.horizontalAdvance(name) + 6, nameLine.top(),
                    badge - 6, nameLine.height());
        place = QStyle::visualRect(option.direction, nameLine, place);
        paintTestBadge(painter, QPointF(place.left(), place.center().y() + 1), option.font, t);
    }
    y += strongMetrics.height();
    QString provider = index.data(ConnectionListModel::ProviderNameRole).toString();
    if (!pair && !connection->organisation.name.isEmpty())
        provider = tr("%1 · %2", "provider, organisation")
                       .arg(provider, plainText(connection->organisation.name));
    painter->setFont(small);
    painter->setPen(t.soft);
    painter->drawText(QRect(p.name.left(), y, p.name.width(), smallMetrics.height()),
                      start | Qt::AlignVCenter | Qt::TextSingleLine,
                      smallMetrics.elidedText(provider, Qt::ElideRight, p.name.width()));

    // Status word and one sentence.
    const QString busy = words::activityWord(connection->state.activity);
    const QString sentence
        = busy.isEmpty() ? index.data(ConnectionListModel::RowReasonRole).toString() : busy;
    const int height = strongMetrics.height()
        + linesOf(sentence, small, p.status.width()) * smallMetrics.height();
    y = p.status.center().y() - height / 2 + 1;
    painter->setFont(strong);
    painter->setPen(TextLabel::colour(toneOf(light)));
    painter->drawText(QRect(p.status.left(), y, p.status.width(), strongMetrics.height()),
                      start | Qt::AlignVCenter | Qt::TextSingleLine,
                      strongMetrics.elidedText(words::statusWord(connection->state), Qt::ElideRight,
                                               p.status.width()));
    painter->setPen(t.soft);
    drawSentence(painter,
                 QRect(p.status.left(), y + strongMetrics.height(), p.status.width(),
                       sentenceLines * smallMetrics.height()),
                 sentence, small, option.direction);

    // The painted buttons.
    painter->setRenderHint(QPainter::Antialiasing);
    const bool here = m_hoverIndex == index;
    const bool down = m_pressedIndex == index;
    if (!p.reconnect.isEmpty()) {
        QColor fill = t.accent;
        const QColor shade = t.dark ? QColor(Qt::white) : QColor(Qt::black);
        if (down && m_pressed == Part::Reconnect)
            fill = mixed(fill, shade, 0.18);
        else if (here && m_hover == Part::Reconnect)
            fill = mixed(fill, shade, 0.09);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(p.reconnect, metrics::radius, metrics::radius);
        painter->setFont(strong);
        painter->setPen(t.onAccent);
        painter->drawText(p.reconnect, Qt::AlignCenter | Qt::TextSingleLine,
                          reconnectText(index, strongMetrics, p.reconnect.width()));
    }
    if (here && m_hover == Part::Menu) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(t.pane, t.text, 0.1));
        painter->drawRoundedRect(p.menu, metrics::radius, metrics::radius);
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(here && m_hover == Part::Menu ? t.text : t.soft);
    const double dot = option.fontMetrics.height() / 9.0;
    for (const int i : {-1, 0, 1})
        painter->drawEllipse(QRectF(p.menu).center() + QPointF(i * dot * 3.4, 0), dot, dot);

    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(t.accent, 2));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 5, 5);
    }
    painter->restore();
}

ConnectionDelegate::Part ConnectionDelegate::partAt(const QPoint &position,
                                                    const QStyleOptionViewItem &option,
                                                    const QModelIndex &index) const
{
    const Places p = places(option, index);
    if (p.reconnect.contains(position))
        return Part::Reconnect;
    // The dots are small; their whole column answers.
    const QRect column(p.menu.left(), option.rect.top(), p.menu.width(), option.rect.height());
    return column.contains(position) ? Part::Menu : Part::None;
}

QRect ConnectionDelegate::rectOf(Part part, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Places p = places(option, index);
    switch (part) {
    case Part::Reconnect:
        return p.reconnect;
    case Part::Menu:
        return p.menu;
    case Part::None:
        return {};
    }
    Q_UNREACHABLE();
}

bool ConnectionDelegate::setHover(const QModelIndex &index, Part part)
{
    if (m_hoverIndex == index && m_hover == part)
        return false;
    m_hoverIndex = index;
    m_hover = part;
    return true;
}

bool ConnectionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const Part part
            = mouse->button() == Qt::LeftButton ? partAt(mouse->pos(), option, index) : Part::None;
        if (event->type() == QEvent::MouseButtonPress) {
            m_pressed = part;
            m_pressedIndex = index;
        } else {
            const bool same = m_pressed == part && m_pressedIndex == index;
            m_pressed = Part::None;
            m_pressedIndex = QModelIndex();
            if (same && part == Part::Reconnect)
                Q_EMIT reconnectRequested(index);
            else if (same && part == Part::Menu)
                Q_EMIT menuRequested(index, rectOf(Part::Menu, option, index).bottomLeft());
        }
        if (part != Part::None)
            return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace relink
