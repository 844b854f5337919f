// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pastepane.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/metrics.h"
#include "ui/pastefield.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace relink {

namespace {

constexpr int typingMilliseconds = 200;
constexpr int linesShown = 4; // at least

} // namespace

PastePane::PastePane(const Surroundings &surroundings, QWidget *parent)
    : Card(parent)
    , m_surroundings(surroundings)
    , m_delay(new QTimer(this))
    , m_field(new PasteField)
    , m_message(new InlineMessage(QStringLiteral("diagnose")))
    , m_choices(new QGridLayout)
    , m_connectionLabel(new QLabel(tr("C&onnection")))
    , m_providerLabel(new QLabel(tr("&Provider")))
    , m_connections(new QComboBox)
    , m_providers(new QComboBox)
    , m_clear(new QPushButton(tr("C&lear")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    layout->setSpacing(metrics::control);
    m_field->setMinimumHeight(m_field->heightOf(linesShown));
    layout->addWidget(m_field, 1);
    layout->addWidget(m_message);
    layout->addLayout(m_choices);
    makeChoices();
    m_delay->setSingleShot(true);
    m_delay->setInterval(typingMilliseconds);
    connectParts();
}

void PastePane::makeChoices()
{
    m_connections->setObjectName(QStringLiteral("diagnoseConnectionComboBox"));
    m_connections->setAccessibleDescription(
        tr("The connection that this is about; the answer then follows what is known of it"));
    m_providers->setObjectName(QStringLiteral("diagnoseProviderComboBox"));
    m_providers->setAccessibleDescription(
        tr("Whose error this is, where the text does not say it or you know better"));
    m_clear->setObjectName(QStringLiteral("diagnoseClearButton"));
    m_clear->setAccessibleDescription(tr("Forgets the text and its answer"));
    m_clear->setEnabled(false);
    m_choices->setHorizontalSpacing(metrics::control);
    m_choices->setVerticalSpacing(metrics::control);
    const auto name = [](QLabel *label, QComboBox *box) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        label->setBuddy(box);
        box->setAccessibleName(label->text().remove(u'&'));
    };
    name(m_connectionLabel, m_connections);
    name(m_providerLabel, m_providers);
    setOneLine(false);
}

QList<QWidget *> PastePane::choiceParts() const
{
    return {m_connectionLabel, m_connections, m_providerLabel, m_providers, m_clear};
}

int PastePane::oneLineWidth() const
{
    int width = 2 * metrics::group + 4 * metrics::control;
    for (const QWidget *part : choiceParts())
        width += part->sizeHint().width();
    return width;
}

void PastePane::setOneLine(bool oneLine)
{
    if (m_oneLine == oneLine)
        return;
    m_oneLine = oneLine;
    for (QWidget *part : choiceParts())
        m_choices->removeWidget(part);
    const int row = oneLine ? 0 : 1;
    const int column = oneLine ? 2 : 0;
    m_choices->addWidget(m_connectionLabel, 0, 0);
    m_choices->addWidget(m_connections, 0, 1);
    m_choices->addWidget(m_providerLabel, row, column);
    m_choices->addWidget(m_providers, row, column + 1);
    m_choices->addWidget(m_clear, row, column + 2);
    m_choices->setColumnStretch(1, 1);
    m_choices->setColumnStretch(3, oneLine ? 1 : 0);
}

