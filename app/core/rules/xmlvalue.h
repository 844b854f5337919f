// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonValue>

namespace relink {

//! An XML answer as the JSON value that paths and rules are written for: an element is a key (its
//! local name), its text a string, repeated elements a list; attributes are keys with `@`. No
//! entity of the document's own is expanded and nothing outside it is read. Undefined when it is no
//! XML, deeper than 32 or has a document type.
QJsonValue xmlValue(const QByteArray &body);

//! JSON where the body is JSON, else XML, else undefined.
QJsonValue answerValue(const QByteArray &body);

} // namespace relink
