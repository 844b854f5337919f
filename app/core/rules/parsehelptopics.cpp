// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsehelptopics.h"

#include <QJsonObject>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QStringList strings(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue &each : list.toArray())
        result += each.toString();
    return result;
}

//! Collects the first problem; reading goes on harmlessly after it.
class TopicReader
{
public:
    explicit TopicReader(const Documentation &known)
        : m_known(known)
    {}

    QString problem;

    HelpTopic read(const QJsonObject &object)
    {
        HelpTopic topic;
        topic.id = object.value("id"_L1).toString();
        topic.title = object.value("title"_L1).toString();
        m_topic = topic.id;
        onlyKeys(object,
                 {u"id"_s, u"title"_s, u"paragraphs"_s, u"terms"_s, u"article"_s, u"rows"_s,
                  u"sources"_s});
        if (topic.id.isEmpty() || topic.title.isEmpty())
            fail(u"needs an id and a title"_s);
        for (const QJsonValue &paragraph : object.value("paragraphs"_L1).toArray())
            readParagraph(paragraph.toObject(), topic);
        for (const QJsonValue &term : object.value("terms"_L1).toArray())
            readTerm(term.toObject(), topic);
        topic.rows = strings(object.value("rows"_L1));
        if (const QString article = object.value("article"_L1).toString(); !article.isEmpty()) {
            if (!m_known.articles.contains(article))
                fail(QString(u"names the missing article "_s + article));
            topic.rows += m_known.articles.value(article);
        }
        topic.sources += strings(object.value("sources"_L1)) + topic.rows;
        topic.sources.removeDuplicates();
        if (topic.sources.isEmpty())
            fail(u"names no source"_s);
        for (const QString &id : std::as_const(topic.sources)) {
            if (!m_known.rows.contains(id))
                fail(QString(u"names the missing row "_s + id));
        }
        return topic;
    }

private:
    void readParagraph(const QJsonObject &object, HelpTopic &topic)
    {
        onlyKeys(object, {u"text"_s, u"row"_s, u"sources"_s});
        const QString row = object.value("row"_L1).toString();
        const QString text
            = row.isEmpty() ? object.value("text"_L1).toString() : m_known.rows.value(row).text;
        if (text.isEmpty())
            fail(QString(u"has a paragraph without words "_s + row));
        topic.paragraphs += text;
        topic.sources += strings(object.value("sources"_L1));
        if (!row.isEmpty())
            topic.sources += row;
    }

    void readTerm(const QJsonObject &object, HelpTopic &topic)
    {
        onlyKeys(object, {u"title"_s, u"text"_s, u"sources"_s});
        const HelpTerm term {object.value("title"_L1).toString(),
                             object.value("text"_L1).toString(),
                             strings(object.value("sources"_L1))};
        if (term.word.isEmpty() || term.meaning.isEmpty() || term.sources.isEmpty())
            fail(u"has a term without a title, a text or sources"_s);
        topic.terms += term;
        topic.sources += term.sources;
    }

    void onlyKeys(const QJsonObject &object, const QStringList &known)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()))
                fail(QString(u"has the unknown key "_s + it.key()));
        }
    }

    void fail(const QString &reason)
    {
        if (problem.isEmpty())
            problem = m_topic % u' ' % reason;
    }

    const Documentation &m_known;
    QString m_topic;
};

} // namespace

QString parseHelpTopics(const QJsonArray &topics, Documentation &documentation)
{
    TopicReader reader(documentation);
    QList<HelpTopic> read;
    for (const QJsonValue &topic : topics)
        read += reader.read(topic.toObject());
    documentation.topics += read;
    return reader.problem;
}

} // namespace relink
