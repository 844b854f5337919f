// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/leftaligned.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace relink {

QHBoxLayout *leftAligned(QPushButton *button)
{
    button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    if (button->isFlat()) {
        const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
        row->addSpacing(-(button->sizeHint().width() - words) / 2);
    }
    row->addWidget(button);
    row->addStretch(1);
    return row;
}

} // namespace relink
