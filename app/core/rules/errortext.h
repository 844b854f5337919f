// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"
#include "core/rules/requiredwords.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace relink {

//! A pasted text as the rules read it: lower case, one space for every run of blanks and line
//! breaks, accents dropped, typographic quotes made straight, escapes of JSON, HTML and addresses
//! undone, "-ise" spelt "-ize", marks of quoted mails and frames of stack traces left out. Of a
//! long text only the lines of interest are kept.
//! Linear in the length of the text.
class ErrorText
{
public:
    explicit ErrorText(const QString &pasted);

    //! What the rules look at.
    const QString &text() const { return m_text; }

    //! The same with the stack frames, whose packages may name the provider.
    const QString &whole() const { return m_whole; }

    //! Something was pasted that may speak of a failure and is in neither.
    bool leavesOut() const { return m_leavesOut; }

    //! Of text() and whole(), for what cannot be found there.
    const TextPieces &pieces() const { return m_pieces; }
    const TextPieces &wholePieces() const { return m_wholePieces; }

    //! Where a stretch of text() stands in what was pasted.
    TextPassage passage(qsizetype start, qsizetype length) const;

    //! The HTTP statuses that the text reports, in its order.
    const QList<int> &statuses() const { return m_statuses; }

    //! The status of the innermost failure: a refusal goes before the 5xx that wraps it.
    std::optional<int> status() const;

private:
    QString m_text;
    QList<qsizetype> m_origins; //!< of each character of m_text
    QString m_whole;
    bool m_leavesOut = false;
    TextPieces m_pieces;
    TextPieces m_wholePieces;
    QList<int> m_statuses;
};

} // namespace relink
