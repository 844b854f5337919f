// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionform.h"

#include "core/rules/connectionname.h"
#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "core/rules/resolve.h"
#include "ui/copyline.h"
#include "ui/inputfieldeditor.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRegularExpression>
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

bool matches(const InputField &field, const QString &value)
{
    if (field.pattern.isEmpty())
        return true;
    const QRegularExpression whole(QRegularExpression::anchoredPattern(field.pattern));
    return whole.match(normalized(field, value)).hasMatch();
}

} // namespace

ConnectionForm::ConnectionForm(Purpose purpose, QWidget *parent)
    : QWidget(parent)
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

    if (m_purpose != Purpose::Credential) {
        m_name = new InputFieldEditor(
            plainField(QStringLiteral("name"), tr("Name"),
                       m_purpose == Purpose::Create
                           ? tr("How you call this connection. Left empty, it gets the name of "
                                "the provider and the organisation.")
                           : QString()),
            m_purpose == Purpose::Edit);
        m_layout->addWidget(m_name);
    }

    m_methodRow = new QWidget;
    auto *methodLayout = new QVBoxLayout(m_methodRow);
    methodLayout->setContentsMargins(0, 0, 0, 0);
    methodLayout->setSpacing(4);
    auto *methodCaption = new TextLabel;
    methodCaption->setStrong(true);
    methodCaption->setText(tr("How to connect"));
    m_method = new QComboBox;
    m_method->setObjectName(QStringLiteral("authMethodComboBox"));
    m_method->setAccessibleName(tr("How to connect"));
    methodLayout->addWidget(methodCaption);
    methodLayout->addWidget(m_method);
    m_layout->addWidget(m_methodRow);

    m_fieldLayout = new QVBoxLayout;
    m_fieldLayout->setSpacing(metrics::pane);
    m_layout->addLayout(m_fieldLayout);

    m_testMode = new QCheckBox(tr("&Test Mode"));
    m_testMode->setObjectName(QStringLiteral("testModeCheckBox"));
    m_testMode->setAccessibleDescription(
        tr("For keys of the provider’s test environment; live keys do not work with it"));
    makeSwitch(m_testMode);
    m_testNote = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    auto *test = new QVBoxLayout;
    test->setSpacing(4);
    test->addWidget(m_testMode);
    test->addWidget(m_testNote);
    m_layout->addLayout(test);

    if (m_purpose != Purpose::Credential) {
        m_via = new InputFieldEditor(
            plainField(QStringLiteral("via"), tr("Used by"),
                       tr("The product whose integration needs this connection, such as your "
                          "warehouse or accounting software.")),
            false);
        m_layout->addWidget(m_via);
    }

    m_redirectCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_redirect
        = new CopyLine(QStringLiteral("redirectAddress"), tr("Redirect address to register"));
    m_redirect->setMonospaced();
    m_origins = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_origins->setObjectName(QStringLiteral("originsLabel"));
    auto *addresses = new QVBoxLayout;
    addresses->setSpacing(4);
    addresses->addWidget(m_redirectCaption);
    addresses->addWidget(m_redirect);
    addresses->addWidget(m_origins);
    m_layout->addLayout(addresses);
    m_layout->addStretch(1);

    connect(m_method, &QComboBox::currentIndexChanged, this, &ConnectionForm::rebuildFields);
    connect(m_testMode, &QCheckBox::toggled, this, &ConnectionForm::rebuildFields);
}

void ConnectionForm::setPack(std::shared_ptr<const ProviderPack> pack)
{
    m_pack = std::move(pack);
    {
        const QSignalBlocker quietMethod(m_method);
        const QSignalBlocker quietTest(m_testMode);
        m_method->clear();
        for (const AuthMethod &method : m_pack->authMethods)
            m_method->addItem(words::packText(method.label), method.id);
        m_testMode->setChecked(m_connection && m_connection->environment == Environment::Test);
        if (m_connection && !m_connection->authMethod.isEmpty())
            m_method->setCurrentIndex(qMax(0, m_method->findData(m_connection->authMethod)));
    }
    m_methodRow->setVisible(!m_connection && m_pack->authMethods.size() > 1);
    m_testMode->setVisible(m_pack->hasTestEnvironment);
    m_testNote->setText(words::packText(m_pack->testEnvironmentNote));
    m_testNote->setVisible(m_pack->hasTestEnvironment && !m_testNote->text().isEmpty());
    // What was typed for another provider must not go to this one.
    qDeleteAll(m_fields);
    m_fields.clear();
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
    QMap<QString, QString> former;
    for (const InputFieldEditor *editor : m_fields)
        former.insert(editor->field().key, editor->value());
    qDeleteAll(m_fields);
    m_fields.clear();
    for (const InputField &field : inputFields(*m_pack, *method(), environment())) {
        auto *editor = new InputFieldEditor(field, m_connection && field.secret);
        if (former.contains(field.key))
            editor->setValue(former.value(field.key));
        else if (m_connection && m_connection->inputs.contains(field.key))
            editor->setValue(m_connection->inputs.value(field.key));
        m_fieldLayout->addWidget(editor);
        m_fields.append(editor);
        connect(editor, &InputFieldEditor::edited, this, &ConnectionForm::updateAddresses);
    }
    // The order of the keyboard is the order of the eye.
    QWidget *last = m_methodRow->isHidden() ? static_cast<QWidget *>(m_name) : m_method;
    for (InputFieldEditor *editor : m_fields) {
        const QList<QWidget *> parts = editor->findChildren<QWidget *>();
        for (QWidget *part : parts) {
            if (part->focusPolicy() == Qt::NoFocus || part->window() != window())
                continue;
            if (last)
                setTabOrder(last, part);
            last = part;
        }
    }
    if (last)
        setTabOrder(last, m_testMode);
    updateAddresses();
}

