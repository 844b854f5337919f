// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionform.h"

#include "core/ports/clock.h"
#include "core/rules/connectionname.h"
#include "core/rules/plaintext.h"
#include "core/rules/resolve.h"
#include "core/rules/scopedrift.h"
#include "core/rules/testmode.h"
#include "ui/askedscopes.h"
#include "ui/card.h"
#include "ui/foldedsection.h"
#include "ui/formfields.h"
#include "ui/inputfieldeditor.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/providernotes.h"
#include "ui/setupguide.h"
#include "ui/testmodebox.h"
#include "ui/textlabel.h"
#include "words/methodwords.h"
#include "words/words.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace relink {

namespace {

InputField plainField(const QString &key, const QString &label, const QString &help)
{
    InputField field;
    field.key = key;
    field.label = label;
    field.help = help;
    field.required = false;
    return field;
}

} // namespace

ConnectionForm::ConnectionForm(const Surroundings &surroundings, Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_purpose(purpose)
    , m_layout(new QVBoxLayout(this))
{
    build();
}

ConnectionForm::~ConnectionForm() = default;

void ConnectionForm::build()
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::pane);

    m_testMode = new TestModeBox;
    m_fields = new FormFields;
    m_scopes = new AskedScopes;
    m_notes = new ProviderNotes;
    m_origins = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_origins->setObjectName(QStringLiteral("originsLabel"));
    if (m_purpose != Purpose::Credential) {
        m_name = new InputFieldEditor(
            plainField(QStringLiteral("name"), tr("Name"),
                       m_purpose == Purpose::Create
                           ? tr("How you call this connection. Left empty, it gets the name of "
                                "the provider and the organisation.")
                           : QString()),
            m_purpose == Purpose::Edit);
        m_via = new InputFieldEditor(
            plainField(QStringLiteral("via"), tr("Used by"),
                       tr("The product whose integration needs this connection, such as your "
                          "warehouse or accounting software.")),
            false);
    }

    if (m_purpose == Purpose::Edit)
        m_layout->addWidget(m_name);
    m_layout->addWidget(makeMethodRow());
    m_layout->addWidget(m_testMode);
    QWidget *guide = makeGuide();
    if (m_purpose == Purpose::Create)
        m_layout->addWidget(guide);
    m_layout->addWidget(m_fields);
    if (m_purpose == Purpose::Create)
        m_layout->addWidget(m_name);
    if (m_via)
        m_layout->addWidget(m_via);
    if (m_purpose != Purpose::Create)
        m_layout->addWidget(guide);
    m_layout->addWidget(m_scopes);
    m_layout->addWidget(m_notes);
    m_layout->addWidget(m_origins);
    m_layout->addStretch(1);

    connect(m_method, &QComboBox::currentIndexChanged, this, &ConnectionForm::rebuildFields);
    connect(m_testMode, &TestModeBox::toggled, this, &ConnectionForm::rebuildFields);
    connect(m_fields, &FormFields::edited, this, &ConnectionForm::updateAddresses);
    connect(m_fields, &FormFields::edited, this, &ConnectionForm::updateTestMode);
    connect(m_fields, &FormFields::edited, this, &ConnectionForm::edited);
}

QWidget *ConnectionForm::makeMethodRow()
{
    m_methodRow = new QWidget;
    auto *layout = new QVBoxLayout(m_methodRow);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *caption = new TextLabel;
    caption->setStrong(true);
    caption->setText(tr("How to connect"));
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("authMethodComboBox"));
    m_method->setAccessibleName(tr("How to connect"));
    m_methodSentence = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_methodSentence->setObjectName(QStringLiteral("authMethodLabel"));
    layout->addWidget(caption);
    layout->addWidget(m_method);
    layout->addWidget(m_methodSentence);
    return m_methodRow;
}

QWidget *ConnectionForm::makeGuide()
{
    m_guide = new SetupGuide(m_surroundings);
    const QString title = tr("What you need first");
    if (m_purpose != Purpose::Create) {
        // It was needed once: at hand, but not in the way.
        auto *fold = new FoldedSection(QStringLiteral("setupGuide"), title);
        fold->content()->addWidget(m_guide);
        return fold;
    }
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(metrics::pane, metrics::group, metrics::pane, metrics::group);
    layout->setSpacing(metrics::control);
    auto *caption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    caption->setText(title);
    layout->addWidget(caption);
    layout->addWidget(m_guide);
    return card;
}

void ConnectionForm::setPack(std::shared_ptr<const ProviderPack> pack)
{
    m_pack = std::move(pack);
    {
        const QSignalBlocker quiet(m_method);
        m_method->clear();
        for (const AuthMethod &method : m_pack->authMethods)
            m_method->addItem(words::packText(method.label), method.id);
        if (m_connection && !m_connection->authMethod.isEmpty())
            m_method->setCurrentIndex(qMax(0, m_method->findData(m_connection->authMethod)));
    }
    m_methodRow->setVisible(!m_connection && m_pack->authMethods.size() > 1);
    m_testMode->setPack(*m_pack,
                        m_connection ? m_connection->environment : Environment::Production);
    if (m_name && m_purpose == Purpose::Create)
        m_name->setPlaceholder(tr("Suggested: %1").arg(plainText(m_pack->name, 60)));
    m_notes->show(*m_pack, m_surroundings.clock.now().toLocalTime().date());
    // What was typed for another provider must not go to this one.
    m_fields->clear();
    rebuildFields();
}

void ConnectionForm::setConnection(std::shared_ptr<const ProviderPack> pack,
                                   const Connection &connection)
{
    m_connection = connection;
    setPack(std::move(pack));
    if (m_name)
        m_name->setValue(connection.name);
    if (m_via)
        m_via->setValue(connection.via);
    updateAddresses();
}

