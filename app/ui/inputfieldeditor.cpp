// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inputfieldeditor.h"

#include "core/rules/credentiallint.h"
#include "core/rules/plaintext.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/credentialwords.h"
#include "words/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

InputFieldEditor::InputFieldEditor(InputField field, bool keep, QWidget *parent)
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
    QWidget *control = nullptr;
    if (!m_field.choices.isEmpty()) {
        m_choice = new QComboBox;
        if (!m_field.required && m_field.defaultValue.isEmpty())
            m_choice->addItem(tr("Automatic"), QString());
        for (const QString &choice : m_field.choices)
            m_choice->addItem(plainText(choice), choice);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_choice->setObjectName(m_field.key + QStringLiteral("ComboBox"));
        if (!m_field.defaultValue.isEmpty())
            setValue(m_field.defaultValue);
        control = m_choice;
        row->addWidget(m_choice);
        row->addStretch(1);
        connect(m_choice, &QComboBox::currentTextChanged, this, &InputFieldEditor::edited);
    } else {
        m_line = new QLineEdit;
        m_line->setObjectName(m_field.key + QStringLiteral("LineEdit"));
        if (keep && m_field.secret)
            m_line->setPlaceholderText(tr("Unchanged"));
        else if (!m_field.example.isEmpty())
            m_line->setPlaceholderText(tr("For example %1").arg(plainText(m_field.example)));
        m_line->setText(keep ? QString() : m_field.defaultValue);
        control = m_line;
        row->addWidget(m_line, 1);
        connect(m_line, &QLineEdit::textChanged, this, [this] {
            setProblem({});
            lint();
            Q_EMIT edited();
        });
    }
    control->setAccessibleName(label);
    control->setAccessibleDescription(words::packText(m_field.help));
    if (m_field.secret && m_line) {
        m_line->setEchoMode(QLineEdit::Password);
        m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText
                                    | Qt::ImhSensitiveData);
        m_show = new QPushButton(tr("Show"));
        m_show->setCheckable(true);
        m_show->setAutoDefault(false);
        m_show->setObjectName(m_field.key + QStringLiteral("ShowButton"));
        m_show->setAccessibleName(tr("Show: %1").arg(label));
        row->addWidget(m_show);
        connect(m_show, &QPushButton::toggled, this, [this](bool on) {
            m_line->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        });
    }
    layout->addLayout(row);

    m_lintRow = new QWidget;
    auto *lintLayout = new QHBoxLayout(m_lintRow);
    lintLayout->setContentsMargins(0, 0, 0, 0);
    lintLayout->setSpacing(metrics::control);
    m_lint = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Amber);
    m_lint->setObjectName(m_field.key + QStringLiteral("LintLabel"));
    m_clean = new QPushButton(tr("Clean"));
    m_clean->setObjectName(m_field.key + QStringLiteral("CleanButton"));
    m_clean->setAccessibleName(tr("Clean: %1").arg(label));
    m_clean->setAutoDefault(false);
    lintLayout->addWidget(m_lint, 1, Qt::AlignVCenter);
    lintLayout->addWidget(m_clean);
    layout->addWidget(m_lintRow);
    connect(m_clean, &QPushButton::clicked, this, &InputFieldEditor::clean);

    m_problem = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Red);
    m_problem->setObjectName(m_field.key + QStringLiteral("ProblemLabel"));
    layout->addWidget(m_problem);

    if (!m_field.help.isEmpty()) {
        auto *help = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
        help->setText(words::packText(m_field.help));
        layout->addWidget(help);
    }
    m_lintRow->hide();
    m_problem->hide();
    setFocusProxy(control);
}

QString InputFieldEditor::value() const
{
    return m_line ? m_line->text() : m_choice->currentData().toString();
}

void InputFieldEditor::setValue(const QString &value)
{
    if (m_line)
        m_line->setText(value);
    else
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(value)));
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
    if (m_line)
        m_line->setFocus();
    else
        m_choice->setFocus();
}

void InputFieldEditor::lint()
{
    const QString value = m_line->text();
    const QList<CredentialFinding> findings = lintInput(m_field, value);
    const bool found = !findings.isEmpty();
    m_lintRow->setVisible(found);
    m_lint->setText(found ? words::credentialFlaw(findings.first()) : QString());
    m_clean->setVisible(found && cleaned(value, findings) != value);
}

void InputFieldEditor::clean()
{
    const QString value = m_line->text();
    m_line->setText(cleaned(value, lintCredential(value)));
    m_line->setFocus();
}

} // namespace relink
