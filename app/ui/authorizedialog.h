// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/result.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace relink {

class BrowserWaitPanel;
class InlineMessage;

//! "Authorise" and "Re-authorise" of one connection: the browser leg on its own, after a warning
//! where that may end another connection. It deletes itself when the call is over.
class AuthorizeDialog : public QDialog
{
    Q_OBJECT
public:
    AuthorizeDialog(const Surroundings &surroundings, const Connection &connection,
                    QWidget *parent = nullptr);

    void start();
    void reject() override;

Q_SIGNALS:
    //! After a failure; not after the person cancelled.
    void failed(const relink::AuthError &error, const QString &providerName);

private:
    void authorize();

    const Surroundings &m_surroundings;
    //! What the call reports to. As a member it goes before the panel does: a panel that is taken
    //! away ends its call, and that must not reach a dialog half destroyed.
    std::unique_ptr<QObject> m_listener = std::make_unique<QObject>();
    ConnectionId m_id;
    QString m_providerName;
    BrowserWaitPanel *m_panel;
    InlineMessage *m_warning;
    QPushButton *m_goOn;
    bool m_running = false;
};

} // namespace relink
