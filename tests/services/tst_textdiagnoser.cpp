// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/textdiagnoser.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Pasted texts are judged off the thread of the window.
class TextDiagnoserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItMeansAndHidesSecrets()
    {
        ManagerFixture f;
        TextDiagnoser diagnoser(*f.catalogue);
        QList<TextFindings> told;
        connect(&diagnoser, &TextDiagnoser::answered, this,
                [&told](const TextFindings &findings) { told += findings; });
        diagnoser.ask(
            {u"Acme: 400 invalid_grant\nAuthorization: Bearer abcdef0123456789abcdef"_s, {}, {}});
        QVERIFY(diagnoser.isBusy());
        QVERIFY(told.isEmpty()); // never from inside the question
        QTRY_COMPARE(told.size(), 1);
        const TextDiagnosis &reading = told.first().answer.reading;
        QCOMPARE(toString(reading.diagnosis.errorClass), u"expired_refresh"_s);
        QVERIFY(reading.provider.isEmpty());
        QVERIFY(!told.first().masked.contains(u"abcdef0123456789"_s));
        QVERIFY(!told.first().decided.isEmpty());
        const TextPassage place = told.first().decided.first();
        QCOMPARE(told.first().masked.mid(place.start, place.length), u"invalid_grant"_s);
        QVERIFY(!diagnoser.isBusy());
    }

    void aChosenProviderIsTaken()
    {
        ManagerFixture f;
        TextDiagnoser diagnoser(*f.catalogue);
        QString provider;
        connect(&diagnoser, &TextDiagnoser::answered, this,
                [&provider](const TextFindings &findings) {
                    provider = findings.answer.reading.provider;
                });
        diagnoser.ask({u"401 Unauthorized"_s, u"acme"_s, {}});
        QTRY_COMPARE(provider, u"acme"_s);
    }

    void onlyTheNewestQuestionIsAnswered()
    {
        ManagerFixture f;
        TextDiagnoser diagnoser(*f.catalogue);
        QStringList told;
        connect(&diagnoser, &TextDiagnoser::answered, this,
                [&told](const TextFindings &findings) { told += findings.masked; });
        for (int i = 0; i < 20; ++i)
            diagnoser.ask({u"failure %1"_s.arg(i), {}, {}});
        QTRY_VERIFY(!diagnoser.isBusy());
        QCOMPARE(told, QStringList {u"failure 19"_s});
    }

    void whatWasForgottenIsNotAnswered()
    {
        ManagerFixture f;
        TextDiagnoser diagnoser(*f.catalogue);
        QSignalSpy answered(&diagnoser, &TextDiagnoser::answered);
        diagnoser.ask({u"invalid_grant"_s, {}, {}});
        diagnoser.forget();
        diagnoser.ask({u"invalid_client"_s, {}, {}});
        QTRY_COMPARE(answered.count(), 1);
        QTRY_VERIFY(!diagnoser.isBusy());
        QCOMPARE(answered.count(), 1);
        diagnoser.forget();
        QVERIFY(!diagnoser.isBusy());
    }

    void aLongTextDoesNotHoldTheCaller()
    {
        ManagerFixture f;
        auto diagnoser = std::make_unique<TextDiagnoser>(*f.catalogue);
        bool answered = false;
        connect(diagnoser.get(), &TextDiagnoser::answered, this, [&answered] { answered = true; });
        diagnoser->ask({u"warm"_s, {}, {}});
        QTRY_VERIFY(answered);
        answered = false;
        QString text;
        for (int i = 0; text.size() < 3'000'000; ++i)
            text += u"2026-11-22 12:%1:00 INFO order %2 exported, nothing to see\n"_s.arg(i % 60)
                        .arg(i);
        text += u"ERROR invalid_grant"_s;
        QElapsedTimer timer;
        timer.start();
        diagnoser->ask({text, {}, {}});
        const qint64 asked = timer.elapsed();
        qint64 longest = 0;
        while (!answered && timer.elapsed() < 20'000) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            longest = std::max(longest, turn.elapsed());
            QThread::yieldCurrentThread();
        }
        QVERIFY(answered);
        QVERIFY2(asked < 100, QByteArray::number(asked));
        QVERIFY2(longest < 200, QByteArray::number(longest));
        // Leaving in the middle waits for the text, and nothing is told after.
        diagnoser->ask({text, {}, {}});
        diagnoser.reset();
    }
};

RELINK_TEST(TextDiagnoserTest)

#include "tst_textdiagnoser.moc"
