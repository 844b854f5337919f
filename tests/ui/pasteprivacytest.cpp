// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"
#include "storage/sqliteconnectionstore.h"
#include "storage/sqlitehistory.h"
#include "storage/sqlitereconnectprogressstore.h"
#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/pastefield.h"

#include <QComboBox>
#include <QDirIterator>
#include <QGuiApplication>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What of a pasted text reaches the disk: looked for in every file of the profile's folder.
class PastePrivacyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasPastedIsNotStored();
    void whatIsSavedIsStoredWithoutItsSecrets();
};

namespace {

const QByteArray secret = "sk9fQ2mZ7xT4wB8nL1pR6vC3";
const QByteArray words = "parcels-of-tuesday";

//! A window over real files, with one red connection.
class FiledWindow
{
public:
    FiledWindow()
    {
        auto opened = Database::open(folder.path(), ports.clock);
        if (!opened || !opened.value()->migrate())
            qFatal("no database");
        database = std::move(opened).value();
        connections = std::make_unique<SqliteConnectionStore>(*database);
        history = std::make_unique<SqliteHistory>(*database);
        progress = std::make_unique<SqliteReconnectProgressStore>(*database);
        Connection shop = Stage::connection(u"ebay1"_s, u"eBay orders"_s, u"ebay"_s, u"Harbour"_s);
        Stage::makeRed(shop, ErrorClass::ExpiredRefresh, 400, u"invalid_grant"_s, u"gone"_s);
        (void)connections->save(shop);
        ports.clock.time = Stage::now();
        Ports fakes = ports.ports();
        manager = std::make_unique<ConnectionManager>(
            Ports {fakes.agent, fakes.tokenEndpoint, fakes.probe, fakes.secrets, *connections,
                   *connections, fakes.journal, *progress, *history, fakes.browser, fakes.clock},
            catalogue);
        (void)manager->load();
        window = std::make_unique<MainWindow>(
            Surroundings {*manager, ports.clock, [](const QUrl &) { return true; }, {}, false});
        window->load();
        window->show();
        window->showDiagnose();
    }

    void paste()
    {
        child<PasteField>(window.get(), "pasteTextEdit")
            ->take(u"%1: HTTP 400 {\"error\":\"invalid_grant\"}\nclient_secret=%2"_s.arg(
                QString::fromLatin1(words), QString::fromLatin1(secret)));
        auto *box = child<QComboBox>(window.get(), "diagnoseConnectionComboBox");
        box->setCurrentIndex(box->findText(u"eBay orders"_s));
        QTRY_VERIFY(child<QWidget>(window.get(), "answerReconnectButton")->isVisible());
    }

    //! Ends all of it and looks.
    bool isOnDisk(const QByteArray &bytes)
    {
        window.reset();
        manager.reset();
        history.reset(); // waits for what is being written
        progress.reset();
        connections.reset();
        database.reset();
        int files = 0;
        QDirIterator each(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("a file cannot be read");
            ++files;
            if (file.readAll().contains(bytes))
                return true;
        }
        if (files == 0)
            qFatal("there is no file");
        return false;
    }

    QTemporaryDir folder;
    FakePorts ports;
    ProviderCatalogue catalogue {QString()};
    std::unique_ptr<Database> database;
    std::unique_ptr<SqliteConnectionStore> connections;
    std::unique_ptr<SqliteHistory> history;
    std::unique_ptr<SqliteReconnectProgressStore> progress;
    std::unique_ptr<ConnectionManager> manager;
    std::unique_ptr<MainWindow> window;
};

} // namespace

void PastePrivacyTest::whatWasPastedIsNotStored()
{
    FiledWindow filed;
    filed.paste();
    AcmeWindow::click(filed.window.get(), "answerReconnectButton");
    QWidget *wizard = awaitDialog("reconnectWizard");
    QVERIFY(wizard);
    QTRY_VERIFY(child<QWidget>(wizard, "finishLaterButton")->isVisible());
    AcmeWindow::click(wizard, "finishLaterButton");
    QTRY_VERIFY(!dialog("reconnectWizard"));
    QVERIFY(filed.manager->hasHalfFinishedReconnect({u"ebay1"_s}));
    AcmeWindow::click(filed.window.get(), "answerCopyButton");
    AcmeWindow::click(filed.window.get(), "answerSaveButton");
    QVERIFY(awaitDialog("saveErrorDialog"));
    filed.window->showAccounts();
    QVERIFY(!filed.isOnDisk(words));
    QVERIFY(!filed.isOnDisk(secret));
}

void PastePrivacyTest::whatIsSavedIsStoredWithoutItsSecrets()
{
    FiledWindow filed;
    filed.paste();
    AcmeWindow::click(filed.window.get(), "answerSaveButton");
    QWidget *ask = awaitDialog("saveErrorDialog");
    QVERIFY(ask);
    AcmeWindow::click(ask, "saveErrorConfirmButton");
    QTRY_VERIFY(AcmeWindow::text(filed.window.get(), "diagnoseMessageLabel").contains(u"eBay"_s));
    QVERIFY(filed.isOnDisk(words));
    QVERIFY(!filed.isOnDisk(secret));
}

RELINK_TEST(PastePrivacyTest)

} // namespace relink::test

#include "pasteprivacytest.moc"
