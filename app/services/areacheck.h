// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"
#include "core/model/credential.h"
#include "services/ports.h"
#include "services/target.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

namespace relink {

//! Asks the named probes of a connection whose probe has just been accepted, one after another.
//! What says nothing of its area is left out; a fault that passes ends it. Changes nothing.
class AreaCheck : public QObject
{
    Q_OBJECT
public:
    using Then = std::function<void(const QList<AreaReport> &)>;

    explicit AreaCheck(const Ports &ports, QObject *parent = nullptr);

    //! `then` is called once, unless `context` is gone by then.
    void run(const Target &target, const Credential &credential, QObject *context,
             const Then &then);

private:
    struct Run;
    void ask(const std::shared_ptr<Run> &run);

    Ports m_ports;
};

} // namespace relink
