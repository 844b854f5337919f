// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/assertion.h"
#include "sandbox/grants.h"
#include "sandbox/practice.h"
#include "sandbox/tokenshape.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! Nobody signs in, so it is always the same person and company.
Answer mint(const TokenRequest &request)
{
    const AuthMethod &method = request.method;
    const QString separator = method.scopeSeparator.isEmpty() ? u" "_s : method.scopeSeparator;
    Grant grant;
    grant.provider = request.pack().id;
    grant.method = method.id;
    grant.environment = request.visit.place.environment;
    grant.clientId = request.client.clientId;
    grant.scope = request.value(u"scope"_s).split(separator, Qt::SkipEmptyParts);
    grant.person = people().first().key;
    grant.organisations = {organisations().first().key};
    grant.values = request.visit.place.values;
    const http::Response answer
        = tokenAnswerFor(request.visit, method, request.visit.world.ledger.open(grant), {});
    if (request.visit.world.faults.use(request.pack().id, FaultKind::LoseAnswer))
        return std::nullopt;
    return answer;
}

} // namespace

Answer mintForClient(const TokenRequest &request)
{
    return mint(request);
}

Answer mintForAssertion(const TokenRequest &request)
{
    const QString problem
        = assertionProblem(request.visit, request.method, request.parameters.value(u"assertion"_s));
    if (!problem.isEmpty())
        return request.refused(u"invalid_grant"_s, problem);
    return mint(request);
}

} // namespace relink::sandbox
