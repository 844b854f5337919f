// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "core/model/credential.h"
#include "core/result.h"
#include "core/rules/resolve.h"

namespace relink::callparts {

//! What the builders of calls (rules/calls.h) share.

AuthError missing(const char *key, const QString &sentence);
AuthError missing(const QString &key, const QString &sentence);
//! A template's own error names the placeholder; people are told in a sentence.
AuthError templateError(const AuthError &error);

bool isHeaderSafe(const QByteArray &value);

//! The placeholders together with the secrets, for the few templates that may hold them.
QMap<QString, QString> withSecrets(const ResolvedProvider &resolved, const Credential &credential);

//! Templates filled in and appended as headers, but for what is left out (isLeftOut()).
Result<Done> addHeaders(QList<HttpHeader> &headers, const QMap<QString, QString> &templates,
                        const QMap<QString, QString> &values);

//! `Basic` and the pair; both templates may hold secrets, an empty one is empty.
Result<SecretBytes> basicValue(const QString &user, const QString &password,
                               const QMap<QString, QString> &values);

void addField(TokenCall &call, const QByteArray &name, const QByteArray &value);
//! Templates filled in and appended as fields, under their own names; the same.
Result<Done> addFields(TokenCall &call, const QMap<QString, QString> &templates,
                       const QMap<QString, QString> &values);

//! Endpoint and headers of a call that no client has to prove itself for.
Result<TokenCall> clientlessCall(const ResolvedProvider &resolved, const QUrl &endpoint);

//! The same with the client that every call to the token endpoint has.
Result<TokenCall> tokenCall(const ResolvedProvider &resolved, const QUrl &endpoint,
                            const Credential &secrets);

//! The access token, in the way the provider takes it, and the companions.
Result<Done> authenticate(ApiCall &call, const ResolvedProvider &resolved,
                          const Credential &credential);

} // namespace relink::callparts
