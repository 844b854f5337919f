// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"

#include <QString>

namespace relink {

//! What of a long text is worth showing.
struct TextExcerpt
{
    QString text;
    //! Where the asked passages stand in it, in their order; length 0: left out.
    QList<TextPassage> passages;
    bool isCut = false;
};

//! The text itself where it has at most `most` characters; else its beginning and what surrounds
//! the passages, with a line of "…" for what is left out.
TextExcerpt excerptOf(const QString &text, const QList<TextPassage> &passages, qsizetype most);

//! The stretch of a line, counted from 1; empty where there is no such line.
TextPassage lineOf(const QString &text, int line);

//! A pasted text as the error history keeps it: one line without secrets, cut to what decided.
QString keptText(const QString &text, const QList<TextPassage> &passages);

} // namespace relink
