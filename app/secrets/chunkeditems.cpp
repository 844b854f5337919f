// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/chunkeditems.h"

namespace relink {

using namespace Qt::StringLiterals;

using ReadCallback = KeychainItems::ReadCallback;
using DoneCallback = KeychainItems::DoneCallback;
using ReadResult = Result<std::optional<SecretBytes>>;

struct ChunkedItems::Gathering
{
    QString account;
    Attempt attempt;
    SecretBytes head;
    ChunkManifest manifest;
    QList<SecretBytes> chunks;
    ReadCallback callback;
};

struct ChunkedItems::Spreading
{
    QString account;
    QList<SecretBytes> chunks;
    ChunkManifest manifest;
    int next = 0;
    DoneCallback callback;
};

ChunkedItems::ChunkedItems(KeychainItems &items, int chunkBytes)
    : m_items(items)
    , m_chunkBytes(chunkBytes)
{}

bool ChunkedItems::mayHoldChunks() const
{
#ifdef Q_OS_WIN
    // An older build may have split what this one stores whole.
    return true;
#else
    return m_chunkBytes > 0;
#endif
}

void ChunkedItems::read(const QString &account, ReadCallback callback)
{
    read(account, Attempt::First, std::move(callback));
}

void ChunkedItems::read(const QString &account, Attempt attempt, ReadCallback callback)
{
    m_items.read(account, [=, this](const ReadResult &head) {
        if (!head || !*head || !looksLikeManifest(**head)) {
            callback(head);
            return;
        }
        const auto manifest = parseManifest(**head);
        if (!manifest) {
            callback(keychainError(code::keychainDamaged, u"unreadable chunk manifest"_s));
            return;
        }
        gather(std::make_shared<Gathering>(
            Gathering {account, attempt, **head, *manifest, {}, callback}));
    });
}

void ChunkedItems::gather(const std::shared_ptr<Gathering> &gathering)
{
    const auto damaged = [this, gathering] {
        // Another process may have replaced the set meanwhile; then the manifest is another too.
        if (gathering->attempt == Attempt::First)
            read(gathering->account, Attempt::Second, gathering->callback);
        else
            gathering->callback(keychainError(code::keychainDamaged, u"torn chunk set"_s));
    };
    const int index = int(gathering->chunks.size());
    if (index == gathering->manifest.count) {
        const auto value = joinChunks(gathering->manifest, gathering->chunks);
        if (value)
            gathering->callback(value);
        else
            damaged();
        return;
    }
    const QString account = chunkAccount(gathering->account, gathering->manifest.slot, index);
    m_items.read(account, [this, gathering, damaged](const ReadResult &chunk) {
        if (!chunk) {
            gathering->callback(chunk.error());
        } else if (!*chunk) {
            damaged();
        } else {
            gathering->chunks.append(**chunk);
            gather(gathering);
        }
    });
}

void ChunkedItems::write(const QString &account, const SecretBytes &value, DoneCallback callback)
{
    if (!mayHoldChunks()) {
        m_items.write(account, value, std::move(callback));
        return;
    }
    m_items.read(account, [=, this](const ReadResult &head) {
        if (!head && !head.error().is(code::keychainDamaged)) {
            callback(head.error());
            return;
        }
        const auto manifest = head && *head ? parseManifest(**head) : std::nullopt;
        replace(account, value, manifest ? manifest->otherSlot() : 'a', callback);
    });
}

void ChunkedItems::replace(const QString &account, const SecretBytes &value, char slot,
                           DoneCallback callback)
{
    const bool whole = m_chunkBytes == 0 || value.reveal().size() <= m_chunkBytes;
    const QList<SecretBytes> chunks
        = whole ? QList<SecretBytes>() : splitIntoChunks(value, m_chunkBytes);
    if (chunks.size() > ChunkManifest::maximumCount) {
        callback(keychainError(code::keychainFailed, u"too long"_s));
        return;
    }
    const ChunkManifest manifest = manifestFor(value, int(chunks.size()), slot);
    const auto stored = [=, this](const Result<Done> &result) {
        if (!result) {
            callback(result.error());
            return;
        }
        // The value is safe now: left-overs that cannot be removed are no failure of the write.
        trim(account, slot, manifest.count, [=, this](const Result<Done> &) {
            trim(account, manifest.otherSlot(), 0,
                 [callback](const Result<Done> &) { callback(Done {}); });
        });
    };
    if (whole)
        m_items.write(account, value, stored);
    else
        spread(std::make_shared<Spreading>(Spreading {account, chunks, manifest, 0, stored}));
}

void ChunkedItems::spread(const std::shared_ptr<Spreading> &spreading)
{
    if (spreading->next == spreading->chunks.size()) {
        m_items.write(spreading->account, spreading->manifest.toText(), spreading->callback);
        return;
    }
    const int index = spreading->next++;
    const QString account = chunkAccount(spreading->account, spreading->manifest.slot, index);
    m_items.write(account, spreading->chunks.at(index),
                  [this, spreading](const Result<Done> &result) {
                      if (result)
                          spread(spreading);
                      else
                          spreading->callback(result);
                  });
}

void ChunkedItems::remove(const QString &account, DoneCallback callback)
{
    if (!mayHoldChunks()) {
        m_items.remove(account, std::move(callback));
        return;
    }
    trim(account, 'a', 0, [=, this](const Result<Done> &first) {
        if (!first) {
            callback(first);
            return;
        }
        trim(account, 'b', 0, [=, this](const Result<Done> &second) {
            if (second)
                m_items.remove(account, callback);
            else
                callback(second);
        });
    });
}

void ChunkedItems::trim(const QString &account, char slot, int index, DoneCallback callback)
{
    findEnd(account, slot, index, [=, this](const Result<int> &end) {
        if (end)
            trimDown(account, slot, index, *end, callback);
        else
            callback(end.error());
    });
}

void ChunkedItems::findEnd(const QString &account, char slot, int index,
                           std::function<void(const Result<int> &)> callback)
{
    m_items.read(chunkAccount(account, slot, index), [=, this](const ReadResult &chunk) {
        const bool damaged = !chunk && chunk.error().is(code::keychainDamaged);
        if (!chunk && !damaged)
            callback(chunk.error());
        else if (damaged || chunk->has_value())
            findEnd(account, slot, index + 1, callback);
        else
            callback(index);
    });
}

void ChunkedItems::trimDown(const QString &account, char slot, int from, int end,
                            DoneCallback callback)
{
    if (end <= from) {
        callback(Done {});
        return;
    }
    m_items.remove(chunkAccount(account, slot, end - 1), [=, this](const Result<Done> &result) {
        if (result)
            trimDown(account, slot, from, end - 1, callback);
        else
            callback(result);
    });
}

} // namespace relink
