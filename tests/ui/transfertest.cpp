// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectiontransfer.h"
#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/connectionlistmodel.h"
#include "ui/transferactions.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Export and import in the window.
class TransferWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMenuAsksForAFile();
    void connectionsMoveToAnotherComputer();
    void authorisingAsksForTheSecretFirst();
    void whatIsLeftOutIsNamed();
    void serversOfTheFileAreShown();
    void aPairThatCannotComeIsTold();
    void aThousandComeIntoTheListAtOnce();
    void aBrokenFileAddsNothing();

private:
    //! What another computer exported, as a file.
    static QString exported(const QTemporaryDir &folder, const QStringList &names)
    {
        ManagerFixture f;
        for (const QString &name : names)
            f.connected(name);
        const QString file = folder.filePath(u"connections.json"_s);
        return writeExport(exportOf(*f.manager), file, true).ok() ? file : QString();
    }
    static TransferActions *transfer(AcmeWindow &acme)
    {
        return acme.window->findChild<TransferActions *>();
    }
};

void TransferWindowTest::theMenuAsksForAFile()
{
    AcmeWindow acme;
    acme.fixture.connected();
    acme.open();
    for (const char *name : {"export", "import"}) {
        auto *action
            = acme.window->findChild<QAction *>(QString(QLatin1StringView(name) + u"Action"_s));
        QVERIFY(action && action->isEnabled());
        QVERIFY(acme.window->findChild<QMenu *>(u"connectionMenu"_s)->actions().contains(action));
        action->trigger();
        auto *chooser = qobject_cast<QFileDialog *>(
            awaitDialog(QByteArray(QByteArray(name) + "FileDialog").constData()));
        QVERIFY(chooser);
        chooser->reject();
    }
}

void TransferWindowTest::connectionsMoveToAnotherComputer()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"moved.json"_s);
    {
        AcmeWindow old;
        old.fixture.connected(u"Web shop"_s);
        old.open();
        transfer(old)->exportTo(file);
        QWidget *told = awaitDialog("exportedDialog");
        QVERIFY(told);
        QVERIFY(AcmeWindow::text(told, "exportedTextLabel").contains(u"No secret"_s));
        QCOMPARE(AcmeWindow::text(told, "exportedStepsLabel"), u"acme"_s);
    }
    AcmeWindow fresh;
    fresh.open();
    transfer(fresh)->importFrom(file);
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    QVERIFY(AcmeWindow::text(question, "importAddingLabel").contains(u"Web shop (Acme"_s));
    QVERIFY(fresh.fixture.manager->connections().isEmpty());
    AcmeWindow::click(question, "importConfirmButton");
    QTRY_COMPARE(fresh.fixture.manager->connections().size(), 1);
    // It stands there as on the command line, with what to do.
    QTRY_COMPARE(AcmeWindow::text(fresh.window.get(), "detailsNameLabel"), u"Web shop"_s);
    QCOMPARE(fresh.fixture.health(fresh.fixture.manager->connections().first().id),
             u"not_connected"_s);
    QCOMPARE(fresh.fixture.fakes.secrets.writes, 0);
}

void TransferWindowTest::authorisingAsksForTheSecretFirst()
{
    const QTemporaryDir folder;
    AcmeWindow acme;
    acme.open();
    transfer(acme)->importFrom(exported(folder, {u"Web shop"_s}));
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    AcmeWindow::click(question, "importConfirmButton");
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsNameLabel"), u"Web shop"_s);
    AcmeWindow::click(acme.window.get(), "detailsAuthoriseButton");
    QWidget *form = awaitDialog("editDialog");
    QVERIFY(form);
    // Nothing is stored that an empty field could keep.
    QVERIFY(child<QLineEdit>(form, "client_secretLineEdit")->placeholderText() != u"Unchanged"_s);
    AcmeWindow::type(form, "client_secretLineEdit", u"s3cret"_s);
    acme.fixture.fakes.tokenEndpoint.answers
        = {jsonAnswer(200, ManagerFixture::tokens("a9", "r9"))};
    acme.fixture.fakes.probe.answers = {ManagerFixture::me()};
    AcmeWindow::click(form, "editUpdateButton");
    QTRY_VERIFY(!dialog("editDialog"));
    const ConnectionId id = acme.fixture.manager->connections().first().id;
    QTRY_COMPARE(acme.fixture.light(id), u"green"_s);
    QCOMPARE(acme.fixture.fakes.tokenEndpoint.calls.size(), 1);
    QTRY_VERIFY(!dialog("authoriseDialog"));
}

