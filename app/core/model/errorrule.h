// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/diagnosis.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace relink {

//! Where in a connection's life an error rule applies.
enum class ErrorStage { Any, Authorize, Token, Refresh, Probe, Api };

//! One ordered rule: stage, status and content together mean a class.
struct ErrorRule
{
    QString id;
    ErrorStage stage = ErrorStage::Any;
    std::optional<int> status; //!< absent: any
    QMap<QString, QString> json; //!< path -> value, both without regard to case
    QMap<QString, QString> jsonPrefix;
    QString text; //!< contained in body or description, without regard to case
    QString oauthError; //!< the OAuth `error`
    QString header; //!< this header is present
    QString pattern; //!< regular expression found in body or description
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause;
    QList<Alternative> alternatives;
    QString source;
    struct Example
    {
        std::optional<int> status;
        QString body;
        QList<QString> headers;
    };
    QList<Example> examples;
};

} // namespace relink
