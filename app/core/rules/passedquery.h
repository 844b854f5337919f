// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink {

//! Parameters that a call appends to the address it is given.
struct PassedQuery
{
    qsizetype start = 0; //!< of the call
    qsizetype end = 0; //!< the address stands before
    QStringList names;
};

//! What goes into the address though the script does not say so: the data of a jQuery GET and the
//! table beside the address in Http::get().
QList<PassedQuery> passedQueries(const QString &script);

} // namespace relink
