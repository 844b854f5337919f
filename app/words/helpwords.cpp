// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/helpwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

#include <QLocale>

namespace relink::words {

using namespace Qt::StringLiterals;

QString documentedBy(const HelpTopic &topic, const Documentation &documentation)
{
    QStringList articles;
    for (const QString &id : topic.rows)
        articles += documentation.rows.value(id).source;
    articles.removeDuplicates();
    if (articles.size() == 1)
        //: An article, with the product that it is about before it
        return translate("Help", "Documented by: %1").arg(packText(articles.first()));
    return translate("Help", "Documented by: %1").arg(topic.sources.join(u", "_s));
}

QString rowNote(const DocumentedRow &row)
{
    QStringList parts {plainText(row.id, 40)};
    if (!row.menuPath.isEmpty())
        //: A path through menus
        parts += translate("Help", "Menu: %1").arg(plainText(row.menuPath));
    if (row.forDevelopers)
        parts += translate("Help", "For whoever built your integration");
    return parts.join(u" · "_s);
}

QStringList itemLines(const DocumentedRow &row)
{
    QStringList lines;
    for (qsizetype i = 0; i < row.items.size(); ++i) {
        const DocumentedItem &item = row.items.at(i);
        QString text = packText(item.text);
        if (item.unsafe)
            //: Before advice that must not be followed
            text = translate("Help", "Unsafe: %1").arg(text);
        lines += QString(QLocale().toString(i + 1) % u". "_s % text);
    }
    return lines;
}

QString topicText(const HelpTopic &topic, const Documentation &documentation)
{
    QStringList lines {packText(topic.title)};
    for (const QString &paragraph : topic.paragraphs)
        lines += packText(paragraph);
    for (const HelpTerm &term : topic.terms)
        lines += {packText(term.word), packText(term.meaning)};
    for (const QString &id : topic.rows) {
        const DocumentedRow row = documentation.rows.value(id);
        lines += {packText(row.title), packText(row.text), rowNote(row)};
        lines += itemLines(row);
    }
    lines += topic.sources;
    return lines.join(u'\n');
}

} // namespace relink::words
