// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plaintextfield.h"

#include <QEvent>
#include <QFontDatabase>

namespace relink {

namespace {

constexpr int inset = 2; // between the field's edge and its words

} // namespace

PlainTextField::PlainTextField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setViewportMargins(inset, inset, inset, inset);
    viewport()->setAutoFillBackground(false); // the field behind has round corners
}

void PlainTextField::setMonospaced()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() * 0.95 : 10);
    setFont(mono);
}

void PlainTextField::setForReading()
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

int PlainTextField::heightOf(int lines) const
{
    return lines * fontMetrics().lineSpacing() + int(document()->documentMargin())
        + 2 * (inset + frameWidth());
}

void PlainTextField::showWholeLines()
{
    const int rest = qMax(0, height() - heightOf(0)) % fontMetrics().lineSpacing();
    const QMargins margins(inset, inset, inset, inset + rest);
    if (viewportMargins() != margins)
        setViewportMargins(margins);
}

bool PlainTextField::event(QEvent *event)
{
    const bool taken = QPlainTextEdit::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        showWholeLines();
    return taken;
}

} // namespace relink
