// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/documentedsteplist.h"

#include "core/rules/plaintext.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/documentedwords.h"
#include "words/words.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace relink {

DocumentedStepList::DocumentedStepList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(metrics::control);
    m_layout->setVerticalSpacing(2);
    m_layout->setColumnStretch(1, 1);
}

void DocumentedStepList::setSteps(const QList<DocumentedRow> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const DocumentedRow &step = steps.at(i);
        auto *number
            = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft, TextLabel::Flow::OneLine);
        number->setText(QString(QLocale().toString(i + 1) + u'.'));
        auto *text = new TextLabel;
        text->setObjectName(step.id + QStringLiteral("StepLabel"));
        text->setText(words::documentedStep(step));
        //: Number of a step and what to do
        text->setAccessibleName(tr("Step %1: %2").arg(i + 1).arg(text->text()));
        auto *source = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
        source->setObjectName(step.id + QStringLiteral("SourceLabel"));
        source->setText(
            //: The article that a step comes from, and its number there
            tr("%1 · %2").arg(words::packText(step.source), plainText(step.id, 40)));
        source->setContentsMargins(0, 0, 0, metrics::control);
        m_layout->addWidget(number, row, 0, Qt::AlignTop);
        m_layout->addWidget(text, row, 1);
        m_layout->addWidget(source, ++row, 1);
        if (!step.link.isEmpty()) {
            auto *open = new QPushButton(tr("Open page"));
            open->setObjectName(step.id + QStringLiteral("OpenPageButton"));
            open->setAccessibleDescription(plainText(step.link));
            open->setAutoDefault(false);
            connect(open, &QPushButton::clicked, this, [this, link = step.link] {
                Q_EMIT pageRequested(QUrl(link, QUrl::StrictMode));
            });
            m_layout->addWidget(open, ++row, 1, Qt::AlignLeading);
        }
        ++row;
    }
}

} // namespace relink
