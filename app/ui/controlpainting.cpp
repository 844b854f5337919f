// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controlpainting.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace relink {

namespace {

void tick(QPainter *painter, const QRectF &r, const QColor &colour)
{
    QPainterPath path;
    path.moveTo(r.left() + r.width() * 0.24, r.top() + r.height() * 0.53);
    path.lineTo(r.left() + r.width() * 0.43, r.top() + r.height() * 0.71);
    path.lineTo(r.left() + r.width() * 0.77, r.top() + r.height() * 0.31);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, r.width() / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
}

} // namespace

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QPen &pen,
                double radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(pen);
    const double half = pen.style() == Qt::NoPen ? 0 : pen.widthF() / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter->restore();
}

void paintButton(QPainter *painter, const QStyleOption *option, bool primary)
{
    const Theme &t = Theme::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool focus = option->state & QStyle::State_HasFocus;
    const auto *asButton = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = asButton && (asButton->features & QStyleOptionButton::Flat);

    if (primary) {
        QColor fill = enabled ? t.accent : mixed(t.pane, t.accent, 0.45);
        if (down)
            fill = mixed(fill, t.dark ? Qt::white : Qt::black, 0.18);
        else if (hover)
            fill = mixed(fill, t.dark ? Qt::white : Qt::black, 0.09);
        roundedBox(painter, option->rect, fill, QPen(Qt::NoPen));
        if (focus)
            roundedBox(painter, option->rect.adjusted(3, 3, -3, -3), Qt::transparent,
                       QPen(t.onAccent, 1.5), metrics::radius - 3);
        return;
    }
    QColor fill = flat ? QColor(Qt::transparent) : t.pane;
    if (!enabled)
        fill = flat ? QColor(Qt::transparent) : mixed(t.pane, t.background, 0.6);
    else if (down)
        fill = mixed(t.pane, t.text, 0.12);
    else if (hover)
        fill = mixed(t.pane, t.text, 0.05);
    QPen pen = flat ? QPen(Qt::NoPen) : QPen(t.line, 1);
    if (focus)
        pen = QPen(t.accent, 2);
    roundedBox(painter, option->rect, fill, pen);
}

void paintField(QPainter *painter, const QRect &rect, QStyle::State state, bool readOnly)
{
    const Theme &t = Theme::current();
    const bool focus = state & QStyle::State_HasFocus;
    const bool enabled = state & QStyle::State_Enabled;
    const QColor fill = readOnly || !enabled ? mixed(t.pane, t.background, 0.7) : t.pane;
    roundedBox(painter, rect, fill,
               focus ? QPen(t.accent, 2) : QPen(readOnly ? t.line : t.outline, 1));
}

void paintCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = Theme::current();
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor fill = on ? (enabled ? t.accent : t.grey) : t.pane;
    roundedBox(painter, option->rect, fill, on ? QPen(Qt::NoPen) : QPen(t.outline, 1), 4);
    if (on) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        tick(painter, option->rect, t.onAccent);
        painter->restore();
    }
}

void paintRadioButton(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = Theme::current();
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor mark = enabled ? t.accent : t.grey;
    roundedBox(painter, option->rect, t.pane, QPen(on ? mark : t.outline, on ? 1.5 : 1),
               option->rect.height() / 2.0);
    if (!on)
        return;
    const QRectF r = option->rect;
    const double inset = r.width() * 0.28;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mark);
    painter->drawEllipse(r.adjusted(inset, inset, -inset, -inset));
    painter->restore();
}

// The knob's place says it without colour: start is off, end is on.
void paintSwitch(QPainter *painter, const QStyleOption *option)
{
    const Theme &t = Theme::current();
    const bool on = option->state & QStyle::State_On;
    const bool end = on != (option->direction == Qt::RightToLeft);
    const QRectF r = option->rect;
    roundedBox(painter, option->rect, on ? t.accent : t.pane,
               on ? QPen(Qt::NoPen) : QPen(t.outline, 1), r.height() / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(on ? t.onAccent : t.outline);
    const double d = r.height() - 8;
    painter->drawEllipse(QRectF(end ? r.right() - d - 4 : r.left() + 4, r.top() + 4, d, d));
    painter->restore();
}

void paintChevron(QPainter *painter, const QPointF &centre, const QColor &colour, double scale)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(centre);
    painter->scale(scale, scale);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF {{QPointF(-4, -2), QPointF(0, 2.5), QPointF(4, -2)}});
    painter->restore();
}

QRect sliderOf(const QStyleOptionSlider *option)
{
    const bool horizontal = option->orientation == Qt::Horizontal;
    const int length = horizontal ? option->rect.width() : option->rect.height();
    const int range = option->maximum - option->minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(option->pageStep) * length / (range + option->pageStep));
        slider = qMin(length, qMax(slider, 32));
    }
    const int start
        = QStyle::sliderPositionFromValue(option->minimum, option->maximum, option->sliderPosition,
                                          length - slider, option->upsideDown);
    return horizontal
        ? QRect(option->rect.x() + start, option->rect.y(), slider, option->rect.height())
        : QRect(option->rect.x(), option->rect.y() + start, option->rect.width(), slider);
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider *option)
{
    const Theme &t = Theme::current();
    if (option->maximum <= option->minimum)
        return;
    const bool active = (option->state & QStyle::State_MouseOver)
        || (option->activeSubControls & QStyle::SC_ScrollBarSlider
            && option->state & QStyle::State_Sunken);
    const QRect slider = sliderOf(option).adjusted(3, 3, -3, -3);
    roundedBox(painter, slider, active || t.highContrast ? t.grey : t.outline, QPen(Qt::NoPen), 3);
}

} // namespace relink
