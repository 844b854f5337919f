// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/reconnect.h"
#include "services/providercatalogue.h"
#include "services/recipes.h"
#include "services/stepvalues.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QStringList vias {QString(), u"mintsoft"_s, u"xeroom"_s, u"amaka"_s, u"amalgam"_s};

Connection connectionOf(const ProviderPack &pack, const AuthMethod &method, const QString &via)
{
    Connection connection;
    connection.id = {u"c1"_s};
    connection.name = u"Main shop"_s;
    connection.provider = pack.id;
    connection.authMethod = method.id;
    connection.via = via;
    return connection;
}

//! The first place in the text that nothing stands for; empty: none.
QString unfilled(QString text, const QMap<QString, QString> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        text.replace(QString(u'{' % it.key() % u'}'), it.value());
    static const QRegularExpression place(u"\\{[a-z_]+\\}"_s);
    return place.match(text).captured();
}

} // namespace

//! The shipped recipes with the shipped packs.
class RecipePlansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachProductHasItsOwn()
    {
        for (const QString &product : vias.mid(1)) {
            QCOMPARE(recipeFor(u"quickbooks_online"_s, product).id, product);
            QCOMPARE(recipeFor(u"quickbooks_online"_s, product.toUpper()).id, product);
        }
        QCOMPARE(recipeFor(u"sage_intacct"_s, {}).id, u"sage_intacct"_s);
        QCOMPARE(recipeFor(u"xero"_s, {}).id, u"xero"_s);
        QCOMPARE(recipeFor(u"xero"_s, u"xeroom"_s).id, u"xeroom"_s);
        QCOMPARE(recipeFor(u"xeroom"_s, {}).id, u"xeroom"_s);
        QCOMPARE(recipeFor(u"ebay"_s, {}).id, u"generic"_s);
        QCOMPARE(recipeFor(u"ebay"_s, u"something"_s).id, u"generic"_s);
    }

    //! Every provider, way, product and class: a way on, and no place left open in what is said.
    void everyPackHasAWayOn()
    {
        const ProviderCatalogue catalogue {QString()};
        QVERIFY(catalogue.ids().size() > 50);
        for (const QString &id : catalogue.ids()) {
            const auto pack = catalogue.pack(id);
            for (const AuthMethod &method : pack->authMethods) {
                for (const QString &via : vias) {
                    const Connection connection = connectionOf(*pack, method, via);
                    PlanFacts facts;
                    facts.kind = method.kind;
                    facts.known = stepValues(connection, pack.get());
                    for (const ErrorClass errorClass : allErrorClasses()) {
                        Diagnosis diagnosis;
                        diagnosis.errorClass = errorClass;
                        const ReconnectPlan plan
                            = planReconnect(diagnosis, facts, recipeFor(id, via));
                        check(plan, facts,
                              QString(id % u' ' % method.id % u' ' % via % u' '
                                      % toString(errorClass)));
                        if (QTest::currentTestFailed())
                            return;
                    }
                }
            }
        }
    }

    void oneProofFitsEachProvider()
    {
        const ProviderCatalogue catalogue {QString()};
        for (const QString &id : catalogue.ids()) {
            const auto pack = catalogue.pack(id);
            const auto values
                = stepValues(connectionOf(*pack, pack->authMethods.first(), {}), pack.get());
            qsizetype proofs = 0;
            for (const QString &name : values.keys())
                proofs += name.startsWith("proof_"_L1);
            QCOMPARE(proofs, pack->category == "other"_L1 ? 0 : 1);
        }
    }

private:
    void check(const ReconnectPlan &plan, const PlanFacts &facts, const QString &what)
    {
        bool verifies = false;
        bool doesSomething = false;
        for (const Step &step : plan.steps) {
            QStringList texts {step.title, step.text, step.button, step.link};
            for (const StepOption &option : step.options)
                texts.append(option.text);
            for (const QString &text : std::as_const(texts)) {
                const QString open = unfilled(text, facts.known);
                QVERIFY2(open.isEmpty(), qPrintable(QString(what % u' ' % step.id % u' ' % open)));
            }
            QVERIFY2(step.link.isEmpty() || step.link.startsWith("https://"_L1),
                     qPrintable(QString(what % u' ' % step.id % u' ' % step.link)));
            verifies = verifies || step.kind == StepKind::Verify;
            doesSomething = doesSomething
                || (!step.section.isEmpty()
                    && (step.kind == StepKind::Action || step.kind == StepKind::External));
        }
        QVERIFY2(verifies && doesSomething, qPrintable(what));
        QVERIFY2(plan.steps.last().kind == StepKind::Support, qPrintable(what));
    }
};

RELINK_TEST(RecipePlansTest)
#include "tst_recipeplans.moc"
