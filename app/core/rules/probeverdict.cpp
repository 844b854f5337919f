// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/probeverdict.h"

#include "core/rules/httpdate.h"
#include "core/rules/inputs.h"
#include "core/rules/jsonpath.h"
#include "core/rules/resolve.h"
#include "core/rules/template.h"
#include "core/rules/tokenresponse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

ProbeVerdict refused(AuthError error)
{
    ProbeVerdict verdict;
    verdict.error = std::move(error);
    return verdict;
}

AuthError transportError(const HttpAnswer &answer, const char *code)
{
    AuthError error;
    error.origin = ErrorOrigin::Transport;
    error.code = QLatin1StringView(code);
    error.httpStatus = answer.status;
    error.evidence = answer.body.left(8 * 1024);
    return error;
}

bool isPage(const HttpAnswer &answer)
{
    QByteArray start = answer.body.left(512);
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.mid(3);
    start = start.trimmed().toLower();
    // Some servers label their JSON as HTML.
    if (start.startsWith('{') || start.startsWith('['))
        return false;
    const QByteArray type = answer.header("Content-Type").trimmed().toLower();
    return type.startsWith("text/html") || type.startsWith("application/xhtml")
        || start.startsWith("<!doctype html") || start.startsWith("<html");
}

//! An object or list; undefined for anything else.
QJsonValue parsed(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(QJsonValue::Undefined);
}

QString identityOf(const ProviderPack &pack, const QJsonValue &root)
{
    if (!pack.probe.identityPath.isEmpty())
        return scalarAt(root, pack.probe.identityPath);
    for (const QString &key : {u"sub"_s, u"id"_s}) {
        if (const QString value = scalarAt(root, key); !value.isEmpty())
            return value;
    }
    return {};
}

QMap<QString, QString> valuesOf(const ProviderPack &pack, const Connection &connection)
{
    QMap<QString, QString> values = connection.captures;
    if (const AuthMethod *method = methodOf(pack, connection)) {
        values.insert(effectiveInputs(pack, *method, connection.environment, connection.inputs));
    }
    values.insert(pack.constants);
    return values;
}

QList<Organisation> organisationsOf(const ProviderPack &pack, const Connection &connection,
                                    const QJsonValue &root)
{
    const ProbeDefinition &p = pack.probe;
    QList<Organisation> list;
    const auto add = [&list](const QString &id, const QString &name) {
        const Organisation organisation {id, name};
        if (!organisation.isEmpty() && !list.contains(organisation))
            list.append(organisation);
    };
    const auto at = [](const QJsonValue &value, const QString &path) {
        return path.isEmpty() ? QString() : scalarAt(value, path);
    };
    if (!p.organisationListPath.isEmpty()) {
        const QJsonArray entries = atPath(root, p.organisationListPath).toArray();
        for (const QJsonValue entry : entries) {
            if (const QString id = at(entry, p.organisationIdPath); !id.isEmpty())
                add(id, at(entry, p.organisationNamePath));
        }
        return list;
    }
    QString id = at(root, p.organisationIdPath);
    if (!p.organisationId.isEmpty()) {
        if (const auto text = expandText(p.organisationId, valuesOf(pack, connection)))
            id = *text;
    }
    add(id, at(root, p.organisationNamePath));
    return list;
}

AuthError organisationMissingError(const HttpAnswer &answer)
{
    AuthError error;
    error.origin = ErrorOrigin::Resource;
    error.code = QLatin1StringView(code::organisationMissing);
    error.httpStatus = answer.status;
    error.evidence = answer.body.left(8 * 1024);
    return error;
}

} // namespace

ProbeVerdict judgeProbe(const ProviderPack &pack, const Connection &connection,
                        const HttpAnswer &answer)
{
    if (!answer.isSuccess()) {
        const auto serverTime = parseHttpDate(answer.header("Date"));
        return refused(
            tokenEndpointError(answer, ErrorOrigin::Resource, serverTime.value_or(QDateTime())));
    }
    if (isPage(answer))
        return refused(transportError(answer, code::captivePortal));

    const QJsonValue root = parsed(answer.body);
    ProbeVerdict verdict;
    if (usesOwnProbe(pack, connection)) {
        verdict.accepted = true;
        verdict.identity = identityOf(pack, root);
        return verdict;
    }
    if (pack.probe.jsonAnswer && root.isUndefined())
        return refused(transportError(answer, code::unreadable));
    if (!pack.probe.failurePath.isEmpty()) {
        const QJsonValue failure = atPath(root, pack.probe.failurePath);
        if (!failure.isUndefined() && !failure.isNull())
            return refused(tokenEndpointError(answer, ErrorOrigin::Resource));
    }
    verdict.identity = identityOf(pack, root);
    verdict.organisations = organisationsOf(pack, connection, root);
    const QString chosen = connection.organisation.id;
    const bool reached = std::any_of(
        verdict.organisations.begin(), verdict.organisations.end(),
        [&chosen](const Organisation &o) { return chosen.isEmpty() || o.id == chosen; });
    if (!pack.probe.organisationListPath.isEmpty() && !reached) {
        verdict.error = organisationMissingError(answer);
        return verdict;
    }
    verdict.accepted = true;
    return verdict;
}

} // namespace relink
