// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/server.h"

namespace relink::http {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

//! A '%' without two hexadecimal digits stands for itself, as browsers have it (WHATWG URL).
QString decodePart(const QByteArray &encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const char c = encoded.at(i);
        if (c == '%' && i + 2 < encoded.size() && hexDigit(encoded.at(i + 1)) >= 0
            && hexDigit(encoded.at(i + 2)) >= 0) {
            bytes += static_cast<char>(hexDigit(encoded.at(i + 1)) * 16
                                       + hexDigit(encoded.at(i + 2)));
            i += 2;
        } else {
            bytes += c == '+' ? ' ' : c;
        }
    }
    return QString::fromUtf8(bytes);
}

} // namespace

QList<std::pair<QString, QString>> decodeForm(const QByteArray &encoded)
{
    QList<std::pair<QString, QString>> fields;
    for (const QByteArray &part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        fields.append({decodePart(equals < 0 ? part : part.left(equals)),
                       equals < 0 ? QString() : decodePart(part.mid(equals + 1))});
    }
    return fields;
}

} // namespace relink::http
