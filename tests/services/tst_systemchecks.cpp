// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/systemchecks.h"

#include "auth/probeclient.h"
#include "auth/testcertificates.h"
#include "core/rules/checkresults.h"
#include "managerfixture.h"
#include "services/connectionchecker.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/tokenrefresher.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QNetworkProxy>
#include <QTcpServer>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QList<CheckId> door {CheckId::Network, CheckId::Proxy, CheckId::Tls, CheckId::CaptivePortal,
                           CheckId::Clock};
const QList<CheckId> all = door
    + QList<CheckId> {CheckId::Keychain,  CheckId::Endpoint, CheckId::Grant,   CheckId::Scopes,
                      CheckId::Competing, CheckId::Format,   CheckId::TestMode};

//! The checks over a real network, everything else on fakes.
class Bench : public ManagerFixture
{
public:
    explicit Bench(Probe &probe)
        : ports {fakes.agent,       fakes.tokenEndpoint, probe,         fakes.secrets,
                 fakes.connections, fakes.connections,   fakes.journal, fakes.progress,
                 fakes.history,     fakes.browser,       fakes.clock}
        , table(ports)
        , vault(ports)
        , refresher(ports, *catalogue, table, vault)
        , checker(ports, *catalogue, table, vault, refresher)
        , checks(ports, table, vault, checker)
    {
        fakes.clock.time = QDateTime::currentDateTimeUtc();
    }

    Target target(const QUrl &reachability = {})
    {
        const ConnectionId id = connected();
        (void)table.load();
        Result<Target> made = targetFor(*catalogue, row(id));
        Target t = made ? *made : Target {};
        t.provider.reachability = reachability;
        return t;
    }

    //! The result of each check, once.
    QMap<CheckId, CheckResult> run(const QList<CheckId> &ids, const Target &t)
    {
        QMap<CheckId, CheckResult> results;
        int told = 0;
        checks.run(ids, t, &checks, [&](const CheckResult &result) {
            results.insert(result.check, result);
            ++told;
        });
        [&] { QTRY_COMPARE_WITH_TIMEOUT(told, int(ids.size()), 25000); }();
        return results;
    }

    Ports ports;
    ConnectionTable table;
    CredentialVault vault;
    TokenRefresher refresher;
    ConnectionChecker checker;
    SystemChecks checks;
};

QString drawn(const QMap<CheckId, CheckResult> &results)
{
    QString text;
    for (const CheckId id : door) {
        const CheckResult &result = results[id];
        text += isOpen(result) ? u'.' : result.passed ? u'+' : u'-';
    }
    return text;
}

} // namespace

//! Every automatic check, with each fault really set: network, proxy, TLS, sign-in page, clock.
class SystemChecksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCheckAnswersOnce();
    void oneRequestServesTheWholeDoor();
    void realAnswers_data();
    void realAnswers();
    void nobodyListens();
    void aProxyThatWantsAPassword();
    void aCertificateOfAnotherName();
    void keychains_data();
    void keychains();
    void aLockedKeychainHidesWhatIsStored();
    void whatWasCopiedAlong();
    void theSecondConnection();
    void comparesWithTheStoredSecret();
};

void SystemChecksTest::everyCheckAnswersOnce()
{
    FakeProbe probe;
    Bench bench(probe);
    const Target target = bench.target();
    probe.answers = {HttpAnswer {200, {}, "door"}, ManagerFixture::me()};
    const auto results = bench.run(all, target);
    QCOMPARE(results.size(), all.size());
    for (const CheckResult &result : results)
        QVERIFY2(result.passed, qPrintable(toString(result.check)));
    QCOMPARE(results[CheckId::Grant].detail, u"accepted"_s);
    QCOMPARE(results[CheckId::Endpoint].detail, u"as_described"_s);
}

void SystemChecksTest::oneRequestServesTheWholeDoor()
{
    FakeProbe probe;
    Bench bench(probe);
    const Target target = bench.target();
    probe.answers = {HttpAnswer {200, {}, "door"}};
    bench.run(door, target);
    QCOMPARE(probe.calls.size(), 1);
    QVERIFY(probe.calls.first().secretHeaderName.isEmpty());
    probe.calls.clear();
    bench.run({CheckId::Endpoint, CheckId::Scopes, CheckId::Competing, CheckId::Format}, target);
    QVERIFY(probe.calls.isEmpty());
}

