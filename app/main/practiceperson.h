// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/browser.h"
#include "services/interaction.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace relink {

//! Plays the person of practice mode while its first connections are made: opens the sandbox's
//! consent page, allows, and comes back. Talks to one sandbox and to the redirect address, to
//! nothing else.
class PracticePerson final : public QObject, public Browser, public AuthorizationInteraction
{
    Q_OBJECT
public:
    //! Paste mode: the attempt and the address of the page where the person ended.
    using Paste = std::function<void(AttemptId, const QString &)>;

    PracticePerson(const QUrl &sandbox, Paste paste, QObject *parent = nullptr);

    Result<Done> open(const QUrl &url) override;

    void waitingForBrowser(const PendingAuthorization &pending, bool opened) override;
    void browserReturned() override;
    QFuture<std::optional<Organisation>>
    chooseOrganisation(const QList<Organisation> &organisations) override;
    QFuture<bool> acceptDifferentAccount(const Organisation &former, const QString &formerIdentity,
                                         const Organisation &now,
                                         const QString &nowIdentity) override;

private:
    void allow(const QUrl &consentPage);
    void comeBack(const QUrl &target);
    bool isSandbox(const QUrl &url) const;

    const QUrl m_sandbox;
    const Paste m_paste;
    AttemptId m_attempt;
    QNetworkAccessManager m_network;
};

} // namespace relink
