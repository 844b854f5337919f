// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/qtkeychainsecretstore.h"

#include "secrets/storefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace relink;
using namespace relink::test;

//! The store over a real, unlocked gnome-keyring-daemon.
class SecretStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isReady();
    void absentIsNull();
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void overwritesWhole();
    void keepsTwoAccountsApart();
    void removesOnce_thenThereIsNothingToRemove();
    void refusesWhatIsNotOneLineOfText_data();
    void refusesWhatIsNotOneLineOfText();
    void callsRunInTheirOrder();
    void isIdleWhenTheLastCallIsDone();
    void namesNothingButTheRandomAccount();
    void profilesAreApart();
    void keyringFileHoldsNothingInClear();
    void foreignTextIsReturnedAsItIs_data();
    void foreignTextIsReturnedAsItIs();
    void foreignBytesDoNoHarm();
    void unreadableItemIsDamagedAndKeptUntilReplaced();
    void itemsOfAnotherKindDoNotShadowOurs();
    void listsItsAccountsAndNoOthers();

private:
    QtKeychainSecretStore m_store {testService};
};

void SecretStoreTest::init()
{
    QVERIFY(KeyringControl::daemonPid() > 0);
    if (KeyringControl::isLocked())
        QVERIFY(KeyringControl::unlock());
}

void SecretStoreTest::isReady()
{
    QCOMPARE(stateOf(m_store), KeychainState::Ready);
}

void SecretStoreTest::absentIsNull()
{
    QCOMPARE(stored(m_store, newAccount()), "(absent)");
}

void SecretStoreTest::givesBackWhatWasWritten_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("JSON") << QByteArray(R"({"version":1,"access":"a+b/c=","refresh":"\u0000\n"})");
    QTest::newRow("spaces at both ends") << QByteArray("  key  ");
    QTest::newRow("tab and quotes") << QByteArray("a\tb\"c'd\\e");
    QTest::newRow("beyond ASCII") << QByteArray("Größe – ключ – 鍵 – 🔑");
    QTest::newRow("4 kB") << QByteArray(4096, 'k');
    QTest::newRow("100 kB") << QByteArray(100'000, 'm');
}

void SecretStoreTest::givesBackWhatWasWritten()
{
    QFETCH(QByteArray, value);
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, value), QString());
    QCOMPARE(stored(m_store, account), value);
    // Another program of the same profile, later.
    QtKeychainSecretStore other(testService);
    QCOMPARE(stored(other, account), value);
}

void SecretStoreTest::overwritesWhole()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, QByteArray(5000, 'l')), QString());
    QCOMPARE(write(m_store, account, "short"), QString());
    QCOMPARE(stored(m_store, account), "short");
    QCOMPARE(KeyringControl::search(testService, account).size(), 1);
}

void SecretStoreTest::keepsTwoAccountsApart()
{
    const QString first = newAccount();
    const QString second = newAccount();
    QCOMPARE(write(m_store, first, "one"), QString());
    QCOMPARE(write(m_store, second, "two"), QString());
    QCOMPARE(stored(m_store, first), "one");
    QCOMPARE(remove(m_store, first), QString());
    QCOMPARE(stored(m_store, first), "(absent)");
    QCOMPARE(stored(m_store, second), "two");
}

void SecretStoreTest::removesOnce_thenThereIsNothingToRemove()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, "value"), QString());
    QCOMPARE(remove(m_store, account), QString());
    QVERIFY(KeyringControl::search(testService, account).isEmpty());
    QCOMPARE(remove(m_store, account), QString());
}

void SecretStoreTest::refusesWhatIsNotOneLineOfText_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line feed") << QByteArray("a\nb");
    QTest::newRow("final line feed") << QByteArray("a\n");
    QTest::newRow("carriage return") << QByteArray("a\rb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("a\xff\xfe");
    QTest::newRow("half a character") << QByteArray("a\xc3");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("chunk manifest") << QByteArray("relink-chunks 1 a 1 1 00");
}

