// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "ui/surroundings.h"

#include <QDialog>

namespace relink {

//! Where another product holds the access: the way there, and the merchant's word on how it stands.
class TellDialog : public QDialog
{
    Q_OBJECT
public:
    TellDialog(const Surroundings &surroundings, const Connection &connection,
               QWidget *parent = nullptr);

private:
    void tell(bool works);

    const Surroundings &m_surroundings;
    ConnectionId m_id;
};

} // namespace relink
