// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/practice.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

bool isPracticeValue(const QString &text, const char *value)
{
    const QLatin1StringView first(value);
    return text == first
        || (text.size() > first.size() + 1 && text.startsWith(first)
            && text.at(first.size()) == u'-');
}

QString freshValue(const char *value, const std::function<bool(const QString &)> &isOver)
{
    const QLatin1StringView first(value);
    QString fresh = first;
    for (int number = 2; isOver(fresh); ++number)
        fresh = first % u'-' % QString::number(number);
    return fresh;
}

const QList<PracticeOrganisation> &organisations()
{
    static const QList<PracticeOrganisation> list {
        {u"harbour-outdoor"_s, u"Harbour Outdoor Ltd"_s, u"6f1d2c3b-8a4e-4d19-9f27-51c0a7b3e842"_s,
         u"9341453474480001"_s},
        {u"harbour-crafts"_s, u"Harbour Crafts Ltd"_s, u"0b9e7a55-3c21-4f6a-8d02-e4a1f96c7d30"_s,
         u"9341453474480002"_s},
    };
    return list;
}

const QList<PracticePerson> &people()
{
    static const QList<PracticePerson> list {
        {u"alex"_s, u"Alex Morgan"_s, u"alex@harbour.example"_s, u"70010001"_s},
        {u"sam"_s, u"Sam Reed"_s, u"sam@harbour.example"_s, u"70010002"_s},
    };
    return list;
}

const PracticeOrganisation &organisation(const QString &key)
{
    const auto found = std::find_if(organisations().begin(), organisations().end(),
                                    [&key](const auto &o) { return o.key == key; });
    return found == organisations().end() ? organisations().first() : *found;
}

const PracticePerson &person(const QString &key)
{
    const auto found = std::find_if(people().begin(), people().end(),
                                    [&key](const auto &p) { return p.key == key; });
    return found == people().end() ? people().first() : *found;
}

} // namespace relink::sandbox