void ConnectionForm::rebuildFields()
{
    if (!m_pack || !method())
        return;
    m_methodSentence->setText(words::methodSentence(*method(), m_pack->name));
    m_fields->show(m_pack, *method(), environment(), m_connection ? &*m_connection : nullptr);
    m_fields->setVisible(!m_fields->isEmpty());
    orderTabs();
    updateAddresses();
    updateTestMode();
    Q_EMIT methodChanged();
}

void ConnectionForm::orderTabs()
{
    // The order of the keyboard is the order of the eye.
    QList<QWidget *> stops;
    const auto add = [&stops](QWidget *parent) {
        if (!parent)
            return;
        if (parent->focusPolicy() != Qt::NoFocus && !parent->focusProxy())
            stops.append(parent);
        for (QWidget *part : parent->findChildren<QWidget *>()) {
            if (part->focusPolicy() != Qt::NoFocus)
                stops.append(part);
        }
    };
    for (int i = 0; i < m_layout->count(); ++i) {
        QWidget *part = m_layout->itemAt(i)->widget();
        if (part == m_fields)
            stops += m_fields->tabStops();
        else if (part)
            add(part);
    }
    m_firstStop = stops.value(0);
    for (qsizetype i = 1; i < stops.size(); ++i) {
        if (stops.at(i - 1)->window() == stops.at(i)->window())
            setTabOrder(stops.at(i - 1), stops.at(i));
    }
}

void ConnectionForm::updateAddresses()
{
    if (!m_pack || !method())
        return;
    Connection sketch = m_connection.value_or(Connection {});
    sketch.provider = m_pack->id;
    sketch.environment = environment();
    sketch.authMethod = method()->id;
    sketch.inputs = m_fields->inputs();
    const Result<ResolvedProvider> resolved = resolveProvider(*m_pack, sketch);
    m_guide->show(*m_pack, *method(), sketch, resolved ? &*resolved : nullptr);
    m_scopes->show(*m_pack, askedScopes(*method(), sketch.inputs));

    QString hosts;
    if (resolved && !resolved->origins.isEmpty()) {
        QStringList shown;
        for (const QString &origin : resolved->origins)
            shown.append(QUrl(origin).host(QUrl::FullyEncoded));
        shown.removeDuplicates();
        hosts = tr("Your sign-in data goes to %1 and nowhere else.")
                    .arg(plainText(shown.join(QStringLiteral(", "))));
    }
    m_origins->setText(hosts);
    m_origins->setVisible(!hosts.isEmpty());
}

void ConnectionForm::updateTestMode()
{
    const AuthMethod *way = method();
    if (!way || !m_pack->hasTestEnvironment)
        return;
    QMap<QString, QString> values = m_fields->inputs();
    const QMap<QString, SecretBytes> secrets = m_fields->secrets();
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        values.insert(it.key(), QString::fromUtf8(it->reveal()));
    std::optional<Environment> made = environmentOf(*way, values);
    if (!made && secrets.isEmpty() && m_connection)
        made = m_connection->credentialEnvironment;
    m_testMode->predict(*way, made);
}

Environment ConnectionForm::environment() const
{
    return m_testMode->environment();
}

const AuthMethod *ConnectionForm::method() const
{
    if (!m_pack)
        return nullptr;
    return m_pack->authMethod(m_method->currentData().toString());
}

bool ConnectionForm::validate()
{
    if (!m_pack || !method())
        return false;
    InputFieldEditor *first = m_fields->firstProblem();
    // A new connection without a name gets one.
    const bool named
        = m_name && (m_purpose == Purpose::Edit || !m_name->value().trimmed().isEmpty());
    if (const auto problem = named ? connectionNameProblem(m_name->value()) : std::nullopt) {
        m_name->setProblem(words::packText(*problem));
        first = m_name;
    }
    if (first)
        first->takeFocus();
    return !first;
}

ConnectRequest ConnectionForm::connectRequest() const
{
    ConnectRequest request;
    request.provider = m_pack->id;
    request.name = m_name ? m_name->value().trimmed() : QString();
    request.via = m_via ? m_via->value().trimmed() : QString();
    request.environment = environment();
    request.authMethod = method() ? method()->id : QString();
    request.inputs = m_fields->inputs();
    request.secrets = m_fields->secrets();
    return request;
}

EditRequest ConnectionForm::editRequest() const
{
    EditRequest request;
    if (!m_connection)
        return request;
    if (m_name && m_name->value().trimmed() != m_connection->name)
        request.name = m_name->value().trimmed();
    if (m_via && m_via->value().trimmed() != m_connection->via)
        request.via = m_via->value().trimmed();
    if (environment() != m_connection->environment)
        request.environment = environment();
    request.inputs = m_fields->changedInputs(*m_connection);
    request.secrets = m_fields->secrets();
    return request;
}

void ConnectionForm::showNameProblem(const QString &text)
{
    if (!m_name)
        return;
    m_name->setProblem(text);
    m_name->takeFocus();
}

void ConnectionForm::takeFocus()
{
    if (!m_fields->isEmpty())
        m_fields->takeFocus();
    else if (m_name)
        m_name->takeFocus();
}

void ConnectionForm::takeFocusAtTop()
{
    for (QWidget *stop = m_firstStop; stop && isAncestorOf(stop); stop = stop->nextInFocusChain()) {
        if (stop->isVisible() && stop->focusPolicy() != Qt::NoFocus)
            return stop->setFocus();
    }
}

} // namespace relink
