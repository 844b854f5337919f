// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/questionpage.h"

#include "core/ports/clock.h"
#include "core/rules/reconnect.h"
#include "services/reconnectsession.h"
#include "ui/optionrow.h"
#include "ui/stepnotice.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

// Answers that no recipe names.
constexpr QLatin1StringView yes("relink:yes");
constexpr QLatin1StringView no("relink:no");
constexpr QLatin1StringView unknown("relink:unknown");

//! The answer that a record holds.
QString answerOf(const Step &step, const StepRecord &record)
{
    if (record.status == StepStatus::Skipped)
        return unknown;
    if (!step.options.isEmpty())
        return record.answer;
    if (record.status == StepStatus::Done)
        return yes;
    return record.status == StepStatus::NotPossible ? QString(no) : QString();
}

//! An answer of the recipe's own that leaves it open.
bool saysNotKnown(const StepOption &option)
{
    static const QStringList ids {QStringLiteral("unknown"), QStringLiteral("none"),
                                  QStringLiteral("neither"), QStringLiteral("nothing")};
    return ids.contains(option.id) || option.text.endsWith(QLatin1StringView("not known"));
}

StepEvent eventFor(const QString &answer)
{
    if (answer == unknown)
        return stepevent::Skip {};
    if (answer == yes)
        return stepevent::MarkDone {};
    if (answer == no)
        return stepevent::MarkNotPossible {};
    return stepevent::Answer {answer};
}

} // namespace

QuestionPage::QuestionPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void QuestionPage::show(const Step &step, const StepRecord &record)
{
    if (std::exchange(m_step, step.id) == step.id)
        return;
    offer(step);
    choose(answerOf(step, record));
    connect(m_group, &QButtonGroup::idToggled, this, [this] {
        notice().clear();
        Q_EMIT changed();
    });
}

void QuestionPage::offer(const Step &step)
{
    delete m_group;
    delete m_answers;
    m_ids.clear();
    m_group = new QButtonGroup(this);
    m_answers = new QWidget;
    m_answers->setAccessibleName(scene().title(step));
    auto *list = new QVBoxLayout(m_answers);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    for (const StepOption &option : step.options)
        add(option.id, scene().filled(option.text));
    if (step.options.isEmpty()) {
        add(yes, tr("Yes"));
        add(no, tr("No"));
    }
    const bool hasOwn = std::any_of(step.options.begin(), step.options.end(), saysNotKnown);
    if (step.optional && !hasOwn)
        add(unknown, isProof(step) ? tr("Not now") : tr("I don’t know"));
    m_layout->addWidget(m_answers);
}

void QuestionPage::add(const QString &id, const QString &text)
{
    auto *row = new OptionRow(QStringLiteral("answer%1RadioButton").arg(m_ids.size() + 1), text);
    m_group->addButton(row->button(), int(m_ids.size()));
    m_ids.append(id);
    m_answers->layout()->addWidget(row);
}

void QuestionPage::choose(const QString &id)
{
    if (QAbstractButton *button = m_group->button(int(m_ids.indexOf(id))))
        button->setChecked(true);
}

QString QuestionPage::chosen() const
{
    return m_group ? m_ids.value(m_group->checkedId()) : QString();
}

QWidget *QuestionPage::firstStop() const
{
    QAbstractButton *checked = m_group->checkedButton();
    return checked ? checked : m_group->button(0);
}

bool QuestionPage::isReady()
{
    if (!chosen().isEmpty())
        return true;
    notice().complain(tr("Choose an answer first."));
    firstStop()->setFocus();
    return false;
}

void QuestionPage::commit()
{
    const Step *step = session().currentStep();
    const QString answer = chosen();
    // Given before and not changed: nothing is told twice.
    if (!step || answer.isEmpty() || answer == answerOf(*step, session().record(step->id)))
        return;
    if (answer == unknown)
        session().skip();
    else if (answer == yes)
        session().markDone();
    else if (answer == no)
        session().markNotPossible();
    else
        session().answer(answer);
}

ReconnectProgress QuestionPage::committed() const
{
    const ReconnectProgress &progress = session().progress();
    const QString answer = chosen();
    if (answer.isEmpty())
        return progress;
    return advance(progress, eventFor(answer), scene().surroundings.clock.now()).progress;
}

} // namespace relink
