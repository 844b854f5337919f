// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/providerpack.h"
#include "ui/connectionlistmodel.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace relink {

class AreaList;
class CopyLine;
class FactList;
class Monogram;
class PairSection;
class StatusGlyph;
class TestBadge;
class TextLabel;

//! What there is to know about the selected connection, and what can be done with it.
class ConnectionDetails : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionDetails(QWidget *parent = nullptr);

    //! Null: nothing is selected. `pack` may be null. `halfFinished`: a guided reconnect waits to
    //! go on.
    void show(const Connection *connection, const ProviderFace &face, const ProviderPack *pack,
              const QDateTime &now, bool halfFinished);
    //! Which noted change came before its failure; empty: none.
    void setSuspect(const QString &sentence);
    //! What the shown connection is a pair with.
    PairSection *pair() const { return m_pair; }
    //! `first`: the pair itself was chosen, not one of its sides.
    void placePair(bool first);
    //! Puts the keyboard on the first thing to do.
    void takeFocus();

Q_SIGNALS:
    void authorizeRequested();
    void reconnectRequested();
    void revokeRequested();
    void noteRequested();
    void worksRequested();
    void stoppedRequested();
    void areaWorksRequested(const relink::AreaReport &area);

private:
    void build();
    void placeReconnect(bool halfFinished);
    void showFacts(const Connection &connection, const ProviderPack *pack, const QDateTime &now);

    TextLabel *m_nothing = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_content = nullptr;
    Monogram *m_monogram = nullptr;
    TextLabel *m_name = nullptr;
    TestBadge *m_badge = nullptr;
    TextLabel *m_provider = nullptr;
    StatusGlyph *m_glyph = nullptr;
    TextLabel *m_word = nullptr;
    TextLabel *m_reason = nullptr;
    TextLabel *m_action = nullptr;
    TextLabel *m_suspect = nullptr;
    TextLabel *m_ownWordsCaption = nullptr;
    CopyLine *m_ownWords = nullptr;
    TextLabel *m_halfFinished = nullptr;
    QVBoxLayout *m_buttons = nullptr;
    QHBoxLayout *m_mainButtons = nullptr;
    QPushButton *m_authorize = nullptr;
    QPushButton *m_reconnect = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_note = nullptr;
    QPushButton *m_works = nullptr; //!< what another product holds has these two alone
    QPushButton *m_stopped = nullptr;
    AreaList *m_areas = nullptr;
    FactList *m_facts = nullptr;
    PairSection *m_pair = nullptr;
    bool m_pairFirst = false;
    TextLabel *m_organisation = nullptr;
    TextLabel *m_identity = nullptr;
    TextLabel *m_environment = nullptr;
    TextLabel *m_credentialEnvironment = nullptr;
    TextLabel *m_via = nullptr;
    TextLabel *m_verified = nullptr;
    TextLabel *m_since = nullptr;
    TextLabel *m_access = nullptr;
    TextLabel *m_signIn = nullptr;
    TextLabel *m_renewal = nullptr;
    TextLabel *m_missing = nullptr;
    TextLabel *m_ending = nullptr;
};

} // namespace relink
