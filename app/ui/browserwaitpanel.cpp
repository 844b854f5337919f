// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/browserwaitpanel.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "ui/copyline.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace relink {

namespace {

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    return layout;
}

QHBoxLayout *buttonRow(std::initializer_list<QPushButton *> buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::control);
    for (QPushButton *button : buttons) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    return row;
}

QString accountName(const Organisation &organisation, const QString &identity)
{
    const QString name = organisation.name.isEmpty() ? organisation.id : organisation.name;
    if (name.isEmpty())
        return plainText(identity);
    if (identity.isEmpty())
        return plainText(name);
    return BrowserWaitPanel::tr("%1 (signed in as %2)").arg(plainText(name), plainText(identity));
}

} // namespace

BrowserWaitPanel::BrowserWaitPanel(const Surroundings &surroundings, bool stoppable,
                                   QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_pages(new QStackedLayout(this))
{
    m_busyPage = makeBusyPage();
    m_waitingPage = makeWaitingPage();
    m_organisationPage = makeOrganisationPage();
    m_accountPage = makeAccountPage();
    for (QWidget *page : {m_busyPage, m_waitingPage, m_organisationPage, m_accountPage})
        m_pages->addWidget(page);
    m_stop->setVisible(stoppable);
    begin({});
}

BrowserWaitPanel::~BrowserWaitPanel()
{
    // The window may be closed over an open leg; nobody must call a panel that is gone.
    m_cancelled = true;
    if (m_hasPending)
        m_surroundings.manager.cancelAuthorization(m_pending.attempt);
    answerOrganisation(std::nullopt);
    answerAccount(false);
}

QWidget *BrowserWaitPanel::makeBusyPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_busy = new TextLabel;
    m_busy->setObjectName(QStringLiteral("authorizationBusyLabel"));
    layout->addWidget(m_busy);
    layout->addStretch(1);
    return page;
}

QWidget *BrowserWaitPanel::makeWaitingPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    m_title = new TextLabel(TextLabel::Size::Heading);
    m_title->setObjectName(QStringLiteral("waitingTitleLabel"));
    m_text = new TextLabel;
    m_text->setObjectName(QStringLiteral("waitingTextLabel"));
    m_message = new InlineMessage(QStringLiteral("waiting"));
    m_linkCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_link = new CopyLine(QStringLiteral("authorizationLink"), tr("Sign-in link"),
                          CopyLine::Lines::One, tr("Copy link"));
    m_link->setMonospaced();
    m_openAgain = new QPushButton(tr("&Open again"));
    m_openAgain->setObjectName(QStringLiteral("openAgainButton"));
    m_openAgain->setAccessibleDescription(tr("Opens the sign-in page in the browser once more"));

    m_stop = new QPushButton(tr("&Stop waiting"));
    m_stop->setObjectName(QStringLiteral("stopWaitingButton"));

    m_paste = new QWidget;
    auto *paste = pageLayout(m_paste);
    paste->setSpacing(6);
    auto *pasteCaption = new TextLabel;
    pasteCaption->setText(tr("When you have allowed the access, the browser shows a page with a "
                             "code or ends at a long address. Copy either and paste it here:"));
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("authorizationCodeLineEdit"));
    m_code->setAccessibleName(tr("Code or whole address from the browser"));
    m_code->setPlaceholderText(tr("Code or whole address"));
    m_useCode = new QPushButton(tr("&Use this code"));
    m_useCode->setObjectName(QStringLiteral("useCodeButton"));
    m_useCode->setAutoDefault(false);
    auto *codeRow = new QHBoxLayout;
    codeRow->setSpacing(metrics::control);
    codeRow->addWidget(m_code, 1);
    codeRow->addWidget(m_useCode);
    paste->addWidget(pasteCaption);
    paste->addLayout(codeRow);

    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_message);
    layout->addWidget(makeUserCode());
    layout->addWidget(m_paste);
    auto *link = new QVBoxLayout;
    link->setSpacing(6);
    link->addWidget(m_linkCaption);
    link->addWidget(m_link);
    layout->addLayout(link);
    layout->addLayout(buttonRow({m_openAgain, m_stop}));
    layout->addStretch(1);

    connect(m_openAgain, &QPushButton::clicked, this, &BrowserWaitPanel::openAgain);
    connect(m_stop, &QPushButton::clicked, this, &BrowserWaitPanel::stopRequested);
    connect(m_useCode, &QPushButton::clicked, this, &BrowserWaitPanel::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &BrowserWaitPanel::submit);
    return page;
}

