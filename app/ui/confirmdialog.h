// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace relink {

//! A question before something that cannot be taken back: what is lost, the act as a button, and
//! Cancel as the default. Everything in it is plain text.
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    //! `objectName` is the stem: "revoke" gives revokeDialog, revokeConfirmButton and
    //! revokeCancelButton.
    ConfirmDialog(const QString &objectName, const QString &title, const QString &text,
                  const QString &act, QWidget *parent = nullptr);

    void setCancelText(const QString &text);
};

//! Something that happened and needs to be read: one button, Close, and a second one for the page
//! where the rest is done.
class OutcomeDialog : public QDialog
{
    Q_OBJECT
public:
    OutcomeDialog(const QString &objectName, const QString &title, const QString &text,
                  QWidget *parent = nullptr);

    //! What to do elsewhere, step by step.
    void setSteps(const QString &caption, const QString &steps);
    //! The provider's own words.
    void setOwnWords(const QString &words);
    QPushButton *addButton(const QString &objectName, const QString &label);

private:
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    QString m_objectName;
};

} // namespace relink
