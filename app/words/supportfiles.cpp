// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/supportfiles.h"

#include "core/rules/supportjson.h"
#include "words/supporttext.h"

namespace relink::words {

using namespace Qt::StringLiterals;

QList<PacketFile> supportFiles(const SupportPacket &packet, const QList<PacketFile> &pictures)
{
    QStringList names;
    for (const PacketFile &picture : pictures)
        names += picture.name;
    return QList<PacketFile> {{u"support.txt"_s, supportText(packet, names).toUtf8()},
                              {u"support.json"_s, supportJson(packet, names)}}
    + pictures;
}

} // namespace relink::words
