// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classifytext.h"

#include "core/rules/classify.h"
#include "core/rules/clausereading.h"
#include "core/rules/errortext.h"
#include "core/rules/packtextrule.h"
#include "core/rules/providercodein.h"
#include "core/rules/providermention.h"
#include "core/rules/textjudge.h"
#include "core/rules/textpattern.h"
#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr double mildestProof = 0.55;

//! Nothing but 401: which credential was not recognised depends on what the provider takes (X-16).
bool isBareRefusal(const ErrorText &text)
{
    static const QRegularExpression notAuthorized(
        uR"(nicht autori[sz]iert|non[ -]autori[sz]e|no autori[sz]ad|niet (?:geautori[sz]eerd|gemachtigd|bevoegd))"_s);
    return text.status() == 401 || text.text().contains(u"unauthorized"_s)
        || text.text().contains(u"authentication unsuccessful"_s)
        || notAuthorized.match(text.text()).hasMatch();
}

//! A refusal without a word, and the frames of the stack tell that a token was asked for.
bool isRefusedTokenCall(const ErrorText &text)
{
    static const QRegularExpression call(
        uR"((?:request|refresh|exchange|fetch|acquire|obtain|get)\w*?access_?token\w*\()"_s);
    return call.match(text.whole()).hasMatch();
}

const TextRule &refusedTokenCallRule()
{
    using enum ErrorClass;
    using Reading = TextRule::Reading;
    static constexpr TextRule rule {
        "text.refused_token_call",
        R"re(\bforbidden\b|\bunauthorized\b|\b40[13]\b)re",
        nullptr,
        0,
        InvalidClient,
        "",
        0.5,
        {Reading {Configuration, why::setUpWrong}, Reading {ExpiredRefresh, why::expiredUnused}},
        "RFC 6749 5.2",
        ""};
    return rule;
}

const TextRule &unauthorizedRule(const ProviderPack *pack)
{
    using enum ErrorClass;
    using Reading = TextRule::Reading;
    static constexpr const char *words
        = R"re(unauthorized|authentication unsuccessful|\b401s?\b)re";
    static constexpr TextRule unknown {"text.unauthorized",
                                       words,
                                       nullptr,
                                       0,
                                       Unknown,
                                       "",
                                       0.4,
                                       {Reading {ExpiredAccess, why::tokenOld},
                                        Reading {InvalidUserCredentials, why::wrongLogin},
                                        Reading {InvalidClient, why::badSecret}},
                                       "SGE-54, MIN-T1",
                                       "401 Unauthorised"};
    static constexpr TextRule entered {"text.unauthorized_key",
                                       words,
                                       nullptr,
                                       0,
                                       InvalidUserCredentials,
                                       "",
                                       0.55,
                                       {Reading {ExpiredAccess, why::tokenOld},
                                        Reading {CredentialFormat, why::spaces},
                                        Reading {TestModeMismatch, why::testMode}},
                                       "X-16, MIN-T1",
                                       ""};
    static constexpr TextRule token {"text.unauthorized_token",
                                     words,
                                     nullptr,
                                     0,
                                     ExpiredAccess,
                                     "",
                                     0.6,
                                     {Reading {ExpiredRefresh, why::expiredUnused},
                                      Reading {Revoked, why::grantEnded},
                                      Reading {InvalidClient, why::badSecret}},
                                     "X-16, SGE-54",
                                     ""};
    static constexpr TextRule app {"text.unauthorized_app",
                                   words,
                                   nullptr,
                                   0,
                                   InvalidClient,
                                   "",
                                   0.5,
                                   {Reading {ExpiredAccess, why::tokenOld},
                                    Reading {TestModeMismatch, why::testMode},
                                    Reading {PermissionRole, why::roleMissing}},
                                   "X-16, SGE-33",
                                   ""};
    if (!pack || pack->authMethods.isEmpty())
        return unknown;
    const AuthKind kind = pack->authMethods.first().kind;
    // Nobody signed in: a new token comes by itself, so what is left is the app's id and secret.
    if (kind == AuthKind::ClientCredentials || kind == AuthKind::JwtBearer)
        return app;
    if (isEntered(kind))
        return entered;
    return token;
}

bool isEnteredFirst(const ProviderPack &pack)
{
    return pack.authMethods.isEmpty() || isEntered(pack.authMethods.first().kind);
}

//! A provider that is given a key or a login and nothing else has no token to refresh.
bool takesKeysOnly(const ProviderPack *pack)
{
    return pack && !pack->authMethods.isEmpty()
        && std::all_of(pack->authMethods.begin(), pack->authMethods.end(),
                       [](const AuthMethod &method) { return method.kind == AuthKind::ApiKey; });
}

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