QWidget *BrowserWaitPanel::makeUserCode()
{
    m_userCodeLine = new QWidget;
    auto *row = new QHBoxLayout(m_userCodeLine);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::pane);
    m_userCode = new QLabel;
    m_userCode->setObjectName(QStringLiteral("userCodeLabel"));
    m_userCode->setTextFormat(Qt::PlainText);
    m_userCode->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_userCode->setAccessibleName(tr("Code to enter"));
    // Read from here and typed elsewhere: no letter may pass for another.
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPointSizeF(font().pointSizeF() * 2);
    large.setLetterSpacing(QFont::AbsoluteSpacing, 2);
    m_userCode->setFont(large);
    m_copyCode = new QPushButton(tr("Copy &code"));
    m_copyCode->setObjectName(QStringLiteral("userCodeCopyButton"));
    m_copyCode->setAutoDefault(false);
    row->addWidget(m_userCode);
    row->addWidget(m_copyCode);
    row->addStretch(1);
    connect(m_copyCode, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_userCode->text()); });
    return m_userCodeLine;
}

QWidget *BrowserWaitPanel::makeOrganisationPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    auto *title = new TextLabel(TextLabel::Size::Heading);
    title->setText(tr("Which one should be connected?"));
    m_organisationText = new TextLabel;
    m_organisationList = new QListWidget;
    m_organisationList->setObjectName(QStringLiteral("organisationListWidget"));
    m_organisationList->setAccessibleName(tr("Organisations"));
    m_organisationList->setUniformItemSizes(true);
    m_chooseButton = new QPushButton(tr("&Connect this one"));
    m_chooseButton->setObjectName(QStringLiteral("chooseOrganisationButton"));
    makePrimary(m_chooseButton);
    layout->addWidget(title);
    layout->addWidget(m_organisationText);
    layout->addWidget(m_organisationList, 1);
    layout->addLayout(buttonRow({m_chooseButton}));
    const auto choose = [this] {
        const int row = m_organisationList->currentRow();
        if (row >= 0)
            answerOrganisation(m_organisations.value(row));
    };
    connect(m_chooseButton, &QPushButton::clicked, this, choose);
    connect(m_organisationList, &QListWidget::itemActivated, this, choose);
    return page;
}

QWidget *BrowserWaitPanel::makeAccountPage()
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    auto *title = new TextLabel(TextLabel::Size::Heading);
    title->setText(tr("This is another account"));
    m_accountText = new TextLabel;
    m_accountText->setObjectName(QStringLiteral("differentAccountLabel"));
    m_formerCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_formerAccount = new TextLabel;
    m_formerAccount->setObjectName(QStringLiteral("formerAccountLabel"));
    m_formerAccount->setStrong(true);
    auto *newCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    newCaption->setText(tr("Signed in just now"));
    m_newAccount = new TextLabel;
    m_newAccount->setObjectName(QStringLiteral("newAccountLabel"));
    m_newAccount->setStrong(true);
    m_keepButton = new QPushButton;
    m_keepButton->setObjectName(QStringLiteral("keepAccountButton"));
    makePrimary(m_keepButton);
    m_acceptButton = new QPushButton(tr("Use the &new account"));
    m_acceptButton->setObjectName(QStringLiteral("acceptAccountButton"));
    layout->addWidget(title);
    layout->addWidget(m_accountText);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(metrics::page);
    for (const auto &[caption, name] :
         {std::pair {m_formerCaption, m_formerAccount}, std::pair {newCaption, m_newAccount}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(caption);
        column->addWidget(name);
        column->addStretch(1);
        sides->addLayout(column, 1);
    }
    layout->addLayout(sides);
    layout->addLayout(buttonRow({m_keepButton, m_acceptButton}));
    layout->addStretch(1);
    connect(m_keepButton, &QPushButton::clicked, this, [this] { answerAccount(false); });
    connect(m_acceptButton, &QPushButton::clicked, this, [this] { answerAccount(true); });
    return page;
}

