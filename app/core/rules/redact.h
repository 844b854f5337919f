// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"

#include <QString>
#include <QStringView>

namespace relink {

//! What stands in place of a secret.
inline constexpr QStringView hiddenMark {u"‹hidden›"};

//! Text for logs and the history without its secrets (R83). Hidden are the values of secret keys
//! (see secretKey()) in headers, addresses, form bodies, JSON (also inside JSON strings), XML and
//! `key: value` lines; Basic and Bearer credentials; user names in addresses; what stands in a
//! sentence after the name of a credential and is no word (see secretAfter()); and whatever looks
//! like a JSON Web Token. Names of keys stay, and so do error codes under loose keys outside
//! addresses, such as `"code":"invalid_grant"`. Idempotent; linear in the length of the text.
QString redact(const QString &text);

//! The same, and where the rest of the text went.
class RedactedText
{
public:
    explicit RedactedText(const QString &text);

    const QString &text() const { return m_text; }
    //! Where a stretch of the former text is now; of what was hidden only the mark is left.
    TextPassage placeOf(const TextPassage &passage) const;

    //! The stretches of the former text that were hidden, in their order.
    QList<TextPassage> hidden() const;

    //! A stretch that was hidden, and where its mark is.
    struct Hidden
    {
        qsizetype start = 0;
        qsizetype end = 0;
        qsizetype mark = 0;
    };

private:
    static qsizetype moved(qsizetype position, const QList<Hidden> &hidden, bool isEnd);

    QString m_text;
    QList<QList<Hidden>> m_rounds;
};

} // namespace relink
