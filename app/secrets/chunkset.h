// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/secret.h"

#include <QList>
#include <QString>

#include <optional>

namespace relink {

//! A value that is too long for one keychain item is spread over several; the account's own item
//! then holds this manifest instead. There are two slots, used in turn, so that the set in use is
//! whole until the manifest of the next one replaces it. One line of text.
struct ChunkManifest
{
    char slot = 'a'; //!< 'a' or 'b'
    int count = 0; //!< 1 to maximumCount
    qsizetype bytes = 0; //!< of the whole value
    QByteArray sha256; //!< of the whole value, hexadecimal

    //! More than any credential needs; a damaged number must not cause a million reads.
    static constexpr int maximumCount = 1000;

    char otherSlot() const { return slot == 'a' ? 'b' : 'a'; }
    SecretBytes toText() const;
    friend bool operator==(const ChunkManifest &, const ChunkManifest &) = default;
};

//! Whether the text is a manifest, whole or damaged, and so no value of its own.
bool looksLikeManifest(const SecretBytes &text);
//! Null for a damaged one.
std::optional<ChunkManifest> parseManifest(const SecretBytes &text);

//! The account name of a chunk.
QString chunkAccount(const QString &account, char slot, int index);

//! The account that a chunk of this name belongs to; any other name as it is.
QString accountOfChunk(const QString &name);

//! Cuts UTF-8 text into pieces of at most `limit` bytes (at least 4), never within a character.
QList<SecretBytes> splitIntoChunks(const SecretBytes &value, int limit);
ChunkManifest manifestFor(const SecretBytes &value, int count, char slot);
//! Null unless the pieces are exactly the manifest's value.
std::optional<SecretBytes> joinChunks(const ChunkManifest &manifest,
                                      const QList<SecretBytes> &chunks);

} // namespace relink
