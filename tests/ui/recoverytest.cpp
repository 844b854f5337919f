// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/recoverydialog.h"

#include <QAction>
#include <QPointer>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The run through all red connections.
class RecoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sixRedTwoSkipped();
    void aSkippedOneIsChosenAgain();
    void theGuidedReconnectOpensOverIt();
    void isOfferedWhenThereAreSeveral();
    void namesArePlainText();
};

namespace {

void mend(ManagerFixture &f, const ConnectionId &id)
{
    f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
    f.fakes.probe.answers.append(f.me());
    (void)outcomeOf(f.manager->reauthorize(id, nullptr));
}

//! The dialog over fakes: a guided reconnect is an empty dialog.
struct Run
{
    explicit Run(const QStringList &names)
    {
        for (const QString &name : names)
            ids.insert(name, acme.addRed(name));
        surroundings.emplace(Surroundings {*acme.fixture.manager,
                                           acme.fixture.fakes.clock,
                                           [](const QUrl &) { return true; },
                                           {},
                                           false});
        dialog = new RecoveryDialog(*surroundings, [this](const Connection &c, QWidget *over) {
            asked.append(c.name);
            wizard = new QDialog(over);
            wizard->open();
            return wizard;
        });
        dialog->show();
    }
    ~Run() { delete dialog; }

    QString text(const char *name) const { return AcmeWindow::text(dialog, name); }
    QString states() const
    {
        auto *list = child<QListWidget>(dialog, "recoveryListWidget");
        QStringList all;
        for (int i = 0; i < list->count(); ++i) {
            const QString spoken
                = list->item(i)->data(Qt::AccessibleTextRole).toString().section(u'.', 0, 0);
            all.append(spoken);
        }
        return all.join(u" | "_s);
    }
    void press(const char *name) const { AcmeWindow::click(dialog, name); }

    AcmeWindow acme;
    std::optional<Surroundings> surroundings;
    QMap<QString, ConnectionId> ids;
    QStringList asked;
    RecoveryDialog *dialog = nullptr;
    QPointer<QDialog> wizard;
};

} // namespace

void RecoveryTest::sixRedTwoSkipped()
{
    Run run({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s});
    QCOMPARE(run.text("recoveryScoreLabel"), u"6 to go"_s);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}) {
        QCOMPARE(run.text("recoveryHeadingLabel"), name);
        QVERIFY(!run.text("recoverySentenceLabel").isEmpty());
        QCOMPARE(run.text("recoveryPrimaryButton"), QString(u"Reconnect %1…"_s.arg(name)));
        if (name == u"b"_s || name == u"e"_s) {
            run.press("recoverySkipButton");
            continue;
        }
        run.press("recoveryPrimaryButton");
        QVERIFY(run.wizard);
        if (name != u"d"_s)
            mend(run.acme.fixture, run.ids[name]);
        QCOMPARE(run.text("recoveryHeadingLabel"), name); // while it is open
        run.wizard->reject();
    }
    QCOMPARE(run.asked, (QStringList {u"a"_s, u"c"_s, u"d"_s, u"f"_s}));
    QCOMPARE(run.states(),
             u"a, Reconnected | b, Skipped | c, Reconnected | d, Still red | "
             "e, Skipped | f, Reconnected"_s);
    QCOMPARE(run.text("recoveryScoreLabel"), u"3 reconnected · 2 skipped · 1 still red"_s);
    QCOMPARE(run.text("recoveryHeadingLabel"), u"3 still need you"_s);
    QVERIFY(!child<QWidget>(run.dialog, "recoverySkipButton")->isVisible());
    // What is still red says why.
    const auto *list = child<QListWidget>(run.dialog, "recoveryListWidget");
    const QString why = list->item(3)->data(Qt::AccessibleTextRole).toString();
    QVERIFY2(why.contains(u"Acme"_s) && why.size() > 30, qPrintable(why));
    QPointer<QDialog> dialog = run.dialog;
    run.press("recoveryPrimaryButton");
    QTRY_VERIFY(!dialog);
    run.dialog = nullptr;
}

