// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

namespace relink {

class ConnectionDelegate;

//! The list of Connected Accounts: rows of one height, painted by ConnectionDelegate, all of it
//! in reach of the keyboard.
class ConnectionView : public QListView
{
    Q_OBJECT
public:
    explicit ConnectionView(QWidget *parent = nullptr);

    ConnectionDelegate *rowDelegate() const { return m_delegate; }

Q_SIGNALS:
    void detailsRequested(); //!< Enter
    void reconnectRequested(const QModelIndex &index);
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStyleOptionViewItem optionFor(const QModelIndex &index) const;
    void hover(const QPoint &position);
    void openMenu(const QModelIndex &index);

    ConnectionDelegate *m_delegate;
};

} // namespace relink
