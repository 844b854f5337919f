// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionform.h"

#include "support/testmain.h"
#include "ui/stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The form says what is needed first, asks for what few need last, and warns without refusing.
class ConnectionFormTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void redirectAddress_data();
    void redirectAddress();
    void enteredPortIsInTheAddress();
    void anEnteredAddressStandsInsteadOfThisComputers();
    void pasteNeedsNoAddressOfThisComputer();
    void linksAreOpened();
    void anUnknownPlaceIsNoSecret_data();
    void anUnknownPlaceIsNoSecret();
    void whatIsKnownInsteadIsOffered();
    void linksGoBelowEachOtherWithoutRoom();
    void whatIsAskedForIsShownOnDemand();
    void doubtsStandBesideWhatTheyAreAbout();
    void keysOfTheOtherEnvironmentAreWarnedAbout();
    void choicesHaveNames();
    void privateKeyOfManyLines();
    void whatFewNeedIsFolded();
    void aWrongFoldedValueIsShown();
    void whatStopsWorkingIsSaid_data();
    void whatStopsWorkingIsSaid();
    void eachWayIsPutInWords();
};

namespace {

InputField field(const QString &key, bool secret = false, bool required = true)
{
    InputField result;
    result.key = key;
    result.label = key;
    result.secret = secret;
    result.required = required;
    return result;
}

std::shared_ptr<ProviderPack> makePack(AuthKind kind = AuthKind::AuthorizationCode)
{
    auto pack = std::make_shared<ProviderPack>();
    pack->id = u"acme"_s;
    pack->name = u"Acme"_s;
    pack->probe.url = u"https://acme.example/me"_s;
    AuthMethod method;
    method.id = u"only"_s;
    method.kind = kind;
    method.authorizationEndpoint = u"https://acme.example/authorize"_s;
    method.tokenEndpoint = u"https://acme.example/token"_s;
    method.inputs = {field(u"client_id"_s)};
    pack->authMethods = {method};
    return pack;
}

struct Form
{
    explicit Form(const std::shared_ptr<const ProviderPack> &pack)
        : surroundings(stage.surroundings())
        , form(surroundings, ConnectionForm::Purpose::Create)
    {
        form.setPack(pack);
        form.show();
    }
    QString text(const char *name) const { return child<QLabel>(&form, name)->text(); }

    Stage stage;
    Surroundings surroundings;
    ConnectionForm form;
};

} // namespace

void ConnectionFormTest::redirectAddress_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::newRow("any port") << 0 << QString() << u"http://127.0.0.1/callback"_s;
    QTest::newRow("a fixed port") << 48017 << QString() << u"http://127.0.0.1:48017/callback"_s;
    QTest::newRow("by name") << 48017 << u"localhost"_s << u"http://localhost:48017/callback"_s;
}

void ConnectionFormTest::redirectAddress()
{
    QFETCH(int, port);
    QFETCH(QString, host);
    QFETCH(QString, address);
    auto pack = makePack();
    pack->authMethods[0].redirectPort = port;
    pack->authMethods[0].redirectHost = host;
    Form form(pack);
    QCOMPARE(child<QLineEdit>(&form.form, "redirectAddressLineEdit")->text(), address);
    QVERIFY(child<QPushButton>(&form.form, "redirectAddressCopyButton")->isVisible());
    QVERIFY(form.text("redirectCaptionLabel").contains(u"Acme"_s));
}

void ConnectionFormTest::enteredPortIsInTheAddress()
{
    auto pack = makePack();
    pack->authMethods[0].redirectPort = 48017;
    pack->authMethods[0].inputs.append(field(u"redirect_port"_s, false, false));
    Form form(pack);
    // The client ID is still missing: what is known already counts.
    child<QLineEdit>(&form.form, "redirect_portLineEdit")->setText(u"9000"_s);
    QCOMPARE(child<QLineEdit>(&form.form, "redirectAddressLineEdit")->text(),
             u"http://127.0.0.1:9000/callback"_s);
    child<QLineEdit>(&form.form, "redirect_portLineEdit")->setText(u"0"_s);
    QCOMPARE(child<QLineEdit>(&form.form, "redirectAddressLineEdit")->text(),
             u"http://127.0.0.1/callback"_s);
}

