// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/integration.h"

#include <QWidget>

#include <optional>

class QPushButton;

namespace relink {

class ConnectionListModel;
class StatusGlyph;
class TestBadge;
class TextLabel;

//! In the details: both sides of the pair that a connection belongs to, each one click away; or the
//! offer to make a pair.
class PairSection : public QWidget
{
    Q_OBJECT
public:
    explicit PairSection(QWidget *parent = nullptr);

    //! `pair` is null for a connection of none; then a pair is offered where one can be made.
    void show(const Connection &shown, const std::optional<Integration> &pair,
              const ConnectionListModel &model);
    void showNothing();

Q_SIGNALS:
    void sideRequested(const relink::ConnectionId &id);
    void pairRequested();
    void renameRequested(const relink::Integration &pair);
    void dissolveRequested(const relink::Integration &pair);

private:
    struct Side
    {
        ConnectionId id;
        StatusGlyph *glyph = nullptr;
        QPushButton *name = nullptr;
        TestBadge *badge = nullptr;
        TextLabel *word = nullptr;
    };
    void showSide(Side &side, const ConnectionId &id, const ConnectionListModel &model);

    std::optional<Integration> m_shown;
    QWidget *m_sides;
    TextLabel *m_name;
    Side m_other;
    Side m_accounting;
    QPushButton *m_pair;
    QPushButton *m_rename;
    QPushButton *m_dissolve;
};

} // namespace relink
