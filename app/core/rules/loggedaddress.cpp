// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/loggedaddress.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLooked = 20000;
constexpr qsizetype longest = 300; //!< of what stands before the query

//! Back to where the address of a query may begin.
QString wordBefore(const QString &text, qsizetype end)
{
    static constexpr QStringView outside(u"\"'<>`?");
    qsizetype start = end;
    while (start > 0 && end - start < longest && !text.at(start - 1).isSpace()
           && !outside.contains(text.at(start - 1)))
        --start;
    return text.mid(start, end - start);
}

QString methodBefore(const QString &text, qsizetype start)
{
    static const QRegularExpression method(u"\\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) $"_s);
    const qsizetype from = std::max<qsizetype>(0, start - 10);
    return method.match(text.mid(from, start - from)).captured(1);
}

} // namespace

QList<LoggedAddress> loggedAddresses(const QString &text)
{
    static const QRegularExpression query(uR"([?;][A-Za-z_][\w.\[\]%-]*=[^\s"'<>`]*)"_s);
    static const QRegularExpression address(
        uR"((?<![\w/.:@%~\\-])(?:(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d{1,5})?(?:/\S*)?|/\S*)$)"_s);
    QList<LoggedAddress> found;
    auto matches = query.globalMatch(text);
    for (int i = 0; i < mostLooked && matches.hasNext(); ++i) {
        const QRegularExpressionMatch match = matches.next();
        const QString before = wordBefore(text, match.capturedStart());
        const qsizetype place = address.match(before).capturedStart();
        if (place < 0 || (place == 0 && before.size() == longest))
            continue;
        const qsizetype start = match.capturedStart() - before.size() + place;
        qsizetype end = match.capturedEnd();
        while (QStringView(u".,;:)").contains(text.at(end - 1)))
            --end;
        found.append({start, end, methodBefore(text, start)});
    }
    return found;
}

void splitHost(SeenRequest &request)
{
    static const QRegularExpression page(u"\\.(?:php|aspx?|jsp|html?|cgi|do|json|xml)$"_s);
    if (!request.host.isEmpty() || request.path.isEmpty() || request.path.startsWith(u'/'))
        return;
    const QString first = request.path.section(u'/', 0, 0);
    const bool isPage = first == request.path && page.match(first).hasMatch();
    request.path = u'/' % (isPage ? first : request.path.section(u'/', 1));
    if (!isPage)
        request.host = first.toLower();
}

} // namespace relink
