// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/messagehandler.h"

#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "main/livesecrets.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace relink {

namespace {

const char *severity(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "message";
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray text = oneLine(redact(livesecrets::hidden(message))).toUtf8();
    const bool named = context.category && qstrcmp(context.category, "default") != 0;
    std::fprintf(stderr, "relink: %s: %s%s%s\n", severity(type), named ? context.category : "",
                 named ? ": " : "", text.constData());
    std::fflush(stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

MessageHandler::MessageHandler()
{
    qInstallMessageHandler(handle);
}

MessageHandler::~MessageHandler()
{
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
}

} // namespace relink
