// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace relink {

class StatusGlyph;
class TextLabel;

//! One cell of a TestModeTable: whether it connects, framed where it is the one that holds.
class TestModeCell : public QWidget
{
    Q_OBJECT
public:
    explicit TestModeCell(bool connects, QWidget *parent = nullptr);

    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_marked = false;
    StatusGlyph *m_glyph;
    TextLabel *m_text;
};

} // namespace relink
