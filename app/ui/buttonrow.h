// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace relink {

//! Buttons beside each other, in as many rows as they need.
class ButtonRow : public QWidget
{
    Q_OBJECT
public:
    explicit ButtonRow(QWidget *parent = nullptr);

    void add(QPushButton *button);
    //! Before all others, also for the Tab key.
    void putFirst(QPushButton *button);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void fill(const QList<QList<QPushButton *>> &rows);

    QVBoxLayout *m_layout;
    QList<QPushButton *> m_buttons;
    QList<QList<QPushButton *>> m_rows;
};

} // namespace relink
