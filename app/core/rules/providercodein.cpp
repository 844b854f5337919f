// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/providercodein.h"

#include "core/rules/textpattern.h"
#include "core/rules/toldstatuses.h"

#include <QRegularExpression>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

QString firstCode(const QRegularExpression &pattern, const QString &text)
{
    auto found = pattern.globalMatch(text);
    while (found.hasNext()) {
        const QString code = found.next().captured(1);
        if (code.size() != 3 || !isHttpStatus(code.toInt()))
            return code;
    }
    return {};
}

//! "error_code": 190, error=invalid_grant, <ErrorCode>931, error 931.
QString keyedCode(const QString &text)
{
    static const QRegularExpression keyed(
        uR"(\b(?:error[_ ]?code|errorno|error|code|errno|sub_?code|error_?type)["']*\s*(?:[:=]|=>|>)\s*["']?)"
        uR"(([a-z][a-z0-9]*[_.][a-z0-9_.]{2,40}|[a-z]{1,6}-?\d{2,10}|\d{2,9})\b)"_s);
    return firstCode(keyed, text);
}

//! Said without a key: "error 931", "(932)" behind it, "AB123456:" at the very beginning.
QString saidCode(const QString &text)
{
    static const QRegularExpression said(
        uR"(\b(?:error|fehler|erreur|fout)(?: code| no\.?| number| #)? ?[#(]?((?:[a-z]{1,6}-?)?\d{3,10})\b)"_s);
    static const QRegularExpression heading(uR"(^["'(\[]*([a-z]{2,8}-?\d{4,10})\b)"_s);
    const QString code = firstCode(said, text);
    return code.isEmpty() ? firstCode(heading, text) : code;
}

//! The names of RFC 6749, 6750 and OpenID Connect.
QString protocolCode(const QString &text)
{
    static const QRegularExpression names(
        uR"(\b(invalid_(?:grant|client|request|token|scope|redirect_uri)|unauthorized_client)"
        uR"(|unsupported_(?:grant_type|response_type|token_type)|insufficient_scope|access_denied)"
        uR"(|temporarily_unavailable|server_error|(?:login|consent|interaction)_required)\b)"_s);
    return names.match(text).captured(1);
}

//! A code made of words, as in NOT.AUTHORIZED.ERROR and ACCESS_TOKEN_EXPIRED.
QString wordyCode(const QString &text)
{
    static const QRegularExpression words(
        uR"((?<![\w./$-])((?!(?:\w+\.)*(?:log|logger|logging|console|errors?|exceptions?)\.)(?:[a-z0-9]+[._]){1,6})"
        uR"((?:error|invalid|expired|revoked|denied|unauthorized|forbidden|failed|required|inactive|exceeded|disabled|mismatch|missing))(?![\w.(=-]))"_s);
    return words.match(text).captured(1);
}

//! A number right behind the provider's name.
QString codeBehindName(const QString &text, const ProviderPack &pack)
{
    const QString names = pack.mentions.names.join(u'|');
    if (names.isEmpty())
        return {};
    const QString pattern = u"(?:"_s + names
        + uR"()\w*(?: (?:api|error|code|shop|online|:))*[ :#(]{1,3}(?!(?:19|20)\d\d\b)(\d{4,10})\b)"_s;
    auto found = keptPattern(pattern).globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (match.lastCapturedIndex() > 0)
            return match.captured(match.lastCapturedIndex());
    }
    return {};
}

//! In the words that decided.
QString decidingCode(const QString &decided)
{
    static const QRegularExpression code(
        uR"((?<![\w.-])((?:[a-z]{1,8}-?)?\d{3,10}(?:-\d{1,4})?)\b)"_s);
    return firstCode(code, decided.toLower());
}

} // namespace

QString providerCodeIn(const ErrorText &text, const ProviderPack *pack, const QString &decided)
{
    QString code = decidingCode(decided);
    if (code.isEmpty())
        code = keyedCode(text.whole());
    if (code.isEmpty())
        code = saidCode(text.whole());
    if (code.isEmpty() && pack)
        code = codeBehindName(text.whole(), *pack);
    if (code.isEmpty())
        code = protocolCode(text.whole());
    if (code.isEmpty())
        code = wordyCode(text.whole());
    return code;
}

} // namespace relink
