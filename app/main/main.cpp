// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cataloguecommands.h"
#include "cli/cli.h"
#include "cli/printingbrowser.h"
#include "cli/textcommands.h"
#include "desktop/processhardening.h"
#include "main/compositionroot.h"
#include "main/doctorchecks.h"
#include "main/language.h"
#include "main/messagehandler.h"
#include "main/practiceprofile.h"
#include "main/practicesandbox.h"
#include "main/profile.h"
#include "main/terminationsignals.h"
#include "main/window.h"
#include "services/connectionmanager.h"
#include "words/translate.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#endif

namespace relink {

namespace {

using namespace Qt::StringLiterals;
using words::translate;

//! A standard stream that is closed would be given to the next file that is opened.
void openStandardStreams()
{
#ifndef Q_OS_WIN
    for (int stream = 0; stream <= 2; ++stream) {
        if (::fcntl(stream, F_GETFD) == -1)
            ::open("/dev/null", stream == 0 ? O_RDONLY : O_WRONLY);
    }
#endif
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

//! A failure from before the command runs.
int tellFailure(const AuthError &error, bool json)
{
    cli::Terminal terminal;
    const QString message = error.is("sandbox") ? error.description : words::failure(error, {});
    if (json) {
        const QJsonObject shape = cli::failureShape(toString(ErrorClass::Configuration), message,
                                                    toString(RecommendedAction::ContactSupport));
        terminal.out(QJsonDocument(shape).toJson(QJsonDocument::Compact) + '\n');
    } else {
        terminal.errLine(u"relink: "_s % message);
    }
    return cli::Cli::afterWriting(terminal,
                                  error.is(code::invalidInput) ? cli::ExitUsage : cli::ExitFailed);
}

//! The exit code of a command that waits for events.
template <typename Command>
int runToItsEnd(Command &command)
{
    QObject::connect(&command, &Command::finished, qApp,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    const TerminationSignals stop;
    QObject::connect(&stop, &TerminationSignals::requested, &command, &Command::cancel);
    QTimer::singleShot(0, &command, &Command::start);
    return QCoreApplication::exec();
}

int runCommand(const cli::CommandLine &line)
{
    std::unique_ptr<PracticeSandbox> ownSandbox;
    CompositionOptions options;
    if (line.practice) {
        const Result<QUrl> origin = practiceOrigin(line.sandbox, ownSandbox);
        if (!origin)
            return tellFailure(origin.error(), line.json);
        options.sandbox = *origin;
    }
    QString folder = line.profile;
    if (line.practice) {
        const Result<QString> practice = PracticeProfile::folderFor(line.profile);
        if (!practice)
            return tellFailure(practice.error(), line.json);
        folder = *practice;
    }
    const Result<Profile> profile = openProfile(folder);
    if (!profile)
        return tellFailure(profile.error(), line.json);
    if (cli::CatalogueCommands::include(line.command)) {
        ProviderCatalogue catalogue(profile->providersFolder, packTransform(options.sandbox));
        cli::Terminal terminal;
        return cli::Cli::afterWriting(terminal,
                                      cli::CatalogueCommands(line, catalogue, terminal).run());
    }
    if (cli::TextCommands::include(line.command)) {
        // Pasted texts name the real addresses, in practice too; nothing is called.
        ProviderCatalogue catalogue(profile->providersFolder);
        cli::Terminal terminal;
        cli::TextCommands command(line, catalogue, terminal);
        return runToItsEnd(command);
    }
    options.profile = *profile;
    if (line.noBrowser)
        options.browser = std::make_unique<cli::PrintingBrowser>();
    Result<std::unique_ptr<CompositionRoot>> root = CompositionRoot::open(std::move(options));
    if (!root)
        return tellFailure(root.error(), line.json);
    if (const Result<Done> loaded = (*root)->load(); !loaded)
        return tellFailure(loaded.error(), line.json);

    cli::Terminal terminal;
    if (const QString copy = (*root)->damagedCopy(); !copy.isEmpty()) {
        terminal.errLine(
            translate("Window",
                      "Relink’s database was damaged. It was moved to %1 and a new one "
                      "was begun; connections that could still be read are listed.")
                .arg(copy));
    }
    cli::Cli command(line,
                     {(*root)->manager(), (*root)->catalogue(), (*root)->clock(), terminal,
                      (*root)->packets(), doctorChecks(**root)});
    return runToItsEnd(command);
}

//! Called when all that is ours is closed and written. What a return from main() would still do is
//! take down Qt's own threads, which a late reply of D-Bus can meet half gone, and unload some
//! sixty libraries one by one, which a script that asks often waits for.
void endProcess([[maybe_unused]] int exitCode)
{
#if defined(Q_OS_UNIX) && !defined(__SANITIZE_ADDRESS__)
    std::fflush(nullptr);
    ::_exit(exitCode);
#endif
}

int runWithoutWindow(int &argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    installLanguage(application);
    // Once more, so that what is wrong is said in the person's language.
    const auto parsed = cli::parseCommandLine(arguments);
    if (!parsed) {
        cli::Terminal terminal;
        cli::Cli::tell(terminal, parsed.error());
        return cli::Cli::afterWriting(terminal, cli::ExitUsage);
    }
    if (parsed->version || parsed->help) {
        cli::Terminal terminal;
        terminal.out(parsed->version ? QByteArray("relink " RELINK_VERSION "\n")
                                     : cli::helpText(parsed->command).toUtf8());
        return cli::Cli::afterWriting(terminal, cli::ExitDone);
    }
    const int exitCode = runCommand(*parsed);
    endProcess(exitCode);
    return exitCode;
}

//! Qt would end the program with a core dump and an advice that does not help.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int tellNoDisplay(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    installLanguage(application);
    cli::Terminal terminal;
    terminal.errLine(translate("CommandLine",
                               "There is no display for the window here. Every command works "
                               "without one: see relink --help."));
    return cli::ExitFailed;
}

} // namespace

} // namespace relink

int main(int argc, char **argv)
{
    using namespace relink;
    openStandardStreams();
    hardenProcess();
    const MessageHandler messages;
    QCoreApplication::setApplicationName(QStringLiteral("relink"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELINK_VERSION));
    const QStringList arguments = argumentsOf(argc, argv);
    const auto parsed = cli::parseCommandLine(arguments);
    // Decided before any application object: a window needs a display, a command must not.
    if (parsed && cli::asksForWindow(*parsed)) {
        return hasDisplay() ? runWindow(argc, argv, *parsed) : tellNoDisplay(argc, argv);
    }
    const int exitCode = runWithoutWindow(argc, argv, arguments);
    endProcess(exitCode);
    return exitCode;
}
