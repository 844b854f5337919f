// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/browserwaitpanel.h"
#include "ui/mainwindow.h"
#include "ui/stage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What another product holds: connected, kept and mended by the merchant's word. And the short
//! code that is typed elsewhere.
class ToldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectingIsConfirming();
    void stoppedLeadsToTheGuidedReconnect();
    void reauthorisingAsksForTheMerchantsWord();
    void othersHaveNoSuchButtons();
    void theProductThatUsesItIsNamed();
    void permissionsThatWereNotGrantedAreNamed();
    void theShortCodeIsShownAndCopied();
    void withoutACodeNoneIsShown();
    void whatWasBroughtAlongIsNoFormerAccount();
};

namespace {

QString text(const QWidget *parent, const char *name)
{
    return child<QLabel>(parent, name)->text();
}

Connection delegated()
{
    Connection c = Stage::connection(u"told1"_s, u"Bridge"_s, u"amaka"_s, QString());
    c.authMethod = u"delegated"_s;
    c.hasSecret = false;
    c.organisation = {};
    c.inputs.clear();
    c.accessExpiresAt.reset();
    c.state.health = Health::Unverified;
    c.state.verifiedAt = {};
    Diagnosis word;
    word.errorClass = ErrorClass::NotAnError;
    word.cause = u"told_works"_s;
    c.state.diagnosis = word;
    c.state.since = Stage::now().addDays(-40);
    return c;
}

struct Window
{
    explicit Window(const std::optional<Connection> &only = delegated())
    {
        stage.ports.connections.rows.clear();
        if (only)
            stage.ports.connections.rows.append(*only);
        surroundings.emplace(stage.surroundings());
        window = std::make_unique<MainWindow>(*surroundings);
        window->load();
        window->show();
        QCoreApplication::processEvents();
    }
    ~Window()
    {
        window.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    Stage stage;
    std::optional<Surroundings> surroundings;
    std::unique_ptr<MainWindow> window;
};

} // namespace

void ToldTest::connectingIsConfirming()
{
    Window w(std::nullopt);
    w.window->newIntegration();
    QWidget *open = dialog("connectDialog");
    QVERIFY(open);
    auto *search = child<QLineEdit>(open, "providerSearchLineEdit");
    search->setText(u"amaka"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!text(open, "setupPathLabel").isEmpty());
    auto *primary = child<QPushButton>(open, "connectPrimaryButton");
    QCOMPARE(QString(primary->text()).remove(u'&'), u"It works there"_s);
    primary->click();
    QTRY_COMPARE(text(open, "connectResultLabel"), u"Told by you"_s);
    QVERIFY2(text(open, "connectResultTextLabel").contains(u"22 November 2026"_s),
             qPrintable(text(open, "connectResultTextLabel")));
    QVERIFY(w.stage.ports.secrets.items.isEmpty());
    primary->click();
}

void ToldTest::stoppedLeadsToTheGuidedReconnect()
{
    Window w;
    QCOMPARE(text(w.window.get(), "detailsStatusLabel"), u"Told by you"_s);
    QVERIFY(text(w.window.get(), "detailsReasonLabel").contains(u"13 October 2026"_s));
    for (const char *name :
         {"detailsReconnectButton", "detailsAuthoriseButton", "detailsRevokeButton"})
        QVERIFY2(!child<QWidget>(w.window.get(), name)->isVisible(), name);
    child<QPushButton>(w.window.get(), "detailsStoppedButton")->click();
    QTRY_COMPARE(text(w.window.get(), "detailsStatusLabel"), u"Inactive"_s);
    QWidget *wizard = w.window->findChild<QWidget *>(u"reconnectWizard"_s);
    QVERIFY(wizard && wizard->isVisible());
    QVERIFY(!w.window->findChild<QWidget *>(u"tellDialog"_s));
    wizard->close();
    auto *again = child<QPushButton>(w.window.get(), "detailsReconnectButton");
    QVERIFY(again->isVisible());
    QTRY_VERIFY(!w.window->findChild<QWidget *>(u"reconnectWizard"_s));
    again->click();
    wizard = w.window->findChild<QWidget *>(u"reconnectWizard"_s);
    QVERIFY(wizard && wizard->isVisible());
    QCOMPARE(w.stage.ports.secrets.reads, 0);
}

void ToldTest::reauthorisingAsksForTheMerchantsWord()
{
    Connection broken = delegated();
    broken.state.health = Health::NeedsAuthorization;
    Window w(broken);
    auto *authorise = w.window->findChild<QAction *>(u"reauthoriseAction"_s);
    QVERIFY(authorise);
    authorise->trigger();
    QWidget *steps = w.window->findChild<QWidget *>(u"tellDialog"_s);
    QVERIFY(steps && steps->isVisible());
    QVERIFY(!text(steps, "setupPathLabel").isEmpty());
    child<QPushButton>(steps, "tellWorksButton")->click();
    QTRY_COMPARE(text(w.window.get(), "detailsStatusLabel"), u"Told by you"_s);
    QVERIFY(text(w.window.get(), "detailsReasonLabel").contains(u"22 November 2026"_s));
    QCOMPARE(w.stage.ports.secrets.reads, 0);
}

void ToldTest::othersHaveNoSuchButtons()
{
    Window w(Stage::connection(u"x"_s, u"Books"_s, u"xero"_s, u"Harbour"_s));
    QVERIFY(!child<QWidget>(w.window.get(), "detailsWorksButton")->isVisible());
    QVERIFY(!child<QWidget>(w.window.get(), "detailsStoppedButton")->isVisible());
    QVERIFY(child<QWidget>(w.window.get(), "detailsRevokeButton")->isVisible());
    QCOMPARE(text(w.window.get(), "detailsProviderLabel"), u"Xero"_s);
}

void ToldTest::theProductThatUsesItIsNamed()
{
    Connection books = Stage::connection(u"x"_s, u"Books"_s, u"xero"_s, u"Harbour"_s);
    books.via = u"mintsoft"_s;
    QCOMPARE(text(Window(books).window.get(), "detailsViaLabel"), u"Mintsoft"_s);
    books.via = u"A product of our own"_s;
    QCOMPARE(text(Window(books).window.get(), "detailsViaLabel"), books.via);
}

//! R37, with a pack that is shipped.
void ToldTest::permissionsThatWereNotGrantedAreNamed()
{
    Connection xero = Stage::connection(u"x1"_s, u"Books"_s, u"xero"_s, u"Harbour Outdoor Ltd"_s);
    const auto label = [](const Window &shown) {
        auto *missing = child<QLabel>(shown.window.get(), "detailsMissingLabel");
        return missing->isVisible() ? missing->text() : QString();
    };
    xero.scope.clear();
    QCOMPARE(label(Window(xero)), QString());
    xero.scope = {u"openid"_s};
    const QString named = label(Window(xero));
    QVERIFY2(named.contains("accounting."_L1), qPrintable(named));
    QVERIFY(!named.contains("openid"_L1));
}

void ToldTest::theShortCodeIsShownAndCopied()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    BrowserWaitPanel panel(surroundings, false);
    panel.begin(u"Acme"_s);
    panel.show();
    PendingAuthorization pending;
    pending.url = QUrl(u"https://acme.example/device"_s);
    pending.userCode = u"WDJB-MJHT"_s;
    panel.waitingForBrowser(pending, true);
    QVERIFY(child<QWidget>(&panel, "userCodeLabel")->isVisible());
    QCOMPARE(text(&panel, "userCodeLabel"), u"WDJB-MJHT"_s);
    QVERIFY(text(&panel, "waitingTextLabel").contains(u"Enter this code"_s));
    child<QPushButton>(&panel, "userCodeCopyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"WDJB-MJHT"_s);
}

void ToldTest::withoutACodeNoneIsShown()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    BrowserWaitPanel panel(surroundings, false);
    panel.show();
    PendingAuthorization pending;
    pending.url = QUrl(u"https://acme.example/authorize"_s);
    panel.waitingForBrowser(pending, true);
    QVERIFY(!child<QWidget>(&panel, "userCodeLabel")->isVisible());
    QVERIFY(!child<QWidget>(&panel, "userCodeCopyButton")->isVisible());
}

void ToldTest::whatWasBroughtAlongIsNoFormerAccount()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    BrowserWaitPanel panel(surroundings, false);
    panel.begin(u"Acme"_s);
    panel.show();
    const Organisation brought {u"1"_s, u"Harbour"_s};
    const Organisation reached {u"2"_s, u"Quay"_s};
    auto *keep = child<QPushButton>(&panel, "keepAccountButton");
    const QFuture<bool> answer = panel.acceptOtherThanBrought(brought, reached, {});
    QVERIFY(text(&panel, "differentAccountLabel").contains(u"brought along"_s));
    QCOMPARE(text(&panel, "formerAccountLabel"), u"Harbour"_s);
    QCOMPARE(QString(keep->text()).remove(u'&'), u"Keep nothing"_s);
    keep->click();
    QVERIFY(answer.isFinished() && !answer.result());
    (void)panel.acceptDifferentAccount(brought, {}, reached, {});
    QVERIFY(text(&panel, "differentAccountLabel").contains(u"this connection had"_s));
    QCOMPARE(QString(keep->text()).remove(u'&'), u"Keep the former account"_s);
}

RELINK_TEST(ToldTest)

} // namespace relink::test

#include "toldtest.moc"
