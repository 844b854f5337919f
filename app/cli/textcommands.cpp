// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/textcommands.h"

#include "cli/cataloguecommands.h"
#include "cli/cli.h"
#include "cli/textinput.h"
#include "cli/textshapes.h"
#include "core/rules/diagnosetext.h"
#include "core/rules/helptopics.h"
#include "core/rules/requestlint.h"
#include "services/documentation.h"
#include "services/providercatalogue.h"
#include "words/answerwords.h"
#include "words/translate.h"

#include <QJsonDocument>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

TextCommands::TextCommands(CommandLine line, ProviderCatalogue &catalogue, Terminal &terminal,
                           QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_catalogue(catalogue)
    , m_terminal(terminal)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { abort(translate("CommandLine", "The time given with --timeout is up.")); });
}

bool TextCommands::include(const QString &command)
{
    return command == "diagnose"_L1 || command == "lint-request"_L1;
}

void TextCommands::start()
{
    m_deadline.start(std::chrono::duration_cast<std::chrono::milliseconds>(m_line.timeout));
    if (const auto provider = m_line.value(u"provider"_s); provider && !chosen())
        return failUsage(noSuchProvider(*provider));
    const QString file = m_line.arguments.value(0, u"-"_s);
    if (file != "-"_L1) {
        const auto bytes = readTextFile(file);
        return bytes ? judge(*bytes) : failUsage(bytes.error());
    }
    if (m_terminal.isInteractive() && !m_line.json) {
        m_terminal.errLine(translate("CommandLine", "Paste the text, press Enter, then Ctrl+D."));
    }
    m_terminal.readAll(longestText, [this](const QByteArray &bytes) { judge(bytes); });
}

void TextCommands::cancel()
{
    abort(translate("CommandLine", "Cancelled."));
}

void TextCommands::judge(const QByteArray &bytes)
{
    if (m_over)
        return;
    if (bytes.size() > longestText) {
        return failUsage(translate("CommandLine",
                                   "This is more than 4 MiB. Take the part that tells of the "
                                   "failure."));
    }
    const QString text = textOf(bytes);
    if (text.contains(QChar(QChar::Null))) {
        return failUsage(translate("CommandLine",
                                   "This holds no text. Relink reads text only; from a picture or "
                                   "a document, copy the words."));
    }
    if (text.trimmed().isEmpty())
        return failUsage(translate("CommandLine", "There is nothing to read: the text is empty."));
    if (m_line.command == "diagnose"_L1)
        diagnose(text);
    else
        lint(text);
}

QList<std::shared_ptr<const ProviderPack>> TextCommands::packs() const
{
    QList<std::shared_ptr<const ProviderPack>> packs;
    for (const QString &id : m_catalogue.ids()) {
        if (auto pack = m_catalogue.pack(id))
            packs += std::move(pack);
    }
    return packs;
}

std::shared_ptr<const ProviderPack> TextCommands::chosen() const
{
    // Ids are lower case.
    return m_catalogue.pack(m_line.value(u"provider"_s).value_or(QString()).toLower());
}

void TextCommands::diagnose(const QString &text)
{
    const auto known = packs();
    QList<const ProviderPack *> pointers;
    for (const auto &pack : known)
        pointers += pack.get();
    const auto named = chosen();
    const TextAnswer answer = diagnoseText(text, pointers, documentation(), named.get());
    const auto face = m_catalogue.face(answer.reading.provider);
    const QString name = face ? face->name : QString();
    if (m_line.json) {
        m_terminal.out(QJsonDocument(diagnoseShape(answer, name)).toJson(QJsonDocument::Compact)
                       + '\n');
    } else {
        for (const QString &line :
             words::textAnswerLines(answer, documentation(), name, named != nullptr)
                 + words::helpLines(helpFor(answer.reading, documentation())))
            m_terminal.outLine(line);
    }
    end(ExitDone);
}

void TextCommands::lint(const QString &text)
{
    const auto known = packs();
    QList<const ProviderPack *> pointers;
    for (const auto &pack : known)
        pointers += pack.get();
    const RequestLint lint = lintRequest(text, pointers);
    if (m_line.json) {
        m_terminal.out(QJsonDocument(requestLintShape(lint)).toJson(QJsonDocument::Compact) + '\n');
    } else {
        for (const QString &line : words::requestLintLines(lint))
            m_terminal.outLine(line);
    }
    end(ExitDone);
}

void TextCommands::failUsage(const QString &message)
{
    Cli::tell(m_terminal, {message, usageOf(m_line.command), m_line.json});
    end(ExitUsage);
}

void TextCommands::abort(const QString &message)
{
    if (m_over)
        return;
    if (m_line.json) {
        const QJsonObject shape = failureShape(toString(ErrorClass::NotAnError), message,
                                               toString(RecommendedAction::None));
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
    } else {
        m_terminal.errLine(u"relink: "_s % message);
    }
    end(ExitCancelled);
}

void TextCommands::end(int exitCode)
{
    m_over = true;
    m_deadline.stop();
    m_terminal.stopReading();
    Q_EMIT finished(Cli::afterWriting(m_terminal, exitCode));
}

} // namespace relink::cli
