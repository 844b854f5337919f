// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/packproblems.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>

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

PlaceholderNames namesOf(const ProviderPack &pack, const AuthMethod &method)
{
    PlaceholderNames names;
    for (const InputField &field : method.inputs) {
        (field.secret ? names.secret : names.open).insert(field.key);
        if (field.pattern.isEmpty() && field.choices.isEmpty())
            names.unbounded.insert(field.key);
        for (const QString &filled : field.choiceValues.keys())
            names.open.insert(filled);
        if (field.normalize.contains(Normalization::SplitPath))
            names.open.insert(field.key + u".path"_s);
    }
    for (const QList<Capture> &captures :
         {method.callbackCaptures, method.tokenCaptures, method.accountCall.captures}) {
        for (const Capture &capture : captures) {
            names.open.insert(capture.as);
            if (capture.pattern.isEmpty())
                names.unbounded.insert(capture.as);
        }
    }
    for (auto it = pack.constants.begin(); it != pack.constants.end(); ++it)
        names.open.insert(it.key());
    names.open.insert(u"random_uuid"_s);
    names.open.insert(u"organisation_id"_s);
    names.unbounded.insert(u"organisation_id"_s);
    return names;
}

void PackProblems::address(const QString &path, const QString &templ, const PlaceholderNames &names,
                           bool loopbackHttpAllowed)
{
    text(path, templ, names);
    const QString authority = templateAuthority(templ);
    for (const QChar c : authority) {
        if (c.unicode() > 0x7e) {
            add(path, u"A host is written in plain ASCII."_s);
            return;
        }
    }
    QMap<QString, QString> samples;
    for (const QString &name : placeholders(templ).value_or(QStringList())) {
        samples.insert(name, name.endsWith(".path"_L1) ? u"/a"_s : u"a"_s);
        // What ends the host decides whose it is.
        if (names.unbounded.contains(name) && authority.endsWith(u'{' + name + u'}')) {
            add(path, u"“%1” ends the host and needs a pattern or a list of choices."_s.arg(name));
        }
    }
    const auto sample = expand(templ, samples);
    if (!sample) {
        add(path, u"This is no usable address."_s);
        return;
    }
    if (const auto url = checkEndpoint(*sample, loopbackHttpAllowed); !url)
        add(path, url.error().description);
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

bool isHeaderName(const QString &name)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}\\z"_s);
    return form.match(name).hasMatch();
}

bool isForbiddenHeader(const QString &name)
{
    const QString n = name.toLower();
    static const QStringList set {u"authorization"_s, u"host"_s,       u"content-length"_s,
                                  u"connection"_s,    u"cookie"_s,     u"transfer-encoding"_s,
                                  u"upgrade"_s,       u"te"_s,         u"trailer"_s,
                                  u"expect"_s,        u"keep-alive"_s, u"accept-encoding"_s};
    return set.contains(n) || n.startsWith("proxy-"_L1) || n.startsWith("sec-"_L1);
}

} // namespace relink
