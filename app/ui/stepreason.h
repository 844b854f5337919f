// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace relink {

class TextLabel;

//! Leaving a step undone: "Not possible" and "Skip", and in place a short field for the reason,
//! which may stay empty.
class StepReason : public QWidget
{
    Q_OBJECT
public:
    enum class Way { None, NotPossible, Skip };

    //! `objectName` is the stem of the parts' object names.
    explicit StepReason(const QString &objectName, QWidget *parent = nullptr);

    //! Which ways are open; neither hides it.
    void offer(bool notPossible, bool skip);
    Way way() const { return m_way; }
    QString reason() const;
    void stop(); //!< back to the step

Q_SIGNALS:
    void changed();

private:
    void choose(Way way);
    void update();

    Way m_way = Way::None;
    bool m_mayNotBePossible = false;
    bool m_maySkip = false;
    QPushButton *m_notPossible;
    QPushButton *m_skip;
    QPushButton *m_back;
    TextLabel *m_caption;
    QLineEdit *m_reason;
};

} // namespace relink
