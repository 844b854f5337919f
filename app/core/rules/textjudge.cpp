// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/textjudge.h"

#include "core/rules/errortext.h"
#include "core/rules/textpattern.h"

namespace relink {

namespace {

std::optional<TextSpan> find(const char *pattern, const ErrorText &text)
{
    return findPattern(pattern, text.text(), text.pieces());
}

//! What a pack says of one of its codes, be it met or pasted.
template <typename PackRule>
void takeOver(const PackRule &rule, Diagnosis &diagnosis)
{
    diagnosis.errorClass = rule.errorClass;
    diagnosis.cause = rule.cause;
    diagnosis.confidence = 0.92;
    diagnosis.rule = rule.id;
    diagnosis.source = rule.source;
    diagnosis.alternatives = rule.alternatives;
}

} // namespace

void TextJudge::read(std::span<const TextRule> rules)
{
    for (const TextRule &rule : rules) {
        // Patterns are compiled when they are first asked: none for a third opinion.
        if (m_decided && m_result.diagnosis.alternatives.size() >= 2)
            return;
        read(rule);
    }
}

void TextJudge::read(const TextRule &rule)
{
    if (rule.status != 0 && m_text.status() != rule.status)
        return;
    const auto found = find(rule.pattern, m_text);
    if (!found || (rule.unless && find(rule.unless, m_text)))
        return;
    if (m_decided) {
        add(rule.errorClass, rule.alternatives.front().why);
        return;
    }
    Diagnosis &diagnosis = m_result.diagnosis;
    diagnosis.errorClass = rule.errorClass;
    diagnosis.cause = QString::fromLatin1(rule.cause);
    diagnosis.confidence = rule.confidence;
    diagnosis.rule = QString::fromLatin1(rule.id);
    diagnosis.source = QString::fromLatin1(rule.source);
    decide(found->start, found->length);
    for (const TextRule::Reading &reading : rule.alternatives) {
        if (reading.errorClass != ErrorClass::Unknown)
            add(reading.errorClass, reading.why);
    }
}

void TextJudge::read(const PastedCode &code)
{
    if (code.status && m_text.status() && !m_text.statuses().contains(*code.status))
        return;
    if (!mayMatch(code.pattern.pattern(), m_text.pieces()))
        return;
    const QRegularExpressionMatch match = code.pattern.match(m_text.text());
    if (!match.hasMatch())
        return;
    if (m_decided) {
        add(code.errorClass, nullptr);
        return;
    }
    takeOver(code, m_result.diagnosis);
    decide(match.capturedStart(), match.capturedLength());
}

void TextJudge::read(const ErrorRule &rule, const TextMatch &match)
{
    if (m_decided) {
        add(rule.errorClass, nullptr);
        return;
    }
    takeOver(rule, m_result.diagnosis);
    m_result.providerCode = match.code;
    decide(match.start, match.length);
}

void TextJudge::read(const ClauseReading &reading)
{
    const ClauseRule &rule = *reading.rule;
    if (m_decided) {
        add(rule.errorClass, nullptr);
        return;
    }
    Diagnosis &diagnosis = m_result.diagnosis;
    diagnosis.errorClass = rule.errorClass;
    diagnosis.confidence = rule.confidence;
    diagnosis.rule = QString::fromLatin1(rule.id);
    diagnosis.source = QString::fromLatin1(rule.source);
    decide(reading.start, reading.length);
    for (const ErrorClass other : rule.alternatives)
        add(other, nullptr);
}

void TextJudge::decide(qsizetype start, qsizetype length)
{
    m_decided = true;
    const TextPassage passage = m_text.passage(start, length);
    if (passage.length > 0)
        m_result.passages.append(passage);
}

void TextJudge::add(ErrorClass errorClass, const char *why)
{
    Diagnosis &diagnosis = m_result.diagnosis;
    if (errorClass == diagnosis.errorClass || diagnosis.alternatives.size() >= 4
        || errorClass == ErrorClass::Unknown) {
        return;
    }
    for (const Alternative &known : diagnosis.alternatives) {
        if (known.errorClass == errorClass)
            return;
    }
    diagnosis.alternatives.append({errorClass, QString::fromLatin1(why)});
}

} // namespace relink
