// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stepreason.h"

#include "ui/buttonrow.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int longestReason = 200;

} // namespace

StepReason::StepReason(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_notPossible(new QPushButton(tr("Not &possible")))
    , m_skip(new QPushButton(tr("S&kip")))
    , m_back(new QPushButton(tr("Do it &after all")))
    , m_caption(new TextLabel)
    , m_reason(new QLineEdit)
{
    m_notPossible->setObjectName(objectName + QStringLiteral("NotPossibleButton"));
    m_notPossible->setAccessibleDescription(tr("This step cannot be done; asks why"));
    m_skip->setObjectName(objectName + QStringLiteral("SkipButton"));
    m_skip->setAccessibleDescription(tr("Goes on without this step; asks why"));
    m_back->setObjectName(objectName + QStringLiteral("AfterAllButton"));
    m_reason->setObjectName(objectName + QStringLiteral("ReasonLineEdit"));
    m_reason->setMaxLength(longestReason);
    auto *ways = new ButtonRow;
    for (QPushButton *button : {m_notPossible, m_skip, m_back}) {
        button->setAutoDefault(false);
        ways->add(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_caption);
    layout->addWidget(m_reason);
    layout->addWidget(ways);
    connect(m_notPossible, &QPushButton::clicked, this, [this] { choose(Way::NotPossible); });
    connect(m_skip, &QPushButton::clicked, this, [this] { choose(Way::Skip); });
    connect(m_back, &QPushButton::clicked, this, &StepReason::stop);
    update();
}

void StepReason::offer(bool notPossible, bool skip)
{
    m_mayNotBePossible = notPossible;
    m_maySkip = skip;
    if (!notPossible && !skip) {
        m_way = Way::None;
        m_reason->clear();
    }
    update();
}

void StepReason::choose(Way way)
{
    m_way = way;
    update();
    m_reason->setFocus();
    Q_EMIT changed();
}

void StepReason::stop()
{
    if (m_way == Way::None)
        return;
    QPushButton *button = m_way == Way::Skip ? m_skip : m_notPossible;
    m_way = Way::None;
    update();
    button->setFocus();
    Q_EMIT changed();
}

QString StepReason::reason() const
{
    return m_reason->text().trimmed();
}

void StepReason::update()
{
    const bool asking = m_way != Way::None;
    setVisible(m_mayNotBePossible || m_maySkip);
    const QString caption = m_way == Way::Skip ? tr("Why is this step skipped? (optional)")
                                               : tr("Why is it not possible? (optional)");
    m_caption->setText(caption);
    m_reason->setAccessibleName(caption);
    m_caption->setVisible(asking);
    m_reason->setVisible(asking);
    m_back->setVisible(asking);
    m_notPossible->setVisible(!asking && m_mayNotBePossible);
    m_skip->setVisible(!asking && m_maySkip);
}

} // namespace relink
