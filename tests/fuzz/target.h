// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace relink::fuzz {

//! What each program is about: one input, read in every way that its parsers offer.
void read(const QByteArray &input);

//! Ends the program where something does not hold; libFuzzer keeps the input.
void require(bool holds, const char *what);

//! One of `count`, told by the bytes alone, so that an input finds the same fault again.
qsizetype choice(const QByteArray &input, qsizetype count);

} // namespace relink::fuzz
