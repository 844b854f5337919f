// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/emptyaccounts.h"

#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

EmptyAccounts::EmptyAccounts(const std::function<void()> &startPractice, QWidget *parent)
    : Card(parent)
    , m_buttons(new QHBoxLayout)
    , m_new(new QPushButton(tr("New &integration")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::pane);
    auto *text = new TextLabel(TextLabel::Size::Heading);
    text->setObjectName(QStringLiteral("emptyStateLabel"));
    text->setText(tr("Connect the first account that your shop depends on, and Relink tells you "
                     "whenever it stops working."));
    text->setMaximumWidth(fontMetrics().averageCharWidth() * 70);
    text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_new->setObjectName(QStringLiteral("emptyNewIntegrationButton"));
    m_new->setAccessibleDescription(tr("Connects an account"));
    auto *practise = new QPushButton(tr("&Practise first"));
    practise->setObjectName(QStringLiteral("practiseButton"));
    practise->setAccessibleDescription(
        tr("Opens a second window with made-up accounts, where nothing can break"));
    makePrimary(m_new);
    auto *diagnose = new QPushButton(tr("&Diagnose an error…"));
    diagnose->setObjectName(QStringLiteral("emptyDiagnoseButton"));
    diagnose->setAccessibleDescription(tr("Says what an error from anywhere means"));
    m_buttons->setSpacing(metrics::control);
    m_buttons->addStretch(1);
    for (QPushButton *button : {m_new, diagnose, practise})
        m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    m_buttons->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(text, 8);
    row->addStretch(1);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    practise->setVisible(bool(startPractice));
    connect(m_new, &QPushButton::clicked, this, &EmptyAccounts::newIntegrationRequested);
    connect(diagnose, &QPushButton::clicked, this, &EmptyAccounts::diagnoseRequested);
    connect(practise, &QPushButton::clicked, this, startPractice);
}

void EmptyAccounts::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    int beside = 2 * metrics::page;
    for (int i = 0; i < m_buttons->count(); ++i) {
        if (const QWidget *button = m_buttons->itemAt(i)->widget(); button && !button->isHidden())
            beside += button->sizeHint().width() + m_buttons->spacing();
    }
    m_buttons->setDirection(beside <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void EmptyAccounts::takeFocus()
{
    m_new->setFocus();
}

} // namespace relink
