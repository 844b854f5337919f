// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parserecipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Collects the first problem; reading goes on harmlessly after it.
class Reader
{
public:
    QString problem;
    const RecipeSources &sources;

    explicit Reader(const RecipeSources &known)
        : sources(known)
    {}

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
    T word(const QJsonObject &object, const QString &path, const QString &key,
           std::optional<T> (*read)(const QString &), T otherwise, bool required = false)
    {
        const QString written = text(object, path, key, required);
        if (written.isEmpty())
            return otherwise;
        const std::optional<T> known = read(written);
        if (!known)
            fail(QString(path + u'.' + key), u"is not a known word"_s);
        return known.value_or(otherwise);
    }
    QStringList texts(const QJsonObject &object, const QString &path, const QString &key)
    {
        return list<QString>(
            object, path, key, +[](const QString &item) {
                return item.isEmpty() ? std::nullopt : std::optional(item);
            });
    }
    //! The row of an article; null and a problem where there is none.
    const DocumentedRow *row(const QString &id, const QString &path)
    {
        const auto it = sources.rows.constFind(id);
        if (it != sources.rows.constEnd())
            return &*it;
        fail(path, QString(u"names the missing row "_s + id));
        return nullptr;
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

StepOption readOption(Reader &r, const QString &path, const QJsonObject &object)
{
    r.onlyKeys(object, path,
               {u"id"_s, u"text"_s, u"row"_s, u"noted"_s, u"fails"_s, u"already_refreshed"_s,
                u"proves_all"_s});
    StepOption option;
    option.id = r.text(object, path, u"id"_s, true);
    option.text = r.text(object, path, u"text"_s);
    option.row = r.text(object, path, u"row"_s);
    option.noted = r.text(object, path, u"noted"_s);
    option.fails = object.value(u"fails"_s).toBool();
    option.alreadyRefreshed = object.value(u"already_refreshed"_s).toBool();
    option.provesAll = object.value(u"proves_all"_s).toBool();
    if (const DocumentedRow *row = option.row.isEmpty() ? nullptr : r.row(option.row, path);
        row && option.text.isEmpty())
        option.text = row->title;
    if (option.text.isEmpty())
        r.fail(QString(path + u".text"_s), u"is missing"_s);
    return option;
}

StepCondition readCondition(Reader &r, const QString &path, const QJsonObject &object)
{
    const QJsonObject when = object.value(u"when"_s).toObject();
    if (when.isEmpty())
        return {};
    const QString place = path + u".when"_s;
    r.onlyKeys(when, place, {u"step"_s, u"answers"_s});
    return {r.text(when, place, u"step"_s, true), r.texts(when, place, u"answers"_s)};
}

//! The words of the rows where the step has none of its own.
void takeWordsOfRows(Reader &r, Step &step, const QString &path, const QStringList &products)
{
    QStringList sources;
    for (const QString &id : std::as_const(step.rows)) {
        const DocumentedRow *row = r.row(id, QString(path + u".rows"_s));
        if (!row)
            return;
        sources.append(id);
        if (step.title.isEmpty())
            step.title = row->title;
        if (step.text.isEmpty() && id == step.rows.first())
            step.text = row->text;
        if (step.menuPath.isEmpty() && products.contains(row->product))
            step.menuPath = row->menuPath;
        if (step.link.isEmpty())
            step.link = row->link;
    }
    if (step.source.isEmpty())
        step.source = sources.join(u", "_s);
}

void checkStep(Reader &r, const Step &step, const QString &path)
{
    if (step.title.isEmpty())
        r.fail(QString(path + u".title"_s), u"is missing"_s);
    if ((step.kind == StepKind::Action) != (step.action != StepAction::None))
        r.fail(path, u"an action step, and only one, names its action"_s);
    if (step.kind == StepKind::Action && step.button.isEmpty())
        r.fail(path, u"an action step needs a button"_s);
    if ((step.kind == StepKind::Check) != !step.checks.isEmpty())
        r.fail(path, u"a check step, and only one, lists its checks"_s);
    if (step.kind != StepKind::Question && !step.options.isEmpty())
        r.fail(path, u"only a question has options"_s);
    // A fact of the provider that stands for the whole address is https by its own rules.
    if (!step.link.isEmpty() && !step.link.startsWith("https://"_L1)
        && !(step.link.startsWith(u'{') && step.link.endsWith(u'}')))
        r.fail(QString(path + u".link"_s), u"must be https"_s);
}

Step readStep(Reader &r, const QString &id, const QJsonObject &object, const QStringList &products)
{
    const QString path = u"$.steps."_s + id;
    r.onlyKeys(object, path,
               {u"kind"_s, u"action"_s, u"checks"_s, u"title"_s, u"text"_s, u"button"_s,
                u"source"_s, u"rows"_s, u"link"_s, u"optional"_s, u"side"_s, u"developer"_s,
                u"tools"_s, u"options"_s, u"when"_s, u"needs"_s, u"lacks"_s, u"auth_kinds"_s,
                u"skip_when_mended"_s});
    Step step;
    step.id = id;
    step.kind = r.word(object, path, u"kind"_s, stepKindFromString, step.kind, true);
    step.action = r.word(object, path, u"action"_s, stepActionFromString, step.action);
    step.side = r.word(object, path, u"side"_s, stepSideFromString, step.side);
    step.checks = r.list<CheckId>(object, path, u"checks"_s, checkIdFromString);
    step.tools = r.list<StepTool>(object, path, u"tools"_s, stepToolFromString);
    step.authKinds = r.list<AuthKind>(object, path, u"auth_kinds"_s, authKindFromString);
    step.title = r.text(object, path, u"title"_s);
    step.text = r.text(object, path, u"text"_s);
    step.button = r.text(object, path, u"button"_s);
    step.source = r.text(object, path, u"source"_s);
    step.rows = r.texts(object, path, u"rows"_s);
    step.link = r.text(object, path, u"link"_s);
    step.optional = object.value(u"optional"_s).toBool();
    step.developer = object.value(u"developer"_s).toBool();
    step.skipWhenMended = object.value(u"skip_when_mended"_s).toBool();
    step.needs = r.texts(object, path, u"needs"_s);
    step.lacks = r.texts(object, path, u"lacks"_s);
    step.when = readCondition(r, path, object);
    const QJsonArray options = object.value(u"options"_s).toArray();
    for (qsizetype i = 0; i < options.size(); ++i) {
        step.options.append(
            readOption(r, u"%1.options[%2]"_s.arg(path).arg(i), options.at(i).toObject()));
    }
    takeWordsOfRows(r, step, path, products);
    checkStep(r, step, path);
    return step;
}

//! Reads the parts of a recipe that name steps, and keeps in mind which ones they name.
class PartReader
{
public:
    PartReader(Reader &reader, Recipe &read)
        : r(reader)
        , recipe(read)
    {}

    QStringList steps(const QJsonObject &object, const QString &path, const QString &key)
    {
        const QStringList ids = r.texts(object, path, key);
        for (const QString &id : ids) {
            used.insert(id);
            if (!recipe.steps.contains(id))
                r.fail(QString(path + u'.' + key), QString(u"names the missing step "_s + id));
        }
        return ids;
    }

    RecipeSection section(const QString &path, const QJsonObject &object)
    {
        r.onlyKeys(object, path,
                   {u"id"_s, u"title"_s, u"steps"_s, u"ends_with"_s, u"when"_s, u"renews"_s});
        RecipeSection read;
        read.id = r.text(object, path, u"id"_s, true);
        read.title = r.text(object, path, u"title"_s);
        read.steps = steps(object, path, u"steps"_s);
        read.endsWith = steps(object, path, u"ends_with"_s);
        read.when = readCondition(r, path, object);
        read.renews = object.value(u"renews"_s).toBool();
        return read;
    }

    //! What the explanation says of it.
    void readWords(const QString &path, const QJsonObject &object, RecipeCause &read)
    {
        read.rows = r.texts(object, path, u"rows"_s);
        read.text = r.text(object, path, u"text"_s);
        for (const QString &id : std::as_const(read.rows)) {
            const DocumentedRow *row = r.row(id, QString(path + u".rows"_s));
            if (row && read.text.isEmpty())
                read.text = row->text;
        }
    }

    RecipeCause cause(const QString &path, const QJsonObject &object)
    {
        r.onlyKeys(object, path,
                   {u"id"_s, u"classes"_s, u"causes"_s, u"statuses"_s, u"auth_kinds"_s,
                    u"already_refreshed"_s, u"rows"_s, u"text"_s, u"opening"_s, u"sections"_s,
                    u"also"_s});
        RecipeCause read;
        read.id = r.text(object, path, u"id"_s, true);
        read.classes = r.list<ErrorClass>(object, path, u"classes"_s, errorClassFromString);
        read.causes = r.texts(object, path, u"causes"_s);
        const QJsonArray statuses = object.value(u"statuses"_s).toArray();
        for (const QJsonValue &status : statuses)
            read.statuses.append(status.toInt());
        read.authKinds = r.list<AuthKind>(object, path, u"auth_kinds"_s, authKindFromString);
        read.alreadyRefreshed = object.value(u"already_refreshed"_s).toBool();
        readWords(path, object, read);
        read.opening = steps(object, path, u"opening"_s);
        read.sections = r.texts(object, path, u"sections"_s);
        if (read.sections.isEmpty())
            r.fail(QString(path + u".sections"_s), u"is empty"_s);
        for (const QString &id : std::as_const(read.sections)) {
            usedSections.insert(id);
            if (!recipe.section(id))
                r.fail(QString(path + u".sections"_s),
                       QString(u"names the missing section "_s + id));
        }
        read.also = r.texts(object, path, u"also"_s);
        for (const QString &id : std::as_const(read.also))
            r.row(id, QString(path + u".also"_s));
        return read;
    }

    Reader &r;
    Recipe &recipe;
    QSet<QString> used;
    QSet<QString> usedSections;
};

bool isUnconditioned(const RecipeCause &cause)
{
    return cause.causes.isEmpty() && cause.statuses.isEmpty() && cause.authKinds.isEmpty()
        && !cause.alreadyRefreshed;
}

//! What a recipe says nothing of goes as everywhere; so does what comes back after a new
//! authorisation, unless the recipe has its own way on.
void addShared(Recipe &recipe, const Recipe &shared)
{
    QList<ErrorClass> own;
    for (const RecipeCause &cause : std::as_const(recipe.causes)) {
        if (isUnconditioned(cause))
            own += cause.classes;
    }
    for (RecipeCause cause : shared.causes) {
        const bool hadClasses = !cause.classes.isEmpty();
        if (!cause.alreadyRefreshed)
            cause.classes.removeIf([&own](ErrorClass each) { return own.contains(each); });
        if (!hadClasses || !cause.classes.isEmpty())
            recipe.causes.append(cause);
    }
    std::stable_partition(recipe.causes.begin(), recipe.causes.end(),
                          [](const RecipeCause &cause) { return cause.alreadyRefreshed; });
}

} // namespace

Result<Recipe> parseRecipe(const QByteArray &json, const RecipeSources &sources)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return localError(code::invalidInput, u"$: "_s + parseError.errorString());
    const QJsonObject root = document.object();
    Reader r(sources);
    r.onlyKeys(root, u"$"_s,
               {u"schema"_s, u"id"_s, u"name"_s, u"source"_s, u"vias"_s, u"providers"_s,
                u"opening"_s, u"closing"_s, u"ends_with"_s, u"sections"_s, u"causes"_s,
                u"steps"_s});
    if (root.value(u"schema"_s).toInt() != 2)
        r.fail(u"$.schema"_s, u"must be 2"_s);

