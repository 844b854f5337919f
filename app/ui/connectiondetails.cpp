// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectiondetails.h"

#include "core/rules/areas.h"
#include "core/rules/impact.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "core/rules/resolve.h"
#include "core/rules/scopedrift.h"
#include "ui/arealist.h"
#include "ui/copyline.h"
#include "ui/factlist.h"
#include "ui/metrics.h"
#include "ui/pairsection.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/doubtwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

namespace {

TextLabel::Tone toneOf(Light light)
{
    return light == Light::Green ? TextLabel::Tone::Green
        : light == Light::Red    ? TextLabel::Tone::Red
                                 : TextLabel::Tone::Grey;
}

//! True for what only a program can read: a UUID, a row number, a random key. A name or an address
//! tells the merchant which login it is.
bool isOpaque(const QString &identity)
{
    static const QRegularExpression opaque(
        QStringLiteral("^(\\d+|\\{?[0-9a-fA-F-]{16,}\\}?|"
                       "(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])[0-9A-Za-z_|=-]{16,})$"));
    return !identity.isEmpty() && opaque.match(identity).hasMatch();
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

} // namespace

ConnectionDetails::ConnectionDetails(QWidget *parent)
    : QWidget(parent)
{
    build();
}

void ConnectionDetails::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    m_nothing = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_nothing->setObjectName(QStringLiteral("nothingSelectedLabel"));
    m_nothing->setText(tr("Select a connection to see its details."));
    m_nothing->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    outer->addWidget(m_nothing);
    m_nothing->hide(); // show() knows

    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content = new QWidget;
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    outer->addWidget(m_scroll, 1);

    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    layout->setSpacing(metrics::group);

    m_monogram = new Monogram;
    m_name = new TextLabel(TextLabel::Size::Heading);
    m_name->setObjectName(QStringLiteral("detailsNameLabel"));
    m_badge = new TestBadge;
    m_provider = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_provider->setObjectName(QStringLiteral("detailsProviderLabel"));
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_provider);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::group);
    head->addWidget(m_monogram, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    layout->addLayout(head);

    m_glyph = new StatusGlyph;
    m_word = new TextLabel(TextLabel::Size::Body);
    m_word->setObjectName(QStringLiteral("detailsStatusLabel"));
    m_word->setStrong(true);
    auto *status = new QHBoxLayout;
    status->setSpacing(metrics::control);
    status->addWidget(m_glyph);
    status->addWidget(m_word, 1, Qt::AlignVCenter);
    m_reason = new TextLabel;
    m_reason->setObjectName(QStringLiteral("detailsReasonLabel"));
    m_action = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_action->setObjectName(QStringLiteral("detailsActionLabel"));
    auto *state = new QVBoxLayout;
    state->setSpacing(6);
    state->addLayout(status);
    state->addWidget(m_reason);
    state->addWidget(m_action);
    m_suspect = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Amber);
    m_suspect->setObjectName(QStringLiteral("detailsSuspectLabel"));
    m_suspect->hide();
    state->addWidget(m_suspect);
    layout->addLayout(state);

    m_halfFinished = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Amber);
    m_halfFinished->setObjectName(QStringLiteral("detailsHalfFinishedLabel"));
    m_halfFinished->setText(tr("A reconnect was begun here. It goes on where it was left."));
    layout->addWidget(m_halfFinished);

    m_reconnect = new QPushButton(tr("Reco&nnect…"));
    m_reconnect->setObjectName(QStringLiteral("detailsReconnectButton"));
    m_authorize = new QPushButton;
    m_authorize->setObjectName(QStringLiteral("detailsAuthoriseButton"));
    m_authorize->setAccessibleDescription(tr("Signs in at the provider in your browser"));
    m_revoke = new QPushButton(tr("Re&voke access"));
    m_revoke->setObjectName(QStringLiteral("detailsRevokeButton"));
    m_revoke->setAccessibleDescription(tr("Ends the access at the provider"));
    m_note = new QPushButton(tr("Add a n&ote…"));
    m_note->setObjectName(QStringLiteral("detailsAddNoteButton"));
    m_note->setAccessibleDescription(
        tr("Keeps a change that somebody made, such as a new password"));
    m_works = new QPushButton(tr("It &works"));
    m_works->setObjectName(QStringLiteral("detailsWorksButton"));
    m_works->setAccessibleDescription(tr("Notes today as the day you said so"));
    m_stopped = new QPushButton(tr("It &stopped working"));
    m_stopped->setObjectName(QStringLiteral("detailsStoppedButton"));
    m_stopped->setAccessibleDescription(tr("Notes it and shows the way to bring it back"));
    for (QPushButton *button : {m_reconnect, m_authorize, m_revoke, m_note, m_works, m_stopped})
        button->setAutoDefault(false);
    m_buttons = new QVBoxLayout;
    m_buttons->setSpacing(metrics::control);
    m_mainButtons = new QHBoxLayout;
    m_mainButtons->setSpacing(metrics::control);
    m_mainButtons->addWidget(m_reconnect, 1);
    m_mainButtons->addWidget(m_authorize, 1);
    m_buttons->addLayout(m_mainButtons);
    auto *told = new QHBoxLayout;
    told->setSpacing(metrics::control);
    told->addWidget(m_works, 1);
    told->addWidget(m_stopped, 1);
    m_buttons->addLayout(told);
    m_buttons->addWidget(m_revoke);
    m_buttons->addWidget(m_note);
    layout->addLayout(m_buttons);

    m_ownWordsCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_ownWords = new CopyLine(QStringLiteral("detailsOwnWords"), tr("The provider’s own words"),
                              CopyLine::Lines::Few);
    auto *own = new QVBoxLayout;
    own->setSpacing(4);
    own->addWidget(m_ownWordsCaption);
    own->addWidget(m_ownWords);
    layout->addLayout(own);

    m_areas = new AreaList;
    layout->addWidget(m_areas);
    connect(m_areas, &AreaList::worksAgain, this, &ConnectionDetails::areaWorksRequested);

    m_facts = new FactList;
    m_organisation
        = m_facts->addFact(QStringLiteral("detailsOrganisationLabel"), tr("Organisation"));
    m_identity = m_facts->addFact(QStringLiteral("detailsIdentityLabel"), tr("Signed in as"));
    m_environment = m_facts->addFact(QStringLiteral("detailsEnvironmentLabel"), tr("Environment"));
    m_credentialEnvironment = m_facts->addFact(QStringLiteral("detailsCredentialEnvironmentLabel"),
                                               tr("Credential is for"));
    m_via = m_facts->addFact(QStringLiteral("detailsViaLabel"), tr("Used by"));
    m_verified = m_facts->addFact(QStringLiteral("detailsVerifiedLabel"), tr("Verified"));
    m_since = m_facts->addFact(QStringLiteral("detailsSinceLabel"), tr("In this state since"));
    m_access = m_facts->addFact(QStringLiteral("detailsAccessLabel"), tr("Access valid until"));
    m_signIn = m_facts->addFact(QStringLiteral("detailsSignInLabel"), tr("Sign-in valid until"));
    m_renewal = m_facts->addFact(QStringLiteral("detailsRenewalLabel"), tr("Renewal"));
    m_missing = m_facts->addFact(QStringLiteral("detailsMissingLabel"), tr("Not granted"));
    m_ending = m_facts->addFact(QStringLiteral("detailsEndingLabel"), tr("Ending the access"));
    layout->addWidget(m_facts);
    m_pair = new PairSection;
    layout->addWidget(m_pair);
    layout->addStretch(1);

    connect(m_authorize, &QPushButton::clicked, this, &ConnectionDetails::authorizeRequested);
    connect(m_reconnect, &QPushButton::clicked, this, &ConnectionDetails::reconnectRequested);
    connect(m_revoke, &QPushButton::clicked, this, &ConnectionDetails::revokeRequested);
    connect(m_note, &QPushButton::clicked, this, &ConnectionDetails::noteRequested);
    connect(m_works, &QPushButton::clicked, this, &ConnectionDetails::worksRequested);
    connect(m_stopped, &QPushButton::clicked, this, &ConnectionDetails::stoppedRequested);
    m_scroll->hide();
}

