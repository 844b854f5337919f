// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"

#include "core/rules/callparts.h"
#include "core/rules/template.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;
using namespace callparts;

namespace {

//! Without client authentication where the pack says so, or with a header of its own.
Result<TokenCall> revocationCall(const ResolvedProvider &resolved, const Credential &credential)
{
    const RevocationDefinition &r = resolved.revocation;
    const QUrl &endpoint = resolved.endpoints.revocation;
    auto call = r.withoutClient || !r.authorization.isEmpty()
        ? clientlessCall(resolved, endpoint)
        : tokenCall(resolved, endpoint, credential);
    if (!call)
        return call;
    call->encoding = r.style == RevocationStyle::Json ? BodyEncoding::Json : r.encoding;
    if (!r.authorization.isEmpty()) {
        const auto value = expandText(r.authorization, withSecrets(resolved, credential));
        if (!value)
            return templateError(value.error());
        if (!isHeaderSafe(value->toUtf8()))
            return localError(code::invalidInput,
                              u"A secret holds characters that cannot be sent."_s);
        call->authorization = SecretBytes(value->toUtf8());
    }
    return call;
}

//! The fields that the pack names. One that needs a token which is not there is left out.
Result<TokenCall> fieldsCall(const ResolvedProvider &resolved, const Credential &credential)
{
    auto call = revocationCall(resolved, credential);
    if (!call)
        return call;
    QMap<QString, QString> values = withSecrets(resolved, credential);
    values.insert(u"access_token"_s, QString::fromUtf8(credential.accessToken.reveal()));
    values.insert(u"refresh_token"_s, QString::fromUtf8(credential.refreshToken.reveal()));
    bool hasToken = false;
    const QMap<QString, QString> &fields = resolved.revocation.fields;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QStringList used = placeholders(it.value()).value_or(QStringList());
        const auto isToken = [](const QString &name) {
            return name == "access_token"_L1 || name == "refresh_token"_L1;
        };
        const bool token = std::any_of(used.begin(), used.end(), isToken);
        const auto value = expandText(it.value(), values);
        if (!value && token)
            continue;
        if (!value)
            return templateError(value.error());
        hasToken = hasToken || token;
        addField(*call, it.key().toUtf8(), value->toUtf8());
    }
    const bool needsToken = std::any_of(fields.begin(), fields.end(), [](const QString &templ) {
        return templ.contains("{access_token}"_L1) || templ.contains("{refresh_token}"_L1);
    });
    if (needsToken && !hasToken)
        return localError(code::noRefreshToken);
    return call;
}

} // namespace

QList<RevocationCall> revocationCalls(const ResolvedProvider &resolved,
                                      const Connection &connection, const Credential &credential)
{
    Q_UNUSED(connection)
    const QUrl &endpoint = resolved.endpoints.revocation;
    const RevocationStyle style = resolved.revocation.style;
    QList<RevocationCall> calls;
    if (endpoint.isEmpty())
        return calls;
    if (style == RevocationStyle::Delete) {
        ApiCall call;
        call.method = "DELETE";
        call.url = endpoint;
        if (authenticate(call, resolved, credential))
            calls.append(call);
        return calls;
    }
    if (style == RevocationStyle::Fields) {
        if (const auto call = fieldsCall(resolved, credential))
            calls.append(*call);
        return calls;
    }
    const auto revoke = [&](const QByteArray &token, const QByteArray &hint) {
        auto call = revocationCall(resolved, credential);
        if (token.isEmpty() || !call)
            return;
        addField(*call, "token", token);
        if (style == RevocationStyle::Rfc7009)
            addField(*call, "token_type_hint", hint);
        calls.append(*call);
    };
    revoke(credential.refreshToken.reveal(), "refresh_token");
    // A provider's own call ends the whole grant with either token.
    if (calls.isEmpty() || style == RevocationStyle::Rfc7009)
        revoke(credential.accessToken.reveal(), "access_token");
    return calls;
}

} // namespace relink
