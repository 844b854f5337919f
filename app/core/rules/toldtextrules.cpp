// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

//! What people tell in their own words when they have no message to quote.
constexpr TextRule rules[] = {
    {"text.told.competing",
     R"re(\b(?:colleague|partner|someone|somebody|other (?:user|person|shop|app|store)|both (?:of us|apps|shops)|second (?:user|app|shop)|my (?:wife|husband|accountant)|bookkeeper)\b.{0,80}\b(?:connect\w*|logs? in|log in|signs? in|authoriz\w*)\b.{0,80}\b(?:mine|my|ours|the first|i am|i'm|we are|other one)\b.{0,40}\b(?:stops?|drops?|fails?|logged out|disconnect\w*|thrown|kicked|breaks?|loses?))re",
     nullptr,
     0,
     CompetingConnection,
     "",
     0.6,
     {Reading {Revoked, why::grantEnded}},
     "XRM-21",
     "When my colleague connects the shop in her account, mine stops syncing"},
    {"text.told.crossed",
     R"re(\bwrong (?:\w+ ){0,2}(?:organization|company|shop|store|account|tenant)\b|)re"
     R"re(\b(?:end|ends|ended|ending|go|goes|went|land|lands|landed) (?:up )?(?:in|into|at) (?:the |our )?(?:\w+ )?(?:wrong|other|\w+) (?:company|shop|store|organization|account)\b|)re"
     R"re((?:anderen|falschen) (?:unternehmen|mandanten|shop|konto|firma)\b|)re"
     R"re((?:autre|mauvaise?) (?:entreprise|societe|boutique|compte)\b|)re"
     R"re((?:otra|equivocad\w) (?:empresa|tienda|cuenta)\b|)re"
     R"re((?:ander|andere|verkeerde) (?:bedrijf|winkel|administratie|account)\b|)re"
     R"re(\b(?:shows?|displays?|returns?|gets?|sees?|seeing|getting|pulls?|receives?)\b(?: \w+){0,5}? (?:from|of|for) (?:another|a different|the other|the wrong|store b|shop b|company b)\b|)re"
     R"re(\bwrong (?:store|shop|company|account)'s\b)re",
     nullptr,
     0,
     WrongTenant,
     "",
     0.55,
     {Reading {CompetingConnection, why::otherUse}},
     "XRM-12",
     "Our dashboard shows the orders of another shop"},
    {"text.told.secret_changed",
     R"re(\b(?:regenerated|rotated) (?:the |its |their |our |a )?secret\b|)re"
     R"re(\b(?:rotated|regenerated|changed|renewed|replaced|reset|rolled)\b<few>\b(?:client|app|application|consumer|api) ?secret\b|)re"
     R"re(\b(?:client|app|application) secret\b<near>\b(?:rotated|regenerated|changed|renewed|replaced))re",
     nullptr,
     0,
     InvalidClient,
     "secret_changed",
     0.65,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "XRM-32",
     "We rotated the client secret in the developer portal"},
    {"text.told.login_changed",
     R"re(\b(?:rotated|regenerated|changed|renewed|replaced|reset|updated|rolled)\b(?: \w+){0,5}? (?:passwords?|log ?in|credentials?|api ?keys?|access keys?|user ?name)\b|)re"
     R"re(\b(?:passwords?|credentials?|api ?keys?)\b<near>\b(?:rotated|regenerated|changed|renewed|replaced|reset|updated)\b)re",
     nullptr,
     0,
     InvalidUserCredentials,
     "login_changed",
     0.6,
     {Reading {ExpiredRefresh, why::expiredUnused}, Reading {Revoked, why::grantEnded}},
     "MIN-20",
     "We changed our API password last night and the import has been failing since"},
    {"text.told.plan_changed",
     R"re(\bdowngrad\w*|)re"
     R"re(\b(?:switched|moved|changed) (?:to|from) (?:the |a )?(?:\w+ )?(?:plan|tier|edition|basic|free|starter)\b)re",
     nullptr,
     0,
     PlanRestriction,
     "plan_changed",
     0.6,
     {Reading {PermissionRole, why::roleMissing}},
     "AMG-20",
     "We downgraded last week and the reports are empty"},
    {"text.told.person_left",
     R"re(\b(?:user|employee|colleague|bookkeeper|accountant|admin\w*|owner|person|developer|freelancer)\b.{0,80}\b(?:left (?:the |our )?(?:company|team|firm|business)|(?:was|were|got|has been|login was|account was) (?:deleted|removed|deactivated))\b)re",
     nullptr,
     0,
     AppRemoved,
     "app_owner_gone",
     0.6,
     {Reading {Revoked, why::grantEnded}, Reading {AccountClosed, why::accountShut}},
     "XRM-34",
     "The bookkeeper who set it up left the company"},
    {"text.told.every_hour",
     R"re(\b(?:after|every) (?:about |exactly |around )?(?:an|one|a|1|2|two|few|24|12|8|60|30|20|15|10)? ?(?:couple of )?(?:hours?|minutes?)\b.{0,100}\b(?:stop\w*|fail\w*|expire\w*|401|unauthorized|log\w* out|log in|connect again|invalid|disconnect\w*|die[sd]?|lost)|)re"
     R"re(\b(?:stop\w*|fail\w*|expire\w*|logged out|disconnect\w*|die[sd]?)\b.{0,60}\b(?:after|every) (?:about |exactly |around )?(?:an|one|a|1|few)? ?(?:hours?|\d+ minutes))re",
     nullptr,
     0,
     ExpiredAccess,
     "recurring",
     0.5,
     {Reading {ExpiredRefresh, why::expiredUnused}},
     "SGE-11",
     "It works and after one hour every call stops until we log in"},
    {"text.told.every_days",
     R"re(\b(?:every|after|each|once a) (?:few |couple of |other |\d+ |two |three |some |about |a |one |several )*(?:days?|weeks?|months?|years?|morning|night)\b.{0,120}\b(?:connect\w*|authoriz\w*|log(?:ged)? in|sign in|stop\w*|die[sd]?|drop\w*|expire\w*|lost|disconnect\w*|broken?|inactive)|)re"
     R"re(\b(?:stop\w*|die[sd]?|drop\w*|expire\w*|lost|disconnect\w*)\b.{0,60}\b(?:every|after) (?:few |couple of |\d+ |two |three |some |about |a |one |several )*(?:days?|weeks?|months?|years?)|)re"
     R"re((?:hit|click|press) (?:re ?)?connect)re",
     nullptr,
     0,
     ExpiredRefresh,
     "recurring",
     0.5,
     {Reading {Revoked, why::grantEnded}},
     "XRM-22",
     "Every few days the connection drops and we have to authorise it anew"},
    {"text.told.slow",
     R"re(\btim(?:es|ing) out\b|\bhangs? (?:until|for|and|forever)|)re"
     R"re(could not get any (?:response|answer)|(?:there was an )?error connecting to|)re"
     R"re(no (?:response|answer|reply) from|)re"
     R"re((?:can't|cannot|could not|couldn't|unable to|not able to) (?:reach|connect to|contact|access) (?:the |our )?(?:server|api|internet|site|host|service|network)|)re"
     R"re(\bunreachable\b|firewall|)re"
     R"re(refused to (?:connect|visit)|)re"
     R"re(no (?:response|answer|reply) was received)re",
     nullptr,
     0,
     Network,
     "",
     0.55,
     {Reading {ProviderOutage, why::providerDown}},
     "R27",
     "Every request hangs until it gives up"},
    {"text.told.down",
     R"re(\b50[0234]s\b|)re"
     R"re((?:return\w*|getting|throw\w*|receiv\w*|answer\w*)(?: \w+){0,3} 50[0234]\b|)re"
     R"re(\b(?:api|site|service|server|portal|everything|platform) (?:is|was|seems|has been|appears)(?: \w+)? (?:down|offline|broken)\b|)re"
     R"re((?:is it|anyone else|for everyone)\b.{0,60}\b(?:down|slow|not working)|)re"
     R"re(\boutage\b)re",
     R"re(experience an outage|outage and incident)re",
     0,
     ProviderOutage,
     "",
     0.55,
     {Reading {Network, why::network}},
     "AMG-30",
     "Is it only me or has the API been returning 502s since nine?"},
    {"text.told.lost_access",
     R"re(\b(?:access|<permission>) (?:is|are) (?:needed|required)\b|)re"
     R"re(\b(?:must|need(?:s|ed)? to|has to|have to|should) be (?:an? |the )?(?:\w+ )?(?:admin\w*|owner|manager|super ?user)\b|)re"
     R"re(\bask (?:an?|the|your) (?:\w+ )?(?:admin\w*|owner|manager)|)re"
     R"re(\bonly (?:an? |the )?(?:\w+ )?(?:admin\w*|owners?|managers?)\b|)re"
     R"re((?:works|worked|fine) (?:with|for|as) (?:the |an? )?(?:owner|admin\w*)\b.{0,80}\b(?:not|fails?|but)\b)re",
     nullptr,
     0,
     PermissionRole,
     "",
     0.55,
     {Reading {PermissionScope, why::missingScope}},
     "MIN-41",
     "It works with the owner's login but not with mine"},
};

} // namespace

std::span<const TextRule> toldTextRules()
{
    return rules;
}

} // namespace relink
