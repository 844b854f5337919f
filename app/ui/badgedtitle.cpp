// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/badgedtitle.h"

#include "ui/metrics.h"
#include "ui/statusglyph.h"

#include <QHBoxLayout>

namespace relink {

namespace {

const QString badgeName = QStringLiteral("titleTestBadge");

} // namespace

QLayout *badgedTitle(QWidget *title)
{
    auto *badge = new TestBadge;
    badge->setObjectName(badgeName);
    badge->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::control);
    row->addWidget(title, 1);
    row->addWidget(badge, 0, Qt::AlignTop);
    return row;
}

void showEnvironment(QWidget *dialog, Environment environment)
{
    if (auto *badge = dialog->findChild<QWidget *>(badgeName))
        badge->setVisible(environment == Environment::Test);
}

} // namespace relink
