// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accessibility.h"

#include <QAccessibleWidget>
#include <QScrollArea>

namespace relink {

namespace {

//! The plain interface of a widget finds children with care.
QAccessibleInterface *scrollAreaInterface(const QString &className, QObject *object)
{
    if (className != QLatin1StringView("QScrollArea"))
        return nullptr;
    auto *area = qobject_cast<QScrollArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Pane) : nullptr;
}

} // namespace

void installAccessibility()
{
    QAccessible::installFactory(scrollAreaInterface);
}

} // namespace relink
