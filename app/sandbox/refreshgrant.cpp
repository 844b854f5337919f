// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/answers.h"
#include "sandbox/grants.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"
#include "sandbox/tokenshape.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! The token as it was issued, or as a person was shown it; the first use of that opens its grant.
IssuedToken *knownToken(const TokenRequest &request, const QString &given)
{
    Ledger &ledger = request.visit.world.ledger;
    if (IssuedToken *issued = ledger.refresh(given))
        return issued;
    const AuthMethod &method = request.method;
    if (method.kind != AuthKind::RefreshToken)
        return nullptr;
    const QString shown = shownToken(request.pack().id, method.id, given);
    if (IssuedToken *used = ledger.refresh(shown))
        return used;
    if (!isPracticeText(inputOf(method, method.tokenInput), given, refreshToken))
        return nullptr;
    Grant grant;
    grant.provider = request.pack().id;
    grant.method = method.id;
    grant.environment = request.visit.place.environment;
    grant.clientId = request.client.clientId;
    grant.scope = method.scopes;
    grant.person = people().first().key;
    grant.organisations = {organisations().first().key};
    grant.values = request.visit.place.values;
    ledger.adoptRefresh(ledger.open(grant).id, shown);
    return ledger.refresh(shown);
}

//! RFC 6749 has no word for it, so only the pack can.
http::Response tooEarly(const TokenRequest &request)
{
    const bool inside = !request.method.tokenAnswer.successPath.isEmpty();
    return packError(request.pack(), {ofClass(ErrorClass::NotAnError)}, ErrorStage::Refresh,
                     std::nullopt, 400, inside)
        .value_or(
            oauthError(400, u"invalid_request"_s, u"The access token has not expired yet."_s));
}

QString endWords(Grant::End end)
{
    return end == Grant::End::HardExpired ? u"The refresh token has reached the end of its life."_s
                                          : u"The refresh token was revoked."_s;
}

} // namespace

Answer refreshTokens(const TokenRequest &request)
{
    const auto refused
        = [&request](const QString &why) { return request.refused(u"invalid_grant"_s, why); };
    const AuthMethod &method = request.method;
    World &world = request.visit.world;
    const QString given = request.value(u"refresh_token"_s);
    if (given.isEmpty())
        return oauthError(400, u"invalid_request"_s,
                          request.name(u"refresh_token"_s) + u" is missing."_s);
    IssuedToken *token = knownToken(request, given);
    Grant *grant = token ? world.ledger.grant(token->grant) : nullptr;
    if (!grant || grant->provider != request.pack().id || token->revoked)
        return refused(u"The refresh token is unknown."_s);
    if (!request.client.clientId.isEmpty() && grant->clientId != request.client.clientId)
        return refused(u"The refresh token was issued to another client."_s);
    const std::optional<Environment> here = request.visit.place.environment;
    if (grant->environment && here && grant->environment != here)
        return refused(u"The refresh token is of the other environment."_s);
    if (grant->end != Grant::End::None)
        return refused(endWords(grant->end));

    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TokenLifetimes lifetimes = lifetimesOf(method);
    const auto left = world.ledger.accessLeft(grant->id);
    if (lifetimes.earliestRefresh && left && *left > *lifetimes.earliestRefresh)
        return tooEarly(request);
    if (token->replacedAt) {
        const qint64 grace = lifetimes.grace ? lifetimes.grace->count() : 0;
        if (token->replacedAt->secsTo(now) >= grace) {
            grant->end = Grant::End::Reused;
            return refused(
                u"The refresh token was used before; all tokens of this grant are withdrawn."_s);
        }
    }
    const bool rotates = lifetimes.rotates.value_or(false);
    if (rotates && !token->replacedAt)
        token->replacedAt = now;
    // Not known to rotate: the token comes back as it is. Known not to: none comes back.
    const http::Response answer = tokenAnswerFor(request.visit, method, *grant,
                                                 {rotates, lifetimes.rotates ? QString() : given});
    if (world.faults.use(request.pack().id, FaultKind::LoseAnswer))
        return std::nullopt;
    return answer;
}

} // namespace relink::sandbox
