// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// slow_hosts HOSTS LATENCY_MS: that many providers on loopback ports of their own, each of which
// answers after LATENCY_MS. Prints "Ports: N N …"; prints the most requests that one host had in
// flight when standard input ends.

#include "http/server.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

using namespace relink;

namespace {

struct Host
{
    std::unique_ptr<http::Server> server;
    int open = 0;
    int most = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 20;
    const std::chrono::milliseconds latency(argc > 2 ? std::atoi(argv[2]) : 50);
    http::Limits limits;
    limits.connections = 1000;
    std::vector<std::unique_ptr<Host>> hosts;
    QByteArray ports;
    for (int i = 0; i < count; ++i) {
        auto &host = hosts.emplace_back(std::make_unique<Host>());
        Host *counted = host.get();
        host->server = std::make_unique<http::Server>(
            limits, [counted, latency](const std::shared_ptr<http::Exchange> &exchange) {
                counted->most = std::max(counted->most, ++counted->open);
                QTimer::singleShot(
                    latency, Qt::PreciseTimer, counted->server.get(), [counted, exchange] {
                        --counted->open;
                        exchange->respond(
                            {200, {{"Content-Type", "application/json"}}, R"({"org":"1"})"});
                    });
            });
        if (!host->server->listen(QHostAddress(QHostAddress::LocalHost), 0)) {
            std::fprintf(stderr, "%s\n", qPrintable(host->server->errorString()));
            return 1;
        }
        ports += ' ' + QByteArray::number(host->server->port());
    }
    std::printf("Ports:%s\n", ports.constData());
    std::fflush(stdout);
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&hosts] {
        int most = 0;
        for (const auto &host : hosts)
            most = std::max(most, host->most);
        std::printf("Most: %d\n", most);
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
