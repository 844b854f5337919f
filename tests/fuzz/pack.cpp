// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsepack.h"

#include "core/rules/classifytext.h"
#include "core/rules/connectionexport.h"
#include "core/rules/credentiallint.h"
#include "core/rules/inputs.h"
#include "core/rules/parsedocumentation.h"
#include "core/rules/parserecipe.h"
#include "core/rules/pemtext.h"
#include "core/rules/privatekeylint.h"
#include "core/rules/resolve.h"
#include "core/rules/strictjson.h"
#include "fuzz/target.h"

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

//! A pack that the checks let through, used: whatever is entered, secrets go to https alone.
void use(const ProviderPack &pack)
{
    const QString entered[] {u"shop"_s, u"a.b/../?x#@:"_s, u"https://evil.example/"_s, {}};
    for (const AuthMethod &method : pack.authMethods) {
        for (const QString &value : entered) {
            Connection connection;
            connection.provider = pack.id;
            connection.authMethod = method.id;
            for (const InputField &field : method.inputs) {
                if (!field.secret)
                    connection.inputs.insert(field.key, value);
            }
            const auto resolved = resolveProvider(pack, connection);
            if (!resolved)
                continue;
            for (const QString &origin : resolved->origins) {
                require(origin.startsWith("https://"_L1)
                            || (pack.loopbackHttpAllowed && origin.startsWith("http://"_L1)),
                        "secrets go to https alone");
            }
        }
    }
    const QString pasted
        = u"HTTP/1.1 401 Unauthorized\n{\"error\":\"invalid_grant\",\"code\":12}"_s;
    const TextDiagnosis reading = classifyText(pasted, {&pack}, &pack);
    require(reading.provider == pack.id, "the chosen provider is taken");
}

void judge(const QList<PackProblem> &problems)
{
    require(!problems.isEmpty(), "a refusal says why");
    for (const PackProblem &problem : problems)
        require(!problem.path.isEmpty() && !problem.reason.isEmpty(), "where, and what");
}

} // namespace

//! The files that people bring: packs, lists of connections, keys.
void read(const QByteArray &input)
{
    const QDate today(2026, 6, 1);
    const auto pack = parseProviderPack(input, false, today);
    if (pack) {
        require(isPackId(pack->id) && !pack->builtIn, "a pack has an id");
        require(!strictJsonProblem(input, packMaximumDepth), "a pack is JSON by the letter");
        require(!pack->authMethods.isEmpty(), "a pack has a way in");
        require(parseProviderPack(input, false, today).ok(), "the same twice");
        use(*pack);
    } else {
        judge(pack.error());
    }
    const auto list = parseConnectionExport(input);
    if (list) {
        const auto again = parseConnectionExport(toJson(*list));
        require(again && *again == *list, "what is written is read");
    } else {
        judge(list.error());
    }
    readShippedPack(input);
    const auto recipe = parseRecipe(input);
    require(recipe || !recipe.error().description.isEmpty(), "a recipe, or what is wrong");
    for (const QString &name : {u"steps.json"_s, u"explanations.json"_s, u"article.json"_s}) {
        const auto documentation = parseDocumentation({{name, input}});
        require(documentation || !documentation.error().description.isEmpty(),
                "documentation, or what is wrong");
    }
    const QString text = QString::fromUtf8(input);
    const QList<CredentialFinding> findings = lintCredential(text);
    qsizetype end = 0;
    for (const CredentialFinding &finding : findings) {
        require(finding.position >= end && finding.length > 0
                    && finding.position + finding.length <= text.size(),
                "findings in order, within the text");
        end = finding.position + finding.length;
    }
    const QString clean = cleaned(text, findings);
    require(clean.size() <= text.size(), "cleaning only takes away");
    lintPrivateKey(text);
    require(pemText(input).size() <= input.size() + 1, "a key is found, not made");
}

} // namespace relink::fuzz
