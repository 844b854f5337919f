// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packtextrule.h"

#include "core/rules/textpattern.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

//! Rules are written as the provider spells; texts have been folded.
QString foldedRule(const QString &words)
{
    thread_local QHash<QString, QString> kept;
    auto found = kept.find(words);
    if (found == kept.end())
        found = kept.insert(words, ErrorText(words).text().trimmed());
    return *found;
}

QString lastKey(const QString &path)
{
    QString key = path.section(u'.', -1);
    if (const qsizetype bracket = key.indexOf(u'['); bracket >= 0)
        key.truncate(bracket);
    return foldedRule(key);
}

std::optional<TextMatch> found(const QString &pattern, const ErrorText &text, const QString &code)
{
    if (!mayMatch(pattern, text.pieces()))
        return std::nullopt;
    const QRegularExpressionMatch match = keptPattern(pattern).match(text.text());
    if (!match.hasMatch())
        return std::nullopt;
    return TextMatch {match.capturedStart(), match.capturedLength(), code};
}

std::optional<TextMatch> foundPair(const QString &path, const QString &value, bool whole,
                                   const ErrorText &text)
{
    const QString wanted = foldedRule(value);
    const QString pattern = u"\\b"_s + QRegularExpression::escape(lastKey(path))
        + uR"(\b["']*\s*(?:[:=]|=>|>)\s*["'\[]*)"_s + QRegularExpression::escape(wanted)
        + (whole ? u"(?![\\w.])"_s : QString());
    if (auto match = found(pattern, text, value))
        return match;
    // A code that is nobody else's needs no key beside it.
    static const QRegularExpression distinctive(uR"([A-Za-z0-9][_.][A-Za-z0-9]|[a-z][A-Z])"_s);
    if (whole && distinctive.match(value).hasMatch())
        return found(u"(?<![\\w.])"_s + QRegularExpression::escape(wanted) + u"(?![\\w.])"_s, text,
                     value);
    return std::nullopt;
}

} // namespace

bool isStatusOnly(const ErrorRule &rule)
{
    return rule.status && rule.json.isEmpty() && rule.jsonPrefix.isEmpty() && rule.text.isEmpty()
        && rule.oauthError.isEmpty() && rule.header.isEmpty() && rule.pattern.isEmpty();
}

std::optional<TextMatch> findInText(const ErrorRule &rule, const ErrorText &text)
{
    if (rule.status && text.status() && rule.status != text.status()
        && !text.statuses().contains(*rule.status)) {
        return std::nullopt;
    }
    std::optional<TextMatch> match;
    for (auto it = rule.json.begin(); it != rule.json.end(); ++it) {
        match = foundPair(it.key(), it.value(), true, text);
        if (!match)
            return std::nullopt;
    }
    for (auto it = rule.jsonPrefix.begin(); it != rule.jsonPrefix.end(); ++it) {
        match = foundPair(it.key(), it.value(), false, text);
        if (!match)
            return std::nullopt;
    }
    if (!rule.text.isEmpty()) {
        const QString words = foldedRule(rule.text);
        const qsizetype at = text.text().indexOf(words);
        if (at < 0 && !text.whole().contains(rule.text.toLower()))
            return std::nullopt;
        match = TextMatch {std::max<qsizetype>(at, 0), at < 0 ? 0 : words.size(), {}};
    }
    if (!rule.pattern.isEmpty()) {
        const QRegularExpression &pattern = keptPattern(u"(?i)"_s + rule.pattern);
        const QRegularExpressionMatch words = pattern.match(text.text());
        if (words.hasMatch())
            match = TextMatch {words.capturedStart(), words.capturedLength(), {}};
        else if (pattern.match(text.whole()).hasMatch())
            match = TextMatch {};
        else
            return std::nullopt;
    }
    if (!rule.oauthError.isEmpty()) {
        match = found(u"\\b"_s + QRegularExpression::escape(foldedRule(rule.oauthError)) + u"\\b"_s,
                      text, rule.oauthError);
    }
    return match;
}

} // namespace relink
