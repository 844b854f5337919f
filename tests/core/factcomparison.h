// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packfacts.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>

namespace relink::test {

using MethodCheck = std::function<bool(const AuthMethod &)>;

//! One pack beside the facts of its platform, and what was found to differ so far.
struct FactComparison
{
    FactComparison(const ProviderPack &pack, const QJsonObject &facts);

    void differs(const QString &field, const QString &pack, const QString &facts);
    //! Several ways of connecting may say the same.
    void same(const QString &field, QStringList pack, const QStringList &facts);

    QString fact(const char *key) const { return facts[QLatin1StringView(key)].toString(); }
    QJsonObject object(const char *key) const { return facts[QLatin1StringView(key)].toObject(); }
    //! Do the facts themselves say that this is not confirmed?
    bool isUnverified(const QString &name) const;
    //! Does the pack name this, or what it is a part of, among what is not confirmed?
    bool isMarked(const QString &name) const;

    const ProviderPack &pack;
    const QJsonObject &facts;
    QList<const AuthMethod *> calling; //!< all but the delegated
    QList<const AuthMethod *> signIns;
    QList<FactDifference> found;
};

//! Names, kinds, addresses and the client.
void compareWays(FactComparison &c);
//! What a sign-in asks for and brings along, and how calls carry the token.
void compareSignIn(FactComparison &c);
//! Lifetimes and rotation, and that nothing unconfirmed passes for confirmed.
void compareLifetimes(FactComparison &c);

} // namespace relink::test
