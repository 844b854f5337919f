// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionactions.h"

#include "core/rules/areas.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "services/connectionmanager.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/identity.h"
#include "services/providercatalogue.h"
#include "services/reconnectsession.h"
#include "ui/authorizedialog.h"
#include "ui/badgedtitle.h"
#include "ui/confirmdialog.h"
#include "ui/contactdialog.h"
#include "ui/editdialog.h"
#include "ui/notedialog.h"
#include "ui/pairdialog.h"
#include "ui/reconnectwizard.h"
#include "ui/renamedialog.h"
#include "ui/revocationwarning.h"
#include "ui/supportdialog.h"
#include "ui/telldialog.h"
#include "words/words.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QWidget>

#include <algorithm>

namespace relink {

namespace {

QString detailsOf(const AuthError &error)
{
    const QString own = redact(words::providersOwnWords(error));
    if (!own.isEmpty())
        return own;
    QStringList parts {toString(error.origin), plainText(error.code, 80)};
    if (!error.description.isEmpty())
        parts.append(plainText(error.description));
    return redact(parts.join(QStringLiteral(" · ")));
}

bool asksForSecret(const AuthMethod &method)
{
    return std::any_of(method.inputs.begin(), method.inputs.end(),
                       [](const InputField &field) { return field.secret; });
}

} // namespace

ConnectionActions::ConnectionActions(const Surroundings &surroundings, QWidget *window)
    : QObject(window)
    , m_surroundings(surroundings)
    , m_window(window)
{
    m_viewErrors = add(QStringLiteral("viewErrorsAction"), tr("View &errors"),
                       &ConnectionActions::viewErrors);
    m_checkNow = add(QStringLiteral("checkNowAction"), tr("Check &now"), &ConnectionActions::check);
    m_refresh = add(QStringLiteral("refreshConnectionAction"), tr("Re&fresh connection"),
                    &ConnectionActions::refresh);
    m_authorize = add(QStringLiteral("reauthoriseAction"), tr("Re-&authorise"),
                      &ConnectionActions::authorize);
    m_edit = add(QStringLiteral("editAction"), tr("E&dit"), &ConnectionActions::edit);
    m_support
        = add(QStringLiteral("supportAction"), tr("&Support packet…"), &ConnectionActions::support);
    m_contact = add(QStringLiteral("contactSupportAction"), tr("C&ontact support…"),
                    &ConnectionActions::contactSupport);
    m_forget = add(QStringLiteral("forgetTokenAction"), tr("Forget access &token and ask again"),
                   &ConnectionActions::forgetToken);
    m_note = add(QStringLiteral("addNoteAction"), tr("Add a no&te…"), &ConnectionActions::note);
    m_rename = add(QStringLiteral("renameAction"), tr("Rena&me"), &ConnectionActions::rename);
    m_pause = add(QStringLiteral("pauseAction"), tr("&Pause"), &ConnectionActions::pauseOrResume);
    m_revoke
        = add(QStringLiteral("revokeAction"), tr("Re&voke access"), &ConnectionActions::revoke);
    m_remove = add(QStringLiteral("removeAction"), tr("&Remove"), &ConnectionActions::remove);
    m_reconnect
        = add(QStringLiteral("reconnectAction"), tr("Re&connect…"), &ConnectionActions::reconnect);
    m_continue = add(QStringLiteral("continueReconnectAction"), tr("&Continue reconnecting"),
                     &ConnectionActions::reconnect);
    m_continue->setVisible(false);
    m_checkNow->setShortcut(QKeySequence(Qt::Key_F5));
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));
    m_reconnect->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    setConnection(std::nullopt);
}

