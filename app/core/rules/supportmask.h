// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/supportpacket.h"

#include <QRegularExpression>
#include <QStringList>

namespace relink {

//! What stands in place of a name.
inline constexpr QStringView nameMark {u"‹name›"};

//! Takes secrets, and names where they are not wanted, out of texts and remembers what went.
class SupportMask
{
public:
    //! Every one of `names` is hidden, as a whole word without regard to case, and so are e-mail
    //! addresses; `keepNames`: secrets alone are.
    //! What equals one of `secrets` is hidden in any case, however harmless it looks.
    SupportMask(const QStringList &names, bool keepNames, const QList<SecretBytes> &secrets = {});

    QString text(const QString &text, HiddenValue::Where where, const QDateTime &at = {});
    //! A value that is a name as a whole.
    QString name(const QString &name);

    const QList<HiddenValue> &hidden() const { return m_hidden; }

private:
    QString withoutStored(QString text, HiddenValue::Where where, const QDateTime &at);

    bool m_keepNames;
    QList<SecretBytes> m_secrets;
    QRegularExpression m_names;
    QList<HiddenValue> m_hidden;
};

} // namespace relink
