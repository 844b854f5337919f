// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/buttonrow.h"

#include "ui/metrics.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

ButtonRow::ButtonRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::control);
    // Else a row that has no room would make itself the room.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ButtonRow::add(QPushButton *button)
{
    button->setParent(this);
    m_buttons.append(button);
    arrange();
}

void ButtonRow::putFirst(QPushButton *button)
{
    if (m_buttons.isEmpty() || m_buttons.first() == button)
        return;
    m_buttons.removeOne(button);
    m_buttons.prepend(button);
    for (qsizetype i = 1; i < m_buttons.size(); ++i)
        setTabOrder(m_buttons.at(i - 1), m_buttons.at(i));
    arrange();
}

void ButtonRow::arrange()
{
    QList<QList<QPushButton *>> rows;
    int widest = 0;
    int used = 0;
    for (QPushButton *button : std::as_const(m_buttons)) {
        if (button->isHidden())
            continue;
        const int wanted = button->sizeHint().width();
        widest = qMax(widest, wanted);
        if (rows.isEmpty() || used + m_layout->spacing() + wanted > width()) {
            rows += QList<QPushButton *>();
            used = wanted;
        } else {
            used += m_layout->spacing() + wanted;
        }
        rows.last() += button;
    }
    setMinimumWidth(widest);
    if (rows != m_rows)
        fill(rows);
}

void ButtonRow::fill(const QList<QList<QPushButton *>> &rows)
{
    m_rows = rows;
    while (QLayoutItem *row = m_layout->takeAt(0))
        delete row; // not the buttons, which are the widget's
    for (const QList<QPushButton *> &buttons : rows) {
        auto *row = new QHBoxLayout;
        row->setSpacing(m_layout->spacing());
        for (QPushButton *button : buttons)
            row->addWidget(button);
        row->addStretch(1);
        m_layout->addLayout(row);
    }
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