void BrowserWaitPanel::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    Q_EMIT changed();
}

void BrowserWaitPanel::begin(const QString &providerName)
{
    m_provider = plainText(providerName, 60);
    m_hasPending = false;
    m_cancelled = false;
    m_message->clear();
    m_code->clear();
    m_busy->setText(tr("Getting ready…"));
    showPage(m_busyPage);
}

bool BrowserWaitPanel::isAsking() const
{
    return m_organisation || m_account;
}

void BrowserWaitPanel::cancel()
{
    m_cancelled = true;
    m_busy->setText(tr("Stopping…"));
    showPage(m_busyPage);
    answerOrganisation(std::nullopt);
    answerAccount(false);
    if (m_hasPending)
        m_surroundings.manager.cancelAuthorization(m_pending.attempt);
}

void BrowserWaitPanel::waitingForBrowser(const PendingAuthorization &pending, bool opened)
{
    m_pending = pending;
    m_hasPending = true;
    if (m_cancelled) {
        // The attempt is still being set up inside this very call.
        QMetaObject::invokeMethod(
            this, [this] { m_surroundings.manager.cancelAuthorization(m_pending.attempt); },
            Qt::QueuedConnection);
        return;
    }
    m_title->setText(tr("Waiting for your browser"));
    const bool paste = pending.redirectMode == RedirectMode::Paste;
    const bool typed = !pending.userCode.isEmpty();
    m_userCode->setText(plainText(pending.userCode, 40));
    m_userCodeLine->setVisible(typed);
    m_linkCaption->setText(
        typed ? tr("If the page does not open, go there on any device:")
              : tr("If the page does not open, copy this link into a browser on this computer:"));
    m_text->setText(
        (typed ? tr("A page of %1 is open in your browser. Enter this code there and allow the "
                    "access, then come back: this page notices by itself.")
             : paste
             ? tr("A page of %1 is open in your browser. Sign in there and allow the access, "
                  "then come back with what the browser shows at the end.")
             : tr("A page of %1 is open in your browser. Sign in there and allow the access, "
                  "then come back: this page notices by itself."))
            .arg(m_provider));
    m_message->clear();
    if (!opened) {
        m_message->showMessage(InlineMessage::Kind::Warning,
                               tr("No browser could be opened. Copy the link into a browser on "
                                  "this computer."));
    }
    m_link->setText(pending.url.toString(QUrl::FullyEncoded));
    m_paste->setVisible(paste);
    showPage(m_waitingPage);
    if (paste)
        m_code->setFocus();
    else
        (typed ? m_copyCode : m_openAgain)->setFocus();
}

void BrowserWaitPanel::browserReturned()
{
    m_busy->setText(tr("%1 answered. Checking the connection…").arg(m_provider));
    showPage(m_busyPage);
}

bool BrowserWaitPanel::codeRefused(const AuthError &)
{
    if (m_cancelled)
        return false;
    waitingForBrowser(m_pending, true);
    m_message->showMessage(InlineMessage::Kind::Error,
                           tr("%1 refused that code. Paste the whole address of the page you "
                              "arrived at, or another code.")
                               .arg(m_provider));
    return true;
}

