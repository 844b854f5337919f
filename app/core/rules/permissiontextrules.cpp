// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textrule.h"
#include "core/rules/whysentences.h"

namespace relink {

namespace {

using enum ErrorClass;
using Reading = TextRule::Reading;

constexpr TextRule rules[] = {
    {"text.blocked_page",
     R"re((?:(?<!server: )(?<!server = )\bcloud ?flare\b(?= (?:ray|error|challenge|$))|\| cloud ?flare|cloud ?flare<)|)re"
     R"re(cf mitigated|akamai|incapsula|imperva|sucuri|aws waf|web application firewall|)re"
     R"re((?<!x )\bwaf\b|ddos|bot (?:detection|management|protection)|ray id|)re"
     R"re(attention required|checking your browser|(?:<title> ?)just a moment|)re"
     R"re(verify(?:ing)? (?:that )?you are (?:a )?human|)re"
     R"re(enable javascript and cookies to continue|the request could not be satisfied|)re"
     R"re(errors\.edgesuite|access denied.{0,60}reference #|)re"
     R"re(\bmod ?security\b|(?<!network )blocked by (?:the )?security polic)re",
     R"re("(?:error|message|detail|code)"\s*:\s*"[a-z]|)re"
     R"re("?server"?\W{1,8}cloud ?flare(?!.{0,400}(?:ray|challenge|just a moment|attention required)))re",
     0,
     ProviderOutage,
     "blocked_page",
     0.6,
     {Reading {Network, why::network}, Reading {PermissionRole, why::roleMissing}},
     "R30",
     "403 Forbidden: Attention Required! | Cloudflare"},
    {"text.permission",
     R"re(\b(?:insufficient|missing|no|lacks?|lacking|without|(?:does|do|did|has|have|had|is|are|was)(?: not|n't)(?: currently)?(?: have| been)?(?: the| any| a| sufficient| enough| required| appropriate| necessary| correct| proper| granted)*|not enough|inadequate|needs?|requires?|required|appropriate|correct|proper|adequate|sufficient|elevated|lost|invalid|check (?:the |your )?)[ '"]+(?:[\w'"&>-]+[ ,/]+){0,5}?<permission>|)re"
     R"re(\b<permission>\b(?: (?!was|were)[\w'"]+){0,4}? ?(?:denied|error|issue|problem|violation|required|missing|insufficient|failure|not (?:granted|sufficient|set|enabled|assigned|permitted)|revoked|restricted|is needed|exception|to access)\b|)re"
     R"re(permissions (?:of .{0,40})?(?:were|was|have been|has been|changed)|)re"
     R"re((?:removed|changed|revoked) (?:some |our |your |the |its )?(?:\w+ )?<permission>|)re"
     R"re(lost (?:its|their|your|the|all )?(?: ?\w+){0,2} ?access|)re"
     R"re((?:not|isn't|aren't|never|n't) (?:been )?(?:permitted|allowed|authorized|entitled|granted|eligible)(?: access)? (?:to|for|here)\b|)re"
     R"re((?<!request )(?<!request was )(?<!request is )\bnot authorized\b|)re"
     R"re(\baccess\b (?:to .{0,60})?(?:is |was |has been |to )*(?:denied|not allowed|forbidden|prohibited|restricted)|)re"
     R"re(access ?denied|denied access|)re"
     R"re(insufficient ?(?:permissions?|privileges?|access|rights|authorization)|)re"
     R"re((?:do|does|did|have|has)(?:n't| not) (?:currently )?(?:have )?(?:access|authoriz\w+)\b|)re"
     R"re(without access|\bno access\b|cannot access\b|rest cannot|rest forbidden|)re"
     R"re(\bcan ?not (?:view|create|edit|delete|list) (?:the )?resources?|)re"
     R"re(no resources can be listed|)re"
     R"re(must (?:be|have) (?:an? )?(?:\w+ )?(?:admin\w*|owner|manager|role)\b|)re"
     R"re((?:admin\w*|owner) (?:access|rights|privileges?|role|permission)|)re"
     R"re(contact your (?:\w+ )?admin\w*|operation (?:is )?not (?:permitted|allowed)|)re"
     R"re(action (?:is )?(?:not allowed|forbidden|unauthorized)|not have the right|)re"
     R"re(\bnot permitted\b|request ?not ?allowed|nicht freigeschaltet|)re"
     R"re(does not have (?:write|read) permissions?|not accessible (?:to|for) this|)re"
     R"re(<permission><near>(?:does|do)(?: not|n't) (?:allow|permit|grant)|)re"
     R"re(only (?:an? |the )?(?:\w+ )?(?:admin\w*|owners?|managers?)(?: and \w+)? (?:can|may|are)|)re"
     R"re(must have (?:[\w']+ ){0,6}<permission>|)re"
     R"re(read (?:access )?only\b.{0,40}(?:permission|key|access)|)re"
     R"re((?:key|access)\b.{0,20}read (?:access )?only|)re"
     R"re(\baccess (?:has |is )?(?:not|n't) (?:been |yet )?(?:enabled|activated|granted|approved)|)re"
     R"re(permissions? prevented|not assigned to\b|\bsaml\b|)re"
     R"re((?:not|n't) (?:admin )?approved to|)re"
     R"re(<permission>.{0,80}(?:level \d|to fully connect)|)re"
     R"re(invalid web services authorization|security ?(?:role|violation|error)|)re"
     R"re(requires? (?:the |an? )?user to be|user is not (?:an? |the )?(?:admin|owner|member|manager)|)re"
     R"re(only (?:usable|accessible|available|callable) (?:by|to) (?:\w+ ){0,3}(?:accounts?|users?|partners?|clients?|members?)|)re"
     R"re((?:anderung|geandert|fehlende|entzogen|prufen)\w*.{0,40}(?:benutzer|nutzer|zugriffs)rechte|(?:benutzer|nutzer|zugriffs)rechte.{0,40}(?:anderung|geandert|fehl|entzogen|prufen)|)re"
     R"re(only allows? .{0,40}\b(?:roles?|users?)\b)re",
     R"re(app(?:lication)? .{0,30}not authorized\b(?! to)|publickey|)re"
     R"re(\b(?:eacces|chmod|mkdir|sudo|errno 13)\b|access control allow|\bcors\b)re",
     0,
     PermissionRole,
     "",
     0.75,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "SGE-40",
     "You do not have the required permissions to perform this operation"},
};

} // namespace

std::span<const TextRule> permissionTextRules()
{
    return rules;
}

} // namespace relink
