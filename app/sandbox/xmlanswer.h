// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/server.h"

#include <QJsonValue>

namespace relink::sandbox {

//! The XML that core/rules/xmlvalue.h reads back as this value.
http::Response xmlAnswer(int status, const QJsonValue &value);

} // namespace relink::sandbox
