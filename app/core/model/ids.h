// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

namespace relink {

//! A connection's permanent id; random, never a name.
struct ConnectionId
{
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const ConnectionId &, const ConnectionId &) = default;
    friend bool operator<(const ConnectionId &a, const ConnectionId &b)
    {
        return a.value < b.value;
    }
};

inline size_t qHash(const ConnectionId &id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

//! One attempt at something on one connection. A reply that carries an older id is dropped.
struct AttemptId
{
    quint64 value = 0;

    friend bool operator==(AttemptId, AttemptId) = default;
};

} // namespace relink
