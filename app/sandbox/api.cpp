// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api.h"

#include "sandbox/answers.h"
#include "sandbox/caller.h"
#include "sandbox/parameters.h"
#include "sandbox/practice.h"
#include "sandbox/probeanswer.h"

#include <QJsonDocument>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

http::Response message(int status, const QString &sentence)
{
    return jsonAnswer(status, QJsonObject {{u"message"_s, sentence}});
}

//! True when the address or the organisation header names something else than was authorised.
bool namesAnother(const Visit &visit, const Grant &grant)
{
    for (auto it = visit.place.values.begin(); it != visit.place.values.end(); ++it) {
        const QString known = grant.values.value(it.key());
        if (!known.isEmpty() && known.compare(it.value(), Qt::CaseInsensitive) != 0)
            return true;
    }
    const ProviderPack &pack = *visit.place.pack;
    QString wanted;
    if (!pack.organisationHeader.isEmpty()) {
        wanted = QString::fromUtf8(
            visit.request.header(pack.organisationHeader.toLatin1().constData()));
    }
    if (wanted.isEmpty() && !pack.organisationParameter.isEmpty())
        wanted = fromForm(visit.request.query).value(pack.organisationParameter);
    return !wanted.isEmpty()
        && std::none_of(grant.organisations.begin(), grant.organisations.end(),
                        [&wanted](const QString &key) { return organisation(key).uuid == wanted; });
}

//! What is wrong with the request apart from its credential; empty: nothing.
std::optional<http::Response> wrongRequest(const Visit &visit, const AuthMethod &method)
{
    const ProbeDefinition &probe = visit.place.pack->probeOf(&method);
    const bool probes = visit.place.kind == PlaceKind::Probe && !visit.place.discovered;
    const QByteArray wanted = probes ? probe.method.toLatin1() : QByteArray("GET");
    if (!wanted.isEmpty() && visit.request.method != wanted && visit.request.method != "HEAD")
        return message(405, u"Wrong method."_s);
    if (!probes)
        return std::nullopt;
    const bool same = isJson(visit.request)
        ? QJsonDocument::fromJson(visit.request.body) == QJsonDocument::fromJson(probe.body)
        : visit.request.body == probe.body;
    if (!same)
        return message(400, u"The body is another than the pack's."_s);
    return std::nullopt;
}

std::optional<http::Response> faultOf(const Visit &visit)
{
    const ProviderPack &pack = *visit.place.pack;
    Faults &faults = visit.world.faults;
    const QString &area = visit.place.area;
    if (faults.use(pack.id, FaultKind::RemovePermission, area)) {
        return packError(
                   pack,
                   {ofClass(ErrorClass::PermissionRole), ofClass(ErrorClass::PermissionScope)},
                   ErrorStage::Probe, 403, 403)
            .value_or(bearerError(403, u"insufficient_scope"_s,
                                  u"The person who signed in may not do this."_s));
    }
    if (faults.use(pack.id, FaultKind::RestrictPlan, area)) {
        return packError(pack, {ofClass(ErrorClass::PlanRestriction)}, ErrorStage::Probe,
                         std::nullopt, 402)
            .value_or(message(402, u"The plan does not include this feature."_s));
    }
    return std::nullopt;
}

} // namespace

http::Response apiAnswer(const Visit &visit)
{
    const Caller caller = authenticate(visit);
    if (caller.refusal)
        return *caller.refusal;
    if (const auto fault = faultOf(visit))
        return *fault;
    if (caller.grant && namesAnother(visit, *caller.grant))
        return wrongOrganisation(visit);
    if (visit.place.kind != PlaceKind::Api && visit.place.kind != PlaceKind::Area) {
        if (const auto wrong = wrongRequest(visit, *caller.method))
            return *wrong;
        return probeAnswer(visit, caller);
    }
    if (caller.grant && caller.grant->disconnected)
        return wrongOrganisation(visit);
    const PracticePerson &who = person(caller.grant ? caller.grant->person : QString());
    return jsonAnswer(200, QJsonObject {{u"id"_s, who.number}, {u"practice"_s, true}});
}

} // namespace relink::sandbox
