// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/recipe.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

namespace relink::words {

//! What a message to somebody else about a step is made of.
struct MessageMatter
{
    QMap<QString, QString> values; //!< see stepvalues.h
    QString task; //!< what the step asks for, as it is shown
    QString menuPath; //!< as it is shown; may be empty
    QString link; //!< may be empty
    QStringList permissions; //!< that are missing, as the provider names them
    std::optional<AuthError> error;
    QDateTime since; //!< when the connection stopped; may be invalid
    QDateTime now;
};

//! Ready to be sent to whoever may change the account (MIN-44): who, what, where, which
//! permission. Holds no secret.
QString messageToAdministrator(const MessageMatter &matter);

//! The same for whoever built the integration (MIN-73).
QString messageToDeveloper(const MessageMatter &matter);

} // namespace relink::words
