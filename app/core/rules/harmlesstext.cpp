// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/harmlesstext.h"

#include <QRegularExpression>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! "0 failed", "without errors".
const QRegularExpression &nothingFailed()
{
    static const QRegularExpression none(
        uR"(\b(?:0|no|zero|without|keine?|ohne|aucune?|sans|sin|ningun|geen|zonder) (?:errors?|failed|failures?|problems?|issues?|warnings?|fehler\w*|erreurs?|errores|error|fouten)\b|\b(?:errors?|failed|failures?)["']?\s*[:=]\s*["']?(?:0|null|none|false)\b|"errors?" ?: ?(?:\[ ?\]|\{ ?\}|""))"_s);
    return none;
}

bool soundsLikeFailure(const QString &text)
{
    static const QRegularExpression failing(
        uR"(\berr(?:or|no)?s?\b|\w+error\b|\w+exception\b|fail|invalid|denied|unable|cannot|can't)"
        uR"(|could ?n(?:o|')t|expired|refus|timeout|exception|problem|wrong|incorrect|missing)"
        uR"(|fehler|ungultig|fehlgeschlagen|erreur|echec|invalide|\bfallo\b|fout\b|ongeldig|mislukt|konnte nicht|konnte keine|kann nicht|kon niet|kan niet|kan geen|kan inte)"
        uR"(|n'a pas pu|n'est plus|ya no\b|niet\b|\berro\b|errore\b|\b(?:fel|feil|fejl|blad|hata\w*|chyba|hiba|brak)\b|ogiltig|ugyldig|nieprawid|nevalid|impossible|no se (?:pudo|puede)|nicht|verbroken|verlopen|abgelaufen|caducad|not\b|n't\b|\bno\b)"
        uR"(|lost|without|unknown|\bask (?:an?|the|your)\b|\bneeds? to be\b|\bingen\b|off with|\b(?:do|does|did|is|are|was|could|has|have)nt\b|\bcant\b|mismatch|too many|exceed|violat|reduce|not work|trouble|odd\b|strange|ran out|abgelauf|beendet|refus|limit|block|disabled|deactivat|suspend|closed|trouble|issue|\bstop|hang|reject|behind|disappear|unsupport|disconnect|\bfault|inactive|forgot|\bdie[sd]\b)"_s);
    return failing.match(QString(text).remove(nothingFailed())).hasMatch();
}

//! True for what can be understood without a rule: data, or sentences in a language that the rules
//! know, without a number that may be a status. Of everything else, silence says nothing.
bool isUnderstood(const QString &text)
{
    static const QRegularExpression doubtful(
        uR"(\b[45]\d\d\b|"code" ?: ?"?[1-9]|\b(?:oops|attention|action required|signed out|logged out|out of memory|voided|warning|alert)\b)"_s);
    static const QRegularExpression data(uR"(^\s*[\[{<].*[\]}>]\s*$|=>|^\s*(?:get|post|http)\b)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ordinaryWord(
        uR"(\b(?:the|is|are|was|you|your|this|that|to|of|and|for|with|when|how|der|die|das|und|ist|sie|mit|fur|ein|eine|le|la|les|vous|votre|est|et|pour|avec|el|los|su|con|para|que|het|een|en|uw|je|van|voor|met)\b)"_s);
    if (doubtful.match(text).hasMatch())
        return false;
    if (data.match(text).hasMatch() || nothingFailed().match(text).hasMatch())
        return true;
    auto words = ordinaryWord.globalMatch(text);
    for (int times = 0; words.hasNext(); words.next()) {
        if (++times == 3)
            return true;
    }
    return false;
}

} // namespace

bool isHarmless(const QString &text)
{
    return !soundsLikeFailure(text) && isUnderstood(text);
}

} // namespace relink
