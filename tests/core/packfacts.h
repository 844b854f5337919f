// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QJsonObject>
#include <QList>

namespace relink::test {

//! One thing that a pack says otherwise than the facts it was made from.
struct FactDifference
{
    QString field; //!< as the facts name it, e.g. `token_url` or `errors[2]`
    QString text;
};

//! Compares a pack with what the facts say of the same platform. Placeholders may have other
//! names; what the facts mark as unverified may be absent, or else the pack has to mark it too.
QList<FactDifference> factDifferences(const ProviderPack &pack, const QJsonObject &facts);

//! The part of it that is about errors: each failure in the facts is one that a rule of the pack
//! speaks of, with the class that the facts' own class stands for.
QList<FactDifference> errorDifferences(const ProviderPack &pack, const QJsonObject &facts);

} // namespace relink::test
