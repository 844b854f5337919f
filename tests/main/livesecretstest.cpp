// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/livesecrets.h"
#include "core/rules/credentialformat.h"
#include "core/rules/redact.h"
#include "main/messagehandler.h"
#include "main/registeringsecretstore.h"
#include "support/fakes/fakesecretstore.h"
#include "support/futures.h"
#include "support/testmain.h"

#include <QLoggingCategory>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logTried, "relink.tried")

const QString account = QStringLiteral("account-1");

Credential credentialOf(const QByteArray &stem)
{
    Credential credential;
    credential.accessToken = AccessToken(stem + "-access");
    credential.refreshToken = RefreshToken(stem + "-refresh");
    credential.inputs.insert(u"client_secret"_s, SecretBytes(stem + "-secret +/%"));
    return credential;
}

void registerCredential(const QString &of, const QByteArray &stem)
{
    livesecrets::registerCredential(of, serializeCredential(credentialOf(stem)).reveal());
}

//! What reaches standard error while `log` runs.
QByteArray written(const std::function<void()> &log)
{
    QTemporaryFile file;
    if (!file.open())
        return "no file";
    std::fflush(stderr);
    const int kept = dup(STDERR_FILENO);
    dup2(file.handle(), STDERR_FILENO);
    log();
    std::fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    file.seek(0);
    return file.readAll();
}

} // namespace

//! R83: a secret that this process holds is hidden wherever it stands, also where nothing around
//! it says that it is one.
class LiveSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (const QString &of : {account, u"account-2"_s})
            livesecrets::forget(of, livesecrets::moment());
    }

    void whatIsRegisteredIsHidden_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::newRow("access token") << u"k1-access"_s;
        QTest::newRow("refresh token") << u"k1-refresh"_s;
        QTest::newRow("entered secret") << u"k1-secret +/%"_s;
        QTest::newRow("percent-encoded") << u"k1-secret%20%2B%2F%25"_s;
    }
    void whatIsRegisteredIsHidden()
    {
        QFETCH(QString, secret);
        const QString line = u"the server repeated "_s + secret + u", which is odd"_s;
        // The rules for keys and values find nothing here: only the list can know.
        QCOMPARE(redact(line), line);
        QCOMPARE(livesecrets::hidden(line), line);
        registerCredential(account, "k1");
        QCOMPARE(livesecrets::hidden(line),
                 u"the server repeated "_s + hiddenMark.toString() + u", which is odd"_s);
    }

    void shortTextsAndOtherLinesStay()
    {
        livesecrets::registerCredential(account, "{\"inputs\":{\"pin\":\"1234\"}}");
        QCOMPARE(livesecrets::hidden(u"waited 1234 ms"_s), u"waited 1234 ms"_s);
        livesecrets::registerCredential(account, "not JSON");
        livesecrets::registerCredential(account, "");
        registerCredential(account, "k2");
        QCOMPARE(livesecrets::hidden(u"nothing of it"_s), u"nothing of it"_s);
    }

    void whatIsForgottenIsKnownNoMore()
    {
        registerCredential(account, "k3");
        registerCredential(u"account-2"_s, "k4");
        const quint64 removed = livesecrets::moment();
        registerCredential(account, "k5"); // authorised anew
        livesecrets::forget(account, removed);
        QVERIFY(livesecrets::hidden(u"k3-access"_s).contains(u"k3-access"_s));
        QVERIFY(!livesecrets::hidden(u"k4-access"_s).contains(u"k4-access"_s));
        QVERIFY(!livesecrets::hidden(u"k5-access"_s).contains(u"k5-access"_s));
        // Shared by two accounts, it lives as long as one of them.
        registerCredential(u"account-2"_s, "k5");
        livesecrets::forget(account, livesecrets::moment());
        QVERIFY(!livesecrets::hidden(u"k5-access"_s).contains(u"k5-access"_s));
    }

    //! Whatever passes the keychain is known before anybody else has it.
    void theKeychainRegisters()
    {
        FakeSecretStore keychain;
        RegisteringSecretStore store(keychain);
        keychain.items.insert(account, serializeCredential(credentialOf("k6")));
        QVERIFY(livesecrets::hidden(u"k6-refresh"_s).contains(u"k6"_s));
        QVERIFY(outcomeOf(store.read(account)));
        QVERIFY(!livesecrets::hidden(u"k6-refresh"_s).contains(u"k6"_s));
        keychain.held = true;
        const auto writing = store.write(account, serializeCredential(credentialOf("k7")));
        QVERIFY(!livesecrets::hidden(u"k7-access"_s).contains(u"k7"_s));
        // The former token may still be good at the provider.
        QVERIFY(!livesecrets::hidden(u"k6-access"_s).contains(u"k6"_s));
        keychain.release();
        QVERIFY(outcomeOf(writing));
        // A removal hides on: the last request may still be told.
        QVERIFY(outcomeOf(store.remove(account)));
        QVERIFY(!livesecrets::hidden(u"k7-access"_s).contains(u"k7"_s));
    }

    void theLogMasksThem()
    {
        registerCredential(account, "k8");
        const MessageHandler handler;
        const QByteArray log = written([] {
            qWarning("QIODevice::write (k8-access): device not open");
            qCInfo(logTried, "got %s\nand k8-secret%%20%%2B%%2F%%25", "k8-refresh");
            qWarning("plain");
        });
        QVERIFY2(!log.contains("k8-"), log);
        QCOMPARE(log.count(hiddenMark.toString().toUtf8()), 3);
        // One message is one line (R84).
        QCOMPARE(log.count('\n'), 3);
        QVERIFY2(log.contains("relink: warning: plain\n"), log);
        QVERIFY2(log.contains("relink.tried"), log);
    }
};

RELINK_TEST(LiveSecretsTest)
#include "livesecretstest.moc"
