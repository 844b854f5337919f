// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/bench.h"
#include "sandbox/practicepacks.h"
#include "support/futures.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! An account that the provider has moved to another server since it was connected (R99).
class SandboxMovingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextSessionLeadsThere();
};

void SandboxMovingTest::theNextSessionLeadsThere()
{
    const QTemporaryDir played;
    const QTemporaryDir mapped;
    copyPacks(QStringLiteral(RELINK_TEST_DATA "/practice-packs"), played.path(), {});
    Playground playground({u"--packs"_s, played.path()});
    QVERIFY(playground.isRunning());
    mapPacks(played.path(), mapped.path(), playground.origin());
    Bench bench(playground, mapped.path());

    const QString provider = u"moving_stock"_s;
    const Fields inputs = bench.practiceInputs(provider, u"login"_s, Environment::Production);
    ConnectRequest request;
    request.provider = provider;
    request.inputs.insert(u"user"_s, inputs.value(u"user"_s));
    request.secrets.insert(u"password"_s, SecretBytes(inputs.value(u"password"_s).toUtf8()));
    const auto made = outcomeOf(bench.manager->connectAccount(request, nullptr));
    QVERIFY(made);
    const QString server = made->captures.value(u"server"_s);
    QVERIFY(!server.isEmpty());

    // Where it was before, as far as this computer knows.
    bench.fakes.connections.rows.first().captures.insert(u"server"_s, u"former"_s);
    ++bench.fakes.connections.changes;
    bench.manager->reloadIfChanged();
    playground.fault(provider, u"expire"_s);
    const auto checked = outcomeOf(bench.manager->check(made->id));
    QVERIFY(checked);
    QCOMPARE(toString(checked->state.health), u"connected"_s);
    QCOMPARE(checked->captures.value(u"server"_s), server);
    QCOMPARE(bench.fakes.connections.rows.first().captures.value(u"server"_s), server);
    const QList<QJsonObject> probes = playground.log(u"probe"_s);
    QVERIFY(probes.size() >= 3);
    QVERIFY(probes.at(probes.size() - 2)[u"path"_s].toString().contains(u"former.moving.example"));
    QVERIFY(probes.last()[u"path"_s].toString().contains(QString(server + u".moving.example"_s)));
}

RELINK_TEST(SandboxMovingTest)

#include "testmoving.moc"
