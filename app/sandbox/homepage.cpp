// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/homepage.h"

#include "sandbox/html.h"
#include "sandbox/practice.h"
#include "sandbox/practiceinputs.h"

#include <QMap>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString valueItem(const QString &label, const QString &value)
{
    // A private key has lines.
    const QString tag = value.contains(u'\n') ? u"pre"_s : u"code"_s;
    return u"<li>%1: <%2>%3</%2></li>\n"_s.arg(
        escaped(label), tag, escaped(value.trimmed()).replace(u"[U+000A]"_s, u"\n"_s));
}

//! What to type into Relink for one way of connecting.
QString typeIn(World &world, const ProviderPack &pack, const AuthMethod &method)
{
    QString items;
    const QMap<QString, QString> values
        = practiceInputs(world, pack, method, Environment::Production);
    for (const InputField &field : method.inputs) {
        if (!values.contains(field.key))
            continue;
        const QString value = values.value(field.key);
        const QString words = field.choiceLabels.value(value);
        items += words.isEmpty() ? valueItem(field.label, value)
                                 : u"<li>%1: %2 (<code>%3</code>)</li>\n"_s.arg(
                                     escaped(field.label), escaped(words), escaped(value));
    }
    const InputField *key
        = method.kind == AuthKind::ApiKey ? inputOf(method, method.keyInput) : nullptr;
    if (key && pack.hasTestEnvironment && fits(key, QLatin1StringView(testKey)))
        items += valueItem(key->label + u" in Test Mode"_s, QLatin1StringView(testKey));
    if (items.isEmpty())
        items = u"<li>nothing to type in</li>\n"_s;
    return u"<p class=\"soft\">In Relink, for “%1”:</p>\n<ul>\n%2</ul>\n"_s.arg(
        escaped(method.label), items);
}

QString faultButtons(const QList<FaultKind> &active)
{
    QString buttons;
    for (const FaultKind kind : allFaultKinds()) {
        // A redirect needs an address, which only a program has.
        if (kind == FaultKind::Redirect)
            continue;
        const bool on = active.contains(kind);
        buttons += u"<button type=\"submit\" name=\"fault\" value=\"%1\"%2>%3</button>\n"_s.arg(
            toString(kind), on ? u" class=\"on\""_s : QString(),
            escaped(faultWords(kind)) + (on ? u" (set)"_s : QString()));
    }
    return buttons;
}

//! What another product holds is never called, so that nothing of it can break.
bool isCalled(const ProviderPack &pack)
{
    return std::any_of(pack.authMethods.begin(), pack.authMethods.end(),
                       [](const AuthMethod &m) { return m.kind != AuthKind::Delegated; });
}

QString actions(const ProviderPack &pack, const QList<FaultKind> &active)
{
    if (!isCalled(pack)) {
        return u"<p>Relink never calls %1, which keeps the access itself: there is nothing to "
               "break here. Say in Relink whether it works.</p>\n"_s.arg(escaped(pack.name));
    }
    return u"<form method=\"post\" action=\"/_sandbox/faults\">\n"
           "<input type=\"hidden\" name=\"provider\" value=\"%1\">\n"
           "<div class=\"actions\">\n%3</div>\n</form>\n"
           "<form method=\"post\" action=\"/_sandbox/restore\">\n"
           "<input type=\"hidden\" name=\"provider\" value=\"%1\">\n"
           "<div class=\"actions\"><button class=\"go\" type=\"submit\">Put %2 right again</button>"
           "</div>\n</form>\n"_s.arg(escaped(pack.id), escaped(pack.name), faultButtons(active));
}

QString providerSection(World &world, const ProviderPack &pack)
{
    QList<FaultKind> active;
    QStringList words;
    const QList<Fault> faults = world.faults.list();
    for (const Fault &fault : faults) {
        if (fault.provider != pack.id)
            continue;
        active.append(fault.kind);
        words.append(faultWords(fault.kind));
    }
    QString ways;
    for (const AuthMethod &method : pack.authMethods)
        ways += typeIn(world, pack, method);
    const QString state = words.isEmpty()
        ? QString()
        : u" <strong class=\"broken\">broken: %1</strong>"_s.arg(escaped(words.join(u", "_s)));
    return u"<details id=\"provider-%1\"%6>\n<summary>%2%5</summary>\n%3%4</details>\n"_s.arg(
        escaped(pack.id), escaped(pack.name), ways, actions(pack, active), state,
        active.isEmpty() ? QString() : u" open"_s);
}

QString heading(const QString &category)
{
    if (category == "pos"_L1)
        return u"Point of sale"_s;
    if (category == "commerce"_L1)
        return u"Online shop"_s;
    return category.left(1).toUpper() + category.mid(1);
}

} // namespace

http::Response homePage(World &world)
{
    QMap<QString, QString> byCategory;
    for (const ProviderPack &pack : std::as_const(world.packs))
        byCategory[pack.category] += providerSection(world, pack);
    QString links;
    QString sections;
    for (auto it = byCategory.begin(); it != byCategory.end(); ++it) {
        const QString id = escaped(it.key());
        const QString title = escaped(heading(it.key()));
        links += u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(id, title);
        sections
            += u"<section aria-labelledby=\"%1\">\n<h2 id=\"%1\">%2</h2>\n%3</section>\n"_s.arg(
                id, title, it.value());
    }
    return pageAnswer(
        200, u"Practice providers"_s,
        u"<main class=\"wide\">\n<h1>Practice providers</h1>\n<p>These play the services that "
        "Relink connects to. Break one, watch its light in Relink, and bring it back.</p>\n<p>Open "
        "a name to see what to type into Relink and what can be broken. A key or a password that "
        "you ended here stays dead, as at the real provider. What is named works now.</p>\n"
        "<nav aria-label=\"Kinds\">\n<ul class=\"line\">\n%1</ul>\n</nav>\n%2</main>"_s.arg(
            links, sections));
}

} // namespace relink::sandbox
