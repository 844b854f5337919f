// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/apidefinition.h"
#include "core/model/authmethod.h"
#include "core/model/errorrule.h"
#include "core/model/supportcontact.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace relink {

//! What a provider says in headers about its limits, and how long to wait where it says nothing.
struct RateLimits
{
    enum class Unit { Seconds, Milliseconds, EpochSeconds };

    QString resetHeader; //!< when the limit ends; Retry-After goes before it
    Unit resetUnit = Unit::Seconds;
    std::optional<std::chrono::seconds> defaultWait;
    QString note; //!< a sentence for people
};

//! Something that stops working on a day.
struct Deprecation
{
    QString what; //!< British English, translatable
    QDate date;
    QString source;
};

//! What one of a provider's own codes or sentences means wherever it was pasted from.
struct PastedCode
{
    QString id;
    QRegularExpression pattern; //!< over ErrorText::text()
    std::optional<int> status; //!< where the text tells another one, the code is not meant
    ErrorClass errorClass = ErrorClass::Unknown;
    QString cause;
    QList<Alternative> alternatives;
    QString source;
    QString example;
};

//! How texts that people paste speak of a provider: regular expressions over ErrorText::whole().
struct Mentions
{
    QStringList names; //!< of the provider and its products
    QStringList marks; //!< addresses, codes and sentences that are its own
    QList<PastedCode> codes; //!< in order
};

//! Everything that differs between providers (design.md section 7). Data, never code.
struct ProviderPack
{
    QString id;
    QString name;
    QString category;
    QString monogram; //!< two letters for the row
    QMap<QString, QString> constants; //!< placeholders with a fixed value, e.g. an API version
    QList<AuthMethod> authMethods; //!< first is the default
    QMap<Environment, QMap<QString, QString>>
        hostsByEnvironment; //!< host -> host for that environment
    bool hasTestEnvironment = false;
    QString testEnvironmentNote;
    ApiAuthentication api;
    ProbeDefinition probe;
    QList<NamedProbe> namedProbes;
    RevocationDefinition revocation;
    QString organisationHeader; //!< how a chosen organisation is sent; empty: not
    QString organisationParameter; //!< or as this query parameter
    QList<ErrorRule> errors;
    Mentions mentions;
    RateLimits rateLimits;
    QString statusPage;
    QString documentation;
    SupportContact support;
    QStringList pitfalls;
    QStringList limits; //!< how many connections, users, keys the provider allows
    //! so many of one user and company last; one more ends the oldest
    std::optional<int> signInsPerUser;
    QList<Deprecation> deprecations;
    QStringList sources;
    QDate checked;
    QStringList unverified; //!< names of what the facts do not confirm
    bool builtIn = false; //!< set by whoever loads it, not by the file
    bool loopbackHttpAllowed = false; //!< plain http to loopback addresses is accepted (R43)
    QString practiceOrigin; //!< set by mapToSandbox(): addresses are {origin}/{id}/{host}{path}

    const AuthMethod *authMethod(const QString &methodId) const
    {
        for (const AuthMethod &m : authMethods) {
            if (m.id == methodId)
                return &m;
        }
        return nullptr;
    }

    //! The method's own where it has one, else the pack's. `method` may be null.
    const ApiAuthentication &apiOf(const AuthMethod *method) const
    {
        return method && method->api ? *method->api : api;
    }
    const ProbeDefinition &probeOf(const AuthMethod *method) const
    {
        return method && method->probe ? *method->probe : probe;
    }
    const QList<NamedProbe> &namedProbesOf(const AuthMethod *method) const
    {
        static const QList<NamedProbe> none;
        if (method && method->kind == AuthKind::Delegated)
            return none;
        return method && method->namedProbes ? *method->namedProbes : namedProbes;
    }
    const RevocationDefinition &revocationOf(const AuthMethod *method) const
    {
        return method && method->revocation ? *method->revocation : revocation;
    }
};

} // namespace relink
