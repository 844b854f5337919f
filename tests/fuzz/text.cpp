// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/rules/maskedpassage.h"
#include "core/rules/redact.h"
#include "fuzz/target.h"
#include "support/diagnosecorpus.h"

#include <algorithm>

namespace relink::fuzz {

namespace {

using namespace Qt::StringLiterals;

bool isShare(double value)
{
    return value >= 0 && value <= 1;
}

void judge(const QString &text, const TextDiagnosis &reading)
{
    const Diagnosis &diagnosis = reading.diagnosis;
    require(allErrorClasses().contains(diagnosis.errorClass), "a class of the closed list");
    require(isShare(diagnosis.confidence), "a confidence from 0 to 1");
    require(isShare(reading.providerConfidence), "the provider's confidence from 0 to 1");
    require(!diagnosis.rule.isEmpty(), "some rule decided");
    require(reading.provider.isEmpty() == (reading.providerConfidence <= 0),
            "a provider and its confidence come together");
    require(reading.provider.isEmpty() || test::packNamed(reading.provider), "a known provider");
    require(!reading.httpStatus || (*reading.httpStatus >= 100 && *reading.httpStatus <= 599),
            "an HTTP status");
    for (const Alternative &alternative : diagnosis.alternatives)
        require(allErrorClasses().contains(alternative.errorClass), "an alternative of the list");
    for (const TextPassage &passage : reading.passages) {
        require(passage.start >= 0 && passage.length > 0
                    && passage.start + passage.length <= text.size(),
                "a passage lies within the text");
    }
}

//! With a secret beside whatever decides.
void readSecret(const QString &text, qsizetype cut)
{
    const QString canary = u"Zq7Kx9-CANARY.4Wd2"_s;
    if (text.contains("CANARY"_L1, Qt::CaseInsensitive))
        return;
    const QString around = text.left(cut) % u"\n{\"error\":\"invalid_grant\",\"refresh_token\":\""
        % canary % u"\",\"code\":\"" % canary % u"\"}\n" % text.mid(cut);
    const TextAnswer answer = diagnoseText(around, test::allPacks(), test::shippedDocumentation());
    const QString shown = answer.passages.join(u'\n') % answer.reading.providerCode;
    require(!shown.contains("CANARY"_L1, Qt::CaseInsensitive), "no secret is told");
}

} // namespace

//! Everything that `relink diagnose` makes of a text, with and without a named provider.
void read(const QByteArray &input)
{
    const QString text = QString::fromUtf8(input);
    const QList<const ProviderPack *> &packs = test::allPacks();
    require(packs.size() > 50 && !test::shippedDocumentation().rows.isEmpty(), "packs are there");
    const ProviderPack *some = packs.at(choice(input, packs.size()));
    const bool chosen = choice(input, 5) == 1;
    const bool via = choice(input, 5) == 2;
    const auto answered = [&] {
        return diagnoseText(text, packs, test::shippedDocumentation(), chosen ? some : nullptr,
                            via ? some : nullptr);
    };
    const TextAnswer answer = answered();
    judge(text, answer.reading);
    require(!chosen || answer.reading.provider == some->id, "the chosen provider is taken");
    for (const DocumentedRow &step : answer.steps)
        require(test::shippedDocumentation().rows.contains(step.id), "a documented step");
    for (const QString &passage : answer.passages) {
        require(!passage.isEmpty() && !passage.contains(QChar(0xFDD0))
                    && !passage.contains(QChar(0xFDD1)),
                "a passage without marks of ours");
    }
    require(!isHidden(text, answer.reading.providerCode), "no code that has to be hidden");
    if (choice(input, 4) == 0)
        require(answered() == answer, "the same answer twice");
    if (choice(input, 4) == 1)
        readSecret(text, choice(input, text.size() + 1));
}

} // namespace relink::fuzz
