// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steplist.h"

namespace relink {

class TextLabel;

//! One line of the step list: a mark with its number or result, and its title.
class StepRow : public QWidget
{
    Q_OBJECT
public:
    explicit StepRow(QWidget *parent = nullptr);

    void set(const StepList::Entry &entry);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int markSize() const { return fontMetrics().height() + 4; }
    QString mark() const;
    void paintResult(QPainter &painter, const QRectF &place) const;

    TextLabel *m_title;
    StepList::Entry m_entry;
};

} // namespace relink
