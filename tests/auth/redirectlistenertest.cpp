// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempt.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the listener of an attempt answers to the browser, and to whoever else knocks.
class RedirectListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R03, R07
    void forgedRedirectsAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("wrong state") << QByteArray("code=evil&state=wrong");
        QTest::newRow("empty state") << QByteArray("code=evil&state=");
        QTest::newRow("no state") << QByteArray("code=evil");
        QTest::newRow("old state") << QByteArray("code=evil&state=OLD");
        QTest::newRow("start of the state") << QByteArray("code=evil&state=START");
        QTest::newRow("state and more") << QByteArray("code=evil&state=STATEx");
        QTest::newRow("other case") << QByteArray("code=evil&state=SWAPPED");
        QTest::newRow("error, wrong state") << QByteArray("error=access_denied&state=wrong");
        QTest::newRow("error, no state") << QByteArray("error=access_denied");
        QTest::newRow("state twice") << QByteArray("code=evil&state=STATE&state=STATE");
        QTest::newRow("wrong and right state") << QByteArray("code=evil&state=x&state=STATE");
        QTest::newRow("code twice") << QByteArray("code=evil&code=evil2&state=STATE");
        QTest::newRow("code and error") << QByteArray("code=evil&error=x&state=STATE");
        QTest::newRow("no code") << QByteArray("state=STATE");
        QTest::newRow("empty code") << QByteArray("code=&state=STATE");
        QTest::newRow("nothing") << QByteArray();
    }
    void forgedRedirectsAreIgnored()
    {
        QFETCH(QByteArray, query);
        LoopbackAuthorizationAgent agent;
        const Attempt old = begin(agent, request(7));
        agent.cancel(old.id);
        const Attempt attempt = begin(agent, request());
        const QByteArray state = attempt.state().toLatin1();
        QByteArray swapped = state;
        for (char &c : swapped)
            c = char(std::islower(static_cast<uchar>(c)) ? std::toupper(c) : std::tolower(c));
        query.replace("OLD", old.state().toLatin1());
        query.replace("START", state.left(42));
        query.replace("SWAPPED", swapped);
        query.replace("STATE", state);
        const QByteArray page = get(attempt.port(), "/callback?" + query);
        QCOMPARE(statusOf(page), 400);
        QVERIFY(!page.contains("evil"));
        QVERIFY(!page.contains(state));
        QTest::qWait(20);
        QVERIFY(!attempt.future.isFinished());

        QCOMPARE(statusOf(get(attempt.port(), redirectWith(attempt, "code=right"))), 303);
        QCOMPARE(outcomeOf(attempt.future)->code.reveal(), QByteArray("right"));
    }

    // R04
    void issuerIsCompared_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("required");
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QString>("code");
        const QString issuer = u"https://id.example"_s;
        const QByteArray same = "&iss=https%3A%2F%2Fid.example";
        QTest::newRow("same") << issuer << true << same << u"ok"_s;
        QTest::newRow("same, optional") << issuer << false << same << u"ok"_s;
        QTest::newRow("missing, optional") << issuer << false << QByteArray() << u"ok"_s;
        QTest::newRow("not compared") << QString() << false << QByteArray("&iss=x") << u"ok"_s;
        const QString mismatch = u"issuer_mismatch"_s;
        QTest::newRow("missing") << issuer << true << QByteArray() << mismatch;
        QTest::newRow("other") << issuer << false << QByteArray("&iss=https%3A%2F%2Fevil.example")
                               << mismatch;
        QTest::newRow("slash") << issuer << true << QByteArray(same + '/') << mismatch;
        QTest::newRow("case") << issuer << true << QByteArray("&iss=https%3A%2F%2FID.example")
                              << mismatch;
        QTest::newRow("empty") << issuer << false << QByteArray("&iss=") << mismatch;
    }
    void issuerIsCompared()
    {
        QFETCH(const QString, expected);
        QFETCH(const bool, required);
        QFETCH(const QByteArray, parameter);
        QFETCH(const QString, code);
        LoopbackAuthorizationAgent agent;
        AuthorizationRequest r = request();
        r.issuer = expected;
        r.issuerRequired = required;
        const Attempt attempt = begin(agent, r);
        get(attempt.port(), redirectWith(attempt, QByteArray("code=c" + parameter)));
        QCOMPARE(codeOf(outcomeOf(attempt.future)), code);
    }

    // R06
    void aSecondVisitStartsNothing()
    {
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), quickTimes());
        const Attempt attempt = begin(agent, request());
        const QByteArray target = redirectWith(attempt, "code=once");
        QCOMPARE(statusOf(get(attempt.port(), target)), 303);
        int completions = 0;
        QObject context;
        QFuture<Result<AuthorizationGrant>> future = attempt.future;
        future.then(&context,
                    [&completions](const Result<AuthorizationGrant> &) { ++completions; });
        const QByteArray again = get(attempt.port(), target);
        QCOMPARE(statusOf(again), 200);
        QVERIFY(again.contains("Nothing more to do"));
        QCOMPARE(statusOf(get(attempt.port(), redirectWith(attempt, "code=twice"))), 200);
        QCOMPARE(statusOf(get(attempt.port(), "/callback?code=x&state=wrong")), 400);
        agent.conclude(attempt.id, PageOutcome::Connected);
        QCOMPARE(statusOf(get(attempt.port(), target)), 200);
        QTest::qWait(20);
        QCOMPARE(completions, 1);
        QCOMPARE(outcomeOf(attempt.future)->code.reveal(), QByteArray("once"));
    }

    void thePageWaitsForTheTrueOutcome_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("connected") << int(PageOutcome::Connected) << QByteArray("is connected");
        QTest::newRow("failed") << int(PageOutcome::Failed) << QByteArray("Not connected");
        QTest::newRow("declined") << int(PageOutcome::Declined) << QByteArray("declined");
    }
    void thePageWaitsForTheTrueOutcome()
    {
        QFETCH(const int, outcome);
        QFETCH(const QByteArray, words);
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), quickTimes());
        const Attempt attempt = begin(agent, request());
        const QByteArray forward = get(attempt.port(), redirectWith(attempt, "code=c"));
        QVERIFY(forward.contains("\r\nLocation: /callback/done\r\n"));
        QVERIFY(outcomeOf(attempt.future).ok());
        const QByteArray ask = "GET /callback/done HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(attempt.port()) + "\r\n\r\n";
        RawClient first(attempt.port());
        first.send(ask);
        RawClient second(attempt.port());
        second.send(ask);
        QTest::qWait(100);
        QCOMPARE(first.socket().bytesAvailable(), 0);
        agent.conclude(attempt.id, PageOutcome(outcome));
        QVERIFY(first.readToEnd().contains(words));
        QVERIFY(second.readToEnd().contains(words));
        QVERIFY(get(attempt.port(), "/callback/done").contains(words)); // a reload
        QTRY_VERIFY_WITH_TIMEOUT(!isListening(attempt.port()), 1000);
    }

    void thePageDoesNotWaitForEver()
    {
        ListenerTimes times = quickTimes();
        times.hold = std::chrono::milliseconds(200);
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), times);
        const Attempt attempt = begin(agent, request());
        get(attempt.port(), redirectWith(attempt, "code=c"));
        QVERIFY(get(attempt.port(), "/callback/done").contains("still busy"));
        agent.conclude(attempt.id, PageOutcome::Connected); // too late, and harmless
        QTRY_VERIFY_WITH_TIMEOUT(!isListening(attempt.port()), 1000);
    }

    // R09
    void onlyThisMachineIsHeard()
    {
        LoopbackAuthorizationAgent agent(RedirectPageTexts(), quickTimes());
        const Attempt attempt = begin(agent, request());
        QFile table(u"/proc/net/tcp"_s);
        if (!table.open(QIODevice::ReadOnly))
            QSKIP("this system has no /proc/net/tcp");
        const QByteArray port
            = ':' + QByteArray::number(attempt.port(), 16).rightJustified(4, '0').toUpper();
        QByteArrayList listening;
        for (const QByteArray &line : table.readAll().split('\n')) {
            const QByteArrayList fields = line.simplified().split(' ');
            if (fields.value(1).endsWith(port) && fields.value(3) == "0A")
                listening.append(fields.at(1));
        }
        QCOMPARE(listening, QByteArrayList {"0100007F" + port});
        QFile table6(u"/proc/net/tcp6"_s);
        if (table6.open(QIODevice::ReadOnly))
            QVERIFY(!table6.readAll().contains(QByteArray(port + ' ')));
        agent.cancel(attempt.id);
        QVERIFY(!isListening(attempt.port()));
    }

    // R09: within a second of every end
    void theListenerCloses()
    {
        LoopbackAuthorizationAgent agent; // with the times of the product
        AuthorizationRequest r = request(3);
        r.timeout = std::chrono::seconds(0);
        const Attempt late = begin(agent, r);
        const Attempt done = begin(agent, request(1));
        const Attempt gone = begin(agent, request(2));
        get(done.port(), redirectWith(done, "code=c"));
        agent.conclude(done.id, PageOutcome::Connected);
        agent.cancel(gone.id);
        QTest::qWait(1000);
        QVERIFY(!isListening(done.port()));
        QVERIFY(!isListening(gone.port()));
        QVERIFY(!isListening(late.port()));
        QCOMPARE(codeOf(outcomeOf(gone.future)), u"cancelled"_s);
        QCOMPARE(codeOf(outcomeOf(late.future)), u"expired"_s);
    }

    // R12
    void garbageDoesNotStopTheRightReply()
    {
        LoopbackAuthorizationAgent agent;
        const Attempt attempt = begin(agent, request());
        const quint16 port = attempt.port();
        QList<QByteArray> garbage {
            QByteArray("GET GOFOFO HTTP/1/1\n\n"), QByteArray(3, '\0'),
            QByteArray("\x16\x03\x01\x02\x00\x01", 6),
            QByteArray("GET /callback?code=" + QByteArray(1024 * 1024, 'a'))};
        QFile file(QStringLiteral(RELINK_SHARED_DIR
                                  "/data/loopback-garbage/owncloud-random-connections.json"));
        if (file.open(QIODevice::ReadOnly)) {
            const QJsonArray rows
                = QJsonDocument::fromJson(file.readAll()).object()[u"hex"_s].toArray();
            for (const QJsonValue &row : rows)
                garbage.append(QByteArray::fromHex(row.toString().toLatin1()));
        }
        std::vector<std::unique_ptr<RawClient>> left;
        for (const QByteArray &bytes : garbage) {
            left.push_back(std::make_unique<RawClient>(port));
            left.back()->send(bytes);
            if (left.size() > 6)
                left.erase(left.begin());
        }
        QTest::qWait(50);
        RawClient slow(port);
        for (const char c : QByteArray("GET /call")) {
            slow.send(QByteArray(1, c));
            QTest::qWait(5);
        }
        const RawClient idle1(port);
        const RawClient idle2(port);
        const RawClient idle3(port);
        {
            RawClient leaver(port); // R15: closes before it has read the answer
            leaver.send("GET /callback?code=x&state=y HTTP/1.1\r\nHost: 127.0.0.1:"
                        + QByteArray::number(port) + "\r\n\r\n");
        }
        QVERIFY(!attempt.future.isFinished());
        QCOMPARE(statusOf(get(port, redirectWith(attempt, "code=right"))), 303);
        QVERIFY(outcomeOf(attempt.future).ok());
    }

    void onlyTheExactPathByGet_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("status");
        QTest::newRow("prefix") << QByteArray("GET /callbackX?") << 404;
        QTest::newRow("slash") << QByteArray("GET /callback/?") << 404;
        QTest::newRow("double slash") << QByteArray("GET //callback?") << 404;
        QTest::newRow("case") << QByteArray("GET /Callback?") << 404;
        QTest::newRow("encoded") << QByteArray("GET /%63allback?") << 404;
        QTest::newRow("root") << QByteArray("GET /?") << 404;
        QTest::newRow("favicon") << QByteArray("GET /favicon.ico?") << 404;
        QTest::newRow("done, too early") << QByteArray("GET /callback/done?") << 404;
        QTest::newRow("HEAD") << QByteArray("HEAD /callback?") << 405;
        QTest::newRow("POST") << QByteArray("POST /callback?") << 405;
        QTest::newRow("PUT") << QByteArray("PUT /callback?") << 405;
    }
    void onlyTheExactPathByGet()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const int, status);
        LoopbackAuthorizationAgent agent;
        const Attempt attempt = begin(agent, request());
        RawClient client(attempt.port());
        client.send(start + "code=c&state=" + attempt.state().toLatin1()
                    + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(attempt.port())
                    + "\r\n\r\n");
        QCOMPARE(statusOf(client.readToEnd()), status);
        QTest::qWait(20);
        QVERIFY(!attempt.future.isFinished());
    }

    // R13
    void otherHostNamesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("other name") << QByteArray("Host: evil.example:PORT\r\n");
        QTest::newRow("localhost") << QByteArray("Host: localhost:PORT\r\n");
        QTest::newRow("no port") << QByteArray("Host: 127.0.0.1\r\n");
        QTest::newRow("other port") << QByteArray("Host: 127.0.0.1:1\r\n");
        QTest::newRow("decimal") << QByteArray("Host: 2130706433:PORT\r\n");
        QTest::newRow("longer") << QByteArray("Host: 127.0.0.1:PORT.evil.example\r\n");
        QTest::newRow("two") << QByteArray("Host: 127.0.0.1:PORT\r\nHost: evil.example:PORT\r\n");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("empty") << QByteArray("Host:\r\n");
    }
    void otherHostNamesAreRefused()
    {
        QFETCH(QByteArray, lines);
        LoopbackAuthorizationAgent agent;
        const Attempt attempt = begin(agent, request());
        lines.replace("PORT", QByteArray::number(attempt.port()));
        RawClient client(attempt.port());
        client.send("GET " + redirectWith(attempt, "code=c") + " HTTP/1.1\r\n" + lines + "\r\n");
        QCOMPARE(statusOf(client.readToEnd()), 400);
        QTest::qWait(20);
        QVERIFY(!attempt.future.isFinished());
    }

    // R14
    void pagesSayNothingThatWasSent()
    {
        RedirectPageTexts texts;
        texts.connected = {u"Verbunden & <fertig>"_s, u"Alles gut."_s};
        texts.language = u"de"_s;
        LoopbackAuthorizationAgent agent(texts, quickTimes());
        const Attempt attempt = begin(agent, request());
        const QByteArray script = "&x=%3Cscript%3Ealert(1)%3C%2Fscript%3E";
        QByteArrayList answers {
            get(attempt.port(), "/callback?code=s3cretcode" + script),
            get(attempt.port(), "/%3Cscript%3Es3cretcode"),
            get(attempt.port(), redirectWith(attempt, QByteArray("code=s3cretcode" + script))),
            get(attempt.port(), redirectWith(attempt, QByteArray("code=s3cretcode" + script)))};
        agent.conclude(attempt.id, PageOutcome::Connected);
        answers.append(get(attempt.port(), "/callback/done?x=<script>s3cretcode"));
        for (const QByteArray &answer : answers) {
            QVERIFY(statusOf(answer) > 0);
            QVERIFY(!answer.contains("script"));
            QVERIFY(!answer.contains("s3cretcode"));
            QVERIFY(!answer.contains(attempt.state().toLatin1()));
            QVERIFY(answer.contains("\r\nCache-Control: no-store\r\n"));
            QVERIFY(answer.contains("\r\nReferrer-Policy: no-referrer\r\n"));
            QVERIFY(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
            QVERIFY(answer.contains("\r\nContent-Security-Policy: default-src 'none'; "
                                    "style-src 'unsafe-inline'"));
        }
        QVERIFY(answers.last().contains("Verbunden &amp; &lt;fertig&gt;"));
        QVERIFY(answers.last().contains("lang=\"de\""));
        QVERIFY(answers.last().contains("prefers-color-scheme: dark"));
    }
};

RELINK_TEST(RedirectListenerTest)
#include "redirectlistenertest.moc"
