// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"

#include <QWidget>

namespace relink {

class CopyLine;
class InlineMessage;
class TextLabel;

//! What a page of the guided reconnect has to say beside its task: how it stands or what went
//! wrong, and the provider's own words in a line that can be copied.
class StepNotice : public QWidget
{
    Q_OBJECT
public:
    explicit StepNotice(QWidget *parent = nullptr);

    void clear();
    void note(const QString &text);
    void warn(const QString &text);
    void complain(const QString &text);
    void complain(const AuthError &error, const QString &providerName);
    void quote(const AuthError &error, const QString &providerName); //!< its own words alone
    QString text() const;

private:
    InlineMessage *m_message;
    TextLabel *m_caption;
    CopyLine *m_ownWords;
};

} // namespace relink
