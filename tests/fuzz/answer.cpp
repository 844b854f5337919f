// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/httpanswer.h"

#include "auth/answerparser.h"
#include "core/rules/answerjson.h"
#include "core/rules/classify.h"
#include "core/rules/deviceanswer.h"
#include "core/rules/jsonpath.h"
#include "core/rules/loginanswer.h"
#include "core/rules/metadata.h"
#include "core/rules/probeverdict.h"
#include "core/rules/ratelimit.h"
#include "core/rules/redact.h"
#include "core/rules/retryafter.h"
#include "core/rules/strictjson.h"
#include "core/rules/tokenresponse.h"
#include "core/rules/urlpolicy.h"
#include "core/rules/xmlvalue.h"
#include "fuzz/target.h"
#include "support/diagnosecorpus.h"

#include <QJsonArray>

#include <algorithm>

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'772'521'689, Qt::UTC);
constexpr std::chrono::seconds tenYears = std::chrono::hours {24 * 3650};
constexpr std::chrono::seconds thirtyYears = tenYears * 3;

//! An input that begins as an HTTP answer is one; any other is a body.
HttpAnswer answerOf(const QByteArray &input)
{
    if (input.startsWith("HTTP/1.")) {
        AnswerParser parser(16 * 1024, 1024 * 1024, false);
        parser.feed(input);
        if (parser.close() == AnswerParser::State::Whole)
            return parser.answer();
    }
    static constexpr int statuses[] {200, 200, 200, 400, 401, 403, 429, 503};
    return {statuses[choice(input, 8)], {{"Content-Type", "application/json"}}, input};
}

void judge(const AuthError &error)
{
    require(error.evidence.size() <= 8 * 1024, "8 KiB of evidence");
    require(!error.retryAfter
                || (error.retryAfter->count() >= 0 && *error.retryAfter <= retryAfterMaximum),
            "a wait within its bounds");
}

bool isVisible(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

bool isLifetime(const std::optional<std::chrono::seconds> &seconds)
{
    return !seconds || (seconds->count() >= 1 && *seconds <= tenYears);
}

bool showsToken(const QJsonValue &value)
{
    for (const QJsonValue &each : value.toArray()) {
        if (showsToken(each))
            return true;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isToken = it.key().endsWith("_token"_L1) && it.value() != hiddenMark.toString();
        if (isToken || showsToken(it.value()))
            return true;
    }
    return false;
}

void readTokens(const HttpAnswer &answer, const AuthMethod &method)
{
    const auto tokens = parseTokenResponse(answer, method.tokenAnswer, method.tokenCaptures,
                                           ErrorOrigin::TokenEndpoint, now);
    if (!tokens) {
        judge(tokens.error());
        require(!answer.isSuccess() || !showsToken(parseAnswerJson(tokens.error().evidence)),
                "tokens are no evidence");
        return;
    }
    require(answer.isSuccess(), "tokens come with success");
    const QByteArray token = tokens->accessToken.reveal();
    require(!token.isEmpty() && isVisible(token), "an access token that a header can hold");
    require(!tokens->refreshToken || !tokens->refreshToken->isEmpty(), "a refresh token or none");
    require(isLifetime(tokens->expiresIn) && isLifetime(tokens->refreshExpiresIn),
            "a lifetime within its bounds");
    for (const QString &value : tokens->captures)
        require(value.size() <= 20 || value.toUtf8() != token, "no token is kept beside");
}

int depthOf(const QJsonValue &value)
{
    int deepest = 0;
    for (const QJsonValue &each : value.toArray())
        deepest = std::max(deepest, depthOf(each));
    for (const QJsonValue &each : value.toObject())
        deepest = std::max(deepest, depthOf(each));
    return deepest + 1;
}

void readForms(const QByteArray &body)
{
    const bool strict = !strictJsonProblem(body, 64);
    require(!strict || !parseAnswerJson(body).isUndefined(), "what is JSON by the letter is read");
    const QJsonValue xml = xmlValue(body);
    require(xml.isUndefined() || (xml.toObject().size() == 1 && depthOf(xml) < 40),
            "an XML document has one root and an end to its depth");
    const QJsonValue value = answerValue(body);
    require(value == answerValue(body), "the same twice");
    for (const auto &path :
         {u"error.code"_s, u"a[0].b"_s, u"Response.Errors[*].ErrorCode"_s, u"$"_s})
        scalarAt(value, path);
    parseAnswerForm(body);
}

void readAsAProvider(const HttpAnswer &answer, const ProviderPack &pack, const AuthMethod &method)
{
    readTokens(answer, method);
    Connection connection;
    connection.provider = pack.id;
    connection.authMethod = method.id;
    connection.organisation.id = choice(answer.body, 2) == 0 ? QString() : u"42"_s;
    const ProbeVerdict verdict = judgeProbe(pack, connection, answer, now);
    require(verdict.accepted != verdict.error.has_value(), "accepted, or an error that says why");
    AuthError error = tokenEndpointError(answer, ErrorOrigin::Resource, now);
    addWait(error, answer, pack.rateLimits, now);
    judge(error);
    for (const ErrorStage stage : {ErrorStage::Token, ErrorStage::Refresh, ErrorStage::Probe}) {
        const Diagnosis diagnosis = classify(error, stage, &pack, method.kind);
        require(allErrorClasses().contains(diagnosis.errorClass), "a class of the closed list");
        require(diagnosis.confidence >= 0 && diagnosis.confidence <= 1, "a confidence from 0 to 1");
    }
    const auto login = parseLoginAnswer(answer, method.loginKeyPath, now);
    require(!login || (!login->isEmpty() && isVisible(login->reveal())),
            "a key that a header can hold");
}

} // namespace

//! What servers answer to the calls of a connection.
void read(const QByteArray &input)
{
    const HttpAnswer answer = answerOf(input);
    readForms(answer.body);
    AuthMethod moments;
    moments.tokenAnswer.paths = {{u"expires_at"_s, u"expires_in"_s}};
    readTokens(answer, moments);
    const QList<const ProviderPack *> &packs = test::allPacks();
    for (qsizetype i = 0; i < 3; ++i) {
        const ProviderPack &pack = *packs.at(choice(input + char('0' + i), packs.size()));
        for (const AuthMethod &method : pack.authMethods)
            readAsAProvider(answer, pack, method);
    }
    const auto device = parseDeviceAnswer(answer, false, now);
    require(!device
                || (checkBrowserUrl(device->verification, false) && !device->deviceCode.isEmpty()
                    && device->interval.count() > 0 && device->expiresAt > now
                    && device->expiresAt < now.addSecs(thirtyYears.count())),
            "a device sign-in that can be waited for");
    const auto metadata = parseServerMetadata(answer, u"https://issuer.example"_s);
    require(!metadata
                || (checkEndpoint(metadata->token.toString(QUrl::FullyEncoded), false)
                    && metadata->issuer == u"https://issuer.example"_s),
            "metadata of the issuer that was asked");
}

} // namespace relink::fuzz
