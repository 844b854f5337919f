// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/identitycheck.h"

#include "core/rules/hostcheck.h"
#include "core/rules/lookalike.h"
#include "core/rules/parsepack.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

void checkLink(PackProblems &problems, const QString &path, const QString &link)
{
    if (link.isEmpty())
        return;
    PlaceholderNames anything;
    for (const QString &name : placeholders(link).value_or(QStringList()))
        anything.entered.insert(name);
    QString sample = link;
    for (const QString &name : placeholders(link).value_or(QStringList()))
        sample.replace(u'{' + name + u'}', u"a"_s);
    if (const QString flaw = hostFlaw(templateAuthority(link), anything); !flaw.isEmpty())
        problems.add(path, flaw);
    // As text: QUrl would write a host in disguise in its plain form.
    else if (const auto url = checkEndpoint(sample.section(u'#', 0, 0), false); !url)
        problems.add(path, url.error().description);
}

namespace {

bool isMonogram(const QString &text)
{
    return !text.isEmpty() && text.size() <= 2 && hasPlainLetters(text)
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

//! Where help is offered: an https page, a plain mail address, one of them at least.
void checkSupport(PackProblems &problems, const ProviderPack &pack)
{
    const SupportContact &support = pack.support;
    if (!support.source.isEmpty() && !support.isKnown())
        problems.add(u"$.support"_s, u"This names a page, a mail address or both."_s);
    if (support.page.contains(u'{'))
        problems.add(u"$.support.page"_s, u"Nothing is filled in here."_s);
    checkLink(problems, u"$.support.page"_s, support.page);
    static const QRegularExpression plain(
        u"\\A[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+\\z"_s);
    if (!support.email.isEmpty() && !plain.match(support.email).hasMatch())
        problems.add(u"$.support.email"_s, u"This must be one plain mail address."_s);
}

} // namespace

void checkIdentity(PackProblems &problems, const ProviderPack &pack, const QDate &today)
{
    if (!isPackId(pack.id)) {
        problems.add(u"$.id"_s,
                     u"An id has 1 to 64 of a-z, 0-9, dot, hyphen and underscore, begins with a "
                     u"letter or digit and is no device name."_s);
    }
    if (pack.name.trimmed().isEmpty() || pack.name.size() > 80)
        problems.add(u"$.name"_s, u"A name has 1 to 80 characters."_s);
    if (!hasPlainLetters(pack.name) || readAs(pack.name).isEmpty()) {
        problems.add(u"$.name"_s,
                     u"A name is written in plain Latin letters, or in Chinese, Japanese or Korean "
                     u"ones apart from them; others only look alike. Type it anew."_s);
    }
    if (!isMonogram(pack.monogram))
        problems.add(u"$.monogram"_s, u"A monogram has one or two letters."_s);
    if (pack.sources.isEmpty())
        problems.add(u"$.sources"_s, u"A pack names at least one source."_s);
    if (!pack.checked.isValid())
        problems.add(u"$.checked"_s, u"This must be a date such as 2026-01-31."_s);
    // Before there was such a sign-in.
    else if (pack.checked.year() < 2000)
        problems.add(u"$.checked"_s, u"Nobody looked at this so long ago."_s);
    // East of here it may be tomorrow already.
    else if (today.isValid() && pack.checked > today.addDays(1))
        problems.add(u"$.checked"_s, u"This day is still to come."_s);
    if (pack.authMethods.isEmpty())
        problems.add(u"$.auth_methods"_s, u"A pack needs at least one way of connecting."_s);
    checkLink(problems, u"$.status_page"_s, pack.statusPage);
    checkLink(problems, u"$.documentation"_s, pack.documentation);
    checkLink(problems, u"$.revocation.manage_url"_s, pack.revocation.manageUrl);
    checkSupport(problems, pack);
}

} // namespace relink
