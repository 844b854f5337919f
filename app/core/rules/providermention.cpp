// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/providermention.h"

#include "core/rules/textpattern.h"

#include <QRegularExpression>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr double byMark = 0.95;
constexpr double byName = 0.85;

//! How often any of the patterns is found, up to four times, and where first.
struct Found
{
    int times = 0;
    qsizetype first = 0;
    qsizetype end = 0; //!< of the first
};

//! What only stands beside: whose page asked, whom an answer is for, where a mail comes from.
QString withoutBystanders(const QString &text)
{
    static const QRegularExpression bystander(
        uR"(\b(?:referr?er|origin|access-control-allow-origin)["']? ?[:=] ?["']?[^\s"',;]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+)"_s);
    return QString(text).replace(bystander, u" "_s);
}

Found find(const QStringList &patterns, const ErrorText &text, const QString &whole)
{
    if (patterns.isEmpty())
        return {};
    Found found;
    const QString pattern = patterns.join(u'|');
    if (!mayMatch(pattern, text.wholePieces()))
        return {};
    auto matches = keptPattern(pattern).globalMatch(whole);
    while (matches.hasNext() && found.times < 4) {
        const QRegularExpressionMatch match = matches.next();
        if (found.times++ == 0) {
            found.first = match.capturedStart();
            found.end = match.capturedEnd();
        }
    }
    return found;
}

//! "Xero or QuickBooks": whoever writes so leaves open which one it is.
bool areAlternatives(const Found &one, const Found &other, const QString &text)
{
    static const QRegularExpression either(u"^[ \"')]*(?:/|or|oder|ou|of) ?[ \"'(]*$"_s);
    const Found &first = one.first < other.first ? one : other;
    const Found &second = one.first < other.first ? other : one;
    return second.first > first.end
        && either.match(text.sliced(first.end, second.first - first.end)).hasMatch();
}

} // namespace

std::optional<ProviderMention> providerNamedIn(const ErrorText &text,
                                               const QList<const ProviderPack *> &packs)
{
    std::optional<ProviderMention> best;
    double bestScore = 0;
    qsizetype bestFirst = 0;
    QList<Found> names;
    const QString whole = withoutBystanders(text.whole());
    for (const ProviderPack *pack : packs) {
        const Found mark = find(pack->mentions.marks, text, whole);
        const Found name = find(pack->mentions.names, text, whole);
        if (mark.times + name.times == 0)
            continue;
        if (mark.times == 0)
            names += name;
        // Its own address or code says more than a name, which may stand for a bystander.
        const double score = mark.times * 1.5 + name.times + (mark.times > 0 ? 2 : 0);
        const qsizetype first = mark.times > 0 ? mark.first : name.first;
        if (!best || score > bestScore || (score == bestScore && first < bestFirst)) {
            best = ProviderMention {pack->id, mark.times > 0 ? byMark : byName};
            bestScore = score;
            bestFirst = first;
        }
    }
    if (best && best->confidence < byMark) {
        for (const Found &one : std::as_const(names)) {
            for (const Found &other : std::as_const(names)) {
                if (&one != &other && areAlternatives(one, other, whole))
                    return std::nullopt;
            }
        }
    }
    return best;
}

} // namespace relink
