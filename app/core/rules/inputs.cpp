// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/inputs.h"

#include "core/model/autherror.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrlQuery>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

InputField probeField()
{
    InputField field;
    field.key = QLatin1StringView(input::probeUrl);
    field.label = u"Address for checking"_s;
    field.help = u"An address of the service that answers when the access works. Without one, "
                 u"Relink cannot tell whether it does."_s;
    field.required = false;
    return field;
}

std::optional<QString> parametersProblem(const QString &query)
{
    const QUrlQuery parsed(query);
    for (const auto &[name, value] : parsed.queryItems(QUrl::FullyDecoded)) {
        Q_UNUSED(value)
        if (name.isEmpty())
            return u"One of the extra parameters has no name."_s;
        if (isReservedAuthorizationParameter(name))
            return u"Relink sets “%1” itself."_s.arg(name);
    }
    return std::nullopt;
}

//! The characters of RFC 6749 3.3, and each permission once.
std::optional<QString> scopeProblem(const QString &value, const QString &separator)
{
    QSet<QString> seen;
    const QStringList scopes
        = QString(value).replace(separator, u" "_s).split(u' ', Qt::SkipEmptyParts);
    for (const QString &scope : scopes) {
        const bool allowed = std::all_of(scope.begin(), scope.end(), [](QChar c) {
            return c > u' ' && c <= u'~' && c != QChar(0x22) && c != QChar(0x5C);
        });
        if (!allowed) {
            return u"The scope “%1” holds a character that no scope may have, such as a quotation "
                   u"mark, a backslash or an accent."_s.arg(scope);
        }
        if (seen.contains(scope))
            return u"The scope “%1” stands here twice."_s.arg(scope);
        seen.insert(scope);
    }
    return std::nullopt;
}

//! Why a value cannot be used; null when it can.
std::optional<QString> valueProblem(const ProviderPack &pack, const AuthMethod &method,
                                    const InputField &field, const QString &value)
{
    if (std::any_of(value.begin(), value.end(),
                    [](QChar c) { return c.category() == QChar::Other_Control; }))
        return u"An invisible character stands in this value."_s;
    if (!field.choices.isEmpty() && !field.choices.contains(value))
        return u"This must be one of: %1."_s.arg(field.choices.join(u", "_s));
    if (!field.pattern.isEmpty()
        && !QRegularExpression(QRegularExpression::anchoredPattern(field.pattern))
                .match(value)
                .hasMatch()) {
        return field.example.isEmpty() ? u"This does not look like one."_s
                                       : u"This should look like %1."_s.arg(field.example);
    }
    if (isAddressInput(field.key)) {
        if (const auto url = checkEndpoint(value, pack.loopbackHttpAllowed); !url)
            return url.error().description;
    }
    if (field.key == QLatin1StringView(input::authorizationParameters))
        return parametersProblem(value);
    if (field.key == QLatin1StringView(input::scope)) {
        if (const auto problem = scopeProblem(value, method.scopeSeparator))
            return problem;
    }
    if (field.key == QLatin1StringView(input::redirectPort)) {
        bool ok = false;
        const uint port = value.toUInt(&ok);
        if (!ok || port > 65535)
            return u"A port is a number from 0 to 65535; 0 means any free one."_s;
    }
    if (field.key == QLatin1StringView(input::redirectUri) && value.contains(u'#'))
        return u"A redirect address has no fragment."_s;
    return std::nullopt;
}

} // namespace

bool isAddressInput(const QString &key)
{
    return key == QLatin1StringView(input::issuer)
        || key == QLatin1StringView(input::authorizationEndpoint)
        || key == QLatin1StringView(input::tokenEndpoint)
        || key == QLatin1StringView(input::deviceEndpoint)
        || key == QLatin1StringView(input::revocationEndpoint)
        || key == QLatin1StringView(input::probeUrl);
}

QList<InputField> inputFields(const ProviderPack &pack, const AuthMethod &method,
                              Environment environment)
{
    QList<InputField> fields;
    bool asksForProbe = false;
    for (const InputField &field : method.inputs) {
        asksForProbe = asksForProbe || field.key == QLatin1StringView(input::probeUrl);
        if (!field.environment || field.environment == environment)
            fields.append(field);
    }
    const bool calls = method.kind != AuthKind::Delegated;
    if (calls && !pack.probeOf(&method).exists() && !asksForProbe)
        fields.append(probeField());
    return fields;
}

QString normalized(const InputField &field, const QString &value)
{
    QString result = normalized(field.normalize, value);
    if (!field.stripSuffix.isEmpty() && result.endsWith(field.stripSuffix, Qt::CaseInsensitive))
        result.chop(field.stripSuffix.size());
    return result;
}

