// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "support/testmain.h"

#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

constexpr char packText[] = R"({
    "id": "acme", "name": "Acme", "category": "commerce", "monogram": "Ac",
    "auth_methods": [{"id": "told", "label": "Held by Acme", "kind": "delegated", "inputs": [],
                      "setup_path": "Acme > Connections"}],
    "probe": {"absent_reason": "Acme holds the access."},
    "revocation": {"absent_reason": "Acme holds the access.", "menu_path": "Acme > Revoke"},
    "sources": ["made up for tests"], "checked": "2026-11-01"
})";

//! The keychain refuses everything, so that an act which asks it fails.
struct Told
{
    Told()
    {
        QFile pack(fixture.folder.filePath(u"acme.json"_s));
        if (pack.open(QIODevice::WriteOnly))
            pack.write(packText);
        pack.close();
        fixture.catalogue = std::make_unique<ProviderCatalogue>(fixture.folder.path());
        fixture.manager
            = std::make_unique<ConnectionManager>(fixture.fakes.ports(), *fixture.catalogue);
        fixture.fakes.secrets.trouble = code::keychainLocked;
    }
    ConnectionId connect(const QString &via = {})
    {
        ConnectRequest request;
        request.provider = u"acme"_s;
        request.via = via;
        request.name = u"Books"_s;
        const Result<Connection> made
            = outcomeOf(fixture.manager->connectAccount(request, nullptr));
        return made ? made->id : ConnectionId {};
    }
    bool askedNobody() const
    {
        return fixture.fakes.secrets.reads == 0 && fixture.fakes.secrets.writes == 0
            && fixture.fakes.probe.calls.isEmpty() && fixture.fakes.tokenEndpoint.calls.isEmpty()
            && fixture.fakes.agent.requests.isEmpty();
    }
    Connection row(const ConnectionId &id) const { return fixture.row(id); }
    QString cause(const ConnectionId &id) const { return fixture.cause(id); }

    ManagerFixture fixture;
};

} // namespace