void ConnectionFormTest::anEnteredAddressStandsInsteadOfThisComputers()
{
    auto pack = makePack();
    pack->authMethods[0].inputs.append(field(u"redirect_uri"_s, false, false));
    Form form(pack);
    child<QLineEdit>(&form.form, "client_idLineEdit")->setText(u"x"_s);
    child<QLineEdit>(&form.form, "redirect_uriLineEdit")->setText(u"https://shop.example/cb"_s);
    QCOMPARE(child<QLineEdit>(&form.form, "redirectAddressLineEdit")->text(),
             u"https://shop.example/cb"_s);
}

void ConnectionFormTest::pasteNeedsNoAddressOfThisComputer()
{
    auto pack = makePack();
    pack->authMethods[0].redirectMode = RedirectMode::Paste;
    pack->authMethods[0].redirectAlias = u"{redirect_uri}"_s;
    pack->authMethods[0].inputs.append(field(u"redirect_uri"_s));
    Form form(pack);
    QVERIFY(!child<QWidget>(&form.form, "redirectAddressLineEdit")->isVisible());
    QVERIFY(form.text("redirectNoteLabel").contains(u"https address of your own"_s));
    child<QLineEdit>(&form.form, "client_idLineEdit")->setText(u"x"_s);
    child<QLineEdit>(&form.form, "redirect_uriLineEdit")->setText(u"https://shop.example/cb"_s);
    QCOMPARE(child<QLineEdit>(&form.form, "redirectAddressLineEdit")->text(),
             u"https://shop.example/cb"_s);
    pack = makePack();
    pack->authMethods[0].redirectMode = RedirectMode::Paste;
    pack->authMethods[0].redirectAlias = u"{ru_name}"_s;
    pack->authMethods[0].inputs.append(field(u"ru_name"_s));
    form.form.setPack(pack);
    QVERIFY(form.text("redirectNoteLabel").contains(u"a name of its own"_s));
}

void ConnectionFormTest::linksAreOpened()
{
    auto pack = makePack();
    pack->authMethods[0].setupUrl = u"https://acme.example/apps"_s;
    pack->authMethods[0].setupPath = u"Settings > Apps"_s;
    pack->documentation = u"https://acme.example/docs"_s;
    Form form(pack);
    QCOMPARE(form.text("setupPathLabel"), u"Settings > Apps"_s);
    child<QPushButton>(&form.form, "setupOpenButton")->click();
    child<QPushButton>(&form.form, "setupDocumentationButton")->click();
    QCOMPARE(
        form.stage.opened,
        (QList<QUrl> {QUrl(u"https://acme.example/apps"_s), QUrl(u"https://acme.example/docs"_s)}));
    // Nothing but https, whatever a pack says.
    pack = makePack();
    pack->authMethods[0].setupUrl = u"file:///etc/passwd"_s;
    form.form.setPack(pack);
    child<QPushButton>(&form.form, "setupOpenButton")->click();
    QCOMPARE(form.stage.opened.size(), 2);
}

void ConnectionFormTest::anUnknownPlaceIsNoSecret_data()
{
    QTest::addColumn<AuthKind>("kind");
    QTest::addColumn<QString>("thing");
    QTest::newRow("sign-in") << AuthKind::AuthorizationCode << u"register one of your own"_s;
    QTest::newRow("short code") << AuthKind::DeviceCode << u"register one of your own"_s;
    QTest::newRow("own app") << AuthKind::ClientCredentials << u"client credentials"_s;
    QTest::newRow("certificate") << AuthKind::JwtBearer << u"certificate"_s;
    QTest::newRow("refresh token") << AuthKind::RefreshToken << u"for your own app"_s;
    QTest::newRow("key") << AuthKind::ApiKey << u"by key"_s;
    QTest::newRow("login") << AuthKind::Login << u"such a login"_s;
    QTest::newRow("elsewhere") << AuthKind::Delegated << u"set up"_s;
}

void ConnectionFormTest::anUnknownPlaceIsNoSecret()
{
    QFETCH(AuthKind, kind);
    QFETCH(QString, thing);
    auto pack = makePack(kind);
    Form form(pack);
    QVERIFY(child<QLabel>(&form.form, "setupUnknownLabel")->isVisible());
    const QString said = form.text("setupUnknownLabel");
    for (const QString &part :
         {u"Relink does not know where on the site of Acme"_s, u"support"_s, thing})
        QVERIFY2(said.contains(part), qPrintable(said));
    for (const char *button : {"setupOpenButton", "setupDocumentationButton", "setupAppsButton"})
        QVERIFY2(!child<QWidget>(&form.form, button)->isVisible(), button);
    // A place that is known needs no such words.
    pack->authMethods[0].setupPath = u"Settings > Apps"_s;
    form.form.setPack(std::make_shared<ProviderPack>(*pack));
    QVERIFY(!child<QLabel>(&form.form, "setupUnknownLabel")->isVisible());
}

