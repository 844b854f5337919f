// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtsigner.h"

#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QByteArray decoded(const QByteArray &part)
{
    return QByteArray::fromBase64(part, QByteArray::Base64UrlEncoding);
}

QJsonObject object(const QByteArray &part)
{
    return QJsonDocument::fromJson(decoded(part)).object();
}

//! Two numbers of 32 bytes as the DER that the openssl command reads (SEC 1 C.5).
QByteArray der(const QByteArray &raw)
{
    QByteArray numbers;
    for (const QByteArray &half : {raw.left(32), raw.mid(32)}) {
        QByteArray number = half;
        while (number.size() > 1 && number[0] == '\0' && !(number[1] & 0x80))
            number.remove(0, 1);
        if (number[0] & 0x80)
            number.prepend('\0');
        numbers += QByteArray("\x02") + char(number.size()) + number;
    }
    return QByteArray("\x30") + char(numbers.size()) + numbers;
}

} // namespace

//! Assertions, checked by the openssl command.
class JwtSignerTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    bool openssl(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }
    UnsignedAssertion assertion(const QString &algorithm, const QString &keyFile) const
    {
        UnsignedAssertion a;
        a.algorithm = algorithm;
        a.keyId = u"cert-7"_s;
        a.claims = {{u"iss"_s, u"app"_s}, {u"aud"_s, u"token"_s}};
        a.lifetime = std::chrono::seconds(600);
        a.privateKey = SecretBytes(content(keyFile));
        return a;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto key = [this](const QString &name, const QStringList &kind) {
            QVERIFY(openssl(QStringList {u"genpkey"_s, u"-out"_s, name} + kind));
            QVERIFY(openssl(
                {u"pkey"_s, u"-in"_s, name, u"-pubout"_s, u"-out"_s, QString(name + u".pub"_s)}));
        };
        key(u"rsa.pem"_s, {u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
        key(u"small.pem"_s, {u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:1024"_s});
        key(u"p256.pem"_s, {u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s});
        key(u"p384.pem"_s, {u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-384"_s});
        QVERIFY(openssl({u"pkey"_s, u"-in"_s, u"rsa.pem"_s, u"-aes128"_s, u"-passout"_s,
                         u"pass:word"_s, u"-out"_s, u"locked.pem"_s}));
    }

    void isVerifiedByOthers_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("options");
        const QStringList pss {u"-sigopt"_s, u"rsa_padding_mode:pss"_s, u"-sigopt"_s,
                               u"rsa_pss_saltlen:digest"_s};
        QTest::newRow("RS256") << QString(u"RS256"_s) << QString(u"rsa.pem"_s) << QStringList();
        QTest::newRow("PS256") << QString(u"PS256"_s) << QString(u"rsa.pem"_s) << pss;
        QTest::newRow("ES256") << QString(u"ES256"_s) << QString(u"p256.pem"_s) << QStringList();
    }
    void isVerifiedByOthers()
    {
        QFETCH(QString, algorithm);
        QFETCH(QString, key);
        QFETCH(QStringList, options);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        const auto jwt = signedAssertion(assertion(algorithm, key), now);
        QVERIFY(jwt.ok());
        const QByteArrayList parts = jwt->split('.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(
            object(parts[0]),
            (QJsonObject {{u"alg"_s, algorithm}, {u"typ"_s, u"JWT"_s}, {u"kid"_s, u"cert-7"_s}}));
        const QJsonObject claims = object(parts[1]);
        QCOMPARE(claims["iss"_L1].toString(), u"app"_s);
        QCOMPARE(claims["iat"_L1].toInteger(), 1'800'000'000);
        QCOMPARE(claims["exp"_L1].toInteger(), 1'800'000'600);
        QVERIFY(claims["jti"_L1].toString().size() >= 32);
        QVERIFY(!jwt->contains('='));

        const QByteArray signature = decoded(parts[2]);
        write(u"message"_s, QByteArray(parts[0] + '.' + parts[1]));
        write(u"signature"_s, algorithm == "ES256"_L1 ? der(signature) : signature);
        const QStringList verify
            = QStringList {u"dgst"_s,       u"-sha256"_s,  u"-verify"_s, QString(key + u".pub"_s),
                           u"-signature"_s, u"signature"_s}
            + options;
        QVERIFY(openssl(verify + QStringList {u"message"_s}));
        write(u"message"_s, QByteArray(parts[0] + '.' + parts[1] + 'x'));
        QVERIFY(!openssl(verify + QStringList {u"message"_s}));
    }

    void everyAssertionIsAnother()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto one = signedAssertion(assertion(u"RS256"_s, u"rsa.pem"_s), now);
        const auto two = signedAssertion(assertion(u"RS256"_s, u"rsa.pem"_s), now);
        QVERIFY(one.ok() && two.ok());
        QVERIFY(*one != *two);
    }

    //! Each is told for what it is, and nothing waits for a password on a terminal.
    void keysThatDoNotFit_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("words");
        const auto row
            = [](const char *name, const char *algorithm, const char *key, const char *words) {
                  QTest::newRow(name) << QString::fromLatin1(algorithm) << QString::fromLatin1(key)
                                      << QString::fromLatin1(words);
              };
        row("no key", "RS256", "rsa.pem.pub", "cannot be read");
        row("nothing", "RS256", "none", "cannot be read");
        row("with a password", "RS256", "locked.pem", "without a password");
        row("too short", "RS256", "small.pem", "2048 bits");
        row("elliptic for RSA", "PS256", "p256.pem", "no RSA key");
        row("RSA for elliptic", "ES256", "rsa.pem", "P-256");
        row("another curve", "ES256", "p384.pem", "P-256");
    }
    void keysThatDoNotFit()
    {
        QFETCH(QString, algorithm);
        QFETCH(QString, key);
        QFETCH(QString, words);
        const auto jwt
            = signedAssertion(assertion(algorithm, key), QDateTime::currentDateTimeUtc());
        QVERIFY(!jwt.ok());
        QCOMPARE(jwt.error().code, u"invalid_input"_s);
        QVERIFY2(jwt.error().description.contains(words), qPrintable(jwt.error().description));
    }
};

RELINK_TEST(JwtSignerTest)

#include "jwtsignertest.moc"
