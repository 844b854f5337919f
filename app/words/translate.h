// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>

namespace relink::words {

//! A sentence in the merchant's language. Contexts are areas of the program, so that a translator
//! sees together what stands together on the screen. The English of a plural reads right for
//! every number above one; one has its own sentence.
inline QString translate(const char *context, const char *text, const char *comment = nullptr,
                         int n = -1)
{
    return QCoreApplication::translate(context, text, comment, n);
}

//! A provider's name inside a sentence: plain, short, never empty.
QString shownProvider(const QString &providerName);

} // namespace relink::words
