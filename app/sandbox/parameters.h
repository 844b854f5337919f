// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink::sandbox {

//! Names and values of a query or a body.
struct Parameters
{
    QMap<QString, QString> values; //!< the first of equal names
    QStringList repeated; //!< RFC 6749 3.1: no parameter may come twice

    bool has(const QString &name) const { return values.contains(name); }
    QString value(const QString &name) const { return values.value(name); }
};

Parameters fromForm(const QByteArray &encoded);
//! A JSON object whose members are texts, numbers or booleans; nothing for anything else.
std::optional<Parameters> fromJson(const QByteArray &json);

bool isForm(const http::Request &request);
bool isJson(const http::Request &request);

} // namespace relink::sandbox
