// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/primaryact.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace relink {

//! The buttons of the guided reconnect: one that names the act, and the ways out of the page. They
//! ask; the wizard does it.
class ReconnectFooter : public QWidget
{
    Q_OBJECT
public:
    explicit ReconnectFooter(const StepScene &scene, QWidget *parent = nullptr);

    //! `act` is what the primary button would do now.
    void draw(PrimaryAct act, bool saving);
    //! What screen readers say to the primary button.
    void describe(const QString &text);
    //! The keyboard comes to the primary button, as soon as that is enabled.
    void takeFocus();
    //! The keyboard is wanted elsewhere.
    void leaveFocus();
    QList<QWidget *> tabStops() const;

Q_SIGNALS:
    void primaryRequested();
    void backRequested();
    void laterRequested();
    void cancelRequested();

private:
    QPushButton *button(const QString &objectName, const QString &text,
                        void (ReconnectFooter::*request)());
    void drawCancel(PrimaryAct act);

    const StepScene &m_scene;
    QPushButton *m_later;
    QPushButton *m_back;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    bool m_primaryHadFocus = false;
};

} // namespace relink
