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
     R"re((?:(?<!server: )(?<!server = )\bcloud ?flare\b(?= (?:ray|error|challenge|$))|\| cloud ?flare|cloud ?flare<)|cf mitigated|akamai|incapsula|imperva|sucuri|aws waf|web application firewall|\bwaf\b|ddos|bot (?:detection|management|protection)|ray id|attention required|checking your browser|(?:<title> ?)just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|the request could not be satisfied|errors\.edgesuite|access denied.{0,60}reference #)re",
     R"re("(?:error|message|detail|code)"\s*:\s*"[a-z])re",
     0,
     ProviderOutage,
     "blocked_page",
     0.6,
     {Reading {Network, why::network}, Reading {PermissionRole, why::roleMissing}},
     "R30",
     "403 Forbidden: Attention Required! | Cloudflare"},
    {"text.permission",
     R"re(\b(?:insufficient|missing|no|lacks?|lacking|without|(?:does|do|did|has|have|had|is|are|was)(?: not|n't)(?: currently)?(?: have| been)?(?: the| any| a| sufficient| enough| required| appropriate| necessary| correct| proper| granted)*|not enough|inadequate|needs?|requires?|required|appropriate|correct|proper|adequate|sufficient|elevated|lost|invalid|check (?:the |your )?)[ '"]+(?:[\w'"&>-]+[ ,/]+){0,5}?<permission>|\b<permission>\b(?: (?!was|were)[\w'"]+){0,4}? ?(?:denied|error|issue|problem|violation|required|missing|insufficient|failure|not (?:granted|sufficient|set|enabled|assigned|permitted)|revoked|restricted|is needed|exception|to access)\b|permissions (?:of .{0,40})?(?:were|was|have been|has been|changed)|(?:removed|changed|revoked) (?:some |our |your |the |its )?(?:\w+ )?<permission>|lost (?:its|their|your|the|all )?(?: ?\w+){0,2} ?access|(?:not|isn't|aren't|never|n't) (?:been )?(?:permitted|allowed|authorized|entitled|granted|eligible)(?: access)? (?:to|for|here)\b|\bnot authorized\b|\baccess\b (?:to .{0,60})?(?:is |was |has been |to )*(?:denied|not allowed|forbidden|prohibited|restricted)|access ?denied|denied access|insufficient ?(?:permissions?|privileges?|access|rights|authorization)|(?:do|does|did|have|has)(?:n't| not) (?:currently )?(?:have )?(?:access|authoriz\w+)\b|without access|\bno access\b|cannot access\b|rest cannot|rest forbidden|\bcan ?not (?:view|create|edit|delete|list) (?:the )?resources?|no resources can be listed|must (?:be|have) (?:an? )?(?:\w+ )?(?:admin\w*|owner|manager|role)\b|(?:admin\w*|owner) (?:access|rights|privileges?|role|permission)|contact your (?:\w+ )?admin\w*|operation (?:is )?not (?:permitted|allowed)|action (?:is )?(?:not allowed|forbidden|unauthorized)|not have the right|\bnot permitted\b|request ?not ?allowed|nicht freigeschaltet|does not have (?:write|read) permissions?|not accessible (?:to|for) this|<permission><near>(?:does|do)(?: not|n't) (?:allow|permit|grant)|only (?:an? |the )?(?:\w+ )?(?:admin\w*|owners?|managers?)(?: and \w+)? (?:can|may|are)|must have (?:[\w']+ ){0,6}<permission>|read (?:access )?only\b.{0,40}(?:permission|key|access)|(?:key|access)\b.{0,20}read (?:access )?only|\baccess (?:has |is )?(?:not|n't) (?:been |yet )?(?:enabled|activated|granted|approved)|permissions? prevented|not assigned to\b|\bsaml\b|(?:not|n't) (?:admin )?approved to|<permission>.{0,80}(?:level \d|to fully connect)|invalid web services authorization|security ?(?:role|violation|error))re",
     R"re(app(?:lication)? .{0,30}not authorized\b(?! to)|publickey|\b(?:eacces|chmod|mkdir|sudo|errno 13)\b|access control allow|\bcors\b)re",
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
