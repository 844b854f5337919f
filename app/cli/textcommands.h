// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"

#include <QObject>
#include <QTimer>

namespace relink {
class ProviderCatalogue;
struct ProviderPack;
} // namespace relink

namespace relink::cli {

class Terminal;

//! The commands that judge a pasted text: `diagnose` and `lint-request`. They need the packs and
//! nothing else, and keep nothing of the text.
class TextCommands : public QObject
{
    Q_OBJECT
public:
    TextCommands(CommandLine line, ProviderCatalogue &catalogue, Terminal &terminal,
                 QObject *parent = nullptr);

    static bool include(const QString &command);

    //! Starts the command and the clock of --timeout.
    void start();
    //! Ctrl-C.
    void cancel();

Q_SIGNALS:
    //! Once.
    void finished(int exitCode);

private:
    void judge(const QByteArray &bytes);
    void diagnose(const QString &text);
    void lint(const QString &text);
    QList<std::shared_ptr<const ProviderPack>> packs() const;
    //! Of --provider; null without, and for an unknown one.
    std::shared_ptr<const ProviderPack> chosen() const;
    void failUsage(const QString &message);
    void abort(const QString &message);
    void end(int exitCode);

    CommandLine m_line;
    ProviderCatalogue &m_catalogue;
    Terminal &m_terminal;
    QTimer m_deadline;
    bool m_over = false;
};

} // namespace relink::cli
