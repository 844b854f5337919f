// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/rules/errortext.h"

namespace relink {

//! The code that a protocol or a provider gave, for people to quote; never the bare HTTP status.
//! `pack` is the provider that the text is about, or null; `decided` are the words that decided.
//! Empty: there is none.
QString providerCodeIn(const ErrorText &text, const ProviderPack *pack, const QString &decided);

} // namespace relink
