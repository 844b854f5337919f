// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/redirectverdict.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relink {

namespace {

AuthError issuerMismatch(const QString &description)
{
    AuthError error = localError(code::issuerMismatch, description);
    error.origin = ErrorOrigin::RedirectListener;
    return error;
}

} // namespace

RedirectVerdict judgeRedirect(const RedirectParameters &redirect,
                              const AuthorizationRequest &request, const QString &state)
{
    const auto named = [&request](const QString &standard) {
        return request.callbackNames.value(standard, standard);
    };
    const QString codeName = named(u"code"_s);
    const QString stateName = named(u"state"_s);
    const QString errorName = u"error"_s;
    const QString issuerName = u"iss"_s;

    const QStringList single {codeName, stateName, errorName, issuerName};
    const bool repeated = std::any_of(single.begin(), single.end(), [&](const QString &name) {
        return redirect.duplicates.contains(name);
    });
    const bool hasCode = !redirect.value(codeName).isEmpty();
    const bool hasError = !redirect.value(errorName).isEmpty();
    if (repeated || hasCode == hasError)
        return RedirectRefusal::Unusable;
    if (state.isEmpty() || redirect.value(stateName) != state)
        return RedirectRefusal::WrongState;

    if (!request.issuer.isEmpty()) {
        if (redirect.has(issuerName) && redirect.value(issuerName) != request.issuer)
            return issuerMismatch(redirect.value(issuerName));
        if (!redirect.has(issuerName) && request.issuerRequired)
            return issuerMismatch({});
    }
    if (hasError) {
        AuthError error;
        error.origin = ErrorOrigin::AuthorizationEndpoint;
        error.code = redirect.value(errorName);
        error.description = redirect.value(u"error_description"_s);
        error.uri = redirect.value(u"error_uri"_s);
        return error;
    }
    AcceptedRedirect accepted;
    accepted.code = AuthorizationCode(redirect.value(codeName).toUtf8());
    accepted.parameters = redirect.values;
    accepted.parameters.remove(codeName);
    accepted.parameters.remove(stateName);
    return accepted;
}

} // namespace relink
