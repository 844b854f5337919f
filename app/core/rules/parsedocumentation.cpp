// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsedocumentation.h"

#include "core/rules/parsehelptopics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

std::optional<RecommendedAction> actionFromString(const QString &text)
{
    using enum RecommendedAction;
    for (const RecommendedAction action :
         {None, Wait, Refresh, Reauthorize, EditCredential, SwitchTestMode, ChooseOrganisation,
          AskAdministrator, UnlockKeychain, CheckNetwork, SetClock, ContactSupport}) {
        if (toString(action) == text)
            return action;
    }
    return std::nullopt;
}

//! Collects the first problem; reading goes on harmlessly after it.
class Reader
{
public:
    QString problem;
    Documentation documentation;

    void readArticle(const QString &file, const QJsonObject &root)
    {
        onlyKeys(file, root, {u"schema"_s, u"id"_s, u"name"_s, u"article"_s, u"rows"_s});
        const QString source
            = required(file, root, u"name"_s) % u": "_s % required(file, root, u"article"_s);
        const QJsonArray rows = root.value("rows"_L1).toArray();
        if (rows.isEmpty())
            fail(file, u"$.rows"_s, u"is empty"_s);
        DocumentedRow row;
        row.product = root.value("id"_L1).toString();
        row.source = source;
        for (qsizetype i = 0; i < rows.size(); ++i)
            readRow(file, u"$.rows[%1]"_s.arg(i), rows.at(i).toObject(), row);
    }

    void readTable(const QString &file, const QJsonObject &root)
    {
        onlyKeys(file, root, {u"schema"_s, u"scopes"_s, u"variants"_s, u"next_actions"_s});
        const QJsonObject variants = root.value("variants"_L1).toObject();
        for (auto it = variants.begin(); it != variants.end(); ++it)
            documentation.variants.insert(it.key(), condition(it->toObject()));
        const QJsonObject scopes = root.value("scopes"_L1).toObject();
        if (!scopes.contains("generic"_L1))
            fail(file, u"$.scopes.generic"_s, u"is missing"_s);
        for (auto scope = scopes.begin(); scope != scopes.end(); ++scope) {
            const QJsonObject routes = scope->toObject();
            for (auto route = routes.begin(); route != routes.end(); ++route) {
                const QString path = u"$.scopes.%1.%2"_s.arg(scope.key(), route.key());
                checkClass(file, path, route.key());
                QStringList ids;
                for (const QJsonValue &id : route->toArray())
                    ids += id.toString();
                if (!route->isArray())
                    fail(file, path, u"must be a list of ids"_s);
                documentation.scopes[scope.key()].insert(route.key(), ids);
            }
        }
        const QJsonArray actions = root.value("next_actions"_L1).toArray();
        for (qsizetype i = 0; i < actions.size(); ++i)
            readException(file, u"$.next_actions[%1]"_s.arg(i), actions.at(i).toObject());
    }

    void readExplanations(const QString &file, const QJsonObject &root)
    {
        onlyKeys(file, root, {u"schema"_s, u"classes"_s, u"topics"_s});
        const QJsonArray classes = root.value("classes"_L1).toArray();
        for (qsizetype i = 0; i < classes.size(); ++i) {
            const QJsonObject object = classes.at(i).toObject();
            const auto errorClass = errorClassFromString(object.value("class"_L1).toString());
            if (!errorClass) {
                fail(file, u"$.classes[%1].class"_s.arg(i), u"is not a known class"_s);
                continue;
            }
            documentation.explanations.insert(*errorClass,
                                              {object.value("meaning"_L1).toString(),
                                               object.value("not_your_fault"_L1).toString(),
                                               object.value("stops"_L1).toString()});
        }
        m_topics = root.value("topics"_L1).toArray();
    }

    //! A step that nobody can read would be a hole in the list.
    void checkReferences()
    {
        for (auto scope = documentation.scopes.begin(); scope != documentation.scopes.end();
             ++scope) {
            for (auto route = scope->begin(); route != scope->end(); ++route) {
                for (const QString &id : *route) {
                    if (!documentation.rows.contains(id)) {
                        fail(QLatin1StringView(stepTableName),
                             u"$.scopes.%1.%2"_s.arg(scope.key(), route.key()),
                             u"names the missing row "_s + id);
                    }
                }
            }
        }
    }

    //! Topics may show what other files hold, so this comes last.
    void readTopics()
    {
        if (const QString flaw = parseHelpTopics(m_topics, documentation); !flaw.isEmpty())
            fail(QLatin1StringView(explanationsName), u"$.topics"_s, flaw);
    }

