// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// check_many SLOW_HOSTS CONNECTIONS HOSTS LATENCY_MS: "Check all" with the real services, database
// and HTTP client against slow_hosts, the keychain in memory. Prints the time, the ideal (as many
// rounds of the latency as the window allows), the longest time the event loop was held, also
// without what other programs took of it, and the most requests that one host saw at once.

#include "auth/probeclient.h"
#include "auth/tlsahead.h"
#include "auth/tokenendpointclient.h"
#include "core/rules/credentialformat.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "storage/database.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqliterefreshjournal.h"
#include "support/fakes/fakeports.h"
#include "ui/checkrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

QByteArray pack(const QByteArray &port)
{
    return R"({"id":"bench)" + port
        + R"(","name":"Bench","category":"other","monogram":"Be",
        "allow_loopback_http":true,
        "auth_methods":[{"id":"key","label":"Key","kind":"api_key","key_input":"key",
            "inputs":[{"key":"key","label":"Key","secret":true}]}],
        "api":{"header":"Authorization","prefix":"Bearer "},
        "probe":{"url":"http:)"
          "//127.0.0.1:"
        + port + R"(/me","organisation_id_path":"org"},
        "revocation":{"absent_reason":"none"},"sources":["bench"],"checked":"2026-01-31"})";
}

QByteArray lineOf(QProcess &process, const char *name)
{
    while (process.canReadLine() || process.waitForReadyRead(10'000)) {
        const QByteArray line = process.readLine().trimmed();
        if (line.startsWith(name))
            return line.mid(qsizetype(std::strlen(name)));
    }
    return {};
}

//! The longest time between two visits to the event loop; `own` without what other programs took
//! of it while this one was ready to run.
class Gaps : public QObject
{
public:
    Gaps()
    {
        m_schedule.setFileName(u"/proc/thread-self/schedstat"_s);
        (void)m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] {
            const qint64 waited = processorWait();
            if (m_since.isValid()) {
                const qint64 gap = m_since.nsecsElapsed();
                m_longest = std::max(m_longest, gap);
                m_own = std::max(m_own, gap - (waited - m_waited));
            }
            m_waited = waited;
            m_since.start();
        });
        m_timer.start(1);
    }
    double milliseconds() const { return double(m_longest) / 1e6; }
    double ownMilliseconds() const { return double(m_own) / 1e6; }

private:
    //! Nanoseconds this thread was ready and had no processor, since it began; 0 where unknown.
    qint64 processorWait()
    {
        m_schedule.seek(0);
        return m_schedule.read(128).split(' ').value(1).toLongLong();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    QFile m_schedule;
    qint64 m_waited = 0;
    qint64 m_longest = 0;
    qint64 m_own = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const TlsAhead tls; // as the window does when it has been painted
    const int count = arguments.value(2, u"1000"_s).toInt();
    const int hosts = arguments.value(3, u"20"_s).toInt();
    const int latency = arguments.value(4, u"50"_s).toInt();
    QProcess server;
    server.start(arguments.value(1), {QString::number(hosts), QString::number(latency)});
    const QByteArrayList ports = lineOf(server, "Ports: ").split(' ');

    QTemporaryDir folder;
    for (const QByteArray &port : ports) {
        QFile file(folder.filePath(u"bench%1.json"_s.arg(QString::fromLatin1(port))));
        if (port.isEmpty() || !file.open(QIODevice::WriteOnly))
            return 1;
        file.write(pack(port));
    }
    test::FakePorts fakes;
    auto database = Database::open(folder.filePath(u"profile"_s), fakes.clock);
    if (!database || !(*database)->migrate())
        return 1;
    SqliteConnectionStore store(**database);
    SqliteRefreshJournal journal(**database);
    SqliteHistory history(**database);
    for (int i = 0; i < count; ++i) {
        Connection connection;
        connection.id.value = u"c%1"_s.arg(i);
        connection.name = u"Connection %1"_s.arg(i);
        const QString port = QString::fromLatin1(ports[i % ports.size()]);
        connection.provider = u"bench"_s + port;
        connection.authMethod = u"key"_s;
        connection.secretAccount = connection.id.value;
        connection.hasSecret = true;
        connection.boundOrigins = {u"http:"_s + QString(2, u'/') + u"127.0.0.1:"_s + port};
        connection.state.health = Health::Connected;
        connection.state.verifiedAt = fakes.clock.now();
        connection.state.since = connection.state.verifiedAt;
        connection.organisation.id = u"1"_s;
        Credential credential;
        credential.generation = 1;
        credential.accessToken = AccessToken("token");
        credential.inputs.insert(u"key"_s, SecretBytes("token"));
        fakes.secrets.items.insert(connection.secretAccount, serializeCredential(credential));
        if (!store.save(connection))
            return 1;
    }
    TokenEndpointClient tokenEndpoint;
    ProbeClient probe;
    ProviderCatalogue catalogue(folder.path());
    ConnectionManager manager({fakes.agent, tokenEndpoint, probe, fakes.secrets, store, store,
                               journal, fakes.progress, history, fakes.browser, fakes.clock},
                              catalogue);
    if (!manager.load())
        return 1;
    CheckRun run(manager);
    QList<ConnectionId> ids;
    for (const Connection &connection : manager.connections())
        ids.append(connection.id);
    QElapsedTimer elapsed;
    double milliseconds = 0;
    QObject::connect(&run, &CheckRun::finished, &application, [&] {
        milliseconds = double(elapsed.nsecsElapsed()) / 1e6;
        QCoreApplication::quit();
    });
    const Gaps gaps;
    QTimer::singleShot(20, &application, [&] {
        elapsed.start();
        run.start(ids);
    });
    QCoreApplication::exec();

    int green = 0;
    for (const Connection &connection : manager.connections())
        green += connection.state.health == Health::Connected && !connection.state.error;
    const int window = std::min(ProbeWindow().overall, ProbeWindow().perHost * hosts);
    const double ideal = double((count + window - 1) / window) * latency;
    server.closeWriteChannel();
    const QByteArray most = lineOf(server, "Most: ");
    server.waitForFinished();
    std::printf("%d of %d green in %.0f ms, ideal %.0f ms, ratio %.2f; loop held %.1f ms at most "
                "(%.1f without waiting for a processor); %s requests at most at one host\n",
                green, count, milliseconds, ideal, milliseconds / ideal, gaps.milliseconds(),
                gaps.ownMilliseconds(), most.constData());
    return green == count ? 0 : 1;
}