void ConnectionFormTest::whatIsKnownInsteadIsOffered()
{
    auto pack = makePack();
    pack->authMethods[0].inputs = {field(u"client_id"_s), field(u"client_secret"_s, true),
                                   field(u"shop"_s), field(u"spare"_s, true, false)};
    pack->documentation = u"https://acme.example/docs"_s;
    pack->revocation.manageUrl = u"https://acme.example/apps"_s;
    pack->revocation.menuPath = u"Settings > Connected apps"_s;
    pack->unverified = {u"revocation.menu_path"_s};
    Form form(pack);
    const QString said = form.text("setupUnknownLabel");
    QVERIFY2(said.contains(u"client_id, client_secret."_s), qPrintable(said));
    QVERIFY(said.endsWith(u"documentation may say it too."_s));
    QVERIFY(form.text("setupManageLabel").endsWith(u"Settings > Connected apps (not confirmed)"_s));
    child<QPushButton>(&form.form, "setupDocumentationButton")->click();
    child<QPushButton>(&form.form, "setupAppsButton")->click();
    QCOMPARE(
        form.stage.opened,
        (QList<QUrl> {QUrl(u"https://acme.example/docs"_s), QUrl(u"https://acme.example/apps"_s)}));
}

void ConnectionFormTest::linksGoBelowEachOtherWithoutRoom()
{
    auto pack = makePack();
    pack->documentation = u"https://acme.example/docs"_s;
    pack->revocation.manageUrl = u"https://acme.example/apps"_s;
    Form form(pack);
    const auto *first = child<QPushButton>(&form.form, "setupDocumentationButton");
    const auto *second = child<QPushButton>(&form.form, "setupAppsButton");
    form.form.resize(900, 900);
    QCoreApplication::processEvents();
    QCOMPARE(second->geometry().top(), first->geometry().top());
    form.form.resize(first->sizeHint().width() + second->sizeHint().width() - 20, 900);
    QCoreApplication::processEvents();
    QVERIFY(second->geometry().top() >= first->geometry().bottom());
    QVERIFY(form.form.rect().contains(QRect(second->mapTo(&form.form, QPoint()), second->size())));
}

void ConnectionFormTest::whatIsAskedForIsShownOnDemand()
{
    auto pack = makePack();
    pack->authMethods[0].scopeSeparator = u","_s;
    pack->authMethods[0].inputs.append(field(u"scope"_s, false, false));
    Form form(pack);
    QVERIFY(!child<QWidget>(&form.form, "askedScopesButton")->isVisible());
    pack = std::make_shared<ProviderPack>(*pack);
    pack->authMethods[0].scopes = {u"orders.read"_s, u"offline"_s};
    form.form.setPack(pack);
    auto *button = child<QPushButton>(&form.form, "askedScopesButton");
    QVERIFY(button->isVisible());
    QVERIFY(!child<QLabel>(&form.form, "askedScopesLabel")->isVisible());
    button->click();
    QVERIFY(child<QLabel>(&form.form, "askedScopesLabel")->isVisible());
    QCOMPARE(form.text("askedScopesLabel"), u"• orders.read\n• offline"_s);
    child<QLineEdit>(&form.form, "scopeLineEdit")->setText(u"stock,<b>"_s);
    QCOMPARE(form.text("askedScopesLabel"), u"• stock\n• <b>"_s);
}