//! What another product holds is known by the merchant's word alone.
class DelegatedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectingIsOneWord()
    {
        Told told;
        const ConnectionId id = told.connect();
        QVERIFY(!id.isEmpty());
        QCOMPARE(told.fixture.light(id), u"neutral"_s);
        QCOMPARE(told.fixture.health(id), u"unverified"_s);
        QCOMPARE(told.cause(id), u"told_works"_s);
        QCOMPARE(told.row(id).state.since, told.fixture.fakes.clock.time);
        QVERIFY(!told.row(id).hasSecret);
        QVERIFY(told.askedNobody());
    }

    void nothingElseAsksAnybody_data()
    {
        QTest::addColumn<QString>("act");
        for (const char *act : {"check", "refresh", "reauthorize", "edit", "revoke", "remove",
                                "token", "resume", "tell"})
            QTest::newRow(act) << QString::fromLatin1(act);
    }
    void nothingElseAsksAnybody()
    {
        QFETCH(QString, act);
        Told told;
        const ConnectionId id = told.connect();
        QVERIFY(!id.isEmpty());
        ConnectionManager &manager = *told.fixture.manager;
        const Connection before = told.row(id);
        if (act == u"check"_s || act == u"refresh"_s) {
            const auto result
                = outcomeOf(act == u"check"_s ? manager.check(id) : manager.refresh(id));
            QVERIFY(result.ok());
            QCOMPARE(told.row(id), before);
        } else if (act == u"reauthorize"_s) {
            told.fixture.fakes.clock.time = told.fixture.fakes.clock.time.addDays(3);
            QVERIFY(outcomeOf(manager.reauthorize(id, nullptr)).ok());
            QCOMPARE(told.row(id).state.since, told.fixture.fakes.clock.time);
        } else if (act == u"edit"_s) {
            EditRequest request;
            request.name = u"Ledger"_s;
            QVERIFY(outcomeOf(manager.edit(id, request)).ok());
            QCOMPARE(told.row(id).name, u"Ledger"_s);
            QCOMPARE(told.cause(id), u"told_works"_s);
        } else if (act == u"revoke"_s) {
            const auto outcome = outcomeOf(manager.revoke(id));
            QVERIFY(outcome.ok());
            QVERIFY(outcome->kind == RevokeOutcome::Kind::RemovedHere);
            QCOMPARE(outcome->menuPath, u"Acme > Revoke"_s);
        } else if (act == u"remove"_s) {
            QVERIFY(outcomeOf(manager.remove(id)).ok());
            QVERIFY(!manager.connection(id));
        } else if (act == u"token"_s) {
            QVERIFY(!outcomeOf(manager.token(id)).ok());
        } else if (act == u"resume"_s) {
            QVERIFY(manager.pause(id).ok());
            QVERIFY(manager.resume(id).ok());
            QCOMPARE(told.fixture.light(id), u"neutral"_s);
        } else {
            QVERIFY(manager.tell(id, false).ok());
            QCOMPARE(told.fixture.light(id), u"red"_s);
        }
        QVERIFY(told.askedNobody());
    }

    void whatStoppedIsRedUntilTheMerchantSaysOtherwise()
    {
        Told told;
        const ConnectionId id = told.connect();
        told.fixture.fakes.clock.time = told.fixture.fakes.clock.time.addDays(1);
        QVERIFY(told.fixture.manager->tell(id, false).ok());
        QCOMPARE(told.fixture.light(id), u"red"_s);
        QCOMPARE(told.cause(id), u"told_stopped"_s);
        QCOMPARE(told.row(id).state.since, told.fixture.fakes.clock.time);
        told.fixture.fakes.clock.time = told.fixture.fakes.clock.time.addDays(1);
        QVERIFY(told.fixture.manager->tell(id, true).ok());
        QCOMPARE(told.fixture.light(id), u"neutral"_s);
        QCOMPARE(told.row(id).state.since, told.fixture.fakes.clock.time);
        QStringList actions;
        for (const HistoryEvent &event : told.fixture.fakes.history.events)
            actions.append(event.action);
        QCOMPARE(actions, QStringList({u"told_stopped"_s, u"told_works"_s}));
    }

    //! The guided reconnect shows what to do there and asks; nobody but the merchant is asked.
    void reconnectTakesTheWord_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("works");
        for (const char *before : {"stopped", "works", "revoked"}) {
            for (const bool works : {true, false})
                QTest::addRow("%s, %d", before, works) << QString::fromLatin1(before) << works;
        }
    }
    void reconnectTakesTheWord()
    {
        QFETCH(QString, before);
        QFETCH(bool, works);
        Told told;
        const ConnectionId id = told.connect();
        if (before == "stopped"_L1)
            QVERIFY(told.fixture.manager->tell(id, false).ok());
        if (before == "revoked"_L1)
            QVERIFY(outcomeOf(told.fixture.manager->revoke(id)).ok());
        const QDateTime said = told.row(id).state.since;
        told.fixture.fakes.clock.time = told.fixture.fakes.clock.time.addDays(3);
        const auto session = told.fixture.manager->startReconnect(id);
        QCOMPARE(session->diagnosis().cause,
                 before == "revoked"_L1 ? u"not_told"_s : QString(u"told_"_s + before));
        QVERIFY(!session->error());
        QStringList kinds;
        for (int i = 0; i < 9 && session->currentStep() && session->leftAt() == std::nullopt; ++i) {
            const Step step = *session->currentStep();
            kinds.append(toString(step.kind));
            if (step.kind == StepKind::External)
                session->markDone();
            if (step.kind == StepKind::Question)
                works ? session->markDone() : session->markNotPossible();
            session->run();
            session->next();
        }
        QCOMPARE(kinds.mid(0, 4),
                 QStringList({u"explain"_s, u"external"_s, u"question"_s, u"verify"_s}));
        QCOMPARE(session->isVerified(), works);
        QCOMPARE(outcomeOf(session->saveAndContinue()).ok(), works);
        QCOMPARE(told.cause(id), works ? u"told_works"_s : u"told_stopped"_s);
        const bool again = !works && before == "stopped"_L1;
        QCOMPARE(told.row(id).state.since, again ? said : told.fixture.fakes.clock.time);
        QVERIFY(told.askedNobody());
    }

    //! A "no" is not held against a later "yes", and a question about something else is no word
    //! on whether it works.
    void theLatestAnswerCounts()
    {
        Told told;
        const ConnectionId id = told.connect(u"xeroom"_s);
        Diagnosis revoked;
        revoked.errorClass = ErrorClass::Revoked;
        const auto session = told.fixture.manager->startReconnect(id, revoked);
        QStringList asked;
        for (int i = 0; i < 40 && session->currentStep() && !session->isVerified(); ++i) {
            const Step step = *session->currentStep();
            if (step.kind == StepKind::External)
                session->markDone();
            if (step.kind == StepKind::Question) {
                asked.append(step.id);
                if (!step.options.isEmpty())
                    session->skip();
                else if (step.id == "works_again"_L1)
                    session->markNotPossible();
                else
                    session->markDone();
            }
            session->run();
            session->next();
        }
        QCOMPARE(asked.mid(0, 3),
                 QStringList({u"what_preceded"_s, u"works_again"_s, u"works_again@anew"_s}));
        QVERIFY(session->isVerified());
    }

    void whatCanBeAskedIsNotTold()
    {
        ManagerFixture fixture;
        const ConnectionId id = fixture.connected();
        QVERIFY(!fixture.manager->tell(id, true).ok());
        QCOMPARE(fixture.light(id), u"green"_s);
    }
};

RELINK_TEST(DelegatedTest)

} // namespace relink::test

#include "tst_delegated.moc"
