// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

#include <QMap>
#include <QString>

namespace relink::words {

//! What came of a step that was tried: "done", "not possible".
QString stepResult(StepStatus status);

//! A step that was tried, as the merchant said it: "Ask them: not possible, 08:14 – nobody is in".
//! `values`: for the placeholders of its sentences; `time`: as it is shown, empty: not at all.
QString triedStep(const SupportStep &step, const QMap<QString, QString> &values,
                  const QString &time);

//! The message of a line of the history as a person reads it: the steps of a reconnect that is
//! over, one a line, else the words themselves, made plain.
QString historyMessage(const HistoryEvent &event, const QString &providerName);

} // namespace relink::words
