// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizardstage.h"

#include "core/rules/reconnect.h"

#include <QAction>
#include <QApplication>

namespace relink::test {

using namespace Qt::StringLiterals;

WizardStage::WizardStage()
{
    id = acme.addRed();
    const Connection connection = acme.fixture.row(id);
    progress.connection = id;
    progress.plan.recipe = u"generic"_s;
    progress.plan.errorClass = connection.state.diagnosis->errorClass;
    progress.startedAt = acme.fixture.fakes.clock.now();
}

Step WizardStage::step(const QString &id, StepKind kind, const QString &section)
{
    Step step;
    step.id = id;
    step.kind = kind;
    step.section = section;
    step.title = u"Title of "_s + id;
    step.text = u"Do what is to be done in this step, and read all of it."_s;
    if (kind == StepKind::Action) {
        step.action = StepAction::Refresh;
        step.button = u"Renew the access"_s;
    }
    return step;
}

QList<Step> WizardStage::everyKind()
{
    QList<Step> steps;
    steps.append(step(u"explain"_s, StepKind::Explain));
    Step question = step(u"changed"_s, StepKind::Question);
    question.optional = true;
    question.options = {{u"yes"_s, u"Yes, somebody changed the roles"_s, {}, {}, false, false},
                        {u"no"_s, u"No, nobody did"_s, {}, {}, false, false}};
    steps.append(question);
    Step external = step(u"external"_s, StepKind::External, u"sign_in"_s);
    external.menuPath = u"Connect > Order Sources > Edit > Update"_s;
    external.link = u"https://www.example.com/settings"_s;
    external.developer = true;
    external.text = u"An access token has to be made anew."_s;
    external.rows = {u"MIN-21"_s};
    external.tools
        = {StepTool::AdministratorMessage, StepTool::DeveloperMessage, StepTool::ScopeTable};
    steps.append(external);
    steps.append(step(u"action"_s, StepKind::Action, u"sign_in"_s));
    steps.append(step(u"verify"_s, StepKind::Verify, u"sign_in"_s));
    Step proof = step(u"proof"_s, StepKind::Question, u"sign_in"_s);
    proof.options = {{u"worked"_s, u"The order has arrived"_s, {}, {}, false, false},
                     {u"failed"_s, u"It has not arrived"_s, {}, {}, true, false}};
    steps.append(proof);
    steps.append(step(u"later"_s, StepKind::External, u"anew"_s));
    steps.append(step(u"verify@anew"_s, StepKind::Verify, u"anew"_s));
    steps.append(step(u"support"_s, StepKind::Support));
    return steps;
}

QWidget *WizardStage::open(const QString &stepId)
{
    for (int i = 0; i < progress.plan.steps.size(); ++i) {
        if (progress.plan.steps.at(i).id == stepId)
            progress.current = i;
    }
    (void)acme.fixture.fakes.progress.save(progress);
    acme.open();
    child<QAction>(acme.window.get(), "reconnectAction")->trigger();
    QWidget *wizard = awaitDialog("reconnectWizard");
    if (wizard) {
        QApplication::setActiveWindow(wizard);
        for (int i = 0; i < 5; ++i) // until rows of buttons are laid out
            QCoreApplication::processEvents();
    }
    return wizard;
}

ReconnectProgress WizardStage::stored() const
{
    return acme.fixture.fakes.progress.stored.value(id);
}

QString WizardStage::place() const
{
    const ReconnectProgress now = stored();
    const Step *step = currentStep(now);
    return step ? step->id : QString();
}

QString WizardStage::primary(const QWidget *wizard)
{
    return AcmeWindow::text(wizard, "reconnectPrimaryButton");
}

QSet<QWidget *> reachedByTab(QWidget *window)
{
    QSet<QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        QWidget *focused = window->focusWidget();
        if (!focused || reached.contains(focused))
            break;
        reached.insert(focused);
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    return reached;
}

} // namespace relink::test
