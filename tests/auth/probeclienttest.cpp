// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/probeclient.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QPointer>
#include <QTcpSocket>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Answers only when told, so that a test can count what is in flight.
class Patient
{
public:
    explicit Patient(const QString &address)
        : m_server([this](QTcpSocket *socket,
                          const Received &) { m_waiting.append(QPointer<QTcpSocket>(socket)); },
                   QHostAddress(address))
    {}
    ApiCall call() const
    {
        ApiCall call;
        call.url = m_server.url(u"/me"_s);
        return call;
    }
    qsizetype waiting() const { return m_waiting.size(); }
    qsizetype seen() const { return m_server.requests().size(); }
    void answerOne()
    {
        if (const QPointer<QTcpSocket> socket = m_waiting.takeFirst())
            behaves::answering(200, "{}")(socket, m_server.requests().last());
    }

private:
    QList<QPointer<QTcpSocket>> m_waiting;
    MisbehavingServer m_server;
};

} // namespace

class ProbeClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tokenGoesIntoItsHeader()
    {
        MisbehavingServer server(behaves::answering(200, R"({"id":"shop"})"));
        ProbeClient probe;
        ApiCall call;
        call.url = server.url(u"/me"_s);
        call.headers = {{"X-Tenant", "t1"}};
        call.secretHeaderName = "ms-apikey";
        call.secretHeaderValue = SecretBytes(" key with spaces ");
        const Result<HttpAnswer> answer = outcomeOf(probe.send(call));
        QVERIFY(answer.ok());
        QCOMPARE(answer->body, QByteArray(R"({"id":"shop"})"));
        const Received &request = server.requests().first();
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.header("X-Tenant"), QByteArray("t1"));
        QVERIFY(request.head.contains("ms-apikey: "));
        QVERIFY(request.head.contains("key with spaces"));
        QVERIFY(request.header("Authorization").isNull());
    }

    void postedProbeIsOnePost()
    {
        MisbehavingServer server(behaves::resetting());
        ProbeClient probe;
        ApiCall call;
        call.method = "POST";
        call.url = server.url(u"/graphql"_s);
        call.body = R"({"query":"{shop{id}}"})";
        call.headers = {{"Content-Type", "application/json"}};
        QCOMPARE(codeOf(outcomeOf(probe.send(call))), u"connection_lost"_s);
        QTest::qWait(200);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().first().body, call.body);
    }

    void aHostGetsSixAtATime()
    {
        Patient host(u"127.0.0.1"_s);
        Patient other(u"127.0.0.2"_s);
        ProbeClient probe;
        QList<QFuture<Result<HttpAnswer>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(probe.send(host.call()));
        // The full host does not hold up the rest.
        futures.append(probe.send(other.call()));
        QTRY_COMPARE(host.waiting(), 6);
        QTRY_COMPARE(other.waiting(), 1);
        QTest::qWait(100);
        QCOMPARE(host.seen(), 6);
        other.answerOne();
        for (int answered = 0; answered < 20; ++answered) {
            QTRY_VERIFY(host.waiting() > 0);
            QVERIFY(host.waiting() <= 6);
            host.answerOne();
        }
        for (const auto &future : futures)
            QVERIFY(outcomeOf(future).ok());
        QCOMPARE(host.seen(), 20);
    }

    void thirtyTwoOverall()
    {
        std::vector<std::unique_ptr<Patient>> hosts;
        for (int i = 1; i <= 7; ++i)
            hosts.push_back(std::make_unique<Patient>(u"127.0.0.%1"_s.arg(i)));
        const auto waiting = [&hosts] {
            qsizetype sum = 0;
            for (const auto &host : hosts)
                sum += host->waiting();
            return sum;
        };
        ProbeClient probe;
        QList<QFuture<Result<HttpAnswer>>> futures;
        for (int i = 0; i < 10; ++i) {
            for (const auto &host : hosts)
                futures.append(probe.send(host->call()));
        }
        QTRY_COMPARE(waiting(), 32);
        QTest::qWait(100);
        QCOMPARE(waiting(), 32);
        int answered = 0;
        while (answered < 70) {
            QTRY_VERIFY(waiting() > 0);
            QVERIFY(waiting() <= 32);
            for (const auto &host : hosts) {
                if (host->waiting() > 0) {
                    host->answerOne();
                    ++answered;
                }
            }
        }
        for (const auto &future : futures)
            QVERIFY(outcomeOf(future).ok());
    }

    void faultsFreeTheirPlace()
    {
        MisbehavingServer server(behaves::closing());
        ProbeClient probe(HttpLimits(), {2, 2});
        QList<QFuture<Result<HttpAnswer>>> futures;
        for (int i = 0; i < 9; ++i) {
            ApiCall call;
            call.url = i % 3 == 0 ? QUrl(u"gopher://x/"_s) : server.url();
            futures.append(probe.send(call));
        }
        for (qsizetype i = 0; i < futures.size(); ++i)
            QCOMPARE(codeOf(outcomeOf(futures.at(i))),
                     i % 3 == 0 ? u"invalid_input"_s : u"connection_lost"_s);
    }

    void deletingTheProbeCompletesWhatWaits()
    {
        Patient host(u"127.0.0.1"_s);
        auto probe = std::make_unique<ProbeClient>();
        QList<QFuture<Result<HttpAnswer>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(probe->send(host.call()));
        QTRY_COMPARE(host.waiting(), 6);
        probe.reset();
        for (const auto &future : futures) {
            QVERIFY(future.isFinished());
            QVERIFY(future.isCanceled());
        }
        QTest::qWait(20);
    }

    void theAnswerMayDeleteTheProbe()
    {
        Patient host(u"127.0.0.1"_s);
        auto probe = std::make_unique<ProbeClient>();
        QObject context;
        bool told = false;
        probe->send(host.call()).then(&context, [&](const Result<HttpAnswer> &) {
            told = true;
            probe.reset();
        });
        QList<QFuture<Result<HttpAnswer>>> others;
        for (int i = 0; i < 10; ++i)
            others.append(probe->send(host.call()));
        QTRY_COMPARE(host.waiting(), 6);
        host.answerOne();
        QTRY_VERIFY(told);
        for (const auto &future : others)
            QVERIFY(future.isCanceled());
        QTest::qWait(20);
    }
};

RELINK_TEST(ProbeClientTest)
#include "probeclienttest.moc"
