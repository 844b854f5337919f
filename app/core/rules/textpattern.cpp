// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textpattern.h"

#include <QHash>

#include <array>
#include <optional>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

struct WordGroup
{
    const char *name;
    const char *words;
};

constexpr std::array groups {
    // What may stand between two words of one sentence.
    WordGroup {"near", R"re((?:[^.;!?{}]|\.(?! |$)){0,50}?)re"},
    WordGroup {"far", R"re((?:[^;!?{}]){0,140}?)re"},
    WordGroup {"few", R"re( ?(?:[\w'"/:().]+,? ){0,4}?)re"},

    // What is wrong, before and after the noun.
    WordGroup {
        "bad",
        R"re((?:invalid|incorrect|wrong|bad|unknown|unrecognized|mismatched|rejected|faulty|erroneous|illegal|non ?existent|not valid|no valid))re"},
    WordGroup {
        "fails",
        R"re((?:invalid|incorrect|wrong|bad\b(?! (?:request|gateway))|unknown|unrecognized|rejected|refused|faulty|mismatch\w*|not good|not (?:\w+ ){0,2}?(?:valid|correct|recognized|found|known|accepted|right|exist\w*|match\w*|registered|verified|authorized(?! to)|authentic)\b|(?:is|are|was|were|does|do|did|could|can)n't (?:be )?(?:valid|correct|recognized|found|match|exist|work|correspond|right)|(?:does|do|did) not (?:match|exist|correspond|work|appear)|no longer (?:\w+ )?(?:valid|accepted|recognized|works?|exists?)|(?:could|can) ?not be (?:\w+ )?(?:found|verified|validated|recognized|authenticated|matched)))re"},
    WordGroup {"expired", R"re((?:expired|lapsed|timed out|run out|stale|out of date|too old))re"},
    WordGroup {
        "missing",
        R"re((?:missing|required|absent|empty|blank|null|none|nil|undefined|not (?:\w+ )?(?:provided|supplied|present|sent|set|given|included|specified|found)))re"},

    // What it is about.
    WordGroup {
        "access_token",
        R"re((?:(?:access|bearer|auth|authentication|authorization|security|api|user|oauth2?|identity|session|id|iaf|personal access|login) ?tokens?|jwt|(?<!refresh )(?<!grant )tokens?))re"},
    WordGroup {
        "api_key",
        R"re((?:(?:(?:api|secret|private|restricted|publishable|license|access license|access|account|integration|rest|web ?services?|ms|public|live|test|merchant|production) ?(?:api )?(?:key|pass ?key)s?|h?apikeys?|passkey|access license number)\b))re"},
    WordGroup {
        "client",
        R"re((?:(?:client|app|application|consumer|integrator|partner|developer|sender|subscriber|subscription|vendor|integration) ?(?:id|key|secret|credential|identifier)s?\b))re"},
    WordGroup {
        "login",
        R"re((?:(?:user|login|account|access|web ?services?|security|auth\w*) ?credentials?|credentials?|log ?in(?: id| name| details)?|logon|sign ?in|user ?name|user ?ids?|users?|password|pass ?phrase|pin|(?:account|meter|customer) number(?! mismatch)))re"},
    WordGroup {
        "permission",
        R"re((?:permissions?|privileges?|(?:access |user |admin\w* )?rights\b|roles?\b|entitlements?|authority|access levels?))re"},
    WordGroup {
        "tenant",
        R"re((?:tenant|realm|company|organization|org|division|administration|hub|portal|shop|store|merchant|seller|business|website profile|profile|marketplace|region|data ?cent(?:er|re)|company file|subsidiary|location|site|subdomain|directory|domain))re"},
    WordGroup {
        "app",
        R"re((?:app|application|integration|plugin|add ?on|extension|connector|(?:oauth |api )client))re"},
    WordGroup {
        "person",
        R"re((?:user|merchant|seller|owner|customer|company|admin\w*|account holder|member|subscriber|shop|store))re"},
};

QString expanded(const char *pattern)
{
    QString text = QString::fromUtf8(pattern);
    for (const WordGroup &group : groups)
        text.replace(u'<' + QLatin1StringView(group.name) + u'>', QLatin1StringView(group.words));
    return text;
}

} // namespace

namespace {

//! What a pattern cannot do without is known before it is compiled.
struct Kept
{
    QString pattern;
    QStringList words;
    std::optional<QRegularExpression> compiled {};

    const QRegularExpression &expression()
    {
        if (!compiled)
            compiled = QRegularExpression(pattern);
        return *compiled;
    }
};

//! The alternatives of a pattern one by one: most cannot be in a given text, and are not compiled.
QList<Kept> &alternativesOf(const char *pattern)
{
    thread_local QHash<const char *, QList<Kept>> kept;
    auto found = kept.find(pattern);
    if (found == kept.end()) {
        QList<Kept> alternatives;
        const QStringList all = alternativesIn(expanded(pattern));
        for (const QString &one : all)
            alternatives += Kept {one, requiredWords(one)};
        found = kept.insert(pattern, alternatives);
    }
    return *found;
}

Kept &keptFor(const QString &pattern)
{
    thread_local QHash<QString, Kept> kept;
    auto found = kept.find(pattern);
    if (found == kept.end()) {
        const bool caseless = pattern.startsWith(u"(?i)"_s);
        found = kept.insert(pattern,
                            Kept {pattern, requiredWords(caseless ? pattern.toLower() : pattern)});
    }
    return *found;
}

} // namespace

QRegularExpression textPattern(const char *pattern)
{
    return QRegularExpression(expanded(pattern));
}

std::optional<TextSpan> findPattern(const char *pattern, const QString &text,
                                    const TextPieces &pieces)
{
    for (Kept &one : alternativesOf(pattern)) {
        if (!pieces.mayHoldAny(one.words))
            continue;
        const QRegularExpressionMatch match = one.expression().match(text);
        if (match.hasMatch())
            return TextSpan {match.capturedStart(), match.capturedLength()};
    }
    return std::nullopt;
}

QStringList requiredWordsOf(const char *pattern)
{
    QStringList words;
    for (const Kept &one : alternativesOf(pattern))
        words += one.words;
    return words;
}

const QRegularExpression &keptPattern(const QString &pattern)
{
    return keptFor(pattern).expression();
}

bool mayMatch(const QString &pattern, const TextPieces &pieces)
{
    return pieces.mayHoldAny(keptFor(pattern).words);
}

} // namespace relink
