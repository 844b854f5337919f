// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/privatekeylint.h"
#include "support/testmain.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QString block(const QString &label, const QString &body = u"MIIB\nAAAA"_s)
{
    return u"-----BEGIN %1-----\n%2\n-----END %1-----\n"_s.arg(label, body);
}

} // namespace

//! What is pasted where a private key belongs.
class PrivateKeyLintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("flaw"); // -1: none
        const QString key = block(u"PRIVATE KEY"_s);
        QTest::newRow("a key") << key << -1;
        QTest::newRow("an RSA key") << block(u"RSA PRIVATE KEY"_s) << -1;
        QTest::newRow("an EC key") << block(u"EC PRIVATE KEY"_s) << -1;
        QTest::newRow("Windows line ends") << QString(key).replace(u"\n"_s, u"\r\n"_s) << -1;
        QTest::newRow("without the last line break") << key.trimmed() << -1;
        QTest::newRow("a certificate beside it") << QString(block(u"CERTIFICATE"_s) + key) << -1;
        const auto row = [](const char *name, const QString &text, PrivateKeyFlaw flaw) {
            QTest::newRow(name) << text << int(flaw);
        };
        row("a password", u"s3cret"_s, PrivateKeyFlaw::NotPem);
        row("only the middle", u"MIIB\nAAAA"_s, PrivateKeyFlaw::NotPem);
        row("without its end", key.left(key.indexOf(u"-----END"_s)), PrivateKeyFlaw::Incomplete);
        row("a public key", block(u"PUBLIC KEY"_s), PrivateKeyFlaw::PublicKey);
        row("a certificate", block(u"CERTIFICATE"_s), PrivateKeyFlaw::Certificate);
        row("locked", block(u"ENCRYPTED PRIVATE KEY"_s), PrivateKeyFlaw::Encrypted);
        row("locked in the older form",
            block(u"RSA PRIVATE KEY"_s, u"Proc-Type: 4,ENCRYPTED\nDEK-Info: AES\n\nMIIB"_s),
            PrivateKeyFlaw::Encrypted);
    }
    void judges()
    {
        QFETCH(QString, text);
        QFETCH(int, flaw);
        const auto found = lintPrivateKey(text);
        QCOMPARE(found ? int(*found) : -1, flaw);
    }
};

RELINK_TEST(PrivateKeyLintTest)

#include "tst_privatekeylint.moc"
