// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/recipe.h"
#include "ui/primaryact.h"
#include "ui/stepscene.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <memory>

class QScrollArea;

namespace relink {

class ReconnectFooter;
class ReconnectPage;
class ReconnectSession;
class StepList;

//! The guided reconnect of one connection. It draws a ReconnectSession: the steps on the left, one
//! task on the right, one button that names the act. Cancel changes nothing, closing keeps the
//! place; "Save + Continue" ends it. It deletes itself once it is closed.
class ReconnectWizard : public QDialog
{
    Q_OBJECT
public:
    //! `told`: see ConnectionManager::startReconnect().
    ReconnectWizard(const Surroundings &surroundings, const Connection &connection,
                    const std::optional<Diagnosis> &told, QWidget *parent = nullptr);
    ~ReconnectWizard() override;

    //! Cancel and Esc.
    void reject() override;

Q_SIGNALS:
    void saved(const relink::ConnectionId &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void join();
    void redraw();
    void runAutomaticStep();
    void orderTabs();
    bool goOnByItself();
    void drawSteps();
    void drawButtons();
    void speak();
    PrimaryAct primaryAct() const;
    void primary();
    void waitedLongEnough();
    void back();
    void finishLater();
    void save();

    const Surroundings &m_surroundings;
    Connection m_connection;
    std::unique_ptr<ReconnectSession> m_session;
    StepScene m_scene;
    ReconnectPage *m_page = nullptr;
    StepList *m_steps = nullptr;
    QScrollArea *m_scroll = nullptr;
    ReconnectFooter *m_footer = nullptr;
    int m_shownStep = -1;
    QString m_ran; //!< id of the step whose act or verification was seen under way
    bool m_wasRunning = false;
    bool m_saving = false;
    bool m_closing = false;
};

} // namespace relink
