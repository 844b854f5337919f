// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "services/connectionmanager.h"
#include "ui/surroundings.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QVBoxLayout;

namespace relink {

class AskedScopes;
class FormFields;
class InputFieldEditor;
class ProviderNotes;
class SetupGuide;
class TestModeBox;
class TextLabel;

//! What a connection is made of, as a form: the pack says which fields, and what has to be there
//! first. One form for New integration, Edit and the wizard's "edit credential"; a stored secret is
//! never shown.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose { Create, Edit, Credential /*!< of the guided reconnect: no name */ };

    ConnectionForm(const Surroundings &surroundings, Purpose purpose, QWidget *parent = nullptr);
    ~ConnectionForm() override;

    void setPack(std::shared_ptr<const ProviderPack> pack);
    //! Edit: the present values.
    void setConnection(std::shared_ptr<const ProviderPack> pack, const Connection &connection);

    //! Shows what is missing or wrong and puts the keyboard there. True: nothing is.
    bool validate();
    ConnectRequest connectRequest() const;
    //! Only what changed.
    EditRequest editRequest() const;
    //! The way of connecting that is chosen; null before a pack is set.
    const AuthMethod *method() const;
    void showNameProblem(const QString &text);
    void takeFocus();
    void takeFocusAtTop(); //!< where the first field is out of sight

Q_SIGNALS:
    void methodChanged();
    //! Something was typed or chosen.
    void edited();

private:
    void build();
    QWidget *makeMethodRow();
    QWidget *makeGuide();
    void rebuildFields();
    void orderTabs();
    void updateAddresses();
    void updateTestMode();
    Environment environment() const;

    const Surroundings &m_surroundings;
    Purpose m_purpose;
    std::shared_ptr<const ProviderPack> m_pack;
    std::optional<Connection> m_connection;
    QVBoxLayout *m_layout;
    InputFieldEditor *m_name = nullptr;
    InputFieldEditor *m_via = nullptr;
    QWidget *m_methodRow = nullptr;
    QComboBox *m_method = nullptr;
    TextLabel *m_methodSentence = nullptr;
    TestModeBox *m_testMode = nullptr;
    SetupGuide *m_guide = nullptr;
    FormFields *m_fields = nullptr;
    AskedScopes *m_scopes = nullptr;
    ProviderNotes *m_notes = nullptr;
    TextLabel *m_origins = nullptr;
    QWidget *m_firstStop = nullptr; //!< of the keyboard; it may be hidden
};

} // namespace relink
