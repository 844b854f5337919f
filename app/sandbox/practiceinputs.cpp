// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/practiceinputs.h"

#include "sandbox/practice.h"
#include "sandbox/sample.h"

#include "core/rules/inputs.h"
#include "core/rules/template.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isNamed(const QString &key, const char *name)
{
    return key == QLatin1StringView(name);
}

bool standsIn(const QString &key, const QStringList &templates)
{
    return std::any_of(templates.begin(), templates.end(), [&key](const QString &templ) {
        return placeholders(templ).value_or(QStringList()).contains(key);
    });
}

bool isOfLogin(const AuthMethod &method, const QString &key)
{
    return method.kind == AuthKind::Login
        && standsIn(key,
                    method.loginFields.values()
                        << method.loginBasicUser << method.loginBasicPassword);
}

//! Which practice value a secret input takes.
const char *secretFor(const AuthMethod &method, const QString &key,
                      Environment environment = Environment::Production)
{
    if (isNamed(key, input::clientSecret))
        return clientSecret;
    if (method.kind == AuthKind::ApiKey && key == method.keyInput)
        return environment == Environment::Test ? testKey : productionKey;
    if (method.kind == AuthKind::RefreshToken && key == method.tokenInput)
        return environment == Environment::Test ? testRefreshToken : refreshToken;
    return isOfLogin(method, key) ? password : clientSecret;
}

QString openValue(const World &world, const ProviderPack &pack, const AuthMethod &method,
                  const InputField &field)
{
    if (isNamed(field.key, input::issuer) && method.discovers)
        return world.origin + u'/' + pack.id;
    if (!field.defaultValue.isEmpty())
        return field.defaultValue;
    if (!field.choices.isEmpty())
        return field.choices.first();
    if (isNamed(field.key, input::clientId))
        return practiceText(&field, clientId);
    if (isNamed(field.key, input::redirectUri)) {
        const QString site = u"https://shop.example/callback"_s;
        return fits(&field, site) ? site : practiceText(&field, userName);
    }
    if (isOfLogin(method, field.key))
        return practiceText(&field, userName);
    return field.example.isEmpty() ? practiceText(&field, userName) : field.example;
}

//! Can a fault end what stands in this field?
bool canEnd(const AuthMethod &method, const QString &key)
{
    switch (method.kind) {
    case AuthKind::ApiKey:
        return key == method.keyInput;
    case AuthKind::RefreshToken:
        return key == method.tokenInput;
    case AuthKind::Login:
        return isOfLogin(method, key) && !isNamed(key, input::clientSecret);
    case AuthKind::ClientCredentials:
        return isNamed(key, input::clientSecret);
    case AuthKind::AuthorizationCode:
    case AuthKind::DeviceCode:
    case AuthKind::JwtBearer:
    case AuthKind::Delegated:
        return false;
    }
    return false;
}

QString secretValue(World &world, const ProviderPack &pack, const AuthMethod &method,
                    const InputField &field, Environment environment)
{
    if (method.assertion.exists() && field.key == method.assertion.keyInput)
        return QString::fromLatin1(world.keys.practiceKey(pack.id, method.assertion.algorithm));
    const char *practice = secretFor(method, field.key, environment);
    const auto isOver = [&](const QString &text) {
        return canEnd(method, field.key) && world.ledger.isOver(pack.id, method.id, text);
    };
    if (fits(&field, QLatin1StringView(practice)))
        return freshValue(practice, isOver);
    const QString first = practiceText(&field, practice);
    if (!isOver(first))
        return first;
    return sampleOf(field.pattern, Filling::Random).value_or(first);
}

} // namespace

const InputField *inputOf(const AuthMethod &method, const QString &key)
{
    const auto found = std::find_if(method.inputs.begin(), method.inputs.end(),
                                    [&key](const InputField &f) { return f.key == key; });
    return found == method.inputs.end() ? nullptr : &*found;
}

bool fits(const InputField *field, const QString &text)
{
    if (!field)
        return true;
    const QString used = normalized(*field, text);
    if (!field->choices.isEmpty())
        return field->choices.contains(used);
    return field->pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(field->pattern))
               .match(used)
               .hasMatch();
}

QString practiceText(const InputField *field, const char *practice)
{
    const QString first = QLatin1StringView(practice);
    if (fits(field, first))
        return first;
    if (!field->choices.isEmpty())
        return field->choices.first();
    if (!field->example.isEmpty() && fits(field, field->example))
        return field->example;
    return sampleOf(field->pattern).value_or(field->example);
}

bool isPracticeText(const InputField *field, const QString &text, const char *practice)
{
    if (fits(field, QLatin1StringView(practice)))
        return isPracticeValue(text, practice);
    return fits(field, text) && !text.contains("dead"_L1, Qt::CaseInsensitive);
}

std::optional<QMap<QString, QString>> readTemplate(const QString &templ, const QString &text)
{
    QString pattern;
    QStringList names;
    qsizetype at = 0;
    for (const QString &name : placeholders(templ).value_or(QStringList())) {
        const qsizetype open = templ.indexOf(u'{' + name + u'}', at);
        pattern += QRegularExpression::escape(templ.mid(at, open - at)) + u"(.+)"_s;
        names.append(name);
        at = open + name.size() + 2;
    }
    pattern += QRegularExpression::escape(templ.mid(at));
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QMap<QString, QString> values;
    for (qsizetype i = 0; i < names.size(); ++i)
        values.insert(names.at(i), match.captured(static_cast<int>(i) + 1));
    return values;
}

bool isRight(const AuthMethod &method, const QString &key, const QString &text)
{
    const InputField *field = inputOf(method, key);
    if (!field)
        return !text.isEmpty();
    if (field->secret)
        return isPracticeText(field, text, secretFor(method, key));
    if (isNamed(key, input::clientId))
        return fits(field, text);
    if (isOfLogin(method, key) && field->choices.isEmpty() && field->defaultValue.isEmpty()
        && fits(field, QLatin1StringView(userName))) {
        return text == QLatin1StringView(userName);
    }
    return fits(field, text);
}

bool isOptional(const AuthMethod &method, const QString &templ)
{
    const QStringList names = placeholders(templ).value_or(QStringList());
    return std::any_of(names.begin(), names.end(), [&method](const QString &name) {
        const InputField *field = inputOf(method, name);
        return field && !field->required && field->defaultValue.isEmpty();
    });
}

QMap<QString, QString> practiceInputs(World &world, const ProviderPack &pack,
                                      const AuthMethod &method, Environment environment)
{
    QMap<QString, QString> values;
    for (const InputField &field : method.inputs) {
        const bool wanted = field.required || isNamed(field.key, input::issuer)
            || (isNamed(field.key, input::clientSecret)
                && method.clientAuthMethods.value(0) != ClientAuthMethod::None);
        if (!wanted || field.environment.value_or(environment) != environment)
            continue;
        values.insert(field.key,
                      field.secret ? secretValue(world, pack, method, field, environment)
                                   : openValue(world, pack, method, field));
    }
    return values;
}

} // namespace relink::sandbox
