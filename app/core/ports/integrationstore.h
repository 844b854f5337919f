// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/integration.h"
#include "core/result.h"

#include <QList>

namespace relink {

//! Port: which connections work as pairs. Synchronous, as the connections' own port; a row goes
//! with either of its connections. Errors have code `storage`.
class IntegrationStore
{
public:
    virtual ~IntegrationStore() = default;
    //! In the order they were made.
    virtual Result<QList<Integration>> integrations() = 0;
    //! Inserts or replaces by id.
    virtual Result<Done> saveIntegration(const Integration &integration) = 0;
    virtual Result<Done> removeIntegration(const QString &id) = 0;
};

} // namespace relink
