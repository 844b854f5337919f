// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/valuejson.h"

#include "storage/jsonparts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QJsonValue urlJson(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QUrl urlFromJson(const QJsonValue &json)
{
    return QUrl(json.toString(), QUrl::StrictMode);
}

//! Bytes of any kind.
QJsonValue bytesJson(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesFromJson(const QJsonValue &json)
{
    return QByteArray::fromBase64(json.toString().toLatin1());
}

RecommendedAction actionFromString(const QString &text)
{
    for (int i = 0; i <= int(RecommendedAction::ContactSupport); ++i) {
        if (toString(RecommendedAction(i)) == text)
            return RecommendedAction(i);
    }
    return RecommendedAction::None;
}

QJsonObject alternativeJson(const Alternative &alternative)
{
    return {{u"class"_s, toString(alternative.errorClass)}, {u"why"_s, alternative.why}};
}

Alternative alternativeFromJson(const QJsonObject &json)
{
    return {classFromJson(json[u"class"_s]), json[u"why"_s].toString()};
}

} // namespace

QJsonObject toJson(const AuthError &error)
{
    QJsonObject json {
        {u"origin"_s, toString(error.origin)},
        {u"code"_s, error.code},
        {u"provider_code"_s, error.providerCode},
        {u"description"_s, error.description},
        {u"uri"_s, error.uri},
        {u"evidence"_s, bytesJson(error.evidence)},
        {u"challenge"_s, bytesJson(error.challenge)},
    };
    if (error.httpStatus)
        json[u"http_status"_s] = *error.httpStatus;
    if (error.retryAfter)
        json[u"retry_after"_s] = qint64(error.retryAfter->count());
    return json;
}

AuthError authErrorFromJson(const QJsonObject &json)
{
    AuthError error;
    error.origin = errorOriginFromString(json[u"origin"_s].toString()).value_or(error.origin);
    error.code = json[u"code"_s].toString();
    error.providerCode = json[u"provider_code"_s].toString();
    error.description = json[u"description"_s].toString();
    error.uri = json[u"uri"_s].toString();
    error.evidence = bytesFromJson(json[u"evidence"_s]);
    error.challenge = bytesFromJson(json[u"challenge"_s]);
    if (const QJsonValue status = json[u"http_status"_s]; status.isDouble())
        error.httpStatus = int(status.toInteger());
    if (const QJsonValue wait = json[u"retry_after"_s]; wait.isDouble())
        error.retryAfter = std::chrono::seconds(wait.toInteger());
    return error;
}

QJsonObject toJson(const Diagnosis &diagnosis)
{
    return {
        {u"class"_s, toString(diagnosis.errorClass)},
        {u"cause"_s, diagnosis.cause},
        {u"confidence"_s, diagnosis.confidence},
        {u"alternatives"_s, arrayOf(diagnosis.alternatives, alternativeJson)},
        {u"action"_s, toString(diagnosis.action)},
        {u"rule"_s, diagnosis.rule},
        {u"source"_s, diagnosis.source},
    };
}

Diagnosis diagnosisFromJson(const QJsonObject &json)
{
    Diagnosis diagnosis;
    diagnosis.errorClass = classFromJson(json[u"class"_s]);
    diagnosis.cause = json[u"cause"_s].toString();
    diagnosis.confidence = json[u"confidence"_s].toDouble();
    diagnosis.alternatives = listOf<Alternative>(json[u"alternatives"_s], alternativeFromJson);
    diagnosis.action = actionFromString(json[u"action"_s].toString());
    diagnosis.rule = json[u"rule"_s].toString();
    diagnosis.source = json[u"source"_s].toString();
    return diagnosis;
}

QJsonObject toJson(const Endpoints &endpoints)
{
    return {
        {u"authorization"_s, urlJson(endpoints.authorization)},
        {u"token"_s, urlJson(endpoints.token)},
        {u"refresh"_s, urlJson(endpoints.refresh)},
        {u"device"_s, urlJson(endpoints.device)},
        {u"revocation"_s, urlJson(endpoints.revocation)},
        {u"probe"_s, urlJson(endpoints.probe)},
        {u"issuer"_s, endpoints.issuer},
        {u"issuer_in_redirect"_s, endpoints.issuerInRedirect},
    };
}

