// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/children.h"
#include "secrets/chunkset.h"
#include "secrets/storefixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;

namespace {

constexpr int chunkBytes = 2000;

KeychainOptions chunking()
{
    KeychainOptions options;
    options.chunkBytes = chunkBytes;
    return options;
}

//! A long value whose parts are all different.
QByteArray longValue(int bytes, char mark = 'v')
{
    QByteArray value;
    for (int i = 0; value.size() < bytes; ++i)
        value += mark + QByteArray::number(i);
    return value.left(bytes);
}

//! Every item of one value: the account's own and its chunks.
QList<QDBusObjectPath> itemsOf(const QString &account)
{
    QList<QDBusObjectPath> items;
    for (const QDBusObjectPath &item : KeyringControl::search({{u"server"_s, testService}})) {
        if (KeyringControl::attributesOf(item).value(u"user"_s).startsWith(account))
            items += item;
    }
    return items;
}

} // namespace

//! A backend with small items, played on the real keyring by the same limit.
class ChunkedStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void longValueIsSpreadOverSmallItems();
    void buildWithoutLimitReadsItToo();
    void shortValueStaysOneItem();
    void shorterValueLeavesNothingBehind();
    void longerAndLongerValues();
    void removalLeavesNothingBehind();
    void chunksAreNamedByTheAccountAlone();
    void chunksAreNoAccountsOfTheirOwn();
    void tornSetIsDamaged_data();
    void tornSetIsDamaged();
    void removalCutShortIsRepeated();
    void writerKilledHalfwayLeavesAWholeValue();

private:
    QtKeychainSecretStore m_store {testService, chunking()};
    QtKeychainSecretStore m_raw {testService};
};

void ChunkedStoreTest::init()
{
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
}

void ChunkedStoreTest::longValueIsSpreadOverSmallItems()
{
    const QString account = newAccount();
    const QByteArray value = longValue(6000);
    QCOMPARE(write(m_store, account, value), QString());
    QCOMPARE(stored(m_store, account), value);
    const auto items = itemsOf(account);
    QCOMPARE(items.size(), 4);
    for (const QDBusObjectPath &item : items)
        QVERIFY(KeyringControl::secretOf(item).size() <= chunkBytes);
}

void ChunkedStoreTest::buildWithoutLimitReadsItToo()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(6000)), QString());
    QCOMPARE(stored(m_raw, account), longValue(6000));
}

void ChunkedStoreTest::shortValueStaysOneItem()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(chunkBytes)), QString());
    QCOMPARE(itemsOf(account).size(), 1);
    QCOMPARE(stored(m_store, account), longValue(chunkBytes));
}

void ChunkedStoreTest::shorterValueLeavesNothingBehind()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(9000)), QString());
    QCOMPARE(write(m_store, account, "short"), QString());
    QCOMPARE(stored(m_store, account), "short");
    QCOMPARE(itemsOf(account).size(), 1);
}

void ChunkedStoreTest::longerAndLongerValues()
{
    const QString account = newAccount();
    for (const int bytes : {3000, 9000, 5000, 2001}) {
        QCOMPARE(write(m_store, account, longValue(bytes)), QString());
        QCOMPARE(stored(m_store, account), longValue(bytes));
        QCOMPARE(int(itemsOf(account).size()), 1 + (bytes + chunkBytes - 1) / chunkBytes);
    }
}

void ChunkedStoreTest::removalLeavesNothingBehind()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(6000)), QString());
    QCOMPARE(remove(m_store, account), QString());
    QCOMPARE(itemsOf(account).size(), 0);
    QCOMPARE(stored(m_store, account), "(absent)");
}

void ChunkedStoreTest::chunksAreNamedByTheAccountAlone()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(6000)), QString());
    for (const QDBusObjectPath &item : itemsOf(account)) {
        const auto attributes = KeyringControl::attributesOf(item);
        QCOMPARE(attributes.value(u"server"_s), testService);
        QString rest = attributes.value(u"user"_s).mid(account.size());
        QVERIFY2(rest.isEmpty() || rest.startsWith(u".a"_s), qPrintable(rest));
    }
}

void ChunkedStoreTest::chunksAreNoAccountsOfTheirOwn()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(5000)), QString());
    QVERIFY(itemsOf(account).size() > 1);
    QCOMPARE(accountsOf(m_store).filter(account), QStringList {account});
}

void ChunkedStoreTest::tornSetIsDamaged_data()
{
    QTest::addColumn<int>("index"); // of the chunk that is changed; -1: the manifest
    QTest::addColumn<QByteArray>("content"); // empty: removed
    QTest::newRow("first chunk missing") << 0 << QByteArray();
    QTest::newRow("last chunk missing") << 2 << QByteArray();
    QTest::newRow("chunk of another value") << 1 << longValue(chunkBytes, 'w');
    QTest::newRow("chunk cut") << 2 << QByteArray("x");
    QTest::newRow("manifest of another value")
        << -1 << manifestFor(SecretBytes(longValue(6000, 'w')), 3, 'a').toText().reveal();
    QTest::newRow("manifest cut") << -1 << QByteArray("relink-chunks 1 a 3");
}

void ChunkedStoreTest::tornSetIsDamaged()
{
    QFETCH(int, index);
    QFETCH(QByteArray, content);
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(6000)), QString());
    const QString target = index < 0 ? account : chunkAccount(account, 'a', index);
    if (content.isEmpty())
        QCOMPARE(remove(m_raw, target), QString());
    else
        QVERIFY(KeyringControl::plant(testService, target, content));

    QCOMPARE(stored(m_store, account), "(damaged)");
    QCOMPARE(stored(m_raw, account), "(damaged)");
    // Reconnecting replaces it.
    QCOMPARE(write(m_store, account, longValue(5000, 'n')), QString());
    QCOMPARE(stored(m_store, account), longValue(5000, 'n'));
    QCOMPARE(remove(m_store, account), QString());
    QVERIFY(KeyringControl::search(testService, account).isEmpty());
}

void ChunkedStoreTest::removalCutShortIsRepeated()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, longValue(6000)), QString());
    // As far as a removal had come: from the last chunk down.
    QCOMPARE(remove(m_raw, chunkAccount(account, 'a', 2)), QString());
    QCOMPARE(stored(m_store, account), "(damaged)");
    QCOMPARE(remove(m_store, account), QString());
    QCOMPARE(itemsOf(account).size(), 0);
}

void ChunkedStoreTest::writerKilledHalfwayLeavesAWholeValue()
{
    const QString account = newAccount();
    const QByteArray first = QByteArray("old").repeated(3000);
    const QByteArray second = QByteArray("new").repeated(4000);
    for (const int delay : {0, 15, 30, 50, 80}) {
        QCOMPARE(write(m_store, account, first), QString());
        QProcess writer;
        startChild(writer, {u"write"_s, account, u"new"_s, QString::number(chunkBytes), u"4000"_s});
        QVERIFY(writer.waitForReadyRead(5000));
        QTest::qWait(delay); // not waiting for anything: the moment of death is the input
        writer.kill();
        QVERIFY(writer.waitForFinished(5000));
        const QByteArray left = stored(m_store, account);
        QVERIFY2(left == first || left == second, left.left(40).constData());
    }
    QCOMPARE(remove(m_store, account), QString());
    QCOMPARE(itemsOf(account).size(), 0);
}

RELINK_TEST(ChunkedStoreTest)
#include "chunkedstoretest.moc"
