// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/passedquery.h"

#include "core/rules/writtentable.h"

#include <QRegularExpression>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostCalls = 200;

//! $.ajax({url: …, data: {…}}), which is a GET unless it says otherwise.
QStringList dataOf(const QString &call)
{
    static const QRegularExpression otherwise(
        uR"(\b(?:type|method)["']?\s*:\s*+(?!["'`]get["'`]))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression data(uR"(\bdata["']?\s*:\s*\{)"_s);
    const QRegularExpressionMatch match = data.match(call);
    return match.hasMatch() && !otherwise.match(call).hasMatch()
        ? tableNames(bracketed(call, match.capturedEnd()))
        : QStringList();
}

//! get("https://…", {…})
QStringList secondOf(const QString &call)
{
    static const QRegularExpression table(
        uR"(^\s*(?:"[^"]*"|'[^']*'|`[^`]*`|[\w.$>-]+)\s*,\s*[{\[])"_s);
    const QRegularExpressionMatch match = table.match(call);
    return match.hasMatch() ? tableNames(bracketed(call, match.capturedEnd())) : QStringList();
}

} // namespace

QList<PassedQuery> passedQueries(const QString &script)
{
    static const QRegularExpression calls(
        uR"((?:\$|\bjQuery)\s?\.\s?(?:(ajax)|get|getJSON)\s?\()"
        uR"(|\bHttp::(?:\w+\([^()\n]{0,200}\)\s*->\s*){0,6}get\s?\(|\bFaraday\.get\s?\()"_s);
    QList<PassedQuery> passed;
    auto matches = calls.globalMatch(script);
    for (int i = 0; i < mostCalls && matches.hasNext(); ++i) {
        const QRegularExpressionMatch match = matches.next();
        const QString call = bracketed(script, match.capturedEnd());
        const QStringList names = match.hasCaptured(1) ? dataOf(call) : secondOf(call);
        if (!names.isEmpty())
            passed.append({match.capturedStart(), match.capturedEnd() + call.size(), names});
    }
    return passed;
}

} // namespace relink
