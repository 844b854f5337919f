// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace relink {

//! A name with the value that was written for it: a number, a template, a real secret.
struct SentValue
{
    QString name;
    QString value;

    friend bool operator==(const SentValue &, const SentValue &) = default;
};

//! A request as a text shows it, as far as it shows it. Holds what was written, secrets too: only
//! its judgement may leave the rules.
struct SeenRequest
{
    enum class Form {
        Address, //!< a mere URL
        Command, //!< curl and its like
        Http, //!< request line, headers, body
        Script,
    };

    Form form = Form::Address;
    int line = 0; //!< from 1
    QString method; //!< upper case; empty: not told
    QString scheme; //!< lower case; empty: not told
    QString user; //!< user name and password in the address
    QString host; //!< with the port; empty: a path alone
    QString path;
    QList<SentValue> query;
    QList<SentValue> headers;
    QString body;
    bool basic = false; //!< a user name and password go with it
    QStringList visible; //!< options whose secrets stand on the command line

    friend bool operator==(const SeenRequest &, const SeenRequest &) = default;
};

} // namespace relink
