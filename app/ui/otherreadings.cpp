// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/otherreadings.h"

#include "core/rules/plaintext.h"
#include "services/documentation.h"
#include "services/reconnectsession.h"
#include "ui/foldedsection.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/documentedwords.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

OtherReadings::OtherReadings(const StepScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_section(new FoldedSection(QStringLiteral("alsoPossible"), tr("Also possible")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_section);
}

bool OtherReadings::show()
{
    delete m_content;
    m_content = new QWidget;
    m_list = new QVBoxLayout(m_content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(2);
    m_count = 0;
    const Diagnosis diagnosis = m_scene.session.diagnosis();
    for (const Alternative &other : diagnosis.alternatives) {
        //: Another reading of an error, and why it is possible
        add(tr("%1. %2").arg(words::classTitle(other.errorClass, {}),
                             words::alternativeSentence(other, m_scene.provider())),
            {});
    }
    const QMap<QString, DocumentedRow> &rows = documentation().rows;
    for (const QString &id : m_scene.session.progress().plan.also) {
        const auto row = rows.constFind(id);
        if (row == rows.constEnd())
            continue;
        QString text = m_scene.filled(row->text);
        if (!row->title.isEmpty())
            text = tr("%1. %2").arg(m_scene.filled(row->title), text);
        //: The article that a sentence comes from, and its number there
        add(text, tr("%1 · %2").arg(words::packText(row->source), plainText(row->id, 40)));
    }
    m_section->content()->addWidget(m_content);
    return m_count > 0;
}

void OtherReadings::add(const QString &text, const QString &source)
{
    auto *label = new TextLabel;
    label->setObjectName(QStringLiteral("alsoPossible%1Label").arg(++m_count));
    label->setText(text);
    m_list->addWidget(label);
    auto *from = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    from->setText(source);
    from->setVisible(!source.isEmpty());
    m_list->addWidget(from);
    m_list->addSpacing(metrics::control);
}

} // namespace relink
