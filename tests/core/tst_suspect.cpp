// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/suspect.h"

#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 17}, {12, 0}, Qt::UTC);

HistoryEvent note(qint64 id, int minutesBefore, const QString &connection = u"uk"_s,
                  const QString &provider = u"ebay"_s)
{
    HistoryEvent e;
    e.id = id;
    e.kind = HistoryKind::Change;
    e.action = notedAction;
    e.time = noon.addSecs(-60 * minutesBefore);
    e.connection.value = connection;
    e.provider = provider;
    e.cause = noted::passwordChanged;
    return e;
}

HistoryEvent failure(ErrorClass errorClass = ErrorClass::ExpiredRefresh)
{
    HistoryEvent e;
    e.firstSeen = noon;
    e.time = noon.addDays(2);
    e.connection.value = u"uk"_s;
    e.provider = u"ebay"_s;
    e.errorClass = errorClass;
    return e;
}

qint64 suspectOf(const HistoryEvent &event, const QList<HistoryEvent> &notes)
{
    const auto suspect = suspectFor(startOf(event), notes);
    return suspect ? suspect->id : 0;
}

} // namespace

//! Which noted change is the first suspect of a failure.
class SuspectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichNote_data()
    {
        QTest::addColumn<QList<HistoryEvent>>("notes");
        QTest::addColumn<qint64>("suspect");
        const auto row = [](const char *name, const QList<HistoryEvent> &notes, qint64 suspect) {
            QTest::newRow(name) << notes << suspect;
        };
        row("none", {}, 0);
        row("twelve hours before", {note(1, 720)}, 1);
        row("at that moment", {note(1, 0)}, 1);
        row("exactly three days before", {note(1, 72 * 60)}, 1);
        row("too long ago", {note(1, 72 * 60 + 1)}, 0);
        row("after it began", {note(1, -1)}, 0);
        row("another connection", {note(1, 10, u"de"_s)}, 0);
        row("all of the provider", {note(1, 10, {})}, 1);
        row("all of another provider", {note(1, 10, {}, u"xero"_s)}, 0);
        row("a note about nothing", {note(1, 10, {}, {})}, 0);
        row("the last before it", {note(1, 10), note(2, 500), note(3, 40)}, 1);
        row("the own one of two at once", {note(1, 10), note(2, 10, {})}, 1);
        row("the newer one of two at once", {note(1, 10), note(2, 10)}, 2);
        HistoryEvent change = note(1, 10);
        change.action = u"edit"_s;
        row("what Relink saw by itself is no note", {change}, 0);
    }

    void whichNote()
    {
        QFETCH(QList<HistoryEvent>, notes);
        QTEST(suspectOf(failure(), notes), "suspect");
    }

    void whatPassesByItselfHasNoSuspect()
    {
        const QList<HistoryEvent> notes {note(1, 10)};
        QCOMPARE(suspectOf(failure(ErrorClass::PermissionRole), notes), 1);
        for (const ErrorClass passing : {ErrorClass::Network, ErrorClass::RateLimited,
                                         ErrorClass::KeychainLocked, ErrorClass::NotAnError})
            QCOMPARE(suspectOf(failure(passing), notes), 0);
        HistoryEvent recovery = failure();
        recovery.kind = HistoryKind::Recovery;
        QCOMPARE(suspectOf(recovery, notes), 0);
    }

    void aConnectionFailsSinceItsLightTurned()
    {
        Connection connection;
        connection.id.value = u"uk"_s;
        connection.provider = u"ebay"_s;
        connection.state.health = Health::NeedsAuthorization;
        connection.state.since = noon;
        QVERIFY(!mayHaveSuspect(startOf(connection)));
        connection.state.diagnosis = Diagnosis();
        connection.state.diagnosis->errorClass = ErrorClass::ExpiredRefresh;
        QCOMPARE(startOf(connection), startOf(failure()));
        connection.state.health = Health::Connected;
        QVERIFY(!mayHaveSuspect(startOf(connection)));
    }

    void theQuestionIsAboutTheseDays()
    {
        const HistoryQuery query = notesBefore(startOf(failure()));
        QCOMPARE(query.since, noon.addDays(-3));
        QCOMPARE(query.until, noon);
        QCOMPARE(query.connection->value, u"uk"_s);
        QCOMPARE(query.notesOfProvider, u"ebay"_s);
        QCOMPARE(query.action, QString(notedAction));
    }
};

RELINK_TEST(SuspectTest)

#include "tst_suspect.moc"
