// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/writtenaddress.h"

namespace relink {

QList<SentValue> writtenPairs(QStringView text)
{
    QList<SentValue> pairs;
    for (const QStringView part : text.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0)
            pairs.append({part.toString(), {}});
        else
            pairs.append({part.first(equals).toString(), part.mid(equals + 1).toString()});
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
    if (const qsizetype fragment = rest.indexOf(u'#'); fragment >= 0)
        rest.truncate(fragment);
    const qsizetype question = rest.indexOf(u'?');
    request.path = (question < 0 ? rest : rest.first(question)).toString();
    if (question >= 0)
        request.query = writtenPairs(rest.mid(question + 1));
}

} // namespace relink
