// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/formfields.h"

#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "ui/foldedsection.h"
#include "ui/inputfieldeditor.h"
#include "ui/metrics.h"
#include "words/words.h"

#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

bool matches(const InputField &field, const QString &value)
{
    if (field.pattern.isEmpty())
        return true;
    const QRegularExpression whole(QRegularExpression::anchoredPattern(field.pattern),
                                   QRegularExpression::DotMatchesEverythingOption);
    return whole.match(normalized(field, value)).hasMatch();
}

//! Settings that are right as they are for nearly everybody.
bool isForFew(const InputField &field)
{
    static const QStringList keys {QLatin1StringView(input::scope),
                                   QLatin1StringView(input::authorizationParameters),
                                   QLatin1StringView(input::redirectPort),
                                   QLatin1StringView(input::clientAuthentication),
                                   QLatin1StringView(input::revocationEndpoint),
                                   QLatin1StringView(input::probeUrl)};
    return !field.required && !field.secret && keys.contains(field.key);
}

void addStops(QList<QWidget *> &stops, QWidget *parent)
{
    for (QWidget *part : parent->findChildren<QWidget *>()) {
        if (part->focusPolicy() != Qt::NoFocus)
            stops.append(part);
    }
}

} // namespace

FormFields::FormFields(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout)
    , m_more(new FoldedSection(QStringLiteral("moreOptions"), tr("More options")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    m_layout->setSpacing(metrics::pane);
    m_more->content()->setSpacing(metrics::pane);
    layout->addLayout(m_layout);
    layout->addWidget(m_more);
    m_more->hide();
}

void FormFields::clear()
{
    qDeleteAll(m_fields);
    m_fields.clear();
    m_moreFields.clear();
    m_more->setOpen(false);
    m_more->hide();
}

void FormFields::show(std::shared_ptr<const ProviderPack> pack, const AuthMethod &method,
                      Environment environment, const Connection *former)
{
    QMap<QString, QString> typed;
    for (const InputFieldEditor *editor : m_fields)
        typed.insert(editor->field().key, editor->value());
    m_pack = std::move(pack);
    m_method = method;
    m_environment = environment;
    m_former = former ? std::optional(*former) : std::nullopt;
    qDeleteAll(m_fields);
    m_fields.clear();
    m_moreFields.clear();
    QList<InputField> fields = inputFields(*m_pack, m_method, environment);
    std::stable_partition(fields.begin(), fields.end(),
                          [](const InputField &field) { return !isForFew(field); });
    for (const InputField &field : fields)
        add(field, typed);
    m_more->setVisible(!m_moreFields.isEmpty());
    // A setting that somebody made is not hidden from them.
    for (const InputFieldEditor *editor : m_moreFields) {
        if (editor->value() != editor->field().defaultValue)
            m_more->setOpen(true);
    }
}

void FormFields::add(const InputField &field, const QMap<QString, QString> &typed)
{
    const bool few = isForFew(field);
    const bool key
        = field.secret && !field.key.isEmpty() && field.key == m_method.assertion.keyInput;
    auto *editor = new InputFieldEditor(field, m_former && m_former->hasSecret && field.secret,
                                        key ? InputFieldEditor::Shape::PrivateKey
                                            : InputFieldEditor::Shape::Line);
    editor->setEnvironment(m_pack->hasTestEnvironment ? std::optional(m_environment)
                                                      : std::nullopt);
    if (typed.contains(field.key))
        editor->setValue(typed.value(field.key));
    else if (m_former && m_former->inputs.contains(field.key))
        editor->setValue(m_former->inputs.value(field.key));
    (few ? m_more->content() : m_layout)->addWidget(editor);
    m_fields.append(editor);
    if (few)
        m_moreFields.append(editor);
    connect(editor, &InputFieldEditor::edited, this, &FormFields::edited);
}

QMap<QString, QString> FormFields::inputs() const
{
    QMap<QString, QString> values;
    for (const InputFieldEditor *editor : m_fields) {
        if (!editor->field().secret && !editor->value().isEmpty())
            values.insert(editor->field().key, editor->value());
    }
    return values;
}

QMap<QString, SecretBytes> FormFields::secrets() const
{
    QMap<QString, SecretBytes> values;
    for (const InputFieldEditor *editor : m_fields) {
        if (editor->field().secret && !editor->value().isEmpty())
            values.insert(editor->field().key, SecretBytes(editor->value().toUtf8()));
    }
    return values;
}

QStringList FormFields::secretKeys() const
{
    QStringList keys;
    const bool stored = m_former && m_former->hasSecret;
    for (const InputFieldEditor *editor : m_fields) {
        if (editor->field().secret && (stored || !editor->value().isEmpty()))
            keys.append(editor->field().key);
    }
    return keys;
}

QMap<QString, QString> FormFields::changedInputs(const Connection &former) const
{
    QMap<QString, QString> changed;
    for (const InputFieldEditor *editor : m_fields) {
        const InputField &field = editor->field();
        if (!field.secret && editor->value() != former.inputs.value(field.key, field.defaultValue))
            changed.insert(field.key, editor->value());
    }
    return changed;
}

InputFieldEditor *FormFields::firstProblem()
{
    QMap<QString, QString> problems;
    for (const InputProblem &problem :
         checkInputs(*m_pack, m_method, m_environment, inputs(), secretKeys())) {
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
        if (problem.isEmpty())
            continue;
        if (m_moreFields.contains(editor))
            m_more->setOpen(true);
        if (!first)
            first = editor;
    }
    return first;
}

void FormFields::takeFocus()
{
    if (!m_fields.isEmpty())
        m_fields.first()->takeFocus();
}

QList<QWidget *> FormFields::tabStops() const
{
    QList<QWidget *> stops;
    for (InputFieldEditor *editor : m_fields) {
        if (!m_moreFields.contains(editor))
            addStops(stops, editor);
    }
    addStops(stops, m_more);
    return stops;
}

} // namespace relink