QAction *ConnectionActions::add(const QString &objectName, const QString &text,
                                void (ConnectionActions::*act)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void ConnectionActions::setConnection(const std::optional<Connection> &connection)
{
    m_connection = connection;
    updateActions();
}

void ConnectionActions::setActive(bool active)
{
    m_active = active;
    updateActions();
}

void ConnectionActions::updateActions()
{
    const bool usable = m_active && m_connection;
    for (QAction *action : all())
        action->setEnabled(usable);
    const bool halfFinished
        = m_connection && m_surroundings.manager.hasHalfFinishedReconnect(m_connection->id);
    m_continue->setVisible(halfFinished);
    m_reconnect->setText(halfFinished ? m_continue->text() : tr("Re&connect…"));
    if (!usable)
        return;
    const bool paused = m_connection->state.health == Health::Paused;
    m_pause->setText(paused ? tr("Resu&me", "a paused connection") : tr("&Pause"));
    m_checkNow->setEnabled(!paused);
    m_refresh->setEnabled(!paused && m_connection->hasSecret);
    m_forget->setEnabled(!paused && m_connection->hasSecret);
    m_revoke->setEnabled(m_connection->hasSecret);
    // Nobody can be asked about it, so there is nothing to stop asking either.
    if (isDelegated(m_surroundings.manager.catalogue(), *m_connection)) {
        m_checkNow->setEnabled(false);
        m_pause->setEnabled(paused);
    }
}

void ConnectionActions::fillRowMenu(QMenu *menu) const
{
    for (QAction *action : {m_viewErrors, m_checkNow, m_refresh, m_forget, m_authorize, m_edit,
                            m_rename, m_pause, m_note, m_contact, m_support, m_revoke, m_remove})
        menu->addAction(action);
}

QList<QAction *> ConnectionActions::all() const
{
    return {m_reconnect, m_viewErrors, m_checkNow, m_refresh, m_forget,  m_authorize, m_edit,
            m_rename,    m_pause,      m_note,     m_contact, m_support, m_revoke,    m_remove};
}

QString ConnectionActions::providerName() const
{
    const auto pack = m_surroundings.manager.catalogue().pack(m_connection->provider);
    return plainText(pack ? pack->name : m_connection->provider, 60);
}

void ConnectionActions::tell(const Connection &connection, const AuthError &error,
                             const QString &provider, bool authorizing)
{
    if (error.is(code::cancelled))
        return;
    FailedAct act;
    act.connection = connection.id;
    //: A connection's name and what went wrong with it
    act.text = tr("%1: %2").arg(plainText(connection.name, 60), words::failure(error, provider));
    act.details = detailsOf(error);
    act.authorizing = authorizing;
    Q_EMIT failed(act);
}

void ConnectionActions::viewErrors()
{
    if (m_connection)
        Q_EMIT viewErrorsRequested(m_connection->id);
}

void ConnectionActions::check()
{
    if (!m_connection)
        return;
    Q_EMIT checking();
    whenDone(m_surroundings.manager.check(m_connection->id), this,
             [this, connection = *m_connection,
              provider = providerName()](const Result<Connection> &result) {
                 if (!result)
                     tell(connection, result.error(), provider);
             });
}

void ConnectionActions::refresh()
{
    if (!m_connection)
        return;
    whenDone(m_surroundings.manager.refresh(m_connection->id), this,
             [this, connection = *m_connection,
              provider = providerName()](const Result<Connection> &result) {
                 if (!result)
                     tell(connection, result.error(), provider);
             });
}

void ConnectionActions::ask()
{
    (new TellDialog(m_surroundings, *m_connection, m_window))->open();
}

void ConnectionActions::support()
{
    if (m_connection)
        (new SupportDialog(m_surroundings, m_connection->id, m_window))->open();
}

std::optional<Connection> ConnectionActions::usable() const
{
    return m_active ? m_connection : std::nullopt;
}

void ConnectionActions::contactSupport()
{
    if (m_connection)
        contactSupportOf(*m_connection);
}

void ConnectionActions::contactSupportOf(const Connection &connection)
{
    auto *dialog = new ContactDialog(m_surroundings, connection, m_window);
    connect(dialog, &ContactDialog::packetRequested, this, [this, id = connection.id] {
        (new SupportDialog(m_surroundings, id, m_window))->open();
    });
    dialog->open();
}

void ConnectionActions::forgetToken()
{
    if (m_connection)
        forgetTokenOf(*m_connection);
}

void ConnectionActions::forgetTokenOf(const Connection &connection)
{
    const auto face = m_surroundings.manager.catalogue().face(connection.provider);
    const QString provider = plainText(face ? face->name : connection.provider, 60);
    whenDone(m_surroundings.manager.forgetAccessToken(connection.id), this,
             [this, connection, provider](const Result<Connection> &result) {
                 if (!result)
                     return tell(connection, result.error(), provider);
                 if (lightFor(result->state) == Light::Green)
                     //: A connection
                     Q_EMIT noted(
                         tr("%1 has a new access token.").arg(plainText(result->name, 60)));
             });
}

void ConnectionActions::note()
{
    if (m_connection)
        (new NoteDialog(m_surroundings, m_connection->id, m_window))->open();
}

void ConnectionActions::pair()
{
    if (m_connection)
        (new PairDialog(m_surroundings, *m_connection, m_window))->open();
}

void ConnectionActions::renamePair(const Integration &pair)
{
    (new PairDialog(m_surroundings, pair, m_window))->open();
}

void ConnectionActions::dissolvePair(const Integration &pair)
{
    auto *dialog = new ConfirmDialog(
        QStringLiteral("dissolve"), tr("Dissolve %1?").arg(plainText(pair.name, 60)),
        tr("The two are no longer shown as one row. Both connections stay as they are."),
        tr("&Dissolve"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = pair.id, connection = m_connection] {
        const Result<Done> done = m_surroundings.manager.dissolve(id);
        if (!done && connection)
            tell(*connection, done.error(), {});
    });
    dialog->open();
}

void ConnectionActions::areaWorks(const AreaReport &area)
{
    if (!m_connection)
        return;
    const Result<Done> done = m_surroundings.manager.areaWorksAgain(m_connection->id, area);
    if (!done)
        tell(*m_connection, done.error(), providerName());
}

void ConnectionActions::works()
{
    if (!m_connection)
        return;
    if (const Result<Done> told = m_surroundings.manager.tell(m_connection->id, true); !told)
        tell(*m_connection, told.error(), providerName());
}

void ConnectionActions::stopped()
{
    if (!m_connection)
        return;
    if (const Result<Done> told = m_surroundings.manager.tell(m_connection->id, false); !told)
        return tell(*m_connection, told.error(), providerName());
    reconnect();
}

void ConnectionActions::authorize()
{
    if (!m_connection)
        return;
    if (isDelegated(m_surroundings.manager.catalogue(), *m_connection))
        return ask();
    const auto pack = m_surroundings.manager.catalogue().pack(m_connection->provider);
    const AuthMethod *method = pack ? pack->authMethod(m_connection->authMethod) : nullptr;
    if (m_connection->hasSecret || !method || !asksForSecret(*method))
        return signIn();
    // It came from another computer, without its secrets.
    auto *dialog = new EditDialog(m_surroundings, *m_connection, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, id = m_connection->id, person = asksPerson(method->kind)] {
                if (person && m_connection && m_connection->id == id)
                    signIn();
            });
    dialog->open();
}

