// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/result.h"
#include "core/rules/probeverdict.h"
#include "services/futures.h"
#include "services/interaction.h"
#include "services/ports.h"
#include "services/target.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace relink {

class ConnectionChecker;
class DeviceSignIn;

//! A new grant that nobody has stored yet.
struct NewGrant
{
    Connection connection; //!< the draft, with what the provider told filled in
    Credential credential;
    std::optional<AuthError> probeError; //!< the probe was asked and did not say yes
    bool probed = false; //!< a probe was asked
};

//! Brings a new grant for a draft connection: in the browser, by a login, or by taking a key as it
//! is; then one probe with it. Stores nothing. Owned by whoever waits; deleting it cancels.
class AuthorizeFlow : public QObject
{
    Q_OBJECT
public:
    //! `draft` names provider, method, inputs and environment; `secrets` holds the secret inputs.
    //! `interaction` may be null and must outlive the flow.
    AuthorizeFlow(const Ports &ports, ProviderCatalogue &catalogue, ConnectionChecker &checker,
                  AttemptId attempt, Connection draft, Credential secrets,
                  AuthorizationInteraction *interaction, QObject *parent = nullptr);
    ~AuthorizeFlow() override;

    //! Once. A declined or abandoned sign-in is an error (`access_denied`, `cancelled`, `expired`)
    //! that is no failure of anything.
    QFuture<Result<NewGrant>> start();
    void cancel();
    //! Null when what was pasted may answer this sign-in; otherwise why it cannot, whoever it is
    //! from. The sign-in goes on waiting.
    std::optional<AuthError> refusalOfPasted(const QString &codeOrAddress) const;
    //! Waits once more, after the provider refused a code that was pasted alone.
    bool waitsAgain() const { return m_refused.has_value(); }
    //! Takes the next paste while waitsAgain(); what is refused leaves it waiting.
    Result<Done> pasteAgain(const QString &codeOrAddress);
    //! After the grant was stored (or was not): the browser page tells it.
    void conclude(bool stored);

private:
    void discover();
    void tryMetadata(QList<QUrl> urls);
    void resolve();
    void begin();
    void openBrowser();
    void exchange(const AuthorizationGrant &grant);
    bool waitForAnotherCode(const AuthError &error);
    void signInWithDevice();
    void mint();
    void useRefreshToken();
    void confirm();
    void askForAccount();
    void logIn();
    void takeKey();
    void take(const Result<HttpAnswer> &answer);
    void probe();
    void judge(const ProbeVerdict &verdict);
    void succeed();
    void fail(const AuthError &error);

    Ports m_ports;
    ProviderCatalogue &m_catalogue;
    ConnectionChecker &m_checker;
    AttemptId m_attempt;
    NewGrant m_grant;
    Credential m_secrets;
    Target m_target;
    AuthorizationInteraction *m_interaction;
    Completion<NewGrant> m_done;
    std::optional<PendingAuthorization> m_pending;
    std::unique_ptr<DeviceSignIn> m_device; //!< AuthKind::DeviceCode
    AuthorizationGrant m_exchanged; //!< what its code was sent with
    std::optional<AuthError> m_refused; //!< the code alone; set while another may be pasted
    bool m_browserLeg = false;
    bool m_gone = false;
};

} // namespace relink
