// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrlQuery>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace relink::test;
using namespace Qt::StringLiterals;

//! Exit code 5: the person declined, gave up, or did not come back in time. What was there before
//! is there afterwards.
class EndingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    static quint16 redirectPort(const QUrl &page)
    {
        return quint16(
            QUrl(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).port());
    }
    static bool isListening(quint16 port)
    {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket.waitForConnected(1000);
    }
    QString accessToken(const QString &name)
    {
        return QString::fromUtf8(m_bench->run({u"token"_s, name}).out).trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        QCOMPARE(m_bench->connectXero(u"Books"_s).exitCode, 0);
    }
    void cleanupTestCase() { m_bench.reset(); }

    //! R08
    void decliningEndsWithFiveAndKeepsTheOldGrant()
    {
        const QString before = accessToken(u"Books"_s);
        const Run declined = m_bench->runAuthorizing({u"--json"_s, u"reauthorize"_s, u"Books"_s},
                                                     {}, "decision=decline");
        QVERIFY2(declined.exitCode == 5, declined.told());
        QCOMPARE(declined.error()[u"class"_s], u"not_an_error"_s);
        QVERIFY(declined.error()[u"message"_s].toString().startsWith(u"You declined"_s));
        QCOMPARE(accessToken(u"Books"_s), before);
        QCOMPARE(m_bench->run({u"check"_s, u"Books"_s}).exitCode, 0);
        // Not a failure of anything: the history says nothing of one.
        for (const QJsonObject &line : jsonLines(m_bench->run({u"history"_s, u"--json"_s}).out))
            QVERIFY2(line[u"kind"_s] != u"failure"_s, qPrintable(line[u"message"_s].toString()));

        const Run fresh = m_bench->runAuthorizing({u"connect"_s, u"xero"_s, u"--name"_s, u"Never"_s,
                                                   u"--set"_s, u"client_id=practice-client"_s,
                                                   u"--secret"_s, u"client_secret"_s},
                                                  "practice-secret\n", "decision=decline");
        QVERIFY2(fresh.exitCode == 5, fresh.told());
        QCOMPARE(m_bench->run({u"status"_s, u"Never"_s}).exitCode, 2);
    }

    //! R16, and the whole command within its time.
    void theTimeoutEndsWithFive()
    {
        const QString before = accessToken(u"Books"_s);
        QElapsedTimer timer;
        timer.start();
        const auto process = m_bench->start(
            {u"--no-browser"_s, u"--timeout"_s, u"2"_s, u"--json"_s, u"reauthorize"_s, u"Books"_s});
        const QUrl page = Bench::addressToOpen(*process);
        QVERIFY(page.isValid());
        const quint16 port = redirectPort(page);
        QVERIFY(port > 0 && isListening(port));
        QVERIFY(process->waitForFinished(8000));
        QVERIFY2(timer.elapsed() >= 1900 && timer.elapsed() < 5000,
                 QByteArray::number(timer.elapsed()));
        QCOMPARE(process->exitCode(), 5);
        const QJsonObject error = QJsonDocument::fromJson(process->readAllStandardOutput())
                                      .object()[u"error"_s]
                                      .toObject();
        QVERIFY(error[u"message"_s].toString().contains(u"--timeout"_s));
        QVERIFY(!isListening(port));
        QCOMPARE(accessToken(u"Books"_s), before);
    }

    //! A server that never answers is bounded by it as well.
    void theTimeoutBoundsASlowProvider()
    {
        m_bench->fault({{u"provider"_s, u"xero"_s},
                        {u"fault"_s, u"slow"_s},
                        {u"seconds"_s, 15},
                        {u"times"_s, 1}});
        QElapsedTimer timer;
        timer.start();
        const Run slow = m_bench->run({u"--timeout"_s, u"1"_s, u"check"_s, u"Books"_s});
        QVERIFY2(slow.exitCode == 5, slow.told());
        QVERIFY(timer.elapsed() < 4000);
        m_bench->clearFaults();
        QCOMPARE(m_bench->run({u"check"_s, u"Books"_s}).exitCode, 0);
    }

    void signalsEndWithFive_data()
    {
        QTest::addColumn<int>("signal");
#ifdef Q_OS_UNIX
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
#endif
    }
    void signalsEndWithFive()
    {
#ifdef Q_OS_UNIX
        QFETCH(int, signal);
        const QString before = accessToken(u"Books"_s);
        const auto process = m_bench->start({u"--no-browser"_s, u"reauthorize"_s, u"Books"_s});
        const QUrl page = Bench::addressToOpen(*process);
        QVERIFY(page.isValid());
        ::kill(pid_t(process->processId()), signal);
        QVERIFY(process->waitForFinished(8000));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 5);
        QVERIFY(process->readAllStandardError().contains("Cancelled."));
        QVERIFY(!isListening(redirectPort(page)));
        QCOMPARE(accessToken(u"Books"_s), before);
#else
        QSKIP("signals are Unix'");
#endif
    }

    //! R03: a forged redirect ends nothing; the right one still counts.
    void aForgedRedirectIsIgnored()
    {
        const auto process
            = m_bench->start({u"--no-browser"_s, u"--json"_s, u"reauthorize"_s, u"Books"_s});
        const QUrl page = Bench::addressToOpen(*process);
        QVERIFY(page.isValid());
        QUrl forged(QUrlQuery(page).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
        forged.setQuery(u"code=stolen&state=guessed"_s);
        QVERIFY(Bench::visit(forged).startsWith("400"));
        QCOMPARE(process->state(), QProcess::Running);
        const QUrl back = Bench::decide(page, "decision=allow");
        QVERIFY(back.isValid());
        QVERIFY(Bench::visit(back).startsWith("200"));
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitCode(), 0);
    }

    //! R85: the process that holds the secrets leaves no core and cannot be looked into.
    void theProcessIsHardened()
    {
#ifdef Q_OS_LINUX
        const auto process = m_bench->start({u"--no-browser"_s, u"reauthorize"_s, u"Books"_s});
        QVERIFY(Bench::addressToOpen(*process).isValid());
        QFile limits(u"/proc/%1/limits"_s.arg(process->processId()));
        if (limits.open(QIODevice::ReadOnly)) {
            const QByteArray text = limits.readAll();
            const QByteArray line
                = text.mid(text.indexOf("Max core file size")).split('\n').first();
            QCOMPARE(line.simplified().split(' ').value(4), QByteArray("0"));
        }
        process->terminate();
        QVERIFY(process->waitForFinished(8000));
#else
        QSKIP("/proc is Linux'");
#endif
    }
};

RELINK_TEST(EndingsTest)
#include "endingstest.moc"
