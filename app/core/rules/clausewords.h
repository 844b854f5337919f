// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>
#include <QStringView>

#include <span>

namespace relink {

//! What a clause of an error text may be about.
enum class Subject {
    Clock,
    Certificate,
    Proxy,
    Requests,
    Connections,
    Environment,
    Plan,
    Feature,
    Redirect,
    GrantType,
    RefreshToken,
    Code,
    Client,
    Scope,
    ApiKey,
    AccessToken,
    Login,
    Consent,
    App,
    Account,
    Tenant,
    Permission,
    Address, //!< of this computer, where the provider lets in a list only
    Method,
    Endpoint,
    Parameter,
    Record,
};

//! What a clause may say of it.
enum class Predicate {
    Invalid,
    Expired,
    Missing,
    Required,
    Revoked,
    Denied,
    NotFound,
    Mismatch,
    Exceeded,
    Closed,
    Removed,
    Malformed,
    Insufficient,
    Unsupported,
    Deprecated,
    Used,
};

//! A word or a phrase of one of the two kinds, where it stands in the text.
template <typename Meaning>
struct ClauseWord
{
    Meaning meaning;
    int word = 0; //!< counted from the beginning of the text
    qsizetype start = 0;
    qsizetype end = 0;
};
//! For clang before 17.
template <typename Meaning>
ClauseWord(Meaning, int, qsizetype, qsizetype) -> ClauseWord<Meaning>;

//! A stretch of the text that says one thing: up to a full stop, a bracket or the next value.
struct Clause
{
    QList<ClauseWord<Subject>> subjects;
    QList<ClauseWord<Predicate>> predicates;
};

//! The clauses of a folded text (ErrorText::text()) in which something is said of something, in
//! English, German, French, Spanish and Dutch. Linear in the length of the text.
QList<Clause> clausesOf(QStringView text);

//! Every word and phrase that says in a clause that something is wrong, or that it is not right.
QStringList clauseFailureWords();

} // namespace relink
