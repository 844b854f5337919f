// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/httpanswer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

namespace relink {

//! The JSON of an answer's body, as QJsonDocument reads it, but for three things that would lose
//! a good answer: a byte order mark, a scalar at the top and numbers beyond a double's range are
//! accepted. Undefined when it is no JSON.
QJsonValue parseAnswerJson(const QByteArray &body);

//! A form-encoded body as the object that it would have been in JSON.
QJsonObject parseAnswerForm(const QByteArray &body);

//! The member of that name, given in lower snake case; servers write spaces, hyphens and capitals
//! for it (SGE-16).
QJsonValue answerField(const QJsonObject &object, QLatin1StringView name);

//! Lower case, without parameters.
QByteArray contentType(const HttpAnswer &answer);

//! A page for people where data was due. Some servers label their JSON as HTML, so that the body
//! has the last word.
bool isPage(const HttpAnswer &answer);

} // namespace relink
