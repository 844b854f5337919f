// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/frontdoor.h"

#include "core/rules/checkresults.h"
#include "core/rules/classify.h"
#include "core/rules/httpdate.h"
#include "core/rules/urlpolicy.h"

#include <optional>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Servers and signatures tolerate about this much.
constexpr std::chrono::seconds tolerableClockError = 5min;

constexpr CheckId rows[]
    = {CheckId::Network, CheckId::Proxy, CheckId::Tls, CheckId::CaptivePortal, CheckId::Clock};

//! Only over an open way can a network send somebody to a page of its own.
bool isSentElsewhere(const QUrl &door, const AuthError &error)
{
    const QString target = QUrl(error.description, QUrl::StrictMode).host();
    return error.is(code::redirected) && door.scheme() == "http"_L1 && !target.isEmpty()
        && target != door.host();
}

//! The row that a failed request belongs to; null: somebody answered, though not well.
std::optional<CheckId> rowOf(const QUrl &door, const AuthError &error)
{
    if (isSentElsewhere(door, error))
        return CheckId::CaptivePortal;

    if (error.is(code::proxy))
        return CheckId::Proxy;
    if (error.is(code::tls) || error.is(code::tlsClock))
        return CheckId::Tls;
    if (error.is(code::captivePortal))
        return CheckId::CaptivePortal;
    if (error.is(code::redirected) || error.is(code::tooLarge) || error.is(code::unreadable))
        return std::nullopt;
    return CheckId::Network;
}

AuthError transport(const char *code, int status)
{
    AuthError error = localError(code);
    error.origin = ErrorOrigin::Transport;
    error.httpStatus = status;
    return error;
}

//! What an answer says of who gave it. Over an encrypted way only the provider can have.
std::optional<AuthError> strangerIn(const QUrl &door, const HttpAnswer &answer)
{
    if (answer.status == 407)
        return transport(code::proxy, answer.status);
    if (answer.status == 511)
        return transport(code::captivePortal, answer.status);
    const QByteArray type = answer.header("Content-Type").trimmed().toLower();
    const bool page = type.startsWith("text/html");
    const bool open = door.scheme() == "http"_L1 && !isLoopback(door);
    if (open && page)
        return transport(code::captivePortal, answer.status);
    return std::nullopt;
}

CheckResult failedRow(CheckId row, const AuthError &error)
{
    CheckResult result;
    result.check = row;
    result.detail = error.code;
    AuthError seen = error;
    if (row == CheckId::CaptivePortal)
        seen.code = QLatin1StringView(code::captivePortal);
    result.diagnosis = classify(seen, ErrorStage::Probe, nullptr);
    return result;
}

//! Rows that a fault of another row proves to be in order: one has to get past them to meet it.
bool isPast(CheckId row, CheckId fault)
{
    switch (fault) {
    case CheckId::Proxy:
    case CheckId::CaptivePortal:
        return row == CheckId::Network;
    case CheckId::Tls:
        return row == CheckId::Network || row == CheckId::Proxy;
    default:
        return false;
    }
}

CheckResult clockResult(const std::optional<QDateTime> &theirs, const QDateTime &now)
{
    if (!theirs)
        return passedCheck(CheckId::Clock, checkdetail::unknown);
    const std::chrono::seconds error(theirs->secsTo(now));
    if (std::chrono::abs(error) <= tolerableClockError)
        return passedCheck(CheckId::Clock, u"right"_s);
    CheckResult result = failedCheck(CheckId::Clock, u"differs"_s, ErrorClass::Clock);
    result.values.insert(u"minutes"_s, QString::number(error.count() / 60));
    return result;
}

CheckResult soundRow(CheckId row, const QUrl &door)
{
    switch (row) {
    case CheckId::Proxy:
        return passedCheck(row, u"not_in_the_way"_s);
    case CheckId::Tls:
        return door.scheme() == "https"_L1 ? passedCheck(row, u"secure"_s)
                                           : passedCheck(row, u"none_needed"_s);
    case CheckId::CaptivePortal:
        return passedCheck(row, u"none"_s);
    default:
        return passedCheck(row, u"answers"_s);
    }
}

} // namespace

QUrl frontDoorOf(const ResolvedProvider &provider)
{
    if (!provider.reachability.isEmpty())
        return provider.reachability;
    for (const QUrl &url : {provider.endpoints.token, provider.endpoints.probe, provider.login,
                            provider.endpoints.authorization}) {
        if (url.isValid() && !url.host().isEmpty()) {
            QUrl door = url;
            door.setPath(u"/"_s);
            door.setQuery(QString());
            return door;
        }
    }
    return {};
}

QList<CheckResult> readFrontDoor(const QUrl &door, const Result<HttpAnswer> &answer,
                                 const QDateTime &now, std::chrono::milliseconds took)
{
    std::optional<AuthError> error;
    if (!answer)
        error = answer.error();
    else
        error = strangerIn(door, *answer);
    const std::optional<CheckId> fault = error ? rowOf(door, *error) : std::nullopt;
    QList<CheckResult> results;
    for (const CheckId row : rows) {
        if (fault == row) {
            results.append(failedRow(row, *error));
        } else if (fault && !isPast(row, *fault)) {
            results.append(passedCheck(row, checkdetail::notLookedAt));
        } else if (row == CheckId::Clock) {
            results.append(
                clockResult(answer ? parseHttpDate(answer->header("Date")) : std::nullopt, now));
        } else {
            results.append(soundRow(row, door));
        }
    }
    if (!fault)
        results.first().values.insert(u"milliseconds"_s, QString::number(took.count()));
    return results;
}

QList<CheckResult> noFrontDoor()
{
    QList<CheckResult> results;
    for (const CheckId row : rows)
        results.append(passedCheck(row, checkdetail::unknown));
    return results;
}

bool isAtFrontDoor(CheckId check)
{
    return std::find(std::begin(rows), std::end(rows), check) != std::end(rows);
}

} // namespace relink
