// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/children.h"

#include "desktop/processhardening.h"
#include "desktop/xdgbrowser.h"
#include "secrets/qtkeychainsecretstore.h"
#include "secrets/storefixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace relink::test {

namespace {

void print(const QByteArray &line)
{
    std::fprintf(stdout, "%s\n", line.constData());
    std::fflush(stdout);
}

int missing(const QStringList &arguments)
{
    QtKeychainSecretStore store(testService);
    const QString account = arguments.value(0);
    char *state = QTest::toString(stateOf(store));
    print(state);
    delete[] state;
    print(write(store, account, arguments.value(1).toUtf8()).toUtf8());
    print(stored(store, account));
    print(remove(store, account).toUtf8());
    return 0;
}

int lazy()
{
    const QtKeychainSecretStore store(testService);
    QFile maps(u"/proc/self/maps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return 1;
    print(maps.readAll().contains("libsecret") ? "loaded" : "not loaded");
    return 0;
}

int quit(const QStringList &arguments)
{
    QtKeychainSecretStore store(testService);
    const QString account = arguments.value(1);
    const SecretBytes value(arguments.value(2).toUtf8());
    if (arguments.value(0) == "write"_L1)
        (void)store.write(account, value);
    else if (arguments.value(0) == "remove"_L1)
        (void)store.remove(account);
    else
        (void)store.read(account);
    QTimer::singleShot(arguments.value(3).toInt(), qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

int writeOften(const QStringList &arguments)
{
    KeychainOptions options;
    options.chunkBytes = arguments.value(2).toInt();
    QtKeychainSecretStore store(testService, options);
    const QByteArray value = arguments.value(1).toUtf8().repeated(arguments.value(3).toInt());
    print("writing");
    for (;;) {
        if (!write(store, arguments.value(0), value).isEmpty())
            return 1;
        print("written");
    }
}

int limits()
{
#ifdef Q_OS_LINUX
    hardenProcess();
    rlimit core {};
    getrlimit(RLIMIT_CORE, &core);
    print(QByteArray::number(quint64(core.rlim_cur)) + ' '
          + QByteArray::number(quint64(core.rlim_max)) + ' '
          + QByteArray::number(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)));
#endif
    return 0;
}

int abortNow(const QStringList &arguments)
{
#ifdef Q_OS_LINUX
    rlimit core {};
    getrlimit(RLIMIT_CORE, &core);
    core.rlim_cur = core.rlim_max;
    setrlimit(RLIMIT_CORE, &core);
#endif
    if (arguments.value(0) == "harden"_L1)
        hardenProcess();
    std::abort();
}

int browser(const QStringList &arguments)
{
    const Result<Done> result = XdgBrowser().open(QUrl(arguments.value(0)));
    print(result ? QByteArray("opened") : result.error().code.toUtf8());
    return 0;
}

} // namespace

int runChild(const QStringList &arguments)
{
    const QString name = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (name == "missing"_L1)
        return missing(rest);
    if (name == "lazy"_L1)
        return lazy();
    if (name == "quit"_L1)
        return quit(rest);
    if (name == "write"_L1)
        return writeOften(rest);
    if (name == "limits"_L1)
        return limits();
    if (name == "abort"_L1)
        return abortNow(rest);
    if (name == "browser"_L1)
        return browser(rest);
    return 2;
}

void startChild(QProcess &process, const QStringList &arguments, const QStringList &wrapper)
{
    QStringList command = wrapper;
    command += QCoreApplication::applicationFilePath();
    command += u"--child"_s;
    command += arguments;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(command.first(), command.mid(1));
}

} // namespace relink::test
