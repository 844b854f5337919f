// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/testmodetable.h"

#include "core/rules/plaintext.h"
#include "core/rules/testmode.h"
#include "ui/card.h"
#include "ui/metrics.h"
#include "ui/testmodecell.h"
#include "ui/textlabel.h"
#include "words/credentialwords.h"

#include <QGridLayout>
#include <QLocale>

namespace relink {

namespace {

constexpr Environment credentials[] = {Environment::Test, Environment::Production};
constexpr Environment modes[] = {Environment::Test, Environment::Production};

TextLabel *head(const QString &text)
{
    auto *label = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    label->setText(text);
    return label;
}

//! How the keys of one environment begin: "sk_test_ or rk_test_".
QString beginnings(const AuthMethod &method, Environment environment)
{
    QStringList found;
    for (const InputField &field : method.inputs) {
        for (auto it = field.shapes.begin(); it != field.shapes.end(); ++it) {
            if (it.value() == environment && !found.contains(it.key()))
                found.append(plainText(it.key(), 30));
        }
    }
    return found.join(QStringLiteral(", "));
}

} // namespace

TestModeTable::TestModeTable(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(TextLabel::Size::Small))
    , m_beginnings(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    m_sentence->setObjectName(QStringLiteral("testModeSentenceLabel"));
    m_beginnings->setObjectName(QStringLiteral("testModeBeginningsLabel"));
    setAccessibleName(tr("Test Mode and credential"));

    auto *card = new Card;
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(metrics::group, metrics::control, metrics::group, metrics::control);
    grid->setHorizontalSpacing(metrics::control);
    grid->setVerticalSpacing(4);
    grid->addWidget(head(tr("Test Mode on")), 0, 1);
    grid->addWidget(head(tr("Test Mode off")), 0, 2);
    grid->addWidget(head(tr("Credential for tests")), 1, 0);
    grid->addWidget(head(tr("Credential for live use")), 2, 0);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 2; ++column) {
            const bool connects
                = predictTestMode(credentials[row], modes[column]) == TestModeOutcome::Connects;
            auto *cell = new TestModeCell(connects);
            cell->setObjectName(QStringLiteral("testModeCell%1").arg(2 * row + column + 1));
            m_cells[std::size_t(2 * row + column)] = cell;
            grid->addWidget(cell, row + 1, column + 1);
        }
    }
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(card);
    layout->addWidget(m_sentence);
    layout->addWidget(m_beginnings);
    m_sentence->hide();
    m_beginnings->hide();
}

void TestModeTable::setMethod(const AuthMethod &method)
{
    QStringList lines;
    if (const QString test = beginnings(method, Environment::Test); !test.isEmpty())
        lines.append(tr("Those for tests begin with: %1").arg(test));
    if (const QString live = beginnings(method, Environment::Production); !live.isEmpty())
        lines.append(tr("Those for live use begin with: %1").arg(live));
    m_beginnings->setText(lines.join(u'\n'));
    m_beginnings->setVisible(!lines.isEmpty());
}

void TestModeTable::setCase(std::optional<Environment> credential, Environment testMode)
{
    for (std::size_t row = 0; row < 2; ++row) {
        for (std::size_t column = 0; column < 2; ++column) {
            const bool here
                = modes[column] == testMode && (!credential || *credential == credentials[row]);
            m_cells[2 * row + column]->setMarked(here);
        }
    }
    describe(credential, testMode);
}

void TestModeTable::describe(std::optional<Environment> credential, Environment testMode)
{
    const bool on = testMode == Environment::Test;
    QString text;
    TextLabel::Tone tone = TextLabel::Tone::Normal;
    switch (predictTestMode(credential, testMode)) {
    case TestModeOutcome::Connects:
        text = on ? tr("Test Mode is on, and this credential is for tests: they match.")
                  : tr("Test Mode is off, and this credential is for live use: they match.");
        break;
    case TestModeOutcome::Fails:
        text = words::otherEnvironment(*credential);
        tone = TextLabel::Tone::Amber;
        break;
    case TestModeOutcome::Unknown:
        text = on ? tr("Test Mode is on: only a credential for tests connects.")
                  : tr("Test Mode is off: only a credential for live use connects.");
        break;
    }
    m_sentence->setText(text);
    m_sentence->setTone(tone);
    m_sentence->show();
    setAccessibleDescription(text);
}

} // namespace relink
