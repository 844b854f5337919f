// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/explainpage.h"

#include "core/ports/clock.h"
#include "services/reconnectsession.h"
#include "ui/otherreadings.h"
#include "ui/stepnotice.h"
#include "words/toldwords.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

namespace {

// Below this the diagnosis is said to be the likeliest reading, not the only one.
constexpr double certain = 0.7;

} // namespace

ExplainPage::ExplainPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_others(new OtherReadings(scene))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_others);
}

bool ExplainPage::isFirst(const Step &step) const
{
    const QList<Step> &steps = session().progress().plan.steps;
    return !steps.isEmpty() && steps.first().id == step.id;
}

QString ExplainPage::lead(const Step &step) const
{
    if (!isFirst(step))
        return {};
    const Diagnosis diagnosis = session().diagnosis();
    return words::classTitle(diagnosis.errorClass, diagnosis.cause);
}

QString ExplainPage::text(const Step &step) const
{
    QStringList paragraphs = isFirst(step) ? whatHappened() : QStringList();
    paragraphs.append(scene().filled(step.text));
    paragraphs.removeAll(QString());
    return paragraphs.join(QStringLiteral("\n\n"));
}

QStringList ExplainPage::whatHappened() const
{
    const Diagnosis diagnosis = session().diagnosis();
    const QString provider = scene().provider();
    QString reason = session().followsToldError()
        ? tr("This is what the text says that you pasted.")
        : words::reason(scene().connection, provider, scene().surroundings.clock.now());
    if (!reason.isEmpty())
        reason[0] = reason.at(0).toUpper();
    const QString meaning
        = words::classExplanation(diagnosis.errorClass, diagnosis.cause, provider);
    QStringList paragraphs {reason};
    if (meaning != reason)
        paragraphs.append(meaning);
    if (!session().followsToldError() && diagnosis.confidence > 0
        && diagnosis.confidence < certain) {
        paragraphs.append(tr("This is the likeliest reading of what %1 answered; others are "
                             "possible.")
                              .arg(provider));
    }
    return paragraphs;
}

void ExplainPage::show(const Step &step, const StepRecord &)
{
    m_others->setVisible(isFirst(step) && m_others->show());
    if (!isFirst(step))
        return;
    const QString provider = scene().provider();
    if (session().followsToldError()) {
        const QString other = words::contradiction(scene().connection, session().diagnosis(),
                                                   provider, scene().surroundings.clock.now());
        if (!other.isEmpty())
            notice().warn(other);
    }
    if (const std::optional<AuthError> error = session().error())
        notice().quote(*error, provider);
}

} // namespace relink
