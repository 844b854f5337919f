// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changenote.h"
#include "core/model/connection.h"
#include "core/model/credential.h"
#include "core/model/historyevent.h"
#include "core/model/integration.h"
#include "core/model/pastederror.h"
#include "core/model/providerpack.h"
#include "core/model/revokeoutcome.h"
#include "core/model/secret.h"
#include "core/result.h"
#include "core/rules/competing.h"
#include "core/rules/secretcompare.h"
#include "services/futures.h"
#include "services/interaction.h"
#include "services/orphans.h"
#include "services/ports.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <stop_token>

namespace relink {

class ProviderCatalogue;
class ReconnectSession;
struct SupportFacts;

//! What a new connection is made of.
struct ConnectRequest
{
    QString provider;
    QString name; //!< empty: suggested from provider and organisation
    QString via;
    Environment environment = Environment::Production;
    QString authMethod; //!< empty: the pack's first (or the input `auth_method`)
    QMap<QString, QString> inputs;
    QMap<QString, SecretBytes> secrets;
};

//! What of a connection changes. Absent members stay as they are.
struct EditRequest
{
    std::optional<QString> name;
    std::optional<QString> via;
    std::optional<Environment> environment;
    QMap<QString, QString> inputs; //!< only those that change
    QMap<QString, SecretBytes> secrets; //!< only those that change
};

//! One access token for a merchant's own script.
struct IssuedToken
{
    AccessToken token;
    QString type;
    std::optional<QDateTime> expiresAt;
};

//! The façade over all use cases on connections; what the window and the command line talk to.
//! Lives on the main thread. Every future completes exactly once, there. A failure that belongs
//! to the connection (red light) is not an error of the call: check() succeeds with a connection
//! whose light is red. Errors are: unknown id, keychain, storage, cancelled, nothing could be
//! asked.
class ConnectionManager : public QObject
{
    Q_OBJECT
public:
    ConnectionManager(Ports ports, ProviderCatalogue &catalogue, QObject *parent = nullptr);
    ~ConnectionManager() override;

    //! Reads the rows; no keychain, no network.
    Result<Done> load();
    //! Reads them again if another process changed them.
    void reloadIfChanged();

    ProviderCatalogue &catalogue() const;
    //! In the order they were made.
    QList<Connection> connections() const;
    std::optional<Connection> connection(const ConnectionId &id) const;
    //! Exact id, else unique name without regard to case; else `invalid_input`.
    Result<ConnectionId> find(const QString &nameOrId) const;

    //! The pairs whose connections are both there, in the order they were made.
    QList<Integration> integrations() const;
    //! Ties an accounting connection to a shop, marketplace or till; anything else is
    //! `invalid_input`. An empty name is suggested.
    Result<Integration> pair(const ConnectionId &one, const ConnectionId &another,
                             const QString &name);
    Result<Done> renameIntegration(const QString &id, const QString &name);
    //! The connections stay.
    Result<Done> dissolve(const QString &id);

    QFuture<Result<Connection>> connectAccount(const ConnectRequest &request,
                                               AuthorizationInteraction *interaction);
    //! `secrets` are entered along with it: those that are not stored yet, or have become others.
    QFuture<Result<Connection>> reauthorize(const ConnectionId &id,
                                            AuthorizationInteraction *interaction,
                                            const QMap<QString, SecretBytes> &secrets = {});
    //! Takes over connections from elsewhere, to be authorised here, and pairs with them: all or
    //! none. `cancelled` when it was stopped in time; then nothing was added.
    QFuture<Result<Done>> addUnauthorized(const QList<Connection> &connections,
                                          const QList<Integration> &pairs = {},
                                          const std::stop_token &stop = {});
    //! Paste mode: what the person copied from the browser.
    Result<Done> submitRedirect(AttemptId attempt, const QString &codeOrAddress);
    //! The person gave up waiting. The future of the call completes with `cancelled`.
    void cancelAuthorization(AttemptId attempt);

    //! Where another product holds the access: the merchant says whether it works there. Nobody is
    //! asked. `invalid_input` for a connection that can be asked.
    Result<Done> tell(const ConnectionId &id, bool works);

