// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "core/model/providerpack.h"

namespace relink {
class ProviderCatalogue;
}

namespace relink::cli {

class Terminal;

//! The commands that need the packs and nothing else: no database, no keychain, no event loop.
//! That keeps them fast, and they work where a profile cannot be opened.
class CatalogueCommands
{
public:
    CatalogueCommands(const CommandLine &line, ProviderCatalogue &catalogue, Terminal &terminal);

    static bool include(const QString &command);
    //! The exit code.
    int run();

private:
    int list();
    int show();
    void showPack(const ProviderPack &pack);
    void showMethod(const ProviderPack &pack, const AuthMethod &method);
    int validate();
    int add();

    const CommandLine &m_line;
    ProviderCatalogue &m_catalogue;
    Terminal &m_terminal;
};

//! What is said of an id that no pack has.
QString noSuchProvider(const QString &given);

} // namespace relink::cli
