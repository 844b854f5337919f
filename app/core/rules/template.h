// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! An address template with its {placeholders} filled in; names match [A-Za-z0-9_.-]+. A value in
//! the host must be a host name or part of one (letters, digits, hyphens, dots between them), so
//! that it can neither end the host nor add a user name or port; in path and query every other
//! character than RFC 3986's unreserved ones is percent-encoded, and a value that is `.` or `..`
//! is refused there (R99). A placeholder whose name ends in `.path` ends the host, keeps its
//! slashes and may be empty. Errors: `missing_input` and `invalid_input`, with the placeholder's
//! name in the description; a template without a scheme or with a placeholder in its scheme is
//! `invalid_input`.
Result<QString> expand(const QString &templ, const QMap<QString, QString> &values);

//! The same for anything but an address: header values, form fields, parameters. Values stand as
//! they are; a control character in one is refused.
Result<QString> expandText(const QString &templ, const QMap<QString, QString> &values);

//! True when a value in the template is there and empty: an optional input that was not entered.
//! The header, field or parameter is then not sent.
bool isLeftOut(const QString &templ, const QMap<QString, QString> &values);

//! The names used in a template, in order; null when its braces do not pair or a name is no name.
std::optional<QStringList> placeholders(const QString &templ);

//! The part between `://` and the next `/`, `?` or `#`; empty when there is none.
QString templateAuthority(const QString &templ);

} // namespace relink
