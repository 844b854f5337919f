// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminal.h"

#include <QTimer>

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_WIN
#include <QPointer>
#include <io.h>
#include <qt_windows.h>
#include <thread>
#else
#include <QSocketNotifier>
#include <termios.h>
#include <unistd.h>
#endif

namespace relink::cli {

namespace {

//! Beyond what any value may have, so that whoever asked for one sees that it is too long.
constexpr qsizetype longestLine = 256 * 1024 + 64;

} // namespace

//! Bytes of standard input as they come.
class Terminal::Input : public QObject
{
public:
    explicit Input(std::function<void()> more)
        : m_more(std::move(more))
    {
#ifndef Q_OS_WIN
        m_notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        m_notifier->setEnabled(false);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { readSome(); });
#endif
    }

    std::optional<QByteArray> takeLine()
    {
        const qsizetype end = m_bytes.indexOf('\n');
        if (end < 0 && m_bytes.size() > longestLine) {
            m_dropping = true;
            return std::exchange(m_bytes, {});
        }
        if (end < 0) {
            if (!m_atEnd || m_bytes.isEmpty())
                return std::nullopt;
            return std::exchange(m_bytes, {});
        }
        QByteArray line = m_bytes.left(end);
        m_bytes.remove(0, end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }
    bool atEnd() const
    {
        return m_atEnd && m_bytes.isEmpty();
    }
    //! Null while more may come that is wanted.
    std::optional<QByteArray> takeAll(qsizetype most)
    {
        if (!m_atEnd && m_bytes.size() <= most)
            return std::nullopt;
        return std::exchange(m_bytes, {}).left(most + 1);
    }

#ifdef Q_OS_WIN
    void listen(bool on)
    {
        if (!on || m_started)
            return;
        m_started = true;
        // The console has no handle that an event loop could wait for. The thread ends with the
        // input or with the process.
        std::thread([guard = QPointer<Input>(this)] {
            char buffer[4096];
            for (;;) {
                DWORD got = 0;
                const bool ok = ReadFile(GetStdHandle(STD_INPUT_HANDLE), buffer, sizeof buffer,
                                         &got, nullptr);
                const QByteArray bytes(buffer, ok ? qsizetype(got) : 0);
                if (!guard)
                    return;
                QMetaObject::invokeMethod(guard.data(), [guard, bytes] {
                    if (guard)
                        guard->take(bytes);
                });
                if (bytes.isEmpty())
                    return;
            }
        }).detach();
    }
    void setEcho(bool on)
    {
        const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
        DWORD mode = 0;
        if (!GetConsoleMode(input, &mode))
            return;
        SetConsoleMode(input, on ? mode | ENABLE_ECHO_INPUT : mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    static bool isTerminal()
    {
        return _isatty(_fileno(stdin)) && _isatty(_fileno(stderr));
    }
#else
    void listen(bool on)
    {
        m_notifier->setEnabled(on && !m_atEnd);
    }
    void setEcho(bool on)
    {
        if (on == !m_silent || !isatty(STDIN_FILENO))
            return;
        termios settings {};
        if (tcgetattr(STDIN_FILENO, &settings) != 0)
            return;
        if (on)
            settings.c_lflag |= ECHO;
        else
            settings.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &settings);
        m_silent = !on;
    }
    static bool isTerminal()
    {
        return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
    }
#endif

private:
#ifndef Q_OS_WIN
    void readSome()
    {
        char buffer[4096];
        const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        take(QByteArray(buffer, got > 0 ? qsizetype(got) : 0));
    }
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_silent = false;
#else
    bool m_started = false;
#endif

    void take(const QByteArray &bytes)
    {
        if (bytes.isEmpty())
            m_atEnd = true;
        m_bytes += bytes;
        if (m_dropping) {
            const qsizetype end = m_bytes.indexOf('\n');
            m_dropping = end < 0;
            m_bytes.remove(0, end < 0 ? m_bytes.size() : end + 1);
        }
        if (m_atEnd)
            listen(false);
        m_more();
    }

    std::function<void()> m_more;
    QByteArray m_bytes;
    bool m_atEnd = false;
    bool m_dropping = false; //!< the rest of a line that was too long
};

Terminal::Terminal(QObject *parent)
    : QObject(parent)
{}

Terminal::~Terminal()
{
    stopReading();
}

bool Terminal::isInteractive() const
{
    return Input::isTerminal();
}

void Terminal::out(const QByteArray &bytes)
{
    if (m_outputError)
        return;
    errno = 0;
    const size_t written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    if (std::fflush(stdout) != 0 || written != size_t(bytes.size()))
        m_outputError = errno ? errno : EIO;
}

void Terminal::outLine(const QString &line)
{
    out(line.toUtf8() + '\n');
}

void Terminal::errLine(const QString &line)
{
    prompt(line + QLatin1Char('\n'));
}

void Terminal::prompt(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

void Terminal::readLine(Echo echo, LineHandler handler)
{
    if (!m_input)
        m_input = std::make_unique<Input>([this] { deliver(); });
    m_handler = std::move(handler);
    m_echo = echo;
    m_input->setEcho(echo == Echo::On);
    m_input->listen(true);
    // What was read along with the line before is delivered from the event loop as well.
    QTimer::singleShot(0, this, [this] { deliver(); });
}

void Terminal::readAll(qsizetype most, std::function<void(QByteArray)> handler)
{
    if (!m_input)
        m_input = std::make_unique<Input>([this] { deliver(); });
    m_allHandler = std::move(handler);
    m_most = most;
    m_input->listen(true);
    QTimer::singleShot(0, this, [this] { deliver(); });
}

void Terminal::stopReading()
{
    m_handler = {};
    m_allHandler = {};
    if (!m_input)
        return;
    m_input->listen(false);
    m_input->setEcho(true);
}

void Terminal::deliver()
{
    if (m_allHandler) {
        const std::optional<QByteArray> all = m_input->takeAll(m_most);
        if (!all)
            return;
        m_input->listen(false);
        return std::exchange(m_allHandler, {})(*all);
    }
    if (!m_handler)
        return;
    const std::optional<QByteArray> line = m_input->takeLine();
    if (!line && !m_input->atEnd())
        return;
    const bool silent = m_echo == Echo::Off && isInteractive();
    const LineHandler handler = std::exchange(m_handler, {});
    m_input->listen(false);
    m_input->setEcho(true);
    if (silent)
        prompt(QStringLiteral("\n")); // the one that was typed did not show
    handler(line);
}

} // namespace relink::cli
