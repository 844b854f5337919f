// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/apidefinition.h"

#include <QString>
#include <QStringList>

namespace relink {

//! One cheap call that only reads, and what a merchant misses when it is refused. Decides no light.
struct NamedProbe
{
    QString id;
    QString what; //!< in plain words, e.g. "Orders"; British English, translatable
    ProbeDefinition call; //!< neither organisations nor identity are read from its answer
    QString source;
    //! asked only where one of these was asked for at the sign-in; empty: always
    QStringList scopes {};
};

} // namespace relink
