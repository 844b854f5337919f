// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace relink {

//! One thing wrong with a pack file.
struct PackProblem
{
    QString path; //!< JSON path, e.g. $.auth_methods[0].token_endpoint
    QString reason; //!< an English sentence

    friend bool operator==(const PackProblem &, const PackProblem &) = default;
};

} // namespace relink
