// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/authorizedialog.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/browserwaitpanel.h"
#include "ui/dialogframe.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

AuthorizeDialog::AuthorizeDialog(const Surroundings &surroundings, const Connection &connection,
                                 QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection.id)
    , m_panel(new BrowserWaitPanel(surroundings, false))
{
    setObjectName(QStringLiteral("authoriseDialog"));
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    m_providerName = plainText(pack ? pack->name : connection.provider, 60);
    setWindowTitle(tr("Authorise %1").arg(plainText(connection.name, 60)));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("authoriseCancelButton"));
    cancel->setAutoDefault(false);
    frameDialog(this, {}, {cancel})->addWidget(m_panel, 1);
    resize(560, 400);
    connect(cancel, &QPushButton::clicked, this, &AuthorizeDialog::reject);
}

void AuthorizeDialog::start()
{
    m_running = true;
    m_panel->begin(m_providerName);
    whenDone(m_surroundings.manager.reauthorize(m_id, m_panel), m_listener.get(),
             [this](const Result<Connection> &result) {
                 m_running = false;
                 if (!result && !result.error().is(code::cancelled))
                     Q_EMIT failed(result.error(), m_providerName);
                 done(result ? Accepted : Rejected);
                 deleteLater();
             });
}

void AuthorizeDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
        deleteLater();
        return;
    }
    // The panel must outlive the call, so the dialog closes when the call has ended.
    m_panel->cancel();
}

} // namespace relink
