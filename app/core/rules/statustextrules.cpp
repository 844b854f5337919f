// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    // What is no refusal of a connection: the data that was sent, or the program that sent it.
    {"text.validation",
     R"re(validation (?:error|exception|failed|failure|errors)|)re"
     R"re((?:must|should|has to) be unique|not ?unique\b|)re"
     R"re(duplicate (?:entry|name|number|key|document|record|order|invoice)|)re"
     R"re(already (?:exists|been used previously|been taken)|)re"
     R"re((?:field|parameter|property|attribute|value|line|quantity|amount|address|postcode|zip|sku|email)s?\b.{0,40}\b(?:is required|are required|is missing|is invalid|was invalid|were invalid|not valid|must|cannot be (?:empty|blank|null)|too long|out of range)|)re"
     R"re(unprocessable|invalid resource|)re"
     R"re(invalid (?:line|item|amount|quantity|date|value|input|format|address|postcode|field|parameter|order|invoice|product|sku|json|xml|data)|)re"
     R"re(made inactive|)re"
     R"re((?:record|invoice|order|product|customer|item|object|document|resource|page|file|row|sku|item)s?\b.{0,60}(?:not found|could not be found|does not exist|doesn't exist|not exist|was deleted)|)re"
     R"re(no such \w+|schema|syntax ?error|parse error|\bunexpected token\b|)re"
     R"re(type ?error\b|reference ?error|null ?pointer|null reference|)re"
     R"re(undefined (?:method|variable|index|property)|cannot read propert|)re"
     R"re(is not a function|not a valid\b|could not load file or assembly|)re"
     R"re(class not found|no module named|cannot find module|missing required arguments?)re",
     nullptr,
     0,
     Unknown,
     "",
     0.5,
     {Reading {NotAnError, why::noFailure}},
     "AMG-04",
     "Validation Exception: Invoice # must be unique"},
    {"text.token_endpoint_401",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b)re",
     nullptr,
     401,
     InvalidClient,
     "",
     0.6,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 401"},
    {"text.token_endpoint_403",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b)re",
     nullptr,
     403,
     InvalidClient,
     "",
     0.5,
     {Reading {Configuration, why::setUpWrong}, Reading {ExpiredRefresh, why::expiredUnused}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 403"},
    {"text.token_endpoint_400",
     R"re(/(?:oauth2?|connect|auth|identity|security)/?(?:v\d(?:\.\d)?/)?(?:\w+/)*token\b|)re"
     R"re(token ?(?:endpoint|uri|url)|/oauth2?/(?:v\d/)?access ?token|)re"
     R"re(\btoken (?:exchange|request|refresh|renewal)\b|)re"
     R"re((?:request|get|obtain|exchange|refresh)\w* ?(?:the |an? )?(?:access )?token\b|)re"
     R"re(refresh\w* (?:the |our |my )?(?:\w+ )?token\b)re",
     nullptr,
     400,
     ExpiredRefresh,
     "refused",
     0.5,
     {Reading {Configuration, why::setUpWrong}, Reading {InvalidClient, why::badSecret}},
     "RFC 6749 5.2",
     "POST https://api.example.com/oauth2/token 400"},
    {"text.not_found",
     R"re(.)re",
     nullptr,
     404,
     Configuration,
     "endpoint",
     0.4,
     {Reading {PermissionRole, why::roleMissing}, Reading {WrongTenant, why::otherCompany}},
     "SGE-51",
     "404 on https://api.example.com/v1/me"},
    {"text.method_not_allowed",
     R"re(.)re",
     nullptr,
     405,
     Configuration,
     "endpoint",
     0.5,
     {Reading {DeprecatedMethod, why::oldMethod}},
     "RFC 9110 15.5.6",
     "HTTP 405"},
    {"text.token_request_refused",
     R"re(\btoken (?:exchange|request)\b.{0,80}\bunauthorized\b)re",
     nullptr,
     0,
     InvalidClient,
     "",
     0.55,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {TestModeMismatch, why::testMode}},
     "RFC 6749 5.2",
     "Token exchange answered with status Unauthorized"},
    {"text.forbidden",
     R"re(\bforbidden\b)re",
     nullptr,
     0,
     PermissionRole,
     "",
     0.55,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "MIN-40, X-01",
     "403 Forbidden"},
    {"text.forbidden_403",
     R"re(.)re",
     nullptr,
     403,
     PermissionRole,
     "",
     0.55,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "MIN-40, X-01",
     "HTTP status 403"},
    {"text.inactive",
     R"re((?:connection|integration|channel|account|status)\b.{0,20}\b(?:is |shows? |= ?|: ?)?(?:inactive|disconnected|not connected|broken)|)re"
     R"re(\bnot connected|connection (?:lost|failed|error|broken))re",
     R"re(http status|bad request|token request)re",
     0,
     InvalidUserCredentials,
     "inactive",
     0.45,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {Revoked, why::grantEnded}},
     "MIN-T6",
     "Connection inactive"},
    {"text.authorization_error",
     R"re(authorization (?:error|failed|failure|problem|issue)|unable to authorize|)re"
     R"re(could not authorize)re",
     nullptr,
     0,
     Unknown,
     "",
     0.4,
     {Reading {ExpiredAccess, why::tokenOld}, Reading {PermissionRole, why::roleMissing},
      Reading {PlanRestriction, why::planAllows}},
     "AMG-02",
     "Authorization error"},
};

} // namespace

std::span<const TextRule> statusTextRules()
{
    return rules;
}

} // namespace relink