void ConnectionDetails::show(const Connection *connection, const ProviderFace &face,
                             const ProviderPack *pack, const QDateTime &now, bool halfFinished)
{
    m_nothing->setVisible(!connection);
    m_scroll->setVisible(connection);
    if (!connection)
        return;
    const ConnectionState &state = connection->state;
    const Light light = lightFor(state);
    m_monogram->setLetters(face.monogram);
    m_name->setText(plainText(connection->name));
    m_badge->setVisible(connection->environment == Environment::Test);
    const bool own = pack && !pack->builtIn;
    m_provider->setText(own ? tr("%1 · your own definition").arg(face.name) : face.name);
    const QString word = words::statusWord(state);
    m_glyph->setLight(light, word, isMarked(*connection));
    m_word->setText(word);
    m_word->setTone(toneOf(light));
    const QString busy = words::activityWord(state.activity);
    m_reason->setText(busy.isEmpty() ? sentenceCase(words::reason(*connection, face.name, now))
                                     : busy);
    const RecommendedAction action = recommendedActionFor(state);
    // What a button beside it or the reason itself says needs no second sentence.
    const bool advise = light != Light::Green && action != RecommendedAction::None
        && action != RecommendedAction::Wait && action != RecommendedAction::Reauthorize;
    m_action->setText(advise ? words::actionSentence(action, face.name) : QString());
    m_action->setVisible(!m_action->text().isEmpty() && m_action->text() != m_reason->text());
    m_halfFinished->setVisible(halfFinished);
    placeReconnect(halfFinished);

    const QString ownWords = state.error && light != Light::Green
        ? redact(words::providersOwnWords(*state.error))
        : QString();
    m_ownWordsCaption->setText(tr("%1’s own words").arg(face.name));
    m_ownWordsCaption->setVisible(!ownWords.isEmpty());
    m_ownWords->setText(ownWords);

    const bool never = state.health == Health::NotConnected || state.health == Health::RevokedHere;
    m_authorize->setText(never ? tr("&Authorise") : tr("Re-&authorise"));
    m_revoke->setEnabled(connection->hasSecret);
    const AuthMethod *method = pack ? methodOf(*pack, *connection) : nullptr;
    const bool told = method && method->kind == AuthKind::Delegated;
    for (QPushButton *button : {m_authorize, m_revoke})
        button->setVisible(!told);
    m_reconnect->setVisible(!told || light == Light::Red || halfFinished);
    for (QPushButton *button : {m_works, m_stopped})
        button->setVisible(told);
    const bool red = light == Light::Red;
    m_areas->show(red ? impactOf(*connection, pack, {}).areas : connection->areas, red, now);
    showFacts(*connection, pack, now);
}

