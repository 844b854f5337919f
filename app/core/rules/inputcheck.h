// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/packproblems.h"

#include <QJsonObject>

namespace relink {

//! Pattern, default, example and choices of one input agree.
//! An input with a meaning of its own that is looked for among what is not secret.
bool isReadOpenly(const QString &key);

//! A pattern that asserts something might fit nothing at all.
bool needsExample(const QString &pattern);

//! `object`: as it stands in the file.
void checkInput(PackProblems &problems, const InputField &field, const QJsonObject &object,
                const QString &path);

//! Every choice fills in the same placeholders, or an address would have a gap.
void checkChoices(PackProblems &problems, const InputField &field, const QString &path);

//! What is kept of redirects and answers: no whole token, usable patterns.
} // namespace relink
