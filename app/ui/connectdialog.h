// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/result.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace relink {

class BrowserWaitPanel;
class ConnectionForm;
class CopyLine;
struct ConnectRequest;
class InlineMessage;
class InputFieldEditor;
class ProviderPicker;
class StatusGlyph;
class TextLabel;

//! "New integration": choose a provider, fill in its form, sign in, see the result. It deletes
//! itself once it is closed and nothing of it is under way.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConnectDialog(const Surroundings &surroundings, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void connected(const relink::ConnectionId &id);

private:
    enum class Page { Provider, Form, Waiting, Result };

    QWidget *makeResultPage();
    void show(Page page);
    void showMethod();
    void keepFocusInSight();
    void goOn();
    void back();
    void chooseProvider();
    void connectAccount();
    bool mayGoOnBeside(const ConnectRequest &request);
    void finished(const Result<Connection> &result);
    void showResult(const Connection &connection);
    bool takeName();

    const Surroundings &m_surroundings;
    //! What the call reports to. As a member it goes before the panel does: a panel that is taken
    //! away ends its call, and that must not reach a dialog half destroyed.
    std::unique_ptr<QObject> m_listener = std::make_unique<QObject>();
    Page m_page = Page::Provider;
    bool m_running = false;
    QString m_provider; //!< pack id
    QString m_providerName;
    QString m_warning; //!< of a second sign-in, that was read
    ConnectionId m_made;

    TextLabel *m_title;
    TextLabel *m_subtitle;
    InlineMessage *m_message;
    CopyLine *m_ownWords;
    QStackedWidget *m_pages;
    ProviderPicker *m_picker;
    QScrollArea *m_formScroll;
    ConnectionForm *m_form;
    BrowserWaitPanel *m_panel;
    StatusGlyph *m_resultGlyph = nullptr;
    TextLabel *m_resultWord = nullptr;
    TextLabel *m_resultText = nullptr;
    InputFieldEditor *m_resultName = nullptr;
    QPushButton *m_back;
    QPushButton *m_cancel;
    QPushButton *m_primary;
};

} // namespace relink
