// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/redirectcheck.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! What a provider takes as redirect_uri: an address, or a name for one (a RuName, say).
bool isAlias(const QString &templ)
{
    QString sample = templ;
    for (const QString &name : placeholders(templ).value_or(QStringList()))
        sample.replace(u'{' + name + u'}', u"a"_s);
    static const QRegularExpression plainName(u"\\A[A-Za-z0-9_.-]+\\z"_s);
    return plainName.match(sample).hasMatch()
        || checkBrowserUrl(QUrl(sample, QUrl::StrictMode), true).ok();
}

} // namespace

void checkRedirect(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                   const QJsonObject &object, const QString &path, const PlaceholderNames &names)
{
    const QJsonObject redirect = object.value("redirect"_L1).toObject();
    const bool canPaste = method.redirectMode == RedirectMode::Paste
        || method.redirectModeByEnvironment.values().contains(RedirectMode::Paste);
    if (redirect.contains("port"_L1) && method.redirectPort != 0
        && (method.redirectPort < 1024 || method.redirectPort > 65535)) {
        problems.add(path + u".redirect.port"_s, u"A port is 0 or from 1024 to 65535."_s);
    }
    const auto modeIn = [&method](Environment environment) {
        return method.redirectModeByEnvironment.value(environment, method.redirectMode);
    };
    const bool listens = modeIn(Environment::Production) == RedirectMode::Loopback
        || (pack.hasTestEnvironment && modeIn(Environment::Test) == RedirectMode::Loopback);
    for (const QString &key : {u"port"_s, u"host"_s}) {
        if (!listens && redirect.contains(key))
            problems.add(path + u".redirect."_s + key, u"Only the mode “loopback” has this."_s);
    }
    for (qsizetype i = 0; i < method.inputs.size() && !listens; ++i) {
        if (method.inputs[i].key == QLatin1StringView(input::redirectPort)) {
            problems.add(path + u".inputs[%1].key"_s.arg(i),
                         u"Only the mode “loopback” has a port to ask for."_s);
        }
    }
    if (!method.redirectAlias.isEmpty() && !canPaste)
        problems.add(path + u".redirect.alias"_s, u"Only the mode “paste” has an alias."_s);
    problems.text(path + u".redirect.alias"_s, method.redirectAlias, names);
    if (!method.redirectAlias.isEmpty() && !isAlias(method.redirectAlias)) {
        problems.add(path + u".redirect.alias"_s,
                     u"This must be an https address, one of this computer, or a plain name."_s);
    }
    if (canPaste && method.redirectAlias.isEmpty()
        && !fieldOf(method, QLatin1StringView(input::redirectUri))) {
        problems.add(path + u".redirect.alias"_s,
                     u"Pasting needs an alias or an input “redirect_uri”."_s);
    }
}

} // namespace relink
