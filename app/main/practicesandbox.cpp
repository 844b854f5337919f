// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/practicesandbox.h"

#include "words/translate.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QStandardPaths>

namespace relink {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

constexpr int patience = 5000;

AuthError notStarted(const QString &why)
{
    return localError(
        "sandbox",
        translate("Practice", "The practice providers could not be started: %1").arg(why));
}

} // namespace

Result<std::unique_ptr<PracticeSandbox>> PracticeSandbox::start()
{
    const QString folder = QCoreApplication::applicationDirPath();
    const QString program
        = QStandardPaths::findExecutable(u"relink-sandbox"_s, {folder, folder % u"/../sandbox"_s});
    if (program.isEmpty())
        return notStarted(translate("Practice", "relink-sandbox is not installed beside Relink."));
    auto sandbox = std::unique_ptr<PracticeSandbox>(new PracticeSandbox);
    QProcess &process = sandbox->m_process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, {u"--exit-with-stdin"_s});
    QElapsedTimer waited;
    waited.start();
    QByteArray said;
    while (!said.contains('\n')) {
        const int left = patience - int(waited.elapsed());
        if (left <= 0 || !process.waitForReadyRead(left))
            return notStarted(process.errorString());
        said += process.readAllStandardOutput();
    }
    const QByteArray line = said.left(said.indexOf('\n')).trimmed();
    if (!line.startsWith("Sandbox: "))
        return notStarted(QString::fromUtf8(line));
    const Result<QUrl> origin = sandboxAddress(QString::fromUtf8(line.mid(9)));
    if (!origin)
        return origin.error();
    sandbox->m_origin = *origin;
    return sandbox;
}

PracticeSandbox::~PracticeSandbox()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(1000))
        m_process.kill();
}

Result<QUrl> sandboxAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool loopback = QHostAddress(url.host()).isLoopback();
    if (!url.isValid() || url.scheme() != "http"_L1 || !loopback || url.port() <= 0
        || !url.userInfo().isEmpty() || url.path().size() > 1) {
        return localError(code::invalidInput,
                          translate("Practice",
                                    "--sandbox takes the address that relink-sandbox prints, such "
                                    "as http://127.0.0.1:8080."));
    }
    QUrl origin = url;
    origin.setPath({});
    return origin;
}

Result<QUrl> practiceOrigin(const QString &given, std::unique_ptr<PracticeSandbox> &owner)
{
    if (!given.isEmpty())
        return sandboxAddress(given);
    Result<std::unique_ptr<PracticeSandbox>> started = PracticeSandbox::start();
    if (!started)
        return started.error();
    owner = std::move(started).value();
    return owner->origin();
}

} // namespace relink
