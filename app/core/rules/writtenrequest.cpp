// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/writtenrequest.h"

namespace relink {

using namespace Qt::StringLiterals;

QString asHttp(const WrittenRequest &written)
{
    QString text = written.method % u' ' % written.target % u" HTTP/1.1\n"_s;
    text += u"Host: "_s % written.host;
    for (const SentValue &header : written.headers)
        text += u'\n' % header.name % u": "_s % header.value;
    if (!written.body.isEmpty())
        text += u"\n\n"_s % written.body;
    return text;
}

QString asCurlFile(const WrittenRequest &written)
{
    const auto line = [](const QString &name, QString value) {
        value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        return QString(name % u" = \""_s % value % u'"');
    };
    QStringList lines {line(u"url"_s, u"https://"_s % written.host % written.target),
                       line(u"request"_s, written.method)};
    for (const SentValue &header : written.headers)
        lines += line(u"header"_s, header.name % u": "_s % header.value);
    if (!written.body.isEmpty())
        lines += line(u"data"_s, written.body);
    return lines.join(u'\n');
}

} // namespace relink
