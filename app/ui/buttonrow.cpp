// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/buttonrow.h"

#include "ui/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace relink {

ButtonRow::ButtonRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::control);
    m_layout->addStretch(1);
    // Else a row that has no room would make itself the room.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ButtonRow::add(QPushButton *button)
{
    m_layout->insertWidget(int(m_buttons.size()), button, 0, Qt::AlignLeading);
    m_buttons.append(button);
    arrange();
}

void ButtonRow::arrange()
{
    int widest = 0;
    int all = -m_layout->spacing();
    for (const QPushButton *button : m_buttons) {
        if (button->isHidden())
            continue;
        const int width = button->sizeHint().width();
        widest = qMax(widest, width);
        all += width + m_layout->spacing();
    }
    setMinimumWidth(widest);
    const auto direction = all <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (direction == m_layout->direction())
        return;
    m_layout->setDirection(direction);
    updateGeometry();
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ButtonRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace relink
