// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorrule.h"
#include "core/rules/errortext.h"

#include <optional>

namespace relink {

//! Where a pack's rule was recognised in a text.
struct TextMatch
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString code; //!< the provider's code that stood there
};

//! Does a pack's rule speak of what was pasted? Its content must stand in the text, whatever has
//! become of braces and quotes; a status counts where the text tells one. A rule that has nothing
//! but a status is not looked for here.
std::optional<TextMatch> findInText(const ErrorRule &rule, const ErrorText &text);

//! True for a rule that would take any answer of its status.
bool isStatusOnly(const ErrorRule &rule);

} // namespace relink
