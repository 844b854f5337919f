// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/requestlog.h"
#include "sandbox/world.h"

#include <QObject>

#include <memory>

namespace relink::sandbox {

//! Practice platforms on loopback (design.md section 11): finds what a request is for, lets the
//! faults of its provider strike, and answers.
class Sandbox : public QObject
{
    Q_OBJECT
public:
    explicit Sandbox(QList<ProviderPack> packs, QObject *parent = nullptr);

    bool listen(quint16 port);
    QString origin() const { return m_world.origin; }
    QString errorString() const { return m_server.errorString(); }

private:
    void handle(const std::shared_ptr<http::Exchange> &exchange);
    void play(const std::shared_ptr<http::Exchange> &exchange, const Place &place);
    Answer answer(const Place &place, const http::Request &request);
    bool isOwn(const http::Request &request) const;
    void reply(const std::shared_ptr<http::Exchange> &exchange, const Answer &answer,
               const QString &provider, const QString &kind);

    World m_world;
    std::unique_ptr<Atlas> m_atlas;
    RequestLog m_log;
    http::Server m_server;
};

} // namespace relink::sandbox
