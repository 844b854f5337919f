// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/httpclient.h"
#include "support/futures.h"
#include "support/misbehavingserver.h"
#include "support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTimer>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Resident memory in KiB; 0 where the system does not tell.
qint64 residentKib()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

//! 200 MB of zeros as the system's gzip packs them.
QByteArray gzipBomb()
{
    QProcess pack;
    pack.start(u"sh"_s, {u"-c"_s, u"head -c 200000000 /dev/zero | gzip -9"_s});
    return pack.waitForFinished(20000) ? pack.readAllStandardOutput() : QByteArray();
}

} // namespace

//! R28: whatever a server sends, an answer is cut at 1 MiB and memory grows by less than 16 MiB.
class MemoryTest : public QObject
{
    Q_OBJECT
private:
    Result<HttpAnswer> m_outcome = localError("none");
    qint64 m_growth = 0;

    void exchange(MisbehavingServer &server)
    {
        HttpLimits limits;
        limits.total = std::chrono::seconds(8);
        HttpClient client(limits);
        const qint64 before = residentKib();
        qint64 peak = before;
        QTimer sampler;
        sampler.callOnTimeout([&peak] { peak = std::max(peak, residentKib()); });
        sampler.start(2);
        HttpRequest request;
        request.method = "POST";
        request.url = server.url();
        request.body = "grant_type=refresh_token";
        m_outcome = outcomeOf(client.send(request), 12000);
        QTest::qWait(20);
        m_growth = std::max(peak, residentKib()) - before;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (residentKib() == 0)
            QSKIP("this system has no /proc/self/status");
        // Threads, buffers and caches of the first request are no growth.
        MisbehavingServer server(behaves::answering(200, QByteArray(900 * 1024, 'x')));
        exchange(server);
        QVERIFY(m_outcome.ok());
        QCOMPARE(m_outcome->body.size(), 900 * 1024);
    }

    void floods_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("chunk");
        const QByteArray plain(64 * 1024, 'x');
        const QByteArray chunk = "10000\r\n" + plain + "\r\n";
        QByteArray fields;
        while (fields.size() < 64 * 1024)
            fields += "X-Filler: " + QByteArray(1000, 'y') + "\r\n";
        QTest::newRow("1 GB announced")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n") << plain;
        QTest::newRow("no length") << QByteArray("HTTP/1.0 200 OK\r\n\r\n") << plain;
        QTest::newRow("endless chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n") << chunk;
        QTest::newRow("401") << QByteArray("HTTP/1.1 401 No\r\nContent-Length: 1000000000\r\n\r\n")
                             << plain;
        QTest::newRow("500") << QByteArray("HTTP/1.1 500 No\r\nContent-Length: 1000000000\r\n\r\n")
                             << plain;
        QTest::newRow("endless header fields") << QByteArray("HTTP/1.1 200 OK\r\n") << fields;
        QTest::newRow("endless header value")
            << QByteArray("HTTP/1.1 200 OK\r\nX-Filler: ") << plain;
        QTest::newRow("endless status line") << QByteArray("HTTP/1.1 200 ") << plain;
    }
    void floods()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, chunk);
        qint64 sent = 0;
        MisbehavingServer server(behaves::flooding(before, chunk, 1000000000, &sent));
        exchange(server);
        QCOMPARE(codeOf(m_outcome), u"too_large"_s);
        QVERIFY(!m_outcome.error().description.isEmpty());
        QVERIFY2(m_growth < 16 * 1024, qPrintable(u"%1 KiB"_s.arg(m_growth)));
        QVERIFY2(sent < 32 * 1024 * 1024, qPrintable(QString::number(sent)));
        QCOMPARE(server.requests().size(), 1);
    }

    void largeHeader()
    {
        QByteArray head = "HTTP/1.1 200 OK\r\n";
        while (head.size() < 2 * 1024 * 1024)
            head += "X-Filler: " + QByteArray(4000, 'y') + "\r\n";
        MisbehavingServer server(behaves::saying(head + "Content-Length: 2\r\n\r\n{}"));
        exchange(server);
        QCOMPARE(codeOf(m_outcome), u"too_large"_s);
        QVERIFY2(m_growth < 16 * 1024, qPrintable(u"%1 KiB"_s.arg(m_growth)));
    }

    void gzipBombIsDefused()
    {
        const QByteArray bomb = gzipBomb();
        if (bomb.isEmpty())
            QSKIP("no gzip here");
        MisbehavingServer server(behaves::answering(200, bomb, "Content-Encoding: gzip\r\n"));
        exchange(server);
        QCOMPARE(codeOf(m_outcome), u"unreadable_answer"_s); // it is never unpacked
        QVERIFY2(m_growth < 16 * 1024, qPrintable(u"%1 KiB"_s.arg(m_growth)));
    }

    void oneByteTooMany()
    {
        MisbehavingServer server(behaves::answering(200, QByteArray(1024 * 1024, 'x')));
        exchange(server);
        QVERIFY(m_outcome.ok());
        server.setBehaviour(behaves::answering(200, QByteArray(1024 * 1024 + 1, 'x')));
        exchange(server);
        QCOMPARE(codeOf(m_outcome), u"too_large"_s);
        QVERIFY(m_outcome.error().description.contains(u"1048576"_s)); // it names the size
    }
};

RELINK_TEST(MemoryTest)
#include "memorytest.moc"
