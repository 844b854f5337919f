// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/historyevent.h"
#include "core/recipes.h"
#include "core/rules/helptopics.h"
#include "core/rules/reconnect.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <set>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QMap<QString, Recipe> &recipes()
{
    static const QMap<QString, Recipe> all = allRecipes();
    return all;
}

const QMap<QString, DocumentedRow> &rows()
{
    return shippedDocumentation().rows;
}

//! Everything that stepValues() may know of a connection and its partner.
QMap<QString, QString> everyFact()
{
    static QMap<QString, QString> facts;
    if (!facts.isEmpty())
        return facts;
    for (const QString &name :
         {u"provider"_s, u"connection"_s, u"organisation"_s, u"account"_s, u"menu_path"_s,
          u"setup_path"_s, u"via"_s, u"created"_s, u"test_mode"_s, u"organisations"_s,
          u"refresh_days"_s, u"partner"_s, u"proof_order"_s, u"proof_invoice"_s, u"proof_label"_s,
          u"proof_payment"_s, u"proof_contact"_s, u"app_secret"_s})
        facts.insert(name, u"x"_s);
    for (const QString &name :
         {u"manage_url"_s, u"setup_url"_s, u"status_page"_s, u"documentation"_s})
        facts.insert(name, u"https://provider.example"_s);
    return facts;
}

//! A failure and what is known, for one plan.
struct Occasion
{
    QString recipe;
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause = {};
    AuthKind kind = AuthKind::AuthorizationCode;
    int status = 0;
    bool alreadyRefreshed = false;
    QMap<QString, QString> known = everyFact();

    ReconnectPlan plan() const
    {
        Diagnosis diagnosis;
        diagnosis.errorClass = errorClass;
        diagnosis.cause = cause;
        PlanFacts facts;
        facts.kind = kind;
        if (status)
            facts.httpStatus = status;
        facts.alreadyRefreshed = alreadyRefreshed;
        facts.paired = known.contains(u"partner"_s);
        facts.known = known;
        return planReconnect(diagnosis, facts, recipes().value(QString(recipe + u".json")));
    }
    QByteArray toUtf8() const
    {
        return QString(recipe % u' ' % relink::toString(errorClass) % u' ' % cause % u' '
                       % relink::toString(kind))
            .toUtf8();
    }
};

const QList<AuthKind> kinds {AuthKind::AuthorizationCode, AuthKind::ClientCredentials,
                             AuthKind::ApiKey, AuthKind::Login, AuthKind::Delegated};

//! Class and cause of everything that the recipe tells apart.
std::set<std::pair<ErrorClass, QString>> failuresOf(const Recipe &recipe)
{
    std::set<std::pair<ErrorClass, QString>> failures;
    for (const RecipeCause &cause : recipe.causes) {
        for (const ErrorClass errorClass :
             cause.classes.isEmpty() ? allErrorClasses() : cause.classes) {
            failures.insert({errorClass, {}});
            for (const QString &id : cause.causes)
                failures.insert({errorClass, id});
        }
    }
    return failures;
}

QList<Occasion> allOccasions()
{
    QList<Occasion> all;
    for (const Recipe &recipe : recipes()) {
        for (const auto &[errorClass, cause] : failuresOf(recipe)) {
            for (const AuthKind kind : kinds) {
                for (const bool knowing : {true, false}) {
                    Occasion one {recipe.id, errorClass, cause, kind};
                    one.alreadyRefreshed = cause.isEmpty() && !knowing;
                    if (!knowing)
                        one.known = {{u"provider"_s, u"x"_s}, {u"connection"_s, u"x"_s}};
                    all.append(one);
                }
            }
        }
    }
    return all;
}

QSet<QString> rowsOf(const Step &step)
{
    QSet<QString> ids(step.rows.begin(), step.rows.end());
    for (const StepOption &option : step.options)
        ids.insert(option.row);
    ids.remove({});
    return ids;
}

