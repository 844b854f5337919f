// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace relink {

//! One header line, name as sent.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const HttpHeader &, const HttpHeader &) = default;
};

//! A whole HTTP answer as it arrived: read to its end, below the size limit. An answer that was
//! cut off is not an HttpAnswer but an AuthError (R29).
struct HttpAnswer
{
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body;

    //! First value of a header, name without regard to case; null when absent.
    QByteArray header(const char *name) const
    {
        for (const HttpHeader &h : headers) {
            if (h.name.compare(name, Qt::CaseInsensitive) == 0)
                return h.value;
        }
        return {};
    }
    //! Every value of a header, in order.
    QList<QByteArray> headerLines(const char *name) const
    {
        QList<QByteArray> lines;
        for (const HttpHeader &h : headers) {
            if (h.name.compare(name, Qt::CaseInsensitive) == 0)
                lines.append(h.value);
        }
        return lines;
    }
    bool isSuccess() const { return status >= 200 && status < 300; }
};

} // namespace relink
