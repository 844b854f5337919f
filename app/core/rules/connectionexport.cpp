// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionexport.h"

#include "core/model/autherror.h"
#include "core/rules/caseless.h"
#include "core/rules/connectionname.h"
#include "core/rules/inputs.h"
#include "core/rules/parsepack.h"
#include "core/rules/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qsizetype mostConnections = 10'000; //!< and as many pairs
constexpr qsizetype longestText = 2000;
//! As much as the command line takes for one value.
constexpr qsizetype longestInput = 256 * 1024;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control;
}

//! Reads members and collects what is wrong with them.
class Reader
{
public:
    QList<PackProblem> problems;

    void add(const QString &path, const QString &reason) { problems.append({path, reason}); }

    void onlyKeys(const QJsonObject &object, const QString &path, const QStringList &known)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key))
                add(path + u'.' + key, u"This key is not known."_s);
        }
    }

    QString text(const QJsonObject &object, const QString &path, QLatin1StringView key,
                 bool required, qsizetype most = longestText)
    {
        const QJsonValue value = object.value(key);
        if (!required && (value.isUndefined() || value.isNull()))
            return {};
        const QString at = path + u'.' + key;
        if (value.isUndefined()) {
            add(at, u"This key is missing."_s);
            return {};
        }
        return text(value, at, most);
    }

    QString text(const QJsonValue &value, const QString &at, qsizetype most)
    {
        if (!value.isString()) {
            add(at, u"This must be a text."_s);
            return {};
        }
        const QString text = value.toString();
        if (text.size() > most)
            add(at, u"This text is too long."_s);
        else if (std::any_of(text.begin(), text.end(), isControl))
            add(at, u"An invisible character stands in this value."_s);
        else
            return text;
        return {};
    }

    QJsonObject object(const QJsonObject &from, const QString &path, QLatin1StringView key)
    {
        const QJsonValue value = from.value(key);
        if (!value.isUndefined() && !value.isObject())
            add(path + u'.' + key, u"This must be an object."_s);
        return value.toObject();
    }
};

ExportedConnection readEntry(Reader &reader, const QJsonValue &value, const QString &path)
{
    ExportedConnection entry;
    if (!value.isObject()) {
        reader.add(path, u"This must be an object."_s);
        return entry;
    }
    const QJsonObject o = value.toObject();
    reader.onlyKeys(o, path,
                    {u"name"_s, u"provider"_s, u"via"_s, u"environment"_s, u"auth_method"_s,
                     u"inputs"_s, u"organisation"_s, u"created"_s});
    // A name's own problem says more than a text's.
    if (o.value("name"_L1).isString()) {
        entry.name = o.value("name"_L1).toString().trimmed();
        if (const auto problem = connectionNameProblem(entry.name))
            reader.add(path + u".name"_s, *problem);
    } else {
        reader.text(o, path, "name"_L1, true);
    }
    entry.provider = reader.text(o, path, "provider"_L1, true);
    if (o.value("provider"_L1).isString() && !isPackId(entry.provider))
        reader.add(path + u".provider"_s, u"This is no id of a provider."_s);
    entry.via = reader.text(o, path, "via"_L1, false);
    if (const auto problem = productNameProblem(entry.via))
        reader.add(path + u".via"_s, *problem);
    const auto environment = environmentFromString(reader.text(o, path, "environment"_L1, true));
    if (environment)
        entry.environment = *environment;
    else if (o.value("environment"_L1).isString())
        reader.add(path + u".environment"_s, u"This is either “production” or “test”."_s);
    entry.authMethod = reader.text(o, path, "auth_method"_L1, true);
    const QJsonObject inputs = reader.object(o, path, "inputs"_L1);
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        entry.inputs.insert(it.key(),
                            reader.text(it.value(), path + u".inputs."_s + it.key(), longestInput));
    }
    const QString organisationPath = path + u".organisation"_s;
    const QJsonObject organisation = reader.object(o, path, "organisation"_L1);
    reader.onlyKeys(organisation, organisationPath, {u"id"_s, u"name"_s});
    entry.organisation = {reader.text(organisation, organisationPath, "id"_L1, false),
                          reader.text(organisation, organisationPath, "name"_L1, false)};
    if (const QString created = reader.text(o, path, "created"_L1, false); !created.isEmpty()) {
        entry.createdAt = QDateTime::fromString(created, Qt::ISODateWithMs).toUTC();
        if (!entry.createdAt.isValid())
            reader.add(path + u".created"_s, u"This is no time such as 2026-01-31T08:00:00Z."_s);
    }
    return entry;
}

