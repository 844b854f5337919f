// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/topicnote.h"

#include "services/documentation.h"
#include "ui/foldedsection.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

TopicNote::TopicNote(const QString &objectName, const QString &topicId, const QString &caption,
                     QWidget *parent)
    : QWidget(parent)
{
    auto *section = new FoldedSection(objectName, caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(section);
    QStringList paragraphs;
    for (const HelpTopic &topic : documentation().topics) {
        if (topic.id != topicId)
            continue;
        for (const QString &paragraph : topic.paragraphs)
            paragraphs.append(words::packText(paragraph));
    }
    m_known = !paragraphs.isEmpty();
    auto *text = new TextLabel;
    text->setObjectName(objectName + QStringLiteral("Label"));
    text->setText(paragraphs.join(QStringLiteral("\n\n")));
    section->content()->addWidget(text);
    setVisible(m_known);
}

} // namespace relink
