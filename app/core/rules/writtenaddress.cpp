// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/writtenaddress.h"

#include "core/rules/sentkind.h"

#include <QUrl>

namespace relink {

namespace {

//! "api%5Fkey" is api_key to every server.
QString decodedName(QStringView name)
{
    return name.contains(u'%') ? QUrl::fromPercentEncoding(name.toUtf8()) : name.toString();
}

void takeSecrets(QStringView pairs, SeenRequest &request)
{
    for (const SentValue &sent : writtenPairs(pairs)) {
        if (sentKind(sent.name) != SentKind::Plain && !sent.value.isEmpty())
            request.query.append(sent);
    }
}

//! The path without the secrets that stand in it as parameters.
QString pathWithout(QStringView path, SeenRequest &request)
{
    QStringList parts;
    for (const QStringView part : path.split(u'/')) {
        QStringList kept;
        for (const QStringView parameter : part.split(u';')) {
            const qsizetype before = request.query.size();
            if (!kept.isEmpty())
                takeSecrets(parameter, request);
            if (request.query.size() == before)
                kept += parameter.toString();
        }
        parts += kept.join(u';');
    }
    return parts.join(u'/');
}

} // namespace

QList<SentValue> writtenPairs(QStringView text)
{
    QList<SentValue> pairs;
    for (const QStringView part : text.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            pairs.append({decodedName(part), {}});
        else
            pairs.append({decodedName(part.first(equals)), part.mid(equals + 1).toString()});
    }
    return pairs;
}

void readAddress(const QString &address, SeenRequest &request)
{
    QStringView rest(address);
    if (const qsizetype scheme = rest.indexOf(QStringView(u"://")); scheme >= 0) {
        request.scheme = rest.first(scheme).toString().toLower();
        rest = rest.mid(scheme + 3);
        qsizetype end = 0;
        while (end < rest.size() && !QStringView(u"/?#").contains(rest.at(end)))
            ++end;
        QStringView authority = rest.first(end);
        if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0) {
            request.user = authority.first(at).toString();
            authority = authority.mid(at + 1);
        }
        request.host = authority.toString().toLower();
        rest = rest.mid(end);
    }
    const qsizetype hash = rest.indexOf(u'#');
    const QStringView fragment = hash < 0 ? QStringView() : rest.mid(hash + 1);
    if (hash >= 0)
        rest.truncate(hash);
    const qsizetype question = rest.indexOf(u'?');
    request.query.clear();
    const QStringView path = question < 0 ? rest : rest.first(question);
    request.path = path.contains(u';') ? pathWithout(path, request) : path.toString();
    if (question >= 0)
        request.query += writtenPairs(rest.mid(question + 1));
    takeSecrets(fragment, request);
}

} // namespace relink
