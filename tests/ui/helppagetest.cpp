// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helppage.h"
#include "core/rules/helptopics.h"
#include "services/documentation.h"
#include "storage/profile.h"
#include "storage/sqlitehelpanswerstore.h"
#include "support/testmain.h"
#include "ui/diagnosing.h"
#include "ui/mainwindow.h"
#include "ui/stage.h"
#include "ui/textlabel.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QStringList shownIn(const QListWidget *list)
{
    QStringList ids;
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden())
            ids += list->item(row)->data(Qt::UserRole).toString();
    }
    return ids;
}

QString textOf(const QWidget *parent, const char *objectName)
{
    return child<TextLabel>(parent, objectName)->text();
}

//! Everything green but the rows of these names.
void leaveRed(Stage &stage, const QStringList &names)
{
    for (Connection &row : stage.ports.connections.rows) {
        if (names.contains(row.name))
            continue;
        row.state.health = Health::Connected;
        row.state.diagnosis.reset();
        row.state.error.reset();
    }
}

} // namespace

//! The Help page and the menu Help.
class HelpPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTopicOpensByKeyboard()
    {
        Stage stage;
        MainWindow window(stage.surroundings());
        window.load();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        auto *page = child<HelpPage>(&window, "helpPage");
        QVERIFY(page && page->isVisible());
        auto *list = child<QListWidget>(page, "helpTopicListWidget");
        QCOMPARE(list->count(), documentation().topics.size());
        QVERIFY(list->hasFocus());
        for (const HelpTopic &topic : documentation().topics) {
            QCOMPARE(page->topic(), topic.id);
            QCOMPARE(textOf(page, "helpTitleLabel"), topic.title);
            QVERIFY(textOf(page, "helpSourcesLabel").startsWith(u"Documented by: "_s));
            QTest::keyClick(list, Qt::Key_Down);
        }
    }

    //! Every row of an article, with the way through its menus and what it is marked with.
    void anArticleIsReadWhole()
    {
        Stage stage;
        MainWindow window(stage.surroundings());
        window.showHelp(u"sage_intacct"_s);
        for (const QString &id : documentation().articles.value(u"sage_intacct"_s)) {
            const auto *text = window.findChild<TextLabel *>(id + u"RowLabel"_s);
            QVERIFY2(text && !text->text().isEmpty(), qPrintable(id));
        }
        QVERIFY(textOf(&window, "SGE-13NoteLabel").contains(u"built your integration"_s));
        QVERIFY(textOf(&window, "SGE-50UnsafeLabel").startsWith(u"5. Unsafe: "_s));
        window.showHelp(u"mintsoft"_s);
        QVERIFY(
            textOf(&window, "MIN-41NoteLabel").contains(u"Settings > Warehouse User Accounts"_s));
    }

    void searchLooksIntoTheTopics()
    {
        Stage stage;
        MainWindow window(stage.surroundings());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showHelp();
        auto *page = child<HelpPage>(&window, "helpPage");
        auto *list = child<QListWidget>(page, "helpTopicListWidget");
        auto *search = child<QLineEdit>(page, "helpSearchLineEdit");
        child<QAction>(&window, "searchAction")->trigger();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"ms-APIKEY header"_s);
        QCOMPARE(shownIn(list), QStringList {u"mintsoft"_s});
        QCOMPARE(page->topic(), u"mintsoft"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->hasFocus());
        search->setText(u"AMK-13"_s);
        QCOMPARE(shownIn(list), (QStringList {u"access_token"_s, u"amaka"_s}));
        search->setText(u"nobody’s words"_s);
        QVERIFY(shownIn(list).isEmpty());
        QVERIFY(child<TextLabel>(page, "helpNothingLabel")->isVisible());
        search->clear();
        QCOMPARE(shownIn(list).size(), documentation().topics.size());
    }

    //! AMK-04: with exactly one red connection its way back opens, else the merchant is asked.
    void reconnectFindsTheConnection_data()
    {
        QTest::addColumn<QStringList>("red");
        QTest::addColumn<int>("offered"); // 0: none has to be chosen
        QTest::newRow("one") << QStringList {u"eBay orders"_s} << 0;
        QTest::newRow("two") << QStringList {u"eBay orders"_s, u"Warehouse"_s} << 2;
        QTest::newRow("none") << QStringList() << 7;
    }
    void reconnectFindsTheConnection()
    {
        QFETCH(const QStringList, red);
        QFETCH(const int, offered);
        Stage stage;
        leaveRed(stage, red);
        MainWindow window(stage.surroundings());
        window.load();
        window.show();
        window.showHelp(u"reconnect"_s);
        child<QPushButton>(&window, "helpReconnectButton")->click();
        if (offered > 0) {
            QWidget *chooser = dialog("connectionChooser");
            QVERIFY(chooser);
            auto *list = child<QListWidget>(chooser, "chooserListWidget");
            QCOMPARE(list->count(), offered);
            QVERIFY(!dialog("reconnectWizard"));
            QTest::keyClick(list, Qt::Key_Return);
            QTRY_VERIFY(!dialog("connectionChooser"));
        }
        QWidget *wizard = dialog("reconnectWizard");
        QVERIFY(wizard);
        if (!red.isEmpty())
            QVERIFY(wizard->windowTitle().contains(red.first()));
    }

    void withoutConnectionsThereIsNothingToReconnect()
    {
        Stage stage(0);
        MainWindow window(stage.surroundings());
        window.load();
        window.show();
        child<QAction>(&window, "helpReconnectAction")->trigger();
        QWidget *chooser = dialog("connectionChooser");
        QVERIFY(chooser);
        QVERIFY(!child<QPushButton>(chooser, "chooserPrimaryButton")->isVisible());
        QTest::keyClick(chooser, Qt::Key_Escape);
        QTRY_VERIFY(!dialog("connectionChooser"));
    }

    //! AMK-18, SGE-57, MIN-85, XRM-40.
    void yesAndNoAreKeptAndCanBeChanged()
    {
        const Profile profile;
        {
            const auto database = profile.ready();
            SqliteHelpAnswerStore answers(*database);
            Stage stage;
            Surroundings surroundings = stage.surroundings();
            surroundings.helpAnswers = &answers;
            MainWindow window(surroundings);
            window.show();
            window.showHelp(u"status_401"_s);
            QVERIFY(child<TextLabel>(&window, "helpReplyLabel")->isHidden());
            child<QPushButton>(&window, "helpYesButton")->click();
            QVERIFY(textOf(&window, "helpReplyLabel").startsWith(u"That’s great!"_s));
            window.showHelp(u"status_403"_s);
            QVERIFY(child<TextLabel>(&window, "helpReplyLabel")->isHidden());
            QVERIFY(!child<QPushButton>(&window, "helpYesButton")->isChecked());
            child<QPushButton>(&window, "helpYesButton")->click();
            child<QPushButton>(&window, "helpNoButton")->click();
            QVERIFY(textOf(&window, "helpReplyLabel").startsWith(u"Sorry!"_s));
        }
        const auto database = profile.ready();
        SqliteHelpAnswerStore answers(*database);
        Stage stage;
        Surroundings surroundings = stage.surroundings();
        surroundings.helpAnswers = &answers;
        MainWindow window(surroundings);
        window.showHelp(u"status_401"_s);
        QVERIFY(child<QPushButton>(&window, "helpYesButton")->isChecked());
        window.showHelp(u"status_403"_s);
        QVERIFY(child<QPushButton>(&window, "helpNoButton")->isChecked());
        QVERIFY(!child<QPushButton>(&window, "helpYesButton")->isChecked());
    }

    void withoutAStoreNobodyIsAsked()
    {
        Stage stage;
        MainWindow window(stage.surroundings());
        window.show();
        window.showHelp();
        QVERIFY(child<QWidget>(&window, "helpAnswer")->isHidden());
    }

    void supportWithAnAddress()
    {
        Stage stage;
        stage.row(u"Accounting"_s).via = u"Xeroom"_s;
        MainWindow window(stage.surroundings());
        window.load();
        window.show();
        auto *view = child<QListView>(&window, "connectionListView");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString().contains(u"Accounting"_s))
                view->setCurrentIndex(view->model()->index(row, 0));
        }
        child<QAction>(&window, "contactSupportAction")->trigger();
        QWidget *contact = dialog("contactDialog");
        QVERIFY(contact);
        QVERIFY(contact->windowTitle().contains(u"Accounting"_s));
        // Those of the product and those of the provider.
        for (const auto &[button, page] :
             {std::pair {"xeroomContactPageButton", u"https://support.xeroom.com/"_s},
              std::pair {"xeroContactPageButton",
                         u"https://central.xero.com/s/contact-support"_s}}) {
            child<QPushButton>(contact, button)->click();
            QCOMPARE(stage.opened.last(), QUrl(page));
        }
        child<QPushButton>(contact, "contactPacketButton")->click();
        QVERIFY(dialog("supportDialog"));
    }

    void supportWithoutAnAddress()
    {
        Stage stage;
        leaveRed(stage, {});
        stage.ports.connections.rows = {stage.row(u"Web shop"_s)};
        MainWindow window(stage.surroundings());
        window.load();
        window.show();
        window.showHelp(); // no row is selected here, but there is only one
        child<QAction>(&window, "helpContactAction")->trigger();
        QWidget *contact = dialog("contactDialog");
        QVERIFY(contact);
        QVERIFY(textOf(contact, "shopifyContactLabel").contains(u"knows no support address"_s));
        QVERIFY(!contact->findChild<QPushButton *>(u"shopifyContactPageButton"_s));
        child<QPushButton>(contact, "shopifyContactStatusButton")->click();
        QCOMPARE(stage.opened.size(), 1);
        child<QPushButton>(contact, "contactCloseButton")->click();
    }

    //! AMK-13.
    void whatIsThisOpensTheTopic()
    {
        AcmeWindow acme;
        MainWindow *window = openPage(acme);
        paste(window, expired);
        QTRY_VERIFY(isShown(window, "whatIsThisButton"));
        child<QPushButton>(window, "whatIsThisButton")->click();
        auto *page = child<HelpPage>(window, "helpPage");
        QVERIFY(page->isVisible());
        QCOMPARE(page->topic(), u"access_token"_s);
        window->showDiagnose();
        paste(window, u"{\"error\":\"rate_limited\",\"status\":429}"_s);
        QTRY_VERIFY(!isShown(window, "whatIsThisButton"));
    }

    //! SGE-52, from the menu Help.
    void theAccessTokenIsForgotten()
    {
        AcmeWindow acme;
        const ConnectionId id = acme.fixture.connected();
        acme.open();
        const qsizetype before = acme.fixture.fakes.tokenEndpoint.calls.size();
        acme.fixture.fakes.tokenEndpoint.answers.append(
            jsonAnswer(200, ManagerFixture::tokens("a2", "r2")));
        acme.fixture.fakes.probe.answers.append(ManagerFixture::me());
        acme.window->showHelp(); // no row is selected here, but there is only one
        child<QAction>(acme.window.get(), "helpForgetTokenAction")->trigger();
        QTRY_COMPARE(acme.fixture.fakes.tokenEndpoint.calls.size() - before, 1);
        QTRY_COMPARE(acme.fixture.stored(id).accessToken.reveal(), QByteArray("a2"));
        QCOMPARE(acme.fixture.light(id), u"green"_s);
    }
};

RELINK_TEST(HelpPageTest)
#include "helppagetest.moc"
