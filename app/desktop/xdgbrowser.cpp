// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/xdgbrowser.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>
#include <shellapi.h>
#else
#include <QProcess>
#include <QStandardPaths>
#endif

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool launch(const QString &address)
{
#ifdef Q_OS_WIN
    const auto result
        = ShellExecuteW(nullptr, nullptr, reinterpret_cast<const wchar_t *>(address.utf16()),
                        nullptr, nullptr, SW_SHOWNORMAL);
    return reinterpret_cast<quintptr>(result) > 32; // the documented border of its error codes
#else
#ifdef Q_OS_MACOS
    const QString name = u"open"_s;
#else
    const QString name = u"xdg-open"_s;
#endif
    const QString program = QStandardPaths::findExecutable(name);
    if (program.isEmpty())
        return false;
    QProcess process;
    process.setProgram(program);
    process.setArguments({address});
    // A browser talks on its streams; ours carry results.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    return process.startDetached();
#endif
}

} // namespace

Result<Done> XdgBrowser::open(const QUrl &url)
{
    // The callers have checked more than this; a launcher opens files and programs just as readily.
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return localError(code::invalidInput);
    if (!launch(QString::fromLatin1(url.toEncoded())))
        return localError(code::noBrowser);
    return Done {};
}

} // namespace relink
