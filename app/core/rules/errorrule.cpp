// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errorrule.h"

#include "core/rules/jsonpath.h"
#include "core/rules/xmlvalue.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace relink {

namespace {

bool statusMatches(const ErrorRule &rule, const AuthError &error)
{
    return !rule.status || rule.status == error.httpStatus;
}

bool stageMatches(ErrorStage wanted, ErrorStage seen)
{
    return wanted == ErrorStage::Any || seen == ErrorStage::Any
        || wanted == seen
        // A probe is one of the calls to the API.
        || (wanted == ErrorStage::Api && seen == ErrorStage::Probe)
        // A refresh is one of the requests to the token endpoint.
        || (wanted == ErrorStage::Token && seen == ErrorStage::Refresh);
}

bool jsonMatches(const ErrorRule &rule, const AuthError &error)
{
    if (rule.json.isEmpty() && rule.jsonPrefix.isEmpty())
        return true;
    const QJsonValue root = answerValue(error.evidence);
    if (root.isUndefined())
        return false;
    for (auto it = rule.json.begin(); it != rule.json.end(); ++it) {
        if (scalarAt(root, it.key(), Qt::CaseInsensitive).compare(it.value(), Qt::CaseInsensitive)
            != 0) {
            return false;
        }
    }
    for (auto it = rule.jsonPrefix.begin(); it != rule.jsonPrefix.end(); ++it) {
        if (!scalarAt(root, it.key(), Qt::CaseInsensitive)
                 .startsWith(it.value(), Qt::CaseInsensitive)) {
            return false;
        }
    }
    return true;
}

bool textMatches(const ErrorRule &rule, const AuthError &error)
{
    return rule.text.isEmpty() || says(error, rule.text);
}

bool patternMatches(const ErrorRule &rule, const AuthError &error)
{
    if (rule.pattern.isEmpty())
        return true;
    const QRegularExpression pattern(rule.pattern, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(error.description).hasMatch()
        || pattern.match(QString::fromUtf8(error.evidence)).hasMatch();
}

bool headerMatches(const ErrorRule &rule, const AuthError &error)
{
    if (rule.header.isEmpty())
        return true;
    // Of an answer's headers an error keeps these two; a pack cannot ask for others.
    if (rule.header.compare(QLatin1StringView("Retry-After"), Qt::CaseInsensitive) == 0)
        return error.retryAfter.has_value();
    if (rule.header.compare(QLatin1StringView("WWW-Authenticate"), Qt::CaseInsensitive) == 0)
        return !error.challenge.isEmpty();
    return false;
}

} // namespace

bool says(const AuthError &error, const QString &words)
{
    return error.description.contains(words, Qt::CaseInsensitive)
        || QString::fromUtf8(error.evidence).contains(words, Qt::CaseInsensitive);
}

bool matches(const ErrorRule &rule, const AuthError &error, ErrorStage stage)
{
    return stageMatches(rule.stage, stage) && statusMatches(rule, error)
        && (rule.oauthError.isEmpty()
            || rule.oauthError.compare(error.code, Qt::CaseInsensitive) == 0)
        && jsonMatches(rule, error) && textMatches(rule, error) && patternMatches(rule, error)
        && headerMatches(rule, error);
}

AuthError exampleError(const ErrorRule &rule, const ErrorRule::Example &example)
{
    AuthError error;
    error.origin = rule.stage == ErrorStage::Token || rule.stage == ErrorStage::Refresh
        ? ErrorOrigin::TokenEndpoint
        : rule.stage == ErrorStage::Authorize ? ErrorOrigin::AuthorizationEndpoint
                                              : ErrorOrigin::Resource;
    error.httpStatus = example.status;
    error.evidence = example.body.toUtf8();
    error.description = example.body;
    const QJsonObject object = QJsonDocument::fromJson(error.evidence).object();
    error.code = object.value(QLatin1StringView("error")).toString();
    for (const QString &line : example.headers) {
        const QString name = line.section(QLatin1Char(':'), 0, 0).trimmed();
        const QString value = line.section(QLatin1Char(':'), 1).trimmed();
        if (name.compare(QLatin1StringView("Retry-After"), Qt::CaseInsensitive) == 0)
            error.retryAfter = std::chrono::seconds(value.toInt());
        else if (name.compare(QLatin1StringView("WWW-Authenticate"), Qt::CaseInsensitive) == 0)
            error.challenge += value.toUtf8();
    }
    return error;
}

} // namespace relink
