// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calledmethod.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestCall = 1500;

QRegularExpression caseless(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

qsizetype firstIn(const QString &code, const QRegularExpression &pattern)
{
    return pattern.match(code).capturedStart();
}

qsizetype lastIn(const QString &code, const QRegularExpression &pattern)
{
    qsizetype last = -1;
    auto matches = pattern.globalMatch(code);
    while (matches.hasNext())
        last = matches.next().capturedStart();
    return last;
}

//! Calls that send by GET unless something beside them says otherwise.
bool saysPost(const QString &code)
{
    static const QRegularExpression said = caseless(
        uR"(method["']?\s*(?:=>|[:=])\s*["'](?:post|put|patch)|-Method\s+["']?(?:post|put|patch))"
        uR"(|urlopen\s*\([^\n]*\bdata\s*=|Request\s*\([^\n]*\bdata\s*=|CURLOPT_POST|--post-data)"_s);
    return said.match(code).hasMatch();
}

//! In a stretch of a script; of several the first, or the last.
QString methodIn(const QString &code, bool last)
{
    static const QRegularExpression post = caseless(
        uR"(\b(?:post|put|patch)\s*\(|\.(?:post|put|patch)\b|["'](?:post|put|patch)["'])"
        uR"(|\b(?:post|put|patch)as\w+\(|HttpMethod\.(?:post|put|patch)|HttpPost|CURLOPT_POST)"
        uR"(|-Method\s+["']?(?:post|put|patch)|Method\.post|HTTP::(?:post|put)|Upload(?:String|Values))"_s);
    static const QRegularExpression get = caseless(
        uR"(\bget\s*\(|\.get\b|["']get["']|\bget(?:as\w+|string\w*|fromjson\w*)\(|HttpMethod\.get)"
        uR"(|HttpGet|-Method\s+["']?get|Method\.get|HTTP::get|CURLOPT_HTTPGET)"_s);
    static const QRegularExpression getUnlessTold = caseless(
        uR"(file_get_contents|DownloadString|urlopen|\bfetch\s*\(|Invoke-(?:RestMethod|WebRequest))"
        uR"(|\bwget\b|open-uri)"_s);
    const auto find = last ? lastIn : firstIn;
    const qsizetype posted = find(code, post);
    const qsizetype got = find(code, get);
    if (posted >= 0 && (got < 0 || (last ? posted > got : posted < got)))
        return u"POST"_s;
    if (got >= 0)
        return u"GET"_s;
    return getUnlessTold.match(code).hasMatch() ? u"GET?"_s : QString();
}

} // namespace

QString calledMethod(const QString &script, qsizetype start, qsizetype end)
{
    const qsizetype from = std::max<qsizetype>(0, start - longestCall);
    const QString before = script.mid(from, start - from);
    const qsizetype lineStart = from + before.lastIndexOf(u'\n') + 1;
    const qsizetype lineBreak = script.mid(end, longestCall).indexOf(u'\n');
    const qsizetype lineEnd
        = std::min(script.size(), end + (lineBreak < 0 ? longestCall : lineBreak));
    QString method = methodIn(script.mid(lineStart, lineEnd - lineStart), false);
    if (method.isEmpty())
        method = methodIn(script.mid(lineEnd, longestCall), false);
    if (method.isEmpty())
        method = methodIn(script.mid(from, lineStart - from), true);
    if (method == "GET?"_L1)
        return saysPost(script.mid(from, lineEnd + longestCall - from)) ? u"POST"_s : u"GET"_s;
    return method;
}

} // namespace relink
