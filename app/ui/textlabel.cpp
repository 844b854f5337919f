// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/textlabel.h"

#include "ui/plaintooltip.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <cmath>

namespace relink {

namespace {

constexpr int idealCharacters = 46; // of a wrapped text that no layout has squeezed yet

QTextOption wrapOption(const QLabel *widget)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(widget->layoutDirection());
    option.setAlignment(widget->alignment() & Qt::AlignHCenter
                            ? Qt::Alignment(Qt::AlignHCenter)
                            : QStyle::visualAlignment(widget->layoutDirection(), Qt::AlignLeft));
    return option;
}

QString broken(QString text)
{
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return text;
}

//! Lays the lines out in `width`; the height they take.
qreal layOut(QTextLayout &layout, qreal width, qreal *widest = nullptr)
{
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height());
        if (widest)
            *widest = qMax(*widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return y;
}

} // namespace

TextLabel::TextLabel(Size size, Tone tone, Flow flow, QWidget *parent)
    : QLabel(parent)
    , m_size(size)
    , m_tone(tone)
    , m_flow(flow)
    , m_strong(size == Size::Heading || size == Size::Title)
{
    setTextFormat(Qt::PlainText);
    // QLabel takes its height-for-width policy from this whenever the text changes.
    setWordWrap(flow == Flow::Wrap);
    QSizePolicy policy(QSizePolicy::Preferred,
                       flow == Flow::Wrap ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(flow == Flow::Wrap);
    setSizePolicy(policy);
    applyFont();
}

void TextLabel::setText(const QString &text)
{
    if (text == this->text())
        return;
    QLabel::setText(text);
    forgetMeasures();
    updateGeometry();
    update();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void TextLabel::setStrong(bool strong)
{
    m_strong = strong;
    applyFont();
}

void TextLabel::setStrongStart(int characters)
{
    if (characters == m_strongStart)
        return;
    m_strongStart = characters;
    forgetMeasures();
    updateGeometry();
    update();
}

QFont TextLabel::fontFor(Size size, bool strong, const QFont &base)
{
    QFont font = base;
    double factor = 1;
    switch (size) {
    case Size::Body:
        break;
    case Size::Small:
        factor = 0.9;
        break;
    case Size::Heading:
        factor = 1.15;
        break;
    case Size::Title:
        factor = 1.5;
        break;
    }
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    if (strong)
        font.setWeight(size == Size::Title ? QFont::Bold : QFont::DemiBold);
    return font;
}

QColor TextLabel::colour(Tone tone)
{
    const Theme &t = Theme::current();
    switch (tone) {
    case Tone::Normal:
        return t.text;
    case Tone::Soft:
        return t.soft;
    case Tone::Green:
        return t.green;
    case Tone::Red:
        return t.red;
    case Tone::Amber:
        return t.amber;
    case Tone::Grey:
        return t.grey;
    }
    Q_UNREACHABLE();
}

void TextLabel::applyFont()
{
    m_applying = true;
    setFont(fontFor(m_size, m_strong, QApplication::font()));
    m_applying = false;
    forgetMeasures();
    updateGeometry();
}

void TextLabel::forgetMeasures()
{
    m_measured.clear();
    m_advance = -1;
}

int TextLabel::advance() const
{
    if (m_advance < 0)
        m_advance = fontMetrics().horizontalAdvance(text());
    return m_advance;
}

void TextLabel::prepare(QTextLayout &layout) const
{
    layout.setTextOption(wrapOption(this));
    if (m_strongStart <= 0)
        return;
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    strong.setForeground(colour(Tone::Normal));
    layout.setFormats({{0, m_strongStart, strong}});
}

QSize TextLabel::measured(int width) const
{
    if (text().isEmpty())
        return {0, fontMetrics().height()};
    if (const auto known = m_measured.constFind(width); known != m_measured.constEnd())
        return *known;
    QTextLayout layout(broken(text()), font());
    prepare(layout);
    qreal widest = 0;
    const qreal height = layOut(layout, width, &widest);
    const QSize size(int(std::ceil(widest)), int(std::ceil(height)));
    m_measured.insert(width, size);
    return size;
}

QSize TextLabel::sizeHint() const
{
    const QMargins m = contentsMargins();
    if (m_flow == Flow::OneLine) {
        return QSize(advance() + 1, fontMetrics().height()).grownBy(m);
    }
    return measured(fontMetrics().averageCharWidth() * idealCharacters).grownBy(m);
}

QSize TextLabel::minimumSizeHint() const
{
    const QMargins m = contentsMargins();
    const int few = fontMetrics().averageCharWidth() * 6;
    const int natural = advance() + 1;
    return QSize(qMin(few, natural), fontMetrics().height()).grownBy(m);
}

int TextLabel::heightForWidth(int width) const
{
    if (m_flow == Flow::OneLine)
        return sizeHint().height();
    const QMargins m = contentsMargins();
    return measured(qMax(1, width - m.left() - m.right())).height() + m.top() + m.bottom();
}

bool TextLabel::isCut() const
{
    if (m_flow == Flow::Wrap)
        return measured(contentsRect().width()).height() > contentsRect().height();
    return advance() > contentsRect().width();
}

void TextLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(isEnabled() ? colour(m_tone)
                               : palette().color(QPalette::Disabled, QPalette::WindowText));
    const QRect r = contentsRect();
    if (m_flow == Flow::OneLine) {
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, r.width());
        // ShowAll of drawText would read & as a mnemonic; this flag set does not.
        painter.drawText(r,
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                             | Qt::AlignVCenter | Qt::TextSingleLine,
                         shown);
        return;
    }
    QTextLayout layout(broken(text()), font());
    prepare(layout);
    const qreal height = layOut(layout, r.width());
    const qreal spare = alignment() & Qt::AlignVCenter ? qMax(0.0, (r.height() - height) / 2) : 0;
    layout.draw(&painter, r.topLeft() + QPointF(0, std::floor(spare)));
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()),
                           this);
        return true;
    }
    return QLabel::event(event);
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange && !m_applying)
        applyFont();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        forgetMeasures();
    QLabel::changeEvent(event);
}

} // namespace relink
