// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace relink {

class TextLabel;

//! The pages of the window, on its left, with a count where something needs the merchant.
class Navigation : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    //! Pages are numbered in the order of the calls. `description` is what a screen reader says of
    //! the page.
    void addPage(const QString &objectName, const QString &label, const QString &description);
    void setCurrent(int page);
    //! 0: no badge. `meaning` is what a screen reader says of it.
    void setBadge(int page, int count, const QString &meaning);
    void setPractice(bool practice);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_pages;
    TextLabel *m_practice;
};

} // namespace relink
