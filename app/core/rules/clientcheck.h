// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

namespace relink {

//! How the client proves itself goes with the inputs it is asked for.
void checkClient(PackProblems &problems, const AuthMethod &method, const QString &path);

//! A revocation that is sent with the client's own proof has a client to prove, in every way of
//! connecting that it stands for.
void checkRevocationClients(PackProblems &problems, const ProviderPack &pack);

//! A signed assertion is sent by something, and claims nothing that Relink itself does.
void checkAssertion(PackProblems &problems, const AuthMethod &method, const QString &path,
                    const PlaceholderNames &names);

} // namespace relink
