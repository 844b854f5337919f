// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/interaction.h"
#include "ui/surroundings.h"

#include <QPromise>
#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedLayout;

namespace relink {

class CopyLine;
class InlineMessage;
class TextLabel;

//! The browser leg of an authorisation as a person sees it: waiting with Open again and Copy
//! link, a field for the code where the provider needs one, the choice of an organisation, the
//! question about another account. Used by New integration, Re-authorise and the guided
//! reconnect; whoever shows it brings the button that cancels.
class BrowserWaitPanel : public QWidget, public AuthorizationInteraction
{
    Q_OBJECT
public:
    //! `stoppable`: brings its own button for giving up, where the one that shows it has a Cancel
    //! that means more.
    BrowserWaitPanel(const Surroundings &surroundings, bool stoppable, QWidget *parent = nullptr);
    ~BrowserWaitPanel() override;

    //! Before the call: forgets an earlier leg and says that it begins.
    void begin(const QString &providerName);
    //! The person gives up. An attempt that has not announced itself yet is cancelled as soon as
    //! it does.
    void cancel();
    bool isAsking() const; //!< a choice or question of ours is open

    void waitingForBrowser(const PendingAuthorization &pending, bool opened) override;
    void browserReturned() override;
    bool codeRefused(const AuthError &error) override;
    QFuture<std::optional<Organisation>>
    chooseOrganisation(const QList<Organisation> &organisations) override;
    QFuture<bool> acceptDifferentAccount(const Organisation &former, const QString &formerIdentity,
                                         const Organisation &now,
                                         const QString &nowIdentity) override;
    QFuture<bool> acceptOtherThanBrought(const Organisation &brought, const Organisation &now,
                                         const QString &nowIdentity) override;

Q_SIGNALS:
    //! What it shows changed.
    void changed();
    //! "Stop waiting" was pressed.
    void stopRequested();

private:
    QWidget *makeBusyPage();
    QWidget *makeWaitingPage();
    QWidget *makeUserCode();
    QWidget *makeOrganisationPage();
    QWidget *makeAccountPage();
    void showPage(QWidget *page);
    void openAgain();
    void submit();
    void answerOrganisation(std::optional<Organisation> organisation);
    void answerAccount(bool accept);

    const Surroundings &m_surroundings;
    QString m_provider;
    PendingAuthorization m_pending;
    bool m_hasPending = false;
    bool m_cancelled = false;
    QList<Organisation> m_organisations;
    std::unique_ptr<QPromise<std::optional<Organisation>>> m_organisation;
    std::unique_ptr<QPromise<bool>> m_account;

    QStackedLayout *m_pages;
    QWidget *m_busyPage;
    QWidget *m_waitingPage;
    QWidget *m_organisationPage;
    QWidget *m_accountPage;
    TextLabel *m_busy;
    TextLabel *m_title;
    TextLabel *m_text;
    InlineMessage *m_message;
    QWidget *m_userCodeLine; //!< device authorization
    QLabel *m_userCode;
    QPushButton *m_copyCode;
    TextLabel *m_linkCaption;
    CopyLine *m_link;
    QPushButton *m_openAgain;
    QPushButton *m_stop;
    QWidget *m_paste;
    QLineEdit *m_code;
    QPushButton *m_useCode;
    TextLabel *m_organisationText;
    QListWidget *m_organisationList;
    QPushButton *m_chooseButton;
    TextLabel *m_accountText;
    TextLabel *m_formerCaption = nullptr;
    TextLabel *m_formerAccount;
    TextLabel *m_newAccount;
    QPushButton *m_keepButton;
    QPushButton *m_acceptButton;
};

} // namespace relink
