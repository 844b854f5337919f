// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wrappedtext.h"

#include <QEvent>
#include <QTextBlock>
#include <QTextOption>

#include <cmath>

namespace relink {

namespace {

constexpr int mostLines = 5;
constexpr int inset = 2; // between the field's edge and its words

} // namespace

WrappedText::WrappedText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(fontMetrics().averageCharWidth() * 8);
    setViewportMargins(inset, inset, inset, inset);
    viewport()->setAutoFillBackground(false); // the field behind has round corners
}

void WrappedText::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    fit();
}

void WrappedText::fit()
{
    // A plain document tells its height in lines.
    const int lines = qBound(1, int(document()->size().height()), mostLines);
    const QTextBlock first = document()->firstBlock();
    const double line = blockBoundingRect(first).height() / qMax(1, first.lineCount());
    const int around = 2 * (frameWidth() + inset + int(std::ceil(document()->documentMargin())));
    setFixedHeight(int(std::ceil(lines * line)) + around);
}

void WrappedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void WrappedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace relink
