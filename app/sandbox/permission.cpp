// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/permission.h"

#include "sandbox/html.h"
#include "sandbox/practice.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto bothOrganisations = "both"_L1;

QString radio(const QString &name, const QString &value, const QString &text, bool checked)
{
    return u"<label><input type=\"radio\" name=\"%1\" value=\"%2\"%3>%4</label>\n"_s.arg(
        name, escaped(value), checked ? u" checked"_s : QString(), escaped(text));
}

bool listsOrganisations(const ProviderPack &pack)
{
    return std::any_of(pack.authMethods.begin(), pack.authMethods.end(),
                       [&pack](const AuthMethod &method) {
                           return !pack.probeOf(&method).organisationListPath.isEmpty();
                       });
}

} // namespace

QString permissionFields(const ProviderPack &pack)
{
    QString choices;
    for (const PracticeOrganisation &o : organisations())
        choices += radio(u"organisation"_s, o.key, o.name, o.key == organisations().first().key);
    if (listsOrganisations(pack))
        choices += radio(u"organisation"_s, bothOrganisations, u"Both"_s, false);
    QString persons;
    for (const PracticePerson &p : people())
        persons += radio(u"person"_s, p.key, p.name, p.key == people().first().key);
    return u"<fieldset>\n<legend>Signed in as</legend>\n%1"
           "</fieldset>\n<fieldset>\n<legend>Organisation</legend>\n%2</fieldset>\n"
           "<div class=\"actions\">\n"
           "<button class=\"go\" type=\"submit\" name=\"decision\" value=\"allow\">Allow permission"
           "</button>\n<button type=\"submit\" name=\"decision\" value=\"decline\">Decline</button>"
           "\n</div>\n"_s.arg(persons, choices);
}

void takePermission(const Parameters &form, Grant &grant)
{
    const QString choice = form.value(u"organisation"_s);
    grant.person = person(form.value(u"person"_s)).key;
    grant.organisations = {organisation(choice).key};
    if (choice == bothOrganisations)
        grant.organisations.append(organisations().last().key);
}

} // namespace relink::sandbox
