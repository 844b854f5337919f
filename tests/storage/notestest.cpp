// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/historyfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

HistoryEvent note(int seconds, const QString &connection = u"a"_s, const QString &provider = u"p"_s)
{
    HistoryEvent e;
    e.time = at(seconds);
    e.firstSeen = e.time;
    e.noticedAt = at(1000);
    e.kind = HistoryKind::Change;
    e.stage = HistoryStage::Local;
    e.action = notedAction;
    e.connection.value = connection;
    e.provider = provider;
    e.cause = noted::planChanged;
    e.message = u"Tarif „S“ → \u20ac9"_s;
    return e;
}

} // namespace

//! Lines of the change diary in the history.
class NotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldRoundTrips()
    {
        Fixture f;
        QVERIFY(f.append(note(7)).ok());
        HistoryEvent read = f.find().constFirst();
        QVERIFY(read.id > 0);
        read.id = 0;
        QVERIFY(read == note(7));
    }

    //! it stands where it happened, however late it was told.
    void standsWhereItHappened()
    {
        Fixture f;
        for (const HistoryEvent &event : {failure(10), recovery(20), note(15)})
            QVERIFY(f.append(event).ok());
        QCOMPARE(secondsOf(f.find()), (QList<int> {20, 15, 10}));
    }

    //! Told while the failure goes on, it does not make a new one of it, which would begin after
    //! the note.
    void doesNotPartAFailure()
    {
        Fixture f;
        for (const HistoryEvent &event : {failure(10), note(15), failure(20)})
            QVERIFY(f.append(event).ok());
        const auto events = f.find();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.constFirst().count, 2);
        QCOMPARE(events.constFirst().firstSeen, at(10));
    }

    void isResolvedByNothing()
    {
        Fixture f;
        for (const HistoryEvent &event : {note(5), recovery(20)})
            QVERIFY(f.append(event).ok());
        QVERIFY(!f.find().constLast().resolved);
        HistoryQuery open;
        open.unresolvedOnly = true;
        QVERIFY(f.find(open).isEmpty());
    }

    void thoseOfTheProviderBelongToEachConnection()
    {
        Fixture f;
        for (const HistoryEvent &event : {failure(1), note(2), note(3, {}), note(4, {}, u"other"_s),
                                          note(5, u"b"_s), failure(6, {})})
            QVERIFY(f.append(event).ok());
        HistoryQuery query;
        query.connection = ConnectionId {u"a"_s};
        QCOMPARE(secondsOf(f.find(query)), (QList<int> {2, 1}));
        query.notesOfProvider = u"p"_s;
        QCOMPARE(secondsOf(f.find(query)), (QList<int> {3, 2, 1}));
        query.action = notedAction;
        QCOMPARE(secondsOf(f.find(query)), (QList<int> {3, 2}));
    }

    void areFoundByTheirWords()
    {
        Fixture f;
        QVERIFY(f.append(note(1)).ok());
        HistoryQuery query;
        query.search = u"tarif"_s;
        QCOMPARE(f.find(query).size(), 1);
    }

    void onlyANoteIsRemoved()
    {
        Fixture f;
        QVERIFY(f.append(failure(1)).ok());
        QVERIFY(f.append(note(2)).ok());
        for (const HistoryEvent &event : f.find())
            QVERIFY(await(f.history.removeNote(event.id)).ok());
        QCOMPARE(secondsOf(f.find()), QList<int> {1});
        QVERIFY(await(f.history.removeNote(4711)).ok());
        QVERIFY(f.append(note(2)).ok()); // taken back
        QCOMPARE(f.find().size(), 2);
    }
};

RELINK_TEST(NotesTest)

#include "notestest.moc"
