// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink {
struct CredentialFinding;
struct SecretComparison;
enum class CredentialFlaw;
enum class Environment;
enum class PrivateKeyFlaw;
} // namespace relink

namespace relink::words {

//! What should not be in a copied value, with its code point and place. Never the value itself.
QString credentialFlaw(const CredentialFinding &finding);

//! The same, counted from 1.
QString credentialFlaw(CredentialFlaw flaw, char32_t codePoint, qsizetype position);

//! What was taken away, each with its code point and place; empty: nothing was.
QString removedCharacters(const QList<CredentialFinding> &findings);

QString privateKeyFlaw(PrivateKeyFlaw flaw);

//! A value that looks made for the environment which is not chosen.
QString otherEnvironment(Environment looksMadeFor);

//! How an entered value and the stored one compare, without either.
QString comparison(const SecretComparison &comparison);

} // namespace relink::words