    Recipe recipe;
    recipe.id = r.text(root, u"$"_s, u"id"_s, true);
    recipe.name = r.text(root, u"$"_s, u"name"_s, true);
    recipe.source = r.text(root, u"$"_s, u"source"_s);
    recipe.vias = r.texts(root, u"$"_s, u"vias"_s);
    recipe.providers = r.texts(root, u"$"_s, u"providers"_s);
    if (sources.shared) {
        recipe.steps = sources.shared->steps;
        recipe.sections = sources.shared->sections;
    }
    const QStringList products = QStringList(recipe.id) + recipe.vias;
    const QJsonObject steps = root.value(u"steps"_s).toObject();
    for (auto it = steps.begin(); it != steps.end(); ++it)
        recipe.steps.insert(it.key(), readStep(r, it.key(), it.value().toObject(), products));

    PartReader parts(r, recipe);
    recipe.opening = parts.steps(root, u"$"_s, u"opening"_s);
    recipe.closing = parts.steps(root, u"$"_s, u"closing"_s);
    recipe.endsWith = parts.steps(root, u"$"_s, u"ends_with"_s);
    // Where nothing helped, somebody who can help is the way on (R71).
    if (recipe.closing.isEmpty()
        || recipe.steps.value(recipe.closing.last()).kind != StepKind::Support)
        r.fail(u"$.closing"_s, u"must end with a support step"_s);
    const QJsonArray sections = root.value(u"sections"_s).toArray();
    for (qsizetype i = 0; i < sections.size(); ++i) {
        const RecipeSection own
            = parts.section(u"$.sections[%1]"_s.arg(i), sections.at(i).toObject());
        // One of its own goes before a shared one of the same name.
        recipe.sections.removeIf([&own](const RecipeSection &s) { return s.id == own.id; });
        recipe.sections.append(own);
    }
    const QJsonArray causes = root.value(u"causes"_s).toArray();
    for (qsizetype i = 0; i < causes.size(); ++i)
        recipe.causes.append(parts.cause(u"$.causes[%1]"_s.arg(i), causes.at(i).toObject()));
    if (sources.shared)
        addShared(recipe, *sources.shared);
    if (recipe.causes.isEmpty())
        r.fail(u"$.causes"_s, u"is empty"_s);
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        if (!parts.used.contains(it.key()))
            r.fail(QString(u"$.steps."_s + it.key()), u"is named nowhere"_s);
    }
    for (const QJsonValue &section : sections) {
        const QString id = section.toObject().value(u"id"_s).toString();
        if (!parts.usedSections.contains(id))
            r.fail(QString(u"$.sections."_s + id), u"is named by no cause"_s);
    }
    if (!r.problem.isEmpty())
        return localError(code::invalidInput, r.problem);
    return recipe;
}

} // namespace relink