void RecoveryTest::aSkippedOneIsChosenAgain()
{
    Run run({u"a"_s, u"b"_s});
    run.press("recoverySkipButton");
    QCOMPARE(run.text("recoveryHeadingLabel"), u"b"_s);
    auto *list = child<QListWidget>(run.dialog, "recoveryListWidget");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(run.text("recoveryHeadingLabel"), u"a"_s);
    mend(run.acme.fixture, run.ids[u"a"_s]); // not by this dialog
    QCOMPARE(run.text("recoveryHeadingLabel"), u"b"_s);
    QTest::keyClick(list, Qt::Key_Up); // works: the current one stays
    QCOMPARE(run.text("recoveryHeadingLabel"), u"b"_s);
    QCOMPARE(list->currentRow(), 1);
    run.press("recoverySkipButton");
    mend(run.acme.fixture, run.ids[u"b"_s]);
    QCOMPARE(run.text("recoveryHeadingLabel"), u"Nothing needs you any more"_s);
    QCOMPARE(run.text("recoveryScoreLabel"), u"2 reconnected"_s);
}

void RecoveryTest::theGuidedReconnectOpensOverIt()
{
    AcmeWindow acme;
    (void)acme.addRed(u"one"_s);
    (void)acme.addRed(u"two"_s);
    acme.open();
    child<QAction>(acme.window.get(), "recoveryAction")->trigger();
    QWidget *recovery = awaitDialog("recoveryDialog");
    AcmeWindow::click(recovery, "recoveryPrimaryButton");
    auto *wizard = qobject_cast<QDialog *>(awaitDialog("reconnectWizard"));
    QVERIFY(wizard);
    QVERIFY(wizard->windowTitle().contains(u"one"_s));
    QCOMPARE(wizard->parentWidget(), recovery);
    wizard->reject();
    QTRY_COMPARE(AcmeWindow::text(recovery, "recoveryHeadingLabel"), u"two"_s);
}

void RecoveryTest::isOfferedWhenThereAreSeveral()
{
    AcmeWindow acme;
    const ConnectionId one = acme.addRed(u"one"_s);
    acme.open();
    auto *banner = child<QWidget>(acme.window.get(), "recoveryMessage");
    QVERIFY(!banner->isVisible());
    QVERIFY(child<QAction>(acme.window.get(), "recoveryAction")->isEnabled());
    (void)acme.addRed(u"two"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(AcmeWindow::text(acme.window.get(), "recoveryMessageLabel").startsWith(u"2 "_s));
    AcmeWindow::click(acme.window.get(), "recoveryMessageButton");
    auto *dialog = qobject_cast<QDialog *>(awaitDialog("recoveryDialog"));
    QVERIFY(dialog);
    dialog->reject();

    AcmeWindow::click(acme.window.get(), "recoveryMessageCloseButton");
    QVERIFY(!banner->isVisible());
    (void)outcomeOf(acme.fixture.manager->check(one)); // red as before
    QCoreApplication::processEvents();
    QVERIFY(!banner->isVisible());
    (void)acme.addRed(u"three"_s);
    QTRY_VERIFY(banner->isVisible());
}

void RecoveryTest::namesArePlainText()
{
    Run run({u"R&D <b>shop</b>"_s, u"z"_s});
    run.press("recoverySkipButton");
    auto *list = child<QListWidget>(run.dialog, "recoveryListWidget");
    QVERIFY(!Qt::mightBeRichText(list->item(0)->toolTip())
            || list->item(0)->toolTip().contains(u"&lt;b&gt;"_s));
    QCOMPARE(child<QLabel>(run.dialog, "recoveryHeadingLabel")->textFormat(), Qt::PlainText);
    list->setCurrentRow(0);
    const QString button = child<QAbstractButton>(run.dialog, "recoveryPrimaryButton")->text();
    QVERIFY2(button.contains(u"R&&D"_s), qPrintable(button));
}

RELINK_TEST(RecoveryTest)

} // namespace relink::test

#include "recoverytest.moc"
