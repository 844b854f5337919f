// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"

#include <QWidget>

#include <optional>

class QCheckBox;

namespace relink {

class TestModeTable;
class TextLabel;

//! The switch for Test Mode with what the provider says of it, and whether the credential will
//! connect. Hidden where a provider has no test environment.
class TestModeBox : public QWidget
{
    Q_OBJECT
public:
    explicit TestModeBox(QWidget *parent = nullptr);

    //! Without toggled().
    void setPack(const ProviderPack &pack, Environment environment);
    Environment environment() const;
    //! What was entered is for `credential`; null: nothing tells.
    void predict(const AuthMethod &way, std::optional<Environment> credential);

Q_SIGNALS:
    void toggled();

private:
    QCheckBox *m_switch;
    TextLabel *m_note;
    TestModeTable *m_table;
};

} // namespace relink
