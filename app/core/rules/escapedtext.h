// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace relink {

//! Text in which quotes and signs may stand escaped: by backslashes (JSON in a JSON string, any
//! depth), by percent signs (an address in an address) or as an entity. Positions beyond the text
//! hold a null character.
class EscapedText
{
public:
    explicit EscapedText(QStringView text)
        : m_text(text)
    {}

    qsizetype size() const { return m_text.size(); }
    QChar at(qsizetype i) const { return i >= 0 && i < m_text.size() ? m_text.at(i) : QChar(); }
    QStringView mid(qsizetype i, qsizetype length) const { return m_text.mid(i, length); }
    QStringView between(qsizetype start, qsizetype end) const
    {
        return m_text.mid(start, end - start);
    }
    qsizetype indexOf(QStringView text, qsizetype from) const { return m_text.indexOf(text, from); }

    //! Length of %XX at `i`, or of %25…XX where it was encoded again; 0: none.
    qsizetype percentEscape(qsizetype i) const;

    //! Length of a percent escape that stands for `c`; 0: it is something else.
    qsizetype percentEscapeOf(qsizetype i, char16_t c) const;

    //! Length of an optionally escaped quote; 0: none. `slashes`: how many backslashes it has.
    qsizetype quote(qsizetype i, qsizetype *slashes) const;

    //! Where the quote that closes `opening` begins, or the end of the line.
    qsizetype endOfQuoted(qsizetype start, QStringView opening, qsizetype slashes) const;

    //! True when an element's name with a prefix leads up to `i`: <prefix:
    bool isAfterElementPrefix(qsizetype i) const;

private:
    QStringView m_text;
};

} // namespace relink
