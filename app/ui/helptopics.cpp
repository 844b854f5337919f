// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helptopics.h"

#include "services/documentation.h"
#include "ui/foldedsection.h"
#include "ui/helptopicview.h"
#include "words/words.h"

#include <QVBoxLayout>

namespace relink {

HelpTopics::HelpTopics(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void HelpTopics::setTopics(const QList<HelpTopic> &topics)
{
    QStringList ids;
    for (const HelpTopic &topic : topics)
        ids += topic.id;
    if (ids == m_shown)
        return; // what is open stays open
    m_shown = ids;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HelpTopic &topic : topics) {
        auto *section
            = new FoldedSection(topic.id + QStringLiteral("Help"), words::packText(topic.title));
        auto *view = new HelpTopicView;
        view->show(topic, documentation());
        section->content()->addWidget(view);
        m_layout->addWidget(section);
    }
}

} // namespace relink
