// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace relink {

//! The JSON of an answer's body, as QJsonDocument reads it, but for three things that would lose
//! a good answer: a byte order mark, a scalar at the top and numbers beyond a double's range are
//! accepted. Undefined when it is no JSON.
QJsonValue parseAnswerJson(const QByteArray &body);

} // namespace relink
