// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/credentialformat.h"

#include "core/corpus.h"
#include "support/testmain.h"

#include <QDir>

using namespace relink;
using namespace Qt::StringLiterals;

class CredentialFormatTest : public QObject
{
    Q_OBJECT

    static Credential full()
    {
        Credential credential;
        credential.generation = std::numeric_limits<quint64>::max();
        credential.accessToken = AccessToken("at-1");
        credential.refreshToken = RefreshToken("rt-1");
        credential.obtainedAt = QDateTime(QDate(2026, 3, 3), QTime(7, 8, 9, 10), Qt::UTC);
        credential.accessExpiresAt = credential.obtainedAt.addSecs(1800);
        credential.refreshExpiresAt = credential.obtainedAt.addDays(60);
        credential.inputs = {{u"client_secret"_s, SecretBytes("s3cr3t+with/special=chars&%")},
                             {u"password"_s, SecretBytes(QByteArray("a\nb\r\0c\"\\", 8))}};
        return credential;
    }

    static void verifyDamaged(const QByteArray &bytes)
    {
        const auto credential = parseCredential(SecretBytes(bytes));
        QVERIFY2(!credential.ok(), bytes.left(200).constData());
        QCOMPARE(toString(credential.error().origin), toString(ErrorOrigin::SecretStore));
        QVERIFY(credential.error().is(code::keychainDamaged));
        QVERIFY(credential.error().evidence.isEmpty());
        QVERIFY(!credential.error().description.isEmpty());
        QVERIFY(!credential.error().description.contains(u"canary"));
    }

private Q_SLOTS:
    void comesBackWhole()
    {
        for (const Credential &credential : {Credential {}, full()}) {
            const SecretBytes bytes = serializeCredential(credential);
            const auto read = parseCredential(bytes);
            QVERIFY(read.ok());
            QVERIFY(*read == credential);
        }
    }

    // A raw newline can destroy a password-less keyring.
    void staysOnOneLine()
    {
        const QByteArray bytes = serializeCredential(full()).reveal();
        for (const char c : bytes)
            QVERIFY(uchar(c) >= 0x20);
    }

    void keepsEveryByte()
    {
        QByteArray all;
        for (int c = 0; c < 256; ++c)
            all += char(c);
        Credential credential;
        credential.accessToken = AccessToken(all);
        credential.refreshToken = RefreshToken(QByteArray("\xff\xfe", 2));
        credential.inputs.insert(u"api_key"_s, SecretBytes(QByteArray("\xed\xa0\x80", 3)));
        credential.inputs.insert(u"empty"_s, SecretBytes());
        const SecretBytes bytes = serializeCredential(credential);
        QVERIFY(!bytes.reveal().contains('\n'));
        const auto read = parseCredential(bytes);
        QVERIFY(read.ok());
        QVERIFY(*read == credential);
    }

    void naughtyStringsComeBack()
    {
        RELINK_NEED("blns/blns.json")
        for (const QJsonValue &row : QJsonDocument::fromJson(test::fileContent(corpus)).array()) {
            Credential credential;
            credential.accessToken = AccessToken(row.toString().toUtf8());
            credential.inputs.insert(row.toString(), SecretBytes(row.toString().toUtf8()));
            const SecretBytes bytes = serializeCredential(credential);
            QVERIFY(!bytes.reveal().contains('\n') && !bytes.reveal().contains('\0'));
            const auto read = parseCredential(bytes);
            QVERIFY(read.ok() && *read == credential);
            verifyDamaged(row.toString().toUtf8());
        }
    }

    // R78
    void tellsDamageApart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes :
             {"",
              " ",
              "null",
              "[]",
              "{}",
              "canary-token",
              "{\"version\":1}",
              "{\"version\":2,\"generation\":\"1\",\"access_token\":\"canary\"}",
              "{\"version\":\"1\",\"generation\":\"1\"}",
              "{\"version\":1.5,\"generation\":\"1\"}",
              "{\"version\":1,\"generation\":-1}",
              "{\"version\":1,\"generation\":\"-1\"}",
              "{\"version\":1,\"generation\":\"1\",\"access_token\":5}",
              "{\"version\":1,\"generation\":\"1\",\"access_token\":null}",
              "{\"version\":1,\"generation\":\"1\",\"refresh_token\":{\"base64\":\"canary!\"}}",
              "{\"version\":1,\"generation\":\"1\",\"refresh_token\":{\"hex\":\"canary\"}}",
              "{\"version\":1,\"generation\":\"1\",\"inputs\":[\"canary\"]}",
              "{\"version\":1,\"generation\":\"1\",\"inputs\":{\"a\":[\"canary\"]}}",
              "{\"version\":1,\"generation\":\"1\",\"obtained_at\":\"yesterday\"}",
              "{\"version\":1,\"generation\":\"1\",\"access_expires_at\":1772521689}"}) {
            QTest::newRow(*bytes ? bytes : "empty") << QByteArray(bytes);
        }
    }
    void tellsDamageApart()
    {
        QFETCH(const QByteArray, bytes);
        verifyDamaged(bytes);
    }

    void everyTruncationIsDamage()
    {
        const QByteArray whole = serializeCredential(full()).reveal();
        for (qsizetype length = 0; length < whole.size(); ++length)
            verifyDamaged(whole.left(length));
    }

    void refusesMegabytes()
    {
        Credential credential;
        credential.accessToken = AccessToken(QByteArray(2 * 1024 * 1024, 'x'));
        verifyDamaged(serializeCredential(credential).reveal());
    }

    void theJsonSuiteIsDamage()
    {
        RELINK_NEED("JSONTestSuite/test_parsing")
        const QDir folder(corpus);
        for (const QString &file : folder.entryList(QDir::Files))
            verifyDamaged(test::fileContent(folder.filePath(file)));
    }
};

RELINK_TEST(CredentialFormatTest)
#include "tst_credentialformat.moc"
