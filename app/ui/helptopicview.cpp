// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helptopicview.h"

#include "core/rules/plaintext.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/helpwords.h"
#include "words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

HelpTopicView::HelpTopicView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::group);
}

void HelpTopicView::show(const HelpTopic &topic, const Documentation &documentation)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &paragraph : topic.paragraphs) {
        auto *text = new TextLabel;
        text->setText(words::packText(paragraph));
        m_layout->addWidget(text);
    }
    for (const HelpTerm &term : topic.terms) {
        const QString word = words::packText(term.word);
        auto *text = new TextLabel;
        //: A word of the glossary and its meaning
        text->setText(tr("%1: %2").arg(word, words::packText(term.meaning)));
        text->setStrongStart(int(word.size()) + 1);
        m_layout->addWidget(text);
    }
    for (const QString &id : topic.rows)
        addRow(documentation.rows.value(id));
}

void HelpTopicView::addRow(const DocumentedRow &row)
{
    auto *block = new QWidget;
    auto *layout = new QVBoxLayout(block);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    auto *title = new TextLabel;
    title->setStrong(true);
    title->setText(words::packText(row.title));
    auto *text = new TextLabel;
    text->setObjectName(row.id + QStringLiteral("RowLabel"));
    text->setText(words::packText(row.text));
    layout->addWidget(title);
    layout->addWidget(text);
    const QStringList items = words::itemLines(row);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const bool unsafe = row.items.at(i).unsafe;
        auto *item = new TextLabel(TextLabel::Size::Body,
                                   unsafe ? TextLabel::Tone::Amber : TextLabel::Tone::Normal);
        if (unsafe)
            item->setObjectName(row.id + QStringLiteral("UnsafeLabel"));
        item->setContentsMargins(metrics::pane, 2, 0, 0);
        item->setText(items.at(i));
        layout->addWidget(item);
    }
    auto *note = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    note->setObjectName(row.id + QStringLiteral("NoteLabel"));
    note->setText(words::rowNote(row));
    layout->addWidget(note);
    if (!row.link.isEmpty()) {
        auto *open = new QPushButton(tr("Open page"));
        open->setObjectName(row.id + QStringLiteral("OpenPageButton"));
        open->setAccessibleDescription(plainText(row.link));
        open->setAutoDefault(false);
        connect(open, &QPushButton::clicked, this,
                [this, link = row.link] { Q_EMIT pageRequested(QUrl(link, QUrl::StrictMode)); });
        layout->addWidget(open, 0, Qt::AlignLeading);
    }
    m_layout->addWidget(block);
}

} // namespace relink
