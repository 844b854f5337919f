// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerpack.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

namespace relink {

//! What is wrong with the meaning of a pack whose form is sound. `root` is the file it was built
//! from: it tells a key that is absent from one that is empty. `today` as in parsepack.h.
QList<PackProblem> packProblems(const ProviderPack &pack, const QJsonObject &root,
                                const QDate &today);

//! The same for its error rules alone: examples, doubles, rules behind another that takes all
//! their cases.
QList<PackProblem> errorRuleProblems(const QList<ErrorRule> &rules);

} // namespace relink
