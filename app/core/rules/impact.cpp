// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/impact.h"

#include "core/rules/areas.h"
#include "core/rules/light.h"
#include "core/rules/resolve.h"

#include <algorithm>
#include <tuple>

namespace relink {

Impact impactOf(const Connection &connection, const ProviderPack *pack,
                const QList<Integration> &pairs)
{
    Impact impact;
    impact.everything = lightFor(connection.state) == Light::Red;
    impact.areas = stoppedAreas(connection.areas);
    if (impact.everything && pack) {
        for (const NamedProbe &probe : pack->namedProbesOf(methodOf(*pack, connection))) {
            if (reportOf(impact.areas, probe.id))
                continue;
            AreaReport report;
            report.area = probe.id;
            report.what = probe.what;
            report.since = connection.state.since;
            if (connection.state.diagnosis)
                report.diagnosis = *connection.state.diagnosis;
            impact.areas.append(report);
        }
    }
    if (!impact.isNothing()) {
        impact.pairs
            = int(std::count_if(pairs.begin(), pairs.end(), [&connection](const Integration &pair) {
                  return pair.has(connection.id);
              }));
    }
    return impact;
}

bool stopsMore(const Impact &one, const Impact &another)
{
    const auto weight = [](const Impact &impact) {
        return std::tuple(impact.everything, impact.pairs, impact.areas.size());
    };
    return weight(one) > weight(another);
}

} // namespace relink
