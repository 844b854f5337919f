// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recoverydialog.h"

#include "core/ports/clock.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/card.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/rowwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int longestNameOnButton = 24;

} // namespace

RecoveryDialog::RecoveryDialog(const Surroundings &surroundings, OpenReconnect openReconnect,
                               QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_openReconnect(std::move(openReconnect))
    , m_queue(surroundings.manager)
    , m_heading(new TextLabel(TextLabel::Size::Heading))
    , m_sentence(new TextLabel)
    , m_score(new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft))
    , m_list(new RecoveryList)
    , m_close(new QPushButton(tr("Close")))
    , m_skip(new QPushButton(tr("&Skip for now")))
    , m_primary(new QPushButton)
{
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Reconnect one after the other"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(&m_queue, &RecoveryQueue::changed, this, &RecoveryDialog::redraw);
    redraw();
    m_primary->setFocus();
}

void RecoveryDialog::build()
{
    m_heading->setObjectName(QStringLiteral("recoveryHeadingLabel"));
    m_sentence->setObjectName(QStringLiteral("recoverySentenceLabel"));
    m_score->setObjectName(QStringLiteral("recoveryScoreLabel"));
    m_list->setObjectName(QStringLiteral("recoveryListWidget"));
    m_list->setAccessibleName(tr("Connections that need you"));
    m_list->setAccessibleDescription(tr("Choosing a skipped one comes back to it"));
    m_close->setObjectName(QStringLiteral("recoveryCloseButton"));
    m_skip->setObjectName(QStringLiteral("recoverySkipButton"));
    m_primary->setObjectName(QStringLiteral("recoveryPrimaryButton"));
    makePrimary(m_primary);
    m_primary->setDefault(true);
    for (QPushButton *button : {m_close, m_skip})
        button->setAutoDefault(false);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 4, 1, 4);
    inside->addWidget(m_list);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_heading);
    texts->addWidget(m_sentence);
    QVBoxLayout *body = frameDialog(this, {}, {m_close, m_skip, m_primary});
    body->addWidget(m_score);
    body->addWidget(card, 1);
    body->addLayout(texts);
    const int line = fontMetrics().height();
    const QSize wanted(qMax(640, line * 34), qMax(520, line * 30));
    resize(wanted.boundedTo(screen()->availableSize()));
    connect(m_list, &RecoveryList::chosen, this, [this](const ConnectionId &id) {
        m_queue.goTo(id);
        redraw(); // what works needs no coming back to
    });
    connect(m_list, &QListWidget::itemActivated, this, &RecoveryDialog::primary);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_skip, &QPushButton::clicked, &m_queue, &RecoveryQueue::skip);
    connect(m_primary, &QPushButton::clicked, this, &RecoveryDialog::primary);
}

QString RecoveryDialog::providerName(const Connection &connection) const
{
    const auto face = m_surroundings.manager.catalogue().face(connection.provider);
    return plainText(face ? face->name : connection.provider, 60);
}

QString RecoveryDialog::stateWord(const RecoveryQueue::Entry &entry) const
{
    switch (entry.state) {
    case RecoveryQueue::State::Open:
        return m_queue.current() == entry.id ? tr("Now") : QString();
    case RecoveryQueue::State::Reconnected:
        return tr("Reconnected");
    case RecoveryQueue::State::Skipped:
        return tr("Skipped");
    case RecoveryQueue::State::Left:
        return m_surroundings.manager.hasHalfFinishedReconnect(entry.id) ? tr("Begun")
                                                                         : tr("Still red");
    case RecoveryQueue::State::Resting:
        break;
    }
    const auto connection = m_surroundings.manager.connection(entry.id);
    return connection ? words::statusWord(connection->state) : QString();
}

RecoveryList::Row RecoveryDialog::rowOf(const RecoveryQueue::Entry &entry) const
{
    RecoveryList::Row row;
    row.id = entry.id;
    row.state = stateWord(entry);
    const auto connection = m_surroundings.manager.connection(entry.id);
    if (!connection)
        return row;
    const QString provider = providerName(*connection);
    row.name = plainText(connection->name, 100);
    row.light = lightFor(connection->state);
    //: A provider, and what is the matter with the connection
    row.sentence = tr("%1 · %2").arg(
        provider, words::rowReason(*connection, provider, m_surroundings.clock.now()));
    return row;
}

void RecoveryDialog::redraw()
{
    QList<RecoveryList::Row> rows;
    for (const RecoveryQueue::Entry &entry : m_queue.entries())
        rows.append(rowOf(entry));
    m_list->setRows(rows, m_queue.current());
    redrawHead();
}

QString RecoveryDialog::scoreSentence() const
{
    const RecoveryQueue::Score score = m_queue.score();
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts.append(text);
    };
    add(score.reconnected, tr("%n reconnected", nullptr, score.reconnected));
    add(score.skipped, tr("%n skipped", nullptr, score.skipped));
    add(score.left, tr("%n still red", nullptr, score.left));
    add(score.resting, tr("%n waiting", nullptr, score.resting));
    add(score.open, tr("%n to go", nullptr, score.open));
    return parts.join(QStringLiteral(" · "));
}

void RecoveryDialog::redrawHead()
{
    m_score->setText(scoreSentence());
    const auto connection
        = m_queue.current() ? m_surroundings.manager.connection(*m_queue.current()) : std::nullopt;
    m_skip->setVisible(connection.has_value());
    m_close->setVisible(connection.has_value());
    if (!connection) {
        const RecoveryQueue::Score score = m_queue.score();
        const int open = score.skipped + score.left;
        m_heading->setText(open == 0       ? tr("Nothing needs you any more")
                               : open == 1 ? tr("1 still needs you")
                                           : tr("%n still need you", nullptr, open));
        m_sentence->setText(open == 0
                                ? QString()
                                : tr("Choose one in the list to come back to it. Why it is red "
                                     "stands beside its name."));
        m_primary->setText(tr("Close"));
        return;
    }
    const QString name = plainText(connection->name, longestNameOnButton)
                             .replace(QLatin1Char('&'), QStringLiteral("&&"));
    m_heading->setText(plainText(connection->name, 100));
    m_sentence->setText(
        words::reason(*connection, providerName(*connection), m_surroundings.clock.now()));
    m_primary->setText(m_surroundings.manager.hasHalfFinishedReconnect(connection->id)
                           ? tr("&Continue with %1").arg(name)
                           : tr("&Reconnect %1…").arg(name));
}

void RecoveryDialog::primary()
{
    const auto connection
        = m_queue.current() ? m_surroundings.manager.connection(*m_queue.current()) : std::nullopt;
    if (!connection) {
        accept();
        return;
    }
    QDialog *open = m_openReconnect(*connection, this);
    if (!open)
        return;
    m_queue.begin();
    connect(open, &QDialog::finished, this, [this] {
        m_queue.closed();
        m_primary->setFocus();
    });
}

} // namespace relink
