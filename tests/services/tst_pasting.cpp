// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/redirect.h"
#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! A person who pastes another code when one was refused.
class PatientPerson : public AuthorizationInteraction
{
public:
    void waitingForBrowser(const PendingAuthorization &, bool) override {}
    void browserReturned() override {}
    bool codeRefused(const AuthError &) override
    {
        ++refused;
        return true;
    }
    QFuture<std::optional<Organisation>> chooseOrganisation(const QList<Organisation> &) override
    {
        return {};
    }
    QFuture<bool> acceptDifferentAccount(const Organisation &, const QString &,
                                         const Organisation &, const QString &) override
    {
        return {};
    }

    int refused = 0;
};

} // namespace

//! What a person brings back from the browser by hand, and what becomes of the code in it.
class PastingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Where the redirect brings more than a code, the code alone would only be spent.
    void anAddressIsAskedForWhereTheCodeIsNotEnough()
    {
        ManagerFixture f;
        f.fakes.agent.answer.reset();
        ConnectRequest request = f.request();
        request.provider = u"quickbooks_online"_s;
        request.environment = Environment::Test;
        request.secrets.insert(u"client_secret"_s, SecretBytes("secret"));
        const auto connected = f.manager->connectAccount(request, nullptr);
        QCOMPARE(f.fakes.agent.requests.size(), 1);
        const AttemptId attempt = f.fakes.agent.requests.first().attempt;
        for (const QString &text : {u"barecode"_s, u"https://a.example/?code=c&state=s"_s}) {
            const Result<Done> taken = f.manager->submitRedirect(attempt, text);
            QCOMPARE(codeOf(taken), QLatin1StringView(code::addressNeeded));
        }
        QVERIFY(f.fakes.agent.submitted.isEmpty());
        QVERIFY(!connected.isFinished());
        for (const QString &text : {u"https://a.example/?code=c&state=s&realmId=123"_s,
                                    u"https://a.example/?error=access_denied&state=s"_s})
            QVERIFY(f.manager->submitRedirect(attempt, text).ok());
        QCOMPARE(f.fakes.agent.submitted.size(), 2);
    }

    void theCodeAloneWillDoElsewhere()
    {
        ManagerFixture f;
        f.fakes.agent.answer.reset();
        const auto connected = f.manager->connectAccount(f.request(), nullptr);
        const AttemptId attempt = f.fakes.agent.requests.first().attempt;
        QVERIFY(f.manager->submitRedirect(attempt, u"barecode"_s).ok());
        QCOMPARE(f.fakes.agent.submitted, QStringList {u"barecode"_s});
        QVERIFY(!connected.isFinished());
    }

    void whatCannotBeACodeIsNotSent()
    {
        ManagerFixture f;
        f.fakes.agent.answer.reset();
        const auto connected = f.manager->connectAccount(f.request(), nullptr);
        const AttemptId attempt = f.fakes.agent.requests.first().attempt;
        for (const QString &text : {u"short"_s, u"tüftelei-1"_s}) {
            QCOMPARE(codeOf(f.manager->submitRedirect(attempt, text)),
                     QLatin1StringView(code::noCodePasted));
        }
        QVERIFY(f.fakes.agent.submitted.isEmpty());
        QVERIFY(!connected.isFinished());
    }

    //! State and verifier are still good, so a mistyped code costs another paste and no more.
    void aRefusedBareCodeLeavesTheSignInOpen()
    {
        ManagerFixture f;
        f.fakes.agent.answer.reset();
        f.fakes.agent.mode = RedirectMode::Paste;
        f.fakes.agent.address = QUrl(u"https://acme.example/authorize?state=s1"_s);
        PatientPerson person;
        const auto connected = f.manager->connectAccount(f.request(), &person);
        const AttemptId attempt = f.fakes.agent.requests.first().attempt;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        f.fakes.agent.come(FakeAuthorizationAgent::grant());
        QCOMPARE(person.refused, 1);
        QVERIFY(!connected.isFinished());
        QCOMPARE(codeOf(f.manager->submitRedirect(
                     attempt, u"https://a.example/?code=right-code&state=s2"_s)),
                 QLatin1StringView(code::stateMismatch));
        const qsizetype posts = f.fakes.tokenEndpoint.calls.size();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(f.manager->submitRedirect(attempt, u"https://a.example/?code=right-code&state=s1"_s)
                    .ok());
        QCOMPARE(f.fakes.tokenEndpoint.calls.size(), posts + 1);
        const Result<Connection> made = outcomeOf(connected);
        QVERIFY(made);
        QCOMPARE(f.light(made->id), u"green"_s);
    }

    //! Whoever gives up has read the refusal already.
    void givingUpAfterARefusalIsCancelling()
    {
        ManagerFixture f;
        f.fakes.agent.mode = RedirectMode::Paste;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        PatientPerson person;
        const auto connected = f.manager->connectAccount(f.request(), &person);
        QVERIFY(!connected.isFinished());
        f.manager->cancelAuthorization(f.fakes.agent.requests.first().attempt);
        QCOMPARE(codeOf(outcomeOf(connected)), QLatin1StringView(code::cancelled));
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }

    //! A code that the provider refuses is no ended sign-in.
    void aRefusedCodeIsToldAsOne()
    {
        ManagerFixture f;
        f.fakes.tokenEndpoint.answers.append(
            jsonAnswer(400, R"({"error":"invalid_grant","error_description":"no such code"})"));
        const auto connected = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, QLatin1StringView(code::codeRefused));
        QCOMPARE(connected.error().providerCode, u"invalid_grant"_s);
        QCOMPARE(connected.error().description, u"no such code"_s);
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }
};

RELINK_TEST(PastingTest)
#include "tst_pasting.moc"