ExportedPair readPair(Reader &reader, const QJsonValue &value, const QString &path,
                      const QSet<QString> &names)
{
    ExportedPair pair;
    if (!value.isObject()) {
        reader.add(path, u"This must be an object."_s);
        return pair;
    }
    const QJsonObject o = value.toObject();
    reader.onlyKeys(o, path, {u"name"_s, u"connections"_s});
    if (o.value("name"_L1).isString())
        pair.name = o.value("name"_L1).toString().trimmed();
    else
        reader.text(o, path, "name"_L1, true);
    // Without one it is named after the two.
    if (!pair.name.isEmpty()) {
        if (const auto problem = pairNameProblem(pair.name))
            reader.add(path + u".name"_s, *problem);
    }
    const QString at = path + u".connections"_s;
    const QJsonArray sides = o.value("connections"_L1).toArray();
    if (sides.size() != 2) {
        reader.add(at, u"This must be a list of two connections."_s);
        return pair;
    }
    pair.one = reader.text(sides.at(0), at + u"[0]"_s, longestText);
    pair.another = reader.text(sides.at(1), at + u"[1]"_s, longestText);
    for (const QString &side : {pair.one, pair.another}) {
        if (!side.isEmpty() && !names.contains(caseless(side)))
            reader.add(at, u"No connection of the file has this name."_s);
    }
    if (!pair.one.isEmpty() && caseless(pair.one) == caseless(pair.another))
        reader.add(at, u"A pair is of two connections, and this is the same one twice."_s);
    return pair;
}

QJsonObject toObject(const ExportedConnection &entry)
{
    QJsonObject inputs;
    for (auto it = entry.inputs.begin(); it != entry.inputs.end(); ++it)
        inputs.insert(it.key(), it.value());
    QJsonObject o {{u"name"_s, entry.name},
                   {u"provider"_s, entry.provider},
                   {u"environment"_s, toString(entry.environment)},
                   {u"auth_method"_s, entry.authMethod},
                   {u"inputs"_s, inputs}};
    if (!entry.via.isEmpty())
        o.insert(u"via"_s, entry.via);
    if (!entry.organisation.isEmpty()) {
        o.insert(
            u"organisation"_s,
            QJsonObject {{u"id"_s, entry.organisation.id}, {u"name"_s, entry.organisation.name}});
    }
    if (entry.createdAt.isValid())
        o.insert(u"created"_s, entry.createdAt.toUTC().toString(Qt::ISODateWithMs));
    return o;
}

} // namespace

QString exportedPath(qsizetype index)
{
    return u"$.connections[%1]"_s.arg(index);
}

ExportedConnection exportedFrom(const Connection &connection, const ProviderPack *pack)
{
    ExportedConnection entry {connection.name,         connection.provider,   connection.via,
                              connection.environment,  connection.authMethod, connection.inputs,
                              connection.organisation, connection.createdAt};
    const AuthMethod *method = pack ? pack->authMethod(connection.authMethod) : nullptr;
    if (!method)
        return entry;
    // The pack may have changed since: what it calls a secret now, or asks for no more, stays here.
    QSet<QString> open;
    for (const auto environment : {Environment::Production, Environment::Test}) {
        for (const InputField &field : inputFields(*pack, *method, environment)) {
            if (!field.secret)
                open.insert(field.key);
        }
    }
    for (const QString &key : connection.inputs.keys()) {
        if (!open.contains(key))
            entry.inputs.remove(key);
    }
    return entry;
}

QByteArray toJson(const ConnectionExport &document)
{
    QJsonArray connections;
    for (const ExportedConnection &entry : document.connections)
        connections.append(toObject(entry));
    QJsonArray pairs;
    for (const ExportedPair &pair : document.pairs) {
        pairs.append(QJsonObject {{u"name"_s, pair.name},
                                  {u"connections"_s, QJsonArray {pair.one, pair.another}}});
    }
    return QJsonDocument(
               QJsonObject {{u"schema"_s, version},
                            {u"integrations"_s, pairs},
                            {u"connections"_s, connections},
                            {u"own_packs"_s, QJsonArray::fromStringList(document.ownPacks)}})
        .toJson(QJsonDocument::Indented);
}

