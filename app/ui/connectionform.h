// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "services/connectionmanager.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace relink {

class CopyLine;
class InputFieldEditor;
class TextLabel;

//! What a connection is made of, as a form: the pack says which fields. One form for New
//! integration, Edit and the wizard's "edit credential"; a stored secret is never shown.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose { Create, Edit, Credential /*!< of the guided reconnect: no name */ };

    explicit ConnectionForm(Purpose purpose, QWidget *parent = nullptr);
    ~ConnectionForm() override;

    void setPack(std::shared_ptr<const ProviderPack> pack);
    //! Edit: the present values.
    void setConnection(std::shared_ptr<const ProviderPack> pack, const Connection &connection);

    //! Shows what is missing or wrong and puts the keyboard there. True: nothing is.
    bool validate();
    ConnectRequest connectRequest() const;
    //! Only what changed.
    EditRequest editRequest() const;
    //! Asks for a browser at all.
    bool usesBrowser() const;
    void showNameProblem(const QString &text);
    void takeFocus();

private:
    void build();
    void rebuildFields();
    void updateAddresses();
    Environment environment() const;
    const AuthMethod *method() const;
    QMap<QString, QString> inputs() const;
    QMap<QString, SecretBytes> secrets() const;
    QStringList secretKeys() const;

    Purpose m_purpose;
    std::shared_ptr<const ProviderPack> m_pack;
    std::optional<Connection> m_connection;
    QVBoxLayout *m_layout;
    InputFieldEditor *m_name = nullptr;
    InputFieldEditor *m_via = nullptr;
    QWidget *m_methodRow = nullptr;
    QComboBox *m_method = nullptr;
    QCheckBox *m_testMode = nullptr;
    TextLabel *m_testNote = nullptr;
    QVBoxLayout *m_fieldLayout = nullptr;
    QList<InputFieldEditor *> m_fields;
    TextLabel *m_redirectCaption = nullptr;
    CopyLine *m_redirect = nullptr;
    TextLabel *m_origins = nullptr;
};

} // namespace relink
