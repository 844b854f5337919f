// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/steptools.h"

#include "core/ports/clock.h"
#include "core/rules/reconnect.h"
#include "core/rules/scopedrift.h"
#include "services/reconnectsession.h"
#include "ui/comparekeybox.h"
#include "ui/metrics.h"
#include "ui/readymessage.h"
#include "ui/scopetable.h"
#include "ui/testmodetable.h"
#include "ui/waitbox.h"
#include "words/readymessages.h"

#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int waitSeconds = 5 * 60;

//! The last thing that was done before this step: from then on it is waited. It is stored, so that
//! leaving and coming back does not begin anew.
QDateTime begunAt(const ReconnectProgress &progress, const Step &step)
{
    QDateTime latest = progress.startedAt;
    for (const Step &other : progress.plan.steps) {
        if (other.id == step.id)
            break;
        const QDateTime at = recordOf(progress, other.id).at;
        if (at.isValid() && (!latest.isValid() || latest < at))
            latest = at;
    }
    return latest;
}

} // namespace

StepTools::StepTools(const StepScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void StepTools::clear()
{
    m_shown.clear();
    delete m_tools;
    m_tools = nullptr;
    hide();
}

void StepTools::show(const Step &step)
{
    const StepStatus status = m_scene.session.record(step.id).status;
    const bool open = status == StepStatus::Open || status == StepStatus::Failed;
    const QString wanted = step.id + (open ? QStringLiteral(" open") : QString());
    if (m_shown == wanted)
        return;
    clear();
    m_shown = wanted;
    m_tools = new QWidget;
    auto *list = new QVBoxLayout(m_tools);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(metrics::group);
    for (const StepTool tool : step.tools) {
        if (tool == StepTool::Wait && !open)
            continue;
        if (QWidget *made = make(tool, step))
            list->addWidget(made);
    }
    const bool any = list->count() > 0;
    layout()->addWidget(m_tools);
    setVisible(any);
}

QWidget *StepTools::make(StepTool tool, const Step &step)
{
    const auto pack = m_scene.pack(step);
    switch (tool) {
    case StepTool::AdministratorMessage:
    case StepTool::DeveloperMessage:
        return makeMessage(tool, step);
    case StepTool::ScopeTable:
        return pack ? new ScopeTable(*pack, m_scene.about(step)) : nullptr;
    case StepTool::Wait:
        return makeWait(step);
    case StepTool::CompareKey:
        return new CompareKeyBox(m_scene.surroundings, m_scene.about(step));
    case StepTool::TestModeTable:
        return makeTestModeTable(step);
    }
    Q_UNREACHABLE();
}

QWidget *StepTools::makeMessage(StepTool tool, const Step &step)
{
    const Connection connection = m_scene.about(step);
    words::MessageMatter matter;
    matter.values = m_scene.session.values();
    matter.values.insert(QStringLiteral("provider"), m_scene.provider(step));
    matter.values.insert(QStringLiteral("connection"), connection.name);
    matter.values.insert(QStringLiteral("organisation"), connection.organisation.name);
    matter.values.insert(QStringLiteral("account"), connection.identity);
    matter.task = m_scene.filled(step.text.isEmpty() ? step.title : step.text);
    matter.menuPath = m_scene.filled(step.menuPath);
    matter.link = step.link;
    if (const auto pack = m_scene.pack(step))
        matter.permissions = missingScopes(*pack, connection);
    matter.error = m_scene.session.error();
    matter.since = connection.state.since;
    matter.now = m_scene.surroundings.clock.now();
    if (tool == StepTool::AdministratorMessage) {
        return new ReadyMessage(QStringLiteral("administratorMessage"),
                                tr("A message to your administrator, ready to send"),
                                words::messageToAdministrator(matter));
    }
    return new ReadyMessage(QStringLiteral("developerMessage"),
                            tr("A message to whoever built your integration, ready to send"),
                            words::messageToDeveloper(matter));
}

QWidget *StepTools::makeTestModeTable(const Step &step)
{
    const auto pack = m_scene.pack(step);
    const Connection connection = m_scene.about(step);
    const AuthMethod *method = pack ? pack->authMethod(connection.authMethod) : nullptr;
    if (!method)
        return nullptr;
    auto *table = new TestModeTable;
    // The switch is then the other product's, and nothing here tells how it stands.
    if (!pack->hasTestEnvironment)
        return table;
    table->setMethod(*method);
    table->setCase(connection.credentialEnvironment, connection.environment);
    return table;
}

QWidget *StepTools::makeWait(const Step &step)
{
    auto *wait = new WaitBox(m_scene.surroundings,
                             begunAt(m_scene.session.progress(), step).addSecs(waitSeconds));
    connect(wait, &WaitBox::over, this, &StepTools::waitedLongEnough);
    return wait;
}

} // namespace relink
