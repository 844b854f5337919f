// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/areaaction.h"
#include "core/rules/areas.h"
#include "core/rules/light.h"
#include "sandbox/bench.h"
#include "sandbox/builtinpacks.h"
#include "support/futures.h"
#include "support/testmain.h"

#include <QTemporaryDir>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! One thing that a connection is used for is refused, while the connection itself works.
class SandboxAreasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNamedProbeIsAnswered_data();
    void everyNamedProbeIsAnswered();
    void oneAreaIsRefused_data();
    void oneAreaIsRefused();
    void anAreaGoesWithTwoFaults();

private:
    static Result<Connection> connected(Bench &bench, const ProviderPack &pack,
                                        const AuthMethod &method);
};

Result<Connection> SandboxAreasTest::connected(Bench &bench, const ProviderPack &pack,
                                               const AuthMethod &method)
{
    ConnectRequest request;
    request.provider = pack.id;
    request.authMethod = method.id;
    const Fields given = bench.practiceInputs(pack.id, method.id, Environment::Production);
    for (const InputField &field : method.inputs) {
        if (!given.contains(field.key))
            continue;
        if (field.secret)
            request.secrets.insert(field.key, SecretBytes(given.value(field.key).toUtf8()));
        else
            request.inputs.insert(field.key, given.value(field.key));
    }
    // Whatever a pack names is to be asked.
    QStringList scopes = method.scopes;
    for (const NamedProbe &named : pack.namedProbesOf(&method)) {
        if (!named.scopes.isEmpty() && !scopes.contains(named.scopes.first()))
            scopes.append(named.scopes.first());
    }
    if (!method.scopes.isEmpty() && scopes != method.scopes)
        request.inputs.insert(u"scope"_s, scopes.join(method.scopeSeparator));
    return outcomeOf(bench.manager->connectAccount(request, bench.person.get()));
}

void SandboxAreasTest::everyNamedProbeIsAnswered_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("method");
    for (const ProviderPack &pack : builtInPacks()) {
        for (const AuthMethod &method : pack.authMethods) {
            if (!pack.namedProbesOf(&method).isEmpty()) {
                QTest::newRow(qPrintable(QString(pack.id + u' ' + method.id)))
                    << pack.id << method.id;
            }
        }
    }
}

void SandboxAreasTest::everyNamedProbeIsAnswered()
{
    QFETCH(QString, provider);
    QFETCH(QString, method);
    const QTemporaryDir none;
    Playground playground;
    QVERIFY(playground.isRunning());
    Bench bench(playground, none.path());
    const ProviderPack &pack = *builtInPack(provider);
    const AuthMethod &way = *pack.authMethod(method);
    const auto made = connected(bench, pack, way);
    QVERIFY2(made, made ? "" : qPrintable(made.error().code + u' ' + made.error().description));
    const auto checked = outcomeOf(bench.manager->check(made->id));
    QVERIFY(checked);
    QCOMPARE(toString(lightFor(checked->state)), u"green"_s);
    QCOMPARE(checked->areas.size(), pack.namedProbesOf(&way).size());
    QVERIFY(stoppedAreas(checked->areas).isEmpty());
}

void SandboxAreasTest::oneAreaIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("permission") << QString(u"remove_permission"_s);
    QTest::newRow("plan") << QString(u"restrict_plan"_s);
}

//! AMG-04, AMG-21: green with a mark, until it is allowed again.
void SandboxAreasTest::oneAreaIsRefused()
{
    QFETCH(QString, fault);
    const QTemporaryDir none;
    Playground playground;
    QVERIFY(playground.isRunning());
    Bench bench(playground, none.path());
    const ProviderPack &pack = *builtInPack(u"shopify"_s);
    const auto made = connected(bench, pack, *pack.authMethod(u"oauth2"_s));
    QVERIFY(made);
    QCOMPARE(playground.fault(u"shopify"_s, fault, 0, {{u"area"_s, u"orders"_s}}).status, 200);
    const auto refused = outcomeOf(bench.manager->check(made->id));
    QVERIFY(refused);
    QCOMPARE(toString(lightFor(refused->state)), u"green"_s);
    QCOMPARE(stoppedAreas(refused->areas).size(), 1);
    QCOMPARE(stoppedAreas(refused->areas).first().area, u"orders"_s);
    QVERIFY(reportOf(refused->areas, u"products"_s)->works);
    const auto told = toldByAreas(refused->areas);
    QVERIFY(told);
    QCOMPARE(toString(told->action), u"ask_administrator"_s);
    QCOMPARE(bench.fakes.history.events.last().action, areaAction(u"Orders"_s));

    playground.send("DELETE", u"/_sandbox/faults"_s);
    const auto again = outcomeOf(bench.manager->check(made->id));
    QVERIFY(again);
    QVERIFY(stoppedAreas(again->areas).isEmpty());
    QCOMPARE(toString(bench.fakes.history.events.last().kind), u"recovery"_s);
}

void SandboxAreasTest::anAreaGoesWithTwoFaults()
{
    Playground playground;
    QVERIFY(playground.isRunning());
    const QJsonObject area {{u"area"_s, u"orders"_s}};
    QCOMPARE(playground.fault(u"shopify"_s, u"outage"_s, 0, area).status, 400);
    QCOMPARE(playground.fault(u"shopify"_s, u"restrict_plan"_s, 0, area).status, 200);
}

RELINK_TEST(SandboxAreasTest)

#include "testareas.moc"
