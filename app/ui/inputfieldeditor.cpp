// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inputfieldeditor.h"

#include "core/rules/credentiallint.h"
#include "core/rules/plaintext.h"
#include "core/rules/privatekeylint.h"
#include "ui/copiedcharacters.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/credentialwords.h"
#include "words/words.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

InputFieldEditor::InputFieldEditor(InputField field, bool keep, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);

    const QString label = words::packText(m_field.label);
    auto *caption = new TextLabel;
    caption->setStrong(true);
    caption->setText(m_field.required || keep ? label : tr("%1 (optional)").arg(label));
    layout->addWidget(caption);

    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::control);
    QWidget *control = !m_field.choices.isEmpty() ? makeChoice()
        : shape == Shape::PrivateKey              ? makeKey(keep)
                                                  : makeLine(keep);
    row->addWidget(control, m_choice ? 0 : 1);
    if (m_choice)
        row->addStretch(1);
    if (m_masked)
        row->addWidget(m_masked, 1);
    control->setAccessibleName(label);
    control->setAccessibleDescription(words::packText(m_field.help));
    if (m_field.secret && !m_choice) {
        makeShowButton(label);
        row->addWidget(m_show, 0, Qt::AlignTop);
    }
    layout->addLayout(row);

    m_copied = new CopiedCharacters(m_field.key, label);
    layout->addWidget(m_copied);
    connect(m_copied, &CopiedCharacters::cleanRequested, this, &InputFieldEditor::clean);
    connect(m_copied, &CopiedCharacters::goThere, this,
            [this](const CredentialFinding &finding) { goTo(finding.position, finding.length); });

    m_problem = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Red);
    m_problem->setObjectName(m_field.key + QStringLiteral("ProblemLabel"));
    layout->addWidget(m_problem);

    if (!m_field.help.isEmpty()) {
        auto *help = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
        help->setText(words::packText(m_field.help));
        layout->addWidget(help);
    }
    m_problem->hide();
    setFocusProxy(control);
    updateMask();
}

QWidget *InputFieldEditor::makeChoice()
{
    m_choice = new QComboBox;
    if (!m_field.required && m_field.defaultValue.isEmpty())
        m_choice->addItem(tr("Automatic"), QString());
    for (const QString &choice : m_field.choices) {
        const QString label = words::packText(m_field.choiceLabels.value(choice));
        m_choice->addItem(label.isEmpty() ? plainText(choice) : label, choice);
    }
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setObjectName(m_field.key + QStringLiteral("ComboBox"));
    if (!m_field.defaultValue.isEmpty())
        setValue(m_field.defaultValue);
    connect(m_choice, &QComboBox::currentTextChanged, this, &InputFieldEditor::edited);
    return m_choice;
}

QWidget *InputFieldEditor::makeLine(bool keep)
{
    m_line = new QLineEdit;
    m_line->setObjectName(m_field.key + QStringLiteral("LineEdit"));
    if (keep && m_field.secret)
        m_line->setPlaceholderText(tr("Unchanged"));
    else if (!m_field.example.isEmpty())
        m_line->setPlaceholderText(tr("For example %1").arg(plainText(m_field.example)));
    m_line->setText(keep ? QString() : m_field.defaultValue);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        m_copied->forgetRemoved();
        lint();
        Q_EMIT edited();
    });
    return m_line;
}

QWidget *InputFieldEditor::makeKey(bool keep)
{
    m_key = new QPlainTextEdit;
    m_key->setObjectName(m_field.key + QStringLiteral("TextEdit"));
    m_key->setTabChangesFocus(true);
    m_key->setPlaceholderText(keep ? tr("Unchanged")
                                   : tr("Paste the whole key, from its BEGIN to its END line"));
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_key->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_key->setFixedHeight(4 * m_key->fontMetrics().lineSpacing() + 2 * metrics::control);
    m_key->viewport()->setAutoFillBackground(false); // the field behind has round corners
    m_masked = new TextLabel;
    m_masked->setObjectName(m_field.key + QStringLiteral("MaskedLabel"));
    connect(m_key, &QPlainTextEdit::textChanged, this, [this] {
        setProblem({});
        lint();
        updateMask();
        Q_EMIT edited();
    });
    return m_key;
}

