// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <memory>

class QLockFile;

namespace relink {

//! A lock between processes, held while the object lives; null when another one has it. Waits at
//! most that long. The lock of a process that is gone is taken over, also when a kill or a power
//! cut left its file without content (then after a second).
std::shared_ptr<QLockFile> lockFile(const QString &path, std::chrono::milliseconds wait = {});

} // namespace relink
