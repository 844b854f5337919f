// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace relink {

//! The value at a dotted path: `a.b`, `a[0].b`, `a[*].b` (the first element for which the rest of
//! the path exists), `$` or empty for the root. Undefined when there is none. A key that itself
//! contains a dot is found where no shorter key leads on.
QJsonValue atPath(const QJsonValue &root, const QString &path,
                  Qt::CaseSensitivity keys = Qt::CaseSensitive);

//! The string, number or boolean there as text, integers digit by digit; null for anything else.
QString scalarAt(const QJsonValue &root, const QString &path,
                 Qt::CaseSensitivity keys = Qt::CaseSensitive);

//! The key that a path ends with, without an index.
QString lastKey(const QString &path);

//! A string, number or boolean as text; null for anything else.
QString scalarText(const QJsonValue &value);

} // namespace relink
