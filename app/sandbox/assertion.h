// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

namespace relink::sandbox {

//! What is wrong with a signed assertion (RFC 7523 3), used here for the first time; empty:
//! nothing. Form, algorithm, key, issuer, subject, audience, times, claims and signature.
QString assertionProblem(const Visit &visit, const AuthMethod &method, const QString &jwt);

} // namespace relink::sandbox
