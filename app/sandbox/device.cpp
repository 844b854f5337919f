// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/device.h"

#include "sandbox/answers.h"
#include "sandbox/clientcheck.h"
#include "sandbox/grants.h"
#include "sandbox/html.h"
#include "sandbox/permission.h"
#include "sandbox/sample.h"
#include "sandbox/tokenrequest.h"
#include "sandbox/tokenshape.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lifetime = 300s;

//! RFC 8628 6.1: consonants alone, so that no word comes of it.
const QString userCodeForm = u"[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}"_s;

http::Response page(const QString &title, const QString &sentence)
{
    return pageAnswer(
        200, title,
        u"<main>\n<h1>%1</h1>\n<p>%2</p>\n</main>"_s.arg(escaped(title), escaped(sentence)));
}

http::Response form(const Visit &visit, const QString &userCode, const QString &problem)
{
    const ProviderPack &pack = *visit.place.pack;
    const QString alert = problem.isEmpty()
        ? QString()
        : u"<p role=\"alert\"><strong>%1</strong></p>\n"_s.arg(escaped(problem));
    return pageAnswer(
        problem.isEmpty() ? 200 : 400, pack.name + u": enter a code"_s,
        u"<main>\n<h1>%1: enter the code</h1>\n%2<form method=\"post\" action=\"%3\">\n"
        "<label>Code that the application shows <input name=\"user_code\" value=\"%4\" required>"
        "</label>\n%5</form>\n</main>"_s.arg(escaped(pack.name), alert,
                                             escaped(QString::fromLatin1(visit.request.path)),
                                             escaped(userCode), permissionFields(pack)));
}

} // namespace

Answer deviceAnswer(const Visit &visit)
{
    QList<const AuthMethod *> methods;
    for (const AuthMethod *method : visit.place.methods) {
        if (method->kind == AuthKind::DeviceCode)
            methods.append(method);
    }
    if (methods.isEmpty())
        return oauthError(404, u"invalid_request"_s, u"There is no signing in by code here."_s);
    const Body body = readBody(visit.request, methods.first()->tokenEncoding);
    if (body.refusal)
        return body.refusal;
    const ClientCheck client = checkClient(visit, methods, body.parameters);
    if (!client.ok)
        return clientRefusal(*visit.place.pack, client);
    const AuthMethod &method = *client.method;
    DeviceCode code;
    code.wish.provider = visit.place.pack->id;
    code.wish.method = method.id;
    code.wish.environment = visit.place.environment;
    code.wish.clientId = client.clientId;
    code.wish.scope = body.parameters.value(method.tokenName(u"scope"_s).value_or(QString()))
                          .split(method.scopeSeparator.isEmpty() ? u" "_s : method.scopeSeparator,
                                 Qt::SkipEmptyParts);
    code.wish.values = visit.place.values;
    code.userCode = sampleOf(userCodeForm, Filling::Random).value_or(u"BCDF-GHJK"_s);
    code.expiresAt = QDateTime::currentDateTimeUtc().addSecs(lifetime.count());
    const QString address = visit.world.origin + u'/' + visit.place.pack->id + u"/device"_s;
    return jsonAnswer(
        200,
        QJsonObject {
            {u"device_code"_s, visit.world.ledger.issueDevice(code)},
            {u"user_code"_s, code.userCode},
            {u"verification_uri"_s, address},
            {u"verification_uri_complete"_s, QString(address + u"?user_code="_s + code.userCode)},
            {u"expires_in"_s, static_cast<qint64>(lifetime.count())},
            {u"interval"_s, static_cast<qint64>(code.interval.count())},
        });
}

http::Response devicePageAnswer(const Visit &visit)
{
    const QString provider = visit.place.pack->id;
    const Parameters given = fromForm(visit.request.body);
    // The complete address has the code; a person may type it over.
    const QString offered = fromForm(visit.request.query).value(u"user_code"_s);
    const QString userCode
        = (given.has(u"user_code"_s) ? given.value(u"user_code"_s) : offered).trimmed().toUpper();
    if (visit.request.method != "POST")
        return form(visit, userCode, {});
    Ledger &ledger = visit.world.ledger;
    DeviceCode *code = ledger.deviceByUserCode(provider, userCode);
    if (!code || code->grant != 0 || code->declined
        || QDateTime::currentDateTimeUtc() >= code->expiresAt) {
        return form(visit, userCode, u"This code is unknown or over."_s);
    }
    const QString decision = given.value(u"decision"_s);
    if (decision == "decline"_L1) {
        code->declined = true;
        return page(u"You declined"_s, u"Nothing was connected. You can go back to Relink."_s);
    }
    if (decision != "allow"_L1)
        return form(visit, userCode, u"The form says neither “allow” nor “decline”."_s);
    Grant grant = code->wish;
    takePermission(given, grant);
    code->grant = ledger.open(grant).id;
    return page(u"Permission given"_s, u"You can close this page and go back to Relink."_s);
}

Answer redeemDeviceCode(const TokenRequest &request)
{
    Ledger &ledger = request.visit.world.ledger;
    DeviceCode *code = ledger.device(request.parameters.value(u"device_code"_s));
    if (!code || code->wish.provider != request.pack().id || code->used
        || code->wish.clientId != request.client.clientId) {
        return request.refused(u"invalid_grant"_s, u"The device code is unknown."_s);
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now >= code->expiresAt)
        return oauthError(400, u"expired_token"_s, u"The device code has expired."_s);
    // A little tolerance: clients count from the answer, this counts from the request.
    const bool tooSoon = code->askedAt.isValid()
        && code->askedAt.msecsTo(now) < std::chrono::milliseconds(code->interval).count() - 100;
    code->askedAt = now;
    if (tooSoon) {
        code->interval += 5s;
        return oauthError(400, u"slow_down"_s, u"Asked more often than allowed."_s);
    }
    if (code->declined)
        return oauthError(400, u"access_denied"_s, u"The person declined."_s);
    if (code->grant == 0)
        return oauthError(400, u"authorization_pending"_s, u"Nobody has decided yet."_s);
    Grant *grant = ledger.grant(code->grant);
    if (grant->end != Grant::End::None)
        return request.refused(u"invalid_grant"_s, u"The permission was withdrawn."_s);
    code->used = true;
    return tokenAnswerFor(request.visit, request.method, *grant, {true});
}

} // namespace relink::sandbox
