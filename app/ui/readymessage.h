// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace relink {

class CopyLine;
class TextLabel;

//! A message to somebody else, ready to be copied and sent.
class ReadyMessage : public QWidget
{
    Q_OBJECT
public:
    //! `objectName` is the stem of the parts' object names; `caption` says for whom it is.
    ReadyMessage(const QString &objectName, const QString &caption, const QString &text,
                 QWidget *parent = nullptr);
};

} // namespace relink
