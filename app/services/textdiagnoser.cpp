// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/textdiagnoser.h"

#include "core/rules/classifytext.h"
#include "core/rules/diagnosetext.h"
#include "core/rules/providermention.h"
#include "core/rules/redact.h"
#include "core/rules/requestlint.h"
#include "core/rules/textexcerpt.h"
#include "services/documentation.h"
#include "services/providercatalogue.h"

#include <QElapsedTimer>
#include <QTimer>

namespace relink {

namespace {

// Reading packs happens here, where the catalogue lives; longer than a frame nobody may wait.
constexpr int frameMilliseconds = 12;

bool tellsNothing(const TextDiagnosis &reading)
{
    return !reading.httpStatus
        && (reading.diagnosis.errorClass == ErrorClass::NotAnError
            || reading.diagnosis.errorClass == ErrorClass::Unknown);
}

//! The text without its unsafe requests, all else in its place.
QString aroundRequests(const QString &text, const TextFindings &findings)
{
    QString around = text;
    const auto blank = [&around](const TextPassage &passage) {
        around.replace(passage.start, passage.length, QString(passage.length, u' '));
    };
    for (const RequestFinding &finding : findings.lint.findings)
        blank(lineOf(text, finding.line));
    for (const TextPassage &passage : findings.answer.reading.passages) {
        if (text.mid(passage.start, 1) == u'?' || text.mid(passage.start, 1) == u'&')
            blank(passage); // of an address that goes over several lines
    }
    return around;
}

bool isOnlyRequest(const QString &text, const TextFindings &findings,
                   const QList<const ProviderPack *> &packs, const ProviderPack *chosen)
{
    const TextDiagnosis &reading = findings.answer.reading;
    if (!findings.lint.hasRequest || findings.lint.findings.isEmpty() || reading.httpStatus)
        return false;
    // A provider that refuses such requests knows them; that alone is no complaint.
    if (reading.diagnosis.errorClass == ErrorClass::DeprecatedMethod)
        return tellsNothing(classifyText(aroundRequests(text, findings), packs, chosen));
    return tellsNothing(reading);
}

} // namespace

TextFindings findingsOf(const TextQuestion &question,
                        const QList<std::shared_ptr<const ProviderPack>> &packs)
{
    QList<const ProviderPack *> known;
    const ProviderPack *chosen = nullptr;
    const ProviderPack *via = nullptr;
    for (const auto &pack : packs) {
        known += pack.get();
        if (!question.provider.isEmpty() && pack->id == question.provider)
            chosen = pack.get();
        if (!question.via.isEmpty() && pack->id == question.via)
            via = pack.get();
    }
    TextFindings findings;
    findings.answer = diagnoseText(question.text, known, documentation(), chosen, via);
    findings.lint = lintRequest(question.text, known);
    findings.isOnlyRequest = isOnlyRequest(question.text, findings, known, chosen);
    if (chosen) {
        const auto mention = providerNamedIn(ErrorText(question.text), known);
        if (mention && mention->provider != chosen->id && mention->provider != question.via)
            findings.named = mention->provider;
    }
    const RedactedText redacted(question.text);
    findings.masked = redacted.text();
    for (const TextPassage &passage : std::as_const(findings.answer.reading.passages))
        findings.decided += redacted.placeOf(passage);
    for (const RequestFinding &finding : std::as_const(findings.lint.findings))
        findings.flawed += redacted.placeOf(lineOf(question.text, finding.line));
    return findings;
}

TextDiagnoser::TextDiagnoser(const ProviderCatalogue &catalogue, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
    // What the rules keep for their thread is worth keeping.
    m_pool.setExpiryTimeout(-1);
}

TextDiagnoser::~TextDiagnoser()
{
    m_pool.waitForDone();
}

void TextDiagnoser::ask(const TextQuestion &question)
{
    ++m_number;
    m_waiting = question;
    proceed();
}

void TextDiagnoser::drop()
{
    ++m_number;
    m_waiting.reset();
}

void TextDiagnoser::forget()
{
    drop();
    m_packs.clear();
    m_unread.clear();
}

void TextDiagnoser::proceed()
{
    if (m_running || m_proceeding || !m_waiting)
        return;
    if (loadPacks()) {
        const TextQuestion question = std::move(*m_waiting);
        m_waiting.reset();
        read(question);
        return;
    }
    m_proceeding = true;
    QTimer::singleShot(0, this, [this] {
        m_proceeding = false;
        proceed();
    });
}

bool TextDiagnoser::loadPacks()
{
    if (m_packs.isEmpty() && m_unread.isEmpty())
        m_unread = m_catalogue.ids();
    QElapsedTimer spent;
    spent.start();
    while (!m_unread.isEmpty() && spent.elapsed() < frameMilliseconds) {
        if (auto pack = m_catalogue.pack(m_unread.takeFirst()))
            m_packs += std::move(pack);
    }
    return m_unread.isEmpty();
}

void TextDiagnoser::read(TextQuestion question)
{
    m_running = true;
    m_pool.start([this, question = std::move(question), packs = m_packs, number = m_number] {
        TextFindings findings = findingsOf(question, packs);
        QMetaObject::invokeMethod(
            this, [this, findings = std::move(findings), number] { take(findings, number); },
            Qt::QueuedConnection);
    });
}

void TextDiagnoser::take(const TextFindings &findings, quint64 number)
{
    m_running = false;
    if (number == m_number)
        Q_EMIT answered(findings);
    proceed();
}

} // namespace relink
