// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/calls.h"
#include "http/server.h"

#include <QString>

#include <optional>

namespace relink {

struct PageText
{
    QString title;
    QString text;
};

//! What a person reads in the browser. British English unless the composition root passes
//! translations. Nothing that a request or a provider said ever stands on these pages (R14).
struct RedirectPageTexts
{
    RedirectPageTexts(); //!< English

    QString language; //!< BCP 47
    PageText connected;
    PageText failed;
    PageText declined;
    PageText undecided; //!< the outcome took longer than the browser should wait
    PageText repeated; //!< the redirect was visited again
    PageText refused; //!< anything that is not the expected redirect
};

//! The answers of the redirect listener, each with the header fields that keep it out of caches,
//! referrers and scripts.
class RedirectPages
{
public:
    explicit RedirectPages(RedirectPageTexts texts = {});

    http::Response outcome(std::optional<PageOutcome> outcome) const; //!< null: undecided
    http::Response repeated() const;
    http::Response refused(int status) const;
    //! 303 to a bare path, so that the code leaves the address bar and the history.
    static http::Response forward(const QByteArray &path);

private:
    http::Response page(int status, const PageText &text) const;

    RedirectPageTexts m_texts;
};

} // namespace relink
