// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace relink::test {

//! One run of the real executable.
struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    //! The whole of standard output as one JSON object; empty when it is none.
    QJsonObject json() const;
    //! The one connection of the connections shape.
    QJsonObject connection() const;
    QJsonObject error() const { return json()[QStringLiteral("error")].toObject(); }
    //! For a failing comparison.
    QByteArray told() const;
};

//! A sandbox, a profile of its own, and a person at the browser: what the tests of the command
//! line run against.
class Bench
{
public:
    Bench();
    ~Bench();

    bool isReady() const { return !m_sandboxUrl.isEmpty(); }
    QString profile() const { return m_profile.path(); }
    QString sandbox() const { return m_sandboxUrl; }

    //! --practice --sandbox --profile are put in front.
    QStringList arguments(const QStringList &command) const;
    //! Runs to its end. `input` is all of standard input.
    Run run(const QStringList &command, const QByteArray &input = {}, int milliseconds = 20000);
    //! Runs a command that authorises; the person allows (or declines) what it asks to open.
    Run runAuthorizing(const QStringList &command, const QByteArray &input = {},
                       const QByteArray &decision = "decision=allow");
    //! The same at a terminal: the person types `typed`; what is shown there is `err`.
    Run runAtTerminal(const QStringList &command, const QByteArray &typed);
    //! Starts without waiting, standard input open.
    std::unique_ptr<QProcess> start(const QStringList &command);
    //! Waits for the `Open:` line.
    static QUrl addressToOpen(QProcess &process, int milliseconds = 10000);
    //! The person at the consent page: where the provider sends the browser next.
    static QUrl decide(const QUrl &consentPage, const QByteArray &decision);
    //! Follows a redirect to the loopback listener; the status and body of the last page.
    static QByteArray visit(const QUrl &url);

    //! What a fault does is in the sandbox's own notes.
    void fault(const QJsonObject &fault);
    void clearFaults();
    QList<QJsonObject> sandboxLog();

    //! How many items the keyring holds for this profile; -1: it could not be asked.
    int keyringItems() const;

    //! A connection whose access the sandbox can take away; returns its name.
    Run connectXero(const QString &name);
    //! A connection by key, which needs no browser.
    Run connectKey(const QString &name);

private:
    QTemporaryDir m_profile;
    QProcess m_sandbox;
    QString m_sandboxUrl;
};

//! Lines of standard output as JSON objects.
QList<QJsonObject> jsonLines(const QByteArray &text);

} // namespace relink::test
