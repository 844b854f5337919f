// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/rowwords.h"

#include "core/rules/light.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

QString rowReason(const Connection &connection, const QString &providerName, const QDateTime &now)
{
    const ConnectionState &state = connection.state;
    const bool ended = state.health == Health::RevokedHere
        && (!state.diagnosis || state.diagnosis->cause != QLatin1StringView("removed_here"));
    const bool told = state.health != Health::RevokedHere && state.diagnosis;
    if (lightFor(state) != Light::Red || !(ended || told))
        return reason(connection, providerName, now);
    const QString what = ended
        ? classTitle(ErrorClass::ExpiredRefresh, QStringLiteral("revoked_here"))
        : classTitle(state.diagnosis->errorClass, state.diagnosis->cause);
    const RecommendedAction action = recommendedActionFor(state);
    if (action == RecommendedAction::None || action == RecommendedAction::Wait)
        return what;
    //: Of a row: what is the matter, what to do
    return translate("Status", "%1. %2").arg(what, actionSentence(action, providerName));
}

} // namespace relink::words
