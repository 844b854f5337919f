// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/packs.h"
#include "sandbox/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

//! There is nothing to tidy up, and an immediate end is safe in a signal handler too.
void endAtOnce(int)
{
    std::_Exit(0);
}

//! Ends the process when whoever started it closes its standard input, however that one ended.
void endWithStandardInput()
{
    std::thread([] {
        while (std::getchar() != EOF) {}
        std::_Exit(0);
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"relink-sandbox"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays the providers that Relink connects to, on this computer alone."_s);
    parser.addHelpOption();
    const QCommandLineOption portOption(u"port"_s, u"Port to listen on; any free one without it."_s,
                                        u"N"_s, u"0"_s);
    const QCommandLineOption packsOption(u"packs"_s, u"Folder with further provider packs."_s,
                                         u"FOLDER"_s);
    const QCommandLineOption stdinOption(u"exit-with-stdin"_s,
                                         u"End when standard input is closed."_s);
    parser.addOptions({portOption, packsOption, stdinOption});
    parser.process(application);

    bool isNumber = false;
    const quint16 port = parser.value(portOption).toUShort(&isNumber);
    if (!isNumber || !parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr,
                     "usage: relink-sandbox [--port N] [--packs FOLDER] [--exit-with-stdin]\n");
        return 2;
    }
    const relink::sandbox::LoadedPacks loaded
        = relink::sandbox::loadPacks(parser.value(packsOption));
    for (const QString &problem : loaded.problems)
        std::fprintf(stderr, "%s\n", qPrintable(problem));

    relink::sandbox::Sandbox sandbox(loaded.packs);
    if (!sandbox.listen(port)) {
        std::fprintf(stderr, "Cannot listen on port %u: %s\n", unsigned(port),
                     qPrintable(sandbox.errorString()));
        return 3;
    }
    std::signal(SIGTERM, endAtOnce);
    std::signal(SIGINT, endAtOnce);
    if (parser.isSet(stdinOption))
        endWithStandardInput();
    std::printf("Sandbox: %s\n", qPrintable(sandbox.origin()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
