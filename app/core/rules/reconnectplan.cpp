// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnectplan.h"

#include <QSet>
#include <QStringBuilder>

#include <algorithm>

namespace relink {

namespace {

bool fits(const RecipeCause &cause, const Diagnosis &diagnosis, const PlanFacts &facts)
{
    return (cause.classes.isEmpty() || cause.classes.contains(diagnosis.errorClass))
        && (cause.causes.isEmpty() || cause.causes.contains(diagnosis.cause))
        && (cause.statuses.isEmpty() || cause.statuses.contains(facts.httpStatus.value_or(0)))
        && (cause.authKinds.isEmpty() || cause.authKinds.contains(facts.kind))
        && (!cause.alreadyRefreshed || facts.alreadyRefreshed);
}

const RecipeCause *causeFor(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe)
{
    for (const RecipeCause &cause : recipe.causes) {
        if (fits(cause, diagnosis, facts))
            return &cause;
    }
    return recipe.causes.isEmpty() ? nullptr : &recipe.causes.last();
}

//! What another product holds is neither looked at nor changed.
bool isOutOfReach(const Step &step, const PlanFacts &facts)
{
    return facts.kind == AuthKind::Delegated
        && (step.kind == StepKind::Check || step.kind == StepKind::Action);
}

bool isFor(const Step &step, const PlanFacts &facts)
{
    if (isOutOfReach(step, facts))
        return false;
    const auto isKnown = [&facts](const QString &fact) { return facts.known.contains(fact); };
    return (step.authKinds.isEmpty() || step.authKinds.contains(facts.kind))
        && (step.side == StepSide::This || facts.paired)
        && std::all_of(step.needs.begin(), step.needs.end(), isKnown)
        && std::none_of(step.lacks.begin(), step.lacks.end(), isKnown);
}

//! Puts the steps of a recipe after each other, each under an id of its own.
class Planner
{
public:
    Planner(const Recipe &planned, const PlanFacts &known)
        : recipe(planned)
        , facts(known)
    {}

    QList<Step> steps;

    void add(const QStringList &ids, const RecipeSection *section = nullptr)
    {
        QMap<QString, QString> renamed;
        for (const QString &id : ids) {
            const auto known = recipe.steps.constFind(id);
            if (known == recipe.steps.constEnd() || !isFor(*known, facts))
                continue;
            Step step = *known;
            if (taken.contains(id)) {
                step.id = QString(id % u'@' % (section ? section->id : QStringLiteral("end")));
                renamed.insert(id, step.id);
            }
            if (taken.contains(step.id))
                continue;
            taken.insert(step.id);
            if (section) {
                step.section = section->id;
                step.renews = section->renews;
                step.sectionWhen = section->when;
            }
            step.when.step = renamed.value(step.when.step, step.when.step);
            if (step.link.startsWith(u'{'))
                step.link = facts.known.value(step.link.mid(1, step.link.size() - 2));
            steps.append(step);
        }
    }

    void explain(const RecipeCause &cause)
    {
        for (Step &step : steps) {
            if (step.kind != StepKind::Explain)
                continue;
            step.rows += cause.rows;
            if (!cause.text.isEmpty())
                step.text = cause.text;
            step.source = step.rows.join(QStringLiteral(", "));
            return;
        }
    }

    bool hasAny(const RecipeSection &section) const
    {
        return std::any_of(section.steps.begin(), section.steps.end(), [this](const QString &id) {
            return recipe.steps.contains(id) && isFor(recipe.steps[id], facts);
        });
    }

private:
    const Recipe &recipe;
    const PlanFacts &facts;
    QSet<QString> taken;
};

//! Sections that have anything to do here; right after a new grant those alone that bring none.
QList<const RecipeSection *> sectionsOf(const RecipeCause &cause, const Recipe &recipe,
                                        const Planner &planner, bool alreadyRefreshed)
{
    QList<const RecipeSection *> sections;
    for (const QString &id : cause.sections) {
        const RecipeSection *section = recipe.section(id);
        if (section && planner.hasAny(*section))
            sections.append(section);
    }
    const auto renews = [](const RecipeSection *section) { return section->renews; };
    if (alreadyRefreshed && !std::all_of(sections.begin(), sections.end(), renews))
        sections.removeIf(renews);
    return sections;
}

} // namespace

ReconnectPlan planReconnect(const Diagnosis &diagnosis, const PlanFacts &facts,
                            const Recipe &recipe)
{
    ReconnectPlan plan;
    plan.recipe = recipe.id;
    plan.errorClass = diagnosis.errorClass;
    plan.alreadyRefreshed = facts.alreadyRefreshed;
    const RecipeCause *cause = causeFor(diagnosis, facts, recipe);
    if (!cause)
        return plan;
    plan.cause = cause->id;
    plan.also = cause->also;
    Planner planner(recipe, facts);
    planner.add(recipe.opening);
    planner.explain(*cause);
    planner.add(cause->opening);
    for (const RecipeSection *section :
         sectionsOf(*cause, recipe, planner, facts.alreadyRefreshed)) {
        planner.add(section->steps, section);
        planner.add(section->endsWith.isEmpty() ? recipe.endsWith : section->endsWith, section);
    }
    planner.add(recipe.closing);
    plan.steps = planner.steps;
    return plan;
}

} // namespace relink
