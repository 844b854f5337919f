// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/model/secret.h"

#include <QMap>

#include <functional>
#include <memory>

namespace relink::cli {

class Terminal;

//! What --set, --secret and --secret-file brought.
struct EnteredValues
{
    QString authMethod; //!< empty: not chosen
    QString organisationId;
    QMap<QString, QString> inputs;
    QMap<QString, SecretBytes> secrets;
};

//! Where the values are for: the pack, and of an existing connection what it has already.
struct ValuesFor
{
    std::shared_ptr<const ProviderPack> pack;
    const Connection *connection = nullptr; //!< null: a new one
    Environment environment = Environment::Production;
    bool authorizes = false; //!< what is needed must be there, entered now or before

    //! Is there a secret already that need not be entered again?
    bool hasStored() const { return connection && (connection->hasSecret || !authorizes); }
};

//! Reads the values of a command line: --set at once, secret files, then one line of standard
//! input for each --secret (a private key with all its lines). At a terminal, required secrets that
//! were not mentioned are asked for. A secret value on the command line is refused, since other
//! programs can read command lines (R20). Completes once; an error is a usage error in words.
void readEnteredValues(const CommandLine &line, const ValuesFor &target, Terminal &terminal,
                       std::function<void(Result<EnteredValues, QString>)> done);

//! What the window's form says below the field, on the error stream; nothing of the value itself.
//! `method` may be null.
void tellFlaw(Terminal &terminal, const AuthMethod *method, const InputField &field,
              Environment environment, const QByteArray &value);

} // namespace relink::cli
