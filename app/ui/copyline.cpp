// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/copyline.h"

#include "ui/metrics.h"
#include "ui/plaintooltip.h"

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

CopyLine::CopyLine(const QString &objectName, const QString &what, const QString &copyText,
                   QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_copy(new QPushButton(this))
    , m_copyText(copyText.isEmpty() ? tr("Copy") : copyText)
{
    m_copy->setText(m_copyText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_copy);

    m_line->setReadOnly(true);
    m_line->setObjectName(objectName + QStringLiteral("LineEdit"));
    m_line->setAccessibleName(what);
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
    m_line->setFont(mono);
}

void CopyLine::setText(const QString &text)
{
    m_line->setText(text);
    m_line->setCursorPosition(0);
    m_line->setToolTip(plainToolTip(text));
    setVisible(!text.isEmpty());
}

QString CopyLine::text() const
{
    return m_line->text();
}

void CopyLine::copy()
{
    QGuiApplication::clipboard()->setText(m_line->text());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(copiedMilliseconds, m_copy, [this] { m_copy->setText(m_copyText); });
}

} // namespace relink