void BrowserWaitPanel::openAgain()
{
    if (openChecked(m_surroundings, m_pending.url)) {
        m_message->clear();
        return;
    }
    m_message->showMessage(InlineMessage::Kind::Warning,
                           tr("No browser could be opened. Copy the link into a browser on this "
                              "computer."));
}

void BrowserWaitPanel::submit()
{
    if (m_code->text().trimmed().isEmpty()) {
        m_message->showMessage(InlineMessage::Kind::Warning,
                               tr("Paste the code or the whole address from the browser first."));
        m_code->setFocus();
        return;
    }
    const Result<Done> taken
        = m_surroundings.manager.submitRedirect(m_pending.attempt, m_code->text());
    if (!taken) {
        m_message->showMessage(InlineMessage::Kind::Error,
                               words::failure(taken.error(), m_provider));
        m_code->selectAll();
        m_code->setFocus();
        return;
    }
    m_code->clear();
    m_message->clear();
}

QFuture<std::optional<Organisation>>
BrowserWaitPanel::chooseOrganisation(const QList<Organisation> &organisations)
{
    m_organisations = organisations;
    m_organisation = std::make_unique<QPromise<std::optional<Organisation>>>();
    m_organisation->start();
    const auto future = m_organisation->future();
    if (m_cancelled) {
        answerOrganisation(std::nullopt);
        return future;
    }
    m_organisationText->setText(
        tr("The sign-in at %1 reaches more than one organisation.").arg(m_provider));
    m_organisationList->clear();
    for (const Organisation &organisation : organisations) {
        m_organisationList->addItem(
            plainText(organisation.name.isEmpty() ? organisation.id : organisation.name));
    }
    m_organisationList->setCurrentRow(0);
    showPage(m_organisationPage);
    m_organisationList->setFocus();
    return future;
}

QFuture<bool> BrowserWaitPanel::acceptDifferentAccount(const Organisation &former,
                                                       const QString &formerIdentity,
                                                       const Organisation &now,
                                                       const QString &nowIdentity)
{
    m_account = std::make_unique<QPromise<bool>>();
    m_account->start();
    const auto future = m_account->future();
    if (m_cancelled) {
        answerAccount(false);
        return future;
    }
    m_accountText->setText(tr("You signed in at %1 with an account that is not the one this "
                              "connection had. Nothing has changed yet.")
                               .arg(m_provider));
    m_formerCaption->setText(tr("Connected until now"));
    m_keepButton->setText(tr("&Keep the former account"));
    m_formerAccount->setText(accountName(former, formerIdentity));
    m_newAccount->setText(accountName(now, nowIdentity));
    showPage(m_accountPage);
    m_keepButton->setFocus();
    return future;
}

QFuture<bool> BrowserWaitPanel::acceptOtherThanBrought(const Organisation &brought,
                                                       const Organisation &now,
                                                       const QString &nowIdentity)
{
    const QFuture<bool> future = acceptDifferentAccount(brought, {}, now, nowIdentity);
    m_accountText->setText(tr("This connection was brought along for another organisation than the "
                              "one you signed in to at %1. Nothing is kept yet.")
                               .arg(m_provider));
    m_formerCaption->setText(tr("Brought along"));
    m_keepButton->setText(tr("&Keep nothing"));
    return future;
}

void BrowserWaitPanel::answerOrganisation(std::optional<Organisation> organisation)
{
    if (!m_organisation)
        return;
    const auto promise = std::move(m_organisation);
    if (!m_cancelled)
        browserReturned();
    promise->addResult(std::move(organisation));
    promise->finish();
}

void BrowserWaitPanel::answerAccount(bool accept)
{
    if (!m_account)
        return;
    const auto promise = std::move(m_account);
    if (!m_cancelled)
        browserReturned();
    promise->addResult(accept);
    promise->finish();
}

} // namespace relink
