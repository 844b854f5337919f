// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/connection.h"
#include "core/model/httpanswer.h"
#include "core/model/providerpack.h"

#include <QList>
#include <QString>

#include <optional>

namespace relink {

//! Codes of verdicts that no server names; packs can have rules for them.
namespace code {
//! The grant works, and the connection's organisation is no longer among those it reaches.
inline constexpr auto organisationMissing = "organisation_missing";
} // namespace code

//! What a probe's answer says about a connection.
struct ProbeVerdict
{
    bool accepted = false;
    std::optional<AuthError> error; //!< set when not accepted
    QList<Organisation>
        organisations; //!< all that the grant reaches; one entry where it is but one
    QString identity; //!< the authorising account; empty: not told
};

//! R30, R50. Accepted: 2xx, readable, no failure inside, and the chosen organisation (if there is
//! one) still reached. To judge a new grant, give a connection without organisation. Network
//! sign-in pages are transport errors, whatever their status. `now` as for tokenEndpointError(),
//! where the answer has no Date.
ProbeVerdict judgeProbe(const ProviderPack &pack, const Connection &connection,
                        const HttpAnswer &answer, const QDateTime &now = {});

//! Null: what the named probe stands for works. Says nothing of the connection.
std::optional<AuthError> judgeNamedProbe(const ProviderPack &pack, const NamedProbe &probe,
                                         const HttpAnswer &answer, const QDateTime &now = {});

} // namespace relink
