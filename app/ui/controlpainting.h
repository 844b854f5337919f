// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/metrics.h"

#include <QPen>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionSlider;

namespace relink {

// How the controls of Look are drawn, in the colours of the present Theme.

void roundedBox(QPainter *painter, const QRect &rect, const QColor &fill, const QPen &pen,
                double radius = metrics::radius);
//! `primary`: the one button of a view that says what will happen.
void paintButton(QPainter *painter, const QStyleOption *option, bool primary);
void paintField(QPainter *painter, const QRect &rect, QStyle::State state, bool readOnly);
void paintCheckBox(QPainter *painter, const QStyleOption *option);
void paintRadioButton(QPainter *painter, const QStyleOption *option);
void paintSwitch(QPainter *painter, const QStyleOption *option);
void paintChevron(QPainter *painter, const QPointF &centre, const QColor &colour, double scale);
//! The part of a scroll bar that is dragged.
QRect sliderOf(const QStyleOptionSlider *option);
void paintScrollBar(QPainter *painter, const QStyleOptionSlider *option);

} // namespace relink
