// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/probeverdict.h"

#include "core/rules/httpdate.h"
#include "core/rules/inputs.h"
#include "core/rules/jsonpath.h"
#include "core/rules/ratelimit.h"
#include "core/rules/resolve.h"
#include "core/rules/template.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/xmlvalue.h"

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
    return answerValue(body);
}

QString identityOf(const ProbeDefinition &probe, const QJsonValue &root)
{
    if (!probe.identityPath.isEmpty())
        return scalarAt(root, probe.identityPath);
    for (const QString &key : {u"sub"_s, u"id"_s}) {
        if (const QString value = scalarAt(root, key); !value.isEmpty())
            return value;
    }
    return {};
}

QMap<QString, QString> valuesOf(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    return method ? placeholderValues(pack, *method, connection) : QMap<QString, QString>();
}

QList<Organisation> organisationsOf(const ProviderPack &pack, const Connection &connection,
                                    const QJsonValue &root)
{
    const ProbeDefinition &p = pack.probeOf(methodOf(pack, connection));
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

std::optional<AuthError> refusalStatus(const ProviderPack &pack, const HttpAnswer &answer,
                                       const QDateTime &now)
{
    if (answer.isSuccess())
        return std::nullopt;
    const QDateTime serverTime = parseHttpDate(answer.header("Date")).value_or(now);
    AuthError error = tokenEndpointError(answer, ErrorOrigin::Resource, serverTime);
    addWait(error, answer, pack.rateLimits, serverTime);
    return error;
}

//! What a 2xx says against the call.
std::optional<AuthError> failureInside(const ProbeDefinition &probe, const HttpAnswer &answer,
                                       const QJsonValue &root)
{
    if (probe.jsonAnswer && root.isUndefined())
        return transportError(answer, code::unreadable);
    if (!probe.successPath.isEmpty() && scalarAt(root, probe.successPath) != probe.successValue)
        return tokenEndpointError(answer, ErrorOrigin::Resource);
    if (!probe.failurePath.isEmpty()) {
        const QJsonValue failure = atPath(root, probe.failurePath);
        if (!failure.isUndefined() && !failure.isNull())
            return tokenEndpointError(answer, ErrorOrigin::Resource);
    }
    return std::nullopt;
}

} // namespace

std::optional<AuthError> judgeNamedProbe(const ProviderPack &pack, const NamedProbe &probe,
                                         const HttpAnswer &answer, const QDateTime &now)
{
    if (const auto error = refusalStatus(pack, answer, now))
        return error;
    if (isPage(answer))
        return transportError(answer, code::captivePortal);
    return failureInside(probe.call, answer, parsed(answer.body));
}

ProbeVerdict judgeProbe(const ProviderPack &pack, const Connection &connection,
                        const HttpAnswer &answer, const QDateTime &now)
{
    const ProbeDefinition &probe = pack.probeOf(methodOf(pack, connection));
    if (const auto error = refusalStatus(pack, answer, now))
        return refused(*error);
    if (isPage(answer))
        return refused(transportError(answer, code::captivePortal));

    const QJsonValue root = parsed(answer.body);
    ProbeVerdict verdict;
    if (usesOwnProbe(pack, connection)) {
        verdict.accepted = true;
        verdict.identity = identityOf(probe, root);
        return verdict;
    }
    if (const auto error = failureInside(probe, answer, root))
        return refused(*error);
    verdict.identity = identityOf(probe, root);
    verdict.organisations = organisationsOf(pack, connection, root);
    const QString chosen = connection.organisation.id;
    const bool reached = std::any_of(
        verdict.organisations.begin(), verdict.organisations.end(),
        [&chosen](const Organisation &o) { return chosen.isEmpty() || o.id == chosen; });
    if (!probe.organisationListPath.isEmpty() && !reached) {
        verdict.error = organisationMissingError(answer);
        return verdict;
    }
    verdict.accepted = true;
    return verdict;
}

} // namespace relink