//! Of a provider's own rule, which knows its codes.
QString decidingWords(const QString &pasted, const TextDiagnosis &result)
{
    const QString &rule = result.diagnosis.rule;
    if (result.passages.isEmpty() || rule.startsWith("text."_L1) || rule.startsWith("clause."_L1))
        return {};
    const TextPassage passage = result.passages.first();
    return pasted.mid(passage.start, passage.length);
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

TextDiagnosis classifyText(const QString &pasted, const QList<const ProviderPack *> &packs,
                           const ProviderPack *chosen)
{
    const ErrorText text(pasted);
    TextDiagnosis result;
    const ProviderPack *pack = chosen;
    if (chosen) {
        result.provider = chosen->id;
        result.providerConfidence = 1;
    } else if (const auto named = providerNamedIn(text, packs)) {
        result.provider = named->provider;
        result.providerConfidence = named->confidence;
        for (const ProviderPack *candidate : packs) {
            if (candidate->id == named->provider)
                pack = candidate;
        }
    }
    result.httpStatus = text.status();

    TextJudge judge(text, result);
    judge.read(successTextRules());
    judge.read(thisComputerTextRules());
    judge.read(networkTextRules());
    if (pack) {
        for (const PastedCode &code : pack->mentions.codes)
            judge.read(code);
    }
    judge.read(reasonTextRules());
    judge.read(accountTextRules());
    judge.read(settingTextRules());
    if (pack && !judge.isDecided()) {
        for (const ErrorRule &rule : pack->errors) {
            if (const auto match = findInText(rule, text))
                judge.read(rule, *match);
        }
    }
    judge.read(oauthTextRules());
    judge.read(credentialTextRules());
    judge.read(translatedTextRules());
    judge.read(permissionTextRules());
    judge.read(programTextRules());
    if (!judge.isDecided() && text.status().value_or(0) < 500) {
        const bool refused = text.status() == 401 || text.status() == 403
            || text.text().contains(u"unauthorized"_s);
        if (const auto said = readClauses(text.text(), refused))
            judge.read(*said);
    }
    // Where somebody signed in for a token, it is the token that was not let in.
    if (pack && !judge.isDecided() && text.status() == 401 && !isEnteredFirst(*pack)
        && findPattern(wrapperTextRules().front().pattern, text.text(), text.pieces()))
        judge.read(unauthorizedRule(pack));
    judge.read(wrapperTextRules());
    judge.read(serviceTextRules());
    judge.read(toldTextRules());
    if (pack && !judge.isDecided()) {
        for (const ErrorRule &rule : pack->errors) {
            if (isStatusOnly(rule) && rule.status == text.status())
                judge.read(rule, {});
        }
    }
    if (!judge.isDecided() && isRefusedTokenCall(text))
        judge.read(refusedTokenCallRule());
    judge.read(statusTextRules());
    if (!judge.isDecided() && isBareRefusal(text))
        judge.read(unauthorizedRule(pack));
    Diagnosis &diagnosis = result.diagnosis;
    if (!judge.isDecided()) {
        const std::optional<int> status = text.status();
        if (status && *status >= 500) {
            diagnosis.errorClass = ErrorClass::ProviderOutage;
            diagnosis.confidence = 0.5;
            diagnosis.rule = u"text.5xx"_s;
        } else if ((status && *status >= 400) || soundsLikeFailure(text.text())
                   || !isUnderstood(text.text()) || text.leavesOut()) {
            diagnosis.errorClass = ErrorClass::Unknown;
            diagnosis.confidence = 0.3;
            diagnosis.rule = u"text.none"_s;
        } else {
            diagnosis.errorClass = ErrorClass::NotAnError;
            diagnosis.confidence = 0.6;
            diagnosis.rule = u"text.no_failure"_s;
        }
    }
    if (diagnosis.errorClass == ErrorClass::ExpiredAccess && takesKeysOnly(pack)
        && (diagnosis.cause == u"token_refused" || diagnosis.rule == u"clause.token")) {
        diagnosis.errorClass = ErrorClass::InvalidClient;
        diagnosis.cause = u"key_refused"_s;
    }
    if (result.providerCode.isEmpty()) {
        const QString code = providerCodeIn(text, pack, decidingWords(pasted, result));
        const qsizetype at = pasted.indexOf(code, 0, Qt::CaseInsensitive);
        result.providerCode = at < 0 ? code : pasted.sliced(at, code.size());
    }
    const AuthKind kind = pack && !pack->authMethods.isEmpty() ? pack->authMethods.first().kind
                                                               : AuthKind::AuthorizationCode;
    diagnosis.action = firstActionFor(diagnosis.errorClass, kind);
    // Gentlest first (X-04): a symptom alone sends nobody to authorise again.
    if (diagnosis.action == RecommendedAction::Reauthorize && diagnosis.confidence < mildestProof)
        diagnosis.action = RecommendedAction::Refresh;
    return result;
}

} // namespace relink
