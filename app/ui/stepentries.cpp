// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stepentries.h"

#include "core/ports/clock.h"
#include "core/rules/reconnect.h"
#include "core/rules/triedsteps.h"
#include "services/recipes.h"
#include "services/reconnectsession.h"
#include "ui/stepscene.h"
#include "ui/verifypage.h"
#include "words/stepwords.h"

#include <algorithm>

namespace relink {

namespace {

QString sectionTitle(const StepScene &scene, const QString &section)
{
    for (const Recipe &recipe : allRecipes()) {
        if (recipe.id != scene.session.progress().plan.recipe)
            continue;
        if (const RecipeSection *known = recipe.section(section))
            return scene.filled(known->title);
    }
    return {};
}

//! The section to show step by step: the current one, else the first still to come.
QString openSection(const ReconnectProgress &progress)
{
    const QList<Step> &steps = progress.plan.steps;
    for (qsizetype i = progress.current; i < steps.size(); ++i) {
        if (!steps.at(i).section.isEmpty() && !isLeftOut(progress, steps.at(i)))
            return steps.at(i).section;
    }
    for (qsizetype i = std::min<qsizetype>(progress.current, steps.size()) - 1; i >= 0; --i) {
        if (!steps.at(i).section.isEmpty() && !isLeftOut(progress, steps.at(i)))
            return steps.at(i).section;
    }
    return {};
}

bool isVerification(const ReconnectProgress &progress, const QString &id)
{
    const QList<Step> &steps = progress.plan.steps;
    return std::any_of(steps.begin(), steps.end(), [&id](const Step &step) {
        return step.id == id && step.kind == StepKind::Verify;
    });
}

//! The engine leaves a verification ahead out until something was done, and the proof until that
//! has passed; people are told of both beforehand.
bool isShown(const ReconnectProgress &progress, qsizetype index, const QString &open)
{
    const Step &step = progress.plan.steps.at(index);
    if (!isLeftOut(progress, step))
        return true;
    const bool verifies = step.kind == StepKind::Verify;
    const bool proves = step.when.answers.isEmpty() && isVerification(progress, step.when.step)
        && recordOf(progress, step.when.step).status != StepStatus::Failed;
    return (verifies || proves) && step.section == open && index > progress.current;
}

class Entries
{
public:
    explicit Entries(const StepScene &drawn)
        : scene(drawn)
        , progress(drawn.session.progress())
        , open(openSection(progress))
    {}

    QList<StepList::Entry> make()
    {
        const QList<Step> &steps = progress.plan.steps;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Step &step = steps.at(i);
            const bool begins
                = !step.section.isEmpty() && (i == 0 || steps.at(i - 1).section != step.section);
            if (begins)
                addSection(step.section);
            if (step.kind == StepKind::Support && i > progress.current)
                addLastResort(step);
            else if (step.section.isEmpty() || step.section == open)
                addStep(i);
            else if (!isLeftOut(progress, step) && i < progress.current)
                ++number;
        }
        return entries;
    }

private:
    void addStep(qsizetype index)
    {
        if (!isShown(progress, index, open))
            return;
        const Step &step = progress.plan.steps.at(index);
        const bool current = index == progress.current;
        const StepRecord record = scene.session.record(step.id);
        StepList::Entry entry;
        entry.title = scene.title(step);
        entry.status = shownStatus(step, record);
        entry.current = current;
        entry.unverified = step.kind == StepKind::Verify && VerifyPage::isUnverified(record);
        entry.number = ++number;
        if (entry.unverified)
            entry.state = StepList::tr("not verified");
        else if (current && record.status == StepStatus::Open)
            entry.state = StepList::tr("now");
        else {
            StepRecord shown = record;
            shown.status = entry.status;
            entry.state = words::stepState(shown, scene.surroundings.clock.now());
        }
        entries.append(entry);
    }

    void addLastResort(const Step &step)
    {
        if (isLeftOut(progress, step))
            return;
        StepList::Entry entry;
        entry.title = scene.title(step);
        entry.folded = true;
        entry.state = StepList::tr("only if needed");
        entries.append(entry);
    }

    void addSection(const QString &section)
    {
        StepList::Entry entry;
        entry.title = sectionTitle(scene, section);
        const QList<Step> &steps = progress.plan.steps;
        bool needed = false;
        bool behind = true;
        bool tried = false;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Step &step = steps.at(i);
            if (step.section != section)
                continue;
            const StepStatus status = recordOf(progress, step.id).status;
            needed = needed || !isLeftOut(progress, step);
            behind = behind && i < progress.current;
            // An answer tries nothing.
            tried = tried
                || (step.options.isEmpty()
                    && (status == StepStatus::Done || status == StepStatus::Failed));
        }
        if (entry.title.isEmpty() || !needed)
            return;
        if (section == open) {
            entry.heading = true;
        } else {
            entry.folded = true;
            tellSection(entry, behind, tried);
        }
        entries.append(entry);
    }

    //! Nothing follows a section that helped, so one that is behind did not.
    static void tellSection(StepList::Entry &entry, bool behind, bool tried)
    {
        if (!behind) {
            entry.state = StepList::tr("only if needed");
        } else if (!tried) {
            entry.status = StepStatus::Skipped;
            StepRecord skipped;
            skipped.status = StepStatus::Skipped;
            entry.state = words::stepState(skipped, {});
        } else {
            entry.status = StepStatus::Failed;
            entry.state = StepList::tr("did not help");
        }
    }

    const StepScene &scene;
    const ReconnectProgress &progress;
    QString open;
    QList<StepList::Entry> entries;
    int number = 0;
};

} // namespace

StepPlace stepPlaceOf(const ReconnectProgress &progress)
{
    const QList<Step> &steps = progress.plan.steps;
    const QString open = openSection(progress);
    StepPlace place {0, 0};
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Step &step = steps.at(i);
        const bool current = i == progress.current;
        const bool later = i > progress.current && step.section != open
            && !(step.section.isEmpty() && step.kind != StepKind::Support);
        if (later || !isShown(progress, i, open))
            continue;
        ++place.count;
        if (i < progress.current || current)
            ++place.number;
    }
    place.count = std::max(place.count, 1);
    place.number = std::clamp(place.number, 1, place.count);
    return place;
}

QList<StepList::Entry> stepEntriesOf(const StepScene &scene)
{
    return Entries(scene).make();
}

} // namespace relink
