// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QJsonObject>

namespace relink {

//! One place where `api`, `probe` and `revocation` stand: the pack, or one way of connecting. The
//! objects tell a key that is absent from an empty one.
struct CallSite
{
    PackProblems &problems;
    QString path; //!< of the object that holds the three
    const ProviderPack &pack;
    PlaceholderNames names;

    void api(const ApiAuthentication &api) const;
    void probe(const ProbeDefinition &p, const QJsonObject &o) const;
    void revocation(const RevocationDefinition &r, const QJsonObject &o) const;

private:
    void absentProbe(const ProbeDefinition &p, const QJsonObject &o, const QString &at) const;
};

} // namespace relink