//! Ids that a page of some plan shows, or names as another reading.
QSet<QString> idsInTheWizard()
{
    QSet<QString> ids;
    for (const Occasion &occasion : allOccasions()) {
        const ReconnectPlan plan = occasion.plan();
        ids += QSet<QString>(plan.also.begin(), plan.also.end());
        for (const Step &step : plan.steps)
            ids += rowsOf(step);
    }
    return ids;
}

//! The first page from there on that has the row; -1: none.
qsizetype pageWith(const ReconnectPlan &plan, const QString &row, qsizetype from = 0)
{
    for (qsizetype i = from; i < plan.steps.size(); ++i) {
        if (rowsOf(plan.steps.at(i)).contains(row))
            return i;
    }
    return -1;
}

QStringList sectionsOf(const ReconnectPlan &plan)
{
    QStringList ids;
    for (const Step &step : plan.steps) {
        if (!step.section.isEmpty() && (ids.isEmpty() || ids.last() != step.section))
            ids.append(step.section);
    }
    return ids;
}

qsizetype firstAction(const ReconnectPlan &plan, StepAction action)
{
    const auto &steps = plan.steps;
    const auto it = std::find_if(steps.begin(), steps.end(),
                                 [action](const Step &s) { return s.action == action; });
    return it == steps.end() ? -1 : it - steps.begin();
}

//! Does one come before the other, where both are there?
bool inOrder(qsizetype earlier, qsizetype later)
{
    return earlier < 0 || later < 0 || earlier < later;
}

} // namespace

