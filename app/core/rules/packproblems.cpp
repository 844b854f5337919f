// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packproblems.h"

#include "core/rules/hostcheck.h"
#include "core/rules/inputs.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

const InputField *fieldOf(const AuthMethod &method, const QString &key)
{
    for (const InputField &field : method.inputs) {
        if (field.key == key)
            return &field;
    }
    return nullptr;
}

bool isValidPattern(const QString &pattern)
{
    return QRegularExpression(pattern).isValid();
}

bool matchesWhole(const QString &pattern, const QString &value)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

void PlaceholderNames::unite(const PlaceholderNames &other)
{
    open.intersect(other.open);
    secret.intersect(other.secret);
    entered.intersect(other.entered);
    unbounded.unite(other.unbounded);
    folders.unite(other.folders);
    for (auto it = other.patterns.begin(); it != other.patterns.end(); ++it)
        patterns[it.key()] += it.value();
    for (auto it = other.values.begin(); it != other.values.end(); ++it)
        values[it.key()] += it.value();
}

PlaceholderNames namesOf(const ProviderPack &pack, const AuthMethod &method)
{
    PlaceholderNames names;
    for (const InputField &field : method.inputs) {
        (field.secret ? names.secret : names.open).insert(field.key);
        if (!field.secret && field.choices.isEmpty())
            names.entered.insert(field.key);
        if (!field.choices.isEmpty())
            names.values[field.key] += field.choices;
        else if (!field.pattern.isEmpty())
            names.patterns[field.key].append(field.pattern);
        else
            names.unbounded.insert(field.key);
        for (auto it = field.choiceValues.begin(); it != field.choiceValues.end(); ++it) {
            names.open.insert(it.key());
            names.values[it.key()] += it.value().values();
        }
        if (field.normalize.contains(Normalization::SplitPath)) {
            names.open.insert(field.key + u".path"_s);
            names.folders.insert(field.key);
        }
    }
    for (const QList<Capture> &captures :
         {method.callbackCaptures, method.tokenCaptures, method.accountCall.captures}) {
        for (const Capture &capture : captures) {
            names.open.insert(capture.as);
            if (capture.pattern.isEmpty())
                names.unbounded.insert(capture.as);
            else
                names.patterns[capture.as].append(keptPart(capture.pattern));
        }
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it) {
        names.open.insert(it.key());
        names.values[it.key()].append(it.value());
    }
    names.open.insert(u"random_uuid"_s);
    names.open.insert(u"organisation_id"_s);
    names.unbounded.insert(u"organisation_id"_s);
    return names;
}

void PackProblems::address(const QString &path, const QString &templ, const PlaceholderNames &names,
                           bool loopbackHttpAllowed)
{
    text(path, templ, names);
    if (const QString flaw = hostFlaw(templateAuthority(templ), names); !flaw.isEmpty()) {
        add(path, flaw);
        return;
    }
    // A folder may be empty: what follows would go on with the host.
    static const QRegularExpression gluedFolder(u"\\.path\\}(?![/?]|\\z)"_s);
    if (gluedFolder.match(templ).hasMatch()) {
        add(path, u"Behind the folder of a site goes a slash."_s);
        return;
    }
    QMap<QString, QString> samples;
    for (const QString &name : placeholders(templ).value_or(QStringList()))
        samples.insert(name, name.endsWith(".path"_L1) ? u"/a"_s : u"a"_s);
    const auto sample = expand(templ, samples);
    if (!sample) {
        add(path, u"This is no usable address."_s);
        return;
    }
    if (const auto url = checkEndpoint(*sample, loopbackHttpAllowed); !url)
        add(path, url.error().description);
}

void PackProblems::headerText(const QString &path, const QString &templ,
                              const PlaceholderNames &names, bool secretsToo)
{
    text(path, templ, names, secretsToo);
    const bool plain
        = std::all_of(templ.begin(), templ.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    if (!plain)
        add(path, u"A header is written in plain ASCII."_s);
}

void PackProblems::text(const QString &path, const QString &templ, const PlaceholderNames &names,
                        bool secretsToo)
{
    const auto used = placeholders(templ);
    if (!used) {
        add(path, u"The braces of this template do not pair."_s);
        return;
    }
    for (const QString &name : *used) {
        if (names.secret.contains(name)) {
            if (!secretsToo)
                add(path, u"The secret “%1” may stand in login_fields alone."_s.arg(name));
        } else if (!names.open.contains(name)) {
            add(path, u"Nothing gives “%1” a value."_s.arg(name));
        }
    }
}

const QStringList &standardParameters()
{
    static const QStringList standard {u"response_type"_s,
                                       u"client_id"_s,
                                       u"redirect_uri"_s,
                                       u"scope"_s,
                                       u"state"_s,
                                       u"grant_type"_s,
                                       u"code"_s,
                                       u"refresh_token"_s,
                                       u"client_secret"_s,
                                       u"code_verifier"_s,
                                       u"code_challenge"_s,
                                       u"code_challenge_method"_s,
                                       u"assertion"_s,
                                       u"client_assertion"_s,
                                       u"client_assertion_type"_s,
                                       u"device_code"_s};
    return standard;
}

bool isPlaceholderName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.-]{1,64}\\z"_s);
    return form.match(name).hasMatch();
}

bool isReservedPlaceholder(const QString &name)
{
    static const QStringList own {u"organisation_id"_s, u"random_uuid"_s, u"auth_method"_s};
    return own.contains(name) || name.contains(u'.');
}

bool isReservedForFilledIn(const QString &name)
{
    static const QStringList own {u"access_token"_s, u"refresh_token"_s, u"scope"_s};
    return isReservedPlaceholder(name) || own.contains(name);
}

bool isParameterName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_.:~$@!*/\\[\\]-]{1,100}\\z"_s);
    return form.match(name).hasMatch();
}

bool isHeaderName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}\\z"_s);
    return form.match(name).hasMatch();
}

bool isForbiddenHeader(const QString &name)
{
    const QString n = name.toLower();
    static const QStringList set {u"authorization"_s, u"host"_s,         u"content-length"_s,
                                  u"connection"_s,    u"cookie"_s,       u"transfer-encoding"_s,
                                  u"upgrade"_s,       u"te"_s,           u"trailer"_s,
                                  u"expect"_s,        u"keep-alive"_s,   u"accept-encoding"_s,
                                  u"user-agent"_s,    u"cache-control"_s};
    return set.contains(n) || n.startsWith("proxy-"_L1) || n.startsWith("sec-"_L1);
}

} // namespace relink
