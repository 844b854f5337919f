// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/transcriptstep.h"

#include <array>

namespace relink {

bool isTranscriptStep(QStringView line)
{
    if (!line.startsWith(u"* "))
        return false;
    const QStringView told = line.mid(2).trimmed();
    if (told.startsWith(u"TLSv") || told.startsWith(u"SSLv")) {
        return !told.contains(u"alert", Qt::CaseInsensitive)
            || told.contains(u"close notify", Qt::CaseInsensitive);
    }
    static constexpr std::array steps {
        u"Trying ",
        u"Connected to ",
        u"Connection #",
        u"Host ",
        u"IPv4: ",
        u"IPv6: ",
        u"ALPN",
        u"CAfile: ",
        u"CApath: ",
        u"SSL connection using ",
        u"SSL certificate verify ok",
        u"Server certificate:",
        u"Server auth using ",
        u"Server did not agree",
        u"subject: ",
        u"start date: ",
        u"expire date: ",
        u"subjectAltName: ",
        u"issuer: ",
        u"Certificate level ",
        u"Cipher selection: ",
        u"successfully set certificate",
        u"old SSL session ID is stale",
        u"TCP_NODELAY set",
        u"Mark bundle",
        u"Using HTTP",
        u"using HTTP",
        u"using Stream ID",
        u"h2h3 ",
        u"[HTTP/2]",
        u"We are completely uploaded",
        u"upload completely sent",
        u"Request completely sent",
    };
    for (const QStringView step : steps) {
        if (told.startsWith(step))
            return !told.contains(u"not match") && !told.contains(u"expired");
    }
    return false;
}

} // namespace relink
