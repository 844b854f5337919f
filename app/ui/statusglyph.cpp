// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/statusglyph.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace relink {

namespace {

QFont badgeFont(const QFont &base)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * 0.8);
    else
        font.setPixelSize(qRound(base.pixelSize() * 0.8));
    font.setWeight(QFont::Bold);
    return font;
}

QString badgeText()
{
    return QCoreApplication::translate("relink::TestBadge", "TEST", "badge of a test connection");
}

} // namespace

void paintStatusGlyph(QPainter &painter, const QRectF &rect, Light light, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = qMin(rect.width(), rect.height());
    const QRectF r(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const QPen stroke(theme.pane, side / 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const auto at = [&r](double x, double y) {
        return QPointF(r.left() + r.width() * x, r.top() + r.height() * y);
    };
    switch (light) {
    case Light::Green:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.green);
        painter.drawEllipse(r);
        painter.setPen(stroke);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF {{at(0.28, 0.52), at(0.44, 0.68), at(0.73, 0.34)}});
        break;
    case Light::Red:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.red);
        painter.drawRoundedRect(r, side * 0.18, side * 0.18);
        painter.setPen(stroke);
        painter.drawLine(at(0.32, 0.32), at(0.68, 0.68));
        painter.drawLine(at(0.68, 0.32), at(0.32, 0.68));
        break;
    case Light::Neutral: {
        const double width = side / 11;
        QPen ring(theme.grey, width, Qt::CustomDashLine, Qt::FlatCap);
        // Ten even dashes around the ring.
        const double dash = 3.14159265 * (side - width) / width / 20;
        ring.setDashPattern({dash, dash});
        painter.setPen(ring);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(r.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.grey);
        for (const double x : {0.32, 0.5, 0.68})
            painter.drawEllipse(at(x, 0.5), side * 0.055, side * 0.055);
        break;
    }
    }
    painter.restore();
}

void paintMark(QPainter &painter, const QRectF &glyph, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = qMin(glyph.width(), glyph.height()) * 0.5;
    const double line = side / 6;
    const QRectF r(glyph.right() - side - line / 2, glyph.bottom() - side + line / 2, side,
                   side - line);
    painter.setPen(QPen(theme.pane, line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(theme.amber);
    painter.drawPolygon(
        QPolygonF {QPointF(r.center().x(), r.top()), r.bottomRight(), r.bottomLeft()});
    painter.restore();
}

void paintChangeGlyph(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = qMin(rect.width(), rect.height());
    const double width = side / 11;
    painter.setPen(QPen(theme.grey, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.center(), (side - width) / 2, (side - width) / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.grey);
    painter.drawEllipse(rect.center(), side * 0.16, side * 0.16);
    painter.restore();
}

void paintMonogram(QPainter &painter, const QRectF &rect, const QString &letters, const QFont &font,
                   const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.highContrast ? QPen(theme.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(theme.greyPane);
    painter.drawRoundedRect(rect, 8, 8);
    QFont bold = font;
    bold.setWeight(QFont::Bold);
    painter.setFont(bold);
    painter.setPen(theme.soft);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, letters.left(2));
    painter.restore();
}

int paintTestBadge(QPainter *painter, const QPointF &leftCentre, const QFont &font,
                   const Theme &theme)
{
    const QFont small = badgeFont(font);
    const QFontMetrics metrics(small);
    const QString text = badgeText();
    const int width = metrics.horizontalAdvance(text) + 12;
    if (!painter)
        return width;
    const double height = metrics.height() + 2;
    const QRectF r(leftCentre.x(), leftCentre.y() - height / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme.highContrast ? QPen(theme.text, 1) : QPen(Qt::NoPen));
    painter->setBrush(theme.amberPane);
    painter->drawRoundedRect(r, 4, 4);
    painter->setFont(small);
    painter->setPen(theme.amber);
    painter->drawText(r, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter->restore();
    return width;
}

StatusGlyph::StatusGlyph(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusGlyph::setLight(Light light, const QString &word, bool marked)
{
    m_light = light;
    m_marked = marked;
    setAccessibleName(word);
    update();
}

QSize StatusGlyph::sizeHint() const
{
    const int side = fontMetrics().height() + 4;
    return {side, side};
}

void StatusGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStatusGlyph(painter, QRectF(rect()), m_light, Theme::current());
    if (m_marked)
        paintMark(painter, QRectF(rect()), Theme::current());
}

TestBadge::TestBadge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Test Mode"));
}

QString TestBadge::spoken(const QString &name)
{
    //: The name of a connection, for a screen reader
    return tr("%1, Test Mode").arg(name);
}

QSize TestBadge::sizeHint() const
{
    return {paintTestBadge(nullptr, {}, font(), Theme::current()),
            QFontMetrics(badgeFont(font())).height() + 2};
}

void TestBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTestBadge(&painter, {0, height() / 2.0}, font(), Theme::current());
}

Monogram::Monogram(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Monogram::sizeHint() const
{
    const int side = qMax(40, fontMetrics().height() * 2 + 4);
    return {side, side};
}

void Monogram::setLetters(const QString &letters)
{
    m_letters = letters;
    update();
}

void Monogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMonogram(painter, QRectF(rect()), m_letters, font(), Theme::current());
}

} // namespace relink
