// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace relink::cli {

class Terminal;

//! What a line answers to a yes-or-no question, in English or in the language that is set, by the
//! word or its first letter; null: neither.
std::optional<bool> yesOrNo(const QByteArray &line);

//! Puts a question to the person until the answer is one. `enter` is what an empty line means;
//! null: it is asked again. `then` gets null when the input ended.
void askYesOrNo(Terminal &terminal, const QString &question, std::optional<bool> enter,
                const std::function<void(std::optional<bool>)> &then);

} // namespace relink::cli
