// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/factlist.h"

#include "ui/metrics.h"

#include <QGridLayout>

namespace relink {

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(metrics::group);
    m_layout->setVerticalSpacing(4);
    m_layout->setColumnStretch(1, 1);
}

TextLabel *FactList::addFact(const QString &objectName, const QString &caption)
{
    auto *label
        = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft, TextLabel::Flow::Wrap, this);
    auto *value = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Normal,
                                TextLabel::Flow::Wrap, this);
    label->setText(caption);
    label->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    value->setObjectName(objectName);
    const int row = m_layout->rowCount();
    m_layout->addWidget(label, row, 0, Qt::AlignTop);
    m_layout->addWidget(value, row, 1, Qt::AlignTop);
    m_captions.insert(value, label);
    setFact(value, {});
    return value;
}

void FactList::setFact(TextLabel *value, const QString &text)
{
    value->setText(text);
    value->setVisible(!text.isEmpty());
    TextLabel *caption = m_captions.value(value);
    caption->setVisible(!text.isEmpty());
    // A screen reader meets the value alone.
    value->setAccessibleName(caption->text() + QStringLiteral(": ") + text);
}

} // namespace relink
