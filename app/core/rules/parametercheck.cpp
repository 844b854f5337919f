// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parametercheck.h"

#include "core/rules/inputs.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

const QString notAName = u"This is no name of a parameter."_s;

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
        if (!isParameterName(it.value()))
            problems.add(at, notAName);
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

void checkOwnNames(PackProblems &problems, const QMap<QString, QString> &parameters,
                   const QString &path)
{
    for (const QString &name : parameters.keys()) {
        if (!isParameterName(name))
            problems.add(path + name, notAName);
    }
}

//! The signature has a parameter of its own.
void checkHmac(PackProblems &problems, const AuthMethod &method, const QString &path)
{
    const QString &name = method.callbackHmac;
    if (name.isEmpty())
        return;
    const QStringList taken = standardParameters() + method.callbackParameterNames.values()
        + method.parameterNames.values()
        + QStringList {u"error"_s, u"error_description"_s, u"error_uri"_s, u"iss"_s};
    if (!isParameterName(name))
        problems.add(path, notAName);
    else if (taken.contains(name, Qt::CaseInsensitive))
        problems.add(path, u"Another parameter has this name."_s);
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
    const QString inSignInAt = path + u".authorization_parameters."_s;
    const QString inTokenAt = path + u".token_parameters."_s;
    const QString inRefreshAt = path + u".refresh_parameters."_s;
    checkOwnNames(problems, method.authorizationParameters, inSignInAt);
    checkOwnNames(problems, method.tokenParameters, inTokenAt);
    checkOwnNames(problems, method.refreshParameters, inRefreshAt);
    for (auto it = method.authorizationParameters.begin();
         it != method.authorizationParameters.end(); ++it) {
        const QString at = inSignInAt + it.key();
        if (it.key().toLower() == "response_mode"_L1 && it.value() != "query"_L1)
            problems.add(at, u"Relink reads the answer from the query alone."_s);
        // R23: some providers want a nonce with every request; a fresh one is the only good one.
        const bool nonce = it.key() == "nonce"_L1 && it.value() == "{random_uuid}"_L1;
        if ((isReservedAuthorizationParameter(it.key()) && !nonce)
            || inSignIn.contains(it.key().toLower())) {
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        }
        problems.text(at, it.value(), names);
    }
    for (auto it = method.tokenParameters.begin(); it != method.tokenParameters.end(); ++it) {
        const QString at = inTokenAt + it.key();
        const QString name = it.key().toLower();
        if (standardParameters().contains(name) || inToken.contains(name)) {
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        }
        problems.text(at, it.value(), names);
    }
    for (auto it = method.refreshParameters.begin(); it != method.refreshParameters.end(); ++it) {
        const QString at = inRefreshAt + it.key();
        const QString name = it.key().toLower();
        if (standardParameters().contains(name) || inToken.contains(name))
            problems.add(at, u"Relink sets this parameter itself; a pack cannot."_s);
        problems.text(at, it.value(), names);
    }
    static const QStringList grants {u"authorization_code"_s, u"refresh_token"_s,
                                     u"client_credentials"_s,
                                     u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s,
                                     u"urn:ietf:params:oauth:grant-type:device_code"_s};
    for (auto it = method.grantTypes.begin(); it != method.grantTypes.end(); ++it) {
        const QString at = path + u".grant_types."_s + it.key();
        if (!grants.contains(it.key()))
            problems.add(at, u"This is no standard grant type."_s);
        if (it.value().trimmed().isEmpty())
            problems.add(at, u"This must not be empty."_s);
    }
    for (qsizetype i = 0; i < method.callbackCaptures.size(); ++i) {
        if (!isParameterName(method.callbackCaptures[i].from))
            problems.add(path + u".callback_captures[%1].from"_s.arg(i), notAName);
    }
    checkHmac(problems, method, path + u".callback_hmac"_s);
    checkScopes(problems, method, path);
}

} // namespace relink
