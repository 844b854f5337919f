// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/comparekeybox.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/resolve.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/credentialwords.h"
#include "words/words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

CompareKeyBox::CompareKeyBox(const Surroundings &surroundings, const Connection &connection,
                             QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_connection(connection)
    , m_field(new QComboBox)
    , m_value(new QLineEdit)
    , m_compare(new QPushButton(tr("Co&mpare")))
    , m_glyph(new StatusGlyph)
    , m_outcome(new TextLabel)
    , m_dates(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    m_field->setObjectName(QStringLiteral("compareFieldComboBox"));
    m_value->setObjectName(QStringLiteral("compareValueLineEdit"));
    m_compare->setObjectName(QStringLiteral("compareButton"));
    m_outcome->setObjectName(QStringLiteral("compareOutcomeLabel"));
    m_dates->setObjectName(QStringLiteral("compareDatesLabel"));
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    const AuthMethod *method = pack ? methodOf(*pack, connection) : nullptr;
    m_provider = plainText(pack ? pack->name : connection.provider, 60);
    if (method && connection.hasSecret)
        build(*method);
}

bool CompareKeyBox::hasFields() const
{
    return m_field->count() > 0;
}

void CompareKeyBox::build(const AuthMethod &method)
{
    for (const InputField &field : method.inputs) {
        // A private key is of many lines, and nobody compares those by hand.
        if (field.secret && field.key != method.assertion.keyInput)
            m_field->addItem(words::packText(field.label), field.key);
    }
    m_field->setVisible(m_field->count() > 1);
    m_field->setAccessibleName(tr("Which value"));
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText
                                 | Qt::ImhSensitiveData);
    m_value->setPlaceholderText(tr("Paste what %1 shows").arg(m_provider));
    m_value->setAccessibleName(tr("Value to compare"));
    m_compare->setAutoDefault(false);
    m_compare->setEnabled(false);

    auto *intro = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    intro->setText(tr("It is compared with the stored one on this computer. Neither is shown, and "
                      "what you paste is not kept."));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::control);
    row->addWidget(m_field);
    row->addWidget(m_value, 1);
    row->addWidget(m_compare);
    auto *outcome = new QHBoxLayout;
    outcome->setSpacing(metrics::control);
    outcome->addWidget(m_glyph, 0, Qt::AlignTop);
    outcome->addWidget(m_outcome, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(intro);
    layout->addLayout(row);
    layout->addLayout(outcome);
    layout->addWidget(m_dates);
    m_glyph->hide();
    m_outcome->hide();
    setFocusProxy(m_value);

    connect(m_value, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_compare->setEnabled(!text.isEmpty() && !m_running); });
    m_value->installEventFilter(this);
    connect(m_compare, &QPushButton::clicked, this, &CompareKeyBox::compare);
    readDates();
}

bool CompareKeyBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_value && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            compare();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CompareKeyBox::readDates()
{
    const QDateTime now = m_surroundings.clock.now();
    const QString setUp = m_connection.createdAt.isValid()
        ? tr("Set up here %1.").arg(words::when(m_connection.createdAt, now))
        : QString();
    m_dates->setText(setUp);
    HistoryQuery query;
    query.connection = m_connection.id;
    query.stage = HistoryStage::Local;
    whenDone(
        m_surroundings.manager.history(query), this,
        [this, setUp, now](const Result<QList<HistoryEvent>> &events) {
            if (!events)
                return;
            for (const HistoryEvent &event : *events) {
                if (event.kind != HistoryKind::Change
                    || event.action != QLatin1StringView("edit")) {
                    continue;
                }
                const QString edited
                    = tr("Its entries were last changed %1.").arg(words::when(event.time, now));
                m_dates->setText(QStringList {setUp, edited}.join(u' ').trimmed());
                return;
            }
        });
}

void CompareKeyBox::compare()
{
    if (m_running || m_value->text().isEmpty())
        return;
    m_running = true;
    m_compare->setEnabled(false);
    whenDone(m_surroundings.manager.compareSecret(m_connection.id,
                                                  m_field->currentData().toString(),
                                                  SecretBytes(m_value->text().toUtf8())),
             this, [this](const Result<SecretComparison> &result) {
                 m_running = false;
                 m_value->clear();
                 showOutcome(result);
             });
}

void CompareKeyBox::showOutcome(const Result<SecretComparison> &result)
{
    const bool same = result && result->outcome == SecretComparison::Outcome::Same;
    const QString text
        = result ? words::comparison(*result) : words::failure(result.error(), m_provider);
    m_glyph->setLight(same ? Light::Green
                          : result && result->outcome != SecretComparison::Outcome::NothingStored
                          ? Light::Red
                          : Light::Neutral,
                      text);
    m_outcome->setText(text);
    m_glyph->show();
    m_outcome->show();
}

} // namespace relink
