// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace relink::test {

//! One way in which people and programs spoil a text before it is pasted.
struct Mutation
{
    QString id; //!< M001 to M200
    QString kind;
    QString of; //!< id of the line
    QString text;
};

//! The 200 mutations of the documented lines, given as id -> text.
QList<Mutation> mutationsOf(const QMap<QString, QString> &texts);

} // namespace relink::test