//! What the articles document, and that the guided reconnect does it.
class RecipesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! G0: 183 ids with their source, each on a path through the window.
    void everyIdIsReachable()
    {
        const QSet<QString> wizard = idsInTheWizard();
        const QSet<QString> help = idsReachableInHelp(shippedDocumentation());
        qsizetype count = 0;
        for (const DocumentedRow &row : rows()) {
            QVERIFY2(!row.source.isEmpty(), qPrintable(row.id));
            QVERIFY2(wizard.contains(row.id) || help.contains(row.id), qPrintable(row.id));
            count += row.product != "relink"_L1;
        }
        QCOMPARE(count, 183);
        QCOMPARE(recipes().size(), recipeFiles().size());
    }

    //! Steps are walked and causes chosen; it is not enough that one can read of them.
    void stepsAndCausesAreInTheWizard()
    {
        const QSet<QString> wizard = idsInTheWizard();
        for (const DocumentedRow &row : rows()) {
            // one of its items is unsafe, so it is told on the Help page and nowhere else.
            // RLK-unknown: about pasted text; the wizard has the message and the connection.
            if (row.id == "SGE-50"_L1 || row.id.startsWith("RLK-unknown"_L1))
                continue;
            if (row.kind == "step"_L1 || row.kind == "cause"_L1)
                QVERIFY2(wizard.contains(row.id), qPrintable(row.id));
        }
    }

    void nothingUnsafeIsAStep()
    {
        for (const Recipe &recipe : recipes()) {
            for (const Step &step : recipe.steps) {
                for (const QString &id : rowsOf(step)) {
                    for (const DocumentedItem &item : rows().value(id).items)
                        QVERIFY2(!item.unsafe, qPrintable(step.id));
                }
            }
        }
    }

    void everyPageOfARecipeIsReachable()
    {
        QMap<QString, QSet<QString>> seen;
        for (const Occasion &occasion : allOccasions()) {
            const ReconnectPlan plan = occasion.plan();
            for (const Step &step : plan.steps)
                seen[occasion.recipe].insert(step.id.section(u'@', 0, 0));
        }
        const QSet<QString> shared = seen.value(u"generic"_s);
        for (const Recipe &recipe : recipes()) {
            for (const Step &step : recipe.steps) {
                const bool reached = seen.value(recipe.id).contains(step.id)
                    || (recipe.id != "generic"_L1 && shared.contains(step.id));
                QVERIFY2(reached, qPrintable(QString(recipe.id + u' ' + step.id)));
            }
        }
    }

    //! What the diagnosis offers is what the wizard walks, in the same order.
    void plansCarryTheDocumentedSteps_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QStringList>("ids");
        const auto &scopes = shippedDocumentation().scopes;
        for (auto scope = scopes.begin(); scope != scopes.end(); ++scope) {
            for (auto entry = scope->begin(); entry != scope->end(); ++entry)
                QTest::newRow(qPrintable(QString(scope.key() % u'/' % entry.key())))
                    << scope.key() << entry.key() << entry.value();
        }
    }
    void plansCarryTheDocumentedSteps()
    {
        QFETCH(const QString, scope);
        QFETCH(const QString, entry);
        QFETCH(const QStringList, ids);
        static const QMap<QString, QString> apart {
            {u"generic/unknown"_s, u"The rows are about pasted text; here the message is known."_s},
            {u"generic/not_an_error"_s, u"There is nothing to mend."_s},
            {u"generic/app_removed/symptom"_s, u"Only a pasted text is a mere symptom."_s},
            {u"generic/expired_refresh/symptom"_s, u"Only a pasted text is a mere symptom."_s},
            {u"generic/revoked/symptom"_s, u"Only a pasted text is a mere symptom."_s},
            {u"generic/permission_role/bare"_s, u"The same, with the scopes after the account."_s},
            {u"generic/unknown/token_named"_s, u"What the text names is not known here."_s},
            {u"key/expired_refresh/connected_account"_s,
             u"What the text names is not known here."_s},
            {u"mintsoft/deprecated_method/401"_s,
             u"MIN-T5 before MIN-12: the sentence comes with a 401 as well."_s},
            {u"mintsoft/deprecated_method"_s, u"Who is not affected (MIN-72) skips MIN-71."_s},
            {u"generic/provider_outage"_s, u"Who waits is told at once to change nothing."_s},
            {u"generic/credential_format"_s, u"One page for what is entered, after the check."_s},
        };
        if (!apart.value(QString(scope % u'/' % entry)).isEmpty())
            return;
        Occasion occasion {scope == "key"_L1 ? u"generic"_s : scope,
                           errorClassFromString(entry.section(u'/', 0, 0)).value()};
        const QString variant = entry.section(u'/', 1);
        const VariantCondition condition = shippedDocumentation().variants.value(variant);
        occasion.cause = condition.causes.value(0);
        occasion.status = condition.statuses.value(0);
        // What is entered has other pages than what is signed in to; together they have all.
        QList<AuthKind> ways {AuthKind::AuthorizationCode, AuthKind::ClientCredentials};
        if (scope == "key"_L1)
            ways = {AuthKind::ApiKey};
        if (variant == "delegated"_L1)
            ways = {AuthKind::Delegated};
        QSet<QString> seen;
        for (const AuthKind way : std::as_const(ways)) {
            occasion.kind = way;
            const ReconnectPlan plan = occasion.plan();
            qsizetype before = 0;
            for (const QString &id : ids) {
                if (pageWith(plan, id) < 0)
                    continue;
                before = pageWith(plan, id, before);
                QVERIFY2(before >= 0, qPrintable(QString(id + u" comes too early")));
                seen.insert(id);
            }
        }
        for (const QString &id : ids)
            QVERIFY2(seen.contains(id), qPrintable(QString(id + u" is missing")));
    }

    //! refresh, authorise in place, disconnect, in this order. Amaka's option B is a choice.
    void gentlestFirst()
    {
        for (const Occasion &occasion : allOccasions()) {
            if (occasion.recipe == "amaka"_L1)
                continue;
            const ReconnectPlan plan = occasion.plan();
            const qsizetype refresh = firstAction(plan, StepAction::Refresh);
            const qsizetype authorize = firstAction(plan, StepAction::Authorize);
            qsizetype disconnect = -1;
            for (qsizetype i = 0; i < plan.steps.size() && disconnect < 0; ++i) {
                if (plan.steps.at(i).id.startsWith("disconnect_there"_L1))
                    disconnect = i;
            }
            // Amalgam asks about permissions first where one is missing.
            QVERIFY2(inOrder(refresh, authorize), occasion.toUtf8().constData());
            if (!occasion.alreadyRefreshed)
                QVERIFY2(inOrder(authorize, disconnect), occasion.toUtf8().constData());
            QVERIFY2(firstAction(plan, StepAction::Revoke) < 0, occasion.toUtf8().constData());
        }
    }

    void theSixRowsStartAtTheirSection_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("order");
        QTest::newRow("T1") << u"MIN-T1"_s << ErrorClass::ExpiredAccess << QString() << u"234567"_s;
        QTest::newRow("T2") << u"MIN-T2"_s << ErrorClass::PermissionRole << QString()
                            << u"423567"_s;
        QTest::newRow("T3") << u"MIN-T3"_s << ErrorClass::ExpiredRefresh << u"hard_expired"_s
                            << u"523467"_s;
        QTest::newRow("T4") << u"MIN-T4"_s << ErrorClass::TestModeMismatch << QString()
                            << u"623457"_s;
        QTest::newRow("T5") << u"MIN-T5"_s << ErrorClass::DeprecatedMethod << u"legacy_get"_s
                            << u"723456"_s;
        QTest::newRow("T6") << u"MIN-T6"_s << ErrorClass::InvalidUserCredentials << u"inactive"_s
                            << u"234567"_s;
    }
    //! MIN-02, MIN-11, X-13: the matched section, then the others in order.
    void theSixRowsStartAtTheirSection()
    {
        QFETCH(const QString, row);
        QFETCH(const ErrorClass, errorClass);
        QFETCH(const QString, cause);
        QFETCH(const QString, order);
        const ReconnectPlan plan = Occasion {u"mintsoft"_s, errorClass, cause}.plan();
        QVERIFY(plan.steps.first().rows.contains(row));
        QVERIFY(plan.steps.first().text.startsWith(rows().value(row).text));
        QStringList expected;
        for (const QChar step : order)
            expected.append(QString(u"step_" % step));
        QCOMPARE(sectionsOf(plan), expected);
    }

    //! Nothing matched: the person says which row it is.
    void withoutAMatchThePersonChoosesTheRow()
    {
        const ReconnectPlan plan = Occasion {u"mintsoft"_s, ErrorClass::Unknown}.plan();
        QVERIFY(pageWith(plan, u"MIN-T1"_s) >= 0);
        QCOMPARE(pageWith(plan, u"MIN-T1"_s), pageWith(plan, u"MIN-T6"_s));
        const auto sectionAfter = [&plan](const QString &option) {
            ReconnectProgress progress;
            progress.plan = plan;
            progress.records[u"which_error"_s].answer = option;
            progress.records[u"which_error"_s].status = StepStatus::Done;
            for (const Step &step : plan.steps) {
                if (!step.section.isEmpty() && !isLeftOut(progress, step))
                    return step.section;
            }
            return QString();
        };
        QCOMPARE(sectionAfter(u"t1"_s), u"step_2"_s);
        QCOMPARE(sectionAfter(u"t2"_s), u"step_4_first"_s);
        QCOMPARE(sectionAfter(u"t3"_s), u"step_5_first"_s);
        QCOMPARE(sectionAfter(u"t4"_s), u"step_6_first"_s);
        QCOMPARE(sectionAfter(u"t5"_s), u"step_7_first"_s);
        QCOMPARE(sectionAfter(u"t6"_s), u"step_2"_s);
    }

    void theFourCellsAreShown()
    {
        for (const bool known : {true, false}) {
            Occasion occasion {u"mintsoft"_s, ErrorClass::TestModeMismatch};
            if (!known)
                occasion.known.remove(u"test_mode"_s);
            const ReconnectPlan plan = occasion.plan();
            const qsizetype page = pageWith(plan, u"MIN-M1"_s);
            QVERIFY(page >= 0);
            QVERIFY(plan.steps.at(page).tools.contains(StepTool::TestModeTable));
            for (const QString &cell : {u"MIN-M2"_s, u"MIN-M3"_s, u"MIN-M4"_s})
                QCOMPARE(pageWith(plan, cell), page);
        }
    }

    //! AMK-14 to -17: either way, and the other one where the first did not help.
    void amakaHasTwoWays()
    {
        const ReconnectPlan plan = Occasion {u"amaka"_s, ErrorClass::Revoked}.plan();
        QCOMPARE(sectionsOf(plan),
                 (QStringList {u"accounting"_s, u"dashboard"_s, u"accounting_after"_s}));
        const qsizetype choice = pageWith(plan, u"AMK-14"_s);
        QCOMPARE(plan.steps.at(choice).options.size(), 2);
        QVERIFY(pageWith(plan, u"AMK-05"_s) < choice);
        const auto begins = [&plan](const QString &way) {
            ReconnectProgress progress;
            progress.plan = plan;
            progress.records[u"which_way"_s].answer = way;
            progress.records[u"which_way"_s].status = StepStatus::Done;
            for (const Step &step : plan.steps) {
                if (!step.section.isEmpty() && !isLeftOut(progress, step))
                    return step.rows.first();
            }
            return QString();
        };
        QCOMPARE(begins(u"accounting"_s), u"AMK-A1"_s);
        QCOMPARE(begins(u"dashboard"_s), u"AMK-B1"_s);
        const Step partner = plan.steps.at(pageWith(plan, u"AMK-B3b"_s));
        QCOMPARE(toString(partner.action), toString(StepAction::Revoke));
        QCOMPARE(toString(partner.side), toString(StepSide::Partner));
    }

    //!
    void theConflictsAreDecided()
    {
        const auto sections = [](const QString &recipe, ErrorClass errorClass,
                                 AuthKind kind = AuthKind::AuthorizationCode, int status = 0) {
            Occasion occasion {recipe, errorClass, {}, kind};
            occasion.status = status;
            return sectionsOf(occasion.plan());
        };
        const QStringList forbidden = sections(u"generic"_s, ErrorClass::PermissionRole);
        const QStringList x01 {u"permission"_s, u"account"_s, u"organisation"_s,
                               u"scopes"_s,     u"plan"_s,    u"app_credentials"_s,
                               u"anew"_s};
        QCOMPARE(forbidden, x01);
        QCOMPARE(sections(u"xeroom"_s, ErrorClass::PermissionRole).first(), u"secret"_s);
        // the answer names the permission, so the secret is not what is wrong.
        QCOMPARE(sections(u"xeroom"_s, ErrorClass::PermissionScope).first(), u"permission"_s);
        QCOMPARE(sections(u"mintsoft"_s, ErrorClass::PermissionRole).first(), u"step_4"_s);
        QCOMPARE(sections(u"amaka"_s, ErrorClass::PermissionRole).first(), u"accounting"_s);
        QCOMPARE(sections(u"amalgam"_s, ErrorClass::PermissionRole).first(), u"a_permissions"_s);

        const QStringList revoked = sections(u"sage_intacct"_s, ErrorClass::Revoked);
        QCOMPARE(revoked.mid(0, 2), (QStringList {u"renew_pair"_s, u"s_sign_in"_s}));
        QCOMPARE(revoked.count(u"renew_pair"_s), 1);

        const QStringList x14 = sections(u"generic"_s, ErrorClass::InvalidUserCredentials);
        QCOMPARE(x14.mid(0, 4),
                 (QStringList {u"format"_s, u"test_mode"_s, u"keys"_s, u"sign_in"_s}));
        QCOMPARE(sections(u"sage_intacct"_s, ErrorClass::InvalidUserCredentials).first(),
                 u"s_app"_s);
        QCOMPARE(sections(u"mintsoft"_s, ErrorClass::TestModeMismatch).first(), u"step_6"_s);

        // what names a permission is one under either status.
        for (const QString &recipe : recipes().keys()) {
            const QString id = recipe.chopped(5);
            const auto kind = AuthKind::AuthorizationCode;
            QCOMPARE(sections(id, ErrorClass::PermissionRole, kind, 401),
                     sections(id, ErrorClass::PermissionRole, kind, 403));
        }
        // keys are checked, sign-ins renewed.
        QCOMPARE(sections(u"generic"_s, ErrorClass::ExpiredAccess, AuthKind::ApiKey).first(),
                 u"keys"_s);
        QCOMPARE(sections(u"generic"_s, ErrorClass::ExpiredAccess).mid(0, 2),
                 (QStringList {u"renew"_s, u"sign_in"_s}));
    }

    //! Whatever stopped is tried again, an order as well as a label or an invoice.
    void everyCategoryHasItsProof()
    {
        for (const QString &proof :
             {u"proof_order"_s, u"proof_invoice"_s, u"proof_label"_s, u"proof_payment"_s,
              u"proof_contact"_s, u"no proof of its own"_s}) {
            for (const Recipe &recipe : recipes()) {
                // For one provider alone, whose category is known.
                if (recipe.vias.isEmpty() && !recipe.providers.isEmpty())
                    continue;
                Occasion occasion {recipe.id, ErrorClass::Revoked};
                occasion.known = {{u"provider"_s, u"x"_s}, {proof, u"x"_s}};
                const ReconnectPlan plan = occasion.plan();
                QVERIFY2(std::any_of(plan.steps.begin(), plan.steps.end(), isProof),
                         qPrintable(QString(recipe.id + u' ' + proof)));
            }
        }
    }

    //! Where Relink holds the access, nobody else's authorisation mends what it stores.
    void amakaRenewsWhatRelinkHolds()
    {
        const auto acts = [](AuthKind kind) {
            QStringList found;
            const ReconnectPlan plan
                = Occasion {u"amaka"_s, ErrorClass::ExpiredRefresh, {}, kind}.plan();
            for (const Step &step : plan.steps) {
                if (step.kind == StepKind::Action && step.section == "accounting"_L1)
                    found.append(toString(step.action));
            }
            return found;
        };
        QCOMPARE(acts(AuthKind::AuthorizationCode), {toString(StepAction::Authorize)});
        QCOMPARE(acts(AuthKind::ApiKey), {toString(StepAction::EditCredential)});
        QCOMPARE(acts(AuthKind::Delegated), {});
    }

    void aSecretIsReplacedOnlyWhereThereIsOne()
    {
        for (const QString &recipe : {u"xero"_s, u"xeroom"_s}) {
            Occasion occasion {recipe, ErrorClass::InvalidClient};
            QVERIFY(sectionsOf(occasion.plan()).contains(u"secret"_s));
            occasion.known.remove(u"app_secret"_s);
            QVERIFY2(!sectionsOf(occasion.plan()).contains(u"secret"_s), qPrintable(recipe));
        }
        Occasion held {u"xeroom"_s, ErrorClass::PermissionRole, {}, AuthKind::Delegated};
        held.known.remove(u"app_secret"_s);
        QVERIFY(pageWith(held.plan(), u"XRM-32"_s) >= 0);
    }

    //! A password is shown nowhere, so there is nothing to compare it with, or to copy it from.
    void aLoginIsNotAKey()
    {
        static const QRegularExpression key(u"\\b(key|token|copy)\\b"_s,
                                            QRegularExpression::CaseInsensitiveOption);
        for (const QString &recipe : {u"generic"_s, u"mintsoft"_s}) {
            for (const QString &day : {u"2026-11-22"_s, QString()}) {
                Occasion occasion {recipe, ErrorClass::InvalidUserCredentials, {}, AuthKind::Login};
                if (day.isEmpty())
                    occasion.known.remove(u"created"_s);
                for (const Step &step : occasion.plan().steps) {
                    QVERIFY2(!step.tools.contains(StepTool::CompareKey), qPrintable(step.id));
                    if (step.action == StepAction::EditCredential && step.rows != QStringList())
                        QVERIFY2(!step.title.contains(key), qPrintable(step.id));
                    QVERIFY2(!step.rows.contains(u"MIN-24"_s) || !step.title.contains(key),
                             qPrintable(step.id));
                }
            }
        }
    }

    //! MIN-41: the role group is the platform's; Mintsoft has none for itself.
    void theRoleIsNamedAfterAPlatform()
    {
        Occasion occasion {u"mintsoft"_s, ErrorClass::PermissionRole};
        const auto role = [&occasion] {
            const ReconnectPlan plan = occasion.plan();
            return plan.steps.at(pageWith(plan, u"MIN-41"_s)).text;
        };
        QVERIFY(role().contains(u"Connect-{provider}"_s));
        occasion.known.remove(u"via"_s);
        QCOMPARE(role(), rows().value(u"MIN-41"_s).text);
    }

    //! AMG-06, X-03: after a new authorisation the platform is looked at, not the sign-in.
    void afterARenewalThePlatformIsLookedAt()
    {
        for (auto it = recipes().begin(); it != recipes().end(); ++it) {
            for (const ErrorClass errorClass : {ErrorClass::ExpiredRefresh, ErrorClass::Revoked}) {
                Occasion occasion {it->id, errorClass};
                occasion.alreadyRefreshed = true;
                const ReconnectPlan plan = occasion.plan();
                QVERIFY2(plan.steps.first().rows.contains(u"AMG-06"_s),
                         occasion.toUtf8().constData());
                QVERIFY2(firstAction(plan, StepAction::Refresh) < 0, occasion.toUtf8().constData());
            }
        }
        QCOMPARE(sectionsOf(Occasion {u"amalgam"_s, ErrorClass::Unknown}.plan()).mid(2),
                 (QStringList {u"a_permissions"_s, u"a_restricted"_s, u"a_fault"_s}));
    }

    //! MIN-80: support comes when the steps are worked through, never before; and it is told what
    //! each article asks for.
    void supportComesLast()
    {
        for (const Occasion &occasion : allOccasions()) {
            const ReconnectPlan plan = occasion.plan();
            for (qsizetype i = 0; i + 1 < plan.steps.size(); ++i)
                QVERIFY2(plan.steps.at(i).kind != StepKind::Support, occasion.toUtf8().constData());
        }
    }

    //! Who compared and found nothing to correct goes on.
    void nobodyIsHeldAtAForm()
    {
        for (const Recipe &recipe : recipes()) {
            for (const Step &step : recipe.steps) {
                if (step.action == StepAction::EditCredential
                    || step.action == StepAction::SwitchTestMode)
                    QVERIFY2(step.optional, qPrintable(step.id));
            }
        }
    }

    void theWordsFitTheWindow()
    {
        const QStringList facts = everyFact().keys();
        static const QRegularExpression place(u"\\{([a-z_]+)\\}"_s);
        for (const Recipe &recipe : recipes()) {
            for (const Step &step : recipe.steps) {
                const QByteArray what = QString(recipe.id + u' ' + step.id).toUtf8();
                // A narrow list on the left holds them.
                QVERIFY2(step.title.size() <= 36, what.constData());
                QStringList texts {step.title, step.text, step.button, step.link};
                for (const StepOption &option : step.options)
                    texts.append(option.text);
                for (const QString &text : std::as_const(texts)) {
                    auto found = place.globalMatch(text);
                    while (found.hasNext()) {
                        const QString name = found.next().captured(1);
                        QVERIFY2(facts.contains(name), what.constData());
                    }
                }
                if (step.kind == StepKind::Question && !step.options.isEmpty())
                    QVERIFY2(step.options.size() > 1, what.constData());
            }
        }
    }

    void whatIsNotedIsKnownToTheDiary()
    {
        const QSet<QString> known {
            noted::rolesChanged,    noted::securityReview, noted::planChanged,
            noted::passwordChanged, noted::keyRegenerated, noted::accessRevoked,
            noted::accessDisabled,  noted::appRemoved,     noted::accountClosed,
            noted::personLeft,      noted::upgraded};
        QSet<QString> used;
        for (const Recipe &recipe : recipes()) {
            for (const Step &step : recipe.steps) {
                for (const StepOption &option : step.options) {
                    if (!option.noted.isEmpty())
                        used.insert(option.noted);
                }
            }
        }
        QCOMPARE(used, known);
    }
};

RELINK_TEST(RecipesTest)
#include "tst_recipes.moc"