void ConnectionActions::signIn()
{
    auto *dialog = new AuthorizeDialog(m_surroundings, *m_connection, m_window);
    connect(dialog, &AuthorizeDialog::failed, this,
            [this, connection = *m_connection](const AuthError &error, const QString &provider) {
                tell(connection, error, provider, true);
            });
    connect(dialog, &QDialog::accepted, this,
            [this, former = *m_connection] { tellWhetherCompared(former); });
    dialog->open();
    dialog->start();
}

void ConnectionActions::tellWhetherCompared(const Connection &former)
{
    const auto now = m_surroundings.manager.connection(former.id);
    const auto pack = m_surroundings.manager.catalogue().pack(former.provider);
    if (now && !whoCouldBeCompared(former, *now, pack.get()))
        Q_EMIT noted(words::whoWasNotCompared(pack->name));
}

void ConnectionActions::reconnect()
{
    if (!m_connection || !m_surroundings.manager.connection(m_connection->id))
        return;
    openWizard(*m_connection, toldByMark(*m_connection));
}

void ConnectionActions::reconnectOne(const Connection &connection)
{
    openWizard(connection, toldByMark(connection));
}

QDialog *ConnectionActions::reconnectOver(const Connection &connection, QWidget *parent)
{
    return openWizard(connection, toldByMark(connection), parent);
}

void ConnectionActions::reconnectAfter(const Connection &connection, const Diagnosis &told)
{
    const auto known = m_surroundings.manager.connection(connection.id);
    if (known)
        openWizard(*known, told);
}

QDialog *ConnectionActions::openWizard(const Connection &connection,
                                       const std::optional<Diagnosis> &told, QWidget *parent)
{
    auto *wizard
        = new ReconnectWizard(m_surroundings, connection, told, parent ? parent : m_window);
    connect(wizard, &QDialog::finished, this, &ConnectionActions::reconnectEnded);
    connect(wizard, &ReconnectWizard::saved, this,
            [this, connection] { tellWhetherCompared(connection); });
    wizard->open();
    return wizard;
}

void ConnectionActions::edit()
{
    if (m_connection)
        (new EditDialog(m_surroundings, *m_connection, m_window))->open();
}

void ConnectionActions::rename()
{
    if (m_connection)
        (new RenameDialog(m_surroundings, *m_connection, m_window))->open();
}

void ConnectionActions::pauseOrResume()
{
    if (!m_connection)
        return;
    const bool paused = m_connection->state.health == Health::Paused;
    const Result<Done> done = paused ? m_surroundings.manager.resume(m_connection->id)
                                     : m_surroundings.manager.pause(m_connection->id);
    if (!done)
        tell(*m_connection, done.error(), providerName());
}

