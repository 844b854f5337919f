// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/stepvalues.h"

#include "core/rules/inputs.h"

#include <QLocale>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! What shows that a service of this category works again.
QString proofOf(const QString &category)
{
    static const QMap<QString, QString> proofs {
        {u"accounting"_s, u"invoice"_s},
        {u"courier"_s, u"label"_s},
        {u"marketing"_s, u"contact"_s},
        {u"payments"_s, u"payment"_s},
    };
    return proofs.value(category, category == "other"_L1 ? QString() : u"order"_s);
}

//! Each proof is a fact of its own, so that a step can ask for it.
void addProof(QMap<QString, QString> &values, const QString &category)
{
    const QString proof = proofOf(category);
    if (!proof.isEmpty())
        values.insert(QString(u"proof_"_s + proof), proof);
}

//! The secret of a registered application, where this way of connecting has one.
void addAppSecret(QMap<QString, QString> &values, const ProviderPack &pack,
                  const AuthMethod &method, Environment environment)
{
    for (const InputField &field : inputFields(pack, method, environment)) {
        if (field.secret && field.key == QLatin1StringView(input::clientSecret))
            values.insert(u"app_secret"_s, field.key);
    }
}

void addLifetimes(QMap<QString, QString> &values, const TokenLifetimes &lifetimes)
{
    using std::chrono::days;
    const auto refresh = lifetimes.refreshHard ? lifetimes.refreshHard : lifetimes.refreshIdle;
    if (refresh && *refresh >= days(2))
        values.insert(u"refresh_days"_s,
                      QString::number(std::chrono::duration_cast<days>(*refresh).count()));
}

} // namespace

QMap<QString, QString> stepValues(const Connection &connection, const ProviderPack *pack)
{
    QMap<QString, QString> values {
        {u"provider"_s, pack ? pack->name : connection.provider},
        {u"connection"_s, connection.name},
        {u"organisation"_s,
         connection.organisation.name.isEmpty() ? connection.name : connection.organisation.name},
        {u"account"_s, connection.identity},
        {u"via"_s, connection.via},
    };
    if (connection.createdAt.isValid())
        values.insert(u"created"_s, QLocale().toString(connection.createdAt.toLocalTime().date()));
    if (pack) {
        const AuthMethod *method = pack->authMethod(connection.authMethod);
        const RevocationDefinition &revocation = pack->revocationOf(method);
        values.insert(u"menu_path"_s, revocation.menuPath);
        values.insert(u"manage_url"_s, revocation.manageUrl);
        values.insert(u"status_page"_s, pack->statusPage);
        values.insert(u"documentation"_s, pack->documentation);
        if (method) {
            values.insert(u"setup_url"_s, method->setupUrl);
            values.insert(u"setup_path"_s, method->setupPath);
            addLifetimes(values, method->lifetimes);
            addAppSecret(values, *pack, *method, connection.environment);
        }
        if (pack->hasTestEnvironment)
            values.insert(u"test_mode"_s, toString(connection.environment));
        addProof(values, pack->category);
        if (!pack->probeOf(method).organisationListPath.isEmpty())
            values.insert(u"organisations"_s, values.value(u"organisation"_s));
    }
    values.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    return values;
}

QMap<QString, QString> partnerValues(const Connection &partner, const ProviderPack *pack)
{
    const QMap<QString, QString> own = stepValues(partner, pack);
    QMap<QString, QString> values {{u"partner"_s, partner.name}};
    const QMap<QString, QString> named {{u"provider"_s, u"partner_provider"_s},
                                        {u"menu_path"_s, u"partner_menu_path"_s},
                                        {u"manage_url"_s, u"partner_manage_url"_s}};
    for (auto it = named.begin(); it != named.end(); ++it) {
        if (own.contains(it.key()))
            values.insert(it.value(), own.value(it.key()));
    }
    return values;
}

} // namespace relink
