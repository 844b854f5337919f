// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/badgeddelegate.h"
#include "ui/connectionfiltermodel.h"
#include "ui/connectionlistmodel.h"
#include "ui/mainwindow.h"
#include "ui/pairdialog.h"
#include "ui/stage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Two connections that work as a pair: one row more, both sides in the details.
class PairTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowShowsBothAndTheWorseLight();
    void theWorseSideMayChange();
    void keepsTheModelContract();
    void aPairWithoutASideIsNoRow();
    void searchFindsItByEitherSide();
    void countsAreOfConnections();
    void makingRenamingDissolving();
    void removingASideSaysSo();
    void couriersAreOfferedNone();
    void testConnectionsAreMarked();
};

namespace {

const Integration sales {u"p1"_s, u"Web sales"_s, {u"xero1"_s}, {u"shopify1"_s}};

ProviderFace faceOf(const QString &provider)
{
    const bool books = provider == u"xero"_s;
    return {provider, books ? u"accounting"_s : u"commerce"_s, provider.left(2)};
}

struct Rows
{
    Rows()
        : model(faceOf, [] { return Stage::now(); })
    {
        model.setConnections(stage.ports.connections.rows);
    }
    QVariant pair(int role) const { return model.index(model.rowCount() - 1).data(role); }
    Stage stage;
    ConnectionListModel model;
};

struct Window
{
    explicit Window(const QList<Integration> &pairs)
    {
        stage.ports.connections.pairs = pairs;
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
    QListView *view() const { return child<QListView>(window.get(), "connectionListView"); }
    void select(const QString &name)
    {
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            if (view()->model()->index(row, 0).data().toString() == name)
                return view()->setCurrentIndex(view()->model()->index(row, 0));
        }
        QFAIL(qPrintable(name));
    }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            result.append(view()->model()->index(row, 0).data().toString());
        return result;
    }
    template <typename T>
    T *find(const char *name) const
    {
        return child<T>(window.get(), name);
    }
    QWidget *dialog(const char *name) const
    {
        return window->findChild<QWidget *>(QLatin1StringView(name));
    }

    Stage stage;
    std::optional<Surroundings> surroundings;
    std::unique_ptr<MainWindow> window;
};

} // namespace

void PairTest::aRowShowsBothAndTheWorseLight()
{
    Rows rows;
    Connection shop = rows.stage.row(u"Web shop"_s);
    Stage::makeRed(shop, ErrorClass::Revoked, 401, u"invalid_token"_s, u"gone"_s);
    rows.model.put(shop);
    rows.model.setIntegrations({sales});
    QCOMPARE(rows.pair(Qt::DisplayRole).toString(), u"Web sales"_s);
    QCOMPARE(rows.pair(ConnectionListModel::MonogramRole).toString(), u"sh"_s);
    QCOMPARE(rows.pair(ConnectionListModel::SecondMonogramRole).toString(), u"xe"_s);
    QCOMPARE(rows.pair(ConnectionListModel::LightRole).toInt(), int(Light::Red));
    QVERIFY(rows.pair(ConnectionListModel::RowReasonRole).toString().startsWith(u"Web shop: "_s));
    const QString spoken = rows.pair(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(u"Web shop"_s) && spoken.contains(u"Accounting"_s),
             qPrintable(spoken));
    // What is done to the row is done to the side that needs it.
    QCOMPARE(rows.model.at(rows.model.rowCount() - 1)->name, u"Web shop"_s);
}

void PairTest::theWorseSideMayChange()
{
    Rows rows;
    rows.model.setIntegrations({sales});
    QSignalSpy changed(&rows.model, &QAbstractItemModel::dataChanged);
    Connection books = rows.stage.row(u"Accounting"_s);
    Stage::makeRed(books, ErrorClass::Revoked, 401, u"invalid_token"_s, u"gone"_s);
    rows.model.put(books);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(rows.model.at(rows.model.rowCount() - 1)->name, u"Accounting"_s);
    // A row keeps its place until the view is brought into order.
    QCOMPARE(rows.pair(ConnectionListModel::GroupRole).toInt(), 2);
    rows.model.reorder();
    QCOMPARE(rows.pair(ConnectionListModel::GroupRole).toInt(), 0);
}

