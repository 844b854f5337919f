// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QRadioButton;

namespace relink {

class TextLabel;

//! One of several answers, whose words may need several lines.
class OptionRow : public QWidget
{
    Q_OBJECT
public:
    OptionRow(const QString &objectName, const QString &text, QWidget *parent = nullptr);

    QRadioButton *button() const { return m_button; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRadioButton *m_button;
    TextLabel *m_text;
};

} // namespace relink
