// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/authkind.h"
#include "core/model/inputfield.h"

#include <QByteArray>

#include <chrono>

namespace relink {

//! A value kept from the redirect or from a token answer.
struct Capture
{
    QString from; //!< parameter name, or dotted path into the answer
    QString as; //!< placeholder name
    //! whole-value regular expression; empty: any. With a group, only the group is kept
    QString pattern;
    QString equals; //!< template that the value must equal without regard to case; empty: none
    bool required = true;
    QList<Normalization> normalize;
};

//! How a call proves who makes it.
enum class ApiScheme {
    Token, //!< prefix and token in a header
    Basic, //!< RFC 7617, from two templates
    OAuth1, //!< RFC 5849 with HMAC-SHA256
    SignedQuery, //!< token in a header, and an HMAC-SHA256 over path, query and body as a parameter
};

//! How an authenticated call carries the access token.
struct ApiAuthentication
{
    ApiScheme scheme = ApiScheme::Token;
    QString header; //!< e.g. Authorization
    QString prefix; //!< e.g. "Bearer "
    QMap<QString, QString> headers; //!< companions, values are templates
    QMap<QString, QString> secretHeaders; //!< further secrets, values are templates over them
    QMap<QString, QString> query; //!< query parameters of every call, values are templates
    QString basicUser; //!< Basic: templates that may hold secrets
    QString basicPassword; //!< may be empty
};

//! One call right after the tokens came, for values that no answer before it told.
struct AccountCall
{
    QString url;
    QString header;
    QString prefix;
    QList<Capture> captures;

    bool exists() const { return !url.isEmpty(); }
};

//! One cheap authenticated call that decides the light.
struct ProbeDefinition
{
    QString method; //!< GET or POST
    QString url; //!< template; empty: none known, then absentReason is set
    bool mint = false; //!< no address: a new token is the proof
    QMap<QString, QString> headers;
    QByteArray body;
    bool jsonAnswer = true; //!< false: any 2xx that is no page will do
    bool xmlAnswer = false; //!< read as if it were JSON, an element a key
    bool sendsOrganisation = true; //!< with the organisation header
    QString failurePath; //!< dotted path that exists only when a 2xx is an error; empty: none
    QString successPath; //!< a 2xx is an error unless this path has successValue; empty: none
    QString successValue;
    QString organisationId; //!< template over inputs and captures; used instead of the path
    QString organisationIdPath; //!< dotted path; empty: not told
    QString organisationNamePath;
    QString
        organisationListPath; //!< set: the answer is a list to choose from ("$": the answer itself)
    QString identityPath; //!< empty: `sub`, then `id`
    QString reachabilityUrl; //!< answers without any credential while the merchant's own site works
    QString absentReason;
    std::optional<std::chrono::seconds> interval; //!< absent: 15 minutes

    bool exists() const { return !url.isEmpty() || mint; }
};

enum class RevocationStyle {
    Rfc7009,
    Json,
    Delete,
    Fields, //!< the fields that the pack names, once
};

struct RevocationDefinition
{
    QString endpoint; //!< template; empty: none known, then menuPath says where to go
    RevocationStyle style = RevocationStyle::Rfc7009;
    BodyEncoding encoding = BodyEncoding::Form; //!< Fields and Rfc7009
    bool withApiAuthentication
        = false; //!< sent with the access token instead of client credentials
    bool withoutClient = false; //!< no client authentication: the token is enough
    //! Fields: name -> template, which may hold {access_token}, {refresh_token} and secrets
    QMap<QString, QString> fields;
    QString authorization; //!< template of an Authorization header that may hold secrets
    bool accessSurvives = false; //!< the access token works until it expires all the same
    QString menuPath; //!< where the merchant removes the access at the provider; empty: not known
    QString manageUrl; //!< may be empty
    bool menuPathConfirmed = true;
    QString absentReason;

    bool exists() const { return !endpoint.isEmpty(); }
};

} // namespace relink
