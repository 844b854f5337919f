// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/textdiagnoser.h"

namespace relink {

//! What there is to say about a pasted text, with what it is about.
struct Answer
{
    TextFindings findings;
    QString providerName; //!< empty: nobody named one
    bool chosen = false; //!< the person named it
    std::optional<Connection> connection; //!< chosen by the person
    QString contradiction; //!< what speaks against it; empty: nothing
    bool isChecked = false; //!< the connection was, since the text came
    QString suggestion; //!< name of the connection that it is probably about; empty: none
};

//! The one next step: where something speaks against the text, to look before changing anything.
QString nextStep(const Answer &answer);

//! True where that is to check the connection.
bool leadsToCheck(const Answer &answer);

} // namespace relink
