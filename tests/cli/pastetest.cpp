// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QUrlQuery>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! Where a provider allows no loopback redirect the person pastes what the browser ends on.
class PasteTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

    std::unique_ptr<QProcess> startEbay(const QString &name)
    {
        auto process
            = m_bench->start({u"--no-browser"_s, u"--json"_s, u"connect"_s, u"ebay"_s, u"--name"_s,
                              name, u"--set"_s, u"client_id=practice-client"_s, u"--set"_s,
                              u"ru_name=Harbour-Practice"_s, u"--secret"_s, u"client_secret"_s});
        process->write("practice-secret\n");
        return process;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void aWrongPasteSaysWhyAndTheRightOneConnects()
    {
        const auto process = startEbay(u"Orders"_s);
        const QUrl page = Bench::addressToOpen(*process);
        QVERIFY(page.isValid());
        QCOMPARE(QUrlQuery(page).queryItemValue(u"redirect_uri"_s), u"Harbour-Practice"_s);
        const QUrl accepted = Bench::decide(page, "decision=allow");
        QVERIFY(accepted.isValid());
        QUrl foreign = accepted;
        QUrlQuery query(foreign);
        query.removeQueryItem(u"state"_s);
        query.addQueryItem(u"state"_s, u"of-another-attempt"_s);
        foreign.setQuery(query);
        process->write(foreign.toEncoded() + '\n');
        QTRY_VERIFY_WITH_TIMEOUT(
            (process->waitForReadyRead(50),
             process->peek(64 * 1024).contains("does not belong to this authorisation")),
            5000);
        QCOMPARE(process->state(), QProcess::Running);
        process->write("\n");
        process->write(accepted.toEncoded() + '\n');
        QVERIFY(process->waitForFinished(10000));
        const QByteArray out = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, QByteArray(out + process->readAllStandardError()));
        QVERIFY(out.contains("\"light\":\"green\""));
        QCOMPARE(m_bench->run({u"remove"_s, u"Orders"_s}).exitCode, 0);
    }

    void theCodeAloneWillDo()
    {
        const auto process = startEbay(u"Code"_s);
        const QUrl page = Bench::addressToOpen(*process);
        const QUrl accepted = Bench::decide(page, "decision=allow");
        QVERIFY(accepted.isValid());
        process->write(QUrlQuery(accepted).queryItemValue(u"code"_s, QUrl::FullyDecoded).toUtf8()
                       + '\n');
        QVERIFY(process->waitForFinished(10000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError());
        QCOMPARE(m_bench->run({u"remove"_s, u"Code"_s}).exitCode, 0);
    }

    //! What is no code costs nothing; a code that the provider refuses is told as one.
    void aWrongCodeIsToldAsOne()
    {
        const auto process = startEbay(u"Wrong code"_s);
        QVERIFY(Bench::addressToOpen(*process).isValid());
        process->write("I have allowed it\n");
        QTRY_VERIFY_WITH_TIMEOUT(
            (process->waitForReadyRead(50),
             process->peek(64 * 1024).contains("neither the address nor the code")),
            5000);
        QCOMPARE(process->state(), QProcess::Running);
        process->write("not-the-code-of-this-sign-in\n");
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitCode(), 3);
        const QByteArray out = process->readAllStandardOutput();
        QVERIFY2(out.contains("refused the code") && out.contains("Start again"), out);
        QVERIFY2(!out.contains("has ended"), out);
        QCOMPARE(m_bench->run({u"status"_s, u"Wrong code"_s}).exitCode, 2);
    }

    void theEndOfInputGivesUp()
    {
        const auto process = startEbay(u"Given up"_s);
        QVERIFY(Bench::addressToOpen(*process).isValid());
        process->closeWriteChannel();
        QVERIFY(process->waitForFinished(10000));
        QCOMPARE(process->exitCode(), 5);
        QCOMPARE(m_bench->run({u"status"_s, u"Given up"_s}).exitCode, 2);
    }
};

RELINK_TEST(PasteTest)
#include "pastetest.moc"
