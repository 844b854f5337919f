// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/textdiagnosis.h"

namespace relink {

class ErrorText;

//! What a pasted text means: the innermost cause first, then the provider's own rules, then what
//! is said in words, then the codes of the protocols, then the bare status. `chosen` is the
//! provider that the person named, or null. Reads the text and keeps nothing of it.
TextDiagnosis classifyText(const QString &pasted, const QList<const ProviderPack *> &packs,
                           const ProviderPack *chosen = nullptr);

//! The same where the text was read before, which of a long one takes most of the time.
TextDiagnosis classifyText(const QString &pasted, const ErrorText &text,
                           const QList<const ProviderPack *> &packs, const ProviderPack *chosen);

} // namespace relink
