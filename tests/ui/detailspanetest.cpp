// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QPlainTextEdit>
#include <QScrollBar>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What stands beside the list about the selected connection.
class DetailsPaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeadAccessIsValidUntilNothing();
    void onlyReadableIdentitiesAreShown_data();
    void onlyReadableIdentitiesAreShown();
    void longWordsOfAProviderWrap();
};

void DetailsPaneTest::aDeadAccessIsValidUntilNothing()
{
    Stage stage;
    Connection &row = stage.row(u"eBay orders"_s);
    row.accessExpiresAt = Stage::now().addSecs(3600);
    row.refreshExpiresAt = Stage::now().addDays(30);
    row.state.verifiedAt = {};
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QCOMPARE(AcmeWindow::text(&window, "detailsStatusLabel"), u"Inactive"_s);
    for (const char *fact : {"detailsAccessLabel", "detailsSignInLabel", "detailsVerifiedLabel"})
        QVERIFY2(!child<QWidget>(&window, fact)->isVisible(), fact);
}

void DetailsPaneTest::onlyReadableIdentitiesAreShown_data()
{
    QTest::addColumn<QString>("identity");
    QTest::addColumn<bool>("shown");
    QTest::newRow("address") << u"anna@example.com"_s << true;
    QTest::newRow("name") << u"harbour-outdoor-2024"_s << true;
    QTest::newRow("shop") << u"harbour-outdoor24.example.com"_s << true;
    QTest::newRow("uuid") << u"0b1f6d1c-7c1f-4f0e-9b1e-2d1c6a7f8e90"_s << false;
    QTest::newRow("number") << u"918273645"_s << false;
    QTest::newRow("key") << u"Zx81kQpL0aTTvB3e9Wm2"_s << false;
}

void DetailsPaneTest::onlyReadableIdentitiesAreShown()
{
    QFETCH(QString, identity);
    QFETCH(bool, shown);
    Stage stage;
    stage.row(u"eBay orders"_s).identity = identity;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QCOMPARE(child<QWidget>(&window, "detailsIdentityLabel")->isVisible(), shown);
}

void DetailsPaneTest::longWordsOfAProviderWrap()
{
    Stage stage;
    Connection &row = stage.row(u"eBay orders"_s);
    Stage::makeRed(row, ErrorClass::ExpiredRefresh, 400, u"invalid_grant"_s,
                   u"the provided authorisation grant is invalid, expired or revoked"_s);
    MainWindow window(stage.surroundings());
    window.load();
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *words = child<QPlainTextEdit>(&window, "detailsOwnWordsTextEdit");
    const int line = words->fontMetrics().lineSpacing();
    QVERIFY(words->isReadOnly());
    QVERIFY(words->height() > 2 * line);
    QCOMPARE(words->verticalScrollBar()->maximum(), 0);
    const auto *copy = child<QWidget>(&window, "detailsOwnWordsCopyButton");
    words->setFocus();
    QTest::keyClick(words, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), copy);
}

RELINK_TEST(DetailsPaneTest)

} // namespace relink::test

#include "detailspanetest.moc"
