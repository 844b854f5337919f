// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/secretline.h"

#include "core/model/authmethod.h"

namespace relink::cli {

namespace {

//! What goes on for longer is no key.
constexpr qsizetype longestKey = 256 * 1024;

void readOn(Terminal &terminal, const QByteArray &before, const Terminal::LineHandler &handler)
{
    terminal.readLine(Terminal::Echo::Off,
                      [&terminal, before, handler](const std::optional<QByteArray> &line) {
                          if (!line)
                              return handler(std::nullopt);
                          const QByteArray value = before + *line;
                          const bool goesOn = value.startsWith("-----BEGIN ")
                              && !line->startsWith("-----END ") && value.size() <= longestKey;
                          goesOn ? readOn(terminal, value + '\n', handler) : handler(value);
                      });
}

} // namespace

bool isPrivateKeyInput(const AuthMethod *method, const QString &key)
{
    return method && method->assertion.exists() && method->assertion.keyInput == key;
}

void readSecret(Terminal &terminal, bool privateKey, Terminal::LineHandler handler)
{
    if (privateKey)
        return readOn(terminal, {}, handler);
    terminal.readLine(Terminal::Echo::Off, std::move(handler));
}

} // namespace relink::cli
