// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/revocation.h"

#include "sandbox/answers.h"
#include "sandbox/caller.h"
#include "sandbox/clientcheck.h"
#include "sandbox/practiceinputs.h"
#include "sandbox/tokenrequest.h"

#include "core/rules/template.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! One way of connecting and how its access is ended.
struct Ending
{
    const Visit &visit;
    const AuthMethod &method;
    const RevocationDefinition &how;
    Parameters parameters = {};
    QString clientId = {};

    //! What a token of the call is of; null: of nothing that this client may end.
    Grant *grantOf(const IssuedToken *issued) const
    {
        Grant *grant = issued ? visit.world.ledger.grant(issued->grant) : nullptr;
        const bool own = grant && grant->provider == visit.place.pack->id
            && (clientId.isEmpty() || grant->clientId == clientId);
        return own ? grant : nullptr;
    }

    void endWhole(Grant &grant) const
    {
        grant.end = Grant::End::Revoked;
        grant.accessSurvives = how.accessSurvives;
    }

    //! RFC 7009 2.2: an unknown token is no error. A refresh token takes its grant along.
    void endToken(const QString &text) const
    {
        Ledger &ledger = visit.world.ledger;
        IssuedToken *refresh = ledger.refresh(text);
        if (!refresh)
            refresh = ledger.refresh(shownToken(visit.place.pack->id, method.id, text));
        IssuedToken *access = ledger.access(text);
        if (Grant *grant = grantOf(refresh)) {
            endWhole(*grant);
        } else if (Grant *of = grantOf(access)) {
            access->revoked = !how.accessSurvives;
            if (how.style != RevocationStyle::Rfc7009)
                endWhole(*of);
        } else {
            ledger.endKey(visit.place.pack->id, text);
        }
    }
};

std::optional<http::Response> wrongHeader(const Ending &ending)
{
    const QString sent = QString::fromUtf8(ending.visit.request.header("Authorization"));
    if (ending.how.authorization.isEmpty()) {
        if (ending.how.withoutClient && !sent.isEmpty())
            return oauthError(400, u"invalid_request"_s, u"No client is asked for here."_s);
        return std::nullopt;
    }
    const auto values = readTemplate(ending.how.authorization, sent);
    const bool right
        = values && std::all_of(values->keyBegin(), values->keyEnd(), [&](const QString &name) {
              return isRight(ending.method, name, values->value(name));
          });
    return right ? std::nullopt
                 : std::optional(
                     oauthError(401, u"invalid_client"_s, u"The Authorization header is wrong."_s));
}

//! The fields that the pack names: its tokens are ended, its other values have to be right.
std::optional<http::Response> endByFields(const Ending &ending)
{
    QStringList tokens;
    const QMap<QString, QString> &fields = ending.how.fields;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QStringList names = placeholders(it.value()).value_or(QStringList());
        const bool token = names.contains(u"access_token"_s) || names.contains(u"refresh_token"_s);
        const auto values = readTemplate(it.value(), ending.parameters.value(it.key()));
        if (token && !ending.parameters.has(it.key()))
            continue;
        for (const QString &name : names) {
            const QString value = values ? values->value(name) : QString();
            if (name == "access_token"_L1 || name == "refresh_token"_L1)
                tokens.append(value);
            else if (!values || !isRight(ending.method, name, value))
                return oauthError(400, u"invalid_request"_s, it.key() + u" is wrong."_s);
        }
        if (!values)
            return oauthError(400, u"invalid_request"_s, it.key() + u" is missing or wrong."_s);
    }
    if (tokens.isEmpty()) {
        Ledger &ledger = ending.visit.world.ledger;
        for (Grant *grant : ledger.grantsOf(ending.visit.place.pack->id, ending.clientId))
            ending.endWhole(*grant);
    }
    for (const QString &token : std::as_const(tokens))
        ending.endToken(token);
    return std::nullopt;
}

Answer endByCall(Ending ending)
{
    const RevocationDefinition &how = ending.how;
    const Visit &visit = ending.visit;
    const Body body = readBody(
        visit.request, how.style == RevocationStyle::Json ? BodyEncoding::Json : how.encoding);
    if (body.refusal)
        return body.refusal;
    ending.parameters = body.parameters;
    if (auto refusal = wrongHeader(ending))
        return refusal;
    if (!how.withoutClient && how.authorization.isEmpty()) {
        const ClientCheck client = checkClient(visit, {&ending.method}, body.parameters);
        if (!client.ok)
            return clientRefusal(*visit.place.pack, client);
        ending.clientId = client.clientId;
    }
    const http::Response done {200, {{"Cache-Control", "no-store"}}, {}};
    if (how.style == RevocationStyle::Fields)
        return endByFields(ending).value_or(done);
    const QString token = body.parameters.value(u"token"_s);
    if (token.isEmpty())
        return oauthError(400, u"invalid_request"_s, u"token is missing."_s);
    ending.endToken(token);
    return done;
}

} // namespace

Answer revocationAnswer(const Visit &visit)
{
    const RevocationDefinition standard;
    Answer first;
    for (const AuthMethod *method : visit.place.methods) {
        const RevocationDefinition &how
            = visit.place.discovered ? standard : visit.place.pack->revocationOf(method);
        const bool deletes = how.style == RevocationStyle::Delete;
        if (visit.request.method != (deletes ? "DELETE" : "POST"))
            return oauthError(405, u"invalid_request"_s, u"Wrong method."_s);
        if (deletes) {
            const Caller caller = authenticate(visit);
            if (caller.refusal)
                return caller.refusal;
            if (caller.grant)
                Ending {visit, *method, how}.endWhole(*caller.grant);
            else
                visit.world.ledger.endKey(visit.place.pack->id, caller.key);
            return jsonAnswer(200, QJsonObject());
        }
        const Answer answer = endByCall({visit, *method, how});
        if (answer->status < 300)
            return answer;
        first = first ? first : answer;
    }
    return first;
}

} // namespace relink::sandbox
