// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/textlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QScreen>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The guided reconnect as it is seen.
class WizardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromRedToGreen();
    void saysWhatHappenedAndWhy();
    void cancelChangesNothing_data();
    void cancelChangesNothing();
    void stopWaitingLeavesTheStepOpen();
    void failedAuthorisationCanBeTriedAgain();
    void finishLaterGoesOnThere();
    void keepsItsSize();
    void checkAgainRunsTheChecksOnceMore();
    void aGreenConnectionIsToldToWork();
    void whatNobodyVerifiedHasNoTick();
};

namespace {

QWidget *openWizard(AcmeWindow &acme)
{
    acme.open();
    child<QAction>(acme.window.get(), "reconnectAction")->trigger();
    return awaitDialog("reconnectWizard");
}

void answerChecks(AcmeWindow &acme)
{
    acme.fixture.fakes.probe.answers.append(HttpAnswer {200, {}, "front door"});
    acme.fixture.fakes.probe.answers.append(ManagerFixture::unauthorized());
}

void next(QWidget *wizard)
{
    auto *button = child<QPushButton>(wizard, "reconnectPrimaryButton");
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

QString primaryText(QWidget *wizard)
{
    return AcmeWindow::text(wizard, "reconnectPrimaryButton");
}

QString title(QWidget *wizard)
{
    return AcmeWindow::text(wizard, "stepTitleLabel");
}

//! Says that what stopped works again.
void prove(QWidget *wizard)
{
    QTRY_VERIFY(wizard->findChild<QWidget *>(u"answer1RadioButton"_s));
    QTRY_VERIFY(child<QWidget>(wizard, "answer1RadioButton")->isVisible());
    AcmeWindow::click(wizard, "answer1RadioButton");
}

QString stepName(QWidget *wizard, const QString &step)
{
    for (const TextLabel *label : wizard->findChildren<TextLabel *>()) {
        if (label->text() == step && label->accessibleName().contains(step + u": "_s))
            return label->accessibleName();
    }
    return {};
}

} // namespace

void WizardTest::fromRedToGreen()
{
    AcmeWindow acme;
    const ConnectionId id = acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    QCOMPARE(title(wizard), u"What happened"_s);
    answerChecks(acme);
    next(wizard);
    QCOMPARE(title(wizard), u"Check this computer"_s);
    // The checks run by themselves and say their results in words.
    QTRY_VERIFY(!wizard->findChildren<TextLabel *>(u"keychainCheckLabel"_s).isEmpty());
    QTRY_COMPARE(wizard->findChildren<TextLabel *>(u"keychainCheckLabel"_s).last()->text(),
                 u"unlocked"_s);
    // That Acme refuses the sign-in is no fault of this computer.
    const QString said = stepName(wizard, u"Check this computer"_s);
    QVERIFY2(said.contains(u": done at "_s), qPrintable(said));
    next(wizard);
    QTRY_VERIFY(title(wizard).contains(u"Acme"_s));
    QCOMPARE(primaryText(wizard), u"Open Acme and authorise"_s);
    acme.fixture.fakes.agent.answer.reset();
    next(wizard);
    QTRY_VERIFY(child<QWidget>(wizard, "openAgainButton")->isVisible());
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("b1", "s1"))};
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    acme.fixture.fakes.agent.come(FakeAuthorizationAgent::grant());
    // It notices by itself, verifies, and asks for the proof; then the only thing left is to save.
    prove(wizard);
    QTRY_COMPARE(primaryText(wizard), u"Save + Continue"_s);
    QCOMPARE(acme.fixture.light(id), u"red"_s);
    next(wizard);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(acme.fixture.light(id), u"green"_s);
    QCOMPARE(acme.fixture.stored(id).accessToken.reveal(), QByteArray("b1"));
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsStatusLabel"), u"Active"_s);
    QVERIFY(!child<QWidget>(acme.window.get(), "detailsHalfFinishedLabel")->isVisible());
}

