// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/answers.h"
#include "sandbox/clientcheck.h"
#include "sandbox/world.h"

namespace relink::sandbox {

//! The parameters of a call, or the refusal of one that is not as the provider takes it.
struct Body
{
    Parameters parameters;
    std::optional<http::Response> refusal;
};

//! `addressHasQuery`: the endpoint's own address does.
Body readBody(const http::Request &request, BodyEncoding encoding, bool addressHasQuery = false);

//! One call to the token endpoint whose client was checked.
struct TokenRequest
{
    const Visit &visit;
    const AuthMethod &method;
    ClientCheck client;
    Parameters parameters;
    QString grantType; //!< the standard name

    const ProviderPack &pack() const { return *visit.place.pack; }
    bool isRefresh() const { return grantType == QLatin1StringView("refresh_token"); }
    //! By its standard name; empty where the provider takes none of it.
    QString value(const QString &standard) const;
    QString name(const QString &standard) const;

    //! RFC 6749 5.2 in the provider's own words where the pack has them.
    http::Response refused(const QString &error, const QString &description) const;
};

struct ReadTokenRequest
{
    std::optional<TokenRequest> request;
    std::optional<http::Response> refusal;
};

ReadTokenRequest readTokenRequest(const Visit &visit);

} // namespace relink::sandbox
