// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/testmodebox.h"

#include "core/rules/unconfirmed.h"
#include "ui/look.h"
#include "ui/testmodetable.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

//! Who signs in in the browser has no key that could be for the other mode.
bool hasKeys(const AuthMethod &way)
{
    return isEntered(way.kind)
        || std::any_of(way.inputs.begin(), way.inputs.end(),
                       [](const InputField &field) { return !field.shapes.isEmpty(); });
}

} // namespace

TestModeBox::TestModeBox(QWidget *parent)
    : QWidget(parent)
    , m_switch(new QCheckBox(tr("&Test Mode")))
    , m_note(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_table(new TestModeTable)
{
    m_switch->setObjectName(QStringLiteral("testModeCheckBox"));
    m_switch->setAccessibleDescription(
        tr("For keys of the provider’s test environment; live keys do not work with it"));
    makeSwitch(m_switch);
    m_note->setObjectName(QStringLiteral("testNoteLabel"));
    m_table->setObjectName(QStringLiteral("testModeTable"));
    m_table->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_switch);
    layout->addWidget(m_note);
    layout->addWidget(m_table);
    connect(m_switch, &QCheckBox::toggled, this, &TestModeBox::toggled);
}

void TestModeBox::setPack(const ProviderPack &pack, Environment environment)
{
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(pack.hasTestEnvironment && environment == Environment::Test);
    QStringList about {words::packText(pack.testEnvironmentNote)};
    if (unconfirmedIn(pack).testEnvironment)
        about.append(tr("Whether Test Mode works here is not confirmed."));
    m_note->setText(about.join(u' ').trimmed());
    m_note->setVisible(!m_note->text().isEmpty());
    setVisible(pack.hasTestEnvironment);
}

Environment TestModeBox::environment() const
{
    return m_switch->isChecked() ? Environment::Test : Environment::Production;
}

void TestModeBox::predict(const AuthMethod &way, std::optional<Environment> credential)
{
    m_table->setVisible(hasKeys(way));
    m_table->setMethod(way);
    m_table->setCase(credential, environment());
}

} // namespace relink
