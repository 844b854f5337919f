// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectdialog.h"

#include "core/ports/clock.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/badgedtitle.h"
#include "ui/browserwaitpanel.h"
#include "ui/connectionform.h"
#include "ui/copyline.h"
#include "ui/dialogframe.h"
#include "ui/inlinemessage.h"
#include "ui/inputfieldeditor.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/providerpicker.h"
#include "ui/secondsignin.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/methodwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace relink {

ConnectDialog::ConnectDialog(const Surroundings &surroundings, QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_title(new TextLabel(TextLabel::Size::Title))
    , m_subtitle(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft))
    , m_message(new InlineMessage(QStringLiteral("connect")))
    , m_ownWords(new CopyLine(QStringLiteral("connectOwnWords"), tr("The provider’s own words"),
                              CopyLine::Lines::Few))
    , m_pages(new QStackedWidget)
    , m_picker(new ProviderPicker(surroundings.manager.catalogue()))
    , m_formScroll(nullptr)
    , m_form(new ConnectionForm(surroundings, ConnectionForm::Purpose::Create))
    , m_panel(new BrowserWaitPanel(surroundings, false))
    , m_back(new QPushButton(tr("&Back")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_primary(new QPushButton)
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowTitle(tr("New integration"));
    m_title->setObjectName(QStringLiteral("connectTitleLabel"));
    m_back->setObjectName(QStringLiteral("connectBackButton"));
    m_cancel->setObjectName(QStringLiteral("connectCancelButton"));
    m_primary->setObjectName(QStringLiteral("connectPrimaryButton"));
    makePrimary(m_primary);
    m_primary->setDefault(true);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);

    m_formScroll = makeFormScroll(m_form);
    auto *waiting = new QWidget;
    auto *waitingLayout = new QVBoxLayout(waiting);
    waitingLayout->setContentsMargins(0, 0, 0, 0);
    waitingLayout->addWidget(m_panel);
    m_pages->addWidget(m_picker);
    m_pages->addWidget(m_formScroll);
    m_pages->addWidget(waiting);
    m_pages->addWidget(makeResultPage());

    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    body->setSpacing(metrics::group);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addLayout(badgedTitle(m_title));
    head->addWidget(m_subtitle);
    body->addLayout(head);
    body->addWidget(m_message);
    body->addWidget(m_ownWords);
    body->addWidget(m_pages, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFooter(nullptr, {m_back, m_cancel, m_primary}));
    resize(640, 620);

    connect(m_back, &QPushButton::clicked, this, &ConnectDialog::back);
    connect(m_cancel, &QPushButton::clicked, this, &ConnectDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, &ConnectDialog::goOn);
    connect(m_form, &ConnectionForm::methodChanged, this, &ConnectDialog::showMethod);
    connect(m_picker, &ProviderPicker::chosen, this, &ConnectDialog::chooseProvider);
    show(Page::Provider);
}

