// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/supportpacket.h"
#include "managerfixture.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! What the manager gathers for a support packet.
class SupportFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFactsOfOneConnectionAreGathered()
    {
        ManagerFixture f;
        const ConnectionId other = f.connected(u"Till"_s);
        const ConnectionId id = f.connected(u"Web shop"_s);
        f.fakes.probe.answers.append(ManagerFixture::unauthorized());
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(400, "{\"error\":\"invalid_grant\"}"));
        QVERIFY(outcomeOf(f.manager->check(id)).ok());
        QCOMPARE(f.light(id), u"red"_s);
        const Result<SupportFacts> facts = outcomeOf(f.manager->supportFacts(id));
        QVERIFY(facts.ok());
        QCOMPARE(facts->connection.id, id);
        QCOMPARE(facts->providerName, f.catalogue->face(u"acme"_s)->name);
        QCOMPARE(facts->checklist.id, u"everybody"_s);
        QVERIFY(!facts->versions.system.isEmpty());
        QCOMPARE(facts->versions.qt, QString::fromLatin1(qVersion()));
        QVERIFY(facts->versions.keyring.contains(u"ready"_s));
        for (const HistoryEvent &event : facts->events)
            QCOMPARE(event.connection, id);
        const SupportPacket packet
            = makeSupportPacket(*facts, {{}, false, f.fakes.clock.now(), "UTC"});
        QVERIFY(packet.error.has_value());
        QCOMPARE(packet.error->code, u"invalid_grant"_s);
        QVERIFY(other != id);
    }

    void theListIsThatOfTheProductItServes()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        EditRequest edit;
        edit.via = u"Amalgam"_s;
        f.fakes.probe.answers.append(ManagerFixture::me());
        QVERIFY(outcomeOf(f.manager->edit(id, edit)).ok());
        QCOMPARE(outcomeOf(f.manager->supportFacts(id))->checklist.id, u"amalgam"_s);
    }

    void anUnknownConnectionIsAnError()
    {
        ManagerFixture f;
        const Result<SupportFacts> facts = outcomeOf(f.manager->supportFacts({u"nobody"_s}));
        QVERIFY(!facts.ok() && facts.error().is(code::invalidInput));
    }
};

RELINK_TEST(SupportFactsTest)
#include "tst_supportfacts.moc"
