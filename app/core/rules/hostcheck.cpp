// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/hostcheck.h"

#include "core/rules/hostpattern.h"
#include "core/rules/registrabledomain.h"
#include "core/rules/template.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool hasPunycode(const QString &host)
{
    const QStringList labels = host.split(u'.');
    return std::any_of(labels.begin(), labels.end(), [](const QString &label) {
        return label.startsWith("xn--"_L1, Qt::CaseInsensitive);
    });
}

QString punycodeSentence(const QString &host)
{
    return u"“%1” holds letters in disguise (xn--). Write a host whose letters can be read."_s.arg(
        host);
}

bool isHostPart(const QString &value)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\z"_s);
    return form.match(value).hasMatch();
}

QString valueFlaw(const QString &name, const QString &value)
{
    if (!isHostPart(value))
        return u"“%1” can be “%2”, which is no part of a host."_s.arg(name, value);
    return hasPunycode(value) ? punycodeSentence(value) : QString();
}

//! `whole`: the placeholder is the host, the merchant's own site; else a part of the provider's.
QString placeholderFlaw(const QString &name, bool whole, const PlaceholderNames &names)
{
    if (isReservedPlaceholder(name))
        return u"“%1” has no place in a host."_s.arg(name);
    if (names.unbounded.contains(name)) {
        return u"“%1” stands in the host and needs a pattern or a list of choices, or it could "
               u"lead "
               "anywhere."_s.arg(name);
    }
    for (const QString &pattern : names.patterns.value(name)) {
        const QString beyond = beyondHost(pattern, whole, names.folders.contains(name));
        if (!beyond.isEmpty()) {
            return u"“%1” stands in the host, but its pattern lets more through: %2. Letters, "
                   "digits and hyphens are enough, for example %3."_s.arg(
                       name, beyond, whole ? u"[a-z0-9-]+(\\.[a-z0-9-]+)+"_s : u"[a-z0-9-]+"_s);
        }
    }
    for (const QString &value : names.values.value(name)) {
        if (const QString flaw = valueFlaw(name, value); !flaw.isEmpty())
            return flaw;
    }
    return {};
}

//! What a pattern holds fast at its end: `.example.com` of `[a-z]+\.example\.com`.
QString fixedEnd(const QString &pattern)
{
    static const QRegularExpression end(u"(?:\\\\\\.[A-Za-z0-9-]+)+\\z"_s);
    return pattern.contains(u'|') ? QString() : end.match(pattern).captured().remove(u'\\');
}

bool isClosed(const QString &name, const PlaceholderNames &names)
{
    return names.values.contains(name) && !names.patterns.contains(name)
        && !names.unbounded.contains(name);
}

//! `end` is the host behind the last placeholder that is not from a list.
bool holdsDomain(const QString &end, const PlaceholderNames &names)
{
    const QStringList listed = placeholders(end).value_or(QStringList());
    if (listed.isEmpty())
        return end.startsWith(u'.') && isRegistrableDomain(QStringView(end).mid(1));
    const QString &name = listed.first();
    const QStringList values = names.values.value(name);
    return listed.size() == 1
        && std::all_of(values.begin(), values.end(), [&](const QString &value) {
               return holdsDomain(QString(end).replace(u'{' + name + u'}', value), names);
           });
}

//! R99: whose host it is, the pack says, or the merchant where the whole of it is their own.
QString domainFlaw(const QString &authority, const PlaceholderNames &names)
{
    const QString host = authority.section(u':', 0, 0);
    QStringList free = placeholders(host).value_or(QStringList());
    free.removeIf([&names](const QString &name) { return isClosed(name, names); });
    if (free.isEmpty())
        return {};
    const QString last = u'{' + free.last() + u'}';
    if (host == last && names.entered.contains(free.last()))
        return {};
    QStringList ends {host.mid(host.lastIndexOf(last) + last.size())};
    if (host == last) {
        ends.clear();
        for (const QString &pattern : names.patterns.value(free.last()))
            ends.append(fixedEnd(pattern));
    }
    const bool held = !ends.isEmpty()
        && std::all_of(ends.begin(), ends.end(),
                       [&](const QString &end) { return holdsDomain(end, names); });
    return held ? QString()
                : u"“%1” could choose whose host this is. Behind it goes a dot and the provider's "
                  "domain, as in {shop}.example.com."_s.arg(free.last());
}

} // namespace

QString hostFlaw(const QString &authority, const PlaceholderNames &names)
{
    for (const QChar c : authority) {
        if (c.unicode() > 0x7e)
            return u"A host is written in plain ASCII."_s;
    }
    if (hasPunycode(authority))
        return punycodeSentence(authority);
    for (const QString &name : placeholders(authority).value_or(QStringList())) {
        const bool whole = authority.section(u':', 0, 0) == u'{' + name + u'}';
        if (const QString flaw = placeholderFlaw(name, whole, names); !flaw.isEmpty())
            return flaw;
    }
    return domainFlaw(authority, names);
}

QString keptPart(const QString &pattern)
{
    bool inClass = false;
    int depth = 0;
    qsizetype begin = -1;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QChar c = pattern[i];
        if (c == u'\\') {
            ++i;
        } else if (inClass) {
            inClass = c != u']';
        } else if (c == u'[') {
            inClass = true;
        } else if (begin < 0) {
            if (c == u'(' && pattern.mid(i + 1, 1) != "?"_L1)
                begin = i + 1;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')' && depth-- == 0) {
            return pattern.mid(begin, i - begin);
        }
    }
    return pattern;
}

} // namespace relink