void TransferWindowTest::whatIsLeftOutIsNamed()
{
    const QTemporaryDir folder;
    const QString file = exported(folder, {u"Web shop"_s, u"Till"_s});
    AcmeWindow acme;
    acme.fixture.connected(u"Web shop"_s);
    acme.open();
    transfer(acme)->importFrom(file);
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    const QString text = AcmeWindow::text(question, "importTakenLabel");
    QVERIFY2(text.contains(u"Web shop"_s), qPrintable(text));
    // Enter is Cancel.
    QTest::keyClick(question, Qt::Key_Return);
    QTRY_VERIFY(!dialog("importDialog"));
    QCOMPARE(acme.fixture.manager->connections().size(), 1);

    transfer(acme)->importFrom(exported(folder, {u"Web shop"_s}));
    QWidget *told = awaitDialog("importProblemDialog");
    QVERIFY(told);
    QCOMPARE(AcmeWindow::text(told, "importProblemTitleLabel"), u"There is nothing to import"_s);
}

void TransferWindowTest::serversOfTheFileAreShown()
{
    const QTemporaryDir folder;
    ConnectionExport document;
    // One more than a list shows elsewhere: each of them counts.
    for (int i = 0; i < 20; ++i) {
        ExportedConnection entry;
        entry.name = u"Own "_s + QString::number(i);
        entry.provider = u"generic_oauth2"_s;
        entry.authMethod = u"oauth2"_s;
        entry.inputs.insert(u"issuer"_s, u"https://idp"_s + QString::number(i) + u".example/x"_s);
        document.connections.append(entry);
    }
    const QString file = folder.filePath(u"servers.json"_s);
    QVERIFY(writeExport(document, file, true).ok());
    AcmeWindow acme;
    acme.open();
    transfer(acme)->importFrom(file);
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    const QString servers = AcmeWindow::text(question, "importServersLabel");
    QVERIFY(servers.contains(u"Own 0: https://idp0.example"_s));
    QVERIFY2(servers.contains(u"https://idp19.example"_s), qPrintable(servers));
    // The buttons stay within reach.
    QVERIFY(question->height() <= 700);
    QVERIFY(acme.fixture.manager->connections().isEmpty());
    AcmeWindow::click(question, "importConfirmButton");
    QTRY_COMPARE(acme.fixture.manager->connections().size(), 20);
}

void TransferWindowTest::aPairThatCannotComeIsTold()
{
    const QTemporaryDir folder;
    ConnectionExport document;
    for (const QString &name : {u"Web shop"_s, u"Till"_s}) {
        ExportedConnection entry;
        entry.name = name;
        entry.provider = u"acme"_s;
        entry.authMethod = u"oauth2"_s;
        document.connections.append(entry);
    }
    document.pairs.append({u"Both"_s, u"Web shop"_s, u"Till"_s});
    const QString file = folder.filePath(u"pairs.json"_s);
    QVERIFY(writeExport(document, file, true).ok());
    AcmeWindow acme;
    acme.open();
    transfer(acme)->importFrom(file);
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    const QString left = AcmeWindow::text(question, "importUnpairedLabel");
    QVERIFY2(left.contains(u"“Web shop” and “Till” were a pair"_s), qPrintable(left));
}

void TransferWindowTest::aThousandComeIntoTheListAtOnce()
{
    const QTemporaryDir folder;
    ConnectionExport document;
    for (int i = 0; i < 1000; ++i) {
        ExportedConnection entry;
        entry.name = u"Shop "_s + QString::number(i);
        entry.provider = u"acme"_s;
        entry.authMethod = u"oauth2"_s;
        document.connections.append(entry);
    }
    const QString file = folder.filePath(u"many.json"_s);
    QVERIFY(writeExport(document, file, true).ok());
    AcmeWindow acme;
    acme.fixture.connected(u"Till"_s);
    acme.open();
    QSignalSpy inserted(acme.window->findChild<ConnectionListModel *>(),
                        &ConnectionListModel::rowsInserted);
    transfer(acme)->importFrom(file);
    QWidget *question = awaitDialog("importDialog");
    QVERIFY(question);
    AcmeWindow::click(question, "importConfirmButton");
    QTRY_COMPARE(AcmeWindow::text(acme.window.get(), "detailsNameLabel"), u"Shop 0"_s);
    QCOMPARE(acme.window->findChild<ConnectionListModel *>()->connectionCount(), 1001);
    QCOMPARE(inserted.size(), 1);
}

void TransferWindowTest::aBrokenFileAddsNothing()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"broken.json"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"schema\":1,\"connections\":[{\"name\":5}]}");
    file.close();
    AcmeWindow acme;
    acme.open();
    transfer(acme)->importFrom(name);
    QWidget *told = awaitDialog("importProblemDialog");
    QVERIFY(told);
    QVERIFY(AcmeWindow::text(told, "importProblemStepsLabel").contains(u"$.connections[0].name"_s));
    QVERIFY(acme.fixture.manager->connections().isEmpty());
}

} // namespace relink::test

using relink::test::TransferWindowTest;
RELINK_TEST(TransferWindowTest)
#include "transfertest.moc"
