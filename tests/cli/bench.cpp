// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! Waits for the reply; redirects are the caller's business.
std::unique_ptr<QNetworkReply> waited(QNetworkReply *reply)
{
    std::unique_ptr<QNetworkReply> owned(reply);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000))
        reply->abort();
    return owned;
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(8000);
    return request;
}

QNetworkAccessManager &network()
{
    static QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    return manager;
}

} // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonObject Run::connection() const
{
    const QJsonArray connections = json()[u"connections"_s].toArray();
    return connections.size() == 1 ? connections.first().toObject() : QJsonObject();
}

QByteArray Run::told() const
{
    return "exit " + QByteArray::number(exitCode) + "\nout: " + out + "\nerr: " + err;
}

Bench::Bench()
{
    m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox.start(QStringLiteral(RELINK_SANDBOX_EXECUTABLE), {u"--exit-with-stdin"_s});
    QByteArray said;
    while (!said.contains('\n') && m_sandbox.waitForReadyRead(5000))
        said += m_sandbox.readAllStandardOutput();
    if (said.startsWith("Sandbox: "))
        m_sandboxUrl = QString::fromUtf8(said.mid(9)).trimmed();
}

Bench::~Bench()
{
    m_sandbox.closeWriteChannel();
    if (!m_sandbox.waitForFinished(2000))
        m_sandbox.kill();
    m_sandbox.waitForFinished(1000);
}

QStringList Bench::arguments(const QStringList &command) const
{
    return QStringList {u"--practice"_s, u"--sandbox"_s, m_sandboxUrl, u"--profile"_s,
                        m_profile.path()}
    + command;
}

std::unique_ptr<QProcess> Bench::start(const QStringList &command)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(RELINK_EXECUTABLE), arguments(command));
    process->waitForStarted(5000);
    return process;
}

Run Bench::run(const QStringList &command, const QByteArray &input, int milliseconds)
{
    const std::unique_ptr<QProcess> process = start(command);
    process->write(input);
    process->closeWriteChannel();
    Run run;
    if (!process->waitForFinished(milliseconds)) {
        process->kill();
        process->waitForFinished(1000);
        run.err = "did not end\n";
    } else {
        run.exitCode = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2;
    }
    run.out = process->readAllStandardOutput();
    run.err += process->readAllStandardError();
    return run;
}

Run Bench::runAtTerminal(const QStringList &command, const QByteArray &typed)
{
    Run run;
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || ::grantpt(master) != 0 || ::unlockpt(master) != 0)
        return run;
    const int terminal = ::open(::ptsname(master), O_RDWR | O_NOCTTY);
    QProcess process;
    process.setChildProcessModifier([terminal] {
        ::dup2(terminal, STDIN_FILENO);
        ::dup2(terminal, STDERR_FILENO);
    });
    process.start(QStringLiteral(RELINK_EXECUTABLE), arguments(command));
    process.waitForStarted(5000);
    const bool written = ::write(master, typed.constData(), size_t(typed.size())) == typed.size();
    const auto read = [&run, master] {
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(master, buffer, sizeof buffer)) > 0;)
            run.err.append(buffer, got);
    };
    QElapsedTimer timer;
    timer.start();
    while (written && timer.elapsed() < 20000 && !process.waitForFinished(20))
        read();
    read();
    if (process.state() == QProcess::NotRunning)
        run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    else
        process.kill();
    process.waitForFinished(1000);
    run.out = process.readAllStandardOutput();
    ::close(terminal);
    ::close(master);
    return run;
}

QUrl Bench::addressToOpen(QProcess &process, int milliseconds)
{
    static const QRegularExpression line(u"^Open: (\\S+)$"_s, QRegularExpression::MultilineOption);
    QByteArray said;
    QElapsedTimer timer;
    timer.start();
    process.setReadChannel(QProcess::StandardError);
    while (timer.elapsed() < milliseconds) {
        // Peeked, so that the run can still show all of it.
        said = process.peek(64 * 1024);
        const auto match = line.match(QString::fromUtf8(said));
        if (match.hasMatch())
            return QUrl(match.captured(1), QUrl::StrictMode);
        if (process.state() != QProcess::Running)
            break;
        process.waitForReadyRead(100);
    }
    return {};
}

QUrl Bench::decide(const QUrl &consentPage, const QByteArray &decision)
{
    QNetworkRequest request = requestFor(consentPage);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const auto reply = waited(network().post(request, decision));
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    return target.isEmpty() ? QUrl() : consentPage.resolved(target);
}

QByteArray Bench::visit(const QUrl &url)
{
    QUrl next = url;
    for (int hop = 0; hop < 5; ++hop) {
        const auto reply = waited(network().get(requestFor(next)));
        const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (target.isEmpty()) {
            return QByteArray::number(
                       reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt())
                + '\n' + reply->readAll();
        }
        next = next.resolved(target);
    }
    return {};
}

Run Bench::runAuthorizing(const QStringList &command, const QByteArray &input,
                          const QByteArray &decision)
{
    const std::unique_ptr<QProcess> process = start(QStringList {u"--no-browser"_s} + command);
    process->write(input);
    const QUrl page = addressToOpen(*process);
    if (page.isValid()) {
        const QUrl back = decide(page, decision);
        if (back.isValid())
            visit(back);
    }
    process->closeWriteChannel();
    Run run;
    if (process->waitForFinished(20000) || process->state() == QProcess::NotRunning)
        run.exitCode = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2;
    else
        process->kill();
    run.out = process->readAllStandardOutput();
    run.err = process->readAllStandardError();
    return run;
}

void Bench::fault(const QJsonObject &fault)
{
    QNetworkRequest request = requestFor(QUrl(m_sandboxUrl + u"/_sandbox/faults"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const auto reply
        = waited(network().post(request, QJsonDocument(fault).toJson(QJsonDocument::Compact)));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status / 100 != 2)
        qWarning("fault refused: %d %s", status, reply->readAll().constData());
}

void Bench::clearFaults()
{
    waited(network().deleteResource(requestFor(QUrl(m_sandboxUrl + u"/_sandbox/faults"_s))));
}

QList<QJsonObject> Bench::sandboxLog()
{
    const auto reply = waited(network().get(requestFor(QUrl(m_sandboxUrl + u"/_sandbox/log"_s))));
    return jsonLines(reply->readAll());
}

int Bench::keyringItems() const
{
    const QByteArray folder = QFileInfo(m_profile.path()).canonicalFilePath().toUtf8();
    const QString service
        = u"relink-"_s
        + QString::fromLatin1(
              QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(12));
    QProcess process;
    process.start(u"dbus-send"_s,
                  {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                   u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.SearchItems"_s,
                   u"dict:string:string:server,"_s + service});
    if (!process.waitForFinished(5000) || process.exitCode() != 0)
        return -1;
    return int(process.readAllStandardOutput().count("object path"));
}

Run Bench::connectXero(const QString &name)
{
    return runAuthorizing({u"--json"_s, u"connect"_s, u"xero"_s, u"--name"_s, name, u"--set"_s,
                           u"client_id=practice-client"_s, u"--secret"_s, u"client_secret"_s},
                          "practice-secret\n");
}

Run Bench::connectKey(const QString &name)
{
    return run({u"--json"_s, u"connect"_s, u"mintsoft"_s, u"--name"_s, name, u"--set"_s,
                u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
               "practice-key\n");
}

QList<QJsonObject> jsonLines(const QByteArray &text)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

} // namespace relink::test
