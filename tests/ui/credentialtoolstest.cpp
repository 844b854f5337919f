// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/authorizedialog.h"
#include "ui/checktable.h"
#include "ui/comparekeybox.h"
#include "ui/secondsignin.h"
#include "ui/testmodecell.h"
#include "ui/testmodetable.h"

#include "core/rules/checkresults.h"
#include "support/testmain.h"
#include "ui/stage.h"
#include "ui/textlabel.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

QString marked(const TestModeTable &table)
{
    QString cells;
    for (int i = 1; i <= 4; ++i) {
        const auto *cell
            = child<TestModeCell>(&table, qPrintable(QStringLiteral("testModeCell%1").arg(i)));
        if (cell && cell->isMarked())
            cells += QString::number(i);
    }
    return cells;
}

AuthMethod keyMethod()
{
    InputField key;
    key.key = u"api_key"_s;
    key.secret = true;
    key.shapes = {{u"sk_live_"_s, Environment::Production}, {u"sk_test_"_s, Environment::Test}};
    AuthMethod method;
    method.kind = AuthKind::ApiKey;
    method.inputs = {key};
    return method;
}

} // namespace

//! The small tools around a credential: the Test Mode table, comparing, and the checks as a table.
class CredentialToolsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCellThatHoldsIsMarked_data();
    void theCellThatHoldsIsMarked();
    void beginningsOfKeysAreSaid();
    void comparesWithoutShowing();
    void nothingToCompareNoBox();
    void anUnknownTestModeHasNoSentence();
    void aFaultOfThisComputerSaysWhatHelps();
    void asksBeforeASecondSignIn_data();
    void asksBeforeASecondSignIn();
};

void CredentialToolsTest::theCellThatHoldsIsMarked_data()
{
    QTest::addColumn<int>("credential");
    QTest::addColumn<bool>("on");
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("words");
    QTest::newRow("MIN-M1") << 1 << true << u"1"_s << u"match"_s;
    QTest::newRow("MIN-M2") << 0 << false << u"4"_s << u"match"_s;
    QTest::newRow("MIN-M3") << 1 << false << u"2"_s << u"must match"_s;
    QTest::newRow("MIN-M4") << 0 << true << u"3"_s << u"must match"_s;
    QTest::newRow("not told, on") << -1 << true << u"13"_s << u"only a credential for tests"_s;
    QTest::newRow("not told, off") << -1 << false << u"24"_s << u"only a credential for live use"_s;
}

void CredentialToolsTest::theCellThatHoldsIsMarked()
{
    QFETCH(int, credential);
    QFETCH(bool, on);
    QFETCH(QString, cells);
    QFETCH(QString, words);
    TestModeTable table;
    std::optional<Environment> made;
    if (credential >= 0)
        made = credential == 1 ? Environment::Test : Environment::Production;
    table.setCase(made, on ? Environment::Test : Environment::Production);
    QCOMPARE(marked(table), cells);
    const QString said = child<QLabel>(&table, "testModeSentenceLabel")->text();
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(table.accessibleDescription(), said);
}

void CredentialToolsTest::beginningsOfKeysAreSaid()
{
    TestModeTable table;
    table.setMethod(keyMethod());
    const auto *label = child<QLabel>(&table, "testModeBeginningsLabel");
    QVERIFY(!label->isHidden());
    QVERIFY(label->text().contains(u"sk_test_"_s));
    QVERIFY(label->text().contains(u"sk_live_"_s));
    table.setMethod({});
    QVERIFY(label->isHidden());
}

void CredentialToolsTest::comparesWithoutShowing()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    Connection connection;
    for (const Connection &known : stage.manager().connections()) {
        if (known.provider == "mintsoft"_L1)
            connection = known;
    }
    QVERIFY(!connection.provider.isEmpty());
    CompareKeyBox box(surroundings, connection);
    QVERIFY(box.hasFields());
    auto *value = child<QLineEdit>(&box, "compareValueLineEdit");
    QCOMPARE(value->echoMode(), QLineEdit::Password);
    QVERIFY(child<QLabel>(&box, "compareDatesLabel")->text().contains(u"Set up here"_s));
    auto *compare = child<QPushButton>(&box, "compareButton");
    QVERIFY(!compare->isEnabled());
    value->setText(u"something else"_s);
    compare->click();
    auto *outcome = child<QLabel>(&box, "compareOutcomeLabel");
    QTRY_VERIFY(!outcome->isHidden());
    QVERIFY(!outcome->text().isEmpty());
    QVERIFY(!outcome->text().contains(u"something"_s));
    QVERIFY(value->text().isEmpty());

    QDialog around;
    auto *layout = new QVBoxLayout(&around);
    auto *inDialog = new CompareKeyBox(surroundings, connection);
    auto *next = new QPushButton;
    next->setDefault(true);
    layout->addWidget(inDialog);
    layout->addWidget(next);
    bool left = false;
    connect(next, &QPushButton::clicked, this, [&left] { left = true; });
    around.show();
    value = child<QLineEdit>(inDialog, "compareValueLineEdit");
    value->setText(u"something else"_s);
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_VERIFY(!child<QLabel>(inDialog, "compareOutcomeLabel")->isHidden());
    QTest::keyClick(value, Qt::Key_Enter);
    QVERIFY(!left);
}