Endpoints endpointsFromJson(const QJsonObject &json)
{
    Endpoints endpoints;
    endpoints.authorization = urlFromJson(json[u"authorization"_s]);
    endpoints.token = urlFromJson(json[u"token"_s]);
    endpoints.refresh = urlFromJson(json[u"refresh"_s]);
    endpoints.device = urlFromJson(json[u"device"_s]);
    endpoints.revocation = urlFromJson(json[u"revocation"_s]);
    endpoints.probe = urlFromJson(json[u"probe"_s]);
    endpoints.issuer = json[u"issuer"_s].toString();
    endpoints.issuerInRedirect = json[u"issuer_in_redirect"_s].toBool();
    return endpoints;
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject json;
    for (auto it = map.begin(); it != map.end(); ++it)
        json[it.key()] = it.value();
    return json;
}

QMap<QString, QString> mapFromJson(const QJsonObject &json)
{
    QMap<QString, QString> map;
    for (auto it = json.begin(); it != json.end(); ++it)
        map[it.key()] = it.value().toString();
    return map;
}

QJsonArray toJson(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QStringList listFromJson(const QJsonArray &json)
{
    QStringList list;
    for (const QJsonValue item : json)
        list.append(item.toString());
    return list;
}

QJsonObject toJson(const Renewal &renewal)
{
    QJsonObject json {{u"at"_s, timeJson(renewal.at)}};
    if (renewal.against)
        json[u"against"_s] = toString(*renewal.against);
    return json;
}

Renewal renewalFromJson(const QJsonObject &json)
{
    return {timeFromJson(json[u"at"_s]), errorClassFromString(json[u"against"_s].toString())};
}

QJsonObject toJson(const AreaReport &report)
{
    QJsonObject json {
        {u"what"_s, report.what},
        {u"works"_s, report.works},
        {u"since"_s, timeJson(report.since)},
        {u"checked_at"_s, timeJson(report.checkedAt)},
        {u"source"_s, report.source == AreaSource::Pasted ? u"pasted"_s : u"probe"_s},
    };
    if (!report.area.isEmpty())
        json[u"area"_s] = report.area;
    if (!report.works)
        json[u"diagnosis"_s] = toJson(report.diagnosis);
    return json;
}

AreaReport areaReportFromJson(const QJsonObject &json)
{
    AreaReport report;
    report.area = json[u"area"_s].toString();
    report.what = json[u"what"_s].toString();
    report.works = json[u"works"_s].toBool();
    report.since = timeFromJson(json[u"since"_s]);
    report.checkedAt = timeFromJson(json[u"checked_at"_s]);
    report.source = json[u"source"_s] == "pasted"_L1 ? AreaSource::Pasted : AreaSource::Probe;
    if (!report.works)
        report.diagnosis = diagnosisFromJson(json[u"diagnosis"_s].toObject());
    return report;
}

QJsonObject detailsJson(const Connection &c)
{
    QJsonObject json;
    if (!c.inputs.isEmpty())
        json[u"inputs"_s] = toJson(c.inputs);
    if (!c.captures.isEmpty())
        json[u"captures"_s] = toJson(c.captures);
    if (c.discovered != Endpoints {})
        json[u"discovered"_s] = toJson(c.discovered);
    if (!c.boundOrigins.isEmpty())
        json[u"bound_origins"_s] = toJson(c.boundOrigins);
    if (!c.scope.isEmpty())
        json[u"scope"_s] = toJson(c.scope);
    if (!c.areas.isEmpty()) {
        json[u"areas"_s]
            = arrayOf(c.areas, [](const AreaReport &report) { return toJson(report); });
    }
    if (c.renewed)
        json[u"renewed"_s] = toJson(*c.renewed);
    return json;
}

void readDetails(const QJsonObject &json, Connection &c)
{
    c.inputs = mapFromJson(json[u"inputs"_s].toObject());
    c.captures = mapFromJson(json[u"captures"_s].toObject());
    if (const QJsonValue discovered = json[u"discovered"_s]; discovered.isObject())
        c.discovered = endpointsFromJson(discovered.toObject());
    c.boundOrigins = listFromJson(json[u"bound_origins"_s].toArray());
    c.scope = listFromJson(json[u"scope"_s].toArray());
    c.areas = listOf<AreaReport>(json[u"areas"_s], areaReportFromJson);
    if (const QJsonValue renewed = json[u"renewed"_s]; renewed.isObject())
        c.renewed = renewalFromJson(renewed.toObject());
}

QJsonObject toJson(const Connection &c)
{
    QJsonObject state {
        {u"health"_s, toString(c.state.health)},
        {u"since"_s, timeJson(c.state.since)},
        {u"verified_at"_s, timeJson(c.state.verifiedAt)},
        {u"retry_at"_s, timeJson(c.state.retryAt)},
        {u"failures"_s, c.state.failures},
    };
    if (c.state.keychainReason)
        state[u"keychain_reason"_s] = toString(*c.state.keychainReason);
    if (c.state.diagnosis)
        state[u"diagnosis"_s] = toJson(*c.state.diagnosis);
    if (c.state.error)
        state[u"error"_s] = toJson(*c.state.error);
    QJsonObject json {
        {u"id"_s, c.id.value},
        {u"name"_s, c.name},
        {u"provider"_s, c.provider},
        {u"via"_s, c.via},
        {u"environment"_s, toString(c.environment)},
        {u"auth_method"_s, c.authMethod},
        {u"organisation_id"_s, c.organisation.id},
        {u"organisation_name"_s, c.organisation.name},
        {u"identity"_s, c.identity},
        {u"secret_account"_s, c.secretAccount},
        {u"has_secret"_s, c.hasSecret},
        {u"created_at"_s, timeJson(c.createdAt)},
        {u"access_expires_at"_s, timeJson(c.accessExpiresAt)},
        {u"refresh_expires_at"_s, timeJson(c.refreshExpiresAt)},
        {u"state"_s, state},
        {u"details"_s, detailsJson(c)},
    };
    if (c.credentialEnvironment)
        json[u"credential_environment"_s] = toString(*c.credentialEnvironment);
    return json;
}

Connection connectionFromJson(const QJsonObject &json)
{
    Connection c;
    c.id.value = json[u"id"_s].toString();
    c.name = json[u"name"_s].toString();
    c.provider = json[u"provider"_s].toString();
    c.via = json[u"via"_s].toString();
    c.environment
        = environmentFromString(json[u"environment"_s].toString()).value_or(c.environment);
    c.credentialEnvironment = environmentFromString(json[u"credential_environment"_s].toString());
    c.authMethod = json[u"auth_method"_s].toString();
    c.organisation.id = json[u"organisation_id"_s].toString();
    c.organisation.name = json[u"organisation_name"_s].toString();
    c.identity = json[u"identity"_s].toString();
    c.secretAccount = json[u"secret_account"_s].toString();
    c.hasSecret = json[u"has_secret"_s].toBool();
    c.createdAt = timeFromJson(json[u"created_at"_s]);
    c.accessExpiresAt = optionalTimeFromJson(json[u"access_expires_at"_s]);
    c.refreshExpiresAt = optionalTimeFromJson(json[u"refresh_expires_at"_s]);
    readDetails(json[u"details"_s].toObject(), c);
    const QJsonObject state = json[u"state"_s].toObject();
    c.state.health = healthFromString(state[u"health"_s].toString()).value_or(Health::Unverified);
    c.state.keychainReason = keychainReasonFromString(state[u"keychain_reason"_s].toString());
    if (const QJsonValue diagnosis = state[u"diagnosis"_s]; diagnosis.isObject())
        c.state.diagnosis = diagnosisFromJson(diagnosis.toObject());
    if (const QJsonValue error = state[u"error"_s]; error.isObject())
        c.state.error = authErrorFromJson(error.toObject());
    c.state.since = timeFromJson(state[u"since"_s]);
    c.state.verifiedAt = timeFromJson(state[u"verified_at"_s]);
    c.state.retryAt = optionalTimeFromJson(state[u"retry_at"_s]);
    c.state.failures = state[u"failures"_s].toInt();
    return c;
}

QString columnText(const QJsonObject &json)
{
    // SQLite would replace these two; escaped they are plain ASCII.
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))
        .replace(QChar(0xfffe), u"\\ufffe"_s)
        .replace(QChar(0xffff), u"\\uffff"_s);
}

QJsonObject objectFromColumn(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace relink
