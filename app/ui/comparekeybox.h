// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "core/result.h"
#include "core/rules/secretcompare.h"
#include "ui/surroundings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace relink {

class StatusGlyph;
class TextLabel;

//! Is what the provider shows the same as what is stored (MIN-22)? Takes a value, says the answer
//! in words, and shows neither; below, since when it is stored (MIN-24).
class CompareKeyBox : public QWidget
{
    Q_OBJECT
public:
    CompareKeyBox(const Surroundings &surroundings, const Connection &connection,
                  QWidget *parent = nullptr);

    //! False where nothing was typed in that could be compared.
    bool hasFields() const;

    //! Return compares; it does not press the default button of the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const AuthMethod &method);
    void readDates();
    void compare();
    void showOutcome(const Result<SecretComparison> &result);

    const Surroundings &m_surroundings;
    Connection m_connection;
    QString m_provider;
    bool m_running = false;
    QComboBox *m_field;
    QLineEdit *m_value;
    QPushButton *m_compare;
    StatusGlyph *m_glyph;
    TextLabel *m_outcome;
    TextLabel *m_dates;
};

} // namespace relink