void ConnectionFormTest::doubtsStandBesideWhatTheyAreAbout()
{
    auto pack = makePack();
    pack->hasTestEnvironment = true;
    pack->authMethods[0].scopes = {u"orders.read"_s};
    pack->rateLimits.note = u"Acme takes ten calls a second."_s;
    Form form(pack);
    const auto doubted = [&form] {
        QStringList all;
        for (const char *name :
             {"redirectNoteLabel", "testNoteLabel", "askedScopesDoubtLabel", "pitfallsLabel"}) {
            if (form.text(name).contains(u"not confirmed"_s))
                all.append(QString::fromLatin1(name));
        }
        return all.join(u' ');
    };
    QCOMPARE(doubted(), QString());
    const QList<std::pair<QString, QString>> doubts {
        {u"redirect (loopback)"_s, u"redirectNoteLabel"_s},
        {u"environments.test"_s, u"testNoteLabel"_s},
        {u"scopes"_s, u"askedScopesDoubtLabel"_s},
        {u"rate_limits.note (one guide)"_s, u"pitfallsLabel"_s}};
    for (const auto &[entry, label] : doubts) {
        pack = std::make_shared<ProviderPack>(*pack);
        pack->unverified = {entry};
        form.form.setPack(pack);
        QCOMPARE(doubted(), label);
    }
}

void ConnectionFormTest::keysOfTheOtherEnvironmentAreWarnedAbout()
{
    auto pack = makePack(AuthKind::ApiKey);
    pack->hasTestEnvironment = true;
    pack->authMethods[0].inputs = {field(u"api_key"_s, true)};
    pack->authMethods[0].keyInput = u"api_key"_s;
    pack->authMethods[0].inputs[0].shapes
        = {{u"sk_live_"_s, Environment::Production}, {u"sk_test_"_s, Environment::Test}};
    Form form(pack);
    child<QLineEdit>(&form.form, "api_keyLineEdit")->setText(u"sk_test_1"_s);
    const auto warned
        = [&form] { return child<QLabel>(&form.form, "api_keyLintLabel")->isVisible(); };
    QVERIFY(warned());
    QVERIFY(form.text("api_keyLintLabel").contains(u"Test Mode is off"_s));
    QVERIFY(form.form.validate()); // never refused
    child<QCheckBox>(&form.form, "testModeCheckBox")->click();
    QCOMPARE(child<QLineEdit>(&form.form, "api_keyLineEdit")->text(), u"sk_test_1"_s);
    QVERIFY(!warned());
    child<QLineEdit>(&form.form, "api_keyLineEdit")->setText(u"sk_live_1"_s);
    QVERIFY(form.text("api_keyLintLabel").contains(u"Test Mode is on"_s));
}

void ConnectionFormTest::choicesHaveNames()
{
    auto pack = makePack();
    InputField region = field(u"region"_s);
    region.choices = {u"eu"_s, u"us"_s};
    region.choiceLabels = {{u"eu"_s, u"Europe"_s}};
    pack->authMethods[0].inputs.append(region);
    Form form(pack);
    auto *box = child<QComboBox>(&form.form, "regionComboBox");
    QCOMPARE(box->itemText(0), u"Europe"_s);
    QCOMPARE(box->itemText(1), u"us"_s);
    QCOMPARE(form.form.connectRequest().inputs.value(u"region"_s), u"eu"_s);
}

void ConnectionFormTest::privateKeyOfManyLines()
{
    auto pack = makePack(AuthKind::JwtBearer);
    pack->authMethods[0].inputs.append(field(u"private_key"_s, true));
    pack->authMethods[0].assertion.algorithm = u"RS256"_s;
    pack->authMethods[0].assertion.keyInput = u"private_key"_s;
    Form form(pack);
    auto *key = child<QPlainTextEdit>(&form.form, "private_keyTextEdit");
    QVERIFY(key->isVisible());
    key->setPlainText(u"-----BEGIN PUBLIC KEY-----\nAA\n-----END PUBLIC KEY-----"_s);
    QVERIFY(key->isVisible());
    QVERIFY(form.text("private_keyLintLabel").contains(u"public half"_s));
    const QString pem = u"-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----"_s;
    key->setPlainText(pem);
    QVERIFY(!child<QLabel>(&form.form, "private_keyLintLabel")->isVisible());
    // Complete, it is masked like every secret, and arrives with its lines.
    QVERIFY(!key->isVisible());
    QCOMPARE(form.text("private_keyMaskedLabel"), u"Private key, 3 lines"_s);
    QCOMPARE(form.form.connectRequest().secrets.value(u"private_key"_s).reveal(), pem.toUtf8());
    child<QPushButton>(&form.form, "private_keyShowButton")->click();
    QVERIFY(key->isVisible());
    key->clear();
    QVERIFY(key->isVisible());
    QVERIFY(!child<QWidget>(&form.form, "private_keyShowButton")->isVisible());
}

