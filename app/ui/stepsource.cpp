// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stepsource.h"

#include "core/rules/plaintext.h"
#include "services/documentation.h"
#include "ui/foldedsection.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

StepSource::StepSource(QWidget *parent)
    : QWidget(parent)
    , m_section(new FoldedSection(QStringLiteral("stepSource"), tr("&Where this comes from")))
    , m_text(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    m_text->setObjectName(QStringLiteral("stepSourceLabel"));
    m_section->content()->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_section);
}

void StepSource::show(const Step &step, const QString &further)
{
    QStringList named = step.rows;
    named += step.source.split(QLatin1Char(','), Qt::SkipEmptyParts);
    named += further;
    const QMap<QString, DocumentedRow> &rows = documentation().rows;
    QStringList articles; // in their order
    QMap<QString, QStringList> ids; // by article
    QStringList others;
    for (const QString &name : std::as_const(named)) {
        const QString id = name.trimmed();
        const auto row = rows.constFind(id);
        if (row == rows.constEnd()) {
            if (!id.isEmpty() && !others.contains(id))
                others.append(id);
            continue;
        }
        if (!articles.contains(row->source))
            articles.append(row->source);
        if (!ids[row->source].contains(id))
            ids[row->source].append(id);
    }
    QStringList lines;
    for (const QString &article : std::as_const(articles)) {
        //: The article that a step comes from, and the numbers of its rows
        lines.append(tr("%1 · %2").arg(words::packText(article),
                                       ids.value(article).join(QStringLiteral(", "))));
    }
    for (const QString &other : std::as_const(others))
        lines.append(tr("Documented by: %1").arg(plainText(other)));
    m_text->setText(lines.join(QLatin1Char('\n')));
    setVisible(!lines.isEmpty());
}

} // namespace relink
