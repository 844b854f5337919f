// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/credential.h"
#include "core/result.h"
#include "core/rules/calls.h"
#include "core/rules/resolve.h"

#include <memory>

namespace relink {

class ProviderCatalogue;

//! A connection together with its pack applied to it: what a flow works on.
struct Target
{
    Connection connection;
    std::shared_ptr<const ProviderPack> pack;
    ResolvedProvider provider;

    AuthKind kind() const { return provider.method.kind; }
    bool hasProbe() const { return !provider.endpoints.probe.isEmpty() || mintIsProbe(); }
    //! A new token is the proof that the access works.
    bool mintIsProbe() const { return provider.probe.mint && !provider.ownProbe; }
    //! As the pack says; what needs no person can always be repeated.
    TokenLifetimes lifetimes() const;
};

//! `invalid_input` when the pack is gone or the inputs do not fill it.
Result<Target> targetFor(ProviderCatalogue &catalogue, const Connection &connection);

//! How the connection authorises; by a person in the browser where its pack is gone.
AuthKind kindOf(const ProviderCatalogue &catalogue, const Connection &connection);

//! R99: a stored secret goes only to the origins it was given for; `endpoints_changed` otherwise.
Result<Done> checkBinding(const Target &target);

//! `known` after a renewed token came with `captures`, which may name another host: taken as when
//! it was connected, where the pack's patterns bound them, and its secrets go there from now on
//! (R99). Unchanged where they did not go where they would. `invalid_input` when no address
//! follows.
Result<Connection> movedTo(const ProviderPack &pack, const Connection &known,
                           const QMap<QString, QString> &captures);

//! R99 for keys and logins, which no browser page stands before: `secret_unbound` when a secret of
//! `stored` that is not among `entered` would go to an address that the pack has changed to. The
//! description names the former and the present addresses.
Result<Done> checkEnteredSecrets(ProviderCatalogue &catalogue, const Connection &former,
                                 const Credential &stored, const QStringList &entered);

} // namespace relink
