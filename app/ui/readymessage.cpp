// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/readymessage.h"

#include "ui/copyline.h"
#include "ui/textlabel.h"

#include <QVBoxLayout>

namespace relink {

ReadyMessage::ReadyMessage(const QString &objectName, const QString &caption, const QString &text,
                           QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    auto *label = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    label->setText(caption);
    auto *line = new CopyLine(objectName, caption, CopyLine::Lines::Few);
    line->setText(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addWidget(line);
}

} // namespace relink
