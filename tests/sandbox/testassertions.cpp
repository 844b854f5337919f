// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/jwtsigner.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QString provider = u"robot_books"_s;
const QString host = u"/robot_books/robot-books.example"_s;

//! A key pair that nobody has registered yet; empty without the openssl command.
QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(10'000) ? process.readAllStandardOutput() : QByteArray();
}

} // namespace

//! RFC 7523 as the sandbox checks it.
class SandboxAssertionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void eachIsTakenOnce();
    void ownKeysCanBeRegistered();
    void aWithdrawnKeyIsReplaced();

private:
    QByteArray practiceKey(const QString &method);
    //! As the way of connecting “assertion” has it.
    UnsignedAssertion good();
    Heard mint(const UnsignedAssertion &assertion, qint64 secondsFromNow = 0);
    Heard mint(const QByteArray &jwt);

    std::unique_ptr<Playground> m_playground;
};

void SandboxAssertionsTest::initTestCase()
{
    m_playground = std::make_unique<Playground>(
        QStringList {u"--packs"_s, QStringLiteral(RELINK_TEST_DATA "/practice-packs")});
    QVERIFY(m_playground->isRunning());
}

void SandboxAssertionsTest::cleanup()
{
    m_playground->restore();
}

QByteArray SandboxAssertionsTest::practiceKey(const QString &method)
{
    return m_playground->get(u"/_sandbox/practice?provider="_s + provider)
        .json()[provider][method]["private_key"_L1]
        .toString()
        .toLatin1();
}

UnsignedAssertion SandboxAssertionsTest::good()
{
    UnsignedAssertion assertion;
    assertion.algorithm = u"PS256"_s;
    assertion.claims = {{u"iss"_s, u"acme-books"_s},
                        {u"sub"_s, u"acme-books/robot"_s},
                        {u"aud"_s, u"https://robot-books.example/token"_s},
                        {u"scope"_s, u"ledger"_s}};
    assertion.lifetime = std::chrono::seconds(120);
    assertion.privateKey = SecretBytes(practiceKey(u"assertion"_s));
    return assertion;
}

Heard SandboxAssertionsTest::mint(const QByteArray &jwt)
{
    return m_playground->postForm(
        host + u"/token/assertion"_s,
        {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s},
         {u"assertion"_s, QString::fromLatin1(jwt)}});
}

Heard SandboxAssertionsTest::mint(const UnsignedAssertion &assertion, qint64 secondsFromNow)
{
    const auto jwt
        = signedAssertion(assertion, QDateTime::currentDateTimeUtc().addSecs(secondsFromNow));
    return jwt ? mint(*jwt) : Heard();
}

void SandboxAssertionsTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("moment");
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<QString>("words"); // empty: taken
    const auto row = [](const char *name, const QString &claim, const QString &value, int moment,
                        int lifetime, const QString &words) {
        QTest::newRow(name) << claim << value << moment << lifetime << words;
    };
    row("in order", {}, {}, 0, 120, {});
    row("issuer", u"iss"_s, u"ACME!"_s, 0, 120, u"(iss)"_s);
    row("subject", u"sub"_s, u"acme-books"_s, 0, 120, u"(sub)"_s);
    row("audience", u"aud"_s, u"https://evil.example/token"_s, 0, 120, u"(aud)"_s);
    row("claim", u"scope"_s, QString(), 0, 120, u"claim scope"_s);
    row("expired", {}, {}, -600, 120, u"expired"_s);
    row("of the future", {}, {}, 600, 120, u"future"_s);
    row("too long", {}, {}, 0, 3600, u"too long"_s);
    row("another algorithm", u"alg"_s, u"RS256"_s, 0, 120, u"PS256"_s);
}

void SandboxAssertionsTest::whatIsWrongIsRefused()
{
    QFETCH(QString, claim);
    QFETCH(QString, value);
    QFETCH(int, moment);
    QFETCH(int, lifetime);
    QFETCH(QString, words);
    UnsignedAssertion assertion = good();
    assertion.lifetime = std::chrono::seconds(lifetime);
    if (claim == "alg"_L1)
        assertion.algorithm = value;
    else if (!claim.isEmpty())
        assertion.claims.insert(claim, value);
    const Heard heard = mint(assertion, moment);
    QCOMPARE(heard.status, words.isEmpty() ? 200 : 400);
    QVERIFY2(heard.text("error_description").contains(words), heard.body);
}

void SandboxAssertionsTest::eachIsTakenOnce()
{
    const auto jwt = signedAssertion(good(), QDateTime::currentDateTimeUtc());
    QVERIFY(jwt.ok());
    QByteArray forged = *jwt;
    forged[forged.size() / 2] = forged.at(forged.size() / 2) == 'A' ? 'B' : 'A';
    QCOMPARE(mint(forged).status, 400);
    QCOMPARE(mint(*jwt).status, 200);
    QVERIFY(mint(*jwt).text("error_description").contains(u"jti"_s));
    QCOMPARE(mint("one.two").status, 400);
}

void SandboxAssertionsTest::ownKeysCanBeRegistered()
{
    const QByteArray secret = openssl(
        {u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s});
    const QByteArray open = openssl({u"pkey"_s, u"-pubout"_s}, secret);
    QVERIFY2(open.startsWith("-----BEGIN PUBLIC KEY"), "the openssl command is missing");
    UnsignedAssertion assertion = good();
    assertion.privateKey = SecretBytes(secret);
    QVERIFY(mint(assertion).text("error_description").contains(u"signature"_s));
    const auto add = [this](const QString &of, const QString &key) {
        return m_playground
            ->postJson(u"/_sandbox/keys"_s, {{u"provider"_s, of}, {u"public_key"_s, key}})
            .status;
    };
    QCOMPARE(add(provider, u"no key"_s), 400);
    QCOMPARE(add(u"acme"_s, QString::fromLatin1(open)), 400);
    // A private key is not for the sandbox.
    QCOMPARE(add(provider, QString::fromLatin1(secret)), 400);
    QCOMPARE(add(provider, QString::fromLatin1(open)), 200);
    QCOMPARE(mint(assertion).status, 200);
    QCOMPARE(m_playground->get(u"/_sandbox/keys"_s).status, 405);
}

void SandboxAssertionsTest::aWithdrawnKeyIsReplaced()
{
    const UnsignedAssertion former = good();
    m_playground->fault(provider, u"hard_expire"_s);
    QCOMPARE(mint(former).status, 400);
    QCOMPARE(mint(good()).status, 200);
    m_playground->restore();
    QCOMPARE(mint(former).status, 200);
}

RELINK_TEST(SandboxAssertionsTest)

#include "testassertions.moc"
