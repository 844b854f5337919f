// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/textdiagnosis.h"
#include "ui/plaintextfield.h"

namespace relink {

//! Takes any text, pasted, typed or dropped as a file, without its secrets, and marks what decided.
//! Of a long text only what matters is shown. Keeps nothing once it was told to forget.
class PasteField : public PlainTextField
{
    Q_OBJECT
public:
    explicit PasteField(QWidget *parent = nullptr);

    //! All that was given, as it was given; after an edit, what is shown.
    QString text() const;
    bool isLong() const { return m_isLong; }
    bool isAsGiven() const { return !m_given.isEmpty(); } //!< not edited since
    //! In place of what there is, as if it had been pasted.
    void take(const QString &text);
    //! What is shown from now on: the text without its secrets, and its marks.
    void mark(const QString &masked, const QList<TextPassage> &decided,
              const QList<TextPassage> &flawed);
    //! From now on the text is the one without secrets.
    void dropSecrets(const QString &masked);
    void forget();

Q_SIGNALS:
    //! The person gave another text.
    void given();
    //! A sentence: why it was not taken.
    void refused(const QString &why);
    void secretsHidden();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void insert(const QString &text);
    void readFile(const QString &fileName);
    void showText(const QString &text);
    void drawMarks();

    QString m_given; //!< empty after an edit: what is shown is all
    bool m_isLong = false; //!< only what matters of it is shown
    QList<TextPassage> m_decided; //!< in what is shown
    QList<TextPassage> m_flawed;
    bool m_showing = false; //!< not the person's doing
};

} // namespace relink
