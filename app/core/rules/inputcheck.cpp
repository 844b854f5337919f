// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/inputcheck.h"

#include "core/rules/inputs.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

bool isReadOpenly(const QString &key)
{
    static const QStringList open {QLatin1StringView(input::clientId),
                                   QLatin1StringView(input::clientAuthentication),
                                   QLatin1StringView(input::scope),
                                   QLatin1StringView(input::authorizationParameters),
                                   QLatin1StringView(input::redirectPort),
                                   QLatin1StringView(input::redirectUri),
                                   QLatin1StringView(input::issuer),
                                   QLatin1StringView(input::authorizationEndpoint),
                                   QLatin1StringView(input::tokenEndpoint),
                                   QLatin1StringView(input::deviceEndpoint),
                                   QLatin1StringView(input::revocationEndpoint),
                                   QLatin1StringView(input::probeUrl)};
    return open.contains(key);
}

bool needsExample(const QString &pattern)
{
    static const QRegularExpression asserts(
        u"\\(\\?<?[!=]|\\(\\*|[^\\[\\\\|(]\\^|(?<!\\\\)\\$(?=[^|)])"_s);
    return asserts.match(pattern).hasMatch();
}

void checkInput(PackProblems &problems, const InputField &field, const QJsonObject &object,
                const QString &path)
{
    if (!isPlaceholderName(field.key))
        problems.add(path + u".key"_s, u"A key has letters, digits, hyphen, underscore."_s);
    if (field.secret && isReadOpenly(field.key))
        problems.add(path + u".secret"_s,
                     u"“%1” is no secret; Relink would not find it."_s.arg(field.key));
    if (!isValidPattern(field.pattern)) {
        problems.add(path + u".pattern"_s, u"This is no regular expression."_s);
        return;
    }
    const bool shown = field.secret ? matchesWhole(field.pattern, field.example)
                                    : !field.example.isEmpty() || !field.defaultValue.isEmpty();
    if (needsExample(field.pattern) && !shown) {
        problems.add(path + u".pattern"_s,
                     u"Nothing shows that anything fits this pattern: give an example."_s);
    }
    if (object.contains("choices"_L1) && field.choices.isEmpty())
        problems.add(path + u".choices"_s, u"Nothing can be chosen here."_s);
    if (QSet<QString>(field.choices.begin(), field.choices.end()).size() != field.choices.size())
        problems.add(path + u".choices"_s, u"A choice stands here twice."_s);
    if (field.secret) {
        // A secret in a file that is passed around is none.
        if (!field.defaultValue.isEmpty())
            problems.add(path + u".default"_s, u"A secret cannot have a default."_s);
        if (!field.choices.isEmpty())
            problems.add(path + u".choices"_s, u"A secret cannot be chosen from a list."_s);
        return;
    }
    const auto fits = [&field](const QString &value) {
        const QString used = normalized(field, value);
        return (field.pattern.isEmpty() || matchesWhole(field.pattern, used))
            && (field.choices.isEmpty() || field.choices.contains(used));
    };
    if (!field.defaultValue.isEmpty() && !fits(field.defaultValue))
        problems.add(path + u".default"_s, u"The default does not fit pattern or choices."_s);
    if (!field.example.isEmpty() && !fits(field.example))
        problems.add(path + u".example"_s, u"The example does not fit pattern or choices."_s);
    for (const QString &choice : field.choices) {
        if (!fits(choice))
            problems.add(path + u".choices"_s, u"A choice does not fit the pattern."_s);
    }
}

//! Every choice fills in the same placeholders, or an address would have a gap.
void checkChoices(PackProblems &problems, const InputField &field, const QString &path)
{
    for (auto it = field.choiceValues.begin(); it != field.choiceValues.end(); ++it) {
        if (!isPlaceholderName(it.key()))
            problems.add(path + u".choice_values"_s, u"“%1” is no placeholder."_s.arg(it.key()));
        const QStringList given = it.value().keys();
        for (const QString &choice : given) {
            if (!field.choices.contains(choice))
                problems.add(path + u".choice_values"_s, u"“%1” is no choice."_s.arg(choice));
        }
        for (const QString &choice : field.choices) {
            if (!given.contains(choice)) {
                problems.add(path + u".choice_values"_s,
                             u"The choice “%1” gives “%2” no value."_s.arg(choice, it.key()));
            }
        }
    }
    for (const QString &choice : field.choiceLabels.keys()) {
        if (!field.choices.contains(choice))
            problems.add(path + u".choice_values"_s, u"“%1” is no choice."_s.arg(choice));
    }
}

} // namespace relink
