// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/recipe.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QScrollArea;

namespace relink {

class ReconnectPage;
class ReconnectSession;
class StepList;

//! The guided reconnect of one connection. It draws a ReconnectSession: the steps on the left, one
//! task on the right, one button that names the act. Cancel changes nothing; "Save + Continue"
//! ends it. It deletes itself once it is closed.
class ReconnectWizard : public QDialog
{
    Q_OBJECT
public:
    //! `told`: see ConnectionManager::startReconnect().
    ReconnectWizard(const Surroundings &surroundings, const Connection &connection,
                    const std::optional<Diagnosis> &told, QWidget *parent = nullptr);
    ~ReconnectWizard() override;

    //! Cancel, Esc and the window's own close button.
    void reject() override;

Q_SIGNALS:
    void saved(const relink::ConnectionId &id);

private:
    //! What the primary button does.
    enum class Act { Next, Start, MarkDone, CheckAgain, Save, Wait };

    QPushButton *button(const QString &objectName, const QString &text,
                        void (ReconnectWizard::*act)());
    void build();
    void redraw();
    void runAutomaticStep();
    void drawSteps();
    void drawButtons(const Step *step);
    Act actFor(const Step *step) const;
    void primary();
    void secondary();
    void skip();
    void back();
    void finishLater();
    void save();

    const Surroundings &m_surroundings;
    Connection m_connection;
    std::unique_ptr<ReconnectSession> m_session;
    ReconnectPage *m_page = nullptr;
    StepList *m_steps = nullptr;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_later = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_secondary = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_primary = nullptr;
    int m_shownStep = -1;
    bool m_actWasRunning = false;
    bool m_primaryHadFocus = false;
    bool m_saving = false;
    bool m_closing = false;
};

} // namespace relink
