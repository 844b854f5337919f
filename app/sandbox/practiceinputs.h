// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/world.h"

#include <QMap>
#include <QString>

namespace relink::sandbox {

//! What to type into Relink for the fields of a pack, and whether it was that. A field whose form
//! the practice value lacks has its example, or any text of its form.

//! Null when the method has no such input.
const InputField *inputOf(const AuthMethod &method, const QString &key);

bool fits(const InputField *field, const QString &text);

//! The practice value, else the example, else a text of the field's form.
QString practiceText(const InputField *field, const char *practice);

//! The practice value or a newer one of it. Where the field's form excludes it, any text of that
//! form, but for those with “dead” in them.
bool isPracticeText(const InputField *field, const QString &text, const char *practice);

//! The values of the placeholders in a text that was made from a template; nothing when it was not.
std::optional<QMap<QString, QString>> readTemplate(const QString &templ, const QString &text);

//! Was this field filled in with something that the sandbox takes?
bool isRight(const AuthMethod &method, const QString &key, const QString &text);

//! Does the template hold an input that may be left empty? Then what it makes may be left out.
bool isOptional(const AuthMethod &method, const QString &templ);

//! Every required input and the client secret, as they work now.
QMap<QString, QString> practiceInputs(World &world, const ProviderPack &pack,
                                      const AuthMethod &method, Environment environment);

} // namespace relink::sandbox
