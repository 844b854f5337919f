// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirect.h"

#include "auth/answerparser.h"
#include "auth/redirectverdict.h"
#include "core/rules/httpdate.h"
#include "core/rules/ratelimit.h"
#include "core/rules/retryafter.h"
#include "core/rules/urlpolicy.h"
#include "core/rules/wwwauthenticate.h"
#include "fuzz/target.h"
#include "http/requestparser.h"

#include <QLocale>

#include <algorithm>

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'772'521'689, Qt::UTC);

//! What feeds a parser in portions has to end as what feeds it at once.
QList<QByteArray> portions(const QByteArray &input)
{
    QList<QByteArray> parts;
    const qsizetype size = 1 + choice(input, 97);
    for (qsizetype at = 0; at < input.size(); at += size)
        parts += input.mid(at, size);
    return parts;
}

void readChallenges(const QByteArray &input)
{
    const QList<AuthChallenge> challenges = parseChallenges(input);
    bool bearer = false;
    for (const AuthChallenge &challenge : challenges) {
        require(!challenge.scheme.isEmpty() && challenge.scheme == challenge.scheme.toLower(),
                "a scheme in lower case");
        require(challenge.token68.isEmpty() || challenge.parameters.isEmpty(),
                "a token or parameters");
        for (auto it = challenge.parameters.begin(); it != challenge.parameters.end(); ++it)
            require(!it.key().isEmpty() && it.key() == it.key().toLower(), "a name in lower case");
        bearer = bearer || challenge.scheme == "bearer";
    }
    require(bearerError(input).challenged == bearer, "a Bearer challenge is one");
}

void readDates(const QByteArray &input)
{
    if (const auto date = parseHttpDate(input)) {
        require(date->isValid() && date->timeSpec() == Qt::UTC, "a date in UTC");
        const QByteArray fixed
            = QLocale::c().toString(*date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
        require(parseHttpDate(fixed) == date, "a date that is written as one");
    }
    const auto wait = parseRetryAfter(input, now);
    require(!wait || (wait->count() >= 0 && *wait <= retryAfterMaximum),
            "a wait within its bounds");
    for (const auto unit : {RateLimits::Unit::Seconds, RateLimits::Unit::Milliseconds,
                            RateLimits::Unit::EpochSeconds}) {
        RateLimits limits;
        limits.resetHeader = u"X-Reset"_s;
        limits.resetUnit = unit;
        AuthError error;
        error.httpStatus = 429;
        addWait(error, {429, {{"X-Reset", input.trimmed()}}, {}}, limits, now);
        require(!error.retryAfter
                    || (error.retryAfter->count() >= 0 && *error.retryAfter <= retryAfterMaximum),
                "a limit within the bounds of a wait");
    }
}

void readRequest(const QByteArray &input)
{
    http::Limits limits;
    limits.body = 4096;
    http::RequestParser whole(limits);
    whole.feed(input);
    http::RequestParser fed(limits);
    for (const QByteArray &part : portions(input))
        fed.feed(part);
    // A head that is too long is refused sooner where it comes in portions.
    require(whole.state() == fed.state() && whole.refusal() == fed.refusal(),
            "portions change nothing");
    if (whole.state() == http::RequestParser::State::Refused) {
        require(whole.refusal() >= 400 && whole.refusal() <= 599, "a refusal has its status");
        return;
    }
    const http::Request &request = whole.request();
    require(request.path == fed.request().path && request.query == fed.request().query
                && request.headers == fed.request().headers && request.body == fed.request().body,
            "portions change nothing of a request");
    require(request.body.size() <= limits.body, "a body within its limit");
    http::decodeForm(request.query);
    http::decodeForm(request.body);
}

void readAnswer(const QByteArray &input)
{
    AnswerParser whole(16 * 1024, 32 * 1024, false);
    whole.feed(input);
    whole.close();
    AnswerParser fed(16 * 1024, 32 * 1024, false);
    for (const QByteArray &part : portions(input))
        fed.feed(part);
    fed.close();
    require(whole.state() == fed.state(), "portions change nothing");
    if (whole.state() != AnswerParser::State::Whole)
        return;
    const HttpAnswer &answer = whole.answer();
    require(answer.status >= 200 && answer.status <= 999, "an answer has a status");
    require(answer.headers == fed.answer().headers && answer.body == fed.answer().body,
            "portions change nothing of an answer");
    require(answer.body.size() <= 32 * 1024, "a body within its limit");
    for (const HttpHeader &header : answer.headers)
        require(!header.name.contains('\n') && !header.value.contains('\n'), "a line is one line");
}

void readRedirect(const QByteArray &input)
{
    AuthorizationRequest request;
    const QString state = u"st4te"_s;
    for (const RedirectParameters &parameters :
         {parseRedirectQuery(input), parsePasted(QString::fromUtf8(input))}) {
        const RedirectVerdict verdict = judgeRedirect(parameters, request, state);
        const auto *accepted = std::get_if<AcceptedRedirect>(&verdict);
        require(std::holds_alternative<RedirectRefusal>(verdict)
                    || parameters.value(u"state"_s) == state,
                "nothing is believed without the state");
        require(!accepted || !accepted->code.isEmpty(), "what is accepted has a code");
        for (const QString &name : parameters.duplicates)
            require(parameters.has(name), "a doubled name is one");
    }
}

void readAddress(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    for (const bool loopback : {false, true}) {
        const Result<QUrl> endpoint = checkEndpoint(text, loopback);
        if (!endpoint)
            continue;
        require(endpoint->scheme() == "https"_L1
                    || (loopback && endpoint->scheme() == "http"_L1 && isLoopback(*endpoint)),
                "https, or http to this computer");
        require(endpoint->userInfo().isEmpty() && !endpoint->hasFragment()
                    && !endpoint->host().isEmpty(),
                "a host, and no name or fragment");
        const Result<QUrl> again = checkEndpoint(endpoint->toString(QUrl::FullyEncoded), loopback);
        require(again && originOf(*again) == originOf(*endpoint), "the same address twice");
        require(originOf(*endpoint).count(u':') >= 2, "an origin has its port");
    }
}

} // namespace

//! The lines of requests, answers and addresses.
void read(const QByteArray &input)
{
    readChallenges(input);
    readDates(input);
    readRequest(input);
    readAnswer(input);
    readRedirect(input);
    readAddress(input);
}

} // namespace relink::fuzz
