// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>

namespace relink {

//! Asks the Secret Service which accounts have an item under a service name: their attributes
//! alone, never a value, and no prompt. Calls back exactly once, later than this returns, unless
//! `context` goes first. A keyring that is locked keeps its attributes to itself: `locked`.
void askSecretServiceItems(const QString &service, std::chrono::milliseconds timeout,
                           QObject *context,
                           std::function<void(const Result<QStringList> &)> callback);

} // namespace relink