QWidget *ConnectDialog::makeResultPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, metrics::group, 0, 0);
    layout->setSpacing(metrics::control);
    m_resultGlyph = new StatusGlyph;
    m_resultWord = new TextLabel(TextLabel::Size::Heading);
    m_resultWord->setObjectName(QStringLiteral("connectResultLabel"));
    m_resultText = new TextLabel;
    m_resultText->setObjectName(QStringLiteral("connectResultTextLabel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::control);
    row->addWidget(m_resultGlyph);
    row->addWidget(m_resultWord, 1);
    layout->addLayout(row);
    layout->addWidget(m_resultText);
    InputField name;
    name.key = QStringLiteral("connectResultName");
    name.label = tr("Name");
    name.help = tr("So it is called in the list. Change it if you know it by another name.");
    m_resultName = new InputFieldEditor(name, false);
    layout->addSpacing(metrics::control);
    layout->addWidget(m_resultName);
    layout->addStretch(1);
    return page;
}

void ConnectDialog::show(Page page)
{
    m_page = page;
    m_pages->setCurrentIndex(int(page));
    m_back->setVisible(page == Page::Form);
    m_cancel->setVisible(page != Page::Result);
    m_primary->setVisible(page != Page::Waiting);
    switch (page) {
    case Page::Provider:
        m_title->setText(tr("New integration"));
        m_subtitle->setText(tr("Which account should be connected?"));
        m_primary->setText(tr("&Next"));
        m_picker->takeFocus();
        break;
    case Page::Form:
        m_title->setText(tr("Connect %1").arg(m_providerName));
        showMethod();
        m_form->takeFocus();
        QMetaObject::invokeMethod(this, &ConnectDialog::keepFocusInSight, Qt::QueuedConnection);
        break;
    case Page::Waiting:
        m_title->setText(tr("Connect %1").arg(m_providerName));
        m_subtitle->setText({});
        m_cancel->setFocus();
        break;
    case Page::Result:
        m_primary->setText(tr("&Done"));
        m_primary->setFocus();
        break;
    }
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
}

void ConnectDialog::keepFocusInSight()
{
    const QWidget *focused = focusWidget();
    if (m_page != Page::Form || !m_form->isAncestorOf(focused))
        return;
    const QWidget *sight = m_formScroll->viewport();
    if (focused->mapTo(sight, QPoint(0, focused->height())).y() > sight->height())
        m_form->takeFocusAtTop();
}

void ConnectDialog::showMethod()
{
    const AuthMethod *method = m_form->method();
    if (m_page != Page::Form || !method)
        return;
    const bool told = method->kind == AuthKind::Delegated;
    QString text = tr("What you enter is kept in the keychain of this computer.");
    if (told) {
        text = words::methodSentence(*method, m_providerName);
    } else if (asksPerson(method->kind)) {
        text = tr("You sign in at %1 in your own browser. Relink never sees your password.")
                   .arg(m_providerName);
    }
    m_subtitle->setText(text);
    m_primary->setText(told ? tr("&It works there") : tr("&Connect new account"));
}

void ConnectDialog::goOn()
{
    switch (m_page) {
    case Page::Provider:
        chooseProvider();
        break;
    case Page::Form:
        connectAccount();
        break;
    case Page::Waiting:
        break;
    case Page::Result:
        if (!takeName())
            break;
        accept();
        deleteLater();
        break;
    }
}

bool ConnectDialog::takeName()
{
    const auto made = m_surroundings.manager.connection(m_made);
    const QString name = m_resultName->value().trimmed();
    if (!made || name == made->name)
        return true;
    const Result<Done> renamed = m_surroundings.manager.rename(m_made, name);
    if (renamed)
        return true;
    m_resultName->setProblem(words::failure(renamed.error(), {}));
    m_resultName->takeFocus();
    return false;
}

void ConnectDialog::back()
{
    m_message->clear();
    m_ownWords->setText({});
    m_warning.clear();
    show(Page::Provider);
}

void ConnectDialog::chooseProvider()
{
    const QString provider = m_picker->provider();
    if (provider.isEmpty()) {
        m_message->showMessage(InlineMessage::Kind::Warning, tr("Choose a provider first."));
        return;
    }
    m_message->clear();
    if (provider != m_provider) {
        const auto pack = m_surroundings.manager.catalogue().pack(provider);
        if (!pack)
            return;
        m_provider = provider;
        m_providerName = plainText(pack->name, 60);
        m_form->setPack(pack);
    }
    show(Page::Form);
}

void ConnectDialog::connectAccount()
{
    if (m_running)
        return;
    m_message->clear();
    m_ownWords->setText({});
    if (!m_form->validate()) {
        m_message->showMessage(InlineMessage::Kind::Warning,
                               tr("Something is missing or does not fit; it is marked below."));
        return;
    }
    const ConnectRequest request = m_form->connectRequest();
    if (!mayGoOnBeside(request))
        return;
    m_running = true;
    m_panel->begin(m_providerName);
    show(Page::Waiting);
    whenDone(m_surroundings.manager.connectAccount(request, m_panel), m_listener.get(),
             [this](const Result<Connection> &result) { finished(result); });
}

bool ConnectDialog::mayGoOnBeside(const ConnectRequest &request)
{
    Connection wanted;
    wanted.provider = request.provider;
    wanted.environment = request.environment;
    wanted.authMethod = request.authMethod;
    wanted.inputs = request.inputs;
    const QString warning = secondSignInWarning(m_surroundings, wanted);
    if (warning.isEmpty() || warning == m_warning)
        return true;
    m_warning = warning;
    m_message->showMessage(InlineMessage::Kind::Warning, warning);
    m_primary->setText(tr("&Connect all the same"));
    return false;
}

void ConnectDialog::finished(const Result<Connection> &result)
{
    m_running = false;
    if (result) {
        showResult(*result);
        Q_EMIT connected(result->id);
        return;
    }
    show(Page::Form);
    const AuthError &error = result.error();
    if (error.is(code::cancelled))
        return; // the person's own doing needs no message
    m_message->showMessage(error.is("access_denied") ? InlineMessage::Kind::Note
                                                     : InlineMessage::Kind::Error,
                           words::failure(error, m_providerName));
    m_ownWords->setText(redact(words::providersOwnWords(error)));
    m_message->setFocus();
}

void ConnectDialog::showResult(const Connection &connection)
{
    m_made = connection.id;
    showEnvironment(this, connection.environment);
    const Light light = lightFor(connection.state);
    m_title->setText(light == Light::Green ? tr("%1 is connected").arg(plainText(connection.name))
                                           : tr("%1 was added").arg(plainText(connection.name)));
    const QString word = words::statusWord(connection.state);
    m_resultGlyph->setLight(light, word);
    m_resultWord->setText(word);
    m_resultWord->setTone(light == Light::Green     ? TextLabel::Tone::Green
                              : light == Light::Red ? TextLabel::Tone::Red
                                                    : TextLabel::Tone::Grey);
    QString text = words::reason(connection, m_providerName, m_surroundings.clock.now());
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    if (!connection.organisation.name.isEmpty()) {
        text = QString(tr("Organisation: %1").arg(plainText(connection.organisation.name)) % u'\n'
                       % text);
    }
    m_resultText->setText(text);
    // Now that the provider has said who signed in, another one may turn out to be the same.
    if (const QString warning = secondSignInWarning(m_surroundings, connection);
        !warning.isEmpty() && warning != m_warning) {
        m_message->showMessage(InlineMessage::Kind::Warning, warning);
    }
    m_resultName->setValue(connection.name);
    if (connection.state.error)
        m_ownWords->setText(redact(words::providersOwnWords(*connection.state.error)));
    m_subtitle->setText({});
    show(Page::Result);
}

void ConnectDialog::reject()
{
    if (m_running) {
        // The call ends as cancelled, which leads back to the form with what was entered.
        m_panel->cancel();
        return;
    }
    QDialog::reject();
    deleteLater();
}

} // namespace relink
