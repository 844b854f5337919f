// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/practice.h"
#include "sandbox/world.h"

namespace relink::sandbox {

//! What a capture of Relink's would keep: the first of the values a provider might send that fits.
QString captureValue(const Capture &capture, const Place &place,
                     const PracticeOrganisation &organisation);

//! The value in the longest form that the capture still takes.
QString sentValue(const Capture &capture, const QString &value);

} // namespace relink::sandbox
