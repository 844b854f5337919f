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
     R"re((?:cloudflare|akamai|incapsula|imperva|sucuri|aws waf|web application firewall|\bwaf\b|ddos|bot (?:detection|management)|ray id|attention required|checking your browser|request blocked|the request could not be satisfied|errors\.edgesuite|access denied.{0,60}reference #))re",
     nullptr, 0, ProviderOutage, "blocked_page", 0.6,
     {Reading {Network, why::network}, Reading {PermissionRole, why::roleMissing}}, "R30",
     "403 Forbidden: Attention Required! | Cloudflare"},
    {"text.permission",
     R"re((?:insufficient|missing|no|lacks?|lacking|without|(?:does|do|did|has|have|had|is|are|was)(?: not|n't)(?: currently)?(?: have| been)?(?: the| any| a| sufficient| enough| required| appropriate| necessary| correct| proper| granted)*|not enough|inadequate|needs?|requires?|required|appropriate|correct|proper|adequate|sufficient|elevated|admin\w*|check (?:the |your )?)[ _-](?:\w+[ ,/_-]+){0,4}(?:permissions?|privileges?|roles?\b|access rights?|user rights?|rights\b|authority|entitlement)|\bpermissions?\b[ _-]?(?:\w+ ){0,4}(?:denied|error|violation|required|missing|insufficient|failure|not (?:granted|sufficient|set|enabled|assigned)|revoked|restricted|is needed|exception)|permission_?denied|permissiondenied\w*|no_?permission|(?:not|isn't|aren't|never) (?:been )?(?:permitted|allowed|authorized|entitled|granted|eligible)(?: access)? (?:to|for)\b|not authorized\b|\baccess\b (?:to .{0,60})?(?:is |was |has been |to )*(?:denied|not allowed|forbidden|prohibited|restricted)|access_?denied|accessdenied|denied access|insufficient[_ -]?(?:permissions?|privileges?|access|rights|authorization)|(?:do|does|did|have|has)(?:n't| not) (?:currently )?(?:have )?(?:access|authoriz\w+)\b|without access|no access|rest_cannot|rest_forbidden|woocommerce_rest_cannot|cannot_(?:view|create|edit)|must (?:be|have) (?:an? )?(?:\w+ )?(?:admin\w*|owner|manager|role)|(?:admin\w*|owner) (?:access|rights|privileges?|role|permission)|contact your (?:system )?admin\w*|operation (?:is )?not (?:permitted|allowed)|action (?:is )?(?:not allowed|forbidden|unauthorized)|not have the right)re",
     R"re(app(?:lication)? .{0,30}not authorized|publickey|(?:file|folder|directory|eacces|chmod|mkdir|sudo)|access-control-allow|cors\b)re",
     0, PermissionRole, "", 0.75,
     {Reading {PermissionScope, why::missingScope}, Reading {PlanRestriction, why::planAllows},
      Reading {WrongTenant, why::otherCompany}},
     "SGE-40", "You do not have the required permissions to perform this operation"},
};

} // namespace

std::span<const TextRule> permissionTextRules()
{
    return rules;
}

} // namespace relink
