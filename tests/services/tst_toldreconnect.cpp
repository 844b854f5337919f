// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

Diagnosis toldOf(ErrorClass errorClass, RecommendedAction action)
{
    Diagnosis told;
    told.errorClass = errorClass;
    told.confidence = 0.9;
    told.action = action;
    return told;
}

ConnectionId redConnection(ManagerFixture &f)
{
    const ConnectionId id = f.connected();
    f.fakes.probe.answers.append(f.unauthorized());
    f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
    (void)outcomeOf(f.manager->check(id));
    return id;
}

} // namespace

//! The guided reconnect for an error that the merchant met elsewhere, and keeping such an error.
class ToldReconnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theToldClassChoosesThePlan_data()
    {
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<QString>("cause");
        QTest::newRow("revoked") << int(ErrorClass::Revoked) << u"sign_in_ended"_s;
        QTest::newRow("client") << int(ErrorClass::InvalidClient) << u"credential_refused"_s;
        QTest::newRow("role") << int(ErrorClass::PermissionRole) << u"not_allowed"_s;
        QTest::newRow("access") << int(ErrorClass::ExpiredAccess) << u"renewable"_s;
    }

    void theToldClassChoosesThePlan()
    {
        QFETCH(int, errorClass);
        QFETCH(QString, cause);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const Diagnosis told = toldOf(ErrorClass(errorClass), RecommendedAction::Reauthorize);
        const auto session = f.manager->startReconnect(id, told);
        QCOMPARE(session->progress().plan.cause, cause);
        QCOMPARE(int(session->diagnosis().errorClass), errorClass);
        QVERIFY(session->followsToldError());
        QVERIFY(!session->error());
    }

    void whatIsKnownAlreadyIsNotExplainedAgain()
    {
        ManagerFixture f;
        const ConnectionId id = redConnection(f);
        const auto session = f.manager->startReconnect(
            id, toldOf(ErrorClass::Revoked, RecommendedAction::Reauthorize));
        QCOMPARE(session->currentStep()->id, u"check_computer"_s);
        session->back();
        QCOMPARE(session->currentStep()->id, u"what_happened"_s);
    }

    void whatContradictsIsExplainedFirst()
    {
        ManagerFixture f;
        const auto works = f.manager->startReconnect(
            f.connected(), toldOf(ErrorClass::Revoked, RecommendedAction::Reauthorize));
        QCOMPARE(works->currentStep()->id, u"what_happened"_s);
        ManagerFixture red;
        const auto other = red.manager->startReconnect(redConnection(red),
                                                       toldOf(ErrorClass::PermissionRole, {}));
        QCOMPARE(other->currentStep()->id, u"what_happened"_s);
    }

    void goesOnWithWhatWasToldAfterARestart()
    {
        ManagerFixture f;
        const ConnectionId id = redConnection(f);
        {
            const auto session = f.manager->startReconnect(
                id, toldOf(ErrorClass::InvalidClient, RecommendedAction::EditCredential));
            session->next();
            QCOMPARE(session->currentStep()->id, u"check_computer"_s);
        }
        const auto resumed = f.manager->startReconnect(id);
        QVERIFY(resumed->followsToldError());
        QCOMPARE(int(resumed->diagnosis().errorClass), int(ErrorClass::InvalidClient));
        QCOMPARE(resumed->currentStep()->id, u"check_computer"_s);
        // The connection works again since: what was told is over.
        f.fakes.clock.time = f.fakes.clock.time.addSecs(60);
        f.fakes.tokenEndpoint.answers = {jsonAnswer(200, f.tokens("b1", "s1"))};
        f.fakes.probe.answers = {f.me(), f.me()};
        QVERIFY(outcomeOf(f.manager->reauthorize(id, nullptr)).ok());
        QCOMPARE(f.light(id), u"green"_s);
        const auto anew = f.manager->startReconnect(id);
        QVERIFY(!anew->followsToldError());
        QCOMPARE(anew->diagnosis().cause, u"works"_s);
    }

    void aPastedErrorIsKeptWithoutItsSecrets()
    {
        ManagerFixture f;
        const ConnectionId id = redConnection(f);
        const qsizetype before = f.fakes.history.events.size();
        PastedError pasted;
        pasted.diagnosis = toldOf(ErrorClass::Revoked, RecommendedAction::Reauthorize);
        pasted.httpStatus = 401;
        pasted.providerCode = u"token_revoked"_s;
        pasted.text = u"HTTP/1.1 401\nAuthorization: Bearer abcdef0123456789abcdef"_s;
        QVERIFY(outcomeOf(f.manager->keep(id, pasted)).ok());
        QCOMPARE(f.fakes.history.events.size(), before + 1);
        const HistoryEvent kept = f.fakes.history.events.last();
        QCOMPARE(kept.connection.value, id.value);
        QCOMPARE(kept.action, u"pasted"_s);
        QCOMPARE(kept.errorClass, std::optional(ErrorClass::Revoked));
        QCOMPARE(kept.httpStatus, std::optional(401));
        QCOMPARE(kept.providerCode, u"token_revoked"_s);
        QVERIFY2(!kept.message.contains(u"abcdef0123456789"_s), qPrintable(kept.message));
        QVERIFY(!kept.message.contains(u'\n'));
        QVERIFY(!kept.resolved);
        QCOMPARE(f.light(id), u"red"_s);
    }

    void whatWorksStaysGreenAndNothingIsLeftToResolve()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        PastedError pasted;
        pasted.diagnosis = toldOf(ErrorClass::PermissionRole, RecommendedAction::AskAdministrator);
        QVERIFY(outcomeOf(f.manager->keep(id, pasted)).ok());
        QVERIFY(f.fakes.history.events.last().resolved);
        QCOMPARE(f.light(id), u"green"_s);
        QVERIFY(!outcomeOf(f.manager->keep({u"nobody"_s}, pasted)).ok());
    }
};

RELINK_TEST(ToldReconnectTest)

#include "tst_toldreconnect.moc"
