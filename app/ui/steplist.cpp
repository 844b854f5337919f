// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/steplist.h"

#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/steprow.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Size::Heading))
    , m_subtitle(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_progress(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    setAccessibleName(tr("Steps"));
    m_progress->setObjectName(QStringLiteral("reconnectProgressLabel"));
    m_progress->setContentsMargins(18, 0, 18, 18);
    m_title->setObjectName(QStringLiteral("wizardHeadingLabel"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 1, 0);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(18, 22, 18, 18);
    layout->setSpacing(2);
    // Beside it the narrow title would lose its words; showEnvironment() knows it by its name.
    auto *badge = new TestBadge;
    badge->setObjectName(QStringLiteral("titleTestBadge"));
    badge->hide();
    layout->addWidget(badge, 0, Qt::AlignLeading);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metrics::group);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    layout->addLayout(m_list);
    layout->addStretch(1);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(m_progress);
}

void StepList::setHeading(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void StepList::setProgress(const QString &text)
{
    m_progress->setText(text);
}

void StepList::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    while (m_rows.size() > entries.size())
        delete m_rows.takeLast();
    while (m_rows.size() < entries.size()) {
        auto *row = new StepRow(this);
        m_rows.append(row);
        m_list->addWidget(row);
    }
    for (int i = 0; i < entries.size(); ++i)
        m_rows[i]->set(entries.at(i));
    // Where the rows stand is known after the layout.
    QTimer::singleShot(0, this, &StepList::showCurrent);
}

void StepList::showCurrent()
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).current)
            m_scroll->ensureWidgetVisible(m_rows.at(i), 0, metrics::page);
    }
}

void StepList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QTimer::singleShot(0, this, &StepList::showCurrent);
}

void StepList::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), t.side);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), t.line);
}

} // namespace relink
