// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace relink {

//! `application/x-www-form-urlencoded` for one name or value (RFC 6749 appendix B): a space is
//! '+', every other byte outside letters, digits and `-._~*` is percent-encoded. QUrlQuery leaves
//! a '+' alone, which the server then reads as a space.
QByteArray formEncoded(const QByteArray &bytes);

//! The same for a query that a browser opens: a space is `%20`, nothing but RFC 3986's unreserved
//! characters stands as it is.
QByteArray queryEncoded(const QString &text);

} // namespace relink
