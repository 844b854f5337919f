// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace relink::test {

//! One failure as a server tells it.
struct ToldFailure
{
    QString code;
    QString words;
    int status = 0;
};

//! The same failure in one of the forms in which people meet it.
struct ErrorForm
{
    QString name;
    QString text;
};

QList<ErrorForm> formsOf(const ToldFailure &failure);

} // namespace relink::test
