// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace relink::cli {

//! Exit codes of design.md section 9.
enum ExitCode {
    ExitDone = 0,
    ExitRed = 1, //!< something asked for is red
    ExitUsage = 2,
    ExitFailed = 3, //!< or could not be verified
    ExitKeychain = 4, //!< locked or missing
    ExitCancelled = 5, //!< or declined at the provider, or timed out
};

//! One option as it was given, in the order of the command line.
struct GivenOption
{
    QString name; //!< without dashes
    QString value; //!< empty for flags

    friend bool operator==(const GivenOption &, const GivenOption &) = default;
};

//! A command line that makes sense, as far as can be told without a connection or a pack.
struct CommandLine
{
    QString command; //!< empty: the window; "providers list" and so on carry both words
    QStringList arguments;
    QList<GivenOption> options; //!< those of the command, in order

    QString profile;
    bool json = false;
    bool noBrowser = false;
    bool practice = false;
    QString sandbox; //!< --sandbox URL, with --practice only
    std::chrono::seconds timeout {300};
    bool help = false;
    bool version = false;

    bool has(const QString &option) const;
    //! The last value given; null when the option was not.
    std::optional<QString> value(const QString &option) const;
};

//! What is wrong with a command line, and how it should have been written.
struct UsageError
{
    QString message;
    QString usage; //!< the exact form of the command
    bool json = false; //!< --json was given, so that the failure is told that way
};

//! Reads the arguments after the program's name. Options stand before or after the subcommand,
//! as `--name value` or `--name=value`; `--` ends them.
Result<CommandLine, UsageError> parseCommandLine(const QStringList &arguments);

//! True when the arguments ask for the window: decided before any application object exists.
bool asksForWindow(const CommandLine &line);

//! The exact form of one command, e.g. "relink rename NAME NEW"; all of them for an empty one.
QString usageOf(const QString &command);
QString helpText(const QString &command);

} // namespace relink::cli
