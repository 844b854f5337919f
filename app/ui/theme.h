// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

namespace relink {

//! The colours of the window: the roles of the look for a light or a dark system. Which of the two
//! follows the lightness of the system's QPalette::Window; in high contrast every role is the
//! palette's own text or window colour, and shapes carry the meaning.
struct Theme
{
    bool dark = false;
    bool highContrast = false;

    QColor green;
    QColor red;
    QColor amber;
    QColor grey;
    QColor accent;
    QColor onAccent; //!< text on accent
    QColor pane; //!< lists, fields, cards
    QColor text;
    QColor soft; //!< second lines, captions
    QColor background; //!< behind panes
    QColor side; //!< navigation and step list
    QColor line; //!< divides panes; decoration only
    QColor outline; //!< edge of what can be typed into or ticked: 3 : 1
    QColor selection; //!< selected row
    QColor marked; //!< selected text
    QColor greenPane;
    QColor redPane;
    QColor amberPane;
    QColor greyPane;

    static const Theme &light();
    static const Theme &darkness();
    static Theme forPalette(const QPalette &system);
    //! Of the application's palette as it is now; cheap enough for every paint event.
    static const Theme &current();

    //! The same roles as a palette, for the widgets that the style paints.
    QPalette palette() const;
};

//! WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

//! `share` of `over` (0 to 1) on top of `under`.
QColor mixed(const QColor &under, const QColor &over, double share);

} // namespace relink
