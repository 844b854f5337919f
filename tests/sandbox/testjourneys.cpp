// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/journey.h"
#include "sandbox/practicepacks.h"
#include "support/testmain.h"

#include <QTemporaryDir>

#include <cstdio>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! Every way of connecting of every pack, through Relink's own services and adapters, against the
//! sandbox. Beside the built-in packs those of tests/data/practice-packs, which have what no
//! provider does, and those of the folder that RELINK_TRY_PACKS names.
class SandboxJourneysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeLife_data();
    void wholeLife();
    void cleanupTestCase();

private:
    QTemporaryDir m_played;
    QTemporaryDir m_mapped;
    std::unique_ptr<Playground> m_playground;
    std::unique_ptr<Bench> m_bench;
    QStringList m_table;
};

void SandboxJourneysTest::initTestCase()
{
    copyPacks(QStringLiteral(RELINK_TEST_DATA "/practice-packs"), m_played.path(), {});
    if (const QString tried = qEnvironmentVariable("RELINK_TRY_PACKS"); !tried.isEmpty())
        copyPacks(tried, m_played.path(), u"try_"_s);
    m_playground = std::make_unique<Playground>(QStringList {u"--packs"_s, m_played.path()});
    QVERIFY(m_playground->isRunning());
    mapPacks(m_played.path(), m_mapped.path(), m_playground->origin());
    m_bench = std::make_unique<Bench>(*m_playground, m_mapped.path());
    const auto problems = m_bench->catalogue->problems();
    for (auto it = problems.begin(); it != problems.end(); ++it) {
        for (const PackProblem &problem : it.value())
            qWarning("%s %s %s", qPrintable(it.key()), qPrintable(problem.path),
                     qPrintable(problem.reason));
    }
    QVERIFY(problems.isEmpty());
    QVERIFY(m_bench->manager->load());
}

void SandboxJourneysTest::wholeLife_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("test");
    for (const QString &id : m_bench->catalogue->ids()) {
        const auto pack = m_bench->catalogue->pack(id);
        QVERIFY2(pack, qPrintable(id));
        for (const AuthMethod &method : pack->authMethods) {
            QTest::addRow("%s %s", qPrintable(id), qPrintable(method.id))
                << id << method.id << false;
            if (pack->hasTestEnvironment && pack->builtIn) {
                QTest::addRow("%s %s test", qPrintable(id), qPrintable(method.id))
                    << id << method.id << true;
            }
        }
    }
}

void SandboxJourneysTest::wholeLife()
{
    QFETCH(QString, provider);
    QFETCH(QString, method);
    QFETCH(bool, test);
    const auto pack = m_bench->catalogue->pack(provider);
    const QMap<QString, Cell> cells = Journey(*m_bench, *pack, *pack->authMethod(method),
                                              test ? Environment::Test : Environment::Production)
                                          .run();
    QStringList failures;
    for (const QString &stage : Journey::stages()) {
        const Cell cell = cells.value(stage);
        m_table.append(u"%1 | %2 | %3"_s.arg(QString::fromLatin1(QTest::currentDataTag()), stage,
                                             cell.toString()));
        if (cell.kind == Cell::Kind::Failed)
            failures.append(stage + u": "_s + cell.text);
        // A reason is part of the truth: a pack that lacks something says why.
        if (cell.kind == Cell::Kind::NotApplicable && cell.text.isEmpty())
            failures.append(stage + u": no reason"_s);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u"; "_s)));
}

void SandboxJourneysTest::cleanupTestCase()
{
    std::printf("provider | stage | outcome\n");
    for (const QString &line : std::as_const(m_table))
        std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

RELINK_TEST(SandboxJourneysTest)

#include "testjourneys.moc"