    //! With the named probes of a connection that works.
    QFuture<Result<Connection>> check(const ConnectionId &id);
    //! For upkeep: the named probes only now and then.
    QFuture<Result<Connection>> checkInPassing(const ConnectionId &id);
    //! The merchant says that something works which was refused: by the id of its named probe, else
    //! by their own words for it.
    Result<Done> areaWorksAgain(const ConnectionId &id, const AreaReport &report);
    QFuture<Result<Connection>> refresh(const ConnectionId &id);
    //! Drops the access token, renews it once and checks; what renews it stays. An error where no
    //! other access token could be had, or the keychain does not answer: then nothing was dropped.
    QFuture<Result<Connection>> forgetAccessToken(const ConnectionId &id);
    QFuture<Result<Connection>> edit(const ConnectionId &id, const EditRequest &request);
    QFuture<Result<RevokeOutcome>> revoke(const ConnectionId &id);
    QFuture<Result<Done>> remove(const ConnectionId &id);
    QFuture<Result<IssuedToken>> token(const ConnectionId &id);
    Result<Done> rename(const ConnectionId &id, const QString &name);
    Result<Done> pause(const ConnectionId &id);
    //! Unverified until the check that follows.
    Result<Done> resume(const ConnectionId &id);

    //! The connections that a sign-in for this one may push out, for a warning beforehand.
    //! `connection` may be one that is yet to be made.
    QList<Competitor> competitorsOf(const Connection &connection) const;
    //! Is it the stored value of a secret input? Neither is shown, logged or kept.
    QFuture<Result<SecretComparison>> compareSecret(const ConnectionId &id, const QString &field,
                                                    const SecretBytes &entered);

    //! What keychain and rows do not agree on, found without reading a secret. Repairs nothing.
    QFuture<Result<Orphans>> findOrphans();
    //! Removes the items of these accounts, as far as they still belong to no connection.
    QFuture<Result<Done>> removeOrphans(const QStringList &accounts);

    QFuture<Result<QList<HistoryEvent>>> history(const HistoryQuery &query);
    //! Keeps an error that the merchant met elsewhere in the history of a connection, without its
    //! secrets. The light stays as it is.
    QFuture<Result<Done>> keep(const ConnectionId &id, const PastedError &pasted);
    //! Writes a change that the merchant tells of into the diary, which is part of the history;
    //! without secrets. `invalid_input` says what is missing.
    QFuture<Result<Done>> note(const ChangeNote &note);
    //! Takes back a note, an event of the history with the action `noted`.
    QFuture<Result<Done>> removeNote(const HistoryEvent &note);

    //! Opens the guided reconnect, at the step where it was left if it was. The session stores
    //! nothing of the connection before saveAndContinue(). `told` is what an error that the
    //! merchant met elsewhere means: the plan then follows it and not the connection's own state.
    std::unique_ptr<ReconnectSession> startReconnect(const ConnectionId &id,
                                                     const std::optional<Diagnosis> &told = {});
    bool hasHalfFinishedReconnect(const ConnectionId &id) const;
    //! All that makeSupportPacket() chooses from. Not for anybody else's eyes.
    QFuture<Result<SupportFacts>> supportFacts(const ConnectionId &id);

    //! True while a keychain write or another act that must not be cut off is under way (R81).
    bool isBusyStoring() const;

Q_SIGNALS:
    void connectionAdded(const relink::ConnectionId &id);
    void connectionChanged(const relink::ConnectionId &id);
    void connectionRemoved(const relink::ConnectionId &id);
    void integrationsChanged();
    void historyChanged(const relink::ConnectionId &id);
    //! The history or the rows could not be written; empty when it works again.
    void storageTrouble(const QString &detail);

private:
    friend class ReconnectSession;
    class Private;
    void reauthorizeWith(const Connection &former, const Credential &secrets,
                         const QStringList &entered, AuthorizationInteraction *interaction,
                         const Completion<Connection> &done);
    std::unique_ptr<Private> d;
};

} // namespace relink
