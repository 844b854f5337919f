// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QWidget>

#include <array>
#include <optional>

namespace relink {

class TestModeCell;
class TextLabel;

//! Does this credential connect with Test Mode on, with it off? Four cells, and the one that holds
//! is marked, before anything is saved (MIN-60 to -62, MIN-M1 to -M4).
class TestModeTable : public QWidget
{
    Q_OBJECT
public:
    explicit TestModeTable(QWidget *parent = nullptr);

    //! How keys begin, where the pack knows it.
    void setMethod(const AuthMethod &method);
    //! `credential` null: nothing tells which it is for; then both cells of the mode are marked.
    void setCase(std::optional<Environment> credential, Environment testMode);

private:
    void describe(std::optional<Environment> credential, Environment testMode);

    std::array<TestModeCell *, 4>
        m_cells {}; //!< credential for tests on, off; for live use on, off
    TextLabel *m_sentence;
    TextLabel *m_beginnings;
};

} // namespace relink
