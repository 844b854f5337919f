// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QHash>
#include <QLabel>

class QTextLayout;

namespace relink {

//! Plain text on the screen, whatever it contains (R96): never mark-up, never a link. It breaks
//! anywhere a long word leaves no other way, or stays on one line, cut with "…" and whole in the
//! tooltip.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Size { Body, Small, Heading, Title };
    enum class Tone { Normal, Soft, Green, Red, Amber, Grey };
    enum class Flow { Wrap, OneLine };

    explicit TextLabel(Size size = Size::Body, Tone tone = Tone::Normal, Flow flow = Flow::Wrap,
                       QWidget *parent = nullptr);

    void setText(const QString &text); //!< hides QLabel's, so that the layout is told
    void setTone(Tone tone);
    void setStrong(bool strong); //!< semi-bold
    void setStrongStart(int characters); //!< semi-bold so far, in the flow of the rest

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    //! True when something of the text is not on the screen.
    bool isCut() const;

    static QColor colour(Tone tone);
    static QFont fontFor(Size size, bool strong, const QFont &base);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyFont();
    QSize measured(int width) const;
    void prepare(QTextLayout &layout) const;
    int advance() const;
    void forgetMeasures();

    Size m_size;
    Tone m_tone;
    Flow m_flow;
    bool m_strong = false;
    int m_strongStart = 0;
    bool m_applying = false;
    // Layouts ask for the same few sizes again and again, and shaping text is dear.
    mutable QHash<int, QSize> m_measured; //!< by width
    mutable int m_advance = -1; //!< of the text in one line
};

} // namespace relink
