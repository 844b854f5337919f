// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"

#include <QWidget>

namespace relink {

//! Which permissions the connection needs and which of them were granted (MIN-42).
class ScopeTable : public QWidget
{
    Q_OBJECT
public:
    ScopeTable(const ProviderPack &pack, const Connection &connection, QWidget *parent = nullptr);
};

} // namespace relink