void WizardTest::saysWhatHappenedAndWhy()
{
    AcmeWindow acme;
    acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    QVERIFY(!AcmeWindow::text(wizard, "stepLeadLabel").isEmpty());
    QVERIFY(AcmeWindow::text(wizard, "stepTextLabel").contains(u"Acme"_s));
    const QString own = AcmeWindow::text(wizard, "reconnectOwnWordsTextEdit");
    QVERIFY2(own.contains(u"grant is gone"_s), qPrintable(own));
    AcmeWindow::click(wizard, "reconnectOwnWordsCopyButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), own);
    QVERIFY(!child<QWidget>(wizard, "stepSourceLabel")->isVisible());
    AcmeWindow::click(wizard, "stepSourceButton");
    const auto *source = child<QWidget>(wizard, "stepSourceLabel");
    QVERIFY(source->isVisible());
    const auto *button = child<QPushButton>(wizard, "stepSourceButton");
    const int words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
    const int begin = button->x() + (button->width() - words) / 2;
    QVERIFY2(qAbs(begin - source->x()) <= 1, qPrintable(QString::number(begin - source->x())));
    QVERIFY(wizard->width() <= wizard->screen()->availableSize().width());
    QVERIFY(wizard->height() <= wizard->screen()->availableSize().height());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::cancelChangesNothing_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<bool>("escape");
    QTest::newRow("at once, Esc") << 0 << true;
    QTest::newRow("at the checks") << 1 << false;
    QTest::newRow("before authorising") << 2 << false;
    QTest::newRow("waiting for the browser") << 3 << false;
    QTest::newRow("waiting for the browser, Esc") << 3 << true;
}

void WizardTest::cancelChangesNothing()
{
    QFETCH(int, pages);
    QFETCH(bool, escape);
    AcmeWindow acme;
    const ConnectionId id = acme.addRed();
    const Connection before = acme.fixture.row(id);
    const auto items = acme.fixture.fakes.secrets.items;
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    acme.fixture.fakes.agent.answer.reset();
    answerChecks(acme);
    for (int i = 0; i < pages; ++i)
        next(wizard);
    if (escape)
        QTest::keyClick(wizard, Qt::Key_Escape);
    else
        AcmeWindow::click(wizard, "reconnectCancelButton");
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QVERIFY(acme.fixture.row(id) == before);
    QVERIFY(acme.fixture.fakes.secrets.items == items);
    QVERIFY(acme.fixture.fakes.agent.pending.isEmpty());
    QVERIFY(!acme.fixture.manager->hasHalfFinishedReconnect(id));
}

void WizardTest::stopWaitingLeavesTheStepOpen()
{
    AcmeWindow acme;
    acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    acme.fixture.fakes.agent.answer.reset();
    answerChecks(acme);
    for (int i = 0; i < 3; ++i)
        next(wizard);
    QTRY_VERIFY(child<QWidget>(wizard, "stopWaitingButton")->isVisible());
    AcmeWindow::click(wizard, "stopWaitingButton");
    QTRY_COMPARE(primaryText(wizard), u"Open Acme and authorise"_s);
    QVERIFY(child<QWidget>(wizard, "reconnectPrimaryButton")->isEnabled());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::failedAuthorisationCanBeTriedAgain()
{
    AcmeWindow acme;
    acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    answerChecks(acme);
    for (int i = 0; i < 2; ++i)
        next(wizard);
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(500, R"({"error":"server_error","error_description":"on fire"})")};
    next(wizard);
    QTRY_VERIFY(child<QWidget>(wizard, "reconnectMessage")->isVisible());
    QVERIFY(AcmeWindow::text(wizard, "reconnectOwnWordsTextEdit").contains(u"on fire"_s));
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("b1", "s1"))};
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    acme.fixture.fakes.tokenEndpoint.held = true; // a server takes its time
    next(wizard);
    acme.fixture.fakes.tokenEndpoint.release();
    prove(wizard);
    QTRY_COMPARE(primaryText(wizard), u"Save + Continue"_s);
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::finishLaterGoesOnThere()
{
    AcmeWindow acme;
    const ConnectionId id = acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    answerChecks(acme);
    for (int i = 0; i < 2; ++i)
        next(wizard);
    const QString where = title(wizard);
    AcmeWindow::click(wizard, "finishLaterButton");
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QVERIFY(acme.fixture.manager->hasHalfFinishedReconnect(id));
    QVERIFY(child<QWidget>(acme.window.get(), "detailsHalfFinishedLabel")->isVisible());
    // Meanwhile the keychain was locked: what was found before no longer holds.
    acme.fixture.fakes.secrets.trouble = code::keychainLocked;
    acme.fixture.fakes.probe.answers = {HttpAnswer {200, {}, "front door"}};
    child<QAction>(acme.window.get(), "reconnectAction")->trigger();
    wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QCOMPARE(title(wizard), where);
    QVERIFY(child<QWidget>(wizard, "resumedMessage")->isVisible());
    const QString said = AcmeWindow::text(wizard, "resumedMessageLabel");
    QVERIFY2(said.contains(where) && said.contains(u"just now"_s)
                 && said.contains(u"These steps are done: What happened."_s),
             qPrintable(said));
    QTRY_VERIFY(!wizard->findChildren<TextLabel *>(u"keychainCheckLabel"_s).isEmpty());
    auto *keychain = wizard->findChildren<TextLabel *>(u"keychainCheckLabel"_s).last();
    QVERIFY(keychain->isVisible());
    QVERIFY2(keychain->text().contains(u"locked"_s), qPrintable(keychain->text()));
    // A page that was not left says nothing of it.
    AcmeWindow::click(wizard, "reconnectBackButton");
    QVERIFY(!child<QWidget>(wizard, "resumedMessage")->isVisible());
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::keepsItsSize()
{
    AcmeWindow acme;
    acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    const QSize size = wizard->size();
    answerChecks(acme);
    acme.fixture.fakes.agent.answer.reset();
    for (int i = 0; i < 3; ++i) {
        next(wizard);
        QTest::qWait(10);
        QCOMPARE(wizard->size(), size);
    }
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::checkAgainRunsTheChecksOnceMore()
{
    AcmeWindow acme;
    acme.addRed();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    acme.fixture.fakes.secrets.trouble = code::keychainLocked;
    acme.fixture.fakes.probe.answers = {HttpAnswer {200, {}, "front door"}};
    next(wizard);
    auto *again = child<QPushButton>(wizard, "checkAgainButton");
    QTRY_VERIFY(again->isVisible());
    const auto keychain = [wizard] {
        return wizard->findChildren<TextLabel *>(u"keychainCheckLabel"_s).last()->text();
    };
    QVERIFY2(keychain().contains(u"locked"_s), qPrintable(keychain()));
    acme.fixture.fakes.secrets.trouble = nullptr;
    answerChecks(acme);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(keychain(), u"unlocked"_s);
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::aGreenConnectionIsToldToWork()
{
    AcmeWindow acme;
    acme.fixture.connected();
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    QCOMPARE(AcmeWindow::text(wizard, "stepLeadLabel"), u"It works"_s);
    const QString said = AcmeWindow::text(wizard, "stepTextLabel");
    QVERIFY2(said.contains(u"nothing needs mending"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"likeliest"_s), qPrintable(said));
    QTest::keyClick(wizard, Qt::Key_Escape);
}

void WizardTest::whatNobodyVerifiedHasNoTick()
{
    AcmeWindow acme;
    ConnectRequest request = acme.fixture.request();
    request.provider = u"sage_intacct"_s;
    request.secrets.insert(u"client_secret"_s, SecretBytes("secret"));
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("a1", "r1"))};
    QVERIFY(outcomeOf(acme.fixture.manager->connectAccount(request, nullptr)).ok());
    QWidget *wizard = openWizard(acme);
    QVERIFY(wizard);
    acme.fixture.fakes.probe.answers = {HttpAnswer {200, {}, "front door"}};
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("b1", "s1"))};
    QString said;
    for (int i = 0; i < 9 && !said.contains(u"could not be verified"_s); ++i) {
        next(wizard);
        QTRY_VERIFY(child<QWidget>(wizard, "reconnectPrimaryButton")->isEnabled());
        said = AcmeWindow::text(wizard, "reconnectMessageLabel");
    }
    QVERIFY2(said.contains(u"could not be verified"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"accepts"_s), qPrintable(said));
    const QString step = stepName(wizard, title(wizard));
    QVERIFY2(step.endsWith(u": not verified"_s), qPrintable(step));
    QTest::keyClick(wizard, Qt::Key_Escape);
}

RELINK_TEST(WizardTest)

} // namespace relink::test

#include "wizardtest.moc"
