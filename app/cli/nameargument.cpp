// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/nameargument.h"

#include <algorithm>

namespace relink::cli {

using namespace Qt::StringLiterals;

QString nameArgument(const Connection &connection)
{
    return nameArgument(connection.name, connection.id.value);
}

QString nameArgument(const QString &name, const QString &id)
{
    const bool harmless
        = !name.startsWith(u'-') && std::all_of(name.begin(), name.end(), [](QChar c) {
              return c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_' || c == u'.';
          });
    if (!harmless || name.isEmpty())
        return id;
    return name.contains(u' ') ? u'"' % name % u'"' : name;
}

} // namespace relink::cli
