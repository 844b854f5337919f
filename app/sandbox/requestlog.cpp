// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/requestlog.h"

#include "sandbox/parameters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineMaximum = 5000;

} // namespace

void RequestLog::add(const http::Request &request, const QString &provider, const QString &kind,
                     int status)
{
    Parameters body;
    if (isForm(request))
        body = fromForm(request.body);
    else if (isJson(request))
        body = fromJson(request.body).value_or(Parameters());
    QJsonObject line {
        {u"n"_s, ++m_count},
        {u"method"_s, QString::fromLatin1(request.method)},
        {u"path"_s, QString::fromLatin1(request.path.left(512))},
        {u"provider"_s, provider},
        {u"kind"_s, kind},
        {u"query"_s, QJsonArray::fromStringList(fromForm(request.query).values.keys())},
        {u"fields"_s, QJsonArray::fromStringList(body.values.keys())},
        {u"status"_s, status},
    };
    if (body.has(u"grant_type"_s))
        line.insert(u"grant_type"_s, body.value(u"grant_type"_s).left(64));
    m_lines.append(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (m_lines.size() > lineMaximum)
        m_lines.removeFirst();
}

QByteArray RequestLog::lines() const
{
    return m_lines.join();
}

} // namespace relink::sandbox