void InputFieldEditor::makeShowButton(const QString &label)
{
    m_show = new QPushButton(tr("Show"));
    m_show->setCheckable(true);
    m_show->setAutoDefault(false);
    m_show->setObjectName(m_field.key + QStringLiteral("ShowButton"));
    m_show->setAccessibleName(tr("Show: %1").arg(label));
    connect(m_show, &QPushButton::toggled, this, &InputFieldEditor::updateMask);
}

void InputFieldEditor::updateMask()
{
    if (!m_show)
        return;
    if (m_line) {
        m_line->setEchoMode(m_show->isChecked() ? QLineEdit::Normal : QLineEdit::Password);
        m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText
                                    | Qt::ImhSensitiveData);
        return;
    }
    // There is no masked text of many lines: what is complete gives way to a word about it.
    const QString text = m_key->toPlainText();
    const bool complete = !text.isEmpty() && !lintPrivateKey(text);
    const bool masked = complete && !m_show->isChecked();
    const bool hadFocus = m_key->hasFocus();
    m_show->setVisible(complete);
    m_key->setVisible(!masked);
    m_masked->setVisible(masked);
    m_masked->setText(masked ? tr("Private key, %1 lines").arg(text.trimmed().count(u'\n') + 1)
                             : QString());
    if (masked && hadFocus)
        m_show->setFocus();
}

void InputFieldEditor::setEnvironment(std::optional<Environment> environment)
{
    m_environment = environment;
    lint();
}

QString InputFieldEditor::value() const
{
    if (m_key)
        return m_key->toPlainText();
    return m_line ? m_line->text() : m_choice->currentData().toString();
}

void InputFieldEditor::setValue(const QString &value)
{
    if (m_key)
        m_key->setPlainText(value);
    else if (m_line)
        m_line->setText(value);
    else
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(value)));
}

void InputFieldEditor::setPlaceholder(const QString &text)
{
    if (m_line)
        m_line->setPlaceholderText(text);
}

void InputFieldEditor::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

bool InputFieldEditor::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

void InputFieldEditor::takeFocus()
{
    if (m_key)
        (m_key->isHidden() ? static_cast<QWidget *>(m_show) : m_key)->setFocus();
    else if (m_line)
        m_line->setFocus();
    else
        m_choice->setFocus();
}

void InputFieldEditor::lint()
{
    const QString value = this->value();
    // Nobody types two letters at once.
    const bool pasted = value.size() - m_lengthBefore > 1;
    m_lengthBefore = value.size();
    QString text;
    if (m_key) {
        const auto flaw = value.isEmpty() ? std::nullopt : lintPrivateKey(value);
        text = flaw ? words::privateKeyFlaw(*flaw) : QString();
    } else if (m_line) {
        if (const auto findings = lintInput(m_field, value); !findings.isEmpty())
            return m_copied->showFindings(findings, pasted);
    }
    const auto looks = looksMadeFor(m_field, value);
    if (text.isEmpty() && m_environment && looks && *looks != *m_environment)
        text = words::otherEnvironment(*looks);
    m_copied->showSentence(text);
}

void InputFieldEditor::clean()
{
    const QString value = m_line->text();
    QList<CredentialFinding> removed;
    for (const CredentialFinding &finding : lintCredential(value)) {
        if (finding.removable)
            removed.append(finding);
    }
    m_line->setText(cleaned(value, removed));
    m_line->setFocus();
    m_copied->showRemoved(removed);
}

void InputFieldEditor::goTo(qsizetype position, qsizetype length)
{
    m_line->setFocus();
    m_line->setSelection(int(position), int(length));
}

} // namespace relink
