// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "managerfixture.h"
#include "services/connectiontransfer.h"
#include "support/testmain.h"

#include <QDir>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! What the first computer writes, with these names.
QByteArray exportedBy(const QStringList &names)
{
    ManagerFixture f;
    for (const QString &name : names)
        f.connected(name);
    return toJson(exportOf(*f.manager));
}

QStringList namesOf(const ConnectionManager &manager)
{
    QStringList names;
    for (const Connection &connection : manager.connections())
        names.append(connection.name);
    return names;
}

} // namespace

//! Connections without their secrets, from one computer to another.
class TransferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExportHoldsNoSecret()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected();
        const ConnectionExport document = exportOf(*f.manager);
        QCOMPARE(document.connections.size(), 1);
        QCOMPARE(document.ownPacks, QStringList {u"acme"_s});
        const QByteArray json = toJson(document);
        for (const QByteArray &mark :
             {QByteArray("a1"), QByteArray("r1"), id.value.toUtf8(),
              f.row(id).secretAccount.toUtf8(), QByteArray("alice"), QByteArray("https")})
            QVERIFY2(!json.contains(mark), mark.constData());
    }

    void whatIsImportedWaitsToBeAuthorised()
    {
        ManagerFixture f;
        const auto plan = planImport(*f.manager, exportedBy({u"Web shop"_s}));
        QVERIFY(plan.ok());
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(outcomeOf(f.manager->addUnauthorized(plan->adding)).ok());
        const Connection added = f.manager->connections().value(0);
        QCOMPARE(added.name, u"Web shop"_s);
        QCOMPARE(added.organisation.id, u"org-1"_s);
        QCOMPARE(toString(added.state.health), u"not_connected"_s);
        QCOMPARE(toString(lightFor(added.state)), u"neutral"_s);
        QCOMPARE(toString(recommendedActionFor(added.state)), u"reauthorize"_s);
        QVERIFY(!added.hasSecret);
        QVERIFY(added.boundOrigins.isEmpty());
        QCOMPARE(f.fakes.secrets.reads + f.fakes.secrets.writes, 0);
        QCOMPARE(f.fakes.connections.rows.size(), 1);
        // Nobody is asked about it before.
        QVERIFY(outcomeOf(f.manager->check(added.id)).ok());
        QCOMPARE(f.health(added.id), u"not_connected"_s);

        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a9", "r9")));
        f.fakes.probe.answers.append(f.me());
        const auto authorized = outcomeOf(f.manager->reauthorize(added.id, nullptr));
        QVERIFY(authorized.ok());
        QCOMPARE(f.light(added.id), u"green"_s);
    }

    //! A value that is entered before the sign-in is kept for it, and nobody is asked yet.
    void whatIsEnteredBeforehandIsKept()
    {
        ManagerFixture f;
        const auto plan = planImport(*f.manager, exportedBy({u"Web shop"_s}));
        QVERIFY(outcomeOf(f.manager->addUnauthorized(plan->adding)).ok());
        const ConnectionId id = f.manager->connections().first().id;
        EditRequest edit;
        edit.inputs.insert(u"client_id"_s, u"another"_s);
        QVERIFY(outcomeOf(f.manager->edit(id, edit)).ok());
        QCOMPARE(f.health(id), u"not_connected"_s);
        QCOMPARE(f.row(id).inputs.value(u"client_id"_s), u"another"_s);
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a9", "r9")));
        f.fakes.probe.answers.append(f.me());
        QVERIFY(outcomeOf(f.manager->reauthorize(id, nullptr)).ok());
        QCOMPARE(f.light(id), u"green"_s);
    }

    //! The company that was exported is the one that has to be authorised.
    void anotherOrganisationIsRefused()
    {
        ManagerFixture f;
        const auto plan = planImport(*f.manager, exportedBy({u"Web shop"_s}));
        QVERIFY(outcomeOf(f.manager->addUnauthorized(plan->adding)).ok());
        const ConnectionId id = f.manager->connections().first().id;
        f.fakes.tokenEndpoint.answers.append(jsonAnswer(200, f.tokens("a9", "r9")));
        f.fakes.probe.answers.append(f.me("org-2"));
        const auto refused = outcomeOf(f.manager->reauthorize(id, nullptr));
        QCOMPARE(codeOf(refused), u"different_account"_s);
        // Nothing was authorised here before, so nothing former was kept.
        const QString said = refused.error().description;
        QVERIFY2(said.contains(u"brought along for “Harbour”"_s), qPrintable(said));
        QCOMPARE(f.health(id), u"not_connected"_s);
    }

    //! Names of connections and pairs are one list.
    void aNameThatIsAPairsIsTaken()
    {
        ProviderCatalogue catalogue {QString()};
        FakePorts before;
        for (const auto &[id, provider] :
             {std::pair(u"Books"_s, u"xero"_s), std::pair(u"Shop"_s, u"shopify"_s)}) {
            Connection row;
            row.id = {QString(u"id-"_s + id)};
            row.name = id;
            row.provider = provider;
            before.connections.rows.append(row);
        }
        before.connections.pairs.append({u"i"_s, u"SHOP"_s, {u"id-Books"_s}, {u"id-Shop"_s}});
        ConnectionManager old(before.ports(), catalogue);
        QVERIFY(old.load().ok());
        const QByteArray document = toJson(exportOf(old));

        FakePorts empty;
        ConnectionManager fresh(empty.ports(), catalogue);
        const auto plan = planImport(fresh, document);
        QVERIFY(plan.ok());
        QCOMPARE(plan->adding.size(), 2);
        QVERIFY(plan->pairs.isEmpty());
        QVERIFY(plan->unpaired.value(0).second == PairLoss::NameTaken);

        FakePorts other;
        other.connections.rows = before.connections.rows;
        other.connections.rows[0].name = u"Ledger"_s;
        other.connections.rows[1].name = u"Market"_s;
        other.connections.pairs.append({u"i"_s, u"books"_s, {u"id-Books"_s}, {u"id-Shop"_s}});
        ConnectionManager taken(other.ports(), catalogue);
        QVERIFY(taken.load().ok());
        const auto second = planImport(taken, document);
        QVERIFY(second.ok());
        QCOMPARE(second->skipped.size(), 1);
        QCOMPARE(second->skipped.first().first.name, u"Books"_s);
    }

    //! A pair is one again where both sides come along, or are surely here already.
    void pairsComeAlong_data()
    {
        QTest::addColumn<QString>("here");
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("paired");
        QTest::addColumn<int>("loss");
        const int none = -1;
        QTest::newRow("both are new") << QString() << QString() << true << none;
        QTest::newRow("one is here") << u"books"_s << QString() << true << none;
        QTest::newRow("both are here") << u"books shop"_s << QString() << true << none;
        QTest::newRow("a pair already")
            << u"books shop pair"_s << QString() << true << int(PairLoss::Already);
        QTest::newRow("another company")
            << u"books"_s << u"organisation"_s << false << int(PairLoss::AnotherConnection);
        QTest::newRow("another provider")
            << u"books"_s << u"provider"_s << false << int(PairLoss::AnotherConnection);
        QTest::newRow("another environment")
            << u"books"_s << u"environment"_s << false << int(PairLoss::AnotherConnection);
        QTest::newRow("no company known, other values")
            << u"books"_s << u"inputs"_s << false << int(PairLoss::AnotherConnection);
        QTest::newRow("no provider")
            << QString() << u"pack"_s << false << int(PairLoss::SideMissing);
        QTest::newRow("two ledgers")
            << QString() << u"category"_s << false << int(PairLoss::NoPair);
    }
    void pairsComeAlong()
    {
        QFETCH(QString, here);
        QFETCH(QString, change);
        QFETCH(bool, paired);
        QFETCH(int, loss);
        ProviderCatalogue catalogue {QString()};
        FakePorts before;
        for (const auto &[id, provider] :
             {std::pair(u"books"_s, u"xero"_s), std::pair(u"shop"_s, u"shopify"_s)}) {
            Connection row;
            row.id = {id};
            row.name = u"The "_s + id;
            row.provider = provider;
            row.inputs.insert(u"client_id"_s, u"x"_s);
            row.organisation.id = change == u"inputs"_s ? QString() : id;
            before.connections.rows.append(row);
        }
        ConnectionManager old(before.ports(), catalogue);
        QVERIFY(old.load().ok());
        QVERIFY(old.pair({u"shop"_s}, {u"books"_s}, u"Both"_s).ok());
        ConnectionExport document = exportOf(old);

        FakePorts after;
        for (Connection row : before.connections.rows) {
            if (!here.contains(row.id.value))
                continue;
            if (change == u"organisation"_s)
                row.organisation.id = u"other"_s;
            if (change == u"provider"_s)
                row.provider = u"sage_accounting"_s;
            if (change == u"environment"_s)
                row.environment = Environment::Test;
            if (change == u"inputs"_s)
                row.inputs.insert(u"client_id"_s, u"y"_s);
            after.connections.rows.append(row);
        }
        if (here.contains(u"pair"_s))
            after.connections.pairs = before.connections.pairs;
        if (change == u"pack"_s)
            document.connections[1].provider = u"my.own"_s;
        if (change == u"category"_s)
            document.connections[1].provider = u"xero"_s;
        ConnectionManager fresh(after.ports(), catalogue);
        QVERIFY(fresh.load().ok());
        const auto plan = planImport(fresh, toJson(document));
        QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().first().path));
        QCOMPARE(plan->unpaired.isEmpty() ? -1 : int(plan->unpaired.first().second), loss);
        QVERIFY(outcomeOf(carryOut(fresh, *plan)).ok());
        QCOMPARE(fresh.integrations().size(), paired ? 1 : 0);
        QCOMPARE(after.connections.pairs.size(), paired ? 1 : 0);
        if (paired)
            QCOMPARE(fresh.integrations().first().name, u"Both"_s);
    }

    //! Whoever made the file does not choose unseen where somebody signs in.
    void theServersOfAFileAreNamed()
    {
        ProviderCatalogue catalogue {QString()};
        FakePorts fakes;
        for (const auto &[id, provider, key, value] :
             {std::tuple(u"Own"_s, u"generic_oauth2"_s, u"issuer"_s, u"https://idp.example/a"_s),
              std::tuple(u"Books"_s, u"xero"_s, u"client_id"_s, u"x"_s)}) {
            Connection row;
            row.id = {id.toLower()};
            row.name = id;
            row.provider = provider;
            row.inputs.insert(key, value);
            fakes.connections.rows.append(row);
        }
        ConnectionManager old(fakes.ports(), catalogue);
        QVERIFY(old.load().ok());
        FakePorts empty;
        ConnectionManager fresh(empty.ports(), catalogue);
        const auto plan = planImport(fresh, toJson(exportOf(old)));
        QVERIFY(plan.ok());
        QCOMPARE(plan->servers.size(), 1);
        QCOMPARE(plan->servers.first().name, u"Own"_s);
        QCOMPARE(plan->servers.first().servers, QStringList {u"https://idp.example"_s});
    }

    //! Everything is one act, which can be given up until it is done.
    void anImportCanBeStopped()
    {
        ManagerFixture f;
        const auto plan = planImport(*f.manager, exportedBy({u"One"_s, u"Two"_s}));
        f.fakes.connections.holdsAdding = true;
        std::stop_source stop;
        const auto adding = carryOut(*f.manager, *plan, stop.get_token());
        QVERIFY(!adding.isFinished());
        QVERIFY(f.manager->isBusyStoring());
        stop.request_stop();
        f.fakes.connections.held.takeFirst()();
        QCOMPARE(codeOf(outcomeOf(adding)), u"cancelled"_s);
        QVERIFY(!f.manager->isBusyStoring());
        QVERIFY(f.manager->connections().isEmpty());

        const auto again = carryOut(*f.manager, *plan, {});
        f.fakes.connections.held.takeFirst()();
        QVERIFY(outcomeOf(again).ok());
        QCOMPARE(namesOf(*f.manager), (QStringList {u"One"_s, u"Two"_s}));
    }

    void whatIsThereIsNotTouched()
    {
        ManagerFixture f;
        const ConnectionId id = f.connected(u"WEB SHOP"_s);
        const auto plan = planImport(*f.manager, exportedBy({u"Web shop"_s, u"Till"_s}));
        QVERIFY(plan.ok());
        QCOMPARE(plan->skipped.size(), 1);
        QCOMPARE(plan->skipped.first().first.name, u"Web shop"_s);
        QVERIFY(plan->skipped.first().second == ImportPlan::Skipped::NameTaken);
        QVERIFY(outcomeOf(f.manager->addUnauthorized(plan->adding)).ok());
        QCOMPARE(namesOf(*f.manager), (QStringList {u"WEB SHOP"_s, u"Till"_s}));
        QCOMPARE(f.light(id), u"green"_s);
        // Once more adds nothing.
        QVERIFY(planImport(*f.manager, exportedBy({u"Web shop"_s, u"Till"_s}))->adding.isEmpty());
    }

    void aProviderThatIsNotHereIsNamed()
    {
        ManagerFixture f;
        QVERIFY(f.catalogue->remove(u"acme"_s).ok());
        const auto plan = planImport(*f.manager, exportedBy({u"Web shop"_s, u"Till"_s}));
        QVERIFY(plan.ok());
        QVERIFY(plan->adding.isEmpty());
        QCOMPARE(plan->missingPacks, QStringList {u"acme"_s});
        QCOMPARE(plan->skipped.size(), 2);
        QVERIFY(plan->skipped.first().second == ImportPlan::Skipped::NoPack);
    }

    void oneWrongEntryRefusesAll()
    {
        ManagerFixture f;
        QByteArray json = exportedBy({u"Web shop"_s, u"Till"_s});
        const qsizetype last = json.lastIndexOf("\"client_id\"");
        QVERIFY(last > 0);
        json.replace(last, 11, "\"colour_id\"");
        const auto plan = planImport(*f.manager, json);
        QVERIFY(!plan.ok());
        QCOMPARE(plan.error().size(), 1);
        QCOMPARE(plan.error().first().path, u"$.connections[1].inputs.colour_id"_s);
    }

    void aFullDiskLeavesNothingHalfDone()
    {
        ManagerFixture f;
        const auto plan = planImport(*f.manager, exportedBy({u"One"_s, u"Two"_s, u"Three"_s}));
        f.fakes.connections.savesLeft = 2;
        QCOMPARE(codeOf(outcomeOf(f.manager->addUnauthorized(plan->adding))), u"storage"_s);
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.connections.rows.isEmpty());
    }

    void aFileIsWrittenWholeAndForThisUserAlone()
    {
        ManagerFixture f;
        f.connected();
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"connections.json"_s);
        QVERIFY(writeExport(exportOf(*f.manager), name, false).ok());
        QCOMPARE(
            int(QFile::permissions(name)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
            0);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), toJson(exportOf(*f.manager)));
        file.close();

        f.connected(u"Till"_s);
        QCOMPARE(codeOf(writeExport(exportOf(*f.manager), name, false)), u"invalid_input"_s);
        QCOMPARE(planImportOf(*f.manager, name)->skipped.size(), 1);
        QVERIFY(writeExport(exportOf(*f.manager), name, true).ok());
        QCOMPARE(planImportOf(*f.manager, name)->skipped.size(), 2);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
        QCOMPARE(codeOf(writeExport({}, folder.filePath(u"no/such/folder"_s), false)),
                 u"storage"_s);
        QCOMPARE(planImportOf(*f.manager, folder.path()).error().first().path, u"$"_s);
    }
};

RELINK_TEST(TransferTest)
#include "tst_transfer.moc"
