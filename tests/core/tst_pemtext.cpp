// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/pemtext.h"
#include "core/rules/privatekeylint.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

//! A key as people have it in their files.
class PemTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data()
    {
        QTest::addColumn<QByteArray>("pasted");
        const QByteArray key
            = "-----BEGIN PRIVATE KEY-----\nMIIB\nAA==\n-----END PRIVATE KEY-----\n";
        QByteArray escaped = key;
        escaped.replace("\n", "\\n");
        QTest::newRow("as it is") << key;
        QTest::newRow("without the last line break") << key.trimmed();
        QTest::newRow("as a key file in JSON has it") << escaped;
        QTest::newRow("with its quotes and comma") << QByteArray('"' + escaped + "\",");
        QTest::newRow("the whole line")
            << QByteArray("  \"private_key\": \"" + escaped + "\",\n  \"client_email\"");
        QByteArray windows = key;
        windows.replace("\n", "\\r\\n");
        QTest::newRow("line ends of Windows, written out") << windows;
    }

    void keys()
    {
        QFETCH(QByteArray, pasted);
        QCOMPARE(pemText(pasted),
                 "-----BEGIN PRIVATE KEY-----\nMIIB\nAA==\n-----END PRIVATE KEY-----\n");
        QVERIFY(!lintPrivateKey(QString::fromUtf8(pasted)));
    }

    void otherTextIsLeftAlone()
    {
        QCOMPARE(pemText("s3cr\\net"), "s3cr\\net");
        QCOMPARE(pemText({}), QByteArray());
        // Half a key stays half a key, for whoever says so.
        QVERIFY(lintPrivateKey(u"-----BEGIN PRIVATE KEY-----\\nMIIB"_s)
                == PrivateKeyFlaw::Incomplete);
    }
};

RELINK_TEST(PemTextTest)
#include "tst_pemtext.moc"
