// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QDialog>

class QPushButton;
class QVBoxLayout;

namespace relink {

struct ProviderPack;

//! Where the people are who help with one connection: those of the product whose integration it
//! serves, and those of its provider. Where no address is known it says so. It deletes itself once
//! it is closed.
class ContactDialog : public QDialog
{
    Q_OBJECT
public:
    ContactDialog(const Surroundings &surroundings, const Connection &connection,
                  QWidget *parent = nullptr);

Q_SIGNALS:
    //! A message with all that a support team asks for is wanted.
    void packetRequested();

private:
    void addContact(QVBoxLayout *body, const ProviderPack &pack);
    QPushButton *pageButton(const QString &objectName, const QString &text, const QString &address);

    const Surroundings &m_surroundings;
};

} // namespace relink
