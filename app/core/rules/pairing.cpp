// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/pairing.h"

#include "core/rules/connectionname.h"
#include "core/rules/light.h"

#include <QStringList>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

int badness(const ConnectionState &state)
{
    switch (lightFor(state)) {
    case Light::Red:
        return 3;
    case Light::Neutral:
        return 2;
    case Light::Green:
        return state.health == Health::ExpiringSoon ? 1 : 0;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<PairSide> pairSideOf(const QString &category)
{
    static const QStringList others {u"commerce"_s, u"marketplace"_s, u"pos"_s};
    if (category == "accounting"_L1)
        return PairSide::Accounting;
    return others.contains(category) ? std::optional(PairSide::Other) : std::nullopt;
}

std::optional<Integration> pairOf(const PairHalf &one, const PairHalf &another, const QString &name)
{
    const auto first = pairSideOf(one.category);
    const auto second = pairSideOf(another.category);
    if (!first || !second || first == second)
        return std::nullopt;
    const PairHalf &accounting = *first == PairSide::Accounting ? one : another;
    const PairHalf &other = *first == PairSide::Accounting ? another : one;
    Integration pair;
    pair.accounting = accounting.id;
    pair.other = other.id;
    pair.name = name.trimmed();
    if (pair.name.isEmpty())
        pair.name = usableConnectionName(other.name % u" – "_s % accounting.name);
    return pair;
}

const ConnectionState &worseOf(const ConnectionState &first, const ConnectionState &second)
{
    return badness(second) > badness(first) ? second : first;
}

} // namespace relink
