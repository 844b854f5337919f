// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/errorclass.h"
#include "core/model/providerpack.h"
#include "http/server.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace relink::sandbox {

http::Response jsonAnswer(int status, const QJsonValue &value);
http::Response textAnswer(int status, const QString &text);
//! RFC 6749 5.2.
http::Response oauthError(int status, const QString &error, const QString &description);
//! RFC 6750 3: 401 or 403 with a challenge. Without `error`: no credential was sent.
http::Response bearerError(int status, const QString &error, const QString &description);

//! Which of a pack's rules would do.
using RuleFilter = std::function<bool(const ErrorRule &)>;
RuleFilter ofClass(ErrorClass errorClass);
//! A rule of another class that names this one among its alternatives.
RuleFilter alternatively(ErrorClass errorClass);

//! The provider's own words for a failure: the example of the pack's first rule that passes one
//! of the filters (in their order) and applies at `stage`. With `status` only rules of that status
//! or of none; `insideSuccess`: also those that a 2xx carries. Nothing when the pack has no such
//! rule.
std::optional<http::Response> packError(const ProviderPack &pack, const QList<RuleFilter> &filters,
                                        ErrorStage stage, std::optional<int> status,
                                        int defaultStatus, bool insideSuccess = false);

//! `value` put into `root` at a path as core/rules/jsonpath.h reads it.
QJsonValue withValueAt(const QJsonValue &root, const QString &path, const QJsonValue &value);

} // namespace relink::sandbox
