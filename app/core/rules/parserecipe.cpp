// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parserecipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Collects the first problem; reading goes on harmlessly after it.
class Reader
{
public:
    QString problem;

    void fail(const QString &path, const QString &reason)
    {
        if (problem.isEmpty())
            problem = QString(path + u": "_s + reason);
    }
    void onlyKeys(const QJsonObject &object, const QString &path, const QStringList &known)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key()))
                fail(QString(path + u'.' + it.key()), u"unknown key"_s);
        }
    }
    QString text(const QJsonObject &object, const QString &path, const QString &key,
                 bool required = false)
    {
        const QJsonValue value = object.value(key);
        if (value.isUndefined()) {
            if (required)
                fail(QString(path + u'.' + key), u"is missing"_s);
            return {};
        }
        if (!value.isString())
            fail(QString(path + u'.' + key), u"must be a text"_s);
        return value.toString();
    }
    template <typename T>
    QList<T> list(const QJsonObject &object, const QString &path, const QString &key,
                  std::optional<T> (*read)(const QString &))
    {
        QList<T> items;
        const QJsonArray array = object.value(key).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const std::optional<T> item = read(array.at(i).toString());
            if (item)
                items.append(*item);
            else
                fail(u"%1.%2[%3]"_s.arg(path, key).arg(i), u"is not a known word"_s);
        }
        return items;
    }
};

std::optional<QString> anyText(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

Step readStep(Reader &r, const QString &id, const QJsonObject &object)
{
    const QString path = u"$.steps."_s + id;
    r.onlyKeys(object, path,
               {u"kind"_s, u"action"_s, u"checks"_s, u"title"_s, u"text"_s, u"button"_s,
                u"source"_s, u"link"_s, u"optional"_s, u"auth_kinds"_s, u"skip_when_mended"_s});
    Step step;
    step.id = id;
    const QString kind = r.text(object, path, u"kind"_s, true);
    if (const auto known = stepKindFromString(kind))
        step.kind = *known;
    else
        r.fail(QString(path + u".kind"_s), u"is not a known step kind"_s);
    if (const QString action = r.text(object, path, u"action"_s); !action.isEmpty()) {
        if (const auto known = stepActionFromString(action))
            step.action = *known;
        else
            r.fail(QString(path + u".action"_s), u"is not a known action"_s);
    }
    step.checks = r.list<CheckId>(object, path, u"checks"_s, checkIdFromString);
    step.authKinds = r.list<AuthKind>(object, path, u"auth_kinds"_s, authKindFromString);
    step.title = r.text(object, path, u"title"_s, true);
    step.text = r.text(object, path, u"text"_s);
    step.button = r.text(object, path, u"button"_s);
    step.source = r.text(object, path, u"source"_s);
    step.link = r.text(object, path, u"link"_s);
    step.optional = object.value(u"optional"_s).toBool();
    step.skipWhenMended = object.value(u"skip_when_mended"_s).toBool();
    if ((step.kind == StepKind::Action) != (step.action != StepAction::None))
        r.fail(path, u"an action step, and only one, names its action"_s);
    if (step.kind == StepKind::Action && step.button.isEmpty())
        r.fail(path, u"an action step needs a button"_s);
    if ((step.kind == StepKind::Check) != !step.checks.isEmpty())
        r.fail(path, u"a check step, and only one, lists its checks"_s);
    if (!step.link.isEmpty() && !step.link.startsWith("https://"_L1))
        r.fail(QString(path + u".link"_s), u"must be https"_s);
    return step;
}

} // namespace

Result<Recipe> parseRecipe(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return localError(code::invalidInput, u"$: "_s + parseError.errorString());
    const QJsonObject root = document.object();
    Reader r;
    r.onlyKeys(root, u"$"_s,
               {u"schema"_s, u"id"_s, u"name"_s, u"source"_s, u"causes"_s, u"steps"_s});
    if (root.value(u"schema"_s).toInt() != 1)
        r.fail(u"$.schema"_s, u"must be 1"_s);

    Recipe recipe;
    recipe.id = r.text(root, u"$"_s, u"id"_s, true);
    recipe.name = r.text(root, u"$"_s, u"name"_s, true);
    recipe.source = r.text(root, u"$"_s, u"source"_s);
    const QJsonObject steps = root.value(u"steps"_s).toObject();
    for (auto it = steps.begin(); it != steps.end(); ++it)
        recipe.steps.insert(it.key(), readStep(r, it.key(), it.value().toObject()));

    QSet<QString> used;
    const QJsonArray causes = root.value(u"causes"_s).toArray();
    for (qsizetype i = 0; i < causes.size(); ++i) {
        const QString path = u"$.causes[%1]"_s.arg(i);
        const QJsonObject object = causes.at(i).toObject();
        r.onlyKeys(object, path, {u"id"_s, u"classes"_s, u"steps"_s});
        RecipeCause cause;
        cause.id = r.text(object, path, u"id"_s, true);
        cause.classes = r.list<ErrorClass>(object, path, u"classes"_s, errorClassFromString);
        cause.steps = r.list<QString>(object, path, u"steps"_s, anyText);
        for (const QString &step : cause.steps) {
            used.insert(step);
            if (!recipe.steps.contains(step))
                r.fail(QString(path + u".steps"_s), u"names the missing step "_s + step);
        }
        recipe.causes.append(cause);
    }
    if (recipe.causes.isEmpty())
        r.fail(u"$.causes"_s, u"is empty"_s);
    for (const Step &step : recipe.steps) {
        if (!used.contains(step.id))
            r.fail(u"$.steps."_s + step.id, u"is named by no cause"_s);
    }
    if (!r.problem.isEmpty())
        return localError(code::invalidInput, r.problem);
    return recipe;
}

} // namespace relink
