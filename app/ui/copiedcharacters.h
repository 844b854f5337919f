// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/credentiallint.h"

#include <QWidget>

class QPushButton;

namespace relink {

class TextLabel;

//! What is wrong with a value, below its field: every character that was copied along, with a
//! button that goes there and one that takes them away; then what was taken away.
class CopiedCharacters : public QWidget
{
    Q_OBJECT
public:
    //! `key` is the stem of the parts' object names, `label` the field's.
    CopiedCharacters(const QString &key, const QString &label, QWidget *parent = nullptr);

    //! `pasted`: they came at once, so a word about copying helps (MIN-32).
    void showFindings(const QList<CredentialFinding> &findings, bool pasted);
    //! Something else that is wrong; empty: nothing.
    void showSentence(const QString &text);
    void showRemoved(const QList<CredentialFinding> &findings);
    void forgetRemoved();

Q_SIGNALS:
    void goThere(const relink::CredentialFinding &finding);
    void cleanRequested();

private:
    void goOn();

    QList<CredentialFinding> m_findings;
    qsizetype m_next = 0; //!< which of them is gone to
    QWidget *m_row;
    TextLabel *m_text;
    QPushButton *m_go;
    QPushButton *m_clean;
    TextLabel *m_tip;
    TextLabel *m_removed;
};

} // namespace relink
