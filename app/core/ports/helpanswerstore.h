// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

namespace relink {

//! Port: what the person said to "Did this help?" under each topic of the help. It stays here and
//! is sent to nobody. Synchronous like ConnectionStore; errors have code `storage`.
class HelpAnswerStore
{
public:
    virtual ~HelpAnswerStore() = default;
    //! By topic; true: it helped.
    virtual Result<QMap<QString, bool>> answers() = 0;
    //! Replaces an earlier answer.
    virtual Result<Done> answer(const QString &topic, bool helped) = 0;
};

} // namespace relink
