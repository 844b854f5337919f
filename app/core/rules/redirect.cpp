// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirect.h"

#include <QByteArray>
#include <QUrl>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

QString formDecoded(QByteArray encoded)
{
    encoded.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

QString withoutSpace(const QString &text)
{
    QString result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](QChar c) {
        return !c.isSpace() && c.category() != QChar::Other_Control
            && c.category() != QChar::Other_Format;
    });
    return result;
}

QString withoutWrapping(QString text)
{
    static const QList<std::pair<QChar, QChar>> pairs {
        {u'"', u'"'}, {u'\'', u'\''}, {u'<', u'>'}, {u'“', u'”'}, {u'‘', u'’'}};
    for (const auto &[open, close] : pairs) {
        if (text.size() >= 2 && text.startsWith(open) && text.endsWith(close))
            return text.mid(1, text.size() - 2);
    }
    return text;
}

bool isQuery(const QString &text)
{
    static const QStringList names {u"code="_s, u"error="_s, u"state="_s};
    return std::any_of(names.begin(), names.end(), [&text](const QString &name) {
        return text.startsWith(name) || text.contains(QString(u'&' + name));
    });
}

//! A code copied out of the address bar is still percent-encoded. That it is shows in nothing
//! being left that would have had to be encoded.
QString decodedCode(const QString &text)
{
    const auto isHexadecimal = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    bool escapes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'%') {
            if (i + 2 >= text.size() || !isHexadecimal(text.at(i + 1))
                || !isHexadecimal(text.at(i + 2))) {
                return text;
            }
            escapes = true;
            i += 2;
        } else if (c.unicode() >= 0x80 || !(c.isLetterOrNumber() || u"-._~!*'()"_s.contains(c))) {
            return text;
        }
    }
    return escapes ? formDecoded(text.toLatin1()) : text;
}

} // namespace

RedirectParameters parseRedirectQuery(const QByteArray &encodedQuery)
{
    RedirectParameters result;
    result.isAddress = true;
    for (const QByteArray &pair : encodedQuery.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QString name = formDecoded(equals < 0 ? pair : pair.left(equals));
        if (name.isEmpty())
            continue;
        if (result.values.contains(name)) {
            if (!result.duplicates.contains(name))
                result.duplicates.append(name);
            continue;
        }
        result.values.insert(name, equals < 0 ? QString() : formDecoded(pair.mid(equals + 1)));
    }
    return result;
}

RedirectParameters parsePasted(const QString &text)
{
    const QString pasted = withoutWrapping(withoutSpace(text));
    if (pasted.isEmpty())
        return {};

    const qsizetype question = pasted.indexOf(u'?');
    const bool isAddress = pasted.contains(u"://"_s) || question >= 0;
    if (!isAddress && !isQuery(pasted)) {
        RedirectParameters bare;
        bare.values.insert(u"code"_s, decodedCode(pasted));
        return bare;
    }

    const qsizetype hash = pasted.indexOf(u'#', std::max<qsizetype>(question, 0));
    const QString beforeHash = hash < 0 ? pasted : pasted.left(hash);
    const qsizetype queryStart = isAddress ? question + 1 : 0;
    QString query = isAddress && question < 0 ? QString() : beforeHash.mid(queryStart);
    if (query.isEmpty() && hash >= 0)
        query = pasted.mid(hash + 1); // response_mode=fragment
    RedirectParameters result = parseRedirectQuery(query.toUtf8());
    if (isAddress)
        result.location = question < 0 ? beforeHash : pasted.left(question);
    return result;
}

bool couldBeCode(const QString &code)
{
    constexpr qsizetype shortest = 8;
    return code.size() >= shortest && std::all_of(code.begin(), code.end(), [](QChar c) {
               return c.unicode() >= 0x20 && c.unicode() <= 0x7e;
           });
}

} // namespace relink
