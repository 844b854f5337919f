// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/connectionfiltermodel.h"
#include "ui/connectionlistmodel.h"

#include "support/testmain.h"
#include "ui/stage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Rows of Connected Accounts: order, search, and that nothing jumps.
class ConnectionModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void needyFirstThenByName();
    void staysInPlaceUntilReordered();
    void filteredRowStaysToo();
    void searchFindsNameProviderOrganisation_data();
    void searchFindsNameProviderOrganisation();
    void stateFilter_data();
    void stateFilter();
    void everyRowIsSpoken();
    void keepsTheModelContract();
    void readsAProviderOnlyWhenAsked();

private:
    QStringList names() const;
    Connection connection(const QString &name) const;

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<ConnectionListModel> m_model;
    std::unique_ptr<ConnectionFilterModel> m_filter;
    int m_facesAsked = 0;
};

void ConnectionModelTest::init()
{
    m_filter.reset();
    m_facesAsked = 0;
    m_stage = std::make_unique<Stage>();
    m_model = std::make_unique<ConnectionListModel>(
        [this](const QString &provider) {
            ++m_facesAsked;
            return ProviderFace {QString(u"Provider "_s % provider), {}, u"Pr"_s};
        },
        [] { return Stage::now(); });
    m_filter = std::make_unique<ConnectionFilterModel>(m_model.get());
    m_model->setConnections(m_stage->ports.connections.rows);
}

QStringList ConnectionModelTest::names() const
{
    QStringList result;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        result.append(m_filter->index(row, 0).data().toString());
    return result;
}

Connection ConnectionModelTest::connection(const QString &name) const
{
    return m_stage->row(name);
}

void ConnectionModelTest::needyFirstThenByName()
{
    QCOMPARE(names(),
             (QStringList {u"eBay orders"_s, u"Warehouse"_s, u"Sister company"_s, u"Accounting"_s,
                           u"Parcels"_s, u"Web shop"_s, u"Year-end books"_s}));
}

void ConnectionModelTest::staysInPlaceUntilReordered()
{
    const QStringList before = names();
    Connection warehouse = connection(u"Warehouse"_s);
    warehouse.state = connection(u"Accounting"_s).state;
    m_model->put(warehouse);
    Connection shop = connection(u"Web shop"_s);
    Stage::makeRed(shop, ErrorClass::Revoked, 401, u"invalid_token"_s, {});
    m_model->put(shop);
    QCOMPARE(names(), before);
    m_model->reorder();
    QCOMPARE(names(),
             (QStringList {u"eBay orders"_s, u"Web shop"_s, u"Sister company"_s, u"Accounting"_s,
                           u"Parcels"_s, u"Warehouse"_s, u"Year-end books"_s}));
}

void ConnectionModelTest::filteredRowStaysToo()
{
    m_filter->setState(ConnectionFilterModel::State::NeedsYou);
    Connection warehouse = connection(u"Warehouse"_s);
    warehouse.state = connection(u"Accounting"_s).state;
    m_model->put(warehouse);
    QCOMPARE(m_filter->rowCount(), 2);
    m_model->reorder();
    QCOMPARE(names(), QStringList {u"eBay orders"_s});
}

void ConnectionModelTest::searchFindsNameProviderOrganisation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("name, other case") << u"WAREHOUSE"_s << QStringList {u"Warehouse"_s};
    QTest::newRow("provider") << u"xero"_s << QStringList {u"Accounting"_s};
    QTest::newRow("organisation") << u"crafts"_s << QStringList {u"Sister company"_s};
    QTest::newRow("two words") << u"harbour web"_s << QStringList {u"Web shop"_s};
    QTest::newRow("nothing") << u"no such"_s << QStringList();
    QTest::newRow("a pattern is text") << u".*"_s << QStringList();
}

void ConnectionModelTest::searchFindsNameProviderOrganisation()
{
    QFETCH(QString, text);
    m_filter->setSearch(text);
    QTEST(names(), "found");
}

void ConnectionModelTest::stateFilter_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("count");
    using State = ConnectionFilterModel::State;
    QTest::newRow("all") << int(State::All) << 7;
    QTest::newRow("needs you") << int(State::NeedsYou) << 2;
    QTest::newRow("active") << int(State::Active) << 4;
    QTest::newRow("waiting") << int(State::Waiting) << 1;
}

void ConnectionModelTest::stateFilter()
{
    QFETCH(int, state);
    m_filter->setState(ConnectionFilterModel::State(state));
    QTEST(m_filter->rowCount(), "count");
}

void ConnectionModelTest::everyRowIsSpoken()
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        // The distinctive part first, then provider, state and reason.
        QVERIFY2(spoken.startsWith(index.data().toString()), qPrintable(spoken));
        QVERIFY(spoken.contains(index.data(ConnectionListModel::ProviderNameRole).toString()));
        QVERIFY(spoken.contains(index.data(ConnectionListModel::ReasonRole).toString()));
        QVERIFY(!index.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
    }
    const QString red = m_filter->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(red.contains(u"inactive"_s), qPrintable(red));
}

void ConnectionModelTest::keepsTheModelContract()
{
    const QAbstractItemModelTester list(m_model.get(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filter(m_filter.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->put(Stage::connection(u"new"_s, u"Aardvark"_s, u"xero"_s, {}));
    QCOMPARE(m_filter->rowCount(), 8);
    QCOMPARE(names().at(3), u"Aardvark"_s);
    m_filter->setSearch(u"a"_s);
    m_filter->setSearch({});
    m_model->remove({u"new"_s});
    m_model->remove({u"unknown"_s});
    m_model->reorder();
    m_model->setConnections({});
    m_model->reorder();
    QCOMPARE(m_filter->rowCount(), 0);
}

void ConnectionModelTest::readsAProviderOnlyWhenAsked()
{
    QCOMPARE(m_filter->rowCount(), 7);
    QCOMPARE(m_facesAsked, 0);
    m_filter->index(0, 0).data(ConnectionListModel::ProviderNameRole);
    m_filter->index(0, 0).data(ConnectionListModel::MonogramRole);
    QCOMPARE(m_facesAsked, 1);
}

RELINK_TEST(ConnectionModelTest)

} // namespace relink::test

#include "connectionmodeltest.moc"