void PastePane::connectParts()
{
    connect(m_delay, &QTimer::timeout, this, &PastePane::ask);
    connect(m_field, &PasteField::given, this, [this] {
        m_message->clear();
        m_clear->setEnabled(true);
        m_delay->start();
    });
    connect(m_field, &PasteField::refused, this,
            [this](const QString &why) { tell(InlineMessage::Kind::Warning, why); });
    // After what the change itself does to the message.
    connect(
        m_field, &PasteField::secretsHidden, this,
        [this] {
            tell(InlineMessage::Kind::Note,
                 tr("Passwords, keys and tokens in the text were hidden."));
        },
        Qt::QueuedConnection);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        forget();
        m_field->setFocus();
    });
    connect(m_connections, &QComboBox::currentIndexChanged, this, &PastePane::connectionChosen);
    connect(m_providers, &QComboBox::currentIndexChanged, this, &PastePane::ask);
    connect(m_message, &InlineMessage::actionTriggered, this, &PastePane::actionTriggered);
    for (const auto signal :
         {&ConnectionManager::connectionAdded, &ConnectionManager::connectionRemoved})
        connect(&m_surroundings.manager, signal, this, &PastePane::fillConnections);
}

TextQuestion PastePane::question() const
{
    const auto about = connection();
    return {m_field->text(), about ? about->provider : m_providers->currentData().toString(),
            about ? about->via : QString()};
}

std::optional<Connection> PastePane::connection() const
{
    const QString id = m_connections->currentData().toString();
    return id.isEmpty() ? std::nullopt : m_surroundings.manager.connection({id});
}

void PastePane::choose(const ConnectionId &id)
{
    m_connections->setCurrentIndex(qMax(0, m_connections->findData(id.value)));
}

void PastePane::askForConnection()
{
    tell(InlineMessage::Kind::Warning,
         m_connections->count() > 1
             ? tr("Choose the connection first that this is about: the history is kept by "
                  "connection.")
             : tr("The history is kept by connection, and there is none yet."));
    m_connections->setFocus();
}

bool PastePane::isProviderChosen() const
{
    return connection() || !m_providers->currentData().toString().isEmpty();
}

void PastePane::tell(InlineMessage::Kind kind, const QString &text, const QString &action)
{
    m_message->setAction(action);
    m_message->showMessage(kind, text);
}

void PastePane::refill()
{
    fillProviders();
    fillConnections();
}

void PastePane::fillConnections()
{
    const QString chosen = m_connections->currentData().toString();
    {
        const QSignalBlocker quiet(m_connections);
        m_connections->clear();
        m_connections->addItem(tr("None chosen"), QString());
        QList<Connection> known = m_surroundings.manager.connections();
        std::sort(known.begin(), known.end(), [](const Connection &a, const Connection &b) {
            return QString::localeAwareCompare(a.name, b.name) < 0;
        });
        for (const Connection &each : std::as_const(known))
            m_connections->addItem(plainText(each.name, 60), each.id.value);
        m_connections->setCurrentIndex(qMax(0, m_connections->findData(chosen)));
    }
    if (m_connections->currentData().toString() != chosen)
        connectionChosen();
}

void PastePane::fillProviders()
{
    const QString chosen = m_providers->currentData().toString();
    const QSignalBlocker quiet(m_providers);
    m_providers->clear();
    m_providers->addItem(tr("As the text says"), QString());
    const ProviderCatalogue &catalogue = m_surroundings.manager.catalogue();
    for (const QString &id : catalogue.ids()) {
        if (const auto face = catalogue.face(id))
            m_providers->addItem(plainText(face->name, 60), id);
    }
    m_providers->setCurrentIndex(qMax(0, m_providers->findData(chosen)));
}

void PastePane::connectionChosen()
{
    const auto about = connection();
    {
        const QSignalBlocker quiet(m_providers);
        m_providers->setCurrentIndex(about ? qMax(0, m_providers->findData(about->provider)) : 0);
    }
    m_providers->setEnabled(!about);
    ask();
}

void PastePane::ask()
{
    m_delay->stop();
    m_clear->setEnabled(!m_field->text().isEmpty());
    Q_EMIT changed();
}

void PastePane::forget()
{
    m_field->forget();
    m_message->clear();
    ask();
}

void PastePane::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    if (event->spontaneous())
        return; // only minimised
    forget();
    m_connections->setCurrentIndex(0);
    m_providers->setCurrentIndex(0);
}

} // namespace relink
