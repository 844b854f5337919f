// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QProcess>
#include <QUrl>

#include <memory>

namespace relink {

//! The sandbox of practice mode: a program of its own beside this one, that goes when this one
//! goes, however it goes.
class PracticeSandbox
{
public:
    //! Starts it and waits, at most 5 s, until it says where it listens.
    static Result<std::unique_ptr<PracticeSandbox>> start();
    ~PracticeSandbox();

    QUrl origin() const { return m_origin; }

private:
    PracticeSandbox() = default;

    QProcess m_process;
    QUrl m_origin;
};

//! An address given with --sandbox; only loopback is accepted.
Result<QUrl> sandboxAddress(const QString &text);

//! The sandbox to practise with: the one at `given`, or one that is started for `owner`.
Result<QUrl> practiceOrigin(const QString &given, std::unique_ptr<PracticeSandbox> &owner);

} // namespace relink
