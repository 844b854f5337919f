// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

class QApplication;
class QPushButton;
class QCheckBox;

namespace relink {

//! The look of Relink where the platform brings no style of its own (Fusion): flat, with one
//! accent, its colours from Theme. Other platform styles are left as they are.
class Look : public QProxyStyle
{
public:
    Look();

    void polish(QPalette &palette) override;
    void polish(QWidget *widget) override;
    void polish(QApplication *application) override;
    void unpolish(QApplication *application) override;
    using QProxyStyle::unpolish;
    bool eventFilter(QObject *object, QEvent *event) override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    bool m_mnemonics = false; //!< underlined while Alt is held, as desktops do
};

//! Gives the application the look. Call once, before the first window.
void installLook(QApplication &application);

//! The desktop's own wish for dark colours, where its palette does not say so. A foreign style and
//! high contrast keep what they have.
void preferDark(bool dark);

//! The one button of a view that says what will happen.
void makePrimary(QPushButton *button, bool primary = true);
//! A tick box drawn as a switch.
void makeSwitch(QCheckBox *box);

} // namespace relink
