// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/seenrequest.h"

namespace relink {

//! A request as it is going to be written.
struct WrittenRequest
{
    QString method;
    QString host;
    QString target;
    QList<SentValue> headers;
    QString body;
};

QString asHttp(const WrittenRequest &written);

//! For `curl --config FILE`, so that no secret stands on the command line.
QString asCurlFile(const WrittenRequest &written);

} // namespace relink
