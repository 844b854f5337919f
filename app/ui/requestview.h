// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/requestflaw.h"

#include <QWidget>

class QPushButton;

namespace relink {

class PlainTextField;
class TextLabel;

//! What is unsafe in the requests of a pasted text, line by line, and their safe form to copy.
class RequestView : public QWidget
{
    Q_OBJECT
public:
    explicit RequestView(QWidget *parent = nullptr);

    //! `leads`: it is all there is to say.
    void setLint(const RequestLint &lint, bool leads);

private:
    TextLabel *m_title;
    TextLabel *m_findings;
    TextLabel *m_next;
    TextLabel *m_safeCaption;
    PlainTextField *m_safe;
    QPushButton *m_copy;
};

} // namespace relink
