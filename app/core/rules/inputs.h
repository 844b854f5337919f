// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace relink {

//! Inputs whose meaning is the same in every pack that asks for them.
namespace input {
inline constexpr auto clientId = "client_id";
inline constexpr auto clientSecret = "client_secret";
inline constexpr auto clientAuthentication = "token_endpoint_auth_method";
inline constexpr auto scope = "scope"; //!< space-separated; replaces the pack's scopes
inline constexpr auto authorizationParameters = "authorization_parameters"; //!< a query string
inline constexpr auto redirectPort = "redirect_port";
inline constexpr auto redirectUri = "redirect_uri";
inline constexpr auto issuer = "issuer";
inline constexpr auto authorizationEndpoint = "authorization_endpoint";
inline constexpr auto tokenEndpoint = "token_endpoint";
inline constexpr auto deviceEndpoint = "device_authorization_endpoint";
inline constexpr auto revocationEndpoint = "revocation_endpoint";
inline constexpr auto probeUrl = "probe_url"; //!< taken by every pack without a probe of its own
//! Taken, though never asked for, where a pack lets one choose: the choice made beforehand.
inline constexpr auto organisationId = "organisation_id";
} // namespace input

//! One entered value that cannot be used.
struct InputProblem
{
    QString key;
    QString code; //!< `missing_input` or `invalid_input`
    QString reason; //!< an English sentence

    friend bool operator==(const InputProblem &, const InputProblem &) = default;
};

//! Is the value of this input the address of a server?
bool isAddressInput(const QString &key);

//! The fields to ask for in this environment, probe_url included where the pack has no probe.
QList<InputField> inputFields(const ProviderPack &pack, const AuthMethod &method,
                              Environment environment);

//! One value as it is used: normalised, the suffix stripped.
QString normalized(const InputField &field, const QString &value);

QString normalized(const QList<Normalization> &steps, const QString &value);

//! The placeholders that one input fills in beside its own: what a choice stands for, and the
//! folder of a site.
void addFilledIn(const AuthMethod &method, QMap<QString, QString> &values);

//! The values as they are used, with defaults for what is empty. Unknown keys are left out.
QMap<QString, QString> effectiveInputs(const ProviderPack &pack, const AuthMethod &method,
                                       Environment environment,
                                       const QMap<QString, QString> &inputs);

//! What is missing, unknown or unusable among the entered values. `secretKeys` are the keys of
//! the secrets that were given or are stored; a secret among `inputs` is refused.
QList<InputProblem> checkInputs(const ProviderPack &pack, const AuthMethod &method,
                                Environment environment, const QMap<QString, QString> &inputs,
                                const QStringList &secretKeys);

//! The addresses without which a way that discovers its own cannot begin.
QStringList neededAddresses(AuthKind kind);

//! Authorisation parameters that a pack or a person may not set, since Relink itself does (R21).
bool isReservedAuthorizationParameter(const QString &name);

} // namespace relink
