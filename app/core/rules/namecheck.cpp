// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/namecheck.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

const QString reserved = u"Relink itself uses this name for a value; choose another."_s;
const QString doubled = u"Something else has this name."_s;
const QString dotted = u"A name has no dot here: {name.path} is the folder of a site."_s;

const QString &whyReserved(const QString &name)
{
    return name.contains(u'.') ? dotted : reserved;
}

} // namespace

void checkNames(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                const QString &path)
{
    QSet<QString> taken;
    for (const QString &name : pack.constants.keys())
        taken.insert(name);
    for (qsizetype i = 0; i < method.inputs.size(); ++i) {
        const QString &key = method.inputs[i].key;
        const QString at = path + u".inputs[%1].key"_s.arg(i);
        // The token itself may be what is entered.
        const bool token = key == "access_token"_L1 || key == "refresh_token"_L1;
        if (isReservedPlaceholder(key))
            problems.add(at, whyReserved(key));
        else if (token && key != method.keyInput && key != method.tokenInput)
            problems.add(at, reserved);
        if (taken.contains(key))
            problems.add(at, doubled);
        taken.insert(key);
    }
    for (qsizetype i = 0; i < method.inputs.size(); ++i) {
        const QString at = path + u".inputs[%1].choice_values"_s.arg(i);
        for (const QString &name : method.inputs[i].choiceValues.keys()) {
            if (isReservedForFilledIn(name))
                problems.add(at, whyReserved(name));
            if (taken.contains(name))
                problems.add(at, doubled);
            taken.insert(name);
        }
    }
    // Of two captures of one name the later would replace the other.
    const auto captures = [&](const QString &key, const QList<Capture> &list) {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString at = path + key + u"[%1].as"_s.arg(i);
            if (isReservedForFilledIn(list[i].as))
                problems.add(at, whyReserved(list[i].as));
            if (taken.contains(list[i].as))
                problems.add(at, doubled);
            taken.insert(list[i].as);
        }
    };
    captures(u".callback_captures"_s, method.callbackCaptures);
    captures(u".token_captures"_s, method.tokenCaptures);
    captures(u".account_call.captures"_s, method.accountCall.captures);
}

} // namespace relink
