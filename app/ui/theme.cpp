// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include <QGuiApplication>

#include <cmath>

namespace relink {

namespace {

double luminance(const QColor &colour)
{
    const auto linear
        = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

Theme makeLight()
{
    Theme t;
    t.green = QColor(0x16, 0x70, 0x32);
    t.red = QColor(0xb3, 0x26, 0x1e);
    t.amber = QColor(0x8a, 0x5a, 0x00);
    t.grey = QColor(0x5f, 0x69, 0x73);
    t.accent = QColor(0x1f, 0x5f, 0xae);
    t.onAccent = QColor(0xff, 0xff, 0xff);
    t.pane = QColor(0xff, 0xff, 0xff);
    t.text = QColor(0x1c, 0x21, 0x26);
    t.soft = QColor(0x5a, 0x64, 0x6e);
    t.background = QColor(0xf6, 0xf7, 0xf8);
    t.side = QColor(0xec, 0xef, 0xf1);
    t.line = QColor(0xd9, 0xdd, 0xe1);
    t.outline = QColor(0x89, 0x91, 0x99);
    t.selection = QColor(0xe7, 0xf0, 0xfb);
    t.marked = QColor(0xbf, 0xd9, 0xf7);
    t.greenPane = QColor(0xe3, 0xf4, 0xe7);
    t.redPane = QColor(0xfb, 0xe9, 0xe7);
    t.amberPane = QColor(0xfd, 0xf1, 0xd8);
    t.greyPane = QColor(0xec, 0xef, 0xf1);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.green = QColor(0x57, 0xc9, 0x74);
    t.red = QColor(0xff, 0x8a, 0x80);
    t.amber = QColor(0xf0, 0xc0, 0x60);
    t.grey = QColor(0xa3, 0xac, 0xb5);
    t.accent = QColor(0x7a, 0xb0, 0xf0);
    t.onAccent = QColor(0x10, 0x24, 0x3c);
    t.pane = QColor(0x23, 0x27, 0x2b);
    t.text = QColor(0xe8, 0xea, 0xed);
    t.soft = QColor(0xa3, 0xac, 0xb5);
    t.background = QColor(0x1b, 0x1e, 0x21);
    t.side = QColor(0x1f, 0x23, 0x27);
    t.line = QColor(0x36, 0x3c, 0x42);
    t.outline = QColor(0x78, 0x82, 0x8c);
    t.selection = QColor(0x26, 0x37, 0x4b);
    t.marked = QColor(0x34, 0x55, 0x7c);
    t.greenPane = QColor(0x1d, 0x33, 0x24);
    t.redPane = QColor(0x3b, 0x21, 0x20);
    t.amberPane = QColor(0x38, 0x2c, 0x14);
    t.greyPane = QColor(0x2c, 0x31, 0x36);
    return t;
}

Theme makeHighContrast(const QPalette &system)
{
    const QColor text = system.color(QPalette::Active, QPalette::WindowText);
    const QColor window = system.color(QPalette::Active, QPalette::Window);
    Theme t;
    t.dark = window.lightnessF() < 0.5;
    t.highContrast = true;
    for (QColor *role :
         {&t.green, &t.red, &t.amber, &t.grey, &t.accent, &t.text, &t.soft, &t.line, &t.outline}) {
        *role = text;
    }
    for (QColor *role : {&t.onAccent, &t.pane, &t.background, &t.side, &t.greenPane, &t.redPane,
                         &t.amberPane, &t.greyPane, &t.selection}) {
        *role = window;
    }
    t.marked = system.color(QPalette::Active, QPalette::Highlight);
    return t;
}

// Qt 6.4 has no sign for high contrast. Pure black or pure white behind text of at least 15 : 1 is
// what such themes are made of; a plain theme that happens to match only gains outlines.
bool isHighContrast(const QPalette &system)
{
    const QColor window = system.color(QPalette::Active, QPalette::Window);
    const bool pure = window == QColor(Qt::black) || window == QColor(Qt::white);
    return pure
        && contrastRatio(window, system.color(QPalette::Active, QPalette::WindowText)) >= 15;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::darkness()
{
    static const Theme theme = makeDark();
    return theme;
}

Theme Theme::forPalette(const QPalette &system)
{
    if (isHighContrast(system))
        return makeHighContrast(system);
    return system.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5 ? darkness()
                                                                               : light();
}

const Theme &Theme::current()
{
    static qint64 key = -1;
    static Theme theme;
    const QPalette palette = QGuiApplication::palette();
    if (palette.cacheKey() != key) {
        key = palette.cacheKey();
        theme = forPalette(palette);
    }
    return theme;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, background);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, pane);
    p.setColor(QPalette::AlternateBase, side);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, soft);
    p.setColor(QPalette::Button, pane);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, red);
    p.setColor(QPalette::Highlight, marked);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, pane);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Light, pane);
    p.setColor(QPalette::Midlight, side);
    p.setColor(QPalette::Mid, line);
    p.setColor(QPalette::Dark, outline);
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : outline);
    const QColor faded = mixed(pane, text, 0.45);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, faded);
    return p;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto part = [share](double u, double o) { return float(u + (o - u) * share); };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
                            part(under.blueF(), over.blueF()));
}

} // namespace relink
