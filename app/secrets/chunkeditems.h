// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/chunkset.h"
#include "secrets/keychainitems.h"

namespace relink {

//! Values of any length over items of limited length. A value is replaced as a whole: whoever is
//! killed half-way leaves the old value, and what was left over goes with the next write or
//! removal. Completion as for KeychainItems.
class ChunkedItems
{
public:
    //! `chunkBytes` 0 never splits a value; sets that another build has split are still read.
    ChunkedItems(KeychainItems &items, int chunkBytes);

    //! `damaged` when a piece is missing or foreign; never a part of a value.
    void read(const QString &account, KeychainItems::ReadCallback callback);
    void write(const QString &account, const SecretBytes &value,
               KeychainItems::DoneCallback callback);
    //! The account's own item goes last, so that a removal cut short still shows as `damaged` and
    //! can be repeated.
    void remove(const QString &account, KeychainItems::DoneCallback callback);

private:
    struct Gathering;
    struct Spreading;
    enum class Attempt { First, Second };

    void read(const QString &account, Attempt attempt, KeychainItems::ReadCallback callback);
    void gather(const std::shared_ptr<Gathering> &gathering);
    void replace(const QString &account, const SecretBytes &value, char slot,
                 KeychainItems::DoneCallback callback);
    void spread(const std::shared_ptr<Spreading> &spreading);
    //! Removes the pieces of a slot from `index` on, the last one first, so that what remains of
    //! an interrupted run is found again.
    void trim(const QString &account, char slot, int index, KeychainItems::DoneCallback callback);
    //! The first index from `index` on that has no piece.
    void findEnd(const QString &account, char slot, int index,
                 std::function<void(const Result<int> &)> callback);
    void trimDown(const QString &account, char slot, int from, int end,
                  KeychainItems::DoneCallback callback);
    bool mayHoldChunks() const;

    KeychainItems &m_items;
    const int m_chunkBytes;
};

} // namespace relink
