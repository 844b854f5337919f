// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/testmodecell.h"

#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace relink {

TestModeCell::TestModeCell(bool connects, QWidget *parent)
    : QWidget(parent)
    , m_glyph(new StatusGlyph)
    , m_text(new TextLabel(TextLabel::Size::Small))
{
    const QString text = connects ? tr("Connects") : tr("Does not connect");
    m_glyph->setLight(connects ? Light::Green : Light::Red, text);
    m_text->setText(text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::control, 6, metrics::control, 6);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_glyph);
    layout->addWidget(m_text, 1);
}

void TestModeCell::setMarked(bool marked)
{
    m_marked = marked;
    m_text->setStrong(marked);
    update();
}

void TestModeCell::paintEvent(QPaintEvent *)
{
    if (!m_marked)
        return;
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 2));
    painter.setBrush(theme.highContrast ? theme.pane : theme.selection);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius,
                            metrics::radius);
}

} // namespace relink
