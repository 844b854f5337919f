// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"
#include "core/result.h"
#include "ui/surroundings.h"

#include <QObject>

#include <optional>

class QAction;
class QDialog;
class QMenu;
class QWidget;

namespace relink {

//! An act that could not be done, for a person.
struct FailedAct
{
    ConnectionId connection;
    QString text;
    QString details; //!< one line for whoever helps: the provider's own words, or the codes
    bool authorizing = false; //!< authorising again starts over
};

//! What can be done with one connection: the actions of the row menu, of the menu bar and of the
//! details pane are these same ones, and act on the connection that was set last.
class ConnectionActions : public QObject
{
    Q_OBJECT
public:
    //! Dialogs belong to `window`.
    ConnectionActions(const Surroundings &surroundings, QWidget *window);

    void setConnection(const std::optional<Connection> &connection);

    //! False while a page is shown that does not say which connection is meant: F2 or Del there
    //! must do nothing.
    void setActive(bool active);

    //! Fills a menu with exactly what every row offers.
    void fillRowMenu(QMenu *menu) const;
    //! All of them, so that their shortcuts work in the whole window.
    QList<QAction *> all() const;
    QAction *checkNow() const { return m_checkNow; }
    QAction *reconnectAction() const { return m_reconnect; }
    //! For the menu of a row: there only where a guided reconnect waits to go on.
    QAction *continueAction() const { return m_continue; }

    void authorize();
    void reconnect();
    //! Of any connection, over a window of its own; what is returned was opened.
    QDialog *reconnectOver(const relink::Connection &connection, QWidget *parent);
    //! For an error of that connection that the merchant met elsewhere.
    void reconnectAfter(const relink::Connection &connection, const relink::Diagnosis &told);
    //! What another product holds: the merchant's word, and the way there.
    void areaWorks(const relink::AreaReport &area); //!< it does again, says the merchant
    void works();
    void stopped();
    void support();
    void note();
    //! The connection that was set last, where the page that is shown says which one it is.
    std::optional<Connection> usable() const;
    //! For a connection that was chosen elsewhere.
    void reconnectOne(const relink::Connection &connection);
    void contactSupportOf(const relink::Connection &connection);
    void forgetTokenOf(const relink::Connection &connection);
    void pair();
    void renamePair(const relink::Integration &pair);
    void dissolvePair(const relink::Integration &pair);
    void revoke();
    //! What the merchant is told before.
    QString revocationWarning(const QString &provider) const;
    void startRevoking(const Connection &connection, const QString &provider);

Q_SIGNALS:
    void viewErrorsRequested(const relink::ConnectionId &id);
    //! "Check now" was asked for; the view takes the chance to bring itself into order.
    void checking();
    void failed(const relink::FailedAct &act);
    //! Something to know after an act that worked.
    void noted(const QString &text);
    //! The guided reconnect was closed, whatever came of it.
    void reconnectEnded();

private:
    void updateActions();
    void ask();
    void signIn(); //!< the browser leg
    QDialog *openWizard(const Connection &connection, const std::optional<Diagnosis> &told,
                        QWidget *parent = nullptr);
    void tellWhetherCompared(const Connection &former);
    QAction *add(const QString &objectName, const QString &text, void (ConnectionActions::*act)());
    void viewErrors();
    void check();
    void refresh();
    void contactSupport();
    void forgetToken();
    void edit();
    void rename();
    void pauseOrResume();
    void remove();
    QString providerName() const;
    void tell(const Connection &connection, const AuthError &error, const QString &provider,
              bool authorizing = false);
    void showRevoked(const Connection &connection, const struct RevokeOutcome &outcome);

    const Surroundings &m_surroundings;
    QWidget *m_window;
    std::optional<Connection> m_connection;
    bool m_active = true;
    QAction *m_viewErrors;
    QAction *m_checkNow;
    QAction *m_refresh;
    QAction *m_authorize;
    QAction *m_edit;
    QAction *m_contact;
    QAction *m_forget;
    QAction *m_support;
    QAction *m_note;
    QAction *m_rename;
    QAction *m_pause;
    QAction *m_revoke;
    QAction *m_remove;
    QAction *m_reconnect;
    QAction *m_continue;
};

} // namespace relink
