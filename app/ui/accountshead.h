// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QWidget>

class QGridLayout;
class QPushButton;

namespace relink {

class CheckRun;
class TextLabel;

//! How many accounts there are of each light, and when the last of them was checked.
struct AccountCounts
{
    int red = 0;
    int green = 0;
    int waiting = 0;
    QDateTime lastCheck;

    int all() const { return red + green + waiting; }
};

//! The top of the page: its title, how the accounts are, and what can be done with all of them.
class AccountsHead : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsHead(QWidget *parent = nullptr);

    //! Without accounts there is nothing to check, and the page's own button adds the first one.
    void show(const AccountCounts &counts, const CheckRun &run, const QDateTime &now);

Q_SIGNALS:
    void checkAllRequested();
    void newIntegrationRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    //! The buttons beside the title, or below where that has no room for them.
    void arrange();

    QGridLayout *m_layout;
    TextLabel *m_title;
    TextLabel *m_summary;
    QWidget *m_buttons;
    QPushButton *m_checkAll;
    QPushButton *m_newIntegration;
};

} // namespace relink
