// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/tokenendpointclient.h"
#include "core/corpus.h"
#include "managerfixture.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QDir>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! A provider whose token endpoint is a real server, asked by the real client.
class RealEndpoint
{
public:
    RealEndpoint()
        : m_server(behaves::answering(200, ManagerFixture::tokens("a1", "r1"), json))
        , fixture(pack(m_server.url(u"/token"_s)))
    {
        FakePorts &fakes = fixture.fakes;
        const Ports ports = fakes.ports();
        fixture.manager = std::make_unique<ConnectionManager>(
            Ports {ports.agent, m_endpoint, ports.probe, ports.secrets, ports.connections,
                   ports.integrations, ports.journal, ports.progress, ports.history, ports.browser,
                   ports.clock},
            *fixture.catalogue);
        fakes.probe.answers.append(ManagerFixture::me());
    }

    void answers(const QByteArray &body)
    {
        m_server.setBehaviour(behaves::answering(200, body, json));
    }
    qsizetype asked() const { return m_server.requests().size(); }

private:
    static constexpr auto json = "Content-Type: application/json\r\n";

    static QJsonObject pack(const QUrl &endpoint)
    {
        QJsonObject pack
            = QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
        QJsonArray methods = pack.value("auth_methods"_L1).toArray();
        QJsonObject method = methods.first().toObject();
        method.insert(u"token_endpoint"_s, endpoint.toString());
        methods.replace(0, method);
        pack.insert(u"auth_methods"_s, methods);
        pack.insert(u"allow_loopback_http"_s, true);
        return pack;
    }

    MisbehavingServer m_server;
    TokenEndpointClient m_endpoint;

public:
    ManagerFixture fixture;
};

//! Six hundred exchanges: each goes on with the next event, where outcomeOf() looks every 10 ms.
//! The client's own deadline ends it.
template <typename T>
Result<T> soonOf(QFuture<Result<T>> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return outcomeOf(future);
}

} // namespace

//! R32: what a token endpoint can say that is no token answer, through the real client.
class StrangeAnswersTest : public QObject
{
    Q_OBJECT

    static void bodies()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("5,000 lists") << QByteArray(5000, '[') + QByteArray(5000, ']');
        QTest::newRow("5,000 objects")
            << QByteArray("{\"access_token\":").repeated(5000) + "1" + QByteArray(5000, '}');
        QTest::newRow("a doubled token")
            << QByteArray("{\"token_type\":\"bearer\",\"access_token\":\"a2\","
                          "\"access_token\":\"a3\",\"refresh_token\":\"r2\"}");
        QTest::newRow("a doubled refresh token")
            << QByteArray("{\"token_type\":\"bearer\",\"access_token\":\"a2\","
                          "\"refresh_token\":\"r2\",\"refresh_token\":\"r3\"}");
        const QDir folder(sharedPath("JSONTestSuite/test_parsing"));
        for (const QString &file : folder.entryList({u"*.json"_s}, QDir::Files))
            QTest::newRow(qPrintable(file)) << fileContent(folder.filePath(file));
    }

private Q_SLOTS:
    void theSuiteIsWhole()
    {
        RELINK_NEED("JSONTestSuite/test_parsing")
        QCOMPARE(QDir(corpus).entryList({u"*.json"_s}, QDir::Files).size(), 318);
    }

    void aSignInStoresNothing_data() { bodies(); }
    void aSignInStoresNothing()
    {
        QFETCH(const QByteArray, body);
        RealEndpoint real;
        ManagerFixture &f = real.fixture;
        real.answers(body);
        const Result<Connection> made = soonOf(f.manager->connectAccount(f.request(), nullptr));
        QCOMPARE(codeOf(made), u"unreadable_answer"_s);
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.secrets.items.isEmpty());
        QCOMPARE(real.asked(), 1);
    }

    //! A server that said this may have taken the old token back (R59).
    void aRenewalStoresNothingAndIsOneLine_data() { bodies(); }
    void aRenewalStoresNothingAndIsOneLine()
    {
        QFETCH(const QByteArray, body);
        RealEndpoint real;
        ManagerFixture &f = real.fixture;
        const Result<Connection> made = soonOf(f.manager->connectAccount(f.request(), nullptr));
        QCOMPARE(codeOf(made), u"ok"_s);
        const qsizetype lines = f.fakes.history.events.size();
        real.answers(body);
        QVERIFY(soonOf(f.manager->refresh(made->id)).ok());
        QCOMPARE(real.asked(), 2);
        QCOMPARE(f.stored(made->id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.stored(made->id).refreshToken.reveal(), QByteArray("r1"));
        QCOMPARE(f.cause(made->id), u"answer_lost"_s);
        QCOMPARE(f.fakes.history.events.size(), lines + 1);
        QCOMPARE(f.fakes.history.events.last().cause, u"answer_lost"_s);
    }
};

RELINK_TEST(StrangeAnswersTest)
#include "tst_strangeanswers.moc"
