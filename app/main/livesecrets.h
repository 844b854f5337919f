// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace relink {

//! The secrets this process holds at the moment, so that none of them reaches a log even where
//! its place in the text gives nothing away (R83). Shared by all threads.
namespace livesecrets {

//! Every text in a credential as the keychain holds it. Short ones are left out: they would hide
//! half of every line.
void registerCredential(const QByteArray &json);

//! The text with every known secret hidden, also percent-encoded.
QString hidden(QString text);

} // namespace livesecrets

} // namespace relink