void SystemChecksTest::realAnswers_data()
{
    QTest::addColumn<MisbehavingServer::Behaviour>("behaviour");
    QTest::addColumn<QString>("rows");
    const QByteArray old = "Date: Sun, 22 Nov 2015 12:00:00 GMT\r\n";
    QTest::newRow("page without a date") << behaves::answering(200, "<html>") << u"++++."_s;
    QTest::newRow("wrong clock") << behaves::answering(200, "{}", old) << u"++++-"_s;
    QTest::newRow("out of order") << behaves::answering(503, "busy") << u"++++."_s;
    QTest::newRow("sign-in page") << behaves::answering(511, "<html>") << u"+..-."_s;
    QTest::newRow("sent to a sign-in page")
        << behaves::answering(302, "", "Location: http://hotel.example/login\r\n") << u"+..-."_s;
    QTest::newRow("closed") << behaves::closing() << u"-...."_s;
    QTest::newRow("reset") << behaves::resetting() << u"-...."_s;
}

void SystemChecksTest::realAnswers()
{
    QFETCH(MisbehavingServer::Behaviour, behaviour);
    QFETCH(QString, rows);
    MisbehavingServer server(behaviour);
    ProbeClient client;
    Bench bench(client);
    const auto results = bench.run(door, bench.target(server.url()));
    QCOMPARE(drawn(results), rows);
    QCOMPARE(server.requests().size(), 1);
}

void SystemChecksTest::nobodyListens()
{
    quint16 port = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
        port = closed.serverPort();
    }
    ProbeClient client;
    Bench bench(client);
    const auto results = bench.run(door, bench.target(QUrl(u"http://127.0.0.1:%1/"_s.arg(port))));
    QCOMPARE(drawn(results), u"-...."_s);
    QCOMPARE(results[CheckId::Network].diagnosis->cause, u"refused"_s);
}

void SystemChecksTest::aProxyThatWantsAPassword()
{
    MisbehavingServer proxy(
        behaves::answering(407, "who are you", "Proxy-Authenticate: Basic realm=\"office\"\r\n"));
    QNetworkProxy::setApplicationProxy(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port()));
    const auto restore
        = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
    ProbeClient client;
    Bench bench(client);
    const auto results = bench.run(door, bench.target(QUrl(u"https://shop.invalid/"_s)));
    QCOMPARE(drawn(results), u"+-..."_s);
    QCOMPARE(toString(results[CheckId::Proxy].diagnosis->errorClass), u"proxy"_s);
}

void SystemChecksTest::aCertificateOfAnotherName()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    TestCertificates certificates;
    QVERIFY2(certificates.problem().isEmpty(), qPrintable(certificates.problem()));
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration::setDefaultConfiguration(certificates.trusting());
    const auto restore
        = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    for (const auto &[name, rows] :
         {std::pair(u"IP:127.0.0.1"_s, u"++++."_s), std::pair(u"DNS:shop.example"_s, u"++-.."_s)}) {
        MisbehavingServer server(behaves::answering(200, "{}"), QHostAddress::LocalHost,
                                 certificates.server(name, -1, 2));
        ProbeClient client;
        Bench bench(client);
        QCOMPARE(drawn(bench.run(door, bench.target(server.url()))), rows);
    }
}

void SystemChecksTest::keychains_data()
{
    QTest::addColumn<QByteArray>("trouble");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("fine") << QByteArray() << u"unlocked"_s << QString();
    QTest::newRow("locked") << QByteArray(code::keychainLocked) << u"locked"_s
                            << u"keychain_locked"_s;
    QTest::newRow("denied") << QByteArray(code::keychainDenied) << u"denied"_s
                            << u"keychain_locked"_s;
    QTest::newRow("missing") << QByteArray(code::keychainMissing) << u"missing"_s
                             << u"keychain_missing"_s;
    QTest::newRow("without the entry")
        << QByteArray("gone") << u"entry_missing"_s << u"keychain_missing"_s;
}

