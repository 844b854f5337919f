// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace relink::sandbox {

enum class Filling {
    Fixed, //!< the same text every time
    Random,
};

//! A text that the whole of a regular expression matches; nothing when none was found. Understands
//! what packs use: literals, classes, groups, alternatives and repetitions.
std::optional<QString> sampleOf(const QString &pattern, Filling filling = Filling::Fixed);

} // namespace relink::sandbox
