// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accountshead.h"

#include "ui/checkrun.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QAccessible>
#include <QGridLayout>
#include <QPushButton>
#include <QResizeEvent>

namespace relink {

AccountsHead::AccountsHead(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_title(
          new TextLabel(TextLabel::Size::Title, TextLabel::Tone::Normal, TextLabel::Flow::OneLine))
    , m_summary(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft))
    , m_buttons(new QWidget)
    , m_checkAll(new QPushButton(tr("Check a&ll")))
    , m_newIntegration(new QPushButton(tr("New &integration")))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(metrics::group);
    m_layout->setVerticalSpacing(2);
    m_layout->setColumnStretch(0, 1);
    m_title->setObjectName(QStringLiteral("accountsTitleLabel"));
    m_title->setText(tr("Connected Accounts"));
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_checkAll->setObjectName(QStringLiteral("checkAllButton"));
    m_checkAll->setAccessibleDescription(tr("Asks every provider whether the access works"));
    m_newIntegration->setObjectName(QStringLiteral("newIntegrationButton"));
    m_newIntegration->setAccessibleDescription(tr("Connects another account"));
    makePrimary(m_newIntegration);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::control);
    buttons->addWidget(m_checkAll);
    buttons->addWidget(m_newIntegration);
    m_layout->addWidget(m_title, 0, 0);
    m_layout->addWidget(m_summary, 1, 0, 1, 2);
    arrange();
    connect(m_checkAll, &QPushButton::clicked, this, &AccountsHead::checkAllRequested);
    connect(m_newIntegration, &QPushButton::clicked, this, &AccountsHead::newIntegrationRequested);
}

void AccountsHead::arrange()
{
    const int room = width() - m_layout->horizontalSpacing();
    const bool beside = m_title->sizeHint().width() + m_buttons->sizeHint().width() <= room;
    m_layout->removeWidget(m_buttons);
    m_buttons->setContentsMargins(0, beside ? 0 : metrics::control, 0, 0);
    m_layout->addWidget(m_buttons, beside ? 0 : 2, beside ? 1 : 0,
                        beside ? Qt::AlignTop : Qt::AlignLeft);
}

void AccountsHead::show(const AccountCounts &counts, const CheckRun &run, const QDateTime &now)
{
    m_checkAll->setVisible(counts.all() > 0);
    m_newIntegration->setVisible(counts.all() > 0);
    arrange();
    if (counts.all() == 0) {
        m_summary->setStrongStart(0);
        m_summary->setText(tr("Nothing is connected yet"));
        return;
    }
    QStringList parts;
    if (counts.red > 0)
        parts.append(counts.red == 1 ? tr("1 needs you") : tr("%n need you", nullptr, counts.red));
    const int strong = parts.isEmpty() ? 0 : int(parts.constFirst().size());
    if (counts.green > 0)
        parts.append(tr("%n active", nullptr, counts.green));
    if (counts.waiting > 0)
        parts.append(tr("%n waiting", nullptr, counts.waiting));
    if (run.isRunning()) {
        //: Progress of "Check all"
        parts.append(tr("%1 of %2 checked").arg(run.finishedCount()).arg(run.total()));
    } else if (counts.lastCheck.isValid()) {
        parts.append(tr("last check %1").arg(words::when(counts.lastCheck, now)));
    }
    const QString text = parts.join(QStringLiteral(" · "));
    m_summary->setStrongStart(strong);
    m_summary->setText(text);
    if (text != m_summary->accessibleName() && !run.isRunning()) {
        m_summary->setAccessibleName(text);
        QAccessibleEvent event(m_summary, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void AccountsHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace relink
