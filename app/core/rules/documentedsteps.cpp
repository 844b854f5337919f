// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/documentedsteps.h"

#include "core/rules/classify.h"
#include "core/rules/errortext.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

const QString generic = u"generic"_s;
const QString keys = u"key"_s;

//! Nothing but the status and what it is called.
bool isBare(const QString &decidedBy)
{
    static const QRegularExpression statusWords(
        u"http/[0-9.]+|\\b40[13]\\b|\\b(?:unauthorized|forbidden|status|error|response|but)\\b"
        "|i know who you are|(?:you(?:'re| are) )?not allowed here|[^a-z]"_s);
    return QString(decidedBy).remove(statusWords).isEmpty();
}

//! The answer itself speaks of an API key, and of no token beside it.
bool saysApiKey(const QString &decidedBy)
{
    static const QRegularExpression apiKey(u"\\bapi[ _-]?key"_s);
    return apiKey.match(decidedBy).hasMatch() && !decidedBy.contains("token"_L1);
}

//! The names that the table of steps may use.
bool flagHolds(const QString &flag, const StepOccasion &occasion)
{
    if (flag == "bare"_L1)
        return isBare(occasion.decidedBy);
    if (flag == "token_named"_L1)
        return occasion.decidedBy.contains("token"_L1);
    if (flag == "symptom"_L1)
        return occasion.isSymptom;
    // The access of somebody's account, given by a sign-in, and no key of one's own.
    return flag == "connected_account"_L1
        && (occasion.text.contains("access to account"_L1)
            || occasion.text.contains("application access"_L1));
}

bool holds(const VariantCondition &condition, const StepOccasion &occasion)
{
    const auto isSaid = [&occasion](const QString &words) {
        return occasion.text.contains(ErrorText(words).text().trimmed());
    };
    if (!condition.causes.isEmpty() && !condition.causes.contains(occasion.cause))
        return false;
    if (!condition.statuses.isEmpty()
        && !condition.statuses.contains(occasion.httpStatus.value_or(0)))
        return false;
    if (!condition.flag.isEmpty() && !flagHolds(condition.flag, occasion))
        return false;
    if (!condition.chosen.isEmpty()
        && !(occasion.chosen && condition.chosen.contains(occasion.provider)))
        return false;
    if (condition.withoutVia && !occasion.via.isEmpty())
        return false;
    if (!condition.texts.isEmpty()
        && std::none_of(condition.texts.begin(), condition.texts.end(), isSaid))
        return false;
    if (!condition.withoutText.isEmpty() && isSaid(condition.withoutText))
        return false;
    return condition.anyOf.isEmpty()
        || std::any_of(condition.anyOf.begin(), condition.anyOf.end(),
                       [&occasion](const VariantCondition &each) { return holds(each, occasion); });
}

//! The finer cases that hold: what a cause says first, what the words say, the rest.
QStringList variantsOf(const StepOccasion &occasion, const Documentation &documentation)
{
    QStringList byCause;
    QStringList byWords;
    QStringList others;
    for (auto it = documentation.variants.begin(); it != documentation.variants.end(); ++it) {
        if (!holds(*it, occasion))
            continue;
        QStringList &list = !it->causes.isEmpty() ? byCause
            : !it->flag.isEmpty()                 ? byWords
                                                  : others;
        list += it.key();
    }
    return byCause + byWords + others;
}

//! From the narrowest to the widest.
QStringList scopesFor(const StepOccasion &occasion, const Documentation &documentation)
{
    QStringList scopes;
    for (const QString &own : {occasion.via, occasion.provider}) {
        if (scopes.isEmpty() && documentation.scopes.contains(own))
            scopes += own;
    }
    if (occasion.kind == AuthKind::ApiKey || occasion.kind == AuthKind::Login
        || saysApiKey(occasion.decidedBy))
        scopes += keys;
    return scopes << generic;
}

struct Route
{
    QStringList scopes; //!< those that were asked, the last of them answered
    QStringList ids;
};

Route routeFor(const StepOccasion &occasion, const QStringList &variants,
               const Documentation &documentation)
{
    const QString errorClass = toString(occasion.errorClass);
    QStringList names;
    for (const QString &variant : variants)
        names += QString(errorClass % u'/' % variant);
    names += errorClass;
    Route route;
    for (const QString &scope : scopesFor(occasion, documentation)) {
        route.scopes += scope;
        const auto table = documentation.scopes.value(scope);
        for (const QString &name : std::as_const(names)) {
            if (const auto found = table.constFind(name); found != table.constEnd()) {
                route.ids = *found;
                return route;
            }
        }
    }
    return route;
}

} // namespace

DocumentedSteps documentedSteps(const StepOccasion &occasion, const Documentation &documentation)
{
    const QStringList variants = variantsOf(occasion, documentation);
    const Route route = routeFor(occasion, variants, documentation);
    DocumentedSteps result;
    for (const QString &id : route.ids) {
        DocumentedRow row = documentation.rows.value(id);
        // The way through one product's menus leads nowhere in another.
        if (row.product != occasion.via && row.product != occasion.provider)
            row.menuPath.clear();
        result.steps += row;
    }
    const auto fits = [&](const NextActionException &exception) {
        return exception.errorClass == occasion.errorClass
            && (exception.scope.isEmpty() || route.scopes.contains(exception.scope))
            && (exception.variant.isEmpty() || variants.contains(exception.variant))
            && (exception.cause.isEmpty() || exception.cause == occasion.cause);
    };
    const auto exception
        = std::find_if(documentation.nextActions.begin(), documentation.nextActions.end(), fits);
    if (exception != documentation.nextActions.end()) {
        result.action = exception->action;
        return result;
    }
    result.action = firstActionFor(occasion.errorClass, occasion.kind);
    if (occasion.isSymptom && result.action == RecommendedAction::Reauthorize)
        result.action = RecommendedAction::Refresh;
    return result;
}

} // namespace relink
