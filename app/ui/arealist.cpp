// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/arealist.h"

#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/areawords.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

AreaList::AreaList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("areaList"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(metrics::control);
    auto *caption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    caption->setText(tr("What works and what does not"));
    m_rows->addWidget(caption);
}

void AreaList::show(const QList<AreaReport> &areas, bool stopped, const QDateTime &now)
{
    delete m_list;
    m_list = new QWidget;
    auto *grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::control);
    grid->setVerticalSpacing(metrics::control);
    grid->setColumnStretch(1, 1);
    for (const AreaReport &area : areas)
        addRow(area, stopped, now);
    m_rows->addWidget(m_list);
    // A layout shows what it gets later only from the event loop.
    m_list->show();
    setVisible(!areas.isEmpty());
}

void AreaList::addRow(const AreaReport &area, bool stopped, const QDateTime &now)
{
    auto *grid = static_cast<QGridLayout *>(m_list->layout());
    const int row = grid->rowCount();
    const QString name = words::areaName(area);
    const QString how = stopped ? tr("stopped with the connection") : words::areaState(area, now);
    auto *glyph = new StatusGlyph;
    glyph->setLight(area.works && !stopped ? Light::Green : Light::Red,
                    area.works && !stopped ? tr("Works") : tr("Does not work"));
    grid->addWidget(glyph, row, 0, Qt::AlignTop);
    auto *text = new TextLabel;
    text->setObjectName(QStringLiteral("areaLabel"));
    //: What a connection is used for, and how it stands
    text->setText(tr("%1: %2").arg(name, how));
    grid->addWidget(text, row, 1);
    if (stopped || area.works || area.source != AreaSource::Pasted)
        return;
    auto *again = new QPushButton(tr("This works again"));
    again->setObjectName(QStringLiteral("areaWorksButton"));
    again->setAccessibleDescription(name);
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, [this, area] { Q_EMIT worksAgain(area); });
    grid->addWidget(again, row + 1, 1, Qt::AlignLeading);
}

} // namespace relink
