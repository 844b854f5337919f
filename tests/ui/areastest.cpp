// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/areas.h"
#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/arealist.h"
#include "ui/connectionlistmodel.h"
#include "ui/saveerrordialog.h"

#include <QComboBox>
#include <QListView>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

AreaReport report(const QString &area, const QString &what, bool works)
{
    AreaReport r;
    r.area = area;
    r.what = what;
    r.works = works;
    r.since = Stage::now().addSecs(-3 * 3600);
    r.checkedAt = Stage::now().addSecs(-120);
    return r;
}

AreaReport pasted(const QString &what)
{
    AreaReport r = report({}, what, false);
    r.source = AreaSource::Pasted;
    return r;
}

QStringList linesOf(const QWidget *parent)
{
    QStringList lines;
    for (const QLabel *label : child<AreaList>(parent, "areaList")->findChildren<QLabel *>()) {
        if (label->objectName() == "areaLabel"_L1)
            lines.append(label->text());
    }
    return lines;
}

struct Open
{
    explicit Open(Stage &stage)
        : window(stage.surroundings())
    {
        window.load();
        window.show();
    }
    void select(const QString &name)
    {
        auto *view = child<QListView>(&window, "connectionListView");
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data(Qt::DisplayRole).toString() == name)
                view->setCurrentIndex(index);
        }
    }
    QModelIndex current()
    {
        return child<QListView>(&window, "connectionListView")->currentIndex();
    }

    MainWindow window;
};

} // namespace

//! What works and what does not: on the row, in the details, and when an error is saved.
class AreasWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGreenRowSaysWhatIsRefused();
    void nothingKnownShowsNothing();
    void redStopsAllThatIsKnown();
    void thePairOfAMarkedSideSaysSo();
    void worksAgain();
    void theQuestionNamesWhatThePackKnows();
};

void AreasWindowTest::aGreenRowSaysWhatIsRefused()
{
    Stage stage;
    stage.row(u"Web shop"_s).areas
        = {report(u"orders"_s, u"Orders"_s, false), report(u"products"_s, u"Products"_s, true)};
    Open open(stage);
    open.select(u"Web shop"_s);
    QCOMPARE(AcmeWindow::text(&open.window, "detailsStatusLabel"), u"Active"_s);
    const QString reason = open.current().data(ConnectionListModel::RowReasonRole).toString();
    QVERIFY2(reason.startsWith(u"Orders: refused since"_s), qPrintable(reason));
    QVERIFY(open.current().data(ConnectionListModel::MarkedRole).toBool());
    QVERIFY(open.current().data(Qt::AccessibleTextRole).toString().contains(u"Orders"_s));
    const QStringList lines = linesOf(&open.window);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.first().startsWith(u"Orders: refused since"_s), qPrintable(lines.first()));
    QVERIFY2(lines.last().startsWith(u"Products: works"_s), qPrintable(lines.last()));
    QVERIFY(!open.window.findChild<QPushButton *>(u"areaWorksButton"_s));
}

void AreasWindowTest::nothingKnownShowsNothing()
{
    Stage stage;
    Open open(stage);
    open.select(u"Web shop"_s);
    QVERIFY(!child<AreaList>(&open.window, "areaList")->isVisible());
    QVERIFY(!open.current().data(ConnectionListModel::MarkedRole).toBool());
}

void AreasWindowTest::redStopsAllThatIsKnown()
{
    Stage stage;
    stage.row(u"eBay orders"_s).areas = {report(u"stock"_s, u"Stock"_s, true)};
    Open open(stage);
    open.select(u"eBay orders"_s);
    const QStringList lines = linesOf(&open.window);
    QCOMPARE(lines,
             QStringList({u"Orders: stopped with the connection"_s,
                          u"Stock: stopped with the connection"_s}));
    QVERIFY(!open.current().data(ConnectionListModel::MarkedRole).toBool());
}

void AreasWindowTest::thePairOfAMarkedSideSaysSo()
{
    Stage stage;
    stage.row(u"Web shop"_s).areas = {report(u"orders"_s, u"Orders"_s, false)};
    stage.ports.connections.pairs = {{u"p1"_s, u"Web sales"_s, {u"xero1"_s}, {u"shopify1"_s}}};
    Open open(stage);
    open.select(u"Web sales"_s);
    const QString reason = open.current().data(ConnectionListModel::RowReasonRole).toString();
    QVERIFY2(reason.startsWith(u"Web shop: Orders: refused since"_s), qPrintable(reason));
    QVERIFY(open.current().data(ConnectionListModel::MarkedRole).toBool());
}

void AreasWindowTest::worksAgain()
{
    Stage stage;
    stage.row(u"Web shop"_s).areas
        = {pasted(u"Profit <b>report"_s), report(u"orders"_s, u"Orders"_s, false)};
    Open open(stage);
    open.select(u"Web shop"_s);
    QVERIFY(linesOf(&open.window).first().startsWith(u"Profit <b>report: an error since"_s));
    AcmeWindow::click(&open.window, "areaWorksButton");
    QTRY_COMPARE(linesOf(&open.window).size(), 1);
    QVERIFY(!open.window.findChild<QPushButton *>(u"areaWorksButton"_s));
    QCOMPARE(stoppedAreas(stage.row(u"Web shop"_s).areas).size(), 1);
}

void AreasWindowTest::theQuestionNamesWhatThePackKnows()
{
    Connection connection;
    connection.name = u"Web shop"_s;
    const QList<NamedProbe> areas {{u"orders"_s, u"Orders"_s, {}, {}}};
    SaveErrorDialog dialog(connection, u"403 Forbidden"_s, areas);
    auto *box = child<QComboBox>(&dialog, "saveErrorWhatBox");
    QCOMPARE(box->count(), 1);
    QVERIFY(dialog.what().isEmpty() && dialog.area().isEmpty());
    box->setEditText(u" orders "_s);
    QCOMPARE(dialog.what(), u"Orders"_s);
    QCOMPARE(dialog.area(), u"orders"_s);
    box->setEditText(u"Profit report"_s);
    QCOMPARE(dialog.what(), u"Profit report"_s);
    QVERIFY(dialog.area().isEmpty());
}

RELINK_TEST(AreasWindowTest)

} // namespace relink::test

#include "areastest.moc"
