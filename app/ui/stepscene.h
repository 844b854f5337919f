// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/recipe.h"
#include "ui/surroundings.h"

#include <QString>

#include <memory>

namespace relink {

class ReconnectSession;
struct ProviderPack;

//! What the pages of the guided reconnect are drawn from. Nothing is owned; all outlive it.
class StepScene
{
public:
    StepScene(const Surroundings &around, const Connection &reconnected, ReconnectSession &drawn);

    const Surroundings &surroundings;
    const Connection connection; //!< as it was when the wizard was opened
    ReconnectSession &session;

    //! The connection that a step is about, as it would be saved.
    Connection about(const Step &step) const;
    std::shared_ptr<const ProviderPack> pack(const Step &step) const;
    QString provider() const; //!< name of the reconnected connection's
    QString provider(const Step &step) const;
    //! A sentence of the recipe with its placeholders filled in.
    QString filled(const QString &text) const;
    //! The same for a step's own sentences.
    QString title(const Step &step) const { return filled(step.title); }
};

} // namespace relink
