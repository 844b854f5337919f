// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/target.h"
#include "services/upkeep.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTimer>

#include <numeric>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Token endpoint and probe of every host, that count what is in flight at each. An answer comes
//! with a later event, or when `held` ends.
class Hosts : public TokenEndpoint, public Probe
{
public:
    QFuture<Result<HttpAnswer>> post(const TokenCall &call) override
    {
        return answer(call.endpoint.host(),
                      jsonAnswer(200, ManagerFixture::tokens("a2", "r2", 7200)));
    }
    QFuture<Result<HttpAnswer>> send(const ApiCall &call) override
    {
        return answer(call.url.host(), ManagerFixture::me());
    }
    void release()
    {
        held = false;
        for (const auto &answer : std::exchange(m_waiting, {}))
            answer();
    }
    int inFlight() const { return std::accumulate(m_open.begin(), m_open.end(), 0); }

    bool held = false;
    QHash<QString, int> most;
    QHash<QString, int> asked;

private:
    QFuture<Result<HttpAnswer>> answer(const QString &host, const HttpAnswer &said)
    {
        ++asked[host];
        most[host] = std::max(most[host], ++m_open[host]);
        const Completion<HttpAnswer> done;
        const auto finish = [this, host, done, said] {
            --m_open[host];
            done(said);
        };
        if (held)
            m_waiting.append(finish);
        else
            QTimer::singleShot(0, &m_context, finish);
        return done.future();
    }

    QObject m_context;
    QHash<QString, int> m_open;
    QList<std::function<void()>> m_waiting;
};

//! Accounts that were all verified long ago, and an upkeep that begins.
class Morning
{
public:
    //! `pack` under each of the ids; `shops` accounts at each.
    Morning(const QJsonObject &pack, const QStringList &ids, int shops)
    {
        for (const QString &id : ids) {
            QJsonObject json = pack;
            json.insert(u"id"_s, id);
            QFile file(folder.filePath(QString(id + u".json"_s)));
            if (file.open(QIODevice::WriteOnly))
                file.write(QJsonDocument(json).toJson());
        }
        catalogue = std::make_unique<ProviderCatalogue>(folder.path());
        for (const QString &id : ids) {
            for (int i = 0; i < shops; ++i)
                add(id, i);
        }
        fakes.clock.advance(std::chrono::hours(2)); // their tokens are over, too
        const Ports ports = fakes.ports();
        manager = std::make_unique<ConnectionManager>(
            Ports {ports.agent, hosts, hosts, ports.secrets, ports.connections, ports.integrations,
                   ports.journal, ports.progress, ports.history, ports.browser, ports.clock},
            *catalogue);
        upkeep = std::make_unique<Upkeep>(*manager, fakes.clock);
    }

    bool allVerified() const
    {
        const QList<Connection> all = manager->connections();
        return std::all_of(all.begin(), all.end(), [this](const Connection &connection) {
            return connection.state.verifiedAt == fakes.clock.now();
        });
    }

    QTemporaryDir folder;
    FakePorts fakes;
    Hosts hosts;
    std::unique_ptr<ProviderCatalogue> catalogue;
    std::unique_ptr<ConnectionManager> manager;
    std::unique_ptr<Upkeep> upkeep;

private:
    void add(const QString &provider, int number)
    {
        Connection connection;
        connection.id.value = u"%1-%2"_s.arg(provider).arg(number);
        connection.name = connection.id.value;
        connection.provider = provider;
        connection.authMethod = u"oauth2"_s;
        connection.inputs = {{u"client_id"_s, u"client"_s}, {u"shop"_s, u"shop%1"_s.arg(number)}};
        connection.secretAccount = connection.id.value;
        connection.hasSecret = true;
        connection.state.health = Health::Connected;
        connection.state.verifiedAt = fakes.clock.now();
        connection.organisation.id = u"org-1"_s;
        const Result<Target> target = targetFor(*catalogue, connection);
        if (!target)
            return;
        connection.boundOrigins = secretOrigins(target->provider);
        connection.accessExpiresAt = fakes.clock.now().addSecs(3600);
        Credential credential;
        credential.generation = 1;
        credential.accessToken = AccessToken("a1");
        credential.refreshToken = RefreshToken("r1");
        credential.obtainedAt = fakes.clock.now();
        credential.accessExpiresAt = connection.accessExpiresAt;
        fakes.secrets.items.insert(connection.secretAccount, serializeCredential(credential));
        fakes.connections.rows.append(connection);
    }
};

QJsonObject acme()
{
    return QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
}

} // namespace

//! R48: how many requests the upkeep has in flight at one host.
class UpkeepHostsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAccountsAreNoBurst()
    {
        Morning m(acme(), {u"acme"_s}, 200);
        QVERIFY(m.manager->load());
        QCOMPARE(m.manager->connections().size(), 200);
        m.upkeep->start();
        QTRY_VERIFY_WITH_TIMEOUT(m.allVerified(), 30000);
        QCOMPARE(m.hosts.asked[u"acme.example"_s], 200);
        QCOMPARE(m.hosts.asked[u"api.acme.example"_s], 200);
        QCOMPARE(m.hosts.most[u"acme.example"_s], 2);
        QCOMPARE(m.hosts.most[u"api.acme.example"_s], 2);
    }

    void providersAtOneHostShareIt()
    {
        Morning m(acme(), {u"books"_s, u"shop"_s, u"till"_s}, 10);
        QVERIFY(m.manager->load());
        QCOMPARE(m.manager->connections().size(), 30);
        m.upkeep->start();
        QTRY_VERIFY(m.allVerified());
        QCOMPARE(m.hosts.asked[u"acme.example"_s], 30);
        QCOMPARE(m.hosts.most[u"acme.example"_s], 2);
        QCOMPARE(m.hosts.most[u"api.acme.example"_s], 2);
    }

    void shopsWithHostsOfTheirOwnDoNotWaitForEachOther()
    {
        QByteArray text = QJsonDocument(acme()).toJson();
        text.replace("api.acme.example", "{shop}.api.example");
        text.replace("https://acme.example", "https://{shop}.acme.example");
        QJsonObject pack = QJsonDocument::fromJson(text).object();
        pack.remove(u"environments"_s);
        QJsonArray methods = pack.value("auth_methods"_L1).toArray();
        QJsonObject method = methods.first().toObject();
        QJsonArray inputs = method.value("inputs"_L1).toArray();
        inputs.append(QJsonObject {{u"key"_s, u"shop"_s},
                                   {u"label"_s, u"Shop"_s},
                                   {u"help"_s, u"Its name at Acme."_s},
                                   {u"pattern"_s, u"[a-z0-9]+"_s},
                                   {u"example"_s, u"corner"_s}});
        method.insert(u"inputs"_s, inputs);
        methods.replace(0, method);
        pack.insert(u"auth_methods"_s, methods);
        Morning m(pack, {u"acme"_s}, 20);
        QVERIFY(m.manager->load());
        QCOMPARE(m.manager->connections().size(), 20);
        m.hosts.held = true;
        m.upkeep->start();
        QTRY_COMPARE(m.hosts.inFlight(), 20);
        m.hosts.release();
        QTRY_VERIFY(m.allVerified());
    }
};

RELINK_TEST(UpkeepHostsTest)
#include "tst_upkeephosts.moc"
