// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/historymodel.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QListView>
#include <QMenu>
#include <QTableView>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The change diary in the window, and what waits to go on.
class DiaryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNoteIsWrittenAndShown();
    void aNoteNeedsWhatItIsAbout();
    void aRemovedNoteCanBeTakenBack();
    void theSuspectStandsInThePane();
    void theSuspectStandsInTheHistory();
    void aHalfFinishedReconnectGoesOn();
};

namespace {

ChangeNote passwordNote(const std::optional<ConnectionId> &id)
{
    ChangeNote note;
    note.connection = id;
    note.provider = u"acme"_s;
    note.cause = noted::passwordChanged;
    note.words = u"changed Acme password"_s;
    return note;
}

//! Red since twelve hours after the note.
ConnectionId suspected(AcmeWindow &acme)
{
    const ConnectionId id = acme.fixture.connected();
    (void)outcomeOf(acme.fixture.manager->note(passwordNote(id)));
    acme.fixture.fakes.clock.advance(std::chrono::hours(12));
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(400, R"({"error":"invalid_grant"})"));
    (void)outcomeOf(acme.fixture.manager->check(id));
    return id;
}

const QString twelveHours
    = u"It began 12 hours after a change that you noted: “changed Acme password”."_s;

QTableView *showHistory(AcmeWindow &acme)
{
    acme.window->showHistory();
    auto *table = child<QTableView>(acme.window.get(), "historyTableView");
    (void)QTest::qWaitFor([&] { return table->model()->rowCount() > 0; });
    return table;
}

} // namespace

void DiaryTest::aNoteIsWrittenAndShown()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    acme.open();
    AcmeWindow::click(acme.window.get(), "detailsAddNoteButton");
    QWidget *dialog = awaitDialog("noteDialog");
    QVERIFY(dialog);
    QCOMPARE(child<QComboBox>(dialog, "noteConnectionComboBox")->currentText(),
             u"Web shop (Acme)"_s);
    auto *cause = child<QComboBox>(dialog, "noteCauseComboBox");
    QCOMPARE(cause->count(), 12);
    cause->setCurrentIndex(cause->findData(QString(noted::planChanged)));
    AcmeWindow::type(dialog, "noteWordsLineEdit", u"Cheaper plan"_s);
    auto *when = child<QDateTimeEdit>(dialog, "noteWhenDateTimeEdit");
    const QDateTime now = acme.fixture.fakes.clock.now();
    QVERIFY(when->maximumDateTime() <= now); // nothing is noted ahead
    when->setDateTime(now.addSecs(-7200).toLocalTime());
    AcmeWindow::click(dialog, "noteAddButton");
    QTRY_VERIFY(!test::dialog("noteDialog"));
    const HistoryEvent event = acme.fixture.fakes.history.events.last();
    QCOMPARE(event.cause, QString(noted::planChanged));
    QCOMPARE(event.connection, id);
    QCOMPARE(event.time, now.addSecs(-7200));

    const QTableView *table = showHistory(acme);
    QCOMPARE(table->model()->index(0, HistoryModel::EventColumn).data().toString(),
             u"Noted: The subscription plan was changed – “Cheaper plan”"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "historyTitleLabel"),
             u"The subscription plan was changed"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "historyHappenedLabel"), u"2 h ago"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "historyNotedLabel"), u"just now"_s);
}

void DiaryTest::aNoteNeedsWhatItIsAbout()
{
    AcmeWindow acme;
    (void)acme.fixture.connected();
    (void)acme.fixture.connected(u"Second"_s);
    acme.open();
    child<QAction>(acme.window.get(), "addNoteAction")->trigger();
    QWidget *dialog = awaitDialog("noteDialog");
    auto *about = child<QComboBox>(dialog, "noteConnectionComboBox");
    about->setCurrentIndex(about->findText(u"All connections at Acme"_s));
    auto *cause = child<QComboBox>(dialog, "noteCauseComboBox");
    cause->setCurrentIndex(cause->findData(QString(noted::other)));
    AcmeWindow::click(dialog, "noteAddButton");
    QTRY_VERIFY(child<QWidget>(dialog, "noteProblemLabel")->isVisible());
    QVERIFY(acme.fixture.fakes.history.events.isEmpty());
    AcmeWindow::type(dialog, "noteWordsLineEdit", u"Moved house"_s);
    QVERIFY(!child<QWidget>(dialog, "noteProblemLabel")->isVisible());
    AcmeWindow::click(dialog, "noteAddButton");
    QTRY_VERIFY(!test::dialog("noteDialog"));
    const HistoryEvent event = acme.fixture.fakes.history.events.last();
    QVERIFY(event.connection.isEmpty());
    QCOMPARE(event.provider, u"acme"_s);
    const QTableView *table = showHistory(acme);
    QCOMPARE(table->model()->index(0, HistoryModel::ConnectionColumn).data().toString(),
             u"All at Acme"_s);
}

