// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace relink {

struct InputField;
enum class Environment;

enum class CredentialFlaw {
    LeadingSpace, //!< white space of any kind before the first visible character
    TrailingSpace,
    InnerSpace,
    LineBreak, //!< CR, LF and their Unicode relatives, anywhere
    Tab,
    NoBreakSpace,
    ZeroWidth, //!< invisible characters, bidi controls, the byte order mark
    ControlCharacter,
    SmartQuote,
    SurroundingQuotes,
    BearerPrefix, //!< "Bearer " copied along
    LookAlike, //!< a letter outside ASCII that may pass for an ASCII one
};

struct CredentialFinding
{
    CredentialFlaw flaw = CredentialFlaw::LeadingSpace;
    qsizetype position = 0; //!< in UTF-16 units of the value as entered
    qsizetype length = 1;
    char32_t codePoint = 0; //!< the first character's
    bool removable = false; //!< cleaned() takes it away; otherwise only suspicious

    friend bool operator==(const CredentialFinding &, const CredentialFinding &) = default;
};

//! What a copied key, token or password should not contain, in order of position, without
//! overlaps (MIN-30). A space inside is only suspicious: passwords may have one.
QList<CredentialFinding> lintCredential(const QString &value);

//! The same for one value of a form. Free text may well have spaces and quotes inside; of what is
//! neither secret nor of a known form only the ends are judged.
QList<CredentialFinding> lintInput(const InputField &field, const QString &value);

//! The environment that a value looks made for, by its first letters; null: it does not tell. For
//! a warning only: providers change the forms of their keys.
std::optional<Environment> looksMadeFor(const InputField &field, const QString &value);

//! The value without the removable findings and otherwise unchanged.
QString cleaned(const QString &value, const QList<CredentialFinding> &findings);

QString toString(CredentialFlaw flaw);
std::optional<CredentialFlaw> credentialFlawFromString(const QString &text);

} // namespace relink
