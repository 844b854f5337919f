// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizardscreens.h"

#include "core/rules/reconnect.h"
#include "services/recipes.h"
#include "services/stepvalues.h"
#include "ui/reconnectwizard.h"
#include "ui/stage.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! A red connection as the recipe is for, and its partner.
Connection prepared(Stage &stage, const Recipe &recipe, ErrorClass errorClass)
{
    Connection &row = stage.row(u"Warehouse"_s);
    row.provider = recipe.providers.value(0, recipe.vias.isEmpty() ? u"ebay"_s : u"xero"_s);
    row.via = recipe.vias.value(0);
    const auto pack = stage.manager().catalogue().pack(row.provider);
    if (pack && !pack->authMethods.isEmpty())
        row.authMethod = pack->authMethods.first().id;
    Stage::makeRed(row, errorClass, 401, u"invalid_token"_s, u"The token is not known here"_s);
    for (int i = 0; i < 30; ++i)
        stage.ports.probe.answers.append(HttpAnswer {200, {}, "{}"});
    return row;
}

ReconnectProgress begun(Stage &stage, const Connection &connection, const Recipe &recipe,
                        const RecipeCause &cause)
{
    const auto pack = stage.manager().catalogue().pack(connection.provider);
    Diagnosis diagnosis = *connection.state.diagnosis;
    diagnosis.cause = cause.causes.value(0);
    PlanFacts facts;
    facts.paired = true;
    facts.alreadyRefreshed = cause.alreadyRefreshed;
    facts.kind = cause.authKinds.value(0, AuthKind::AuthorizationCode);
    if (!cause.statuses.isEmpty())
        facts.httpStatus = cause.statuses.first();
    facts.known = stepValues(connection, pack.get());
    ReconnectProgress progress;
    progress.connection = connection.id;
    progress.plan = planReconnect(diagnosis, facts, recipe);
    progress.plan.alreadyRefreshed = false; // as the connection is: else it would begin anew
    progress.startedAt = Stage::now().addSecs(-60);
    for (const Step &step : progress.plan.steps) {
        // Questions of the opening choose the sections: the first answer of each.
        if (step.kind == StepKind::Question && step.section.isEmpty() && !step.options.isEmpty()) {
            StepRecord answered;
            answered.status = StepStatus::Done;
            answered.at = Stage::now().addSecs(-30);
            answered.answer = step.options.first().id;
            progress.records.insert(step.id, answered);
        }
    }
    return progress;
}

} // namespace

void drawWizardPages(const std::function<void(QWidget *, const QString &)> &shot)
{
    for (const Recipe &recipe : allRecipes()) {
        QSet<QString> drawn;
        for (const RecipeCause &cause : recipe.causes) {
            const ErrorClass errorClass = cause.classes.value(0, ErrorClass::Unknown);
            Stage planned;
            (void)planned.surroundings();
            const Connection red = prepared(planned, recipe, errorClass);
            const ReconnectProgress plan = begun(planned, red, recipe, cause);
            for (int i = 0; i < plan.plan.steps.size(); ++i) {
                const QString id = plan.plan.steps.at(i).id.section(u'@', 0, 0);
                if (drawn.contains(id))
                    continue;
                drawn.insert(id);
                Stage stage;
                const Connection connection = prepared(stage, recipe, errorClass);
                ReconnectProgress progress = plan;
                progress.current = i;
                (void)stage.ports.progress.save(progress);
                const Surroundings surroundings = stage.surroundings();
                (void)stage.manager().pair(connection.id, {u"shopify1"_s}, {});
                (void)stage.manager().pair(connection.id, {u"xero1"_s}, {});
                auto *wizard = new ReconnectWizard(surroundings, connection, {});
                wizard->show();
                QTest::qWait(60);
                shot(wizard,
                     u"wizard-%1-%2-%3"_s.arg(recipe.id)
                         .arg(drawn.size(), 2, 10, QLatin1Char('0'))
                         .arg(id));
                wizard->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
    }
}

} // namespace relink::test
