// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/optionrow.h"

#include "ui/metrics.h"
#include "ui/textlabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QRadioButton>

namespace relink {

OptionRow::OptionRow(const QString &objectName, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_button(new QRadioButton)
    , m_text(new TextLabel)
{
    m_button->setObjectName(objectName);
    m_button->setAccessibleName(text);
    m_text->setObjectName(objectName + QStringLiteral("Label"));
    m_text->setText(text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
}

void OptionRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        m_button->click();
}

} // namespace relink
