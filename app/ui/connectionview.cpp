// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionview.h"

#include "ui/connectiondelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace relink {

ConnectionView::ConnectionView(QWidget *parent)
    : QListView(parent)
    , m_delegate(new ConnectionDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false); // the card behind has round corners
    setTabKeyNavigation(false);
    connect(m_delegate, &ConnectionDelegate::reconnectRequested, this,
            &ConnectionView::reconnectRequested);
    connect(m_delegate, &ConnectionDelegate::menuRequested, this,
            [this](const QModelIndex &index, const QPoint &position) {
                Q_EMIT menuRequested(index, viewport()->mapToGlobal(position));
            });
}

QStyleOptionViewItem ConnectionView::optionFor(const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return option;
}

void ConnectionView::openMenu(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    scrollTo(index);
    const QRect dots = m_delegate->rectOf(ConnectionDelegate::Part::Menu, optionFor(index), index);
    Q_EMIT menuRequested(index, viewport()->mapToGlobal(dots.bottomLeft()));
}

void ConnectionView::keyPressEvent(QKeyEvent *event)
{
    const bool menuKey = event->key() == Qt::Key_Menu
        || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    if (menuKey) {
        openMenu(currentIndex());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        Q_EMIT detailsRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

void ConnectionView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QModelIndex index = indexAt(event->pos());
        if (index.isValid())
            Q_EMIT menuRequested(index, event->globalPos());
    } else {
        openMenu(currentIndex());
    }
    event->accept();
}

void ConnectionView::hover(const QPoint &position)
{
    const QModelIndex index = indexAt(position);
    const auto part = index.isValid() ? m_delegate->partAt(position, optionFor(index), index)
                                      : ConnectionDelegate::Part::None;
    if (!m_delegate->setHover(index, part))
        return;
    viewport()->setCursor(part == ConnectionDelegate::Part::None ? Qt::ArrowCursor
                                                                 : Qt::PointingHandCursor);
    viewport()->update();
}

void ConnectionView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    hover(event->pos());
}

void ConnectionView::leaveEvent(QEvent *event)
{
    m_delegate->setHover({}, ConnectionDelegate::Part::None);
    viewport()->update();
    QListView::leaveEvent(event);
}

void ConnectionView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
}

} // namespace relink
