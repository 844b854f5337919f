// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connectionstate.h"

#include <QWidget>

class QPainter;

namespace relink {

struct Theme;

//! The sign of a light: a round tick, a square cross, a dashed ring. It says the same without
//! colour.
void paintStatusGlyph(QPainter &painter, const QRectF &rect, Light light, const Theme &theme);
//! On a green light whose connection works, but not all of what it is used for.
void paintMark(QPainter &painter, const QRectF &glyph, const Theme &theme);
//! The sign of a change that somebody made: a small dot in a whole ring, neither well nor ill.
void paintChangeGlyph(QPainter &painter, const QRectF &rect, const Theme &theme);
//! A rounded square with the provider's letters.
void paintMonogram(QPainter &painter, const QRectF &rect, const QString &letters, const QFont &font,
                   const Theme &theme);
//! The TEST badge; returns its width. With a null painter it only measures.
int paintTestBadge(QPainter *painter, const QPointF &leftCentre, const QFont &font,
                   const Theme &theme);

//! The sign as a widget.
class StatusGlyph : public QWidget
{
    Q_OBJECT
public:
    explicit StatusGlyph(QWidget *parent = nullptr);
    void setLight(Light light, const QString &word, bool marked = false);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Light m_light = Light::Neutral;
    bool m_marked = false;
};

//! The TEST badge as a widget.
class TestBadge : public QWidget
{
    Q_OBJECT
public:
    explicit TestBadge(QWidget *parent = nullptr);
    //! What a screen reader says for a name with the badge.
    static QString spoken(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! The monogram as a widget.
class Monogram : public QWidget
{
    Q_OBJECT
public:
    explicit Monogram(QWidget *parent = nullptr);
    void setLetters(const QString &letters);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_letters;
};

} // namespace relink
