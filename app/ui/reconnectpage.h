// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/recipe.h"
#include "services/connectionmanager.h"
#include "ui/surroundings.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace relink {

class BrowserWaitPanel;
class CheckTable;
class ConnectionForm;
class CopyLine;
class InlineMessage;
class ReconnectSession;
class TextLabel;

//! The task of the current step: what it is about, and what belongs to its kind (checks, form,
//! browser leg, link). It draws the session and asks for nothing but what its own small buttons
//! say; the wizard around it has the button that names the act.
class ReconnectPage : public QWidget
{
    Q_OBJECT
public:
    ReconnectPage(const Surroundings &surroundings, const Connection &connection,
                  ReconnectSession &session, QWidget *parent = nullptr);

    void show(const Step *step);
    //! An error that belongs to no step, such as a refused Save.
    void showFailure(const AuthError &error);
    //! Null when the form has something wrong, and says what.
    std::optional<EditRequest> editRequest();
    BrowserWaitPanel *panel() const { return m_panel; }
    QString title() const;
    //! True for a verification that could ask nobody, so that it found nothing.
    static bool isUnverified(const StepRecord &record);
    //! A sentence of the recipe with its placeholders filled in.
    QString filled(const QString &text) const;
    QString providerName() const { return m_provider; }

Q_SIGNALS:
    void checkAgainRequested();

private:
    void build();
    void showExplanation(const Step &step);
    void showChecks(const Step &step, const StepRecord &record);
    void showAction(const Step &step, const StepRecord &record);
    void showExternal(const Step &step);
    void showVerification(const Step &step, const StepRecord &record);
    void showEnd();
    QString outcome(const StepRecord &verification) const;
    void showSource(const Step *step);
    void showResumed(const Step &step);
    void setText(const QString &title, const QString &text);
    void showError(const AuthError &error);

    const Surroundings &m_surroundings;
    Connection m_connection;
    ReconnectSession &m_session;
    QString m_provider;
    QString m_link;
    QString m_formStep; //!< id of the step the form was filled for

    TextLabel *m_title;
    TextLabel *m_lead;
    TextLabel *m_text;
    InlineMessage *m_resumed;
    InlineMessage *m_message;
    CheckTable *m_checks;
    QPushButton *m_checkAgain;
    ConnectionForm *m_form = nullptr;
    QVBoxLayout *m_formPlace = nullptr;
    BrowserWaitPanel *m_panel;
    QPushButton *m_open;
    TextLabel *m_ownWordsCaption;
    CopyLine *m_ownWords;
    QPushButton *m_sourceButton;
    TextLabel *m_source;
};

} // namespace relink
