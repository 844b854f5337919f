// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"
#include "core/model/secret.h"
#include "core/result.h"

#include <QDateTime>
#include <QString>

namespace relink {

//! The key in the answer to a login: at `keyPath`, or the whole body, which may be a quoted JSON
//! text or plain. A key goes into a header, so anything but visible ASCII is refused (R33). A 401
//! or 403 has code `login_refused`.
Result<AccessToken> parseLoginAnswer(const HttpAnswer &answer, const QString &keyPath,
                                     const QDateTime &now);

} // namespace relink
