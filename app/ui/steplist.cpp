// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/steplist.h"

#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

namespace {

QString statusWordOf(const StepList::Entry &entry)
{
    if (entry.leftOut)
        return StepList::tr("not needed");
    if (entry.unverified)
        return StepList::tr("not verified");
    switch (entry.status) {
    case StepStatus::Open:
        return entry.current ? StepList::tr("now") : StepList::tr("still to do");
    case StepStatus::Running:
        return StepList::tr("under way");
    case StepStatus::Done:
        return StepList::tr("done");
    case StepStatus::Failed:
        return StepList::tr("did not work");
    case StepStatus::NotPossible:
        return StepList::tr("not possible");
    case StepStatus::Skipped:
        return StepList::tr("skipped");
    }
    Q_UNREACHABLE();
}

} // namespace

//! One step: a mark with its number or result, and its title.
class StepRow : public QWidget
{
public:
    explicit StepRow(int number, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
        , m_title(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft))
    {
        auto *layout = new QHBoxLayout(this);
        const int mark = markSize();
        layout->setContentsMargins(mark + 10, 8, 0, 8);
        layout->addWidget(m_title);
    }
    void set(const StepList::Entry &entry)
    {
        m_entry = entry;
        m_title->setText(entry.title);
        m_title->setStrong(entry.current);
        m_title->setTone(entry.current ? TextLabel::Tone::Normal : TextLabel::Tone::Soft);
        //: A step's number, title and state, for a screen reader
        m_title->setAccessibleName(
            StepList::tr("%1. %2: %3")
                .arg(QString::number(m_number), entry.title, statusWordOf(entry)));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &t = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = markSize();
        QRectF r(0, 8 + (m_title->fontMetrics().height() - side) / 2.0, side, side);
        if (layoutDirection() == Qt::RightToLeft)
            r.moveLeft(width() - side);
        const bool done = m_entry.status == StepStatus::Done && !m_entry.unverified;
        const bool failed
            = m_entry.status == StepStatus::Failed || m_entry.status == StepStatus::NotPossible;
        if (done || failed) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(done ? t.green : t.red);
            if (done)
                painter.drawEllipse(r);
            else
                painter.drawRoundedRect(r, 4, 4);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.side, side / 10.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const auto at = [&r](double x, double y) {
                return QPointF(r.left() + r.width() * x, r.top() + r.height() * y);
            };
            if (done) {
                painter.drawPolyline(QPolygonF {{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.34)}});
            } else {
                painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
                painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
            }
            return;
        }
        const QColor colour = m_entry.current ? t.accent : t.grey;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_entry.current ? t.accent : t.outline, 1.5));
        painter.drawEllipse(r.adjusted(1, 1, -1, -1));
        QFont font = TextLabel::fontFor(TextLabel::Size::Small, m_entry.current, this->font());
        painter.setFont(font);
        painter.setPen(colour);
        const bool skipped = m_entry.status == StepStatus::Skipped || m_entry.leftOut
            || (m_entry.unverified && !m_entry.current);
        painter.drawText(r, Qt::AlignCenter,
                         skipped ? QStringLiteral("–") : QString::number(m_number));
    }

private:
    int markSize() const { return fontMetrics().height() + 4; }

    int m_number;
    TextLabel *m_title;
    StepList::Entry m_entry;
};

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
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(18, 22, 18, 18);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(metrics::group);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    layout->addLayout(m_list);
    layout->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
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
    while (m_rows.size() > entries.size())
        delete m_rows.takeLast();
    while (m_rows.size() < entries.size()) {
        auto *row = new StepRow(int(m_rows.size()) + 1, this);
        m_rows.append(row);
        m_list->addWidget(row);
    }
    for (int i = 0; i < entries.size(); ++i)
        m_rows[i]->set(entries.at(i));
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
