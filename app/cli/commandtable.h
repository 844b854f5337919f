// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink::cli {

//! The vocabulary of the command line as one table; parser and help text both read it.
struct OptionSpec
{
    const char *name;
    const char *value; //!< what to write for the value; null for a flag
    const char *help;
    bool repeatable = false;
    const char *letter = nullptr; //!< "-o"; an option that has one is required
};

struct CommandSpec
{
    const char *name;
    const char *positionals;
    int least;
    int most; //!< -1: any number
    QList<OptionSpec> options;
    const char *help;
};

const QList<OptionSpec> &commonOptions();
const QList<CommandSpec> &commands();
const CommandSpec *commandNamed(const QString &name);
//! The option as a person writes it: "--timeout SECONDS".
QString written(const OptionSpec &option);
const OptionSpec *find(const QList<OptionSpec> &options, const QString &name);

} // namespace relink::cli
