// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/suspect.h"
#include "managerfixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

ChangeNote passwordNote(const std::optional<ConnectionId> &connection)
{
    ChangeNote note;
    note.connection = connection;
    note.provider = u"acme"_s;
    note.cause = noted::passwordChanged;
    note.words = u"changed Acme password"_s;
    return note;
}

} // namespace

//! The change diary at the façade.
class DiaryManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsPartOfTheHistory()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const QSignalSpy changed(f.manager.get(), &ConnectionManager::historyChanged);
        QVERIFY(outcomeOf(f.manager->note(passwordNote(id))).ok());
        QCOMPARE(changed.size(), 1);
        const HistoryEvent event = f.fakes.history.events.last();
        QCOMPARE(event.connection, id);
        QCOMPARE(event.connectionName, u"Web shop"_s);
        QCOMPARE(event.provider, u"acme"_s);
        QCOMPARE(event.time, f.fakes.clock.now());
        QCOMPARE(f.light(id), u"green"_s);

        QVERIFY(outcomeOf(f.manager->removeNote(event)).ok());
        QCOMPARE(changed.size(), 2);
        QVERIFY(!f.fakes.history.events.contains(event));
    }

    void onlyNotesAreTakenBack()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.probe.answers.append(jsonAnswer(403, R"({"error":"insufficient_scope"})"));
        (void)outcomeOf(f.manager->check(id));
        const HistoryEvent failure = f.fakes.history.events.last();
        QVERIFY(failure.kind == HistoryKind::Failure);
        (void)outcomeOf(f.manager->removeNote(failure));
        QVERIFY(f.fakes.history.events.contains(failure));
    }

    void whatCannotBeNotedIsToldWhy()
    {
        ManagerFixture f;
        const auto gone = outcomeOf(f.manager->note(passwordNote(ConnectionId {u"gone"_s})));
        QCOMPARE(codeOf(gone), QLatin1StringView(code::invalidInput));
        ChangeNote future = passwordNote({});
        future.when = f.fakes.clock.now().addDays(1);
        QCOMPARE(codeOf(outcomeOf(f.manager->note(future))), QLatin1StringView(code::invalidInput));
        QVERIFY(f.fakes.history.events.isEmpty());
    }

    //! Note, twelve hours, failure: it is asked for and found.
    void theNoteBeforeAFailureIsItsSuspect()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        QVERIFY(outcomeOf(f.manager->note(passwordNote({}))).ok());
        f.fakes.clock.advance(std::chrono::hours(12));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        f.fakes.probe.answers.append(f.unauthorized());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"red"_s);
        for (const FailureStart &start :
             {startOf(f.row(id)), startOf(f.fakes.history.events.last())}) {
            const auto notes = outcomeOf(f.manager->history(notesBefore(start)));
            const auto suspect = suspectFor(start, *notes);
            QVERIFY(suspect.has_value());
            QCOMPARE(suspect->message, u"changed Acme password"_s);
            QCOMPARE(suspect->time.secsTo(start.time), 12 * 3600);
        }
    }
};

RELINK_TEST(DiaryManagerTest)

#include "tst_diary.moc"
