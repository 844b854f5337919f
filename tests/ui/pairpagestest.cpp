// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"
#include "support/testmain.h"
#include "ui/wizardstage.h"

#include <QAction>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The pages of the guided reconnect that are about both sides of a pair.
class PairPagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneOfTwoIsDoneUntilBothAre();
    void theVerificationNamesBoth_data();
    void theVerificationNamesBoth();
    void fromRedToGreenThroughTheDashboard();
};

namespace {

ConnectionId addPartner(ManagerFixture &fixture, const ConnectionId &id)
{
    const ConnectionId partner = fixture.connected(u"Books"_s);
    fixture.fakes.connections.pairs = {{u"p1"_s, u"Sales"_s, partner, id}};
    return partner;
}

void press(QWidget *wizard)
{
    auto *primary = child<QPushButton>(wizard, "reconnectPrimaryButton");
    QTRY_VERIFY(primary->isEnabled());
    QTest::mouseClick(primary, Qt::LeftButton);
}

QString said(const QWidget *wizard)
{
    return AcmeWindow::text(wizard, "reconnectMessageLabel");
}

//! Revokes the side whose page is shown, both tokens of it.
void revoke(ManagerFixture &fixture, QWidget *wizard)
{
    const QString before = said(wizard);
    fixture.fakes.tokenEndpoint.answers = {jsonAnswer(200, "{}"), jsonAnswer(200, "{}")};
    press(wizard);
    QWidget *question = awaitDialog("stepRevokeDialog");
    QVERIFY(question);
    AcmeWindow::click(question, "stepRevokeConfirmButton");
    QTRY_VERIFY(said(wizard) != before && said(wizard).contains(u"of 2 done."_s));
}

} // namespace

void PairPagesTest::oneOfTwoIsDoneUntilBothAre()
{
    WizardStage stage;
    stage.progress.partner = addPartner(stage.acme.fixture, stage.id);
    for (const StepSide side : {StepSide::This, StepSide::Partner}) {
        Step step = WizardStage::step(u"revoke_"_s + toString(side), StepKind::Action, u"anew"_s);
        step.action = StepAction::Revoke;
        step.side = side;
        stage.add(step);
    }
    stage.add(WizardStage::step(u"verify"_s, StepKind::Verify, u"anew"_s));
    stage.add(WizardStage::step(u"support"_s, StepKind::Support));
    const QString first = stage.progress.plan.steps.at(0).id;
    const QString second = stage.progress.plan.steps.at(1).id;
    QWidget *wizard = stage.open(first);
    QVERIFY(wizard);
    QCOMPARE(said(wizard), u"0 of 2 done."_s);
    revoke(stage.acme.fixture, wizard);
    QVERIFY2(said(wizard).endsWith(u"1 of 2 done."_s), qPrintable(said(wizard)));
    QCOMPARE(stage.place(), first);
    press(wizard);
    QCOMPARE(stage.place(), second);
    QCOMPARE(said(wizard), u"1 of 2 done."_s);
    revoke(stage.acme.fixture, wizard);
    QVERIFY2(said(wizard).endsWith(u"2 of 2 done."_s), qPrintable(said(wizard)));
    AcmeWindow::click(wizard, "reconnectBackButton");
    QVERIFY2(said(wizard).endsWith(u"2 of 2 done."_s), qPrintable(said(wizard)));
}

void PairPagesTest::theVerificationNamesBoth_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::newRow("the partner too") << true;
    QTest::newRow("all but the partner") << false;
}