void SecretStoreTest::refusesWhatIsNotOneLineOfText()
{
    QFETCH(QByteArray, value);
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, "before"), QString());
    QCOMPARE(write(m_store, account, value), u"failed"_s);
    QCOMPARE(stored(m_store, account), "before");
}

void SecretStoreTest::callsRunInTheirOrder()
{
    const QString account = newAccount();
    QList<QFuture<Result<Done>>> writes;
    for (int i = 0; i < 20; ++i)
        writes += m_store.write(account, SecretBytes(QByteArray::number(i)));
    const auto between = m_store.read(account);
    const auto removed = m_store.remove(account);
    const auto after = m_store.read(account);
    QCOMPARE(codeOf(after), QString());
    for (const auto &done : writes)
        QCOMPARE(codeOf(done), QString());
    QCOMPARE(between.result().value()->reveal(), "19");
    QVERIFY(removed.result().ok());
    QVERIFY(!after.result().value());
}

void SecretStoreTest::isIdleWhenTheLastCallIsDone()
{
    QVERIFY(m_store.isIdle());
    QSignalSpy idle(&m_store, &QtKeychainSecretStore::idle);
    const QString account = newAccount();
    const auto first = m_store.write(account, SecretBytes("value"));
    const auto second = m_store.remove(account);
    QVERIFY(!m_store.isIdle());
    QVERIFY(idle.wait());
    QVERIFY(m_store.isIdle());
    QVERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(idle.size(), 1);
}