void ConnectionFormTest::whatFewNeedIsFolded()
{
    auto pack = makePack();
    pack->authMethods[0].inputs.append(field(u"scope"_s, false, false));
    pack->authMethods[0].inputs.append(field(u"shop"_s, false, false));
    Form form(pack);
    QVERIFY(!child<QWidget>(&form.form, "scopeLineEdit")->isVisible());
    QVERIFY(child<QWidget>(&form.form, "shopLineEdit")->isVisible());
    child<QPushButton>(&form.form, "moreOptionsButton")->click();
    QVERIFY(child<QWidget>(&form.form, "scopeLineEdit")->isVisible());
    // Nothing to fold, no line that opens nothing.
    form.form.setPack(makePack());
    QVERIFY(!child<QWidget>(&form.form, "moreOptionsButton")->isVisible());
}

void ConnectionFormTest::aWrongFoldedValueIsShown()
{
    auto pack = makePack();
    InputField port = field(u"redirect_port"_s, false, false);
    port.pattern = u"[0-9]+"_s;
    pack->authMethods[0].inputs.append(port);
    Form form(pack);
    child<QLineEdit>(&form.form, "client_idLineEdit")->setText(u"x"_s);
    child<QLineEdit>(&form.form, "redirect_portLineEdit")->setText(u"many"_s);
    QVERIFY(!form.form.validate());
    QVERIFY(child<QLabel>(&form.form, "redirect_portProblemLabel")->isVisible());
}

void ConnectionFormTest::whatStopsWorkingIsSaid_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("begin");
    // The stage stands on 22 November 2026.
    QTest::newRow("past") << QDate(2026, 3, 2) << u"Since 2 March 2026"_s;
    QTest::newRow("soon") << QDate(2027, 2, 1) << u"From 1 February 2027"_s;
    QTest::newRow("long past") << QDate(2024, 5, 1) << QString();
    QTest::newRow("far off") << QDate(2031, 2, 1) << QString();
}

void ConnectionFormTest::whatStopsWorkingIsSaid()
{
    QFETCH(QDate, date);
    QFETCH(QString, begin);
    auto pack = makePack();
    pack->deprecations = {{u"Old keys end."_s, date, u"x"_s}};
    pack->pitfalls = {u"A second sign-in ends the first."_s};
    pack->rateLimits.note = u"Acme takes ten calls a second."_s;
    Form form(pack);
    QCOMPARE(child<QLabel>(&form.form, "deprecationsLabel")->isVisible(), !begin.isEmpty());
    QVERIFY(form.text("deprecationsLabel").startsWith(begin));
    QVERIFY(!child<QLabel>(&form.form, "pitfallsLabel")->isVisible());
    child<QPushButton>(&form.form, "providerNotesButton")->click();
    QVERIFY(child<QLabel>(&form.form, "pitfallsLabel")->isVisible());
    // Old news are good to know, and no warning; nor is how much may be asked.
    const QString notes = form.text("pitfallsLabel");
    QCOMPARE(notes.contains(u"Old keys end."_s), date < QDate(2025, 11, 22));
    QVERIFY2(notes.contains(u"• Acme takes ten calls a second."_s), qPrintable(notes));
}

void ConnectionFormTest::eachWayIsPutInWords()
{
    auto pack = makePack();
    AuthMethod key;
    key.id = u"key"_s;
    key.label = u"Key"_s;
    key.kind = AuthKind::ApiKey;
    key.keyInput = u"api_key"_s;
    key.inputs = {field(u"api_key"_s, true)};
    pack->authMethods.append(key);
    Form form(pack);
    QSignalSpy changed(&form.form, &ConnectionForm::methodChanged);
    QVERIFY(form.text("authMethodLabel").contains(u"browser"_s));
    child<QComboBox>(&form.form, "authMethodComboBox")->setCurrentIndex(1);
    QCOMPARE(changed.size(), 1);
    QVERIFY(form.text("authMethodLabel").contains(u"paste it here"_s));
    QVERIFY(!child<QWidget>(&form.form, "redirectAddressLineEdit")->isVisible());
    QTRY_VERIFY(child<QWidget>(&form.form, "api_keyLineEdit")->isVisible());
}

RELINK_TEST(ConnectionFormTest)

} // namespace relink::test

#include "connectionformtest.moc"
