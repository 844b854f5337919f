// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/recipe.h"
#include "core/ports/connectionstore.h"

#include <tuple>

namespace relink::test {

//! Values in which every field says something; `n` makes one differ from another.
Connection sampleConnection(int n = 1);
HistoryEvent sampleEvent(int n = 1);
ReconnectProgress sampleProgress(const ConnectionId &connection);
AuthError sampleError();
Diagnosis sampleDiagnosis();

//! All fields of a value. A field that is added to the type breaks the binding below and so asks
//! for its column.
inline auto fields(const Connection &v)
{
    const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, w] = v;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, w);
}
//! Without activity and attempt, which are never stored.
inline auto fields(const ConnectionState &v)
{
    const auto &[a, activity, attempt, d, e, f, g, h, i, j] = v;
    Q_UNUSED(activity)
    Q_UNUSED(attempt)
    return std::tie(a, d, e, f, g, h, i, j);
}
inline auto fields(const Endpoints &v)
{
    const auto &[a, b, c, d, e, f, g, h] = v;
    return std::tie(a, b, c, d, e, f, g, h);
}
inline auto fields(const AuthError &v)
{
    const auto &[a, b, c, d, e, f, g, h, i] = v;
    return std::tie(a, b, c, d, e, f, g, h, i);
}
inline auto fields(const Diagnosis &v)
{
    const auto &[a, b, c, d, e, f, g] = v;
    return std::tie(a, b, c, d, e, f, g);
}
inline auto fields(const HistoryEvent &v)
{
    const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = v;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
}
inline auto fields(const Step &step)
{
    const auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x] = step;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x);
}
inline auto fields(const StepRecord &v)
{
    const auto &[a, b, c, d, e, f, g] = v;
    return std::tie(a, b, c, d, e, f, g);
}
inline auto fields(const CheckResult &v)
{
    const auto &[a, b, c, d, e] = v;
    return std::tie(a, b, c, d, e);
}
inline auto fields(const ReconnectPlan &v)
{
    const auto &[a, b, c, d, e, f] = v;
    return std::tie(a, b, c, d, e, f);
}
inline auto fields(const ReconnectProgress &v)
{
    const auto &[a, b, c, d, e, f, g, h, i, j, k, l] = v;
    return std::tie(a, b, c, d, e, f, g, h, i, j, k, l);
}
inline auto fields(const RefreshMarker &v)
{
    const auto &[a, b, c] = v;
    return std::tie(a, b, c);
}

//! Number of fields that still have the value of a fresh object.
template <typename T>
int unfilled(const T &value)
{
    const T fresh {};
    const auto now = fields(value);
    const auto then = fields(fresh);
    return [&]<size_t... i>(std::index_sequence<i...>)
    {
        return (0 + ... + int(std::get<i>(now) == std::get<i>(then)));
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(now)>>());
}

} // namespace relink::test
