// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

//! Distances on the 4 px grid of the look.
namespace relink::metrics {

inline constexpr int page = 24;
inline constexpr int pane = 16;
inline constexpr int group = 12;
inline constexpr int control = 8;
inline constexpr int radius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int accountRow = 68;
inline constexpr int historyRow = 44;

} // namespace relink::metrics
