// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/loginanswer.h"

#include "core/rules/doubledkey.h"
#include "core/rules/jsonpath.h"
#include "core/rules/tokenresponse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QString keyIn(const QByteArray &body, const QString &keyPath)
{
    // QJsonDocument refuses a bare text, so it is read as the only element of a list.
    const QJsonArray wrapped = QJsonDocument::fromJson("[" + body + "]").array();
    // Taking one of two would be a guess at a secret (R32).
    if (wrapped.size() == 1 && doubledKeyAround(body, {lastKey(keyPath)}))
        return {};
    if (wrapped.size() == 1)
        return scalarAt(wrapped.first(), keyPath.isEmpty() ? u"$"_s : keyPath, Qt::CaseInsensitive);
    return keyPath.isEmpty() ? QString::fromUtf8(body).trimmed() : QString();
}

bool isVisibleAscii(const QByteArray &key)
{
    return !key.isEmpty()
        && std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Result<AccessToken> parseLoginAnswer(const HttpAnswer &answer, const QString &keyPath,
                                     const QDateTime &now)
{
    if (!answer.isSuccess()) {
        AuthError error = tokenEndpointError(answer, ErrorOrigin::TokenEndpoint, now);
        if (error.origin == ErrorOrigin::TokenEndpoint
            && (answer.status == 401 || answer.status == 403)) {
            error.code = u"login_refused"_s;
        }
        return error;
    }
    const QByteArray key = keyIn(answer.body.trimmed(), keyPath).toUtf8();
    if (!isVisibleAscii(key)) {
        AuthError error = tokenEndpointError(answer, ErrorOrigin::TokenEndpoint, now);
        if (error.origin != ErrorOrigin::Transport) {
            error.code = QLatin1StringView(code::unreadable);
            error.description = u"The answer to the login holds no usable key."_s;
            error.evidence.clear();
        }
        return error;
    }
    return AccessToken(key);
}

} // namespace relink
