// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/authmethod.h"

#include <QString>

#include <optional>

namespace relink {

//! What a merchant registers at a provider as the address that the browser is sent back to.
struct RedirectAddress
{
    enum class Kind {
        None, //!< nobody is sent back
        AnyPort, //!< this computer; Relink adds the port
        FixedPort, //!< this computer, letter for letter
        Fixed, //!< a page elsewhere that the pack names
        Own, //!< an https address of the merchant's own
        Alias, //!< the provider gives it a name, which is entered
    };
    Kind kind = Kind::None;
    QString address; //!< empty for None, Own and Alias
};

//! `port` is what was entered, 0 being any; without one it is as the pack says.
RedirectAddress redirectAddress(const AuthMethod &method, Environment environment,
                                std::optional<quint16> port = std::nullopt);

} // namespace relink
