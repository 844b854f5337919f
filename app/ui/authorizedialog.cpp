// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/authorizedialog.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/badgedtitle.h"
#include "ui/browserwaitpanel.h"
#include "ui/dialogframe.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/secondsignin.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

AuthorizeDialog::AuthorizeDialog(const Surroundings &surroundings, const Connection &connection,
                                 QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection.id)
    , m_panel(new BrowserWaitPanel(surroundings, false))
    , m_warning(new InlineMessage(QStringLiteral("secondSignIn")))
    , m_goOn(new QPushButton(tr("&Sign in all the same")))
{
    setObjectName(QStringLiteral("authoriseDialog"));
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    m_providerName = plainText(pack ? pack->name : connection.provider, 60);
    setWindowTitle(tr("Authorise %1").arg(plainText(connection.name, 60)));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("authoriseCancelButton"));
    cancel->setAutoDefault(false);
    m_goOn->setObjectName(QStringLiteral("authoriseGoOnButton"));
    makePrimary(m_goOn);
    m_goOn->setAutoDefault(false);
    QVBoxLayout *body = frameDialog(this, {}, {cancel, m_goOn});
    body->addWidget(m_warning);
    body->addWidget(m_panel, 1);
    // Else title and warning would share its room.
    QSizePolicy policy = m_panel->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_panel->setSizePolicy(policy);
    m_goOn->hide();
    showEnvironment(this, connection.environment);
    resize(560, 400);
    connect(cancel, &QPushButton::clicked, this, &AuthorizeDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, &AuthorizeDialog::authorize);
}

void AuthorizeDialog::start()
{
    const std::optional<Connection> connection = m_surroundings.manager.connection(m_id);
    const QString warning
        = connection ? secondSignInWarning(m_surroundings, *connection) : QString();
    if (warning.isEmpty())
        return authorize();
    m_warning->showMessage(InlineMessage::Kind::Warning, warning);
    m_panel->hide();
    m_goOn->show();
    m_goOn->setFocus();
}

void AuthorizeDialog::authorize()
{
    m_warning->clear();
    m_goOn->hide();
    m_panel->show();
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
