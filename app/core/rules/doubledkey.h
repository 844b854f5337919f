// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! A key that stands twice in an object of `json`, which QJsonDocument has read: in the outermost
//! one, or in one that holds a member named as one of `names` (in any case), itself or further in.
//! Null when there is none. Which of two values is meant nobody can know (RFC 8259 4); elsewhere
//! in an answer a doubled key harms nobody, and refusing the answer would lose the tokens in it.
std::optional<QString> doubledKeyAround(const QByteArray &json, const QStringList &names);

} // namespace relink
