// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink {

//! What is done to an entered value before it is checked and used.
enum class Normalization {
    Trim, //!< white space at both ends
    LowerCase,
    StripScheme, //!< `https://` in front
    StripPath, //!< everything from the first `/`
    UnderscoreToHyphen, //!< for hosts
    SplitPath, //!< `host/folder`: the folder becomes the placeholder `{key.path}`
};

//! A value the merchant enters. Keys are the facts' names; `client_id` and `client_secret`
//! everywhere.
struct InputField
{
    QString key;
    QString label; //!< British English, translatable
    QString help; //!< where to find it
    bool secret = false;
    bool required = true;
    QString pattern; //!< whole-value regular expression; empty: any
    QString example;
    QString defaultValue;
    QStringList choices; //!< not empty: one of these
    QMap<QString, QString> choiceLabels; //!< choice -> what the merchant reads
    //! placeholder -> choice -> value: one choice can fill in several addresses
    QMap<QString, QMap<QString, QString>> choiceValues;
    //! prefix of a value -> environment it belongs to; warns, never refuses
    QMap<QString, Environment> shapes;
    std::optional<Environment> environment; //!< asked for in this environment alone
    QList<Normalization> normalize; //!< in this order; the stored value stays as entered
    QString stripSuffix; //!< taken off the end after normalize
};

} // namespace relink
