// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogframe.h"

#include "ui/badgedtitle.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace relink {

namespace {

class Footer : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, Theme::current().line);
    }
};

//! Follows the keyboard: a field that gets the focus comes into view.
class FormScroll : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

protected:
    bool focusNextPrevChild(bool next) override
    {
        const bool moved = QScrollArea::focusNextPrevChild(next);
        if (QWidget *focused = window()->focusWidget(); moved && isAncestorOf(focused))
            ensureWidgetVisible(focused, 0, metrics::page);
        return moved;
    }
};

} // namespace

QWidget *makeFooter(QWidget *left, std::initializer_list<QPushButton *> buttons)
{
    auto *footer = new Footer;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(20, metrics::group, 20, metrics::group);
    layout->setSpacing(metrics::control);
    if (left)
        layout->addWidget(left, 1);
    else
        layout->addStretch(1);
    for (QPushButton *button : buttons)
        layout->addWidget(button);
    return footer;
}

QVBoxLayout *frameDialog(QDialog *dialog, const QString &subtitle,
                         std::initializer_list<QPushButton *> buttons)
{
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    auto *title = new TextLabel(TextLabel::Size::Title);
    title->setText(dialog->windowTitle());
    head->addLayout(badgedTitle(title));
    if (!subtitle.isEmpty()) {
        auto *line = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
        line->setText(subtitle);
        head->addWidget(line);
    }
    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    body->setSpacing(metrics::group);
    body->addLayout(head);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFooter(nullptr, buttons));
    return body;
}

QScrollArea *makeFormScroll(QWidget *form)
{
    auto *scroll = new FormScroll;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // Room for the focus ring, which stands outside a field.
    auto *holder = new QWidget;
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(2, 2, metrics::group, 2);
    layout->addWidget(form);
    scroll->setWidget(holder);
    holder->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

} // namespace relink
