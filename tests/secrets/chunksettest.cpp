// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/chunkset.h"

#include "support/testmain.h"

using namespace relink;

class ChunkSetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void splitsAndJoins_data();
    void splitsAndJoins();
    void manifestSurvivesItsText();
    void damagedManifestIsNone_data();
    void damagedManifestIsNone();
    void valuesAreNoManifests();
};

void ChunkSetTest::splitsAndJoins_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("count");
    QTest::newRow("shorter") << QByteArray("abc") << 4 << 1;
    QTest::newRow("just fits") << QByteArray("abcd") << 4 << 1;
    QTest::newRow("one more") << QByteArray("abcde") << 4 << 2;
    QTest::newRow("6,000 by 2,000") << QByteArray(6000, 'x') << 2000 << 3;
    QTest::newRow("cut before a two-byte character") << QByteArray("abcü") << 4 << 2;
    QTest::newRow("four-byte characters only") << QByteArray("🔑🔑🔑") << 4 << 3;
    QTest::newRow("four-byte characters, odd limit") << QByteArray("🔑🔑🔑") << 7 << 3;
}

void ChunkSetTest::splitsAndJoins()
{
    QFETCH(QByteArray, value);
    QFETCH(int, limit);
    QFETCH(int, count);
    QList<SecretBytes> chunks = splitIntoChunks(SecretBytes(value), limit);
    QCOMPARE(int(chunks.size()), count);
    for (const SecretBytes &chunk : chunks) {
        QVERIFY(!chunk.isEmpty() && chunk.reveal().size() <= limit);
        QVERIFY(QUtf8StringView(chunk.reveal()).isValidUtf8());
    }
    const ChunkManifest manifest = manifestFor(SecretBytes(value), count, 'b');
    QVERIFY(joinChunks(manifest, chunks) == SecretBytes(value));

    QList<SecretBytes> torn = chunks;
    torn.removeLast();
    QVERIFY(!joinChunks(manifest, torn));
    torn = chunks;
    torn.append(SecretBytes("x"));
    QVERIFY(!joinChunks(manifest, torn));
    torn = chunks;
    QByteArray changed = torn.last().reveal();
    changed[0] = '!';
    torn.last() = SecretBytes(changed);
    QVERIFY(!joinChunks(manifest, torn));
}

void ChunkSetTest::manifestSurvivesItsText()
{
    for (const char slot : {'a', 'b'}) {
        const ChunkManifest manifest = manifestFor(SecretBytes("some value"), 3, slot);
        const auto parsed = parseManifest(manifest.toText());
        QVERIFY(parsed && *parsed == manifest);
        QVERIFY(manifest.otherSlot() != slot);
    }
}

void ChunkSetTest::damagedManifestIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray hash(64, '0');
    QTest::newRow("cut") << QByteArray("relink-chunks 1 a 3");
    QTest::newRow("other version") << QByteArray("relink-chunks 2 a 3 6000 " + hash);
    QTest::newRow("other slot") << QByteArray("relink-chunks 1 c 3 6000 " + hash);
    QTest::newRow("no chunk") << QByteArray("relink-chunks 1 a 0 0 " + hash);
    QTest::newRow("negative") << QByteArray("relink-chunks 1 a -3 6000 " + hash);
    QTest::newRow("a million chunks") << QByteArray("relink-chunks 1 a 1000000 6000 " + hash);
    QTest::newRow("overflow") << QByteArray("relink-chunks 1 a 99999999999 6000 " + hash);
    QTest::newRow("short hash") << QByteArray("relink-chunks 1 a 3 6000 abc");
    QTest::newRow("trailing word") << QByteArray("relink-chunks 1 a 3 6000 " + hash + " x");
}

void ChunkSetTest::damagedManifestIsNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(looksLikeManifest(SecretBytes(text)));
    QVERIFY(!parseManifest(SecretBytes(text)));
}

void ChunkSetTest::valuesAreNoManifests()
{
    QVERIFY(!looksLikeManifest(SecretBytes("{\"version\":1}")));
    QVERIFY(!looksLikeManifest(SecretBytes()));
}

RELINK_TEST(ChunkSetTest)
#include "chunksettest.moc"