void PairTest::keepsTheModelContract()
{
    Rows rows;
    QAbstractItemModelTester tester(&rows.model,
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    rows.model.setIntegrations({sales, {u"p2"_s, u"eBay"_s, {u"xero1"_s}, {u"ebay1"_s}}});
    QCOMPARE(rows.model.rowCount(), 9);
    rows.model.put(Stage::connection(u"new"_s, u"New"_s, u"shopify"_s, {}));
    QCOMPARE(rows.model.connectionCount(), 8);
    QCOMPARE(rows.model.integrationAt(8)->id, u"p1"_s);
    rows.model.remove({u"ebay1"_s});
    QCOMPARE(rows.model.rowCount(), 8);
    rows.model.remove({u"xero1"_s});
    QCOMPARE(rows.model.rowCount(), rows.model.connectionCount());
    rows.model.setIntegrations({});
    rows.model.setConnections({});
    QCOMPARE(rows.model.rowCount(), 0);
}

void PairTest::aPairWithoutASideIsNoRow()
{
    Rows rows;
    rows.model.setIntegrations({{u"p"_s, u"Old"_s, {u"xero1"_s}, {u"gone"_s}}});
    QCOMPARE(rows.model.rowCount(), 7);
}

void PairTest::searchFindsItByEitherSide()
{
    Rows rows;
    ConnectionFilterModel filter(&rows.model);
    rows.model.setIntegrations({sales});
    for (const QString &word : {u"web sales"_s, u"web shop"_s, u"accounting"_s}) {
        filter.setSearch(word);
        bool found = false;
        for (int row = 0; row < filter.rowCount(); ++row)
            found = found || filter.index(row, 0).data().toString() == u"Web sales"_s;
        QVERIFY2(found, qPrintable(word));
    }
}

void PairTest::countsAreOfConnections()
{
    Window alone({});
    const QString summary = child<QLabel>(alone.window.get(), "summaryLabel")->text();
    Window paired({sales, {u"p2"_s, u"eBay"_s, {u"xero1"_s}, {u"ebay1"_s}}});
    QCOMPARE(paired.view()->model()->rowCount(), 9);
    QCOMPARE(child<QLabel>(paired.window.get(), "summaryLabel")->text(), summary);
}

void PairTest::makingRenamingDissolving()
{
    Window w({});
    w.select(u"Web shop"_s);
    w.find<QPushButton>("pairButton")->click();
    QWidget *make = w.dialog("pairDialog");
    QVERIFY(make);
    auto *partners = child<QListWidget>(make, "pairListWidget");
    QVERIFY(partners->count() > 0);
    for (int i = 0; i < partners->count(); ++i) {
        if (partners->item(i)->text().startsWith(u"Accounting"_s))
            partners->setCurrentRow(i);
    }
    child<QPushButton>(make, "pairStoreButton")->click();
    QVERIFY(w.names().contains(u"Web shop – Accounting"_s));
    QCOMPARE(child<QLabel>(w.window.get(), "pairNameLabel")->text(),
             u"Pair: Web shop – Accounting"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    w.select(u"Web shop – Accounting"_s);
    w.find<QPushButton>("pairRenameButton")->click();
    QWidget *rename = w.dialog("pairDialog");
    QVERIFY(rename);
    child<QLineEdit>(rename, "pairNameLineEdit")->setText(u"Sales"_s);
    child<QPushButton>(rename, "pairStoreButton")->click();
    QVERIFY(w.names().contains(u"Sales"_s));

    // Either side is one click away, and comes before what is done to the worse one.
    w.select(u"Sales"_s);
    QWidget *next = w.find<QPushButton>("pairDissolveButton")->nextInFocusChain();
    while (next->focusPolicy() == Qt::NoFocus || !next->isVisible())
        next = next->nextInFocusChain();
    QCOMPARE(next->objectName(), u"detailsReconnectButton"_s);
    w.find<QPushButton>("pairAccountingButton")->click();
    QCOMPARE(w.view()->currentIndex().data().toString(), u"Accounting"_s);
    w.find<QPushButton>("pairDissolveButton")->click();
    child<QPushButton>(w.window.get(), "dissolveConfirmButton")->click();
    QVERIFY(!w.names().contains(u"Sales"_s));
    QCOMPARE(w.view()->model()->rowCount(), 7);
    QVERIFY(w.stage.ports.connections.pairs.isEmpty());
}

void PairTest::removingASideSaysSo()
{
    Window w({sales});
    w.select(u"Web shop"_s);
    w.find<QAction>("removeAction")->trigger();
    QString said;
    for (const QLabel *label : w.dialog("removeDialog")->findChildren<QLabel *>())
        said += label->text();
    QVERIFY2(said.contains(u"Web sales"_s), qPrintable(said));
    child<QPushButton>(w.window.get(), "removeConfirmButton")->click();
    QTRY_COMPARE(w.view()->model()->rowCount(), 6);
    QVERIFY(!w.names().contains(u"Web sales"_s));
}

void PairTest::couriersAreOfferedNone()
{
    Window w({});
    w.select(u"Warehouse"_s);
    QVERIFY(!w.find<QPushButton>("pairButton")->isVisible());
    w.select(u"Web shop"_s);
    QVERIFY(w.find<QPushButton>("pairButton")->isVisible());
}

void PairTest::testConnectionsAreMarked()
{
    Stage stage;
    stage.row(u"Accounting"_s).environment = Environment::Test;
    const Surroundings surroundings = stage.surroundings();
    (void)stage.manager().load();
    PairDialog shop(surroundings, stage.row(u"Web shop"_s));
    shop.show();
    QVERIFY(!child<QWidget>(&shop, "titleTestBadge")->isVisible());
    QStringList marked;
    const auto *partners = child<QListWidget>(&shop, "pairListWidget");
    for (int i = 0; i < partners->count(); ++i) {
        if (partners->item(i)->data(BadgedDelegate::TestRole).toBool())
            marked.append(partners->item(i)->data(Qt::AccessibleTextRole).toString());
    }
    QCOMPARE(marked, QStringList(u"Accounting (Xero), Test Mode"_s));
    PairDialog books(surroundings, stage.row(u"Accounting"_s));
    books.show();
    QVERIFY(child<QWidget>(&books, "titleTestBadge")->isVisible());
}

RELINK_TEST(PairTest)

} // namespace relink::test

#include "pairtest.moc"
