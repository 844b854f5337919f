// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/methodwords.h"

#include "core/rules/inputs.h"
#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

struct Category
{
    const char *id;
    const char *name;
};

constexpr Category categories[] = {
    {"accounting", QT_TRANSLATE_NOOP("Category", "Accounting")},
    {"commerce", QT_TRANSLATE_NOOP("Category", "Online shop")},
    {"marketplace", QT_TRANSLATE_NOOP("Category", "Marketplace")},
    {"pos", QT_TRANSLATE_NOOP("Category", "Point of sale")},
    {"payments", QT_TRANSLATE_NOOP("Category", "Payments")},
    {"warehouse", QT_TRANSLATE_NOOP("Category", "Warehouse")},
    {"courier", QT_TRANSLATE_NOOP("Category", "Courier")},
    {"marketing", QT_TRANSLATE_NOOP("Category", "Marketing")},
    {"other", QT_TRANSLATE_NOOP("Category", "Other")},
};

//! A signed request asks the same of a person, whichever part of the standard it is.
AuthKind shownKind(const AuthMethod &method)
{
    const bool isSigned = method.kind == AuthKind::ClientCredentials && method.assertion.exists();
    return isSigned ? AuthKind::JwtBearer : method.kind;
}

QString nameOf(const InputField &field)
{
    return plainText(packText(field.label));
}

//! Which of the fields the provider has to give out, by their names in the form.
QString fromProvider(const AuthMethod &method)
{
    const bool key = method.kind == AuthKind::ApiKey || method.kind == AuthKind::Login;
    QStringList names;
    for (const InputField &field : method.inputs) {
        const bool chosen = !field.choices.isEmpty() || !field.defaultValue.isEmpty();
        const bool given = key || field.secret || field.key == QLatin1StringView(input::clientId);
        if (field.required && given && !chosen)
            names.append(nameOf(field));
    }
    return names.join(u", "_s);
}

QStringList secretsOf(const AuthMethod &method)
{
    QStringList names;
    for (const InputField &field : method.inputs) {
        if (field.secret && field.required)
            names.append(nameOf(field));
    }
    return names;
}

//! What the login call itself carries.
QStringList loginNames(const AuthMethod &method)
{
    const QStringList sent = QStringList {method.loginBasicUser, method.loginBasicPassword}
        + method.loginFields.values();
    QStringList names;
    for (const InputField &field : method.inputs) {
        if (sent.filter(u'{' % field.key % u'}').size() > 0)
            names.append(nameOf(field));
    }
    return names;
}

} // namespace

QString methodSentence(const AuthMethod &method, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    switch (shownKind(method)) {
    case AuthKind::AuthorizationCode:
        return translate("Method", "You sign in at %1 in your browser and allow the access there.")
            .arg(provider);
    case AuthKind::DeviceCode:
        return translate("Method", "Relink shows a short code. You enter it at %1 in a browser.")
            .arg(provider);
    case AuthKind::ClientCredentials:
        return translate("Method",
                         "Relink signs in with the ID and secret of your own app; nobody has to "
                         "sign in at %1.")
            .arg(provider);
    case AuthKind::JwtBearer:
        return translate("Method",
                         "Relink signs in with a private key whose other half %1 knows; nobody "
                         "has to sign in.")
            .arg(provider);
    case AuthKind::RefreshToken:
        return translate("Method", "You copy a refresh token that %1 shows and paste it here.")
            .arg(provider);
    case AuthKind::ApiKey:
        if (const QStringList names = secretsOf(method); names.size() > 1) {
            //: %2 is a list of what the form asks for: "Consumer key, Consumer secret"
            return translate("Method", "You copy these at %1 and paste them here: %2.")
                .arg(provider, names.join(u", "_s));
        }
        return translate("Method", "You copy a key at %1 and paste it here.").arg(provider);
    case AuthKind::Login:
        //: %2 is a list of what the form asks for: "User name, Password"
        return translate("Method", "Relink signs in at %1 with what you enter here: %2.")
            .arg(provider, loginNames(method).join(u", "_s));
    case AuthKind::Delegated:
        return translate("Method",
                         "%1 keeps the access itself. Relink cannot look inside: it notes what you "
                         "tell it.")
            .arg(provider);
    }
    Q_UNREACHABLE();
}

QString methodNeeds(const AuthMethod &method, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    switch (shownKind(method)) {
    case AuthKind::AuthorizationCode:
    case AuthKind::DeviceCode:
    case AuthKind::ClientCredentials:
        return translate("Method",
                         "Register an app of your own at %1, or ask whoever looks after yours for "
                         "its details.")
            .arg(provider);
    case AuthKind::JwtBearer:
        return translate("Method",
                         "Register an app of your own at %1 and give it the public half of a key "
                         "pair. The private half goes below.")
            .arg(provider);
    case AuthKind::RefreshToken:
        return translate("Method", "Have %1 show the refresh token of your app.").arg(provider);
    case AuthKind::ApiKey:
        return translate("Method", "Find or make the key at %1.").arg(provider);
    case AuthKind::Login:
        return translate("Method", "Have a login at %1 that may use its interface (API).")
            .arg(provider);
    case AuthKind::Delegated:
        return translate("Method", "Set up the access at %1 as it is described there.")
            .arg(provider);
    }
    Q_UNREACHABLE();
}

QString methodWithoutPlace(const AuthMethod &method, const QString &providerName)
{
    const QString provider = shownProvider(providerName);
    const QString names = fromProvider(method);
    switch (shownKind(method)) {
    case AuthKind::AuthorizationCode:
    case AuthKind::DeviceCode:
        //: %2 is a list of what the form asks for: "Client ID, Client secret"
        return translate("Method",
                         "Relink does not know where on the site of %1 an app is registered. Ask "
                         "the support there how to register one of your own. Needed from it: %2.")
            .arg(provider, names);
    case AuthKind::ClientCredentials:
        return translate("Method",
                         "Relink does not know where on the site of %1 an app is registered. Ask "
                         "the support there how to register one that may sign in by itself (client "
                         "credentials). Needed from it: %2.")
            .arg(provider, names);
    case AuthKind::JwtBearer:
        return translate("Method",
                         "Relink does not know where on the site of %1 an app is registered. Ask "
                         "the support there how to register one that signs in with a private key, "
                         "and where its certificate or public key is uploaded.")
            .arg(provider);
    case AuthKind::RefreshToken:
        return translate("Method",
                         "Relink does not know where on the site of %1 these are shown. Ask the "
                         "support there where to find for your own app: %2.")
            .arg(provider, names);
    case AuthKind::ApiKey:
        return translate("Method",
                         "Relink does not know where on the site of %1 this is made. Ask the "
                         "support there for access to its interface (API) by key. Needed: %2.")
            .arg(provider, names);
    case AuthKind::Login:
        return translate("Method",
                         "Relink does not know where on the site of %1 such a login is made. Ask "
                         "the support there for one that may use its interface (API). Needed: %2.")
            .arg(provider, names);
    case AuthKind::Delegated:
        return translate("Method",
                         "Relink does not know where on the site of %1 this is set up. Ask the "
                         "support there.")
            .arg(provider);
    }
    Q_UNREACHABLE();
}

QString categoryName(const QString &category)
{
    for (const Category &known : categories) {
        if (category == QLatin1StringView(known.id))
            return translate("Category", known.name);
    }
    QString name = packText(category);
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

} // namespace relink::words
