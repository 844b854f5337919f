// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/copyline.h"

#include "ui/metrics.h"
#include "ui/plaintooltip.h"
#include "ui/wrappedtext.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace relink {

namespace {

// Long enough to be seen, short enough to copy again.
constexpr int copiedMilliseconds = 2000;

} // namespace

CopyLine::CopyLine(const QString &objectName, const QString &what, Lines lines,
                   const QString &copyText, QWidget *parent)
    : QWidget(parent)
    , m_copyText(copyText.isEmpty() ? tr("Copy") : copyText)
{
    QWidget *words = nullptr;
    if (lines == Lines::Few) {
        words = m_text = new WrappedText(this);
        words->setObjectName(objectName + QStringLiteral("TextEdit"));
    } else {
        words = m_line = new QLineEdit(this);
        m_line->setReadOnly(true);
        words->setObjectName(objectName + QStringLiteral("LineEdit"));
    }
    words->setAccessibleName(what);
    m_copy = new QPushButton(m_copyText, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(words, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    m_copy->setObjectName(objectName + QStringLiteral("CopyButton"));
    m_copy->setAccessibleName(
        tr("%1: %2", "what the button does, with what").arg(m_copyText, what));
    m_copy->setAccessibleDescription(tr("Copies the text beside it, to be pasted elsewhere"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &CopyLine::copy);
    // Neither label may move the line when it changes.
    const int width = qMax(m_copy->fontMetrics().horizontalAdvance(m_copyText),
                           m_copy->fontMetrics().horizontalAdvance(tr("Copied")));
    m_copy->setMinimumWidth(width + 28);
    setVisible(false);
}

void CopyLine::setMonospaced()
{
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() * 0.95 : 10);
    (m_text ? static_cast<QWidget *>(m_text) : m_line)->setFont(mono);
}

void CopyLine::setText(const QString &text)
{
    if (m_text) {
        m_text->setText(text);
    } else {
        m_line->setText(text);
        m_line->setCursorPosition(0);
        m_line->setToolTip(plainToolTip(text));
    }
    setVisible(!text.isEmpty());
}

QString CopyLine::text() const
{
    return m_text ? m_text->toPlainText() : m_line->text();
}

void CopyLine::copy()
{
    QGuiApplication::clipboard()->setText(text());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedMilliseconds, m_copy, [this] { m_copy->setText(m_copyText); });
}

} // namespace relink
