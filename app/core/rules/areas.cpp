// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/areas.h"

#include "core/rules/caseless.h"
#include "core/rules/light.h"
#include "core/rules/whysentences.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isOfSameArea(const AreaReport &one, const AreaReport &another)
{
    if (!one.area.isEmpty() || !another.area.isEmpty())
        return one.area == another.area;
    return caseless(one.what.simplified()) == caseless(another.what.simplified());
}

//! The rule itself names what is missing, so that a working rest does not speak against it.
bool isSpecific(const Diagnosis &diagnosis)
{
    const bool vague = diagnosis.rule == "resource.403"_L1;
    switch (diagnosis.errorClass) {
    case ErrorClass::PermissionScope:
    case ErrorClass::PlanRestriction:
    case ErrorClass::DeprecatedMethod:
    case ErrorClass::ConnectionLimit:
    case ErrorClass::WrongTenant:
        return true;
    case ErrorClass::PermissionRole:
        return !vague;
    default:
        return false;
    }
}

void addAlternative(Diagnosis &diagnosis, ErrorClass errorClass, const char *why)
{
    const bool there
        = std::any_of(diagnosis.alternatives.begin(), diagnosis.alternatives.end(),
                      [&](const Alternative &a) { return a.errorClass == errorClass; });
    if (diagnosis.errorClass != errorClass && !there)
        diagnosis.alternatives.append({errorClass, QString::fromLatin1(why)});
}

} // namespace

QList<AreaReport> stoppedAreas(const QList<AreaReport> &reports)
{
    QList<AreaReport> stopped;
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(stopped),
                 [](const AreaReport &report) { return !report.works; });
    return stopped;
}

const AreaReport *reportOf(const QList<AreaReport> &reports, const QString &area)
{
    if (area.isEmpty())
        return nullptr;
    const auto report
        = std::find_if(reports.begin(), reports.end(),
                       [&area](const AreaReport &known) { return known.area == area; });
    return report == reports.end() ? nullptr : &*report;
}

QList<AreaReport> withReport(QList<AreaReport> reports, AreaReport report)
{
    for (AreaReport &known : reports) {
        if (!isOfSameArea(known, report))
            continue;
        if (known.works == report.works)
            report.since = known.since;
        known = report;
        return reports;
    }
    reports.append(report);
    return reports;
}

std::optional<Diagnosis> areaRefusal(const AuthError &error, const Diagnosis &diagnosis)
{
    if (error.origin != ErrorOrigin::Resource || isTransient(diagnosis.errorClass)
        || diagnosis.errorClass == ErrorClass::NotAnError) {
        return std::nullopt;
    }
    Diagnosis result = diagnosis;
    if (!isSpecific(diagnosis)) {
        // Any other status may mean a call that the provider has changed.
        if (error.httpStatus != 401 && error.httpStatus != 403)
            return std::nullopt;
        result.errorClass = ErrorClass::PlanRestriction;
        result.cause = u"restricted_data"_s;
        result.confidence = 0.6;
        result.alternatives.clear();
        result.rule = u"area.refused_alone"_s;
        result.source = u"AMG-21"_s;
    }
    addAlternative(result, ErrorClass::PermissionScope, why::missingScope);
    addAlternative(result, ErrorClass::PlanRestriction, why::planAllows);
    addAlternative(result, ErrorClass::PermissionRole, why::roleMissing);
    result.action = RecommendedAction::AskAdministrator;
    return result;
}

bool areasAreDue(const QList<AreaReport> &reports, const QDateTime &now)
{
    QDateTime asked;
    bool refused = false;
    for (const AreaReport &report : reports) {
        if (report.source != AreaSource::Probe)
            continue;
        refused = refused || !report.works;
        if (!asked.isValid() || asked < report.checkedAt)
            asked = report.checkedAt;
    }
    const std::chrono::seconds pause = refused ? 1h : 24h;
    return !asked.isValid() || asked > now || asked.addSecs(pause.count()) <= now;
}

QList<AreaReport> withoutForgotten(QList<AreaReport> reports, const QStringList &ids)
{
    reports.removeIf([&ids](const AreaReport &report) {
        return report.source == AreaSource::Probe && !ids.contains(report.area);
    });
    return reports;
}

bool isMarked(const Connection &connection)
{
    return lightFor(connection.state) == Light::Green && !stoppedAreas(connection.areas).isEmpty();
}

std::optional<Diagnosis> toldByAreas(const QList<AreaReport> &reports)
{
    const QList<AreaReport> stopped = stoppedAreas(reports);
    const auto latest = std::max_element(
        stopped.begin(), stopped.end(),
        [](const AreaReport &a, const AreaReport &b) { return a.since < b.since; });
    return latest == stopped.end() ? std::nullopt : std::optional(latest->diagnosis);
}

std::optional<Diagnosis> toldByMark(const Connection &connection)
{
    return isMarked(connection) ? toldByAreas(connection.areas) : std::nullopt;
}

} // namespace relink
