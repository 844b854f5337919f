// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>

using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList namesIn(const QJsonObject &shape)
{
    QStringList names;
    for (const QJsonValue &connection : shape[u"connections"_s].toArray())
        names.append(connection[u"name"_s].toString());
    return names;
}

} // namespace

//! `relink export` and `relink import` as a merchant uses them: two profiles are two computers.
class TransferCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_old;
    QByteArray m_document;
    QTemporaryDir m_folder;

    //! Written with single quotes.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    static QByteArray paired(const QByteArray &shop)
    {
        return json("{'schema':1,'connections':[{'name':'Books','provider':'xero','environment':"
                    "'production','auth_method':'oauth2','inputs':{'client_id':'x'}},"
                    "{'name':'Shop','provider':'"
                    + shop
                    + "','environment':'production','auth_method':'oauth2'}],'integrations':"
                      "[{'name':'Both','connections':['Shop','Books']}]}");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_old = std::make_unique<Bench>();
        QVERIFY(m_old->isReady());
        QCOMPARE(m_old->connectXero(u"Books"_s).exitCode, 0);
        const Run key = m_old->connectKey(u"Warehouse"_s);
        QVERIFY2(key.exitCode == 0, key.told());
        const Run exported = m_old->run({u"export"_s});
        QVERIFY2(exported.exitCode == 0, exported.told());
        m_document = exported.out;
    }
    void cleanupTestCase() { m_old.reset(); }

    void theDocumentHasNoSecret()
    {
        for (const char *mark : {"practice-secret", "practice-key", "token", "http"})
            QVERIFY2(!m_document.contains(mark), m_document.constData());
        QCOMPARE(namesIn(QJsonDocument::fromJson(m_document).object()),
                 (QStringList {u"Books"_s, u"Warehouse"_s}));
        QCOMPARE(m_old->run({u"export"_s, u"-"_s}).out, m_document);
    }

    void aFileIsForItsOwnerAndNotReplacedUnasked()
    {
        const QString name = m_folder.filePath(u"connections.json"_s);
        const Run first = m_old->run({u"--json"_s, u"export"_s, name});
        QVERIFY2(first.exitCode == 0, first.told());
        QCOMPARE(first.json()[u"connections"_s].toInt(), 2);
        QCOMPARE(first.json()[u"file"_s].toString(), name);
        QCOMPARE(contentOf(name), m_document);
        QVERIFY(!(QFile::permissions(name) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(write(name, "mine"));
        const Run again = m_old->run({u"export"_s, name});
        QVERIFY2(again.exitCode == 2, again.told());
        QVERIFY(again.err.contains("--force"));
        QCOMPARE(contentOf(name), QByteArray("mine"));
        QCOMPARE(m_old->run({u"export"_s, u"--force"_s, name}).exitCode, 0);
        QCOMPARE(contentOf(name), m_document);
        QCOMPARE(m_old->run({u"export"_s, u"--force"_s}).exitCode, 2);
        const Run nowhere = m_old->run({u"export"_s, m_folder.filePath(u"no/such/place"_s)});
        QVERIFY2(nowhere.exitCode == 3, nowhere.told());
    }

    void theOtherComputerAuthorisesAgain()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        const QString name = m_folder.filePath(u"moved.json"_s);
        QVERIFY(write(name, m_document));
        const Run imported = fresh.run({u"--json"_s, u"import"_s, name});
        QVERIFY2(imported.exitCode == 0, imported.told());
        QCOMPARE(namesIn(imported.json()), (QStringList {u"Books"_s, u"Warehouse"_s}));
        QVERIFY(imported.json()[u"skipped"_s].toArray().isEmpty());
        QVERIFY(imported.json()[u"missing_packs"_s].isArray());
        QCOMPARE(fresh.keyringItems(), 0);

        const Run status = fresh.run({u"--json"_s, u"status"_s, u"Books"_s});
        QVERIFY2(status.exitCode == 0, status.told());
        QCOMPARE(status.connection()[u"health"_s].toString(), u"not_connected"_s);
        QCOMPARE(status.connection()[u"light"_s].toString(), u"neutral"_s);
        QCOMPARE(status.connection()[u"recommended_action"_s].toString(), u"reauthorize"_s);
        QCOMPARE(fresh.run({u"check"_s}).exitCode, 3);
        const Run token = fresh.run({u"--json"_s, u"token"_s, u"Books"_s});
        QVERIFY2(token.exitCode == 3, token.told());
        QCOMPARE(token.error()[u"action"_s].toString(), u"reauthorize"_s);
        QVERIFY(token.error()[u"message"_s].toString().contains(u"not connected yet"_s));
        // There is nothing to end, and it stays what it is.
        const Run revoked = fresh.run({u"--json"_s, u"revoke"_s, u"Books"_s});
        QVERIFY2(revoked.exitCode == 0, revoked.told());
        QCOMPARE(revoked.json()[u"result"_s].toString(), u"removed_here"_s);
        QCOMPARE(fresh.run({u"--json"_s, u"status"_s, u"Books"_s}).connection(),
                 status.connection());

        // The secrets are asked for by name, and nothing happens before they are there.
        const Run without = fresh.run({u"--json"_s, u"reauthorize"_s, u"Warehouse"_s});
        QVERIFY2(without.exitCode == 2, without.told());
        QVERIFY(without.error()[u"message"_s].toString().contains(u"--secret api_key"_s));
        const Run key = fresh.run(
            {u"--json"_s, u"reauthorize"_s, u"Warehouse"_s, u"--secret"_s, u"api_key"_s},
            "practice-key\n");
        QVERIFY2(key.exitCode == 0, key.told());
        QCOMPARE(key.connection()[u"light"_s].toString(), u"green"_s);

        const Run books = fresh.runAuthorizing(
            {u"--json"_s, u"reauthorize"_s, u"Books"_s, u"--secret"_s, u"client_secret"_s},
            "practice-secret\n");
        QVERIFY2(books.exitCode == 0, books.told());
        QCOMPARE(books.connection()[u"light"_s].toString(), u"green"_s);
        QCOMPARE(fresh.run({u"token"_s, u"Warehouse"_s}).out, QByteArray("practice-key\n"));

        // A second time adds nothing and changes nothing.
        const Run again = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, m_document);
        QVERIFY2(again.exitCode == 0, again.told());
        QVERIFY(namesIn(again.json()).isEmpty());
        QCOMPARE(again.json()[u"skipped"_s].toArray().size(), 2);
        QCOMPARE(again.json()[u"skipped"_s][0][u"reason"_s].toString(), u"name_taken"_s);
        QCOMPARE(fresh.run({u"status"_s}).exitCode, 0);
        const Run told = fresh.run({u"import"_s, u"-"_s}, m_document);
        QVERIFY2(told.err.contains("“Books”") && told.err.contains("Nothing was added"),
                 told.told());
        QCOMPARE(told.out, QByteArray());
    }

    //! What a file names is not what was authorised here.
    void anOrganisationThatIsNotReached()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        QJsonObject document = QJsonDocument::fromJson(m_document).object();
        QJsonArray connections = document[u"connections"_s].toArray();
        QJsonObject books = connections[0].toObject();
        const QString reached = books[u"organisation"_s][u"id"_s].toString();
        QVERIFY(!reached.isEmpty());
        books[u"organisation"_s]
            = QJsonObject {{u"id"_s, u"elsewhere"_s}, {u"name"_s, u"Far Away Ltd"_s}};
        document[u"connections"_s] = QJsonArray {books};
        document[u"integrations"_s] = QJsonArray();
        QCOMPARE(fresh.run({u"import"_s, u"-"_s}, QJsonDocument(document).toJson()).exitCode, 0);
        const auto authorized = [&fresh](const QStringList &more, const QByteArray &decision) {
            return fresh.runAuthorizing(
                QStringList {u"reauthorize"_s, u"Books"_s, u"--secret"_s, u"client_secret"_s}
                    + more,
                "practice-secret\n", decision);
        };
        const Run unnamed = authorized({}, "decision=allow");
        QVERIFY2(unnamed.exitCode == 3, unnamed.told());
        QVERIFY2(!unnamed.err.contains("former") && !unnamed.err.contains("before"),
                 unnamed.told());
        QVERIFY2(unnamed.err.contains("--set organisation_id="), unnamed.told());
        const Run wrong = authorized({u"--set"_s, u"organisation_id=zzz"_s}, "decision=allow");
        QVERIFY2(wrong.exitCode == 2 && wrong.err.contains("zzz")
                     && wrong.err.contains(reached.toUtf8()),
                 wrong.told());
        const Run named
            = authorized({u"--set"_s, QString(u"organisation_id="_s + reached)}, "decision=allow");
        QVERIFY2(named.exitCode == 0, named.told());
    }

    void whatIsAddedIsShown()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        const Run imported = fresh.run({u"import"_s, u"-"_s}, m_document);
        QVERIFY2(imported.exitCode == 0, imported.told());
        QVERIFY2(imported.out.contains("Books") && imported.out.contains("client_id"),
                 imported.told());
        QVERIFY2(imported.err.contains("relink reauthorize Books"), imported.told());
    }

    void anythingWrongAddsNothing_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("nothing") << QByteArray() << QByteArray("$");
        QTest::newRow("no JSON") << QByteArray("connections") << QByteArray("$");
        QTest::newRow("newer") << QByteArray("{\"schema\":2,\"connections\":[]}")
                               << QByteArray("$.schema");
        QByteArray spoilt = m_document;
        spoilt.replace("\"api_key\"", "\"no_such_way\"");
        QTest::newRow("the second one") << spoilt << QByteArray("$.connections[1].auth_method");
        spoilt = m_document;
        spoilt.replace("\"Warehouse\"", "\"Ware\\u001b[2Jhouse\"");
        QTest::newRow("hostile name") << spoilt << QByteArray("$.connections[1].name");
        QTest::newRow("too much") << QByteArray(9 * 1024 * 1024, ' ') << QByteArray("8 MiB");
    }
    void anythingWrongAddsNothing()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, says);
        Bench fresh;
        QVERIFY(fresh.isReady());
        const Run refused = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, document);
        QVERIFY2(refused.exitCode == 3, refused.told());
        const QJsonObject error = refused.error();
        QCOMPARE(error[u"class"_s].toString(), u"configuration"_s);
        QVERIFY2(error[u"message"_s].toString().contains(QString::fromUtf8(says)), refused.told());
        QVERIFY(!refused.out.contains('\x1b'));
        const Run status = fresh.run({u"--json"_s, u"status"_s});
        QVERIFY(status.json()[u"connections"_s].toArray().isEmpty());
    }

    void aProviderThatIsNotHereIsNamed()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        QByteArray document = m_document;
        document.replace("\"mintsoft\"", "\"my.own\"");
        const Run imported = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, document);
        QVERIFY2(imported.exitCode == 3, imported.told());
        QCOMPARE(namesIn(imported.json()), QStringList {u"Books"_s});
        QCOMPARE(imported.json()[u"missing_packs"_s], QJsonValue(QJsonArray {u"my.own"_s}));
        QCOMPARE(imported.json()[u"skipped"_s][0][u"reason"_s].toString(), u"provider_missing"_s);
    }

    //! A pair comes along, or the reason is told.
    void pairsComeAlong()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        QByteArray document = paired("ebay");
        const Run imported = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, document);
        QVERIFY2(imported.exitCode == 0, imported.told());
        const QJsonArray pairs = imported.json()[u"integrations"_s].toArray();
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(pairs[0][u"name"_s].toString(), u"Both"_s);
        const Run again = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, document);
        QCOMPARE(again.json()[u"unpaired"_s][0][u"reason"_s].toString(), u"already_paired"_s);
        // What is dissolved here is made again, since both are surely the same.
        QCOMPARE(fresh.run({u"unpair"_s, u"both"_s}).exitCode, 0);
        const Run third = fresh.run({u"import"_s, u"-"_s}, document);
        QVERIFY2(third.out.contains("Pair “Both”: Shop and Books"), third.told());
        QVERIFY2(!third.err.contains("Nothing was added"), third.told());

        QCOMPARE(fresh.run({u"remove"_s, u"Shop"_s}).exitCode, 0);
        const Run lost = fresh.run({u"import"_s, u"-"_s}, paired("my.own"));
        QVERIFY2(lost.err.contains("“Shop” and “Books” were a pair"), lost.told());
    }

    //! A file from elsewhere does not choose unseen where somebody signs in.
    void serversOfTheFileAreAskedAbout()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        const QByteArray document
            = json("{'schema':1,'connections':[{'name':'Own','provider':'generic_oauth2',"
                   "'environment':'production','auth_method':'oauth2',"
                   "'inputs':{'issuer':'https://idp.example/realm','client_id':'x'}}]}");
        const Run refused = fresh.run({u"import"_s, u"-"_s}, document);
        QVERIFY2(refused.exitCode == 2, refused.told());
        QVERIFY2(refused.err.contains("https://idp.example") && refused.err.contains("--yes"),
                 refused.told());
        QVERIFY(fresh.run({u"--json"_s, u"status"_s}).json()[u"connections"_s].toArray().isEmpty());
        const Run taken = fresh.run({u"--json"_s, u"import"_s, u"-"_s, u"--yes"_s}, document);
        QVERIFY2(taken.exitCode == 0, taken.told());
        QCOMPARE(taken.json()[u"servers"_s][0][u"servers"_s][0].toString(),
                 u"https://idp.example"_s);
    }

    //! The document cannot tell whether there was a secret that not everybody has.
    void anOptionalSecretIsMentioned()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        QCOMPARE(fresh.run({u"import"_s, u"-"_s}, m_document).exitCode, 0);
        const Run mentioned
            = fresh.run({u"--timeout"_s, u"1"_s, u"--no-browser"_s, u"reauthorize"_s, u"Books"_s});
        QVERIFY2(mentioned.err.contains("--secret client_secret"), mentioned.told());
    }

    //! A thousand times as much takes no million times as long, and it is all or none.
    void manyAreAddedAtOnce()
    {
        Bench fresh;
        QVERIFY(fresh.isReady());
        QJsonArray connections;
        for (int i = 0; i < 10'000; ++i) {
            connections.append(QJsonObject {{u"name"_s, QString(u"Shop "_s + QString::number(i))},
                                            {u"provider"_s, u"ebay"_s},
                                            {u"environment"_s, u"production"_s},
                                            {u"auth_method"_s, u"oauth2"_s}});
        }
        const QByteArray many
            = QJsonDocument(QJsonObject {{u"schema"_s, 1}, {u"connections"_s, connections}})
                  .toJson();
        const Run imported = fresh.run({u"--json"_s, u"import"_s, u"-"_s}, many, 60'000);
        QVERIFY2(imported.exitCode == 0, imported.told().left(2000));
        QCOMPARE(imported.json()[u"connections"_s].toArray().size(), 10'000);
    }

    void aFileThatIsNotThere()
    {
        const Run refused = m_old->run({u"import"_s, m_folder.filePath(u"none.json"_s)});
        QVERIFY2(refused.exitCode == 3, refused.told());
        QVERIFY(!refused.err.isEmpty());
    }
};

RELINK_TEST(TransferCommandTest)
#include "transfertest.moc"
