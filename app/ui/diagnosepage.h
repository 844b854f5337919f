// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "services/textdiagnoser.h"
#include "ui/surroundings.h"

#include <QWidget>

class QScrollArea;
class QSplitter;

namespace relink {

class AnswerView;
struct Answer;
class PastePane;

//! Page "Diagnose an error": a pasted text beside what it means. Nothing of the text is stored
//! unless the person saves it, and leaving the page forgets it.
class DiagnosePage : public QWidget
{
    Q_OBJECT
public:
    explicit DiagnosePage(const Surroundings &surroundings, QWidget *parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void reconnectRequested(const relink::Connection &connection, const relink::Diagnosis &told);
    void historyRequested(const relink::ConnectionId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeAnswer();
    void arrange();
    void connectParts();
    void ask();
    void take(const TextFindings &findings);
    void startReading();
    void bringIntoView();
    std::optional<Answer> answer() const;
    void showAnswer();
    std::optional<Connection> suggestion() const;
    void check();
    void tellState(const Connection &checked);
    void copy();
    void askToSave();
    void save(const Connection &connection, const QString &kept, const QString &what,
              const QString &area);
    QString nameOf(const QString &provider) const;

    const Surroundings &m_surroundings;
    TextDiagnoser m_diagnoser;
    std::optional<TextFindings> m_findings;
    ConnectionId m_savedTo;
    ConnectionId m_checked; //!< since the text came
    QScrollArea *m_page; //!< where a small window has no room for both
    QSplitter *m_splitter;
    PastePane *m_text;
    QScrollArea *m_scroll = nullptr;
    AnswerView *m_answer = nullptr;
};

} // namespace relink
