// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <string_view>

namespace relink {

//! The judgement that redact() needs of single characters and words.

inline bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

inline bool isKeyCharacter(QChar c)
{
    return isLetter(c) || isDigit(c) || c == u'_' || c == u'-';
}

//! Of a key as people name it: contraseña, Schlüssel.
inline bool isNameCharacter(QChar c)
{
    const char16_t unit = c.unicode();
    const bool accented = unit >= 0xC0 && unit <= 0x24F && unit != 0xD7 && unit != 0xF7;
    const bool accent = unit >= 0x300 && unit <= 0x36F;
    return isKeyCharacter(c) || accented || accent;
}

inline bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

inline bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

//! That keeps a line together, as French sets it before a colon.
inline bool isFixedBlank(QChar c)
{
    return c == u'\u00a0' || c == u'\u202f';
}

inline bool isOneOf(QChar c, std::u16string_view characters)
{
    return characters.find(c.unicode()) != std::u16string_view::npos;
}

//! Of Basic and Bearer credentials, RFC 6750 2.1.
inline bool isCredentialCharacter(QChar c)
{
    return isLetter(c) || isDigit(c) || isOneOf(c, u"-._~+/=");
}

//! An error code or a plain word rather than a secret: letters with separators, a short number,
//! or capitals with a number as in ERR4001. What is hidden already does not count.
bool looksHarmless(QStringView text);

//! A word of prose rather than a credential after "Bearer" or "basic".
bool looksLikeProse(QStringView word);

//! Bearer, Basic and their like.
bool isScheme(QStringView word);

} // namespace relink
