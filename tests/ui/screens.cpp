// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws every screen of the window into PNG files of the folder that is its argument. For people
// to look at; nothing is compared.

#include "core/ports/helpanswerstore.h"
#include "core/ports/packetwriter.h"
#include "core/rules/credentialformat.h"
#include "services/providercatalogue.h"
#include "services/reconnectsession.h"
#include "ui/browserwaitpanel.h"
#include "ui/connectdialog.h"
#include "ui/look.h"
#include "ui/mainwindow.h"
#include "ui/pastefield.h"
#include "ui/pseudolocale.h"
#include "ui/reconnectwizard.h"
#include "ui/stage.h"
#include "ui/supportdialog.h"
#include "ui/theme.h"
#include "ui/transferactions.h"
#include "ui/wizardscreens.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <cstdio>

namespace {

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Kept for as long as the picture is taken.
class Answers : public HelpAnswerStore
{
public:
    Result<QMap<QString, bool>> answers() override { return m_answers; }
    Result<Done> answer(const QString &topic, bool helped) override
    {
        m_answers.insert(topic, helped);
        return Done {};
    }

private:
    QMap<QString, bool> m_answers;
};

//! Writes nothing; the outcome is what is shown.
class NoWriter : public PacketWriter
{
public:
    Result<Done> write(const QString &, const QList<PacketFile> &, const QDateTime &, bool) override
    {
        return Done {};
    }
};

QDir folder;
QString prefix;
QStringList providers {u"xero"_s, u"mintsoft"_s, u"generic_oauth2"_s}; //!< to be connected

void settle()
{
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
}

void shot(QWidget *widget, const QString &name)
{
    settle();
    const QString file = folder.filePath(QString(prefix % name % u".png"_s));
    widget->grab().save(file);
    std::printf("%s\n", qPrintable(file));
}

void accounts()
{
    for (const int count : {0, 1, 7, 200}) {
        Stage stage(count);
        MainWindow window(stage.surroundings());
        window.load();
        window.resize(1280, 800);
        window.show();
        shot(&window, u"accounts-%1"_s.arg(count));
        if (count == 7) {
            auto *view = child<QListView>(&window, "connectionListView");
            view->setFocus();
            view->setCurrentIndex(view->model()->index(3, 0));
            shot(&window, u"accounts-green"_s);
            QTest::keyClick(view, Qt::Key_Menu);
            settle();
            shot(child<QMenu>(&window, "rowMenu"), u"accounts-menu"_s);
            child<QMenu>(&window, "rowMenu")->close();
            window.resize(800, 600);
            shot(&window, u"accounts-small"_s);
        }
    }
    {
        Stage marked;
        AreaReport orders;
        orders.area = u"orders"_s;
        orders.what = u"Orders"_s;
        orders.since = Stage::now().addDays(-2);
        orders.checkedAt = Stage::now();
        AreaReport products = orders;
        products.area = u"products"_s;
        products.what = u"Products"_s;
        products.works = true;
        AreaReport own = orders;
        own.area.clear();
        own.what = u"Profit report"_s;
        own.source = AreaSource::Pasted;
        marked.row(u"Web shop"_s).areas = {orders, products, own};
        MainWindow window(marked.surroundings());
        window.load();
        window.resize(1280, 900);
        window.show();
        settle();
        auto *view = child<QListView>(&window, "connectionListView");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == u"Web shop"_s)
                view->setCurrentIndex(view->model()->index(row, 0));
        }
        shot(&window, u"accounts-marked"_s);
    }
    {
        Stage pairs;
        pairs.ports.connections.pairs = {{u"p1"_s, u"Web sales"_s, {u"xero1"_s}, {u"shopify1"_s}},
                                         {u"p2"_s, u"eBay sales"_s, {u"qbo1"_s}, {u"ebay1"_s}}};
        MainWindow window(pairs.surroundings());
        window.load();
        window.resize(1280, 900);
        window.show();
        settle();
        shot(&window, u"accounts-pairs"_s);
        auto *view = child<QListView>(&window, "connectionListView");
        view->setCurrentIndex(view->model()->index(1, 0));
        shot(&window, u"accounts-pairs-one"_s);
        view->setCurrentIndex(view->model()->index(8, 0));
        child<QPushButton>(&window, "pairButton")->click();
        settle();
        if (auto *open = window.findChild<QWidget *>(u"pairDialog"_s))
            shot(open, u"accounts-pairs-make"_s);
    }
    {
        Stage many(200);
        for (int i = 0; i < 20; ++i) {
            many.ports.connections.pairs.append({u"p%1"_s.arg(i),
                                                 u"Sales of branch %1"_s.arg(i),
                                                 {u"c%1"_s.arg(12 + 6 * i)},
                                                 {u"c%1"_s.arg(13 + 6 * i)}});
        }
        MainWindow window(many.surroundings());
        window.load();
        window.resize(1280, 800);
        window.show();
        settle();
        auto *view = child<QListView>(&window, "connectionListView");
        view->setCurrentIndex(view->model()->index(60, 0));
        shot(&window, u"accounts-many-pairs"_s);
        child<QLineEdit>(&window, "searchLineEdit")->setText(u"Sales"_s);
        view->setCurrentIndex(view->model()->index(1, 0));
        shot(&window, u"accounts-many-pairs-found"_s);
    }
    Stage told;
    Connection bridge = Stage::connection(u"told1"_s, u"A bridge"_s, u"amaka"_s, QString());
    bridge.authMethod = u"delegated"_s;
    bridge.hasSecret = false;
    bridge.identity.clear();
    bridge.accessExpiresAt.reset();
    bridge.state.health = Health::Unverified;
    bridge.state.verifiedAt = {};
    bridge.state.diagnosis = Diagnosis {ErrorClass::NotAnError, u"told_works"_s, 1, {}, {}, {}, {}};
    told.ports.connections.rows.append(bridge);
    {
        MainWindow window(told.surroundings());
        window.load();
        window.resize(1280, 800);
        window.show();
        settle();
        auto *view = child<QListView>(&window, "connectionListView");
        view->setCurrentIndex(view->model()->index(3, 0));
        shot(&window, u"accounts-told"_s);
        child<QPushButton>(&window, "detailsStoppedButton")->click();
        settle();
        auto *wizard = window.findChild<QWidget *>(u"reconnectWizard"_s);
        shot(wizard, u"accounts-told-guided"_s);
        wizard->close();
        settle();
        shot(&window, u"accounts-told-stopped"_s);
        window.findChild<QAction *>(u"reauthoriseAction"_s)->trigger();
        settle();
        shot(window.findChild<QWidget *>(u"tellDialog"_s), u"accounts-told-steps"_s);
    }
    {
        BrowserWaitPanel panel(told.surroundings(), true);
        PendingAuthorization pending;
        pending.url = QUrl(u"https://acme.example/device"_s);
        pending.userCode = u"WDJB-MJHT"_s;
        panel.begin(u"Acme"_s);
        panel.resize(560, 300);
        panel.show();
        panel.waitingForBrowser(pending, true);
        shot(&panel, u"device-code"_s);
    }
    Stage stage;
    stage.row(u"Accounting"_s).state.health = Health::KeychainLocked;
    stage.row(u"Accounting"_s).state.keychainReason = KeychainReason::Locked;
    Surroundings surroundings = stage.surroundings();
    surroundings.practice = true;
    MainWindow window(surroundings);
    window.load();
    window.resize(1280, 800);
    window.show();
    window.showStorageTrouble(u"database or disk is full"_s);
    shot(&window, u"accounts-banners"_s);
}

