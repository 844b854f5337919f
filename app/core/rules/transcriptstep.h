// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace relink {

//! A line in which curl tells a step that went well: a handshake, a certificate, an address. It
//! names what did not fail.
bool isTranscriptStep(QStringView line);

} // namespace relink
