// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"
#include "core/model/providerpack.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace relink::test {

//! All shipped packs, read once; pointers stay good.
const QList<const ProviderPack *> &allPacks();
//! Null for an empty or unknown id.
const ProviderPack *packNamed(const QString &id);
//! The shipped articles and steps; empty where they cannot be read.
const Documentation &shippedDocumentation();

//! The lines of a .jsonl file.
QList<QJsonObject> jsonLinesOf(const QString &path);

} // namespace relink::test