void ConnectionDetails::setSuspect(const QString &sentence)
{
    m_suspect->setText(sentence);
    m_suspect->setVisible(!sentence.isEmpty());
}

//! The longer text has a line of its own.
void ConnectionDetails::placeReconnect(bool halfFinished)
{
    m_reconnect->setText(halfFinished ? tr("Co&ntinue reconnecting") : tr("Reco&nnect…"));
    m_reconnect->setAccessibleDescription(halfFinished
                                              ? tr("Goes on where the reconnect was left")
                                              : tr("Leads through the steps that bring it back"));
    const bool isAlone = m_mainButtons->indexOf(m_reconnect) < 0;
    if (isAlone == halfFinished)
        return;
    if (halfFinished)
        m_buttons->insertWidget(0, m_reconnect);
    else
        m_mainButtons->insertWidget(0, m_reconnect, 1);
}

void ConnectionDetails::showFacts(const Connection &connection, const ProviderPack *pack,
                                  const QDateTime &now)
{
    const ConnectionState &state = connection.state;
    const bool red = lightFor(state) == Light::Red;
    const auto time = [&now](const std::optional<QDateTime> &t) {
        return t && t->isValid() ? words::when(*t, now) : QString();
    };
    m_facts->setFact(m_organisation, plainText(connection.organisation.name));
    m_facts->setFact(m_identity,
                     isOpaque(connection.identity) ? QString() : plainText(connection.identity));
    m_facts->setFact(m_environment, words::environmentWord(connection.environment));
    const bool other = connection.credentialEnvironment
        && *connection.credentialEnvironment != connection.environment;
    m_facts->setFact(m_credentialEnvironment,
                     other ? words::environmentWord(*connection.credentialEnvironment) : QString());
    m_facts->setFact(m_via, plainText(connection.via));
    const AuthMethod *method = pack ? methodOf(*pack, connection) : nullptr;
    const bool told = method && method->kind == AuthKind::Delegated;
    m_facts->setFact(m_verified,
                     state.verifiedAt.isValid() ? words::when(state.verifiedAt, now)
                         : red || told          ? QString()
                                                : tr("not yet"));
    m_facts->setFact(m_since, state.since.isValid() ? words::when(state.since, now) : QString());
    // What the provider no longer takes is not valid until anything.
    const words::PackDoubts doubts = words::packDoubts(pack, method);
    const QString access = red ? QString() : time(connection.accessExpiresAt);
    m_facts->setFact(m_access,
                     words::withDoubt(access, access.isEmpty() ? QString() : doubts.access));
    const QString signIn = red ? QString() : time(connection.refreshExpiresAt);
    m_facts->setFact(m_signIn, words::withDoubt(signIn, red ? QString() : doubts.signIn));
    m_facts->setFact(m_renewal, red ? QString() : doubts.renewal);
    const QStringList missing = pack && !red ? missingScopes(*pack, connection) : QStringList();
    m_facts->setFact(m_missing, plainText(missing.join(QStringLiteral(", "))));
    m_facts->setFact(m_ending, doubts.ending);
}

void ConnectionDetails::placePair(bool first)
{
    if (first == m_pairFirst)
        return;
    m_pairFirst = first;
    auto *layout = static_cast<QVBoxLayout *>(m_content->layout());
    layout->removeWidget(m_pair);
    layout->insertWidget(first ? 0 : layout->indexOf(m_facts) + 1, m_pair);
    // The order of the keyboard is the order of the eye.
    const QList<QPushButton *> stops = m_pair->findChildren<QPushButton *>();
    QWidget *before = m_reconnect->previousInFocusChain();
    while (before->focusPolicy() == Qt::NoFocus
           || stops.contains(qobject_cast<QPushButton *>(before)))
        before = before->previousInFocusChain();
    if (!first)
        before = m_ownWords->findChild<QPushButton *>();
    for (QPushButton *stop : stops) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void ConnectionDetails::takeFocus()
{
    if (!m_works->isHidden())
        return m_works->setFocus(Qt::ShortcutFocusReason);
    (m_reconnect->isVisible() ? m_reconnect : m_authorize)->setFocus(Qt::ShortcutFocusReason);
}

} // namespace relink