void PairPagesTest::theVerificationNamesBoth()
{
    QFETCH(bool, accepted);
    WizardStage stage;
    FakePorts &fakes = stage.acme.fixture.fakes;
    stage.progress.partner = addPartner(stage.acme.fixture, stage.id);
    Step partner = WizardStage::step(u"action"_s, StepKind::Action, u"sign_in"_s);
    partner.side = StepSide::Partner;
    stage.add(partner);
    stage.add(WizardStage::step(u"verify"_s, StepKind::Verify, u"sign_in"_s));
    stage.add(WizardStage::step(u"support"_s, StepKind::Support));
    StepRecord done;
    done.status = StepStatus::Done;
    done.at = stage.progress.startedAt;
    stage.progress.records = {{u"action"_s, done}};
    fakes.probe.answers = {ManagerFixture::me()};
    fakes.probe.answers.append(accepted ? ManagerFixture::me() : ManagerFixture::unauthorized());
    fakes.tokenEndpoint.answers = {jsonAnswer(400, R"({"error":"invalid_grant"})")};
    QWidget *wizard = stage.open(u"verify"_s);
    QVERIFY(wizard);
    QTRY_VERIFY(wizard->findChild<QWidget *>(u"side2Label"_s));
    QCOMPARE(AcmeWindow::text(wizard, "side1Label"), u"Web shop: accepted"_s);
    QCOMPARE(AcmeWindow::text(wizard, "side2Label"),
             accepted ? u"Books: accepted"_s : u"Books: not accepted"_s);
    QCOMPARE(stage.place(), u"verify"_s);
    QCOMPARE(WizardStage::primary(wizard) == u"Save + Continue"_s, accepted);
}

void PairPagesTest::fromRedToGreenThroughTheDashboard()
{
    AcmeWindow acme;
    FakePorts &fakes = acme.fixture.fakes;
    const ConnectionId id = acme.addRed();
    const ConnectionId partner = addPartner(acme.fixture, id);
    for (Connection &row : fakes.connections.rows)
        row.via = u"amaka"_s;
    acme.open();
    child<QAction>(acme.window.get(), "reconnectAction")->trigger();
    QWidget *wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QStringList places;
    QStringList halves;
    const auto place = [&fakes, id] {
        const ReconnectProgress now = fakes.progress.stored.value(id);
        const Step *step = currentStep(now);
        return step ? *step : WizardStage::step(u"what_happened"_s, StepKind::Explain);
    };
    for (bool proven = false; !proven && places.size() < 40;) {
        const Step step = place();
        places.append(step.id);
        fakes.probe.answers = {HttpAnswer {200, {}, "front door"}, ManagerFixture::unauthorized()};
        if (step.kind == StepKind::Question) {
            const char *answer
                = step.id == u"which_way"_s ? "answer2RadioButton" : "answer1RadioButton";
            QTRY_VERIFY(child<QWidget>(wizard, answer)->isVisible());
            AcmeWindow::click(wizard, answer);
        } else if (step.action == StepAction::Revoke) {
            revoke(acme.fixture, wizard);
            halves.append(said(wizard).right(12));
        } else if (step.action == StepAction::Authorize) {
            fakes.tokenEndpoint.answers = {jsonAnswer(200, ManagerFixture::tokens("b1", "s1"))};
            fakes.probe.answers.fill(ManagerFixture::me(), 8);
            fakes.tokenEndpoint.held = true; // a server takes its time
        }
        proven = step.id == u"proof_pair"_s;
        if (!proven) {
            press(wizard);
            fakes.tokenEndpoint.release();
            QTRY_VERIFY2(place().id != step.id && place().kind != StepKind::Verify,
                         qPrintable(QString(places.join(u' ') + u" | "_s + place().id + u" | "_s
                                            + said(wizard))));
        }
    }
    const QString way = places.join(u' ');
    for (const QString &visited :
         {u"which_way"_s, u"dashboard_sign_in"_s, u"revoke"_s, u"revoke_partner"_s,
          u"connect_anew"_s, u"connect_partner"_s, u"proof_pair"_s})
        QVERIFY2(places.contains(visited), qPrintable(way));
    QVERIFY2(!places.contains(u"own_sign_in"_s), qPrintable(way));
    QCOMPARE(places.removeDuplicates(), 0); // nothing is asked twice
    QCOMPARE(halves, QStringList({u"1 of 2 done."_s, u"2 of 2 done."_s}));
    QCOMPARE(WizardStage::primary(wizard), u"Save + Continue"_s);
    QCOMPARE(acme.fixture.light(id), u"red"_s);
    fakes.probe.answers.fill(ManagerFixture::me(), 8);
    press(wizard);
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QCOMPARE(acme.fixture.light(id), u"green"_s);
    QCOMPARE(acme.fixture.light(partner), u"green"_s);
}

RELINK_TEST(PairPagesTest)

} // namespace relink::test

#include "pairpagestest.moc"