void SecretStoreTest::namesNothingButTheRandomAccount()
{
    const QString account = newAccount();
    QCOMPARE(write(m_store, account, R"({"shop":"Anna Flowers","user":"anna@example.com"})"),
             QString());
    const auto items = KeyringControl::search(testService, account);
    QCOMPARE(items.size(), 1);
    const KeyringControl::Attributes expected {{u"server"_s, testService},
                                               {u"user"_s, account},
                                               {u"type"_s, u"plaintext"_s},
                                               {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    QCOMPARE(KeyringControl::attributesOf(items.first()), expected);
    QCOMPARE(KeyringControl::labelOf(items.first()), testService);
}

void SecretStoreTest::profilesAreApart()
{
    const QString account = newAccount();
    QtKeychainSecretStore other(u"relink-test-other"_s);
    QCOMPARE(write(m_store, account, "mine"), QString());
    QCOMPARE(stored(other, account), "(absent)");
    QCOMPARE(remove(other, account), QString());
    QCOMPARE(stored(m_store, account), "mine");
}

void SecretStoreTest::keyringFileHoldsNothingInClear()
{
    const QByteArray canary = "canary-" + newAccount().toLatin1();
    const QByteArray value = "{\"access\":\"" + canary + "\"}";
    QCOMPARE(write(m_store, newAccount(), value), QString());
    int files = 0;
    QDirIterator it(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray content = file.readAll();
        for (const QByteArray &form :
             {canary, canary.toHex(), canary.toBase64().chopped(2), value.toBase64().chopped(4)})
            QVERIFY2(!content.contains(form), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
    QVERIFY(QFile::exists(KeyringControl::keyringFolder() + u"/login.keyring"_s));
}

void SecretStoreTest::foreignTextIsReturnedAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("line breaks") << QByteArray("a\nb\r\nc\n");
    QTest::newRow("not ours") << QByteArray("hunter2");
    QTest::newRow("older schema") << QByteArray(R"({"version":0,"token":"t"})");
    QTest::newRow("cut JSON") << QByteArray(R"({"version":1,"access":"ab)");
    QTest::newRow("bidi and zero width") << QByteArray("\u202Eevil\u2066\u200B\uFEFF");
    QTest::newRow("1 MB") << QByteArray(1'000'000, '{');
    QFile naughty(QStringLiteral(RELINK_SHARED_DIR "/data/blns/blns.json"));
    if (!naughty.open(QIODevice::ReadOnly)) {
        QTest::newRow("blns.json is not here: own rows only") << QByteArray("\u0001\u007f<img>");
        return;
    }
    QByteArray all;
    const QJsonArray strings = QJsonDocument::fromJson(naughty.readAll()).array();
    for (qsizetype i = 0; i < strings.size(); ++i) {
        const QByteArray text = strings.at(i).toString().toUtf8();
        if (i % 40 == 0 && !text.contains('\0')) // a sample apart, all of them together
            QTest::addRow("blns %d", int(i)) << text;
        all += text.left(text.indexOf('\0')) + '\n';
    }
    QTest::newRow("1 MB of blns") << all.repeated(1 + 1'000'000 / int(all.size()));
}

void SecretStoreTest::foreignTextIsReturnedAsItIs()
{
    QFETCH(QByteArray, content);
    const QString account = newAccount();
    QVERIFY(KeyringControl::plant(testService, account, content));
    QCOMPARE(stored(m_store, account), content);
    // Whatever it was, a reconnect replaces it and a removal removes it.
    QCOMPARE(write(m_store, account, "fresh"), QString());
    QCOMPARE(stored(m_store, account), "fresh");
    QCOMPARE(remove(m_store, account), QString());
    QVERIFY(KeyringControl::search(testService, account).isEmpty());
}

void SecretStoreTest::foreignBytesDoNoHarm()
{
    const QString account = newAccount();
    QVERIFY(KeyringControl::plant(testService, account, QByteArray("ab\0\xff\xfe", 5)));
    // Text ends at a NUL; whether what is left means anything is the credential parser's question.
    QCOMPARE(stored(m_store, account), "ab");
    QVERIFY(KeyringControl::plant(testService, account, "\xff\xfe\xc3"));
    QCOMPARE(stored(m_store, account), "\xff\xfe\xc3");
}

void SecretStoreTest::unreadableItemIsDamagedAndKeptUntilReplaced()
{
    const QString account = newAccount();
    QVERIFY(KeyringControl::plant(testService, account, "other schema", {}));
    QCOMPARE(stored(m_store, account), "(damaged)");
    const auto items = KeyringControl::search(testService, account);
    QCOMPARE(items.size(), 1);
    QCOMPARE(KeyringControl::secretOf(items.first()), "other schema");
    QCOMPARE(write(m_store, account, "fresh"), QString());
    QCOMPARE(stored(m_store, account), "fresh");
    QCOMPARE(remove(m_store, account), QString());
    QVERIFY(KeyringControl::search(testService, account).isEmpty());
}

void SecretStoreTest::itemsOfAnotherKindDoNotShadowOurs()
{
    const QString account = newAccount();
    QVERIFY(KeyringControl::plant(u"some-browser"_s, account, "theirs"));
    QCOMPARE(stored(m_store, account), "(absent)");
    QCOMPARE(write(m_store, account, "ours"), QString());
    QCOMPARE(remove(m_store, account), QString());
    QCOMPARE(KeyringControl::search(u"some-browser"_s, account).size(), 1);
}

//! R79: what is there can be known without reading any of it.
void SecretStoreTest::listsItsAccountsAndNoOthers()
{
    QtKeychainSecretStore store(u"relink-list-test"_s);
    QCOMPARE(accountsOf(store), QStringList());
    QStringList accounts {newAccount(), newAccount(), newAccount() + u".pending"_s};
    for (const QString &account : accounts)
        QCOMPARE(write(store, account, "the token"), QString());
    QCOMPARE(write(m_store, newAccount(), "of another profile"), QString());
    QVERIFY(KeyringControl::plant(u"relink-list-test"_s, newAccount(), "theirs", {}));
    accounts.sort();
    QCOMPARE(accountsOf(store), accounts);
    QCOMPARE(remove(store, accounts.first()), QString());
    QCOMPARE(accountsOf(store), accounts.mid(1));
    for (const QString &account : accounts)
        QCOMPARE(remove(store, account), QString());
}

RELINK_TEST(SecretStoreTest)
#include "secretstoretest.moc"
