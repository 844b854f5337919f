// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/card.h"

#include <functional>

class QBoxLayout;
class QPushButton;

namespace relink {

//! In place of the list as long as no account is connected: the ways to begin.
class EmptyAccounts : public Card
{
    Q_OBJECT
public:
    //! `startPractice` may be empty.
    explicit EmptyAccounts(const std::function<void()> &startPractice, QWidget *parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void newIntegrationRequested();
    void diagnoseRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_buttons;
    QPushButton *m_new;
};

} // namespace relink
