// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/diagnosis.h"
#include "core/model/providerpack.h"

namespace relink {

//! Lets the words of an answer to one of our own calls be judged by the rules for pasted texts,
//! where `byStatus`, the verdict of a generic rule, is vague. Words that repeat the status change
//! nothing, nor do words that cannot be true of this call: a server knows nothing of the keychain
//! of this computer, and a token endpoint has no access token to renew.
Diagnosis withWordsOfAnswer(const Diagnosis &byStatus, const AuthError &error, ErrorStage stage,
                            const ProviderPack *pack, AuthKind kind);

} // namespace relink
