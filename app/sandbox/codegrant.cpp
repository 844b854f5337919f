// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/grants.h"
#include "sandbox/tokenshape.h"

#include <QCryptographicHash>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isVerified(const Code &code, const QString &verifier)
{
    if (code.challenge.isEmpty())
        return verifier.isEmpty();
    const QByteArray challenge
        = QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return verifier.size() >= 43 && verifier.size() <= 128 && challenge == code.challenge;
}

} // namespace

Answer exchangeCode(const TokenRequest &request)
{
    const auto refused
        = [&request](const QString &why) { return request.refused(u"invalid_grant"_s, why); };
    Ledger &ledger = request.visit.world.ledger;
    Code *code = ledger.code(request.value(u"code"_s));
    Grant *grant = code ? ledger.grant(code->grant) : nullptr;
    if (!grant || grant->provider != request.pack().id)
        return refused(u"The code is unknown."_s);
    if (code->used) {
        // RFC 6749 4.1.2: what was issued for it is withdrawn.
        grant->end = Grant::End::Reused;
        return refused(u"The code was used before."_s);
    }
    const std::optional<Environment> here = request.visit.place.environment;
    if (grant->environment && here && grant->environment != here)
        return refused(u"The code is of the other environment."_s);
    // Any attempt uses the code up, so that nobody can try verifiers.
    code->used = true;
    if (grant->end != Grant::End::None || QDateTime::currentDateTimeUtc() > code->expiresAt)
        return refused(u"The code has expired."_s);
    const QString &client = request.client.clientId;
    if (!client.isEmpty() && !grant->clientId.isEmpty() && grant->clientId != client)
        return refused(u"The code was issued to another client."_s);
    if (!request.name(u"redirect_uri"_s).isEmpty()
        && request.value(u"redirect_uri"_s) != code->redirectUri) {
        return refused(u"The redirect_uri differs from the one of the request."_s);
    }
    if (!isVerified(*code, request.value(u"code_verifier"_s)))
        return refused(u"The code verifier does not fit the challenge."_s);
    grant->method = request.method.id;
    if (grant->clientId.isEmpty())
        grant->clientId = client;
    return tokenAnswerFor(request.visit, request.method, *grant, {true});
}

} // namespace relink::sandbox