void ConnectionForm::updateAddresses()
{
    if (!m_pack || !method())
        return;
    Connection sketch = m_connection.value_or(Connection {});
    sketch.provider = m_pack->id;
    sketch.environment = environment();
    sketch.authMethod = method()->id;
    sketch.inputs = inputs();
    const Result<ResolvedProvider> resolved = resolveProvider(*m_pack, sketch);

    QString redirect;
    if (usesBrowser()) {
        RedirectMode mode
            = method()->redirectModeByEnvironment.value(environment(), method()->redirectMode);
        int port = method()->redirectPort;
        if (resolved) {
            mode = resolved->redirectMode;
            port = resolved->redirectPort;
        }
        if (mode == RedirectMode::Loopback) {
            redirect = port > 0 ? QStringLiteral("http://127.0.0.1:%1/callback").arg(port)
                                : QStringLiteral("http://127.0.0.1/callback");
            m_redirectCaption->setText(
                port > 0 ? tr("Redirect address to register at %1").arg(plainText(m_pack->name))
                         : tr("Redirect address to register at %1 (any port)")
                               .arg(plainText(m_pack->name)));
        } else if (resolved && resolved->redirectUri.contains(QStringLiteral("://"))) {
            redirect = resolved->redirectUri;
            m_redirectCaption->setText(
                tr("Redirect address to register at %1").arg(plainText(m_pack->name)));
        }
    }
    m_redirect->setText(redirect);
    m_redirectCaption->setVisible(!redirect.isEmpty());

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

Environment ConnectionForm::environment() const
{
    return m_pack && m_pack->hasTestEnvironment && m_testMode->isChecked()
        ? Environment::Test
        : Environment::Production;
}

const AuthMethod *ConnectionForm::method() const
{
    if (!m_pack)
        return nullptr;
    return m_pack->authMethod(m_method->currentData().toString());
}

bool ConnectionForm::usesBrowser() const
{
    return method() && method()->kind == AuthKind::AuthorizationCode;
}

QMap<QString, QString> ConnectionForm::inputs() const
{
    QMap<QString, QString> values;
    for (const InputFieldEditor *editor : m_fields) {
        if (!editor->field().secret && !editor->value().isEmpty())
            values.insert(editor->field().key, editor->value());
    }
    return values;
}

QMap<QString, SecretBytes> ConnectionForm::secrets() const
{
    QMap<QString, SecretBytes> values;
    for (const InputFieldEditor *editor : m_fields) {
        if (editor->field().secret && !editor->value().isEmpty())
            values.insert(editor->field().key, SecretBytes(editor->value().toUtf8()));
    }
    return values;
}

QStringList ConnectionForm::secretKeys() const
{
    QStringList keys = secrets().keys();
    if (m_connection && m_connection->hasSecret) {
        for (const InputFieldEditor *editor : m_fields) {
            if (editor->field().secret && !keys.contains(editor->field().key))
                keys.append(editor->field().key);
        }
    }
    return keys;
}

bool ConnectionForm::validate()
{
    if (!m_pack || !method())
        return false;
    QMap<QString, QString> problems;
    for (const InputProblem &problem :
         checkInputs(*m_pack, *method(), environment(), inputs(), secretKeys())) {
        problems.insert(problem.key,
                        problem.code == QLatin1StringView(code::missingInput)
                            ? tr("This is needed.")
                            : words::packText(problem.reason));
    }
    InputFieldEditor *first = nullptr;
    for (InputFieldEditor *editor : m_fields) {
        const InputField &field = editor->field();
        QString problem = problems.value(field.key);
        if (problem.isEmpty() && field.secret && !editor->value().isEmpty()
            && !matches(field, editor->value())) {
            problem = field.example.isEmpty()
                ? tr("This does not have the form that %1 uses.").arg(plainText(m_pack->name))
                : tr("This does not have the form that %1 uses, for example %2.")
                      .arg(plainText(m_pack->name), plainText(field.example));
        }
        editor->setProblem(problem);
        if (!problem.isEmpty() && !first)
            first = editor;
    }
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
    request.inputs = inputs();
    request.secrets = secrets();
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
    for (const InputFieldEditor *editor : m_fields) {
        const InputField &field = editor->field();
        if (!field.secret
            && editor->value() != m_connection->inputs.value(field.key, field.defaultValue))
            request.inputs.insert(field.key, editor->value());
    }
    request.secrets = secrets();
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
    if (!m_fields.isEmpty())
        m_fields.first()->takeFocus();
    else if (m_name)
        m_name->takeFocus();
}

} // namespace relink