QString normalized(const QList<Normalization> &steps, const QString &value)
{
    QString result = value;
    for (const Normalization step : steps) {
        switch (step) {
        case Normalization::Trim:
            result = result.trimmed();
            break;
        case Normalization::LowerCase:
            result = result.toLower();
            break;
        case Normalization::StripScheme:
            if (result.startsWith("https://"_L1, Qt::CaseInsensitive))
                result = result.mid(8);
            break;
        case Normalization::StripPath:
            result = result.section(u'/', 0, 0);
            break;
        case Normalization::UnderscoreToHyphen:
            result.replace(u'_', u'-');
            break;
        case Normalization::SplitPath:
            while (result.endsWith(u'/'))
                result.chop(1);
            break;
        }
    }
    return result;
}

void addFilledIn(const AuthMethod &method, QMap<QString, QString> &values)
{
    for (const InputField &field : method.inputs) {
        const QString value = values.value(field.key);
        for (auto it = field.choiceValues.begin(); it != field.choiceValues.end(); ++it) {
            if (it.value().contains(value))
                values.insert(it.key(), it.value().value(value));
        }
        if (field.normalize.contains(Normalization::SplitPath) && !value.isEmpty()) {
            const qsizetype slash = value.indexOf(u'/');
            values.insert(field.key, slash < 0 ? value : value.left(slash));
            values.insert(field.key + u".path"_s, slash < 0 ? QString() : value.mid(slash));
        }
    }
}

QMap<QString, QString> effectiveInputs(const ProviderPack &pack, const AuthMethod &method,
                                       Environment environment,
                                       const QMap<QString, QString> &inputs)
{
    QMap<QString, QString> result;
    for (const InputField &field : inputFields(pack, method, environment)) {
        if (field.secret)
            continue;
        const QString value = normalized(field, inputs.value(field.key));
        const QString used = value.isEmpty() ? normalized(field, field.defaultValue) : value;
        if (!used.isEmpty())
            result.insert(field.key, used);
    }
    return result;
}

QList<InputProblem> checkInputs(const ProviderPack &pack, const AuthMethod &method,
                                Environment environment, const QMap<QString, QString> &inputs,
                                const QStringList &secretKeys)
{
    QList<InputProblem> problems;
    const auto add = [&problems](const QString &key, const char *code, const QString &reason) {
        problems.append({key, QLatin1StringView(code), reason});
    };
    const QMap<QString, QString> used = effectiveInputs(pack, method, environment, inputs);
    QSet<QString> known;
    // Whoever knows the organisation beforehand need not be asked for it.
    if (!pack.probe.organisationListPath.isEmpty())
        known.insert(QLatin1StringView(input::organisationId));
    // Values that only the other environment asks for are kept for when it is switched to.
    for (const auto e : {Environment::Production, Environment::Test}) {
        for (const InputField &field : inputFields(pack, method, e))
            known.insert(field.key);
    }
    for (const InputField &field : inputFields(pack, method, environment)) {
        if (field.secret) {
            if (inputs.contains(field.key)) {
                add(field.key, code::invalidInput,
                    u"%1 is secret and is not given openly."_s.arg(field.label));
            } else if (field.required && !secretKeys.contains(field.key)) {
                add(field.key, code::missingInput, u"%1 is missing."_s.arg(field.label));
            }
            continue;
        }
        const QString value = used.value(field.key);
        if (value.isEmpty()) {
            if (field.required)
                add(field.key, code::missingInput, u"%1 is missing."_s.arg(field.label));
        } else if (const auto problem = valueProblem(pack, method, field, value)) {
            add(field.key, code::invalidInput, u"%1: %2"_s.arg(field.label, *problem));
        }
    }
    for (const QStringList &keys : {QStringList(inputs.keys()), secretKeys}) {
        for (const QString &key : keys) {
            if (!known.contains(key))
                add(key, code::invalidInput, u"There is no input of the name “%1”."_s.arg(key));
        }
    }
    if (method.discovers && !used.contains(QLatin1StringView(input::issuer))) {
        for (const QString &key : neededAddresses(method.kind)) {
            if (!used.contains(key)) {
                add(key, code::missingInput,
                    method.kind == AuthKind::ClientCredentials
                        ? u"Without an issuer, the token address is needed."_s
                        : u"Without an issuer, both endpoints are needed."_s);
            }
        }
    }
    return problems;
}

QStringList neededAddresses(AuthKind kind)
{
    const QString token = QLatin1StringView(input::tokenEndpoint);
    if (kind == AuthKind::ClientCredentials)
        return {token};
    return {QLatin1StringView(kind == AuthKind::DeviceCode ? input::deviceEndpoint
                                                           : input::authorizationEndpoint),
            token};
}

bool isReservedAuthorizationParameter(const QString &name)
{
    static const QStringList reserved {u"response_type"_s, u"client_id"_s,   u"client_secret"_s,
                                       u"redirect_uri"_s,  u"scope"_s,       u"state"_s,
                                       u"request"_s,       u"request_uri"_s, u"nonce"_s};
    const QString n = name.toLower();
    return reserved.contains(n) || n.startsWith("code_challenge"_L1);
}

} // namespace relink
