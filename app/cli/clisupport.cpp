// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cli.h"

#include "core/ports/clock.h"
#include "core/ports/packetwriter.h"
#include "core/rules/plaintext.h"
#include "core/rules/supportpacket.h"
#include "services/futures.h"
#include "words/supportfiles.h"
#include "words/translate.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace relink::cli {

using namespace Qt::StringLiterals;
using words::translate;

void Cli::support()
{
    const auto connection = named(m_line.arguments.first());
    if (!connection)
        return;
    whenDone(m_manager.supportFacts(connection->id), this,
             [this](const Result<SupportFacts> &facts) {
                 if (m_over)
                     return;
                 if (!facts)
                     return fail(facts.error(), {});
                 saveSupport(*facts);
             });
}

void Cli::saveSupport(const SupportFacts &facts)
{
    const QString file = m_line.value(u"output"_s).value_or(QString());
    SupportWishes wishes;
    wishes.doing = m_line.value(u"doing"_s).value_or(QString());
    wishes.names = m_line.has(u"names"_s);
    wishes.now = m_clock.now();
    wishes.timeZone = QTimeZone::systemTimeZoneId();
    const SupportPacket packet = makeSupportPacket(facts, wishes);
    const Result<Done> saved = m_packets.write(file, words::supportFiles(packet, {}), wishes.now,
                                               m_line.has(u"force"_s));
    if (!saved && saved.error().is(code::invalidInput)) {
        return failUsage(
            m_line.has(u"force"_s)
                ? translate("CommandLine", "%1 is a link or no plain file. Nothing was written.")
                      .arg(plainText(file))
                : translate("CommandLine",
                            "There is already a file %1. Nothing was written. --force "
                            "replaces it.")
                      .arg(plainText(file)));
    }
    if (!saved)
        return fail(saved.error(), {});
    const int replaced = int(packet.hidden.size());
    if (m_line.json) {
        const QJsonObject shape {{u"schema"_s, 1},
                                 {u"file"_s, file},
                                 {u"replaced"_s, replaced},
                                 {u"names"_s, packet.names},
                                 {u"pictures"_s, 0}};
        m_terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
        return end(ExitDone);
    }
    m_terminal.outLine(
        translate("CommandLine", "The support packet was written to %1.").arg(plainText(file)));
    if (replaced == 1)
        m_terminal.outLine(
            translate("CommandLine", "One value in it was replaced; support.txt names it."));
    else if (replaced > 1)
        m_terminal.outLine(translate("CommandLine",
                                     "%n values in it were replaced; support.txt names them.",
                                     nullptr, replaced));
    m_terminal.outLine(translate("CommandLine",
                                 "It has no picture: those are made in the window, with “Support "
                                 "packet…”."));
    end(ExitDone);
}

} // namespace relink::cli
