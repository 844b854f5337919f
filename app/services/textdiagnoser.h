// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"
#include "core/model/requestflaw.h"
#include "core/model/textanswer.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace relink {

class ProviderCatalogue;

//! A pasted text with what the person said of it.
struct TextQuestion
{
    QString text;
    QString provider; //!< id of whom it is about; empty: not said
    QString via; //!< the product whose integration is concerned; empty: none
};

//! What there is to say about it.
struct TextFindings
{
    TextAnswer answer;
    RequestLint lint;
    bool isOnlyRequest = false; //!< an unsafe one: nobody complained of anything
    QString named; //!< id of whom the text names where the person says otherwise; empty: nobody
    QString masked; //!< the text without its secrets
    QList<TextPassage> decided; //!< what decided, in the masked text
    QList<TextPassage> flawed; //!< the lines of the findings, in the masked text
};

//! Judges pasted texts on a thread of its own, one at a time. The newest question goes before
//! those that wait, and only its answer is told. Keeps no text beyond its answer.
class TextDiagnoser : public QObject
{
    Q_OBJECT
public:
    explicit TextDiagnoser(const ProviderCatalogue &catalogue, QObject *parent = nullptr);
    //! Waits for the text that is being read.
    ~TextDiagnoser() override;

    void ask(const TextQuestion &question);
    //! Drops what was asked; nothing is told of it any more.
    void drop();
    //! The same, and the providers are read anew for the next question.
    void forget();
    bool isBusy() const { return m_waiting || m_running; }

Q_SIGNALS:
    void answered(const relink::TextFindings &findings);

private:
    void proceed();
    bool loadPacks();
    void read(TextQuestion question);
    void take(const TextFindings &findings, quint64 number);

    const ProviderCatalogue &m_catalogue;
    QThreadPool m_pool;
    QStringList m_unread; //!< ids of packs still to be loaded
    QList<std::shared_ptr<const ProviderPack>> m_packs;
    std::optional<TextQuestion> m_waiting;
    quint64 m_number = 0; //!< of the newest question
    bool m_running = false;
    bool m_proceeding = false;
};

//! The same at once, on whatever thread.
TextFindings findingsOf(const TextQuestion &question,
                        const QList<std::shared_ptr<const ProviderPack>> &packs);

} // namespace relink
