// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace relink {

//! A topic of the help in place, behind one click: whoever asks for a word does not leave the step.
class TopicNote : public QWidget
{
    Q_OBJECT
public:
    //! `objectName` is the stem of the parts' object names. Hidden for an unknown topic.
    TopicNote(const QString &objectName, const QString &topicId, const QString &caption,
              QWidget *parent = nullptr);

    bool isKnown() const { return m_known; }

private:
    bool m_known = false;
};

} // namespace relink
