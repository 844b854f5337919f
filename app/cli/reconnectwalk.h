// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/result.h"
#include "services/connectionmanager.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace relink {
class ReconnectSession;
struct Step;
struct StepRecord;
} // namespace relink

namespace relink::cli {

class Terminal;
class TerminalInteraction;

//! The guided reconnect in a terminal: tells each step, does what Relink can do, asks the person
//! for the rest, saves at the end. Without a terminal it goes straight on: nobody is asked, and
//! nothing is revoked.
class ReconnectWalk : public QObject
{
    Q_OBJECT
public:
    ReconnectWalk(ConnectionManager &manager, const Connection &connection,
                  std::shared_ptr<const ProviderPack> pack, Terminal &terminal,
                  TerminalInteraction *interaction, QObject *parent = nullptr);
    ~ReconnectWalk() override;

    void start();
    //! The command ends early. What was reached is resumed by the next reconnect.
    void abandon();

Q_SIGNALS:
    void saved(const relink::Connection &connection);
    //! `red`: the provider still refuses, which is an answer; otherwise the failure to tell.
    void gaveUp(const relink::AuthError &error, bool red);

private:
    void goOn();
    //! A sentence of the recipe with its placeholders filled in.
    QString filled(const QString &text) const;
    void tell(const Step &step);
    void tellMessage(const Step &step);
    void tellResumed();
    bool beginsAgain();
    //! False when the walk ended: nothing that follows could be stored.
    bool tellChecks(const Step &step);
    void onCheck(const Step &step);
    void onAction(const Step &step);
    void onExternal();
    void onQuestion(const Step &step);
    void onYesOrNo();
    void onSupport();
    void endGreen(const Connection &connection);
    void tellOfSupport();
    void onVerify(const Step &step);
    void tellVerified(const StepRecord &record);
    void askToAct(const Step &step);
    void actUnasked(const Step &step);
    void askForCredential();
    void askNext(const QList<InputField> &fields, EditRequest edit);
    void save();
    void fail(const AuthError &error, bool red = false);

    ConnectionManager &m_manager;
    Connection m_connection;
    std::shared_ptr<const ProviderPack> m_pack;
    Terminal &m_terminal;
    TerminalInteraction *m_interaction;
    std::unique_ptr<ReconnectSession> m_session;
    QString m_told; //!< the step whose words were printed last
    bool m_toldThere = false; //!< the way at the product that holds the access
    bool m_toldFresh = false; //!< what was checked afresh on resuming
    QSet<QString> m_acted; //!< an act is done once: after a failure the next step follows
    std::optional<AuthError> m_refused; //!< by the latest verification
    bool m_waiting = false; //!< for a line of the person
    bool m_over = false;
    bool m_saving = false;
};

} // namespace relink::cli
