// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providerpicker.h"

#include "services/managerfixture.h"
#include "services/providercatalogue.h"
#include "support/testmain.h"
#include "ui/stage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Many providers, found with a few keys.
class ProviderPickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCatchAllStandsLast();
    void theBestMatchIsFirst_data();
    void theBestMatchIsFirst();
    void nothingFoundHelps();
    void anotherCategoryHasIt();
    void arrowsAndPagesWalkTheList();
    void whatTheUserDescribedIsMarked();
};

namespace {

struct Picker
{
    Picker()
        : catalogue(QString())
        , picker(catalogue)
    {
        picker.resize(500, 400);
        picker.show();
    }
    QString name(int row) const
    {
        return child<QListView>(&picker, "providerListView")
            ->model()
            ->index(row, 0)
            .data()
            .toString();
    }
    int count() const { return child<QListView>(&picker, "providerListView")->model()->rowCount(); }
    void search(const QString &text)
    {
        child<QLineEdit>(&picker, "providerSearchLineEdit")->setText(text);
    }

    ProviderCatalogue catalogue;
    ProviderPicker picker;
};

} // namespace

void ProviderPickerTest::theCatchAllStandsLast()
{
    Picker picker;
    QVERIFY(picker.count() > 1);
    QCOMPARE(picker.picker.provider(), picker.catalogue.ids().first());
    child<QListView>(&picker.picker, "providerListView")
        ->setCurrentIndex(child<QListView>(&picker.picker, "providerListView")
                              ->model()
                              ->index(picker.count() - 1, 0));
    QCOMPARE(picker.picker.provider(), u"generic_oauth2"_s);
}

void ProviderPickerTest::whatTheUserDescribedIsMarked()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"acme.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(ManagerFixture::packJson(R"({"rotates": true})"));
    file.close();
    ProviderCatalogue catalogue(folder.path());
    ProviderPicker picker(catalogue);
    const QAbstractItemModel *model = child<QListView>(&picker, "providerListView")->model();
    int marked = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const bool own
            = index.data(Qt::AccessibleTextRole).toString().endsWith(u"your own definition"_s);
        QCOMPARE(own, index.data().toString() == u"Acme"_s);
        marked += own;
    }
    QCOMPARE(marked, 1);
}

void ProviderPickerTest::theBestMatchIsFirst_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("provider");
    QTest::newRow("its beginning") << u"xe"_s << u"xero"_s;
    QTest::newRow("a later word") << u"intacct"_s << u"sage_intacct"_s;
    QTest::newRow("in any case") << u"XERO"_s << u"xero"_s;
    QTest::newRow("words in any order") << u"online quickbooks"_s << u"quickbooks_online"_s;
}

void ProviderPickerTest::theBestMatchIsFirst()
{
    QFETCH(QString, search);
    QFETCH(QString, provider);
    Picker picker;
    picker.search(search);
    QCOMPARE(picker.picker.provider(), provider);
}

void ProviderPickerTest::nothingFoundHelps()
{
    Picker picker;
    picker.search(u"no such shop"_s);
    QVERIFY(picker.picker.provider().isEmpty());
    QVERIFY(child<QLabel>(&picker.picker, "noProviderLabel")->isVisible());
    QVERIFY(child<QLabel>(&picker.picker, "noProviderLabel")->text().contains(u"no such shop"_s));
    QVERIFY(!child<QWidget>(&picker.picker, "providerListView")->isVisible());
    QVERIFY(!child<QWidget>(&picker.picker, "allCategoriesButton")->isVisible());
    child<QPushButton>(&picker.picker, "otherProviderButton")->click();
    QCOMPARE(picker.picker.provider(), u"generic_oauth2"_s);
    QVERIFY(!child<QLabel>(&picker.picker, "noProviderLabel")->isVisible());
}

void ProviderPickerTest::anotherCategoryHasIt()
{
    Picker picker;
    auto *category = child<QComboBox>(&picker.picker, "providerCategoryComboBox");
    category->setCurrentIndex(category->findData(u"Warehouse"_s));
    QVERIFY(category->currentIndex() > 0);
    picker.search(u"xero"_s);
    QVERIFY(!child<QWidget>(&picker.picker, "otherProviderButton")->isVisible());
    child<QPushButton>(&picker.picker, "allCategoriesButton")->click();
    QCOMPARE(picker.picker.provider(), u"xero"_s);
}

void ProviderPickerTest::arrowsAndPagesWalkTheList()
{
    Picker picker;
    auto *search = child<QLineEdit>(&picker.picker, "providerSearchLineEdit");
    const auto *list = child<QListView>(&picker.picker, "providerListView");
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(search, Qt::Key_PageDown);
    QVERIFY(list->currentIndex().row() > 2);
    for (int i = 0; i < picker.count(); ++i)
        QTest::keyClick(search, Qt::Key_PageDown);
    QCOMPARE(list->currentIndex().row(), picker.count() - 1);
    QTest::keyClick(search, Qt::Key_PageUp);
    QVERIFY(list->currentIndex().row() < picker.count() - 1);
}

RELINK_TEST(ProviderPickerTest)

} // namespace relink::test

#include "providerpickertest.moc"