    void fail(const QString &file, const QString &path, const QString &reason)
    {
        if (problem.isEmpty())
            problem = u"%1: %2 %3"_s.arg(file, path, reason);
    }

private:
    void onlyKeys(const QString &file, const QJsonObject &object, const QStringList &known)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()))
                fail(file, u"$."_s + it.key(), u"is an unknown key"_s);
        }
    }

    QString required(const QString &file, const QJsonObject &object, const QString &key)
    {
        const QString value = object.value(key).toString();
        if (value.isEmpty())
            fail(file, u"$."_s + key, u"is missing"_s);
        return value;
    }

    void readRow(const QString &file, const QString &path, const QJsonObject &object,
                 DocumentedRow row)
    {
        row.id = object.value("id"_L1).toString();
        row.kind = object.value("kind"_L1).toString();
        row.title = object.value("title"_L1).toString();
        row.text = object.value("text"_L1).toString();
        row.menuPath = object.value("menu_path"_L1).toString();
        row.link = object.value("link"_L1).toString();
        row.forDevelopers = object.value("for"_L1).toString() == "developer"_L1;
        for (const QJsonValue &item : object.value("items"_L1).toArray())
            row.items += DocumentedItem {item["text"_L1].toString(), item["unsafe"_L1].toBool()};
        if (row.id.isEmpty() || (row.title.isEmpty() && row.text.isEmpty()))
            fail(file, path, u"needs an id and a text"_s);
        if (!row.link.isEmpty() && !row.link.startsWith("https://"_L1))
            fail(file, QString(path + u".link"_s), u"must be https"_s);
        if (documentation.rows.contains(row.id))
            fail(file, path, u"repeats the id "_s + row.id);
        documentation.rows.insert(row.id, row);
        documentation.articles[row.product] += row.id;
    }

    static QStringList strings(const QJsonValue &list)
    {
        QStringList result;
        for (const QJsonValue &each : list.toArray())
            result += each.toString();
        return result;
    }

    static VariantCondition condition(const QJsonObject &object)
    {
        VariantCondition result;
        result.causes = strings(object.value("causes"_L1));
        for (const QJsonValue &status : object.value("http_status"_L1).toArray())
            result.statuses += status.toInt();
        result.flag = object.value("flag"_L1).toString();
        result.chosen = strings(object.value("chosen"_L1));
        result.withoutVia = object.value("without_via"_L1).toBool();
        result.texts = strings(object.value("texts"_L1));
        result.withoutText = object.value("without_text"_L1).toString();
        for (const QJsonValue &each : object.value("any_of"_L1).toArray())
            result.anyOf += condition(each.toObject());
        return result;
    }

    void readException(const QString &file, const QString &path, const QJsonObject &object)
    {
        NextActionException exception;
        exception.scope = object.value("scope"_L1).toString();
        exception.variant = object.value("variant"_L1).toString();
        exception.cause = object.value("cause"_L1).toString();
        exception.why = object.value("why"_L1).toString();
        const QString name = object.value("class"_L1).toString();
        checkClass(file, path, name);
        exception.errorClass = errorClassFromString(name).value_or(ErrorClass::Unknown);
        const auto action = actionFromString(object.value("action"_L1).toString());
        if (!action)
            fail(file, QString(path + u".action"_s), u"is not a known action"_s);
        exception.action = action.value_or(RecommendedAction::None);
        documentation.nextActions += exception;
    }

    void checkClass(const QString &file, const QString &path, const QString &name)
    {
        if (!errorClassFromString(name.section(u'/', 0, 0)))
            fail(file, path, u"is not about a known class"_s);
    }

    QJsonArray m_topics;
};

} // namespace

Result<Documentation> parseDocumentation(const QMap<QString, QByteArray> &files)
{
    Reader reader;
    for (auto file = files.begin(); file != files.end(); ++file) {
        QJsonParseError parseError;
        const QJsonDocument document = QJsonDocument::fromJson(*file, &parseError);
        const QJsonObject root = document.object();
        if (!document.isObject())
            reader.fail(file.key(), u"$"_s, parseError.errorString());
        else if (root.value("schema"_L1).toInt() != 1)
            reader.fail(file.key(), u"$.schema"_s, u"must be 1"_s);
        else if (file.key() == QLatin1StringView(stepTableName))
            reader.readTable(file.key(), root);
        else if (file.key() == QLatin1StringView(explanationsName))
            reader.readExplanations(file.key(), root);
        else
            reader.readArticle(file.key(), root);
    }
    if (reader.documentation.scopes.isEmpty())
        reader.fail(QLatin1StringView(stepTableName), u"$"_s, u"is missing"_s);
    reader.checkReferences();
    reader.readTopics();
    if (!reader.problem.isEmpty())
        return localError(code::invalidInput, reader.problem);
    return reader.documentation;
}

} // namespace relink