void CredentialToolsTest::anUnknownTestModeHasNoSentence()
{
    TestModeTable table;
    const auto *sentence = child<QLabel>(&table, "testModeSentenceLabel");
    QVERIFY(sentence->isHidden());
    table.setCase(std::nullopt, Environment::Test);
    QVERIFY(!sentence->isHidden());
}

void CredentialToolsTest::nothingToCompareNoBox()
{
    Stage stage;
    const Surroundings surroundings = stage.surroundings();
    Connection nobody;
    nobody.provider = u"gone"_s;
    QVERIFY(!CompareKeyBox(surroundings, nobody).hasFields());
}

void CredentialToolsTest::aFaultOfThisComputerSaysWhatHelps()
{
    CheckTable table;
    const QList<CheckResult> results {
        failedCheck(CheckId::Proxy, u"proxy"_s, ErrorClass::Proxy),
        passedCheck(CheckId::Tls, checkdetail::notLookedAt),
        failedCheck(CheckId::Scopes, u"missing"_s, ErrorClass::PermissionScope)};
    table.setChecks({CheckId::Proxy, CheckId::Tls, CheckId::Scopes}, results, false, u"Acme"_s);
    const QString advice = child<QLabel>(&table, "proxyCheckAdviceLabel")->text();
    QVERIFY2(advice.contains(u"your account are not the cause"_s), qPrintable(advice));
    QVERIFY2(advice.contains(u"proxy settings"_s), qPrintable(advice));
    QVERIFY(!table.findChild<QLabel *>(u"tlsCheckAdviceLabel"_s));
    QVERIFY(!table.findChild<QLabel *>(u"scopesCheckAdviceLabel"_s));
    QVERIFY(child<QLabel>(&table, "tlsCheckLabel")->text().contains(u"not looked at"_s));
    const QStringList spoken = table.spoken().split(u'\n');
    QCOMPARE(spoken.size(), 3);
    QVERIFY(spoken.at(0).endsWith(child<QLabel>(&table, "proxyCheckLabel")->text()));
}

void CredentialToolsTest::asksBeforeASecondSignIn_data()
{
    QTest::addColumn<bool>("sameCompany");
    QTest::newRow("same company and user") << true;
    QTest::newRow("another company") << false;
}

// P4
void CredentialToolsTest::asksBeforeASecondSignIn()
{
    QFETCH(bool, sameCompany);
    Stage stage;
    for (const QString &name : {u"Books"_s, u"Second books"_s}) {
        Connection made = Stage::connection(name, name, u"sage_intacct"_s, u"Harbour"_s);
        made.hasSecret = true;
        made.environment = Environment::Test;
        made.organisation.id = sameCompany ? u"one"_s : name;
        stage.ports.connections.rows.append(made);
    }
    const Surroundings surroundings = stage.surroundings();
    const std::optional<Connection> books = stage.manager().connection({u"Books"_s});
    QVERIFY(books);
    QCOMPARE(secondSignInWarning(surroundings, *books).contains(u"“Second books”"_s), sameCompany);
    if (!sameCompany)
        return;
    QPointer<AuthorizeDialog> dialog(new AuthorizeDialog(surroundings, *books));
    dialog->show();
    dialog->start();
    QVERIFY(child<QWidget>(dialog, "authoriseGoOnButton")->isVisible());
    QVERIFY(child<QWidget>(dialog, "titleTestBadge")->isVisible());
    QVERIFY(stage.ports.agent.requests.isEmpty());
    child<QPushButton>(dialog, "authoriseGoOnButton")->click();
    QTRY_COMPARE(stage.ports.agent.requests.size(), 1);
    QTRY_VERIFY(!dialog);
}

RELINK_TEST(CredentialToolsTest)

} // namespace relink::test

#include "credentialtoolstest.moc"
