// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parametercheck.h"

#include "core/rules/inputs.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! The provider's names that come out of it.
QSet<QString> checkNames(PackProblems &problems, const QMap<QString, QString> &names,
                         const QString &path, bool canLeaveOut)
{
    const QStringList &standard = standardParameters();
    QSet<QString> renamed;
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QString at = path + u'.' + it.key();
        if (!standard.contains(it.key()))
            problems.add(at, u"This is no standard parameter."_s);
        if (it.value().isEmpty()) {
            // Without it no answer could be told from a forged one (R01).
            if (!canLeaveOut || it.key() == "state"_L1)
                problems.add(at, u"This parameter cannot be left out."_s);
            continue;
        }
        if (renamed.contains(it.value())
            || (standard.contains(it.value()) && it.value() != it.key())) {
            problems.add(at, u"Another parameter has this name."_s);
        }
        renamed.insert(it.value());
    }
    return renamed;
}

//! The names one request really has; two parameters of one name are told.
QSet<QString> usedNames(PackProblems &problems, const AuthMethod &method,
                        const QMap<QString, QString> &own, const QString &path)
{
    QMap<QString, QString> names = method.parameterNames;
    names.insert(own);
    QSet<QString> used;
    for (const QString &standard : standardParameters()) {
        const QString name = names.value(standard, standard).toLower();
        if (name.isEmpty())
            continue;
        if (used.contains(name))
            problems.add(path + u'.' + standard, u"Another parameter has this name."_s);
        used.insert(name);
    }
    return used;
}

void checkScopes(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const QString &separator = method.scopeSeparator;
    const QString at = path + u".scopes"_s;
    if (separator.size() != 1) {
        problems.add(path + u".scope_separator"_s, u"This must be one character."_s);
        return;
    }
    if (separator.front().isLetterOrNumber()) {
        problems.add(path + u".scope_separator"_s,
                     u"A letter or digit separates nothing; a space or a comma does."_s);
    }
    QSet<QString> seen;
    for (const QString &scope : method.scopes) {
        if (scope.isEmpty() || scope.contains(separator))
            problems.add(at, u"A scope is empty or holds the separator."_s);
        if (seen.contains(scope))
            problems.add(at, u"The scope “%1” stands here twice."_s.arg(scope));
        seen.insert(scope);
    }
}

} // namespace

void checkParameters(PackProblems &problems, const AuthMethod &method, const QString &path,
                     const PlaceholderNames &names)
{
    checkNames(problems, method.parameterNames, path + u".parameter_names"_s, false);
    checkNames(problems, method.authorizationParameterNames,
               path + u".authorization_parameter_names"_s, true);
    checkNames(problems, method.callbackParameterNames, path + u".callback_parameter_names"_s,
               false);
    checkNames(problems, method.tokenParameterNames, path + u".token_parameter_names"_s, true);
    const QSet<QString> inSignIn = usedNames(problems, method, method.authorizationParameterNames,
                                             path + u".authorization_parameter_names"_s);
    const QSet<QString> inToken = usedNames(problems, method, method.tokenParameterNames,
                                            path + u".token_parameter_names"_s);
    for (auto it = method.authorizationParameters.begin();
         it != method.authorizationParameters.end(); ++it) {
        const QString at = path + u".authorization_parameters."_s + it.key();
        // R23: some providers want a nonce with every request; a fresh one is the only good one.
        const bool nonce = it.key() == "nonce"_L1 && it.value() == "{random_uuid}"_L1;
        if ((isReservedAuthorizationParameter(it.key()) && !nonce)
            || inSignIn.contains(it.key().toLower())) {
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        }
        problems.text(at, it.value(), names);
    }
    for (auto it = method.tokenParameters.begin(); it != method.tokenParameters.end(); ++it) {
        const QString at = path + u".token_parameters."_s + it.key();
        const QString name = it.key().toLower();
        if (standardParameters().contains(name) || inToken.contains(name)) {
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        }
        problems.text(at, it.value(), names);
    }
    for (auto it = method.refreshParameters.begin(); it != method.refreshParameters.end(); ++it) {
        const QString at = path + u".refresh_parameters."_s + it.key();
        const QString name = it.key().toLower();
        if (standardParameters().contains(name) || inToken.contains(name))
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        problems.text(at, it.value(), names);
    }
    static const QStringList grants {u"authorization_code"_s, u"refresh_token"_s,
                                     u"client_credentials"_s,
                                     u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s,
                                     u"urn:ietf:params:oauth:grant-type:device_code"_s};
    for (const QString &grant : method.grantTypes.keys()) {
        if (!grants.contains(grant))
            problems.add(path + u".grant_types."_s + grant, u"This is no standard grant type."_s);
    }
    checkScopes(problems, method, path);
}

} // namespace relink
