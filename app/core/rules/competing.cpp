// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/competing.h"

#include "core/rules/checkresults.h"
#include "core/rules/inputs.h"
#include "core/rules/light.h"
#include "core/rules/resolve.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

// What was pushed out longer ago would have been noticed before.
constexpr qint64 secondsOfMemory = 7 * 24 * 3600;

enum class Likeness { Same, Unknown, Different };

//! The strictest of several.
Likeness both(Likeness one, Likeness another)
{
    if (one == Likeness::Different || another == Likeness::Different)
        return Likeness::Different;
    return one == Likeness::Same || another == Likeness::Same ? Likeness::Same : Likeness::Unknown;
}

Likeness compare(const QString &one, const QString &another)
{
    if (one.isEmpty() || another.isEmpty())
        return Likeness::Unknown;
    return one.compare(another, Qt::CaseInsensitive) == 0 ? Likeness::Same : Likeness::Different;
}

bool isSignIn(AuthKind kind)
{
    return asksPerson(kind) || kind == AuthKind::RefreshToken;
}

//! Inputs that say how, not where.
bool isSetting(const QString &key)
{
    static const QStringList settings {QLatin1StringView(input::clientId),
                                       QLatin1StringView(input::clientAuthentication),
                                       QLatin1StringView(input::scope),
                                       QLatin1StringView(input::authorizationParameters),
                                       QLatin1StringView(input::redirectPort),
                                       QLatin1StringView(input::redirectUri),
                                       QLatin1StringView(input::revocationEndpoint),
                                       QLatin1StringView(input::probeUrl)};
    return settings.contains(key);
}

//! By the entered shop, host and the like.
Likeness placeOf(const AuthMethod &method, const Connection &one, const Connection &another)
{
    Likeness likeness = Likeness::Unknown;
    for (const InputField &field : method.inputs) {
        if (field.secret || isSetting(field.key))
            continue;
        const Likeness here = compare(normalized(field, one.inputs.value(field.key)),
                                      normalized(field, another.inputs.value(field.key)));
        // Many have the same region.
        if (here == Likeness::Same && !field.choices.isEmpty())
            continue;
        likeness = both(likeness, here);
    }
    return likeness;
}

Likeness companyOf(const AuthMethod &method, const Connection &one, const Connection &another)
{
    const Likeness told = one.organisation.id.isEmpty() || another.organisation.id.isEmpty()
        ? compare(one.organisation.name, another.organisation.name)
        : compare(one.organisation.id, another.organisation.id);
    return both(told, placeOf(method, one, another));
}

std::optional<Competitor> rivalryOf(const ProviderPack &pack, const Connection &one,
                                    const Connection &another)
{
    const AuthMethod *method = methodOf(pack, one);
    const AuthMethod *other = methodOf(pack, another);
    if (one.id == another.id || another.provider != pack.id || !another.hasSecret
        || one.environment != another.environment || !method || !other || !isSignIn(method->kind)
        || !isSignIn(other->kind)) {
        return std::nullopt;
    }
    const Likeness company = companyOf(*method, one, another);
    const Likeness user = compare(one.identity, another.identity);
    if (company == Likeness::Different || user == Likeness::Different)
        return std::nullopt;
    Competitor competitor {another.id, another.name, false};
    // Where a provider names neither users, one company is one place.
    const bool nobodyIsNamed = one.identity.isEmpty() && another.identity.isEmpty();
    competitor.certain = user == Likeness::Same ? company == Likeness::Same
            || (one.organisation.isEmpty() && another.organisation.isEmpty())
                                                : company == Likeness::Same && nobodyIsNamed;
    return competitor;
}

//! The times at which a person is known to have signed in for it.
QList<QDateTime> signInsOf(const Connection &connection)
{
    QList<QDateTime> times;
    if (connection.createdAt.isValid())
        times.append(connection.createdAt);
    if (connection.renewed && connection.renewed->at.isValid())
        times.append(connection.renewed->at);
    return times;
}

//! The last one before a moment.
QDateTime lastSignIn(const Connection &connection, const QDateTime &before)
{
    QDateTime last;
    for (const QDateTime &time : signInsOf(connection)) {
        if (time <= before && (!last.isValid() || last < time))
            last = time;
    }
    return last;
}

struct Suspect
{
    Competitor competitor;
    QDateTime signedIn;
};

//! Who signed in last between this one's own sign-in and its failure.
std::optional<Suspect> suspectOf(const Connection &connection, const QList<Competitor> &competitors,
                                 const QList<Connection> &all)
{
    const QDateTime failed = connection.state.since;
    if (lightFor(connection.state) != Light::Red || !failed.isValid())
        return std::nullopt;
    const QDateTime own = lastSignIn(connection, failed);
    std::optional<Suspect> suspect;
    for (const Competitor &competitor : competitors) {
        const auto other = std::find_if(all.begin(), all.end(),
                                        [&](const Connection &c) { return c.id == competitor.id; });
        const QDateTime theirs = other == all.end() ? QDateTime() : lastSignIn(*other, failed);
        if (!theirs.isValid() || (own.isValid() && theirs <= own)
            || theirs.secsTo(failed) > secondsOfMemory) {
            continue;
        }
        if (!suspect || suspect->signedIn < theirs)
            suspect = Suspect {competitor, theirs};
    }
    return suspect;
}

} // namespace

QList<Competitor> competitorsOf(const ProviderPack &pack, const Connection &connection,
                                const QList<Connection> &all)
{
    QList<Competitor> found;
    for (const Connection &other : all) {
        if (const auto competitor = rivalryOf(pack, connection, other))
            found.append(*competitor);
    }
    std::stable_partition(found.begin(), found.end(),
                          [](const Competitor &c) { return c.certain; });
    return found;
}

bool endsAnother(const ProviderPack &pack, const QList<Competitor> &competitors)
{
    return pack.signInsPerUser && competitors.size() >= *pack.signInsPerUser;
}

CheckResult checkCompeting(const ProviderPack &pack, const Connection &connection,
                           const QList<Connection> &all)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method || !isSignIn(method->kind))
        return passedCheck(CheckId::Competing, u"not_by_sign_in"_s);
    const QList<Competitor> competitors = competitorsOf(pack, connection, all);
    const bool ends = endsAnother(pack, competitors);
    // One of which little is known is worth a word only where it could do harm.
    if (competitors.isEmpty() || (!ends && !competitors.first().certain))
        return passedCheck(CheckId::Competing, u"none"_s);
    const std::optional<Suspect> suspect = suspectOf(connection, competitors, all);
    CheckResult result = suspect && ends
        ? failedCheck(CheckId::Competing, u"took_over"_s, ErrorClass::CompetingConnection)
        : passedCheck(CheckId::Competing, checkdetail::beside);
    result.values.insert(u"name"_s, suspect ? suspect->competitor.name : competitors.first().name);
    if (suspect) {
        result.values.insert(u"seconds"_s,
                             QString::number(suspect->signedIn.secsTo(connection.state.since)));
        if (!suspect->competitor.certain && result.diagnosis)
            result.diagnosis->confidence = 0.6;
    }
    if (ends)
        result.values.insert(u"ends"_s, QString::number(*pack.signInsPerUser));
    return result;
}

} // namespace relink
