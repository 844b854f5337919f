// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace relink {

//! Paints a row of Connected Accounts: light, monogram, name and provider, status word and
//! sentence, "Reconnect…" where the light is red, •••. The two buttons are painted, and answer to
//! the mouse; the keyboard reaches both acts by shortcut and menu.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Part { None, Reconnect, Menu };

    explicit ConnectionDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    Part partAt(const QPoint &position, const QStyleOptionViewItem &option,
                const QModelIndex &index) const;
    QRect rectOf(Part part, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    //! What the mouse is over; the view tells it. False when it is what it was.
    bool setHover(const QModelIndex &index, Part part);
    //! Row height for a font: 68, or more where three lines need it.
    static int rowHeight(const QFont &font);

Q_SIGNALS:
    void reconnectRequested(const QModelIndex &index);
    void menuRequested(const QModelIndex &index, const QPoint &position);

private:
    struct Places;
    Places places(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_hoverIndex;
    Part m_hover = Part::None;
    QPersistentModelIndex m_pressedIndex;
    Part m_pressed = Part::None;
};

} // namespace relink
