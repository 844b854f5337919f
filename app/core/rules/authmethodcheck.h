// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerpack.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace relink {

//! The placeholders that a template may use.
struct PlaceholderNames
{
    QSet<QString> open; //!< inputs, captures, constants, organisation_id
    QSet<QString> secret; //!< secret inputs: for login_fields alone
    QSet<QString> unbounded; //!< of `open`: neither a pattern nor a closed list holds the value
};

PlaceholderNames namesOf(const ProviderPack &pack, const AuthMethod &method);

//! Collects the problems of one pack.
class PackProblems
{
public:
    QList<PackProblem> list;

    void add(const QString &path, const QString &reason) { list.append({path, reason}); }
    //! An address template: known placeholders, none of them secret, plain ASCII host, usable
    //! address once filled in.
    void address(const QString &path, const QString &templ, const PlaceholderNames &names,
                 bool loopbackHttpAllowed);
    //! Any other template; an empty one is fine.
    void text(const QString &path, const QString &templ, const PlaceholderNames &names,
              bool secretsToo = false);
};

const QStringList &standardParameters(); //!< of RFC 6749 and 7636, which Relink sets itself
bool isPlaceholderName(const QString &name);
bool isHeaderName(const QString &name); //!< RFC 9110 5.6.2, a token
bool isForbiddenHeader(const QString &name); //!< Relink or the connection itself sets it

void checkAuthMethod(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                     const QJsonObject &object, const QString &path);

} // namespace relink
