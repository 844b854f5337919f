// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto endedInside = "{\"errors\":[{\"code\":\"UNAUTHENTICATED\"}]}";

//! A person who answers as told.
class Person : public AuthorizationInteraction
{
public:
    void waitingForBrowser(const PendingAuthorization &pending, bool) override
    {
        attempt = pending.attempt;
    }
    void browserReturned() override {}
    QFuture<std::optional<Organisation>> chooseOrganisation(const QList<Organisation> &all) override
    {
        QPromise<std::optional<Organisation>> promise;
        promise.start();
        promise.addResult(std::optional<Organisation>(all.value(0)));
        promise.finish();
        return promise.future();
    }
    QFuture<bool> acceptDifferentAccount(const Organisation &former, const QString &,
                                         const Organisation &now, const QString &) override
    {
        asked.append({former.id, now.id});
        QPromise<bool> promise;
        promise.start();
        promise.addResult(accepts);
        promise.finish();
        return promise.future();
    }

    AttemptId attempt;
    QList<std::pair<QString, QString>> asked;
    bool accepts = false;
};

} // namespace

//! Connecting, authorising again, revoking, removing: R08, R16, R66 to R70, R99.
class GrantsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decliningStoresNothing()
    {
        ManagerFixture f;
        AuthError declined;
        declined.origin = ErrorOrigin::AuthorizationEndpoint;
        declined.code = u"access_denied"_s;
        f.fakes.agent.answer = Result<AuthorizationGrant>(declined);
        const Result<Connection> made = outcomeOf(f.manager->connectAccount(f.request(), nullptr));
        QCOMPARE(codeOf(made), u"access_denied"_s);
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.secrets.items.isEmpty());
        QVERIFY(f.fakes.history.events.isEmpty());
        QVERIFY(f.fakes.agent.outcomes.contains(PageOutcome::Declined));
    }

    void decliningLeavesTheOldGrantAlone()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        AuthError declined;
        declined.origin = ErrorOrigin::AuthorizationEndpoint;
        declined.code = u"access_denied"_s;
        f.fakes.agent.answer = Result<AuthorizationGrant>(declined);
        const qsizetype events = f.fakes.history.events.size();
        QCOMPARE(codeOf(outcomeOf(f.manager->reauthorize(id, nullptr))), u"access_denied"_s);
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(toString(f.row(id).state.activity), u"idle"_s);
        QCOMPARE(f.fakes.history.events.size(), events); // not logged as a failure
    }

    void anAbandonedSignInCanBeCancelled()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.agent.answer.reset();
        Person person;
        auto waiting = f.manager->reauthorize(id, &person);
        QCOMPARE(toString(f.row(id).state.activity), u"authorizing"_s);
        f.manager->cancelAuthorization(person.attempt);
        QCOMPARE(codeOf(outcomeOf(waiting)), u"cancelled"_s);
        QCOMPARE(f.light(id), u"green"_s);
        QCOMPARE(toString(f.row(id).state.activity), u"idle"_s);
    }

    void aLockedKeychainIsSaidBeforeAnybodySignsIn()
    {
        ManagerFixture f;
        f.fakes.secrets.trouble = code::keychainLocked;
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(f.request(), nullptr))), u"locked"_s);
        QVERIFY(f.fakes.browser.opened.isEmpty());
    }

    //! Where there is no keyring yet, one is made or missed before anybody signs in.
    void aKeyringIsMadeBeforeAnybodySignsIn()
    {
        ManagerFixture f;
        f.fakes.secrets.noKeyring = true;
        f.fakes.secrets.writeTrouble = code::noKeyring;
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(f.request(), nullptr))),
                 u"no_keyring"_s);
        QVERIFY(f.fakes.browser.opened.isEmpty());
        f.fakes.secrets.writeTrouble = nullptr;
        QCOMPARE(f.light(f.connected()), u"green"_s);
        QCOMPARE(f.fakes.secrets.items.size(), 1);
        f.fakes.secrets.noKeyring = true;
        f.fakes.secrets.writeTrouble = code::noKeyring;
        const qsizetype opened = f.fakes.browser.opened.size();
        const ConnectionId id = f.manager->connections().first().id;
        QCOMPARE(codeOf(outcomeOf(f.manager->reauthorize(id, nullptr))), u"no_keyring"_s);
        QCOMPARE(f.fakes.browser.opened.size(), opened);
    }

    void whatIsRedOrPausedGivesNoToken()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        QCOMPARE(outcomeOf(f.manager->token(id))->type, u"Bearer"_s);
        QVERIFY(f.manager->pause(id).ok());
        QCOMPARE(codeOf(outcomeOf(f.manager->token(id))), u"connection_paused"_s);
        f.fakes.probe.answers.append(jsonAnswer(403, R"({"error":"insufficient_scope"})"));
        QVERIFY(f.manager->resume(id).ok());
        QCOMPARE(f.light(id), u"red"_s);
        QCOMPARE(codeOf(outcomeOf(f.manager->token(id))), u"insufficient_scope"_s);
    }

    void aTokenIsNotGivenOutForAddressesThatChanged()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.connections.rows.first().boundOrigins = {u"https://former.example"_s};
        ConnectionManager later(f.fakes.ports(), *f.catalogue);
        QVERIFY(later.load().ok());
        QCOMPARE(codeOf(outcomeOf(later.token(id))), u"endpoints_changed"_s);
    }

    void revokingTellsWhatIsLeftAndWhatToDo()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, "{}"));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, "{}"));
        QVERIFY(outcomeOf(f.manager->revoke(id)).ok());
        QCOMPARE(f.cause(id), u"removed_here"_s);
        QCOMPARE(f.row(id).state.diagnosis->source, u"Acme > Apps"_s);
        QCOMPARE(toString(recommendedActionFor(f.row(id).state)), u"reauthorize"_s);
    }

    void aSecondConnectionOfTheSameNameIsRefused()
    {
        ManagerFixture f;
        f.connected(u"Web shop"_s);
        const Result<Connection> second
            = outcomeOf(f.manager->connectAccount(f.request(u"WEB SHOP "_s), nullptr));
        QCOMPARE(codeOf(second), u"invalid_input"_s);
        QCOMPARE(f.manager->connections().size(), 1);
    }

    void anotherAccountIsAskedAboutAndRefusedByDefault()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        Person person;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
        f.fakes.probe.answers.append(f.me("org-2"));
        QCOMPARE(codeOf(outcomeOf(f.manager->reauthorize(id, &person))), u"different_account"_s);
        QCOMPARE(person.asked, (QList<std::pair<QString, QString>> {{u"org-1"_s, u"org-2"_s}}));
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
        QCOMPARE(f.row(id).organisation.id, u"org-1"_s);
        QVERIFY(f.fakes.agent.outcomes.last() == PageOutcome::Failed);

        person.accepts = true;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
        f.fakes.probe.answers.append(f.me("org-2"));
        QVERIFY(outcomeOf(f.manager->reauthorize(id, &person)).ok());
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("b1"));
        QCOMPARE(f.row(id).organisation.id, u"org-2"_s);
    }

    void theOldPairStaysUntilTheNewOneWasProbed()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
        f.fakes.probe.answers.append(f.unauthorized());
        QVERIFY(!outcomeOf(f.manager->reauthorize(id, nullptr)).ok());
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a1"));
    }

    void revokingSaysWhatHappened_data()
    {
        QTest::addColumn<int>("first"); // answers to the two revocations; 0: no network
        QTest::addColumn<int>("probe");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<bool>("tokensLeft");
        QTest::newRow("refused afterwards") << 200 << 401 << u"revoked"_s << false;
        QTest::newRow("token still works") << 200 << 200 << u"accepted"_s << false;
        QTest::newRow("cannot be verified") << 200 << 500 << u"accepted"_s << false;
        QTest::newRow("client refused") << 401 << 0 << u"removed_here"_s << false;
        QTest::newRow("not supported") << 400 << 0 << u"removed_here"_s << false;
        QTest::newRow("busy") << 503 << 0 << u"failed"_s << true;
        QTest::newRow("offline") << 0 << 0 << u"failed"_s << true;
    }
    void revokingSaysWhatHappened()
    {
        QFETCH(int, first);
        QFETCH(int, probe);
        QFETCH(QString, expected);
        QFETCH(bool, tokensLeft);
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const qsizetype posts = f.fakes.tokenEndpoint.calls.size();
        if (first == 0) {
            AuthError offline = localError(code::offline);
            offline.origin = ErrorOrigin::Transport;
            f.fakes.tokenEndpoint.answers.append(offline);
        } else {
            f.fakes.tokenEndpoint.answers.append(jsonAnswer(first, first == 200 ? "" : "{}"));
            f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, ""));
        }
        if (probe)
            f.fakes.probe.answers.append(probe == 200 ? f.me() : jsonAnswer(probe, "{}"));
        const Result<RevokeOutcome> outcome = outcomeOf(f.manager->revoke(id));
        QVERIFY(outcome.ok());
        QCOMPARE(toString(outcome->kind), expected);
        // R66: refresh token first, with its hint.
        const TokenCall &call = f.fakes.tokenEndpoint.calls.at(posts);
        QByteArray token, hint;
        for (const FormField &field : call.fields) {
            if (field.name == "token")
                token = field.value.reveal();
            if (field.name == "token_type_hint")
                hint = field.value.reveal();
        }
        QCOMPARE(token, QByteArray("r1"));
        QCOMPARE(hint, QByteArray("refresh_token"));
        QCOMPARE(f.stored(id).hasAccess(), tokensLeft);
        QCOMPARE(f.health(id), tokensLeft ? u"connected"_s : u"revoked_here"_s);
        if (expected == u"removed_here"_s)
            QCOMPARE(outcome->menuPath, u"Acme > Apps"_s);
    }

    //! What refuses with status 200 refuses a withdrawn token so too.
    void anEndIsSeenInsideASuccess_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the pack knows it") << QByteArray(endedInside) << u"revoked"_s;
        QTest::newRow("something else")
            << QByteArray("{\"errors\":[{\"code\":\"TEA_TIME\"}]}") << u"accepted"_s;
        QTest::newRow("it still works") << ManagerFixture::me().body << u"accepted"_s;
    }
    void anEndIsSeenInsideASuccess()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, expected);
        QJsonObject pack
            = QJsonDocument::fromJson(ManagerFixture::packJson(R"({"rotates": true})")).object();
        QJsonObject probe = pack["probe"_L1].toObject();
        probe.insert(u"failure_path"_s, u"errors"_s);
        pack.insert(u"probe"_s, probe);
        const QString body = QString::fromUtf8(endedInside);
        const QJsonObject example {{u"status"_s, 200}, {u"body"_s, body}};
        const QJsonObject rule {
            {u"id"_s, u"ended"_s},
            {u"stage"_s, u"api"_s},
            {u"status"_s, 200},
            {u"json"_s, QJsonObject {{u"errors[0].code"_s, u"UNAUTHENTICATED"_s}}},
            {u"class"_s, u"expired_access"_s},
            {u"source"_s, u"made up for tests"_s},
            {u"examples"_s, QJsonArray {example}},
        };
        pack.insert(u"errors"_s, QJsonArray {rule});
        ManagerFixture f(pack);
        const ConnectionId id = f.connected();
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, ""));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, ""));
        f.fakes.probe.answers.append(jsonAnswer(200, answer));
        const Result<RevokeOutcome> outcome = outcomeOf(f.manager->revoke(id));
        QVERIFY(outcome.ok());
        QCOMPARE(toString(outcome->kind), expected);
    }

    void removingLeavesNothingAndOthersAlone()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected(u"One"_s);
        const ConnectionId other = f.connected(u"Two"_s);
        QSignalSpy removed(f.manager.get(), &ConnectionManager::connectionRemoved);
        // After a crash in the middle the item is gone already.
        f.fakes.secrets.items.remove(f.row(id).secretAccount);
        QVERIFY(outcomeOf(f.manager->remove(id)).ok());
        QCOMPARE(removed.size(), 1);
        QCOMPARE(f.fakes.connections.rows.size(), 1);
        QCOMPARE(f.fakes.secrets.items.keys(), QStringList {f.row(other).secretAccount});
    }

    void whatWasRemovedMeanwhileStaysRemoved()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.agent.answer.reset();
        Person person;
        auto waiting = f.manager->reauthorize(id, &person);
        // Another process removes it while the person is in the browser.
        f.fakes.connections.rows.clear();
        f.fakes.secrets.items.clear();
        ++f.fakes.connections.changes;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("b1", "s1")));
        f.fakes.probe.answers.append(f.me());
        f.fakes.agent.come(FakeAuthorizationAgent::grant());
        QVERIFY(!outcomeOf(waiting).ok());
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.connections.rows.isEmpty());
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    void aLockedKeychainKeepsWhatShouldBeRemoved()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        f.fakes.secrets.trouble = code::keychainLocked;
        QCOMPARE(codeOf(outcomeOf(f.manager->remove(id))), u"locked"_s);
        QCOMPARE(f.fakes.connections.rows.size(), 1);
    }

    void aTokenIsNotSentToAHostItWasNotGivenFor()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const qsizetype probes = f.fakes.probe.calls.size();
        EditRequest toTest;
        toTest.environment = Environment::Test;
        QVERIFY(outcomeOf(f.manager->edit(id, toTest)).ok());
        QCOMPARE(f.fakes.probe.calls.size(), probes);
        QCOMPARE(f.health(id), u"needs_authorization"_s);
        QCOMPARE(f.cause(id), u"endpoints_changed"_s);
    }

    void aRowThatCannotBeStoredLeavesNoOrphanInTheKeychain()
    {
        ManagerFixture f;
        f.fakes.connections.broken = true;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a1", "r1")));
        f.fakes.probe.answers.append(f.me());
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(f.request(), nullptr))), u"storage"_s);
        QVERIFY(f.fakes.secrets.items.isEmpty());
        QVERIFY(f.fakes.agent.outcomes.last() == PageOutcome::Failed); // the page tells the truth
    }
};

RELINK_TEST(GrantsTest)
#include "tst_grants.moc"
