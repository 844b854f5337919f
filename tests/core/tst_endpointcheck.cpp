// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/endpointcheck.h"

#include "core/rules/checkresults.h"
#include "packs.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

ProviderPack withoutProbe()
{
    QJsonObject json = smallPack();
    json.insert(u"probe"_s, QJsonObject {{u"absent_reason"_s, u"None is known."_s}});
    const auto pack = parseProviderPack(toJson(json), false);
    return pack ? *pack : ProviderPack();
}

Connection shop(const QString &probe = {})
{
    Connection connection;
    connection.provider = u"shop"_s;
    connection.inputs = {{u"client_id"_s, u"c"_s}, {u"shop"_s, u"harbour"_s}};
    if (!probe.isEmpty())
        connection.inputs.insert(u"probe_url"_s, probe);
    return connection;
}

} // namespace

//! SGE-51: https, the provider's host, a path.
class EndpointCheckTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enteredAddresses_data();
    void enteredAddresses();
    void missingValuesAreSaid();
    void discoveredOnes();
    void oneOfManyIsMisspelt();
    void misspeltNames_data();
    void misspeltNames();
    void everyShippedPackIsInOrder();
};

void EndpointCheckTest::enteredAddresses_data()
{
    QTest::addColumn<QString>("probe");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("passed");
    const auto row = [](const QString &probe, const char *detail, bool passed) {
        QTest::newRow(probe.isEmpty() ? "none" : qPrintable(probe))
            << probe << QString::fromLatin1(detail) << passed;
    };
    row({}, "as_described", true);
    row(u"https://harbour.example.com/api/me"_s, "as_described", true);
    row(u"https://api.example.com/me"_s, "as_described", true);
    row(u"https://api.example.com"_s, "no_path", true);
    row(u"https://api.exmaple.com/me"_s, "misspelt", false);
    row(u"https://api.example.cmo/me"_s, "misspelt", false);
    row(u"https://api.example.con/me"_s, "misprint", false);
    row(u"https://elsewhere.test/me"_s, "foreign", false);
    row(u"https://example.com.elsewhere.test/me"_s, "foreign", false);
    row(u"http://api.example.com/me"_s, "not_encrypted", false);
    row(u"https://user@api.example.com/me"_s, "unusable", false);
}

void EndpointCheckTest::enteredAddresses()
{
    QFETCH(QString, probe);
    QFETCH(QString, detail);
    QFETCH(bool, passed);
    const CheckResult result = checkEndpoints(withoutProbe(), shop(probe));
    QCOMPARE(result.detail, detail);
    QCOMPARE(result.passed, passed);
    if (!passed) {
        QCOMPARE(toString(result.diagnosis->errorClass), u"configuration"_s);
        QCOMPARE(toString(result.diagnosis->action), u"edit_credential"_s);
    }
    if (detail == "misspelt"_L1)
        QCOMPARE(result.values.value(u"meant"_s), u"example.com"_s);
}

void EndpointCheckTest::missingValuesAreSaid()
{
    Connection connection = shop();
    connection.inputs.remove(u"shop"_s);
    const CheckResult result = checkEndpoints(withoutProbe(), connection);
    QCOMPARE(result.detail, u"missing_input"_s);
    QVERIFY(!result.values.value(u"reason"_s).isEmpty());
}

void EndpointCheckTest::discoveredOnes()
{
    const ProviderPack pack = shippedPack("generic_oauth2");
    Connection connection;
    connection.provider = pack.id;
    connection.inputs = {{u"client_id"_s, u"c"_s}, {u"issuer"_s, u"https://auth.shop.example"_s}};
    connection.discovered.issuer = u"https://auth.shop.example"_s;
    connection.discovered.authorization = QUrl(u"https://auth.shop.example/authorize"_s);
    connection.discovered.token = QUrl(u"https://api.shop.example/token"_s);
    CheckResult result = checkEndpoints(pack, connection);
    QCOMPARE(result.detail, u"discovered"_s);
    QCOMPARE(result.values.value(u"issuer"_s), u"auth.shop.example"_s);
    connection.discovered.token = QUrl(u"https://tokens.test/token"_s);
    result = checkEndpoints(pack, connection);
    QVERIFY(isOpen(result));
    QCOMPARE(result.values.value(u"elsewhere"_s), u"tokens.test"_s);
}

void EndpointCheckTest::oneOfManyIsMisspelt()
{
    const ProviderPack pack = shippedPack("generic_oauth2");
    Connection connection;
    connection.provider = pack.id;
    connection.inputs = {{u"client_id"_s, u"c"_s},
                         {u"authorization_endpoint"_s, u"https://auth.harbour.example/a"_s},
                         {u"token_endpoint"_s, u"https://auth.habrour.example/t"_s},
                         {u"probe_url"_s, u"https://api.harbour.example/me"_s}};
    const CheckResult result = checkEndpoints(pack, connection);
    QCOMPARE(result.detail, u"misspelt"_s);
    QCOMPARE(result.values.value(u"host"_s), u"auth.habrour.example"_s);
    connection.inputs.insert(u"token_endpoint"_s, u"https://auth.harbour.example/t"_s);
    QCOMPARE(checkEndpoints(pack, connection).detail, u"as_described"_s);
}

void EndpointCheckTest::misspeltNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("misspelt");
    QTest::newRow("itself") << u"example.com"_s << false;
    QTest::newRow("left out") << u"exampl.com"_s << true;
    QTest::newRow("added") << u"exaample.com"_s << true;
    QTest::newRow("changed places") << u"examlpe.com"_s << true;
    QTest::newRow("exchanged") << u"examp1e.com"_s << true;
    QTest::newRow("another ending") << u"example.co"_s << true;
    QTest::newRow("another name") << u"harbour.com"_s << false;
}

void EndpointCheckTest::misspeltNames()
{
    QFETCH(QString, name);
    QFETCH(bool, misspelt);
    QCOMPARE(looksMisspelt(name, u"example.com"_s), misspelt);
    QVERIFY(!looksMisspelt(u"ab.uk"_s, u"ac.uk"_s)); // too short to tell
}

//! Whatever a pack says of itself is in order, as far as it can be filled in.
void EndpointCheckTest::everyShippedPackIsInOrder()
{
    for (const QString &id : shippedIds()) {
        const ProviderPack pack = shippedPack(qPrintable(id));
        Connection connection;
        connection.provider = id;
        const CheckResult result = checkEndpoints(pack, connection);
        const bool unfilled = result.detail.endsWith("_input"_L1);
        QVERIFY2(result.passed || unfilled, qPrintable(QString(id + u": "_s + result.detail)));
    }
}

RELINK_TEST(EndpointCheckTest)
#include "tst_endpointcheck.moc"
