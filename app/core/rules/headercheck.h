// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! Headers that a call would carry twice: those of `api`, of the probe, of the organisation and of
//! the token, whatever their case.
void checkDoubleHeaders(PackProblems &problems, const ProviderPack &pack);

//! Headers with a name that a pack may set and a value that can be sent.
void checkHeaders(PackProblems &problems, const QString &path,
                  const QMap<QString, QString> &headers, const PlaceholderNames &names,
                  bool secretsToo = false);

} // namespace relink