void ConnectionActions::revoke()
{
    if (!m_connection)
        return;
    const Connection connection = *m_connection;
    const QString provider = providerName();
    auto *dialog
        = new ConfirmDialog(QStringLiteral("revoke"),
                            tr("Revoke the access of %1?").arg(plainText(connection.name, 60)),
                            revocationWarning(provider), tr("Re&voke access"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(dialog, connection.environment);
    connect(dialog, &QDialog::accepted, this,
            [this, connection, provider] { startRevoking(connection, provider); });
    dialog->open();
}

QString ConnectionActions::revocationWarning(const QString &provider) const
{
    const auto pack = m_surroundings.manager.catalogue().pack(m_connection->provider);
    return relink::revocationWarning(pack.get(), provider);
}

void ConnectionActions::startRevoking(const Connection &connection, const QString &provider)
{
    whenDone(m_surroundings.manager.revoke(connection.id), this,
             [this, connection, provider](const Result<RevokeOutcome> &result) {
                 if (result)
                     showRevoked(connection, *result);
                 else
                     tell(connection, result.error(), provider);
             });
}

void ConnectionActions::showRevoked(const Connection &connection, const RevokeOutcome &outcome)
{
    const auto pack = m_surroundings.manager.catalogue().pack(connection.provider);
    const QString provider = plainText(pack ? pack->name : connection.provider, 60);
    QString title;
    switch (outcome.kind) {
    case RevokeOutcome::Kind::Revoked:
        title = tr("The access is revoked");
        break;
    case RevokeOutcome::Kind::Accepted:
        title = tr("%1 took the request").arg(provider);
        break;
    case RevokeOutcome::Kind::RemovedHere:
        title = tr("Removed here, not yet at %1").arg(provider);
        break;
    case RevokeOutcome::Kind::Failed:
        title = tr("Nothing has changed");
        break;
    }
    auto *dialog = new OutcomeDialog(QStringLiteral("revoked"), title,
                                     words::revokeSentence(outcome, provider), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (outcome.kind == RevokeOutcome::Kind::Accepted)
        dialog->setSteps(
            tr("At %1").arg(provider),
            words::packText(outcome.menuPath, {{QStringLiteral("provider"), provider}}));
    if (outcome.error)
        dialog->setOwnWords(redact(words::providersOwnWords(*outcome.error)));
    if (outcome.kind == RevokeOutcome::Kind::Failed) {
        QPushButton *again
            = dialog->addButton(QStringLiteral("revokedAgainButton"), tr("&Try again"));
        connect(again, &QPushButton::clicked, this, [this, dialog, connection, provider] {
            dialog->close();
            startRevoking(connection, provider);
        });
    }
    const QUrl page(outcome.manageUrl, QUrl::StrictMode);
    if (!outcome.manageUrl.isEmpty() && m_surroundings.openUrl
        && outcome.kind != RevokeOutcome::Kind::Revoked) {
        QPushButton *open = dialog->addButton(QStringLiteral("revokedOpenPageButton"),
                                              tr("&Open page at %1").arg(provider));
        connect(open, &QPushButton::clicked, this,
                [this, page] { openChecked(m_surroundings, page); });
    }
    dialog->open();
}

void ConnectionActions::remove()
{
    if (!m_connection)
        return;
    const Connection connection = *m_connection;
    const QString provider = providerName();
    QString text
        = tr("The connection, its sign-in and its error history are deleted on this computer. At "
             "%1 the access may stay listed until you revoke it. This cannot be taken back.")
              .arg(provider);
    for (const Integration &pair : m_surroundings.manager.integrations()) {
        if (pair.has(connection.id)) {
            text += QStringLiteral("\n\n")
                + tr("The pair “%1” is dissolved with it; its other side stays.")
                      .arg(plainText(pair.name, 60));
        }
    }
    auto *dialog = new ConfirmDialog(QStringLiteral("remove"),
                                     tr("Remove %1?").arg(plainText(connection.name, 60)), text,
                                     tr("&Remove"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    showEnvironment(dialog, connection.environment);
    connect(dialog, &QDialog::accepted, this, [this, connection, provider] {
        whenDone(m_surroundings.manager.remove(connection.id), this,
                 [this, connection, provider](const Result<Done> &result) {
                     if (!result)
                         tell(connection, result.error(), provider);
                 });
    });
    dialog->open();
}

} // namespace relink
