// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/steprow.h"

#include "ui/plaintooltip.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace relink {

StepRow::StepRow(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft))
{
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_title);
}

void StepRow::set(const StepList::Entry &entry)
{
    m_entry = entry;
    layout()->setContentsMargins(entry.heading ? 0 : markSize() + 10, entry.heading ? 12 : 7, 0,
                                 entry.heading ? 4 : 7);
    m_title->setText(entry.title);
    m_title->setStrong(entry.current || entry.heading);
    m_title->setTone(entry.current ? TextLabel::Tone::Normal : TextLabel::Tone::Soft);
    if (entry.heading)
        m_title->setAccessibleName(entry.title);
    else if (entry.number > 0)
        //: A step's number, title and state, for a screen reader
        m_title->setAccessibleName(
            StepList::tr("%1. %2: %3")
                .arg(QString::number(entry.number), entry.title, entry.state));
    else
        //: Several steps and their state, for a screen reader
        m_title->setAccessibleName(StepList::tr("%1: %2").arg(entry.title, entry.state));
    setToolTip(plainToolTip(entry.state));
    update();
}

QString StepRow::mark() const
{
    if (m_entry.status == StepStatus::Skipped || (m_entry.unverified && !m_entry.current))
        return QStringLiteral("–");
    return m_entry.number > 0 ? QLocale().toString(m_entry.number) : QString();
}

void StepRow::paintEvent(QPaintEvent *)
{
    if (m_entry.heading)
        return;
    const Theme &t = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = markSize();
    QRectF place(0, 7 + (m_title->fontMetrics().height() - side) / 2.0, side, side);
    if (layoutDirection() == Qt::RightToLeft)
        place.moveLeft(width() - side);
    const bool done = m_entry.status == StepStatus::Done && !m_entry.unverified;
    const bool failed
        = m_entry.status == StepStatus::Failed || m_entry.status == StepStatus::NotPossible;
    if (done || failed)
        return paintResult(painter, place);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_entry.current ? t.accent : t.outline, 1.5,
                        m_entry.folded ? Qt::DotLine : Qt::SolidLine));
    painter.drawEllipse(place.adjusted(1, 1, -1, -1));
    painter.setFont(TextLabel::fontFor(TextLabel::Size::Small, m_entry.current, font()));
    painter.setPen(m_entry.current ? t.accent : t.grey);
    painter.drawText(place, Qt::AlignCenter, mark());
}

void StepRow::paintResult(QPainter &painter, const QRectF &place) const
{
    const Theme &t = Theme::current();
    const bool done = m_entry.status == StepStatus::Done;
    const double side = place.width();
    painter.setPen(Qt::NoPen);
    painter.setBrush(done ? t.green : t.red);
    if (done)
        painter.drawEllipse(place);
    else
        painter.drawRoundedRect(place, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.side, side / 10.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&place](double x, double y) {
        return QPointF(place.left() + place.width() * x, place.top() + place.height() * y);
    };
    if (done) {
        painter.drawPolyline(QPolygonF {{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.34)}});
    } else {
        painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
    }
}

} // namespace relink
