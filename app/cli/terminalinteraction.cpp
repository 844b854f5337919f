// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminalinteraction.h"

#include "cli/terminal.h"
#include "cli/yesorno.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "words/translate.h"
#include "words/words.h"

#include <QPromise>

#include <memory>
#include <utility>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

template <typename T>
struct Answer
{
    std::shared_ptr<QPromise<T>> promise = std::make_shared<QPromise<T>>();
    Answer() { promise->start(); }
    void give(T value) const
    {
        promise->addResult(std::move(value));
        promise->finish();
    }
};

QString described(const Organisation &organisation, const QString &identity)
{
    QStringList parts;
    if (!organisation.name.isEmpty())
        parts += plainText(organisation.name, 80);
    if (!identity.isEmpty())
        parts += plainText(identity, 80);
    if (parts.isEmpty() && !organisation.id.isEmpty())
        parts += plainText(organisation.id, 80);
    return parts.isEmpty() ? translate("CommandLine", "unknown") : parts.join(u", "_s);
}

} // namespace

TerminalInteraction::TerminalInteraction(ConnectionManager &manager, Terminal &terminal,
                                         bool printsAddress, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_terminal(terminal)
    , m_printsAddress(printsAddress)
{}

void TerminalInteraction::waitingForBrowser(const PendingAuthorization &pending, bool opened)
{
    m_attempt = pending.attempt;
    const QString address = QString::fromLatin1(pending.url.toEncoded());
    if (!opened) {
        m_terminal.errLine(
            translate("CommandLine", "No browser could be started. Open this address yourself:"));
        m_terminal.errLine(u"Open: "_s % address);
    } else if (!m_printsAddress) {
        m_terminal.errLine(translate("CommandLine",
                                     "Waiting for you in the browser. If no page opened, open this "
                                     "address: %1")
                               .arg(address));
    }
    if (!pending.userCode.isEmpty()) {
        // The address may be opened on any device; scripts look for the line below.
        m_terminal.errLine(translate("CommandLine",
                                     "Enter this code there, if the page does not show it already, "
                                     "and allow the access. Relink waits for it."));
        m_terminal.errLine(u"Code: "_s % plainText(pending.userCode, 40));
    }
    if (pending.redirectMode == RedirectMode::Paste) {
        m_terminal.errLine(translate("CommandLine",
                                     "Allow the access there. Then copy the whole address of the "
                                     "page you arrive at, or the code it shows, paste it here and "
                                     "press Enter:"));
        readPastedRedirect();
    }
}

void TerminalInteraction::readPastedRedirect()
{
    // What is pasted holds a code; it need not stay on the screen.
    m_terminal.readLine(Terminal::Echo::Off, [this](const std::optional<QByteArray> &line) {
        if (!m_attempt)
            return;
        if (!line) {
            m_terminal.errLine(translate("CommandLine", "Nothing more to read."));
            m_manager.cancelAuthorization(*m_attempt);
            return;
        }
        const QString text = QString::fromUtf8(*line).trimmed();
        if (text.isEmpty())
            return readPastedRedirect();
        const Result<Done> taken = m_manager.submitRedirect(*m_attempt, text);
        if (!taken) {
            m_terminal.errLine(words::failure(taken.error(), m_providerName));
            readPastedRedirect();
        }
    });
}

void TerminalInteraction::browserReturned()
{
    m_returned = std::exchange(m_attempt, std::nullopt);
    m_terminal.stopReading();
    m_terminal.errLine(translate("CommandLine", "The answer has arrived. Checking it…"));
}

bool TerminalInteraction::codeRefused(const AuthError &)
{
    if (!m_terminal.isInteractive() || !m_returned)
        return false;
    m_attempt = m_returned;
    m_terminal.errLine(translate("CommandLine",
                                 "%1 refused that code. Paste the whole address of the page you "
                                 "arrived at, or another code, and press Enter:")
                           .arg(plainText(m_providerName, 60)));
    readPastedRedirect();
    return true;
}

void TerminalInteraction::list(const QList<Organisation> &organisations)
{
    int number = 0;
    for (const Organisation &organisation : organisations) {
        m_terminal.errLine(u"  %1. %2 (%3)"_s.arg(
            QString::number(++number),
            organisation.name.isEmpty() ? u"–"_s : plainText(organisation.name, 80),
            plainText(organisation.id, 80)));
    }
}

QFuture<std::optional<Organisation>>
TerminalInteraction::chooseOrganisation(const QList<Organisation> &organisations)
{
    const Answer<std::optional<Organisation>> answer;
    const QFuture<std::optional<Organisation>> future = answer.promise->future();
    if (organisations.size() == 1) {
        answer.give(organisations.first());
        return future;
    }
    for (const Organisation &organisation : organisations) {
        if (!m_wanted.isEmpty() && organisation.id == m_wanted) {
            answer.give(organisation);
            return future;
        }
    }
    if (!m_terminal.isInteractive()) {
        m_couldNotChoose = true;
        m_terminal.errLine(translate("CommandLine",
                                     "Several organisations can be reached. Name one with --set "
                                     "organisation_id=ID:"));
        list(organisations);
        answer.give(std::nullopt);
        return future;
    }
    m_terminal.errLine(translate("CommandLine", "Which organisation is this connection for?"));
    list(organisations);
    const auto ask = std::make_shared<std::function<void()>>();
    *ask = [this, organisations, answer, weak = std::weak_ptr(ask)] {
        m_terminal.prompt(
            translate("CommandLine", "Number from 1 to %1: ").arg(organisations.size()));
        m_terminal.readLine(Terminal::Echo::On,
                            [this, organisations, answer,
                             again = weak.lock()](const std::optional<QByteArray> &line) {
                                if (!line)
                                    return answer.give(std::nullopt);
                                bool isNumber = false;
                                const int chosen = line->trimmed().toInt(&isNumber);
                                if (isNumber && chosen >= 1 && chosen <= organisations.size())
                                    return answer.give(organisations[chosen - 1]);
                                m_terminal.errLine(
                                    translate("CommandLine", "That is not one of the numbers."));
                                (*again)();
                            });
    };
    (*ask)();
    return future;
}

QFuture<bool> TerminalInteraction::acceptDifferentAccount(const Organisation &former,
                                                          const QString &formerIdentity,
                                                          const Organisation &now,
                                                          const QString &nowIdentity)
{
    const Answer<bool> answer;
    const QFuture<bool> future = answer.promise->future();
    m_terminal.errLine(
        translate("CommandLine", "Authorised before: %1").arg(described(former, formerIdentity)));
    m_terminal.errLine(
        translate("CommandLine", "Authorised now: %1").arg(described(now, nowIdentity)));
    if (!m_terminal.isInteractive()) {
        answer.give(false);
        return future;
    }
    askYesOrNo(m_terminal,
               translate("CommandLine",
                         "Take the new account instead? Type “yes” to take it; Enter keeps the "
                         "former: "),
               false, [answer](std::optional<bool> taken) { answer.give(taken.value_or(false)); });
    return future;
}

QFuture<bool> TerminalInteraction::acceptOtherThanBrought(const Organisation &brought,
                                                          const Organisation &now,
                                                          const QString &nowIdentity)
{
    const Answer<bool> answer;
    const QFuture<bool> future = answer.promise->future();
    if (!m_named.isEmpty() && now.id == m_named) {
        answer.give(true);
        return future;
    }
    m_terminal.errLine(translate("CommandLine", "Brought along: %1").arg(described(brought, {})));
    m_terminal.errLine(
        translate("CommandLine", "Authorised now: %1").arg(described(now, nowIdentity)));
    if (!m_terminal.isInteractive()) {
        if (!now.id.isEmpty()) {
            m_terminal.errLine(translate("CommandLine", "To take it, use “reauthorize” with %1.")
                                   .arg(u"--set organisation_id="_s % plainText(now.id, 80)));
        }
        answer.give(false);
        return future;
    }
    askYesOrNo(m_terminal,
               translate("CommandLine",
                         "Take this one for the connection? Type “yes” to take it; Enter keeps "
                         "nothing: "),
               false, [answer](std::optional<bool> taken) { answer.give(taken.value_or(false)); });
    return future;
}

} // namespace relink::cli
