// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/recipe.h"

#include <QWidget>

namespace relink {

class ActionPage;
class BrowserWaitPanel;
class CheckPage;
class InlineMessage;
class StepNotice;
class StepPage;
class StepScene;
class StepSource;
class StepTools;
class TextLabel;
class TopicNote;

//! The right side of the guided reconnect: the sentences of the current step, the page of its kind
//! below, the tools beside the task, and where it comes from.
class ReconnectPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReconnectPage(const StepScene &scene, QWidget *parent = nullptr);

    void show(const Step *step);
    //! An error that belongs to no step, such as a refused Save.
    void showFailure(const AuthError &error);
    StepPage *page() const { return m_page; } //!< of the current step; null behind the last one
    BrowserWaitPanel *panel() const;
    QString title() const;
    //! All that is said, for a screen reader.
    QString spoken() const;

Q_SIGNALS:
    //! What the wizard's buttons depend on changed.
    void changed();
    void waitedLongEnough();

private:
    void build();
    StepPage *pageFor(StepKind kind) const;
    void showWhose(const Step *step);
    void showHelp(const Step *step);
    void showResumed(const Step &step);
    void showSource(const Step *step);
    void showEnd();

    const StepScene &m_scene;
    StepPage *m_page = nullptr;
    TextLabel *m_whose;
    TextLabel *m_title;
    TextLabel *m_lead;
    TextLabel *m_text;
    TopicNote *m_help;
    InlineMessage *m_resumed;
    StepNotice *m_notice;
    QList<StepPage *> m_pages; //!< one for each kind, in the order of StepKind
    CheckPage *m_checks;
    ActionPage *m_action;
    StepTools *m_tools;
    StepSource *m_source;
};

} // namespace relink
