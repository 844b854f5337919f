// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/terminationsignals.h"

#ifdef Q_OS_WIN
#include <QPointer>
#include <qt_windows.h>
#else
#include <QSocketNotifier>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace relink {

namespace {

#ifdef Q_OS_WIN
QPointer<TerminationSignals> receiver;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (!receiver)
        return FALSE;
    QMetaObject::invokeMethod(receiver.data(), &TerminationSignals::requested);
    return TRUE;
}
#else
int pipeEnds[2] = {-1, -1};

void onSignal(int number)
{
    // Next time it ends the process: whoever repeats it does not want to wait.
    struct sigaction byDefault
    {};
    byDefault.sa_handler = SIG_DFL;
    sigaction(number, &byDefault, nullptr);
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}
#endif

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
#ifdef Q_OS_WIN
    receiver = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
#else
    if (::pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds[0], &byte, 1) > 0) {}
        Q_EMIT requested();
    });
    struct sigaction action
    {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &action, nullptr);
#endif
}

TerminationSignals::~TerminationSignals()
{
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
#else
    struct sigaction byDefault
    {};
    byDefault.sa_handler = SIG_DFL;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &byDefault, nullptr);
    for (int &end : pipeEnds) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
#endif
}

} // namespace relink
