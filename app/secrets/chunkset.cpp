// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/chunkset.h"

#include <QCryptographicHash>

namespace relink {

namespace {

constexpr auto prefix = "relink-chunks ";

QByteArray digest(const QByteArray &value)
{
    return QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex();
}

bool startsCharacter(char byte)
{
    return (uchar(byte) & 0xC0) != 0x80;
}

} // namespace

SecretBytes ChunkManifest::toText() const
{
    return SecretBytes(prefix + QByteArray("1 ") + slot + ' ' + QByteArray::number(count) + ' '
                       + QByteArray::number(bytes) + ' ' + sha256);
}

bool looksLikeManifest(const SecretBytes &text)
{
    return text.reveal().startsWith(prefix);
}

std::optional<ChunkManifest> parseManifest(const SecretBytes &text)
{
    if (!looksLikeManifest(text))
        return {};
    const QList<QByteArray> words = text.reveal().split(' ');
    if (words.size() != 6 || words.at(1) != "1")
        return {};
    ChunkManifest manifest;
    manifest.slot = words.at(2) == "b" ? 'b' : 'a';
    manifest.count = words.at(3).toInt();
    manifest.bytes = words.at(4).toLongLong();
    manifest.sha256 = words.at(5);
    // What does not come out again as it went in was not written by toText().
    if (manifest.toText() != text || manifest.count < 1
        || manifest.count > ChunkManifest::maximumCount || manifest.sha256.size() != 64)
        return {};
    return manifest;
}

QString chunkAccount(const QString &account, char slot, int index)
{
    return QString(account + u'.' + QLatin1Char(slot) + QString::number(index));
}

QString accountOfChunk(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString end = dot < 0 ? QString() : name.mid(dot + 1);
    const bool slot = end.startsWith(u'a') || end.startsWith(u'b');
    bool number = false;
    const int index = end.mid(1).toInt(&number);
    return slot && number && index >= 0 && QString::number(index) == end.mid(1) ? name.left(dot)
                                                                                : name;
}

QList<SecretBytes> splitIntoChunks(const SecretBytes &value, int limit)
{
    const QByteArray &bytes = value.reveal();
    QList<SecretBytes> chunks;
    for (qsizetype from = 0; from < bytes.size();) {
        qsizetype to = qMin<qsizetype>(from + limit, bytes.size());
        while (to < bytes.size() && to > from + 1 && !startsCharacter(bytes.at(to)))
            --to;
        chunks.append(SecretBytes(bytes.mid(from, to - from)));
        from = to;
    }
    return chunks;
}

ChunkManifest manifestFor(const SecretBytes &value, int count, char slot)
{
    return {slot, count, value.reveal().size(), digest(value.reveal())};
}

std::optional<SecretBytes> joinChunks(const ChunkManifest &manifest,
                                      const QList<SecretBytes> &chunks)
{
    QByteArray whole;
    for (const SecretBytes &chunk : chunks)
        whole += chunk.reveal();
    if (chunks.size() != manifest.count || whole.size() != manifest.bytes
        || digest(whole) != manifest.sha256)
        return {};
    return SecretBytes(whole);
}

} // namespace relink
