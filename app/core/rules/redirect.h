// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace relink {

//! Codes of what was pasted and is refused; the sign-in goes on waiting.
namespace code {
inline constexpr auto noCodePasted = "no_code_pasted";
inline constexpr auto addressNeeded = "address_needed"; //!< a bare code, which is not enough
} // namespace code

//! The parameters of a redirect, form-decoded (RFC 6749 4.1.2), before anything about them is
//! believed.
struct RedirectParameters
{
    bool isAddress = false; //!< false: a bare code, which stands in `values` under `code`
    QString location; //!< the address up to its query; empty for a bare code or a bare query
    QMap<QString, QString> values; //!< the first of equal names
    QStringList duplicates; //!< names that came more than once (R07)

    bool has(const QString &name) const { return values.contains(name); }
    QString value(const QString &name) const { return values.value(name); }
    bool isEmpty() const { return values.isEmpty(); }
    friend bool operator==(const RedirectParameters &, const RedirectParameters &) = default;
};

//! A query string as it stands in a request line: decoded once, `+` as a space.
RedirectParameters parseRedirectQuery(const QByteArray &encodedQuery);

//! What a person pasted: the code itself, or the whole redirected address (or its query). White
//! space around it and surrounding quotes or angle brackets are dropped. Empty when there is
//! nothing usable.
RedirectParameters parsePasted(const QString &text);

//! Characters of RFC 6749 A.11 alone, and not so few that they could be guessed.
bool couldBeCode(const QString &code);

} // namespace relink
