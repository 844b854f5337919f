// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/drawnicons.h"

#include "ui/theme.h"

#include <QIconEngine>
#include <QPainter>

namespace relink {

namespace {

//! Strokes on a field of 16 by 16 with its origin in the middle.
using Strokes = QList<QPolygonF>;

class DrawnIcon : public QIconEngine
{
public:
    explicit DrawnIcon(Strokes strokes)
        : m_strokes(std::move(strokes))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Theme &t = Theme::current();
        const double scale = qMin(rect.width(), rect.height()) / 16.0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        painter->scale(scale, scale);
        painter->setPen(QPen(mode == QIcon::Active ? t.text : t.soft, 1.5, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        for (const QPolygonF &stroke : m_strokes)
            painter->drawPolyline(stroke);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new DrawnIcon(m_strokes); }

private:
    Strokes m_strokes;
};

QIcon drawn(std::initializer_list<QPolygonF> strokes)
{
    return QIcon(new DrawnIcon(strokes));
}

} // namespace

QIcon clearIcon()
{
    return drawn({QPolygonF {{QPointF(-3.5, -3.5), QPointF(3.5, 3.5)}},
                  QPolygonF {{QPointF(-3.5, 3.5), QPointF(3.5, -3.5)}}});
}

QIcon moreIcon()
{
    return drawn({QPolygonF {{QPointF(-4, -4), QPointF(0, 0), QPointF(-4, 4)}},
                  QPolygonF {{QPointF(1, -4), QPointF(5, 0), QPointF(1, 4)}}});
}

} // namespace relink
