// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace relink {

//! The secrets this process holds at the moment, so that none of them reaches a log even where
//! its place in the text gives nothing away (R83). Shared by all threads.
namespace livesecrets {

//! Every text in the credential that the keychain holds, or is to hold, under this account; those
//! it held before stay, since they may still be good at the provider. Short ones are left out:
//! they would hide half of every line.
void registerCredential(const QString &account, const QByteArray &json);
//! This moment, for forget().
quint64 moment();
//! The account is gone since `until`: what was registered for it later stays known, and what
//! another account shares with it too.
void forget(const QString &account, quint64 until);

//! The text with every known secret hidden, also percent-encoded.
QString hidden(QString text);

} // namespace livesecrets

} // namespace relink