Result<ConnectionExport, QList<PackProblem>> parseConnectionExport(const QByteArray &json)
{
    const auto whole = [](const QString &reason) { return QList<PackProblem> {{u"$"_s, reason}}; };
    if (json.size() > exportMaximumBytes)
        return whole(u"The file is larger than 8 MiB."_s);
    if (const auto problem = strictJsonProblem(json, exportMaximumDepth))
        return whole(*problem);
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    if (!parsed.isObject() || !parsed.object().contains("connections"_L1))
        return whole(u"This is no export of connections."_s);
    const QJsonObject root = parsed.object();
    const QJsonValue schema = root.value("schema"_L1);
    if (!schema.isDouble() || schema.toDouble() < 1)
        return QList<PackProblem> {{u"$.schema"_s, u"This must be the number 1."_s}};
    if (schema.toDouble() != version) {
        return QList<PackProblem> {
            {u"$.schema"_s, u"The file was written by a newer Relink. Update this one first."_s}};
    }
    Reader reader;
    reader.onlyKeys(root, u"$"_s,
                    {u"schema"_s, u"connections"_s, u"integrations"_s, u"own_packs"_s});
    ConnectionExport document;
    const QJsonArray connections = root.value("connections"_L1).toArray();
    if (!root.value("connections"_L1).isArray())
        reader.add(u"$.connections"_s, u"This must be a list."_s);
    if (connections.size() > mostConnections)
        return whole(u"The file has too many connections."_s);
    QSet<QString> names;
    for (qsizetype i = 0; i < connections.size(); ++i) {
        const QString path = exportedPath(i);
        const ExportedConnection entry = readEntry(reader, connections.at(i), path);
        if (!entry.name.isEmpty() && names.contains(caseless(entry.name)))
            reader.add(path + u".name"_s, u"Two connections of the file have this name."_s);
        names.insert(caseless(entry.name));
        document.connections.append(entry);
    }
    const QJsonValue pairs = root.value("integrations"_L1);
    if (!pairs.isUndefined() && !pairs.isArray())
        reader.add(u"$.integrations"_s, u"This must be a list."_s);
    const QJsonArray couples = pairs.toArray();
    if (couples.size() > mostConnections)
        return whole(u"The file has too many pairs."_s);
    QSet<std::pair<QString, QString>> coupled;
    for (qsizetype i = 0; i < couples.size(); ++i) {
        const QString path = u"$.integrations[%1]"_s.arg(i);
        const ExportedPair pair = readPair(reader, couples.at(i), path, names);
        std::pair sides(caseless(pair.one), caseless(pair.another));
        if (sides.second < sides.first)
            std::swap(sides.first, sides.second);
        if (!sides.first.isEmpty() && coupled.contains(sides))
            reader.add(path + u".connections"_s, u"These two are a pair already."_s);
        coupled.insert(sides);
        document.pairs.append(pair);
    }
    const QJsonValue packs = root.value("own_packs"_L1);
    if (!packs.isUndefined() && !packs.isArray())
        reader.add(u"$.own_packs"_s, u"This must be a list."_s);
    const QJsonArray ids = packs.toArray();
    for (qsizetype i = 0; i < ids.size(); ++i) {
        const QString id = ids.at(i).toString();
        if (!isPackId(id))
            reader.add(u"$.own_packs[%1]"_s.arg(i), u"This is no id of a provider."_s);
        document.ownPacks.append(id);
    }
    if (!reader.problems.isEmpty())
        return reader.problems;
    return document;
}

QList<PackProblem> misfits(const ExportedConnection &entry, const ProviderPack &pack,
                           const QString &path)
{
    const AuthMethod *method = pack.authMethod(entry.authMethod);
    if (entry.authMethod.isEmpty() && !pack.authMethods.isEmpty())
        method = &pack.authMethods.first();
    if (!method) {
        return {{path + u".auth_method"_s,
                 u"The provider has no such way of connecting in this Relink."_s}};
    }
    QList<PackProblem> problems;
    if (entry.environment == Environment::Test && !pack.hasTestEnvironment)
        problems.append({path + u".environment"_s, u"The provider has no Test Mode."_s});
    QStringList secrets;
    for (const InputField &field : method->inputs) {
        if (!field.secret)
            continue;
        secrets.append(field.key);
        if (entry.inputs.contains(field.key)) {
            problems.append(
                {path + u".inputs."_s + field.key, u"This is a secret, and an export has none."_s});
        }
    }
    for (const InputProblem &problem :
         checkInputs(pack, *method, entry.environment, entry.inputs, secrets)) {
        if (problem.code != QLatin1StringView(code::missingInput) && !secrets.contains(problem.key))
            problems.append({path + u".inputs."_s + problem.key, problem.reason});
    }
    return problems;
}

} // namespace relink
