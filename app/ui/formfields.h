// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/model/secret.h"

#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace relink {

class FoldedSection;
class InputFieldEditor;

//! The values that one way of connecting asks for, as the pack lists them; what few people need is
//! folded away.
class FormFields : public QWidget
{
    Q_OBJECT
public:
    explicit FormFields(QWidget *parent = nullptr);

    //! Keeps what was typed into fields that stay. `former` may be null; its stored secrets are
    //! kept by empty fields.
    void show(std::shared_ptr<const ProviderPack> pack, const AuthMethod &method,
              Environment environment, const Connection *former);
    void clear(); //!< forgets what was typed

    QMap<QString, QString> inputs() const;
    QMap<QString, SecretBytes> secrets() const;
    //! The public inputs that differ from those of a connection.
    QMap<QString, QString> changedInputs(const Connection &former) const;
    //! Marks what is missing or wrong; the first of them, null when nothing is.
    InputFieldEditor *firstProblem();

    bool isEmpty() const { return m_fields.isEmpty(); }
    void takeFocus();
    //! In the order of the eye.
    QList<QWidget *> tabStops() const;

Q_SIGNALS:
    void edited();

private:
    void add(const InputField &field, const QMap<QString, QString> &typed);
    QStringList secretKeys() const;

    std::shared_ptr<const ProviderPack> m_pack;
    AuthMethod m_method;
    Environment m_environment = Environment::Production;
    std::optional<Connection> m_former;
    QVBoxLayout *m_layout;
    FoldedSection *m_more;
    QList<InputFieldEditor *> m_fields;
    QList<InputFieldEditor *> m_moreFields; //!< of m_fields
};

} // namespace relink
