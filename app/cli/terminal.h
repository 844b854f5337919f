// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace relink::cli {

//! The three standard streams. Results go to output, everything else to the error stream, both
//! flushed at once; lines are read without blocking the event loop, one at a time.
class Terminal : public QObject
{
    Q_OBJECT
public:
    enum class Echo { On, Off };
    //! Null at the end of input. Bytes are kept but for the final \n or \r\n. A line that is longer
    //! than any value comes as its beginning, still too long; the rest of it is dropped.
    using LineHandler = std::function<void(std::optional<QByteArray>)>;

    explicit Terminal(QObject *parent = nullptr);
    ~Terminal() override;

    //! Somebody sits there: standard input and the error stream are terminals.
    bool isInteractive() const;

    //! After one failure nothing more is written: a result with a hole is worse than its end.
    void out(const QByteArray &bytes);
    void outLine(const QString &line);
    void errLine(const QString &line);
    //! The errno of the failure; 0 while everything could be written.
    int outputError() const { return m_outputError; }
    //! Without a line break, for a question.
    void prompt(const QString &text);

    //! Replaces a reading that still waits. With Echo::Off nothing typed at a terminal shows.
    void readLine(Echo echo, LineHandler handler);
    //! All that is left of standard input, up to one byte more than `most`.
    void readAll(qsizetype most, std::function<void(QByteArray)> handler);
    //! Drops a reading that still waits; its handler is not called. Gives a terminal its echo back.
    void stopReading();

private:
    class Input;
    void deliver();

    std::unique_ptr<Input> m_input;
    LineHandler m_handler;
    std::function<void(QByteArray)> m_allHandler;
    qsizetype m_most = 0;
    Echo m_echo = Echo::On;
    int m_outputError = 0;
};

} // namespace relink::cli
