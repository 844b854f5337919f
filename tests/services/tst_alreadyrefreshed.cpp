// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/alreadyrefreshed.h"
#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

HttpAnswer forbidden()
{
    return jsonAnswer(403, R"({"error":"insufficient_scope"})");
}

ConnectionId withoutPermission(ManagerFixture &f)
{
    const ConnectionId id = f.connected();
    f.fakes.probe.answers.append(forbidden());
    (void)outcomeOf(f.manager->check(id));
    return id;
}

bool isAlreadyRefreshed(const ManagerFixture &f, const ConnectionManager &manager,
                        const ConnectionId &id)
{
    const auto connection = manager.connection(id);
    return connection && connection->state.diagnosis
        && alreadyRefreshed(*connection, *connection->state.diagnosis, f.fakes.clock.now());
}

} // namespace

//! That a person renewed the access already is known where the reconnect begins (AMG-06, X-03).
class AlreadyRefreshedManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefreshByHandThatDidNotHelp()
    {
        ManagerFixture f;
        const ConnectionId id = withoutPermission(f);
        QVERIFY(!isAlreadyRefreshed(f, *f.manager, id));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(forbidden());
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QCOMPARE(f.health(id), u"needs_permission"_s);
        QVERIFY(isAlreadyRefreshed(f, *f.manager, id));
    }

    //! Error, reconnect, error: it was green in between, and the program was started anew.
    void theErrorThatComesBackAfterASignIn()
    {
        ManagerFixture f;
        const ConnectionId id = withoutPermission(f);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->reauthorize(id, nullptr)).ok());
        QCOMPARE(f.light(id), u"green"_s);
        f.fakes.clock.advance(std::chrono::minutes(30));
        f.fakes.probe.answers.append(forbidden());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QVERIFY(isAlreadyRefreshed(f, *f.manager, id));

        ConnectionManager again(f.fakes.ports(), *f.catalogue);
        QVERIFY(again.load().ok());
        QVERIFY(isAlreadyRefreshed(f, again, id));
        f.fakes.clock.advance(alreadyRefreshedWithin);
        QVERIFY(!isAlreadyRefreshed(f, again, id));
    }

    //! What Relink renews by itself says nothing of what a person tried.
    void aRenewalByItselfDoesNotCount()
    {
        ManagerFixture f;
        const ConnectionId id = withoutPermission(f);
        f.fakes.clock.advance(std::chrono::hours(2));
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a2", "r2")));
        f.fakes.probe.answers.append(forbidden());
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.stored(id).accessToken.reveal(), QByteArray("a2"));
        QVERIFY(!isAlreadyRefreshed(f, *f.manager, id));
    }

    void aRefusedRefreshDoesNotCount()
    {
        ManagerFixture f;
        const ConnectionId id = withoutPermission(f);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, R"({"error":"invalid_grant"})"));
        QVERIFY(outcomeOf(f.manager->refresh(id)).ok());
        QVERIFY(!f.row(id).renewed);
    }
};

RELINK_TEST(AlreadyRefreshedManagerTest)

#include "tst_alreadyrefreshed.moc"