void DiaryTest::aRemovedNoteCanBeTakenBack()
{
    AcmeWindow acme;
    const ConnectionId id = acme.fixture.connected();
    (void)outcomeOf(acme.fixture.manager->note(passwordNote(id)));
    acme.open();
    const QTableView *table = showHistory(acme);
    const HistoryEvent before = acme.fixture.fakes.history.events.last();
    AcmeWindow::click(acme.window.get(), "historyRemoveNoteButton");
    QTRY_COMPARE(table->model()->rowCount(), 0);
    AcmeWindow::click(acme.window.get(), "noteRemovedMessageButton");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    HistoryEvent after = acme.fixture.fakes.history.events.last();
    after.id = before.id;
    QCOMPARE(after, before);
    QVERIFY(!child<QWidget>(acme.window.get(), "noteRemovedMessage")->isVisible());
}

void DiaryTest::theSuspectStandsInThePane()
{
    AcmeWindow acme;
    const ConnectionId id = suspected(acme);
    acme.open();
    const auto *suspect = child<QLabel>(acme.window.get(), "detailsSuspectLabel");
    QTRY_COMPARE(suspect->text(), twelveHours);
    QVERIFY(suspect->isVisible());
    acme.fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(200, acme.fixture.tokens("a2", "r2")));
    acme.fixture.fakes.probe.answers.append(acme.fixture.me());
    QVERIFY(outcomeOf(acme.fixture.manager->reauthorize(id, nullptr)).ok());
    QTRY_VERIFY(!suspect->isVisible());
}

void DiaryTest::theSuspectStandsInTheHistory()
{
    AcmeWindow acme;
    (void)suspected(acme);
    acme.open();
    QTableView *table = showHistory(acme);
    const auto *suspect = child<QLabel>(acme.window.get(), "historySuspectLabel");
    QTRY_COMPARE(suspect->text(), twelveHours);
    table->selectRow(1);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "historyTitleLabel"), u"A password was changed"_s);
    QVERIFY(!suspect->isVisible());
    QVERIFY(child<QWidget>(acme.window.get(), "historyRemoveNoteButton")->isVisible());
    table->selectRow(0);
    QVERIFY(!child<QWidget>(acme.window.get(), "historyRemoveNoteButton")->isVisible());
}

void DiaryTest::aHalfFinishedReconnectGoesOn()
{
    AcmeWindow acme;
    const ConnectionId half = acme.addRed();
    (void)acme.addRed(u"Second"_s);
    ReconnectProgress progress;
    progress.connection = half;
    (void)acme.fixture.fakes.progress.save(progress);
    acme.open();
    auto *view = child<QListView>(acme.window.get(), "connectionListView");
    const auto choose = [view](const QString &name) {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == name)
                view->setCurrentIndex(view->model()->index(row, 0));
        }
    };
    const auto isHalf = [view] {
        return view->currentIndex().data(ConnectionListModel::HalfFinishedRole).toBool();
    };
    const auto *reconnect = child<QAction>(acme.window.get(), "reconnectAction");
    const auto *goOn = child<QAction>(acme.window.get(), "continueReconnectAction");
    choose(u"Second"_s);
    QVERIFY(!isHalf());
    QVERIFY(!goOn->isVisible());
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsReconnectButton"), u"Reconnect…"_s);
    choose(u"Web shop"_s);
    QVERIFY(isHalf());
    QVERIFY(goOn->isVisible() && goOn->isEnabled());
    QCOMPARE(QString(reconnect->text()).remove(u'&'), u"Continue reconnecting"_s);
    QCOMPARE(AcmeWindow::text(acme.window.get(), "detailsReconnectButton"),
             u"Continue reconnecting"_s);
    QVERIFY(child<QMenu>(acme.window.get(), "rowMenu")->actions().constFirst() == goOn);

    // Cancelled: it begins anew the next time.
    AcmeWindow::click(acme.window.get(), "detailsReconnectButton");
    auto *wizard = qobject_cast<QDialog *>(awaitDialog("reconnectWizard"));
    QVERIFY(wizard);
    (void)acme.fixture.fakes.progress.discard(half);
    wizard->reject();
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsReconnectButton"), u"Reconnect…"_s);
    QVERIFY(!isHalf());
    QVERIFY(!goOn->isVisible());
}

RELINK_TEST(DiaryTest)

} // namespace relink::test

#include "diarytest.moc"
