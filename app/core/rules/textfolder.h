// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace relink {

//! Collects a text as rules read it: lower case, blanks as one, escapes undone, typographic signs
//! and accents plain.
class TextFolder
{
public:
    enum class Words {
        AsWritten,
        Apart, //!< tokenExpired, token_expired and token-expired are "token expired"
    };

    explicit TextFolder(Words words, bool quotedPrintable = false)
        : m_words(words)
        , m_quotedPrintable(quotedPrintable)
    {}

    //! `begin` is where the line stands in the text that it came from.
    void addLine(QStringView line, qsizetype begin);

    QString text;
    QList<qsizetype> origins; //!< of each character of `text`

private:
    void add(QChar c, qsizetype origin);

    Words m_words;
    bool m_quotedPrintable;
};

} // namespace relink
