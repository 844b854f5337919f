// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace relink {

//! One file of a support packet.
struct PacketFile
{
    QString name; //!< without a folder
    QByteArray content;

    friend bool operator==(const PacketFile &, const PacketFile &) = default;
};

//! Port: puts a support packet into one file.
class PacketWriter
{
public:
    virtual ~PacketWriter() = default;
    //! Whole or not at all, readable by this user alone. What is there already is left alone
    //! (`invalid_input`) unless `replace`; a symbolic link, a folder and a device always are. Other
    //! errors have code `storage`.
    virtual Result<Done> write(const QString &fileName, const QList<PacketFile> &files,
                               const QDateTime &time, bool replace)
        = 0;
};

} // namespace relink
