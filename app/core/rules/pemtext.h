// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace relink {

//! A key as it is read (RFC 7468), from a key as it is pasted: key files in JSON write its line
//! breaks as `\n` and put it into quotes. What holds no such key stays as it is.
QByteArray pemText(const QByteArray &pasted);

} // namespace relink