void history()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.resize(1280, 800);
    window.show();
    window.showHistory();
    shot(&window, u"history"_s);
    stage.ports.history.events.clear();
    child<QLineEdit>(&window, "historySearchLineEdit")->setText(u"x"_s);
    QTest::qWait(300);
    shot(&window, u"history-nothing"_s);
}

void connecting()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    MainWindow window(surroundings);
    window.load();
    window.show();
    for (const QString &provider : providers) {
        window.newIntegration();
        QWidget *connect = dialog("connectDialog");
        auto *search = child<QLineEdit>(connect, "providerSearchLineEdit");
        if (provider == providers.first()) {
            shot(connect, u"connect-1-provider"_s);
            search->setText(u"nobody’s shop"_s);
            shot(connect, u"connect-1-nothing"_s);
        }
        search->setText(provider);
        QTest::keyClick(search, Qt::Key_Return);
        shot(connect, QString(u"connect-2-form-"_s % provider));
        // All that scrolls, at once.
        const QSize size = connect->size();
        connect->resize(size.width(), 3 * size.height());
        for (const char *fold : {"askedScopesButton", "providerNotesButton"})
            child<QPushButton>(connect, fold)->click();
        shot(connect, QString(u"connect-2-whole-"_s % provider));
        auto *ways = child<QComboBox>(connect, "authMethodComboBox");
        for (int way = 1; way < ways->count(); ++way) {
            ways->setCurrentIndex(way);
            shot(connect, u"connect-2-whole-%1-%2"_s.arg(provider).arg(way + 1));
        }
        ways->setCurrentIndex(0);
        connect->resize(size);
        if (provider == u"mintsoft"_s) {
            for (QLineEdit *line : connect->findChildren<QLineEdit *>()) {
                if (line->echoMode() == QLineEdit::Password)
                    line->setText(u" s3cret\u00a0"_s);
            }
            child<QPushButton>(connect, "connectPrimaryButton")->click();
            shot(connect, u"connect-3-lint"_s);
        }
        if (provider == u"xero"_s) {
            stage.ports.agent.answer.reset();
            child<QLineEdit>(connect, "client_idLineEdit")->setText(u"A1B2C3D4E5F6"_s);
            child<QPushButton>(connect, "connectPrimaryButton")->click();
            QTest::qWait(50);
            shot(connect, u"connect-3-waiting"_s);
            child<QPushButton>(connect, "connectCancelButton")->click();
            QTest::qWait(50);
        }
        child<QPushButton>(connect, "connectCancelButton")->click();
        settle();
    }
}

