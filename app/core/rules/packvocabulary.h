// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace relink {

//! What a key of a pack file holds.
enum class PackType {
    Text, //!< one line
    Multiline, //!< may hold line breaks and tabs
    TextList,
    TextMap, //!< any keys, one-line values
    Boolean,
    Integer, //!< 0 to 2^31 - 1
    Object,
    ObjectList,
};

//! One key of one kind of object.
struct PackKey
{
    QString name;
    PackType type = PackType::Text;
    bool required = false;
    QString object; //!< Object, ObjectList: which kind
    QStringList choices; //!< Text, TextList: closed list of values
};

//! Every kind of object in a pack file and its keys; the root is `pack`. The parser, its refusals
//! and the test of resources/schema.json all read this one table.
const QMap<QString, QList<PackKey>> &packVocabulary();

//! Checks form alone: unknown and missing keys, types, closed lists, control characters, length.
QList<PackProblem> structuralProblems(const QJsonObject &root);

} // namespace relink
