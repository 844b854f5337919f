// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diary.h"

#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 17}, {12, 0}, Qt::UTC);

ChangeNote passwordNote()
{
    ChangeNote note;
    note.connection = ConnectionId {u"uk"_s};
    note.provider = u"ebay"_s;
    note.cause = noted::passwordChanged;
    note.words = u"changed eBay password"_s;
    note.when = noon.addSecs(-3600);
    return note;
}

} // namespace

//! What becomes a line of the change diary.
class DiaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! when it happened and when it was told are two times.
    void bothTimesAreKept()
    {
        const Result<HistoryEvent> event = noteEvent(passwordNote(), noon);
        QVERIFY(event.ok());
        QVERIFY(event->kind == HistoryKind::Change);
        QCOMPARE(event->action, QString(notedAction));
        QCOMPARE(event->cause, QString(noted::passwordChanged));
        QCOMPARE(event->message, u"changed eBay password"_s);
        QCOMPARE(event->time, noon.addSecs(-3600));
        QCOMPARE(event->firstSeen, event->time);
        QCOMPARE(event->noticedAt, noon);
    }

    void withoutATimeItIsNow()
    {
        ChangeNote note = passwordNote();
        note.when = {};
        QCOMPARE(noteEvent(note, noon)->time, noon);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<ChangeNote>("note");
        const auto row = [](const char *name, auto change) {
            ChangeNote note = passwordNote();
            change(note);
            QTest::newRow(name) << note;
        };
        row("in the future", [](ChangeNote &n) { n.when = noon.addSecs(1); });
        row("an unknown cause", [](ChangeNote &n) { n.cause = u"bad_luck"_s; });
        row("no cause", [](ChangeNote &n) { n.cause.clear(); });
        row("about nothing", [](ChangeNote &n) {
            n.connection.reset();
            n.provider.clear();
        });
        row("something else, unsaid", [](ChangeNote &n) {
            n.cause = noted::other;
            n.words = u" \t"_s;
        });
        row("a novel", [](ChangeNote &n) { n.words = QString(longestNote + 1, u'a'); });
    }

    void whatIsRefused()
    {
        QFETCH(ChangeNote, note);
        const Result<HistoryEvent> event = noteEvent(note, noon);
        QVERIFY(!event.ok());
        QVERIFY(event.error().is(code::invalidInput));
        QVERIFY(!event.error().description.isEmpty());
    }

    void whatIsAccepted()
    {
        for (const QString &cause : notedCauses()) {
            ChangeNote note = passwordNote();
            note.cause = cause;
            QVERIFY2(noteEvent(note, noon).ok(), qPrintable(cause));
        }
        ChangeNote all = passwordNote();
        all.connection.reset();
        all.words.clear();
        const Result<HistoryEvent> event = noteEvent(all, noon);
        QVERIFY(event.ok());
        QVERIFY(event->connection.isEmpty());
        QCOMPARE(event->provider, u"ebay"_s);
    }

    //! A note is on one line and keeps no secret.
    void theWordsAreHarmless()
    {
        ChangeNote note = passwordNote();
        note.words = u"new one\npassword=hunter2-hunter2"_s;
        const QString kept = noteEvent(note, noon)->message;
        QVERIFY(!kept.contains(u"hunter2"_s));
        QVERIFY(!kept.contains(u'\n'));
        QVERIFY(kept.contains(u"new one"_s));
    }
};

RELINK_TEST(DiaryTest)

#include "tst_diary.moc"
