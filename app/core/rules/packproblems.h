// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/packproblem.h"
#include "core/model/providerpack.h"

#include <QList>
#include <QSet>
#include <QString>

namespace relink {

//! The placeholders that a template may use.
struct PlaceholderNames
{
    QSet<QString> open; //!< inputs, captures, constants, organisation_id
    QSet<QString> secret; //!< secret inputs: for login_fields alone
    QSet<QString> entered; //!< of `open`: what the merchant types
    QSet<QString> unbounded; //!< of `open`: neither a pattern nor a closed list holds the value
    QMap<QString, QStringList> patterns; //!< of `open`: what holds the value, the kept part alone
    QMap<QString, QStringList> values; //!< of `open`: all that it can be
    QSet<QString> folders; //!< of `open`: a `/` and what follows goes into `{name.path}`

    //! Of either; for templates that several ways of connecting use.
    void unite(const PlaceholderNames &other);
};

PlaceholderNames namesOf(const ProviderPack &pack, const AuthMethod &method);

//! Collects the problems of one pack.
class PackProblems
{
public:
    QList<PackProblem> list;

    void add(const QString &path, const QString &reason) { list.append({path, reason}); }
    //! An address template: known placeholders, none of them secret, a host that is what it looks
    //! like (rules/hostcheck.h), usable address once filled in.
    void address(const QString &path, const QString &templ, const PlaceholderNames &names,
                 bool loopbackHttpAllowed);
    //! Any other template; an empty one is fine.
    void text(const QString &path, const QString &templ, const PlaceholderNames &names,
              bool secretsToo = false);
    //! The template of a header's value, or what stands in front of a token there.
    void headerText(const QString &path, const QString &templ, const PlaceholderNames &names,
                    bool secretsToo = false);
};

const QStringList &standardParameters(); //!< of RFC 6749 and 7636, which Relink sets itself
bool isPlaceholderName(const QString &name);
//! Relink gives these a value itself, or means something else by them; a dot is for `{name.path}`.
bool isReservedPlaceholder(const QString &name);
//! The same for what is no input: constants, captures, what a choice fills in.
bool isReservedForFilledIn(const QString &name);
//! Of a form or a query; nothing that would have to be written otherwise there.
bool isParameterName(const QString &name);
bool isHeaderName(const QString &name); //!< RFC 9110 5.6.2, a token
bool isForbiddenHeader(const QString &name); //!< Relink or the connection itself sets it

//! The input of that key; null when there is none.
const InputField *fieldOf(const AuthMethod &method, const QString &key);
bool isValidPattern(const QString &pattern); //!< a regular expression
bool matchesWhole(const QString &pattern, const QString &value);

} // namespace relink
