// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/textlabel.h"

#include <QWidget>

class QGridLayout;

namespace relink {

//! Captions with their values, one below the other; an empty value takes no line.
class FactList : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);

    //! Makes a line; `objectName` is the value's. Lines stay in the order of the calls.
    TextLabel *addFact(const QString &objectName, const QString &caption);
    //! Sets a value of addFact() and shows or hides its line.
    void setFact(TextLabel *value, const QString &text);

private:
    QGridLayout *m_layout;
    QHash<TextLabel *, TextLabel *> m_captions;
};

} // namespace relink
