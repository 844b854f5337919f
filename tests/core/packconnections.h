// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/rules/calls.h"
#include "packs.h"

namespace relink::test {

//! A connection to a shipped pack with usable inputs.
inline Connection connectionTo(const char *pack, const QMap<QString, QString> &inputs)
{
    Connection connection;
    connection.id = {QStringLiteral("c1")};
    connection.provider = QLatin1StringView(pack);
    connection.inputs = inputs;
    return connection;
}

inline Credential credentialWith(const QMap<QString, QByteArray> &secrets)
{
    Credential credential;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        credential.inputs.insert(it.key(), SecretBytes(it.value()));
    credential.accessToken = AccessToken("at-1");
    credential.refreshToken = RefreshToken("rt-1");
    return credential;
}

//! name=value pairs in order, for comparing.
inline QByteArray fieldsOf(const TokenCall &call)
{
    QByteArray text;
    for (const FormField &field : call.fields)
        text += (text.isEmpty() ? "" : "&") + field.name + '=' + field.value.reveal();
    return text;
}

inline QByteArray headerOf(const QList<HttpHeader> &headers, const char *name)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

} // namespace relink::test
