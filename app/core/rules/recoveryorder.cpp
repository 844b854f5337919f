// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/recoveryorder.h"

#include "core/rules/caseless.h"

#include <QHash>

#include <algorithm>

namespace relink {

namespace {

bool isBefore(const Broken &a, const Broken &b)
{
    if (stopsMore(a.impact, b.impact))
        return true;
    if (stopsMore(b.impact, a.impact))
        return false;
    const QDateTime &sinceA = a.connection.state.since;
    const QDateTime &sinceB = b.connection.state.since;
    if (sinceA != sinceB)
        return sinceA.isValid() && (!sinceB.isValid() || sinceA < sinceB);
    const QString nameA = caseless(a.connection.name);
    const QString nameB = caseless(b.connection.name);
    return nameA != nameB ? nameA < nameB : a.connection.id.value < b.connection.id.value;
}

} // namespace

QList<ConnectionId> recoveryOrder(QList<Broken> broken)
{
    std::sort(broken.begin(), broken.end(), isBefore);
    QHash<QString, qsizetype> firstOf; // by provider
    for (qsizetype i = 0; i < broken.size(); ++i) {
        const QString &provider = broken.at(i).connection.provider;
        if (!firstOf.contains(provider))
            firstOf.insert(provider, i);
    }
    std::stable_sort(broken.begin(), broken.end(), [&firstOf](const Broken &a, const Broken &b) {
        return firstOf.value(a.connection.provider) < firstOf.value(b.connection.provider);
    });
    QList<ConnectionId> order;
    for (const Broken &one : broken)
        order.append(one.connection.id);
    return order;
}

} // namespace relink