void dialogs()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    settle();
    for (const char *action : {"revokeAction", "removeAction", "renameAction", "editAction"}) {
        child<QAction>(&window, action)->trigger();
        settle();
        if (QDialog *open = window.findChild<QDialog *>()) {
            open->layout();
            shot(open, QString(u"dialog-"_s % QLatin1StringView(action)));
            open->reject();
        }
        settle();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    {
        NoWriter writer;
        Surroundings surroundings = stage.surroundings();
        surroundings.packets = &writer;
        const Connection ebay = stage.row(u"eBay orders"_s);
        SupportDialog support(surroundings, ebay.id);
        support.setAttribute(Qt::WA_DeleteOnClose, false);
        support.show();
        settle();
        child<QLineEdit>(&support, "supportDoingLineEdit")
            ->setText(u"Orders of today, access_token=abcdefghijklmnop0123456789"_s);
        QTest::qWait(400);
        shot(&support, u"dialog-support"_s);
        for (const char *fold : {"supportReplacedButton", "supportPicturesButton"}) {
            if (auto *button = child<QPushButton>(&support, fold))
                button->click();
        }
        support.resize(support.width(), 2 * support.height());
        shot(&support, u"dialog-support-whole"_s);
        support.saveTo(u"/home/merchant/support-ebay-2026-11-22.zip"_s);
        shot(&support, u"dialog-support-saved"_s);
    }
    const auto take = [&window](const QString &name) {
        settle();
        if (QDialog *open = window.findChild<QDialog *>()) {
            shot(open, name);
            open->reject();
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    const QTemporaryDir elsewhere;
    const QString file = elsewhere.filePath(u"relink-connections.json"_s);
    auto *transfer = window.findChild<TransferActions *>();
    transfer->exportTo(file);
    take(u"dialog-exported"_s);
    ConnectionExport document = exportOf(stage.manager());
    for (qsizetype i = 2; i < document.connections.size(); ++i) {
        ExportedConnection &entry = document.connections[i];
        entry.name += u" (2)"_s;
        if (const auto pack = stage.manager().catalogue().pack(entry.provider))
            entry.authMethod = pack->authMethods.first().id;
        entry.inputs.clear();
    }
    document.connections.last().provider = u"my.own"_s;
    ExportedConnection own;
    own.name = u"Wholesale portal"_s;
    own.provider = u"generic_oauth2"_s;
    own.authMethod = u"oauth2"_s;
    own.inputs.insert(u"issuer"_s, u"https://login.wholesale.example"_s);
    document.connections.append(own);
    document.pairs = {
        {u"Sales"_s, document.connections[2].name, document.connections[0].name},
        {u"Fair"_s, document.connections[3].name, document.connections[2].name},
    };
    if (writeExport(document, file, true))
        transfer->importFrom(file);
    take(u"dialog-import"_s);
}

void wizard()
{
    Stage stage;
    stage.ports.agent.answer.reset();
    stage.ports.secrets.items.insert(
        u"account-ebay1"_s,
        serializeCredential({1, AccessToken("a"), RefreshToken("b"), Stage::now(), {}, {}, {}}));
    for (int i = 0; i < 20; ++i)
        stage.ports.probe.answers.append(HttpAnswer {200, {}, "{}"});
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    settle();
    child<QAction>(&window, "reconnectAction")->trigger();
    settle();
    QWidget *open = dialog("reconnectWizard");
    shot(open, u"wizard-1-what"_s);
    auto *primary = child<QPushButton>(open, "reconnectPrimaryButton");
    child<QPushButton>(open, "stepSourceButton")->click();
    shot(open, u"wizard-1-source"_s);
    primary->click();
    QTest::qWait(100);
    shot(open, u"wizard-2-checks"_s);
    for (int i = 3; i < 7 && open->isVisible(); ++i) {
        primary->click();
        QTest::qWait(100);
        shot(open, u"wizard-%1"_s.arg(i));
        if (!stage.ports.agent.pending.isEmpty()) {
            stage.ports.agent.come(AuthError {ErrorOrigin::AuthorizationEndpoint,
                                              u"server_error"_s,
                                              400,
                                              {},
                                              u"Something broke"_s,
                                              {},
                                              {},
                                              {},
                                              {}});
            QTest::qWait(100);
            shot(open, u"wizard-%1-failed"_s.arg(i));
        }
    }
}

void pasteText(MainWindow &window, const QString &text, const QString &connection = {})
{
    child<QPushButton>(&window, "diagnoseClearButton")->click();
    auto *connections = child<QComboBox>(&window, "diagnoseConnectionComboBox");
    connections->setCurrentIndex(qMax(0, connections->findText(connection)));
    child<PasteField>(&window, "pasteTextEdit")->take(text);
    const auto isShown
        = [&window](const char *name) { return child<QWidget>(&window, name)->isVisible(); };
    const bool answered = QTest::qWaitFor(
        [&] { return isShown("answerTitleLabel") || isShown("requestTitleLabel"); }, 30'000);
    if (!answered)
        std::fprintf(stderr, "no answer came to “%s”\n", qPrintable(text.left(40)));
    QTest::qWait(100); // until it was scrolled to
}

void diagnose()
{
    const QString error = u"Order 100042 could not be exported.\n\n"
                          "Response from eBay: HTTP 400\n"
                          "{\"error\":\"invalid_grant\",\"error_description\":\"the provided "
                          "authorization refresh token is invalid or was issued to another "
                          "client\"}\nAuthorization: Basic Ym9iOnMzY3JldFMzY3JldA==\n"_s;
    const QString request
        = u"#!/bin/sh\n# all orders of today\n"
          "curl \"https://api.mintsoft.co.uk/api/Order/List?APIKey=3f9a77c1-d2e8-4b60\"\n"
          "curl -u bob:s3cret http://example.com/login\n"_s;
    QString log;
    for (int i = 0; i < 20'000; ++i)
        log += u"2026-11-22 12:00:%1 INFO order %2 exported\n"_s.arg(i % 60).arg(i);
    log.insert(log.size() / 2,
               u"ERROR Xero answered 403: {\"Title\":\"Forbidden\",\"Detail\":"
               "\"AuthenticationUnsuccessful\"}\n"_s);
    for (const QSize &size : {QSize(1280, 800), QSize(800, 600)}) {
        const QString name = size.width() > 1000 ? u"diagnose"_s : u"diagnose-small"_s;
        Stage stage;
        MainWindow window(stage.surroundings());
        window.load();
        window.resize(size);
        window.show();
        window.showDiagnose();
        shot(&window, QString(name % u"-empty"_s));
        pasteText(window, error);
        shot(&window, QString(name % u"-error"_s));
        pasteText(window, error, u"eBay orders"_s);
        shot(&window, QString(name % u"-connection"_s));
        child<QPushButton>(&window, "answerSaveButton")->click();
        settle();
        if (QDialog *open = window.findChild<QDialog *>()) {
            shot(open, QString(name % u"-save"_s));
            open->accept();
        }
        settle();
        shot(&window, QString(name % u"-saved"_s));
        pasteText(window, error, u"Accounting"_s);
        shot(&window, QString(name % u"-contradiction"_s));
        pasteText(window, log);
        shot(&window, QString(name % u"-long"_s));
        pasteText(window,
                  u"{\"access_token\":\"abcdefghijklmnop0123456789\","
                  "\"token_type\":\"Bearer\",\"expires_in\":3600}"_s);
        shot(&window, QString(name % u"-noerror"_s));
        pasteText(window, request);
        shot(&window, QString(name % u"-request"_s));
        child<PasteField>(&window, "pasteTextEdit")->take(log);
        shot(&window, QString(name % u"-reading"_s));
        // All that scrolls, at once.
        pasteText(window, error);
        child<QPushButton>(&window, "access_tokenHelpButton")->click();
        window.resize(size.width(), 4 * size.height());
        shot(&window, QString(name % u"-whole"_s));
    }
}

void help()
{
    for (const QSize &size : {QSize(1280, 800), QSize(800, 600)}) {
        const QString name = size.width() > 1000 ? u"help"_s : u"help-small"_s;
        Stage stage;
        stage.row(u"Accounting"_s).via = u"Xeroom"_s;
        Answers answers;
        Surroundings surroundings = stage.surroundings();
        surroundings.helpAnswers = &answers;
        MainWindow window(surroundings);
        window.load();
        window.resize(size);
        window.show();
        for (const QString &topic : {u"access_token"_s, u"words"_s, u"left_out"_s, u"mintsoft"_s}) {
            window.showHelp(topic);
            shot(&window, QString(name % u'-' % topic));
        }
        child<QPushButton>(&window, "helpNoButton")->click();
        window.showHelp(u"status_403"_s);
        child<QPushButton>(&window, "helpYesButton")->click();
        shot(&window, QString(name % u"-answered"_s));
        child<QLineEdit>(&window, "helpSearchLineEdit")->setText(u"proxy"_s);
        shot(&window, QString(name % u"-search"_s));
        if (size.width() < 1000)
            continue;
        for (const auto &[action, dialog] : {std::pair {"helpReconnectAction", "connectionChooser"},
                                             std::pair {"contactSupportAction", "contactDialog"}}) {
            window.showAccounts();
            auto *view = child<QListView>(&window, "connectionListView");
            view->setCurrentIndex(view->model()->index(3, 0));
            child<QAction>(&window, action)->trigger();
            settle();
            if (auto *open = window.findChild<QDialog *>(QLatin1StringView(dialog))) {
                shot(open, QString(name % u'-' % QLatin1StringView(dialog)));
                open->reject();
            }
            settle();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
}

//! The change diary, what waits to go on, and the run through all that is red.
void recovery()
{
    for (const int count : {7, 200}) {
        Stage stage(count);
        if (count == 7) {
            Connection sister = Stage::connection(u"ebay2"_s, u"eBay Germany"_s, u"ebay"_s,
                                                  u"outdoor-harbour-de"_s);
            Stage::makeRed(sister, ErrorClass::Revoked, 401, u"invalid_token"_s,
                           u"Token was revoked"_s);
            stage.ports.connections.rows.append(sister);
        }
        HistoryEvent note;
        note.id = 90;
        note.kind = HistoryKind::Change;
        note.action = notedAction;
        note.cause = noted::passwordChanged;
        note.message = u"changed eBay password"_s;
        note.provider = u"ebay"_s;
        note.time = stage.row(u"eBay orders"_s).state.since.addSecs(-12 * 3600);
        note.firstSeen = note.time;
        note.noticedAt = Stage::now();
        stage.ports.history.events.append(note);
        HistoryEvent failed = stage.ports.history.events.at(stage.ports.history.events.size() - 2);
        failed.firstSeen = stage.row(u"eBay orders"_s).state.since;
        stage.ports.history.events[stage.ports.history.events.size() - 2] = failed;
        ReconnectProgress progress;
        progress.connection = {u"ebay1"_s};
        (void)stage.ports.progress.save(progress);
        MainWindow window(stage.surroundings());
        window.load();
        window.resize(1280, 800);
        window.show();
        auto *view = child<QListView>(&window, "connectionListView");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == u"eBay orders"_s)
                view->setCurrentIndex(view->model()->index(row, 0));
        }
        shot(&window, u"recovery-accounts-%1"_s.arg(count));
        window.resize(800, 600);
        shot(&window, u"recovery-accounts-small-%1"_s.arg(count));
        window.resize(1280, 800);
        if (count == 7) {
            window.showHistory();
            shot(&window, u"recovery-history"_s);
            auto *table = child<QTableView>(&window, "historyTableView");
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                if (table->model()->index(row, 2).data().toString().contains(note.message))
                    table->selectRow(row);
            }
            shot(&window, u"recovery-history-note"_s);
            child<QPushButton>(&window, "historyRemoveNoteButton")->click();
            QTest::qWait(300);
            shot(&window, u"recovery-history-removed"_s);
            child<QPushButton>(&window, "historyAddNoteButton")->click();
            settle();
            if (QWidget *open = dialog("noteDialog")) {
                shot(open, u"recovery-note"_s);
                auto *cause = child<QComboBox>(open, "noteCauseComboBox");
                cause->setCurrentIndex(cause->count() - 1);
                child<QPushButton>(open, "noteAddButton")->click();
                shot(open, u"recovery-note-problem"_s);
                open->close();
            }
            window.showAccounts();
        }
        child<QAction>(&window, "recoveryAction")->trigger();
        QWidget *open = dialog("recoveryDialog");
        shot(open, u"recovery-%1-begin"_s.arg(count));
        auto *skip = child<QPushButton>(open, "recoverySkipButton");
        skip->click();
        shot(open, u"recovery-%1-skipped"_s.arg(count));
        for (Connection &c : stage.ports.connections.rows) {
            if (c.name == u"Warehouse"_s)
                (void)stage.manager().pause(c.id);
        }
        while (skip->isVisible())
            skip->click();
        shot(open, u"recovery-%1-end"_s.arg(count));
        open->close();
    }
}

void everything(const QString &which)
{
    if (which.isEmpty() || which == u"recovery"_s)
        recovery();
    if (which.isEmpty() || which == u"help"_s)
        help();
    if (which.isEmpty() || which == u"accounts"_s)
        accounts();
    if (which.isEmpty() || which == u"history"_s)
        history();
    if (which.isEmpty() || which == u"connect"_s)
        connecting();
    if (which.isEmpty() || which == u"dialogs"_s)
        dialogs();
    if (which.isEmpty() || which == u"wizard"_s)
        wizard();
    if (which.isEmpty() || which == u"wizardpages"_s)
        drawWizardPages(shot);
    if (which.isEmpty() || which == u"diagnose"_s)
        diagnose();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr,
                     "usage: ui_screens FOLDER [plain|dark|contrast|large|pseudo|de|rtl] "
                     "[accounts|history|connect|dialogs|wizard|diagnose|help] [PROVIDER,…]\n"
                     "RELINK_PACKS names a folder of further packs.\n");
        return 2;
    }
    folder = QDir(arguments.at(1));
    QDir().mkpath(folder.path());
    installLook(application);
    const QString look = arguments.value(2, u"plain"_s);
    prefix = look == u"plain"_s ? QString() : QString(look % u"-"_s);
    PseudoLocale pseudo;
    QTranslator german;
    if (look == u"dark"_s)
        QApplication::setPalette(Theme::darkness().palette());
    if (look == u"contrast"_s)
        QApplication::setPalette(QPalette(Qt::black));
    if (look == u"large"_s) {
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(font);
    }
    if (look == u"pseudo"_s)
        QCoreApplication::installTranslator(&pseudo);
    if (look == u"de"_s) {
        if (!german.load(QStringLiteral(RELINK_GERMAN_QM)))
            std::fprintf(stderr, "no German translation found: build relink_translations\n");
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCoreApplication::installTranslator(&german);
    }
    if (look == u"rtl"_s)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    if (arguments.size() > 4)
        providers = arguments.at(4).split(u',');
    everything(arguments.value(3));
    return 0;
}