void SystemChecksTest::keychains()
{
    QFETCH(QByteArray, trouble);
    QFETCH(QString, detail);
    QFETCH(QString, errorClass);
    FakeProbe probe;
    Bench bench(probe);
    const Target target = bench.target();
    if (trouble == "gone")
        bench.fakes.secrets.items.clear();
    else if (!trouble.isEmpty())
        bench.fakes.secrets.trouble = trouble.constData();
    const CheckResult result = bench.run({CheckId::Keychain}, target)[CheckId::Keychain];
    QCOMPARE(result.detail, detail);
    QCOMPARE(result.diagnosis ? toString(result.diagnosis->errorClass) : QString(), errorClass);
    QCOMPARE(result.passed, errorClass.isEmpty());
}

void SystemChecksTest::aLockedKeychainHidesWhatIsStored()
{
    FakeProbe probe;
    Bench bench(probe);
    const Target target = bench.target();
    bench.fakes.secrets.trouble = code::keychainLocked;
    const auto results = bench.run({CheckId::Format, CheckId::TestMode}, target);
    QVERIFY(isOpen(results[CheckId::Format]));
    QVERIFY(isOpen(results[CheckId::TestMode]));
}

void SystemChecksTest::whatWasCopiedAlong()
{
    FakeProbe probe;
    Bench bench(probe);
    const Target target = bench.target();
    Credential credential = bench.stored(target.connection.id);
    credential.inputs.insert(u"client_secret"_s, SecretBytes(u"s3cret\u00a0"_s.toUtf8()));
    (void)outcomeOf(bench.vault.write(target.connection, credential));
    const CheckResult result = bench.run({CheckId::Format}, target)[CheckId::Format];
    QVERIFY(!result.passed);
    QCOMPARE(result.values.value(u"position"_s), u"7"_s);
    QVERIFY(!result.values.values().join(u' ').contains(u"s3cret"_s));
}

void SystemChecksTest::theSecondConnection()
{
    FakeProbe probe;
    Bench bench(probe);
    Target target = bench.target();
    QCOMPARE(bench.run({CheckId::Competing}, target)[CheckId::Competing].detail, u"none"_s);
    bench.connected(u"Warehouse"_s);
    QVERIFY(bench.table.load().ok());
    const CheckResult result = bench.run({CheckId::Competing}, target)[CheckId::Competing];
    QVERIFY(isOpen(result));
    QCOMPARE(result.values.value(u"name"_s), u"Warehouse"_s);
    QCOMPARE(bench.manager->competitorsOf(target.connection).size(), 1);
}

void SystemChecksTest::comparesWithTheStoredSecret()
{
    ManagerFixture f;
    ConnectRequest wanted = f.request();
    wanted.secrets.insert(u"client_secret"_s, SecretBytes("k3y"));
    f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
    f.fakes.probe.answers.append(f.me());
    const Result<Connection> made = outcomeOf(f.manager->connectAccount(wanted, nullptr));
    QVERIFY(made.ok());
    using enum SecretComparison::Outcome;
    const auto compared = [&](const QString &field, const QByteArray &value) {
        const auto result
            = outcomeOf(f.manager->compareSecret(made->id, field, SecretBytes(value)));
        return result ? int(result->outcome) : -1;
    };
    const auto items = f.fakes.secrets.items;
    QCOMPARE(compared(u"client_secret"_s, "k3y"), int(Same));
    QCOMPARE(compared(u"client_secret"_s, "k3z"), int(Differs));
    QCOMPARE(compared(u"client_secret"_s, "k3y "), int(SameButForCharacters));
    QCOMPARE(compared(u"password"_s, "k3y"), int(NothingStored));
    QVERIFY(f.fakes.secrets.items == items);
    QVERIFY(
        !outcomeOf(f.manager->compareSecret({u"nobody"_s}, u"client_secret"_s, SecretBytes("k3y")))
             .ok());
}

RELINK_TEST(SystemChecksTest)
#include "tst_systemchecks.moc"
