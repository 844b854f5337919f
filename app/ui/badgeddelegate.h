// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace relink {

//! Rows of a short list of connections, with the TEST badge behind those in Test Mode.
class BadgedDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { TestRole = Qt::UserRole + 100 /*!< bool */ };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace relink
