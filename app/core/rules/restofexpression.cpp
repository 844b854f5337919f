// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/restofexpression.h"

#include "core/rules/writtentable.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

bool goesOn(const QString &script, qsizetype lineBreak)
{
    static const QRegularExpression next(
        u"^\\s*(?:[+.&]\\s*)?(?:[A-Za-z_.()$\\[\\]]*\\s*[+.&]\\s*)?[frbu$@]{0,2}[\"'`][&?]"_s);
    // Of the script alone it would be checked from end to end each time.
    return next.match(script.mid(lineBreak, longestCall)).hasMatch();
}

} // namespace

QString restOfExpression(const QString &script, qsizetype start, qsizetype end)
{
    QChar quote = start > 0 && isQuote(script.at(start - 1)) ? script.at(start - 1) : QChar();
    if (quote.isNull())
        return {};
    const qsizetype limit = std::min(script.size(), end + longestCall);
    qsizetype i = end;
    for (; i < limit; ++i) {
        const QChar c = script.at(i);
        if (c == quote)
            quote = {};
        else if (quote.isNull() && isQuote(c))
            quote = c;
        else if (quote.isNull()
                 && (c == u',' || c == u';' || QStringView(script).mid(i).startsWith(u"=>")))
            break;
        else if (c == u'\n' && !goesOn(script, i))
            break;
    }
    return script.mid(end, i - end);
}

} // namespace relink
